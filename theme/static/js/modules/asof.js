// Keeps "as of Thursday 8 October, 2:20 pm" true while scripts keep the list beside it true.
//
//   <p data-module="asof" data-words='{"asof":"as of {day}, {time}"}'>as of Thursday 8 October, 2:20 pm</p>
import { everyMinute, language, say, wordsOf } from "../page.js";
import { clockWords, dayWords, fill } from "../pure/words.js";

export default function asof(line) {
  const words = wordsOf(line);
  everyMinute(({ wall }) => {
    say(line, fill(words.asof, { day: dayWords(wall.date, language), time: clockWords(wall.minutes, language) }));
  });
}
