// Starts the enhancements named by data-module="one two" inside a part of a page.
// Addresses in full, so that a publisher who renames files finds them.
const MODULES = {
  agenda: () => import("./modules/agenda.js"),
  asof: () => import("./modules/asof.js"),
  clock: () => import("./modules/clock.js"),
  copy: () => import("./modules/copy.js"),
  days: () => import("./modules/days.js"),
  doors: () => import("./modules/doors.js"),
  home: () => import("./modules/home.js"),
  notice: () => import("./modules/notice.js"),
  week: () => import("./modules/week.js"),
};

export function start(part) {
  for (const element of part.querySelectorAll("[data-module]")) {
    for (const name of element.dataset.module.split(/\s+/)) {
      MODULES[name]?.().then((module) => module.default(element));
    }
  }
}
