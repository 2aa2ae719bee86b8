/**
 * "coming", "live" or "done". Times are instants with an offset; an all-day event has dates, the end being the first
 * day after. Without an end an event is never said to be on, and is over the next day.
 */
export function eventState(starts, ends, { instant, wall }) {
  if (starts.length === 10) return between(starts, ends || starts + "~", wall.date);
  if (!ends) return starts.slice(0, 10) < wall.date ? "done" : "coming";
  return between(Date.parse(starts), Date.parse(ends), instant.getTime());
}

function between(first, end, now) {
  if (now < first) return "coming";
  return now < end ? "live" : "done";
}
