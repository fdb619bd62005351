// Sections out of sight are not laid out, so that a long page costs no more than what is seen of it. Each is measured
// once, a few in each frame, and stands in with its own height: the scroll bar is true and nothing jumps.
"use strict";
(() => {
  const AT_ONCE = 6;
  const WAIT = 250;
  const { idOf } = swParts;
  const sheet = document.head.appendChild(document.createElement("style"));
  const known = new Map();
  let due = 0;
  let running = false;

  const sections = () => [...document.querySelectorAll("#main > [data-sw-section]")];
  const write = () => {
    sheet.textContent = [...known].map(([id, height]) =>
      `[data-sw-section="${CSS.escape(id)}"]{contain-intrinsic-block-size:auto ${height}px}`).join("");
  };

  function some() {
    const next = sections().filter((each) => !known.has(idOf(each))).slice(0, AT_ONCE);
    if (!next.length) {
      running = false;
      write();
      return;
    }
    for (const each of next) each.classList.add("sw-measured");
    for (const each of next) known.set(idOf(each), each.offsetHeight);
    for (const each of next) each.classList.remove("sw-measured");
    requestAnimationFrame(some);
  }

  // Measures what is not known yet, when the page has come to rest.
  swParts.far = () => {
    clearTimeout(due);
    due = setTimeout(() => {
      if (running) return;
      running = true;
      requestAnimationFrame(some);
    }, WAIT);
  };
  // All heights are others: at another width, in other letters.
  swParts.farAnew = () => { known.clear(); swParts.far(); };

  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    swParts.farAnew();
  });
  document.fonts.ready.then(swParts.farAnew);
})();
