// Says of each door whether it is open, by the library's clock.
//
//   <p data-today></p>                                     in the same .strip: gets today's date in words
//   <ul data-module="doors" data-words='{"until":"until {time}","opens_at":"opens {time}","opens_on":"opens {day}",
//       "opens_tomorrow":"opens tomorrow","closed_today":"closed today","closed":"closed"}' data-count="ID">
//     <li class="door" data-week="540-1200|540-1200|||||" data-days="2026-12-24:540-780;*-12-25:">
//       <b><a href="...">Central</a></b> <span data-state>weekly hours</span>
//   <h2 id="ID" data-counts='["All are closed now","One is open now"]'>              optional, n + 1 sentences
//
// The element with data-week is a .door or holds one; data-module may stand on it, too. Without a word the built text stays.
import { everyMinute, language, say, wordsOf } from "../page.js";
import { doorState, readDays, readWeek } from "../pure/hours.js";
import { clockWords, dayWords, fill, weekdayWords } from "../pure/words.js";

export default function doors(list) {
  const words = wordsOf(list);
  const all = list.matches("[data-week]") ? [list] : [...list.querySelectorAll("[data-week]")];
  const read = all.map((door) => [door, readWeek(door.dataset.week), readDays(door.dataset.days)]);
  const heading = list.dataset.count && document.getElementById(list.dataset.count);
  const date = list.closest(".strip")?.querySelector("[data-today]");
  everyMinute(({ wall }) => {
    if (date) sayDate(date, wall.date);
    let open = 0;
    for (const [door, week, days] of read) {
      const state = doorState(wall, week, days);
      open += state.open;
      show(door, state, words);
    }
    if (heading) say(heading, JSON.parse(heading.dataset.counts)[open]);
  });
}

function show(door, state, words) {
  const mark = door.matches(".door") ? door : door.querySelector(".door");
  mark?.classList.toggle("open", state.open);
  const place = door.querySelector("[data-state]");
  if (!place) return;
  place.dataset.state = "said"; // the strip's stylesheet stops keeping the place
  const word = words[state.word] ?? (state.word === "opens_tomorrow" ? words.opens_on : undefined);
  const time = state.minutes === undefined ? "" : clockWords(state.minutes, language);
  const day = state.date ? weekdayWords(state.date, language) : "";
  say(place, fill(word, { time, day }));
}

function sayDate(place, date) {
  if (place.firstChild?.dateTime === date) return;
  const time = document.createElement("time");
  time.dateTime = date;
  time.textContent = dayWords(date, language);
  place.replaceChildren(time);
}
