// The classes that place bars and the now-line on the chart of hours; plugins/kernel/measures.py makes the same names.
export const FIRST_MINUTE = 7 * 60;
export const LAST_MINUTE = 21 * 60;

/** quarterClass("at", 860) -> "at-14-25": the nearest quarter of an hour, kept between 7 and 21 */
export function quarterClass(kind, minutes) {
  const quarter = Math.floor(minutes / 15 + 0.5) * 15;
  const kept = Math.min(Math.max(quarter, FIRST_MINUTE), LAST_MINUTE);
  return `${kind}-${(kept / 60).toFixed(2).replace(".", "-")}`;
}
