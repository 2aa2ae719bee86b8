// What every module asks of the page: the library's zone and language, its words, and to be called each minute.
import { wallTime } from "./pure/wall_time.js";

const { lang, dataset } = document.documentElement;
const tasks = new Set();
let waiting = 0;

export const language = lang || "en";

export function wordsOf(element) {
  return JSON.parse(element.dataset.words || "{}");
}

/** Calls task({instant, wall}) now, at each turn of the minute, and when the reader comes back to the page. */
export function everyMinute(task) {
  tasks.add(task);
  task(moment());
  if (!waiting) wait();
}

function moment() {
  const instant = new Date();
  return { instant, wall: wallTime(instant, dataset.zone || "UTC") };
}

function wait() {
  clearTimeout(waiting);
  waiting = setTimeout(run, 60_000 - (Date.now() % 60_000) + 50);
}

function run() {
  const now = moment();
  for (const task of tasks) task(now);
  wait();
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && waiting) run();
});

/** Sets a text only where it differs, so that nothing is announced for nothing. */
export function say(element, text) {
  if (element && text !== undefined && element.textContent !== text) element.textContent = text;
}
