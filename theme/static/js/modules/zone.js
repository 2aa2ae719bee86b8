// Says whose clock the times are by, to a reader whose own clock shows another time.
//
//   <p data-module="zone" data-words='{"zone":"All times are by the clocks here: {zone}.","yours":"For you: {day}, {time}."}'
//      data-starts="2026-10-17T14:00-06:00" hidden></p>                           data-starts and yours are optional
import { everyMinute, language, say, wordsOf } from "../page.js";
import { wallTime } from "../pure/wall_time.js";
import { clockWords, dayWords, fill } from "../pure/words.js";

export default function zone(line) {
  const words = wordsOf(line);
  const { starts } = line.dataset;
  everyMinute(({ instant, wall }) => {
    const own = wallTime(instant);
    line.hidden = own.date === wall.date && own.minutes === wall.minutes;
    if (line.hidden) return;
    const yours = starts && wallTime(new Date(starts));
    const values = yours && { day: dayWords(yours.date, language), time: clockWords(yours.minutes, language) };
    say(line, [fill(words.zone, { zone: nameOf(instant) }), yours && fill(words.yours, values)].filter(Boolean).join(" "));
  });
}

/** "Mountain Time", in the language of the page: the name for both halves of the year. */
function nameOf(instant) {
  const timeZone = document.documentElement.dataset.zone;
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: "longGeneric" }).formatToParts(instant);
  return parts.find(({ type }) => type === "timeZoneName").value;
}
