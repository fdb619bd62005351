// The page being edited. Speaks to the editor through one function that takes one JSON text, and takes orders through
// the functions of `swCanvas`. Nothing of the site itself runs here.
"use strict";
(() => {
  const ACCENT = "#2f5fe0";
  const TOOL = "#1f2328";
  let selected = null;
  let tools = { name: "", layout: 0, layouts: 1, up: false, down: false };
  let hovered = null;
  let editing = null;

  const post = (message) => {
    if (window.sitewright) window.sitewright.post(JSON.stringify(message));
  };
  const sectionOf = (node) => node && node.closest ? node.closest("[data-sw-section]") : null;
  const idOf = (section) => section.getAttribute("data-sw-section");
  const find = (id) => document.querySelector(`[data-sw-section="${CSS.escape(id)}"]`);
  const body = () => document.getElementById("sw-body");

  // ---- Frames and tools, in a shadow tree so that the site's styles cannot reach them.
  const host = document.createElement("div");
  host.id = "sw-tools";
  host.style.cssText = "position:absolute;inset:0 auto auto 0;width:0;height:0;z-index:2147483000";
  const shadow = host.attachShadow({ mode: "open" });
  shadow.innerHTML = `<style>
    :host { all: initial }
    * { box-sizing: border-box; font: 500 13px/1 Inter, system-ui, sans-serif }
    .frame { position: absolute; pointer-events: none; display: none }
    #hover { border: calc(1px * var(--s)) solid ${ACCENT}; opacity: .65 }
    #selected { border: calc(2px * var(--s)) solid ${ACCENT} }
    .zoomed { position: absolute; zoom: var(--s); display: none }
    #name { background: ${ACCENT}; color: #fff; padding: 5px 8px; border-radius: 0 0 5px 0; pointer-events: none; white-space: nowrap }
    .bar { background: ${TOOL}; color: #fff; border-radius: 7px; padding: 3px; align-items: center; gap: 1px; box-shadow: 0 8px 24px rgba(0,0,0,.22); white-space: nowrap }
    button { all: unset; box-sizing: border-box; color: #fff; font: 500 13px/1 Inter, system-ui, sans-serif; height: 28px; min-width: 28px; padding: 0 7px; border-radius: 5px; display: inline-flex; align-items: center; justify-content: center; cursor: pointer }
    button:hover { background: rgba(255,255,255,.16) }
    button:focus-visible { outline: 2px solid #8aabff }
    button[disabled] { opacity: .35; pointer-events: none }
    button svg { width: 15px; height: 15px; fill: none; stroke: currentColor; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round }
    .rule { width: 1px; height: 18px; background: rgba(255,255,255,.22); margin: 0 3px }
    #add { white-space: nowrap }
    #add button { background: ${ACCENT}; border-radius: 15px; height: 30px; padding: 0 13px; gap: 6px; border: 2px solid #fff; box-shadow: 0 2px 8px rgba(0,0,0,.18) }
    #add button:hover { background: #2855d0 }
    #link { display: none; gap: 4px; padding-left: 4px }
    #link input { all: unset; font: 400 13px/1 Inter, system-ui, sans-serif; color: #fff; background: rgba(255,255,255,.14); border-radius: 5px; height: 26px; width: 210px; padding: 0 8px }
    b { font-weight: 700 } i { font-style: italic }
  </style>
  <div id="hover" class="frame"></div><div id="selected" class="frame"></div>
  <div id="name" class="zoomed"></div>
  <div id="add" class="zoomed"><button type="button" data-do="insert" aria-label="Add section">${svg("M5 12h14M12 5v14")}Add section</button></div>
  <div id="bar" class="zoomed bar" role="toolbar" aria-label="Section">
    <button type="button" data-do="layout" data-by="-1" aria-label="Previous layout">${svg("m15 18-6-6 6-6")}</button><span id="count"></span>
    <button type="button" data-do="layout" data-by="1" aria-label="Next layout">${svg("m9 18 6-6-6-6")}</button><span class="rule"></span>
    <button type="button" data-do="move" data-by="-1" id="up" aria-label="Move up">${svg("m5 12 7-7 7 7M12 19V5")}</button>
    <button type="button" data-do="move" data-by="1" id="down" aria-label="Move down">${svg("M12 5v14m7-7-7 7-7-7")}</button>
    <button type="button" data-do="duplicate" aria-label="Duplicate">${svg("M8 8h12v12H8zM16 4H4v12")}</button>
    <button type="button" data-do="delete" aria-label="Delete">${svg("M3 6h18M19 6v14H5V6M8 6V4h8v2M10 11v6M14 11v6")}</button>
  </div>
  <div id="text" class="zoomed bar" role="toolbar" aria-label="Text">
    <button type="button" data-text="bold" aria-label="Bold"><b>B</b></button><button type="button" data-text="italic" aria-label="Italic"><i>I</i></button>
    <button type="button" data-text="link" aria-label="Link">${svg("M10 13a5 5 0 0 0 7.5.5l3-3a5 5 0 0 0-7-7l-1.700 1.700M14 11a5 5 0 0 0-7.500-.5l-3 3a5 5 0 0 0 7 7l1.700-1.700")}</button>
    <button type="button" data-text="clear" aria-label="Clear formatting">${svg("M4 7V4h16v3M5 20h6M13 4 8 20M15 15l5 5M20 15l-5 5")}</button>
    <span id="link"><input aria-label="Address" placeholder="https://"><button type="button" data-text="apply">Set</button></span>
  </div>`;
  function svg(d) { return `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${d}"/></svg>`; }
  document.body.appendChild(host);
  const part = (id) => shadow.getElementById(id);

  const place = (element, rect) => {
    element.style.display = "block";
    element.style.left = `${rect.left + scrollX}px`;
    element.style.top = `${rect.top + scrollY}px`;
    element.style.width = `${rect.width}px`;
    element.style.height = `${rect.height}px`;
  };
  let drawing = false;
  const draw = () => {
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => { drawing = false; drawNow(); });
  };
  const scale = () => parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--sw-scale")) || 1;

  function drawNow() {
    const s = scale();
    host.style.setProperty("--s", s);
    const over = hovered && hovered.isConnected && idOf(hovered) !== selected ? hovered : null;
    if (over) place(part("hover"), over.getBoundingClientRect()); else part("hover").style.display = "none";
    const section = selected && find(selected);
    for (const id of ["selected", "name", "add", "bar"]) part(id).style.display = "none";
    if (section) drawSelected(section, s);
    drawText(s);
  }

  function drawSelected(section, s) {
    const rect = section.getBoundingClientRect();
    place(part("selected"), rect);
    const put = (id, left, top, display = "block") => {
      const element = part(id);
      element.style.display = display;
      element.style.left = `${left / s}px`;
      element.style.top = `${top / s}px`;
    };
    part("name").textContent = tools.name;
    put("name", rect.left + scrollX, rect.top + scrollY);
    part("count").textContent = tools.layouts > 1 ? `Layout ${tools.layout + 1} of ${tools.layouts}` : "One layout";
    part("up").disabled = !tools.up;
    part("down").disabled = !tools.down;
    const bottom = rect.bottom + scrollY;
    put("add", rect.left + scrollX + rect.width / 2, bottom);
    part("add").style.transform = "translate(-50%, -50%)";
    put("bar", Math.min(rect.right, document.documentElement.clientWidth) + scrollX - 12 * s, bottom + 10 * s, "flex");
    const last = bottom + 60 * s > document.documentElement.scrollHeight;
    part("bar").style.transform = last ? "translate(-100%, calc(-100% - 22px))" : "translateX(-100%)";
  }

  function drawText(s) {
    const bar = part("text");
    const kind = editing && editing.getAttribute("data-sw-type");
    if (kind !== "inline" && kind !== "block") { bar.style.display = "none"; return; }
    const rect = editing.getBoundingClientRect();
    bar.style.display = "flex";
    bar.style.left = `${(rect.left + scrollX) / s}px`;
    bar.style.top = `${Math.max(8, (rect.top + scrollY) / s - 48)}px`;
  }

  // ---- Choosing.
  document.addEventListener("mouseover", (event) => { hovered = sectionOf(event.target); draw(); });
  document.documentElement.addEventListener("mouseleave", () => { hovered = null; draw(); });
  document.addEventListener("click", (event) => {
    if (event.composedPath().includes(host)) return;
    const interactive = event.target.closest && event.target.closest("a, button, input, textarea, select, label, form");
    const summary = event.target.closest && event.target.closest("summary");
    if (interactive || (summary && event.target.closest("[data-sw-edit]"))) event.preventDefault();
    const section = sectionOf(event.target);
    if (!section) { selected = null; post({ type: "deselect" }); draw(); return; }
    if (idOf(section) !== selected) { selected = idOf(section); post({ type: "select", section: selected }); }
    draw();
  }, true);
  document.addEventListener("submit", (event) => event.preventDefault(), true);
  document.addEventListener("dragstart", (event) => event.preventDefault(), true);
  document.addEventListener("dblclick", (event) => {
    const frame = event.target.closest && event.target.closest("[data-sw-image]");
    if (frame) post({ type: "picture", section: idOf(sectionOf(frame)), path: frame.getAttribute("data-sw-image") });
  });

  // ---- Typing on the page.
  document.addEventListener("mousedown", (event) => {
    if (event.composedPath().includes(host)) return;
    const text = event.target.closest && event.target.closest("[data-sw-edit]");
    if (text && text.getAttribute("data-sw-type") !== "none") begin(text);
  }, true);
  function begin(text) {
    if (editing === text) return;
    if (editing) end();
    editing = text;
    text.contentEditable = text.getAttribute("data-sw-type") === "inline" || text.getAttribute("data-sw-type") === "block" ? "true" : "plaintext-only";
    text.spellcheck = false;
    draw();
  }
  function end() {
    const text = editing;
    editing = null;
    text.removeAttribute("contenteditable");
    part("link").style.display = "none";
    const section = sectionOf(text);
    if (section) post({ type: "left", section: idOf(section) });
    draw();
  }
  document.addEventListener("focusout", (event) => {
    if (editing && event.target === editing) {
      setTimeout(() => { if (editing && document.activeElement !== editing && !shadow.activeElement) end(); }, 0);
    }
  });
  const valueOf = (text) => {
    switch (text.getAttribute("data-sw-type")) {
      case "inline": case "block": return text.innerHTML;
      case "lines": return text.innerText;
      default: return text.textContent.replace(/\s+/g, " ");
    }
  };
  function typed() {
    const section = sectionOf(editing);
    post({ type: "typed", section: idOf(section), path: editing.getAttribute("data-sw-edit"), kind: editing.getAttribute("data-sw-type"), value: valueOf(editing) });
    draw();
  }
  document.addEventListener("input", () => { if (editing) typed(); });
  document.addEventListener("keydown", (event) => {
    if (!editing) return;
    const kind = editing.getAttribute("data-sw-type");
    if (event.key === "Enter" && kind !== "block" && kind !== "lines") {
      event.preventDefault();
      if (kind === "inline") document.execCommand("insertLineBreak"); else editing.blur();
    } else if (event.key === "Escape") {
      event.preventDefault();
      editing.blur();
    }
  });
  document.addEventListener("paste", (event) => {
    if (!editing) return;
    event.preventDefault();
    let text = event.clipboardData.getData("text/plain");
    if (editing.getAttribute("data-sw-type") !== "lines" && editing.getAttribute("data-sw-type") !== "block") text = text.replace(/\s+/g, " ");
    document.execCommand("insertText", false, text);
  });

  // ---- The tools.
  shadow.addEventListener("mousedown", (event) => { if (event.target.tagName !== "INPUT") event.preventDefault(); });
  shadow.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.text) return format(button.dataset.text);
    post({ type: button.dataset.do, section: selected, by: Number(button.dataset.by || 0) });
  });
  let range = null;
  function format(what) {
    if (what === "link") {
      const picked = getSelection();
      range = picked.rangeCount ? picked.getRangeAt(0).cloneRange() : null;
      const anchor = picked.anchorNode && picked.anchorNode.parentElement.closest("a");
      part("link").style.display = "inline-flex";
      const input = shadow.querySelector("input");
      input.value = anchor ? anchor.getAttribute("href") : "";
      input.focus();
      return;
    }
    if (what === "apply") {
      const address = shadow.querySelector("input").value.trim();
      editing.focus();
      if (range) { getSelection().removeAllRanges(); getSelection().addRange(range); }
      document.execCommand(address ? "createLink" : "unlink", false, address);
      part("link").style.display = "none";
    } else {
      document.execCommand(what === "clear" ? "removeFormat" : what);
      if (what === "clear") document.execCommand("unlink");
    }
    typed();
  }
  shadow.querySelector("input").addEventListener("keydown", (event) => {
    if (event.key === "Enter") format("apply");
    event.stopPropagation();
  });

  // ---- Orders from the editor.
  const caret = () => {
    if (!editing) return null;
    const picked = getSelection();
    if (!picked.rangeCount || !editing.contains(picked.anchorNode)) return null;
    const before = document.createRange();
    before.selectNodeContents(editing);
    before.setEnd(picked.anchorNode, picked.anchorOffset);
    return { section: idOf(sectionOf(editing)), path: editing.getAttribute("data-sw-edit"), at: before.toString().length };
  };
  const restore = (place) => {
    if (!place) return;
    const section = find(place.section);
    const text = section && section.querySelector(`[data-sw-edit="${CSS.escape(place.path)}"]`);
    if (!text) return;
    begin(text);
    text.focus();
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let left = place.at;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (left <= node.length) { getSelection().collapse(node, left); return; }
      left -= node.length;
    }
    getSelection().selectAllChildren(text);
    getSelection().collapseToEnd();
  };
  const keep = (change) => {
    const place = caret();
    const x = scrollX, y = scrollY;
    if (place) editing = null;
    change();
    if (editing && !editing.isConnected) editing = null;
    restore(place);
    scrollTo(x, y);
    draw();
  };
  window.swCanvas = {
    body(html) { keep(() => { body().innerHTML = html; }); },
    section(id, html) {
      const old = find(id);
      if (!old) return;
      keep(() => {
        const fresh = document.createElement("template");
        fresh.innerHTML = html;
        const open = [...old.querySelectorAll("details")].map((each) => each.open);
        old.replaceWith(fresh.content);
        const now = find(id);
        if (now) now.querySelectorAll("details").forEach((each, at) => { if (open[at]) each.open = true; });
      });
    },
    style(css) { document.getElementById("sw-site").textContent = css; draw(); },
    select(id, about) {
      selected = id;
      if (about) tools = about;
      draw();
    },
    reveal(id) {
      const section = find(id);
      if (!section) return;
      const rect = section.getBoundingClientRect();
      if (rect.top > innerHeight * 0.7 || rect.bottom < innerHeight * 0.2) section.scrollIntoView({ block: "center" });
    },
    zoom(s) { document.documentElement.style.setProperty("--sw-scale", s); draw(); },
    edit(id, path) {
      const text = find(id) && find(id).querySelector(`[data-sw-edit="${CSS.escape(path)}"]`);
      if (text) { begin(text); text.focus(); getSelection().selectAllChildren(text); }
    },
    leave() { if (editing) editing.blur(); },
  };
  addEventListener("resize", draw);
  new ResizeObserver(draw).observe(document.body);
  document.addEventListener("load", draw, true);
  window.swReady = () => post({ type: "ready" });
})();
