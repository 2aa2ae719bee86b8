// Moves the now-line of the chart of hours, and redraws its bars when the reader's day is not the day of the build.
//
//   <ul class="clock" data-module="doors clock" data-date="2026-10-08">
//     <li class="row" data-week="..." data-days="...">
//       <span class="track"><span class="bar from-9-00 to-20-00"><span>9 am</span> <span>8 pm</span></span>
//         <span class="nowline at-14-25"></span></span>
import { everyMinute, language } from "../page.js";
import { FIRST_MINUTE, LAST_MINUTE, hoursOn, quarterClass, readDays, readWeek } from "../pure/hours.js";
import { clockWords } from "../pure/words.js";

export default function clock(chart) {
  everyMinute(({ wall }) => {
    for (const row of chart.querySelectorAll("[data-week]")) {
      const track = row.querySelector(".track");
      if (chart.dataset.date !== wall.date) drawBars(track, row.dataset, wall.date);
      drawLine(track, wall.minutes);
    }
    chart.dataset.date = wall.date;
  });
}

function drawBars(track, { week, days }, date) {
  const ranges = hoursOn(date, readWeek(week), readDays(days));
  for (const bar of track.querySelectorAll(".bar")) bar.remove();
  track.prepend(
    ...ranges.map(([from, to]) => {
      const bar = piece(`bar ${quarterClass("from", from)} ${quarterClass("to", to)}`);
      bar.append(piece("", clockWords(from, language)), " ", piece("", clockWords(to, language)));
      return bar;
    }),
  );
}

function drawLine(track, minutes) {
  const line = track.querySelector(".nowline") || track.appendChild(piece(""));
  line.className = `nowline ${quarterClass("at", minutes)}`;
  line.hidden = minutes < FIRST_MINUTE || minutes > LAST_MINUTE;
}

function piece(classes, text = "") {
  const made = document.createElement("span");
  if (classes) made.className = classes;
  made.textContent = text;
  return made;
}
