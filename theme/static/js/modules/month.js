// Moves today along the table of a month, and dims the days that are past.
//
//   <table class="month" data-module="month" data-words='{"today":"(Today)"}'>
//     <td data-date="2026-10-08" class="now"><h2>... <span data-today>(Today)</span></h2>
import { everyMinute, say, wordsOf } from "../page.js";

export default function month(table) {
  const words = wordsOf(table);
  everyMinute(({ wall }) => {
    for (const cell of table.querySelectorAll("[data-date]")) {
      const { date } = cell.dataset;
      cell.classList.toggle("now", date === wall.date);
      cell.classList.toggle("past", date < wall.date);
      say(cell.querySelector("[data-today]"), date === wall.date ? words.today : "");
    }
  });
}
