// Added to pages by `python3 tasks.py serve` only: loads the page anew after a build, at the same height.
const key = `broadside-scroll ${location.pathname}`;
const top = sessionStorage.getItem(key);
sessionStorage.removeItem(key);
if (top !== null) addEventListener("load", () => scrollTo({ top: Number(top), behavior: "instant" }));

const build = new URL(document.currentScript.src).searchParams.get("build");
new EventSource(`/.reload?build=${build}`).addEventListener("built", () => {
  sessionStorage.setItem(key, String(scrollY));
  location.reload();
});
