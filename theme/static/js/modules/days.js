// Moves "Today" and "Tomorrow" along a list of days, and hides days that are past.
//
//   <div class="days" data-module="days" data-words='{"today":"Today","tomorrow":"Tomorrow"}'>
//     <section class="day" data-date="2026-10-08">
//       <header><time class="stamp now big">...</time>
//         <div><h2><span class="rel">Today</span> <span class="wdl">Thursday</span> <span class="vh">8 October</span></h2>
//     <p data-none hidden>Nothing more in this list.</p>          (optional: shown when every day is past)
// With data-keep the days that are past stay: it is the list of a month, not of what is to come.
import { everyMinute, say, wordsOf } from "../page.js";
import { addDays } from "../pure/wall_time.js";

export default function days(list) {
  const words = wordsOf(list);
  const none = list.querySelector("[data-none]");
  everyMinute(({ wall }) => {
    const tomorrow = addDays(wall.date, 1);
    const sections = [...list.querySelectorAll("[data-date]")];
    for (const section of sections) {
      const { date } = section.dataset;
      const [isToday, isTomorrow] = [date === wall.date, date === tomorrow];
      section.hidden = date < wall.date && !("keep" in list.dataset);
      say(section.querySelector(".rel"), (isToday && words.today) || (isTomorrow && words.tomorrow) || "");
      const stamp = section.querySelector("header .stamp")?.classList;
      stamp?.toggle("now", isToday);
      stamp?.toggle("soon", isTomorrow);
    }
    if (none) none.hidden = sections.some((section) => !section.hidden);
  });
}
