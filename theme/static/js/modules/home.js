// Moves the home page on to the reader's day: its bill and its list.
//
//   <section class="lead" data-module="home" data-date="2026-10-08">
//     <h1 class="bill" id="today"><span class="fits">...</span></h1>
//     <div class="list">...</div>
//     <template data-day="2026-10-09"><p class="bill"><span class="fits">...</span></p><div class="list">...</div></template>
//     ... one for each day the page carries ...
//     <template data-day="later">...</template>               optional: for a page older than its days
//
// The h1 takes the inside of the template's .bill, .list is exchanged: always one h1. No ids inside templates.
import { everyMinute } from "../page.js";
import { start } from "../start.js";

export default function home(lead) {
  everyMinute(({ wall }) => {
    if (wall.date <= lead.dataset.date) return;
    const later = lead.querySelector('template[data-day="later"]');
    const day = lead.querySelector(`template[data-day="${wall.date}"]`) || later;
    if (!day) return;
    lead.dataset.date = wall.date;
    const fresh = day.content.cloneNode(true);
    const list = fresh.querySelector(".list");
    lead.querySelector("h1.bill").replaceChildren(...fresh.querySelector(".bill").childNodes);
    lead.querySelector(".list").replaceWith(list);
    start(list);
  });
}
