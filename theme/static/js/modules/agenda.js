// Marks rows of events as on now or finished, and dates of a slip as gone or next.
//
//   <ol class="evs" data-module="agenda" data-words='{"now":"On now","finished":"Finished"}'>
//     <li class="ev" data-starts="2026-10-17T14:00-06:00" data-ends="2026-10-17T15:30-06:00">... <p class="meta">...
//   <table data-module="agenda"><tr data-starts="..." data-ends="...">
//
// A row gets the class live and a .tag.now, or done and a .ended, first in its .meta, or loses what was built.
// A cancelled row (is-off) is never on and gets no word.
import { everyMinute, wordsOf } from "../page.js";
import { eventState } from "../pure/event_state.js";

export default function agenda(list) {
  const words = wordsOf(list);
  everyMinute((now) => {
    let next = true;
    for (const row of list.querySelectorAll("[data-starts]")) {
      const state = eventState(row.dataset.starts, row.dataset.ends, now);
      if (row.matches("tr")) {
        const passes = state === "done" || row.classList.contains("is-off");
        row.classList.toggle("gone", state === "done");
        row.classList.toggle("next", !passes && next);
        next &&= passes;
      } else {
        mark(row, state, words);
      }
    }
  });
}

function mark(row, state, words) {
  const off = row.classList.contains("is-off");
  row.classList.toggle("live", state === "live" && !off);
  row.classList.toggle("done", state === "done");
  const meta = row.querySelector(".meta");
  if (!meta) return;
  put(meta, "tag now", state === "live" && !off && words.now);
  put(meta, "ended", state === "done" && !off && words.finished);
}

function put(meta, classes, word) {
  const there = meta.querySelector(`.${classes.replace(" ", ".")}`);
  if (!word) there?.remove();
  if (!word || there) return;
  const made = document.createElement("span");
  made.className = classes;
  made.textContent = word;
  meta.prepend(made, " ");
}
