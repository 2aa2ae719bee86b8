// What the tests ask of an open page. Evaluated once in each page; every function answers one question.
window.asks = {
  /** An element and the two boxes around it, such as "dl.facts > dd > a". */
  name(element) {
    const path = [];
    for (let box = element; box && box !== document.body && path.length < 3; box = box.parentElement) {
      path.unshift([box.localName, ...box.classList].join("."));
    }
    return path.join(" > ");
  },

  visible(element) {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  },

  /** Whether a box of its own scrolls or hides what leaves it. */
  held(element, edge) {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box);
      if (overflowX !== "visible" && box.getBoundingClientRect().right <= edge + 1) return true;
    }
    return false;
  },

  /** How far the page scrolls sideways, and what sticks out. */
  sideways() {
    const page = document.scrollingElement;
    const extra = page.scrollWidth - page.clientWidth;
    if (extra <= 0) return [];
    const outside = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return this.visible(element) && (box.right > page.clientWidth + 1 || box.left < -1) && !this.held(element, page.clientWidth);
    });
    const outmost = outside.filter((element) => !outside.some((other) => other !== element && element.contains(other)));
    return [`${extra} px sideways`, ...outmost.slice(0, 4).map((element) => this.name(element))];
  },

  /** Text that a box cuts off: the element's, or one of its nearest boxes that hide what leaves them. */
  cutOff() {
    const found = new Set();
    for (const element of document.body.querySelectorAll("*")) {
      if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || !this.visible(element)) continue;
      for (let box = element, near = 0; box && box !== document.body && near < 3; box = box.parentElement, near += 1) {
        const { overflowX, overflowY } = getComputedStyle(box);
        if (box.clientHeight < 5 || box.clientWidth < 5) break;
        const tall = /hidden|clip/.test(overflowY) && box.scrollHeight > box.clientHeight + 3;
        const wide = /hidden|clip/.test(overflowX) && box.scrollWidth > box.clientWidth + 3;
        if (tall || wide) {
          found.add(this.name(box));
          break;
        }
      }
    }
    return [...found];
  },

  /** Lines of text that lie on other text of the same flow: what wider letters must not do. */
  overlaps() {
    const lines = [];
    for (const element of document.querySelectorAll("h1, h2, h3, p, dt, dd, td, th, figcaption, .fit")) {
      if (!this.visible(element) || !element.innerText.trim() || element.closest("svg, .track, .vh")) continue;
      const { top, bottom, height, left, right } = element.getBoundingClientRect();
      // What is to be seen of a table that scrolls.
      const held = element.closest(".scrollx")?.getBoundingClientRect() ?? { left, right };
      lines.push({ element, box: { top, bottom, height, left: Math.max(left, held.left), right: Math.min(right, held.right) } });
    }
    const found = [];
    for (let one = 0; one < lines.length; one += 1) {
      for (let two = one + 1; two < Math.min(lines.length, one + 12); two += 1) {
        const [a, b] = [lines[one], lines[two]];
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
        const deep = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const least = Math.min(a.box.height, b.box.height);
        if (wide > 8 && deep > Math.max(8, least * 0.4)) found.push(`${this.name(a.element)} on ${this.name(b.element)}`);
      }
    }
    return found;
  },

  /** Waits until every script of the page has had its first turn. */
  async ready() {
    if (!matchMedia("(scripting: enabled)").matches) return;
    const site = document.querySelector("script[type=module]")?.src;
    if (!site) return;
    const names = [...document.querySelectorAll("[data-module]")].flatMap((one) => one.dataset.module.split(/\s+/));
    await Promise.all([...new Set(names)].map((name) => import(new URL(`modules/${name}.js`, site))));
    await new Promise((done) => setTimeout(done, 0));
  },

  text(element) {
    return element.innerText.replace(/\s+/g, " ").trim();
  },
};
