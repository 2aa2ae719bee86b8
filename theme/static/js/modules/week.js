// Moves the ledger of the next days along.
//
//   <ol class="week" data-module="week" data-show="7">
//     <li class="wd" data-date="2026-10-09">...<time class="stamp soon">...     13 days; those after the 7th are hidden
//
// On a page that is older than its days, the section around the ledger goes with the last of them.
import { everyMinute } from "../page.js";
import { addDays } from "../pure/wall_time.js";

export default function week(ledger) {
  const shown = Number(ledger.dataset.show || 7);
  const days = [...ledger.querySelectorAll("[data-date]")];
  const section = ledger.closest("section");
  everyMinute(({ wall }) => {
    const tomorrow = addDays(wall.date, 1);
    const last = addDays(wall.date, shown);
    for (const day of days) {
      const { date } = day.dataset;
      day.hidden = date < tomorrow || date > last;
      day.querySelector(".stamp")?.classList.toggle("soon", date === tomorrow);
    }
    if (section) section.hidden = days.every((day) => day.hidden);
  });
}
