// The page being edited. Speaks to the editor through one function that takes one JSON text, and takes orders through
// the functions of `swCanvas`. Nothing of the site itself runs here.
"use strict";
window.swCanvas = {};
window.swParts = (() => {
  const post = (message) => {
    if (window.sitewright) window.sitewright.post(JSON.stringify(message));
  };
  const sectionOf = (node) => node && node.closest ? node.closest("[data-sw-section]") : null;
  const idOf = (section) => section.getAttribute("data-sw-section");
  // Looked for once: a long page has thousands of elements, and every key asks.
  const found = new Map();
  const find = (id) => {
    const before = found.get(id);
    if (before && before.isConnected && idOf(before) === id) return before;
    const section = document.querySelector(`[data-sw-section="${CSS.escape(id)}"]`);
    if (section) found.set(id, section); else found.delete(id);
    return section;
  };
  const field = (id, path, name = "edit") => {
    const section = find(id);
    return section && section.querySelector(`[data-sw-${name}="${CSS.escape(path)}"]`);
  };
  const state = { selected: [], tools: { name: "", layout: 0, layouts: 1, up: false, down: false }, still: false };

  // ---- Patching: only what differs is touched, so that pictures, open parts and the caret stay.
  const morph = (old, now) => {
    if (old.isEqualNode(now)) return;
    if (old.nodeType !== now.nodeType || old.nodeName !== now.nodeName) { old.replaceWith(now); return; }
    if (old.nodeType !== Node.ELEMENT_NODE) { old.data = now.data; return; }
    attributes(old, now);
    const from = [...old.childNodes], to = [...now.childNodes];
    let start = 0;
    while (start < from.length && start < to.length && alike(from[start], to[start])) start++;
    let end = 0;
    while (end < from.length - start && end < to.length - start
        && alike(from[from.length - 1 - end], to[to.length - 1 - end])) end++;
    for (let i = 0; i < start; i++) morph(from[i], to[i]);
    for (let i = 0; i < end; i++) morph(from[from.length - 1 - i], to[to.length - 1 - i]);
    const before = from[from.length - end] || null;
    for (const gone of from.slice(start, from.length - end)) gone.remove();
    for (const fresh of to.slice(start, to.length - end)) old.insertBefore(fresh, before);
  };
  const alike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName;
  const KEPT = ["open", "contenteditable", "spellcheck"];
  const attributes = (old, now) => {
    for (const each of [...old.attributes]) {
      if (!now.hasAttribute(each.name) && !KEPT.includes(each.name)) old.removeAttribute(each.name);
    }
    for (const each of now.attributes) {
      if (old.getAttribute(each.name) !== each.value) old.setAttribute(each.name, each.value);
    }
  };

  return { post, sectionOf, idOf, find, field, state, morph, draw() {}, far() {}, farAnew() {}, host: null };
})();

(() => {
  const { post, sectionOf, idOf, find, state, morph } = swParts;

  // ---- Choosing.
  document.addEventListener("click", (event) => {
    if (event.composedPath().includes(swParts.host)) return;
    const on = (selector) => event.target.closest && event.target.closest(selector);
    const interactive = on("a, button, input, textarea, select, label, form");
    if (interactive || (on("summary") && on("[data-sw-edit]"))) event.preventDefault();
    const section = sectionOf(event.target);
    if (!section) { post({ type: "deselect" }); return; }
    const how = event.shiftKey ? "range" : event.ctrlKey || event.metaKey ? "toggle" : "alone";
    const picture = on("[data-sw-image]");
    post({ type: "select", section: idOf(section), how, picture: picture ? picture.getAttribute("data-sw-image") : "" });
    swParts.draw();
  }, true);
  document.addEventListener("submit", (event) => event.preventDefault(), true);
  document.addEventListener("dragstart", (event) => event.preventDefault(), true);
  document.addEventListener("dblclick", (event) => {
    const frame = event.target.closest && event.target.closest("[data-sw-image]");
    if (!frame) return;
    event.preventDefault();
    swCanvas.openPicture(idOf(sectionOf(frame)), frame.getAttribute("data-sw-image"));
  });
  document.addEventListener("contextmenu", (event) => {
    const section = sectionOf(event.target);
    if (!section || swParts.editing()) return;
    event.preventDefault();
    if (!state.selected.includes(idOf(section))) post({ type: "select", section: idOf(section), how: "alone", picture: "" });
    post({ type: "more", section: idOf(section), x: event.clientX, y: event.clientY });
  });

  // ---- Orders from the editor.
  const body = () => document.getElementById("sw-body");
  state.page = body().dataset.page;
  const keep = (change) => {
    const place = swParts.caret();
    const x = scrollX, y = scrollY;
    change();
    swParts.restore(place);
    if (scrollX !== x || scrollY !== y) scrollTo(x, y);
    swParts.draw();
  };
  const fragment = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  };
  // Pages that were shown and not changed since, by their markup: going back to one draws nothing anew.
  const pages = new Map();
  Object.assign(swCanvas, {
    body(page, html) {
      keep(() => {
        const before = body();
        const same = state.page === page;
        const kept = pages.get(html);
        if (kept) pages.delete(html);
        const fresh = kept || fragment(html);
        if (same) {
          const shown = new Map([...before.querySelectorAll("[data-sw-section]")].map((each) => [idOf(each), each]));
          for (const section of fresh.querySelectorAll("[data-sw-section]")) {
            const old = shown.get(idOf(section));
            if (old && old.outerHTML === section.outerHTML) section.replaceWith(old);
          }
        } else if (state.drawn) {
          const away = document.createDocumentFragment();
          away.append(...before.childNodes);
          pages.set(state.drawn, away);
          if (pages.size > 4) pages.delete(pages.keys().next().value);
        }
        before.replaceChildren(fresh);
        state.page = page;
        state.drawn = html;
      });
      swParts.far();
    },
    section(id, html) {
      state.drawn = null;
      const old = find(id);
      const now = fragment(html).querySelector("[data-sw-section]");
      if (old && now) keep(() => morph(old, now));
    },
    words(id, path, html) {
      const section = find(id);
      const fields = section ? section.querySelectorAll(`[data-sw-edit="${CSS.escape(path)}"]`) : [];
      if (fields.length !== 1 || fields[0].firstElementChild) return false;
      state.drawn = null;
      const words = html.includes("&") ? fragment(html).textContent : html;
      const text = fields[0].firstChild;
      keep(() => { if (text && !text.nextSibling) text.data = words; else fields[0].textContent = words; });
      return true;
    },
    style(css) { document.getElementById("sw-site").textContent = css; swParts.farAnew(); swParts.draw(); },
    direction(way) {
      if (way) document.documentElement.dir = way; else document.documentElement.removeAttribute("dir");
      swParts.farAnew();
      swParts.draw();
    },
    select(ids, about, picture) {
      const writing = swParts.editing();
      if (writing && (ids.length !== 1 || ids[0] !== idOf(sectionOf(writing)))) swCanvas.leave();
      state.selected = ids;
      state.picture = picture || "";
      if (about) state.tools = about;
      swParts.draw();
    },
    reveal(id) {
      const section = find(id);
      if (!section || swParts.editing()) return;
      const rect = section.getBoundingClientRect();
      const high = rect.height > innerHeight * 0.8;
      if (rect.top > innerHeight * 0.7 || rect.bottom < innerHeight * 0.2) {
        section.scrollIntoView({ block: high ? "start" : "center" });
      }
    },
    zoom(s) { document.documentElement.style.setProperty("--sw-scale", s); swParts.draw(); },
    still(on) { state.still = on; },
    openPicture(id, path) {
      const frame = swParts.field(id, path, "image");
      if (!frame) return;
      const r = frame.getBoundingClientRect();
      post({ type: "picture", section: id, path, x: r.left, y: r.top, width: r.width, height: r.height });
    },
    // What lies under a point: for files that are dragged over the page.
    at(x, y) {
      const under = document.elementFromPoint(x, y);
      const section = sectionOf(under);
      const picture = under && under.closest && under.closest("[data-sw-image]");
      return JSON.stringify({
        section: section ? idOf(section) : "",
        picture: picture && section ? picture.getAttribute("data-sw-image") : "",
      });
    },
  });
  window.swReady = () => post({ type: "ready" });
})();
