// Adds a button that hands the page's address to the reader's own apps, where the browser can do that.
//
//   <ul class="tools" data-module="share" data-words='{"share":"Share"}'><li><a href="mailto:...">
import { wordsOf } from "../page.js";

export default function share(list) {
  if (!navigator.share) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = wordsOf(list).share;
  button.addEventListener("click", () => {
    const url = document.querySelector("link[rel=canonical]").href;
    // A reader who thinks better of it has done nothing wrong.
    navigator.share({ title: document.title, url }).catch(() => {});
  });
  const item = document.createElement("li");
  item.append(button);
  list.prepend(item);
}
