// Combines the choices above a list of events, and keeps them in the address.
//
//   <details data-module="filter" data-words='{"shown":"Showing {n} of {all}","of":"{n} of {all}"}'>
//     <div data-kind="branch"><a href="branch/central/" data-id="central">Central <small>20</small></a>... data-id="" is all
//     <div data-kind="when" class="scripted"><a href="?" data-id="today">... <input type="date" name="from">
//   <p role="status"></p> <div data-nothing hidden>... <a href="?" data-all></a></div>
//   <div class="days"><section data-date><li data-starts data-ends data-filed="branch:central free:1">
//   <nav class="pager"><a rel="next">            further pages of the list are fetched when something is chosen
//
// A line that is chosen already when the page opens is what the page is about: its links keep leading to other pages.
import { everyMinute, say, wordsOf } from "../page.js";
import { choose, fits, lastDay, periodOf, readChoices, writeChoices } from "../pure/choices.js";
import { fill } from "../pure/words.js";
import { start } from "../start.js";

export default function filter(box) {
  const list = document.querySelector(".days");
  if (!list) return;
  const words = wordsOf(box);
  const [status, nothing] = ["[role=status]", "[data-nothing]"].map((one) => box.parentElement.querySelector(one));
  const lines = [...box.querySelectorAll("[data-kind]")].filter(
    (line) => !line.querySelector("[aria-current]")?.dataset.id,
  );
  const names = lines.map((line) => line.dataset.kind);
  let choices = readChoices(location.search, names);
  let today = "";

  function show() {
    const isChosen = Object.values(choices).some(Boolean);
    const rows = readRows(list).filter(({ last }) => "keep" in list.dataset || last >= today);
    const left = rows.filter((row) => fits(row, choices, periodOf(choices, today)));
    for (const { row } of readRows(list)) row.classList.add("out");
    for (const { row } of left) row.classList.remove("out");
    for (const day of list.querySelectorAll("[data-date]")) showDay(day, isChosen, words);
    for (const line of lines) showLine(line, rows);
    for (const input of box.querySelectorAll("input")) input.value = choices[input.name] || "";
    const labels = isChosen ? lines.map((line) => line.querySelector("[aria-current]:not([data-id=''])")) : [];
    const said = labels.filter(Boolean).map((link) => link.firstChild.data.trim());
    const counts = fill(words.shown, { n: left.length, all: rows.length });
    say(status, isChosen ? [counts, said.join(", ")].filter(Boolean).join(": ") : "");
    nothing.hidden = !isChosen || left.length > 0;
    document.querySelector(".pager")?.classList.toggle("out", isChosen);
  }

  function showLine(line, rows) {
    const { kind } = line.dataset;
    for (const link of line.querySelectorAll("[data-id]")) {
      const { id } = link.dataset;
      const here = choose(choices, kind, id);
      link.setAttribute("href", writeChoices(here));
      if ((choices[kind] || "") === id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      const count = rows.filter((row) => fits(row, here, periodOf(here, today))).length;
      say(link.querySelector("small"), String(count));
    }
  }

  async function take(fresh) {
    choices = fresh;
    if (Object.values(choices).some(Boolean)) await fetchRest(list);
    show();
  }

  function follow(link) {
    const target = link.matches("[data-all]") ? {} : choose(choices, kindOf(link), link.dataset.id);
    push(target);
    if (link.matches("[data-all]")) [...box.querySelectorAll("summary, a")].find((one) => one.checkVisibility())?.focus();
  }

  function push(fresh) {
    history.pushState(null, "", writeChoices(fresh));
    take(fresh);
  }

  box.parentElement.addEventListener("click", (event) => {
    const link = event.target.closest("[data-id], [data-all]");
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || (link.dataset.id !== undefined && !names.includes(kindOf(link)))) return;
    event.preventDefault();
    follow(link);
  });
  box.addEventListener("change", ({ target }) => push(choose(choices, target.name, target.value)));
  addEventListener("popstate", () => take(readChoices(location.search, names)));
  everyMinute(({ wall }) => {
    if (wall.date === today) return;
    today = wall.date;
    take(choices);
  });
}

const kindOf = (link) => link.closest("[data-kind]").dataset.kind;

function readRows(list) {
  return [...list.querySelectorAll("[data-filed]")].map((row) => {
    const { starts, ends, filed } = row.dataset;
    return { row, filed: filed.split(" "), first: starts.slice(0, 10), last: lastDay(starts, ends) };
  });
}

function showDay(day, isChosen, words) {
  const all = day.querySelectorAll("[data-filed]").length;
  const n = day.querySelectorAll("[data-filed]:not(.out)").length;
  const count = day.querySelector("header p");
  day.dataset.said ??= count.textContent;
  say(count, n && n < all ? fill(words.of, { n, all }) : day.dataset.said);
  day.classList.toggle("out", isChosen && !n);
}

/** Brings the days of the list's further pages here; a day that goes on on the next page is one day again. */
async function fetchRest(list) {
  const next = document.querySelector(".pager [rel=next]");
  let address = next?.href;
  next?.removeAttribute("rel");
  while (address) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    for (const link of page.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
    address = page.querySelector(".pager [rel=next]")?.href;
    for (const day of page.querySelectorAll(".days > [data-date]")) append(list, day);
  }
}

function append(list, day) {
  const there = list.querySelector(`[data-date="${day.dataset.date}"] .evs`);
  const rows = day.querySelectorAll(".ev");
  if (there) there.append(...rows);
  else list.querySelector("[data-none]").before(day);
  if (!there) start(day);
}
