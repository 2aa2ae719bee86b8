// Adds a button that copies an address.
//
//   <p class="addr" data-module="copy" data-words='{"copy":"Copy this address","copied":"Copied"}'>
//     <code>https://juniper.example/feed.xml</code></p>
import { say, wordsOf } from "../page.js";

export default function copy(box) {
  const words = wordsOf(box);
  if (!navigator.clipboard || !words.copy) return;
  const button = document.createElement("button");
  const answer = document.createElement("span");
  button.type = "button";
  button.className = "btn line";
  button.textContent = words.copy;
  answer.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(box.querySelector("code").textContent.trim());
    say(answer, words.copied);
    setTimeout(() => say(answer, ""), 4000);
  });
  box.append(" ", button, " ", answer);
}
