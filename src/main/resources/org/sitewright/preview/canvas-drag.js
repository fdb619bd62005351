// Sections on the move: a line shows where they land, what lies below makes way, and the page scrolls at its edges.
"use strict";
(() => {
  const { post, idOf, find, state } = swParts;
  const EDGE = 70;
  let moved = null;
  let gaps = [];
  let landing = null;
  let pointer = 0;
  let frame = 0;

  const groupOf = (section) => {
    const main = document.getElementById("main");
    if (!main || main.contains(section)) return "page";
    return main.compareDocumentPosition(section) & Node.DOCUMENT_POSITION_PRECEDING ? "top" : "bottom";
  };
  const members = (group) =>
    [...document.querySelectorAll("[data-sw-section]")].filter((each) => groupOf(each) === group);

  function look() {
    if (!moved) return;
    const speed = pointer < EDGE ? pointer - EDGE : pointer > innerHeight - EDGE ? pointer - innerHeight + EDGE : 0;
    if (speed) scrollBy(0, Math.max(-40, Math.min(40, speed / 2)));
    place();
    frame = requestAnimationFrame(look);
  }

  function place() {
    const y = pointer + scrollY;
    let at = gaps.findIndex((each) => y < each.middle);
    if (at < 0) at = gaps.length;
    const edge = at < gaps.length ? gaps[at].top : gaps[gaps.length - 1].bottom;
    landing = at < gaps.length ? { section: gaps[at].id, below: false } : { section: gaps[at - 1].id, below: true };
    swParts.landing(edge);
    gaps.forEach((each, i) => {
      each.element.style.transform = i >= at ? "translateY(14px)" : i === at - 1 ? "translateY(-6px)" : "";
    });
  }

  function stop() {
    cancelAnimationFrame(frame);
    for (const each of gaps) { each.element.style.transform = ""; each.element.style.transition = ""; each.element.style.opacity = ""; }
    moved = null;
    gaps = [];
    landing = null;
    swParts.landing(null);
    swParts.draw();
  }

  Object.assign(swCanvas, {
    // The pointer holds these sections at a height of the window.
    drag(ids, y) {
      pointer = y;
      if (moved) return;
      const lead = find(ids[ids.length - 1]);
      if (!lead) return;
      moved = ids;
      gaps = members(groupOf(lead)).map((element) => {
        const r = element.getBoundingClientRect();
        return { element, id: idOf(element), top: r.top + scrollY, bottom: r.bottom + scrollY,
          middle: (r.top + r.bottom) / 2 + scrollY };
      });
      for (const each of gaps) {
        each.element.style.transition = state.still ? "none" : "transform 120ms ease-out, opacity 120ms";
        if (ids.includes(each.id)) each.element.style.opacity = ".45";
      }
      look();
    },
    drop() {
      if (!moved) return;
      place();
      const where = landing, ids = moved;
      stop();
      post({ type: "drop", sections: ids, section: where.section, below: where.below });
    },
    cancelDrag() { if (moved) stop(); },
  });
  swParts.dragging = () => !!moved;
})();
