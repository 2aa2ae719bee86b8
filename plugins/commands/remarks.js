// Added to pages by `python3 tasks.py serve` only: a box that was closed stays closed until it has something else to say.
(() => {
  const key = "broadside-remarks";
  const box = document.getElementById(key);
  const details = box.querySelector("details");
  if (sessionStorage.getItem(key) === box.textContent) details.open = false;
  details.addEventListener("toggle", () => {
    if (details.open) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, box.textContent);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
  });
})();
