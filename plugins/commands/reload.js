// Added to pages by `python3 tasks.py serve` only: loads the page anew after a build, at the same height.
(() => {
  const key = `broadside-scroll ${location.pathname}`;
  const height = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (height !== null) addEventListener("load", () => scrollTo({ top: Number(height), behavior: "instant" }));

  const build = new URL(document.currentScript.src).searchParams.get("build");
  const news = new EventSource(`/.reload?build=${build}&page=${encodeURIComponent(location.pathname)}`);
  news.addEventListener("built", () => {
    news.close();
    sessionStorage.setItem(key, String(scrollY));
    location.reload();
  });
})();
