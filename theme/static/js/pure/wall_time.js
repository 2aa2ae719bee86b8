// What a clock on the library's wall shows. Dates are ISO text, the time is minutes from midnight, Monday is 0.

/** wallTime(new Date("2026-10-08T20:20Z"), "America/Denver") -> {date: "2026-10-08", minutes: 860} */
export function wallTime(instant, zone) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(instant);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return {
    date: `${part.year.padStart(4, "0")}-${part.month}-${part.day}`,
    minutes: Number(part.hour) * 60 + Number(part.minute),
  };
}

/** addDays("2026-12-31", 1) -> "2027-01-01" */
export function addDays(date, count) {
  return new Date(Date.parse(date) + count * 86_400_000).toISOString().slice(0, 10);
}

/** weekday("2026-10-08") -> 3, a Thursday */
export function weekday(date) {
  return (new Date(date).getUTCDay() + 6) % 7;
}
