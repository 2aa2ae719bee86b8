// What a clock on the library's wall shows. Dates are ISO text, the time is minutes from midnight, Monday is 0.

/** wallTime(new Date("2026-10-08T20:20Z"), "America/Denver") -> {date: "2026-10-08", minutes: 860} */
export function wallTime(instant, zone) {
  // Swedish writes dates as ISO 8601 does: "2026-10-08 14:20".
  const swedish = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const [date, clock] = swedish.format(instant).split(" ");
  const [hour, minute] = clock.split(":").map(Number);
  return { date, minutes: hour * 60 + minute };
}

/** addDays("2026-12-31", 1) -> "2027-01-01" */
export function addDays(date, count) {
  return new Date(Date.parse(date) + count * 86_400_000).toISOString().slice(0, 10);
}

/** weekday("2026-10-08") -> 3, a Thursday */
export function weekday(date) {
  return (new Date(date).getUTCDay() + 6) % 7;
}
