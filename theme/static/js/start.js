// Starts the enhancements named by data-module="one two" inside a part of a page.
// Addresses in full, so that a publisher who renames files finds them.
const MODULES = {
  agenda: () => import("./modules/agenda.js"),
  asof: () => import("./modules/asof.js"),
  clock: () => import("./modules/clock.js"),
  copy: () => import("./modules/copy.js"),
  days: () => import("./modules/days.js"),
  doors: () => import("./modules/doors.js"),
  filter: () => import("./modules/filter.js"),
  home: () => import("./modules/home.js"),
  month: () => import("./modules/month.js"),
  notice: () => import("./modules/notice.js"),
  share: () => import("./modules/share.js"),
  week: () => import("./modules/week.js"),
  zone: () => import("./modules/zone.js"),
};

export function start(part) {
  for (const element of part.querySelectorAll("[data-module]")) {
    for (const name of element.dataset.module.split(/\s+/)) {
      MODULES[name]?.().then((module) => module.default(element));
    }
  }
}
