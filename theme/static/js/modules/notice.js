// Shows an urgent notice, or words about a date to come, during its time only.
//
//   <div class="notice hot" data-module="notice" data-from="2026-01-01T08:00-07:00" data-until="2026-01-02T08:00-07:00">
//
// Either bound may be missing. A notice that is not yet due is built with the attribute hidden.
import { everyMinute } from "../page.js";

export default function notice(box) {
  const from = Date.parse(box.dataset.from || "1970-01-01");
  const until = Date.parse(box.dataset.until || "9999-12-31");
  everyMinute(({ instant }) => {
    box.hidden = instant < from || instant >= until;
  });
}
