// Opening hours: read from data-week and data-days, and what a door says at a moment.
import { addDays, weekday } from "./wall_time.js";

const DAYS_AHEAD = 6;

/** "540-720,780-1080" -> [[540, 720], [780, 1080]] */
export function readRanges(text) {
  return text ? text.split(",").map((range) => range.split("-").map(Number)) : [];
}

/** Seven parts, Monday first, parted by | */
export function readWeek(text) {
  return text.split("|").map(readRanges);
}

/** "2026-12-24:540-780;*-12-25:;2026-12-27/2027-01-02:" -> [{first, last, ranges}]; * stands for every year */
export function readDays(text) {
  return (text || "")
    .split(";")
    .filter(Boolean)
    .map((entry) => {
      const [days, ranges] = entry.split(":");
      const [first, last] = days.trim().split("/");
      return { first, last: last || first, ranges: readRanges(ranges || "") };
    });
}

/** The ranges of one date. The first special day that covers it wins over the week. */
export function hoursOn(date, week, days) {
  const special = days.find(({ first, last }) =>
    first.startsWith("*") ? first.slice(1) === date.slice(4) : first <= date && date <= last,
  );
  return special ? special.ranges : week[weekday(date)] || [];
}

/**
 * What a door says: {open, word, minutes} or {open, word, date}. The word is a key of data-words:
 * until, opens_at, opens_tomorrow, opens_on, closed_today (no hours at all today) or closed.
 */
export function doorState({ date, minutes }, week, days) {
  const today = hoursOn(date, week, days);
  const open = today.find(([from, to]) => from <= minutes && minutes < to);
  if (open) return { open: true, word: "until", minutes: open[1] };
  const later = today.find(([from]) => from > minutes);
  if (later) return { open: false, word: "opens_at", minutes: later[0] };
  if (!today.length) return { open: false, word: "closed_today" };
  return { open: false, ...nextDay(date, week, days) };
}

function nextDay(date, week, days) {
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(date, ahead);
    if (hoursOn(day, week, days).length) return { word: ahead === 1 ? "opens_tomorrow" : "opens_on", date: day };
  }
  return { word: "closed" };
}

// The chart of hours; plugins/tools/css_measures.py makes the same names.
export const FIRST_MINUTE = 7 * 60;
export const LAST_MINUTE = 21 * 60;

/** quarterClass("at", 860) -> "at-14-25": the nearest quarter of an hour, kept between 7 and 21 */
export function quarterClass(kind, minutes) {
  const quarter = Math.floor(minutes / 15 + 0.5) * 15;
  const kept = Math.min(Math.max(quarter, FIRST_MINUTE), LAST_MINUTE);
  return `${kind}-${(kept / 60).toFixed(2).replace(".", "-")}`;
}
