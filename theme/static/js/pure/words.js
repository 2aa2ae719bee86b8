// Times and days in words. English has the library's own patterns: "2:20 pm", "8 pm", "Saturday 17 October".

/** fill("until {time}", {time: "8 pm"}) -> "until 8 pm"; no template -> undefined */
export function fill(template, values) {
  return template?.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** clockWords(860, "en") -> "2:20 pm"; clockWords(1200, "en") -> "8 pm"; clockWords(1200, "es") -> "20:00" */
export function clockWords(minutes, language) {
  const hour = Math.floor(minutes / 60) % 24;
  const minute = minutes % 60;
  if (!isEnglish(language))
    return format(new Date(Date.UTC(2000, 0, 1, hour, minute)), language, { timeStyle: "short" });
  const past = minute ? `:${String(minute).padStart(2, "0")}` : "";
  return `${hour % 12 || 12}${past} ${hour < 12 ? "am" : "pm"}`;
}

/** dayWords("2026-10-17", "en") -> "Saturday 17 October" */
export function dayWords(date, language) {
  const day = new Date(date);
  if (!isEnglish(language)) return format(day, language, { weekday: "long", day: "numeric", month: "long" });
  return `${weekdayWords(date, language)} ${day.getUTCDate()} ${format(day, "en", { month: "long" })}`;
}

/** weekdayWords("2026-10-17", "es") -> "sábado" */
export function weekdayWords(date, language) {
  return format(new Date(date), language, { weekday: "long" });
}

function format(instant, language, options) {
  return new Intl.DateTimeFormat(language, { timeZone: "UTC", calendar: "gregory", ...options }).format(instant);
}

function isEnglish(language) {
  return /^en\b/i.test(language);
}
