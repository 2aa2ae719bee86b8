// What a reader has chosen of a list of events: as an address, and what it leaves of the list. Days are ISO text.
import { addDays, weekday } from "./wall_time.js";

const OF_TIME = ["when", "from", "to"];

/** readChoices("?branch=central&x=1", ["branch", "free"]) -> {branch: "central"} */
export function readChoices(search, names) {
  const given = new URLSearchParams(search);
  return Object.fromEntries([...names, ...OF_TIME].map((name) => [name, given.get(name)]).filter(([, value]) => value));
}

/** writeChoices({branch: "central", free: ""}) -> "?branch=central"; "?" for none */
export function writeChoices(choices) {
  return `?${new URLSearchParams(Object.entries(choices).filter(([, value]) => value))}`;
}

/** choose({when: "today"}, "from", "2026-10-10") -> {from: "2026-10-10"}: a day and a word about days exclude each other */
export function choose(choices, name, value) {
  const { when, from, to, ...others } = choices;
  const time = name === "when" ? {} : OF_TIME.includes(name) ? { from, to } : { when, from, to };
  return { ...others, ...time, [name]: value };
}

/** periodOf({when: "weekend"}, "2026-10-08") -> ["2026-10-10", "2026-10-11"] */
export function periodOf({ when, from, to }, today) {
  const day = weekday(today);
  const ahead = { today: [0, 0], tomorrow: [1, 1], weekend: [Math.max(0, 5 - day), 6 - day], week: [0, 6] }[when];
  return ahead ? ahead.map((days) => addDays(today, days)) : [from || "", to || "9999"];
}

/** The last day an event takes in: one that ends after midnight is of the day it starts on. */
export function lastDay(starts, ends) {
  if (!ends) return starts.slice(0, 10);
  if (starts.length === 10) return addDays(ends, -1);
  return Date.parse(ends) - Date.parse(starts) < 86_400_000 ? starts.slice(0, 10) : ends.slice(0, 10);
}

/** Whether {filed: ["branch:central", "free:1"], first, last} is left by choices and a period. */
export function fits({ filed, first, last }, choices, [from, to]) {
  if (last < from || first > to) return false;
  return Object.entries(choices).every(
    ([name, value]) => !value || OF_TIME.includes(name) || filed.includes(`${name}:${value}`),
  );
}
