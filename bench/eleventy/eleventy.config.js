import fs from "node:fs";

const SIZE = 20;
const TOPICS = ["News", "Reviews", "Events", "Children", "Local History", "Digital", "Reading Groups", "Services"];
const long = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const slug = (name) => name.toLowerCase().replaceAll(" ", "-");

// One line of a spreadsheet to its cells; "" within quotes is a quote.
const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2]).replaceAll('""', '"'));

function readEvents() {
  if (!fs.existsSync("events.csv")) return [];
  const [head, ...rows] = fs.readFileSync("events.csv", "utf8").trim().split("\n").map((line) => cells(line.trim()));
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [head[i], cell])));
}

function groupBy(list, keysOf) {
  const found = new Map();
  for (const one of list) for (const key of keysOf(one)) found.set(key, [...(found.get(key) ?? []), one]);
  return found;
}

// Every page of every list of posts, twenty on a page, as the other generators have them.
function listsOf(posts) {
  const lists = [["News", "/news/", posts]];
  const years = groupBy(posts, (post) => [post.date.getUTCFullYear()]);
  const tags = groupBy(posts, (post) => post.data.tags);
  const topics = groupBy(posts, (post) => [post.data.topic]);
  for (const [name, held] of years) lists.push([name, `/years/${name}/`, held]);
  for (const [name, held] of tags) lists.push([name, `/tags/${name}/`, held]);
  for (const [name, held] of topics) lists.push([name, `/topics/${slug(name)}/`, held]);
  return lists.flatMap(([name, first, held]) => {
    const pages = Math.ceil(held.length / SIZE);
    const address = (number) => (number < 1 || number > pages ? "" : number === 1 ? first : `${first}page/${number}/`);
    return Array.from({ length: pages }, (_, i) => ({
      name, number: i + 1, pages, address: address(i + 1), previous: address(i), next: address(i + 2),
      posts: held.slice(i * SIZE, (i + 1) * SIZE),
    }));
  });
}

function eventListsOf(events) {
  const now = events.filter((one) => one.date >= "2026-01-05" && one.date < "2026-02-01");
  const lists = events.length ? [["Events", "/events/", now]] : [];
  for (const [name, held] of groupBy(events.filter((one) => one.date < "2026-07"), (one) => [one.date.slice(0, 7)])) lists.push([name, `/events/${name}/`, held]);
  for (const kind of ["branch", "audience", "topics"])
    for (const [name, held] of groupBy(now, (one) => [one[kind]])) lists.push([name, `/events/${kind}/${name}/`, held]);
  return lists.map(([name, address, held]) => ({ name, address, events: held }));
}

export default function (config) {
  const sorted = (events) => events.sort((a, b) => (a.date + a.start < b.date + b.start ? -1 : 1));
  config.addGlobalData("topics", TOPICS);
  config.addGlobalData("site", { title: "Bench Library", url: "https://library.example" });
  config.addGlobalData("events", () => sorted(readEvents()));
  config.addGlobalData("soon", () => sorted(readEvents()).filter((one) => one.date >= "2026-01-05" && one.date < "2026-01-19"));
  config.addGlobalData("eventLists", () => eventListsOf(sorted(readEvents())));
  config.addWatchTarget("events.csv");
  config.addFilter("longdate", (date) => long.format(new Date(date)));
  config.addFilter("iso", (date) => new Date(date).toISOString());
  const newest = (api) => api.getFilteredByGlob("src/news/*.md").sort((a, b) => b.date - a.date);
  config.addCollection("newest", newest);
  config.addCollection("lists", (api) => listsOf(newest(api)));
  return { dir: { input: "src", output: "output" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
