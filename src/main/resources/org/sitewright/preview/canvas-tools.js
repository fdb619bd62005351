// Frames and tools, in a shadow tree so that the site's styles cannot reach them.
"use strict";
(() => {
  const { post, sectionOf, idOf, find, state } = swParts;
  const NEAR = 12;
  let hovered = null;
  let boundary = null;
  let told = "";

  const svg = (d) => `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${d}"/></svg>`;
  const button = (what, label, d, more = "") =>
    `<button type="button" data-do="${what}" aria-label="${label}" title="${label}" ${more}>${svg(d)}</button>`;
  const text = (what, label, inner) =>
    `<button type="button" data-text="${what}" aria-label="${label}" title="${label}">${inner}</button>`;
  const host = document.createElement("div");
  host.id = "sw-tools";
  host.style.cssText = "position:absolute;inset:0 auto auto 0;width:0;height:0;z-index:2147483000;direction:ltr";
  const shadow = host.attachShadow({ mode: "open" });
  shadow.innerHTML = `<link rel="stylesheet" href="${document.currentScript.src.replace("canvas-tools.js", "canvas-tools.css")}">
  <div id="hover" class="frame"></div><div id="frames"></div>
  <div id="picture" class="frame"></div><div id="target" class="frame"></div><div id="landing" class="frame"></div>
  <div id="hover-name" class="zoomed tag"></div><div id="name" class="zoomed tag"></div>
  <div id="add" class="zoomed pill"><button type="button" data-do="insert" aria-label="Add section">${svg("M5 12h14M12 5v14")}<span>Add section</span></button></div>
  <div id="point" class="zoomed pill"><button type="button" data-do="point" aria-label="Add section here">${svg("M5 12h14M12 5v14")}</button></div>
  <div id="bar" class="zoomed bar" role="toolbar" aria-label="Section">
    <span id="layouts">${button("layout", "Previous layout", "m15 18-6-6 6-6", 'data-by="-1"')}<span id="count"></span>
    ${button("layout", "Next layout", "m9 18 6-6-6-6", 'data-by="1"')}<span class="rule"></span></span><span id="several"></span>
    ${button("move", "Move up", "m5 12 7-7 7 7M12 19V5", 'data-by="-1" id="up"')}
    ${button("move", "Move down", "M12 5v14m7-7-7 7-7-7", 'data-by="1" id="down"')}
    ${button("duplicate", "Duplicate", "M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2M4 16a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2")}
    ${button("hide", "Hide", "M10.700 5.100A10.700 10.700 0 0 1 22 12a10.700 10.700 0 0 1-1.400 2.500M14.100 14.200a3 3 0 0 1-4.300-4.300M17.500 17.500A10.700 10.700 0 0 1 2 12a10.800 10.800 0 0 1 4.500-5.200M2 2l20 20")}
    ${button("delete", "Delete", "M3 6h18M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2M10 11v6M14 11v6")}
    ${button("more", "More", "M12 12h.010M19 12h.010M5 12h.010")}
  </div>
  <div id="text" class="zoomed bar" role="toolbar" aria-label="Text">
    <span id="level"></span>
    <button type="button" data-text="blocks" id="blocks-button" aria-label="Paragraph style" aria-haspopup="menu"><span id="block"></span>${svg("m6 9 6 6 6-6")}</button><span class="rule" id="level-rule"></span>
    ${text("bold", "Bold", "<b>B</b>")}${text("italic", "Italic", "<i>I</i>")}
    ${text("link", "Link", svg("M10 13a5 5 0 0 0 7.500.5l3-3a5 5 0 0 0-7-7l-1.700 1.700M14 11a5 5 0 0 0-7.500-.5l-3 3a5 5 0 0 0 7 7l1.700-1.700"))}
    <span id="lists">${text("ul", "Bulleted list", svg("M8 6h13M8 12h13M8 18h13M3 6h.010M3 12h.010M3 18h.010"))}${text("ol", "Numbered list", svg("M10 6h11M10 12h11M10 18h11M4 10V4L3 5M3 10h2M3 15c1-1 3-.5 2.500 1L3 20h3"))}</span>
    <span class="rule"></span>${text("clear", "Clear formatting", svg("M4 7V4h16v3M5 20h6M13 4 8 20M15 15l5 5M20 15l-5 5"))}
    <div id="blocks" role="menu" hidden>${[["p", "Paragraph"], ["h3", "Heading"], ["h4", "Subheading"], ["blockquote", "Quote"]]
      .map(([tag, name]) => `<button type="button" role="menuitem" data-text="${tag}" data-block="${tag}">${name}</button>`).join("")}</div>
  </div>`;
  document.body.appendChild(host);
  swParts.host = host;
  const part = (id) => shadow.getElementById(id);
  // Only what is another value is written: a tool that stays where it is costs no drawing of the page.
  const style = (element, name, value) => { if (element.style[name] !== value) element.style[name] = value; };
  const words = (id, value) => { if (part(id).textContent !== value) part(id).textContent = value; };
  const show = (id, on, display = "block") => style(part(id), "display", on ? display : "none");
  // Tools that a drawing has not placed vanish at its end and not before, as the page is measured in between.
  const TOOLS = ["hover", "hover-name", "name", "add", "point", "bar", "picture", "text"];
  const placed = new Set();
  const place = (id, display) => { placed.add(id); show(id, true, display); };
  const settle = () => { for (const id of TOOLS) if (!placed.has(id)) show(id, false); };

  const box = (element, rect) => {
    style(element, "display", "block");
    style(element, "left", `${rect.left + scrollX}px`);
    style(element, "top", `${rect.top + scrollY}px`);
    style(element, "width", `${rect.width}px`);
    style(element, "height", `${rect.height}px`);
  };
  const frame = (id, rect) => { placed.add(id); box(part(id), rect); };
  let drawing = false;
  swParts.draw = () => {
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => { drawing = false; drawNow(); });
  };
  let zoom = 0;
  const zoomed = (s) => { if (s !== zoom) { zoom = s; host.style.setProperty("--s", s); } };
  const scale = () => parseFloat(document.documentElement.style.getPropertyValue("--sw-scale")) || 1;
  const put = (id, left, top, display = "block") => {
    const s = scale();
    place(id, display);
    style(part(id), "left", `${left / s}px`);
    style(part(id), "top", `${top / s}px`);
  };

  function drawNow() {
    const s = scale();
    zoomed(s);
    placed.clear();
    if (swParts.dragging()) {
      settle();
      frames([]);
      tell(null);
      return;
    }
    const over = hovered && hovered.isConnected && !swParts.editing() && !state.selected.includes(idOf(hovered)) ? hovered : null;
    if (over) {
      const rect = over.getBoundingClientRect();
      frame("hover", rect);
      words("hover-name", over.getAttribute("data-sw-name") || "");
      put("hover-name", rect.left + scrollX, Math.max(rect.top, 0) + scrollY);
    }
    const chosen = state.selected.map(find).filter((each) => each);
    frames(chosen.map((each) => each.getBoundingClientRect()));
    if (chosen.length) drawSelected(chosen, s);
    if (boundary && !swParts.editing()) drawPoint(s);
    drawText(s);
    settle();
    tell(over || chosen[chosen.length - 1] || null);
  }

  function frames(rects) {
    const all = part("frames");
    while (all.children.length < rects.length) {
      all.appendChild(document.createElement("div")).className = "frame selected";
      all.lastChild.innerHTML = "<i></i><i></i><i></i><i></i>";
    }
    while (all.children.length > rects.length) all.lastChild.remove();
    rects.forEach((rect, i) => box(all.children[i], rect));
  }

  function drawSelected(chosen, s) {
    const lead = chosen[chosen.length - 1];
    const rect = lead.getBoundingClientRect();
    const tools = state.tools;
    const several = state.selected.length > 1;
    words("name", tools.name);
    put("name", rect.left + scrollX, rect.top + scrollY);
    if (state.picture) {
      const picture = swParts.field(idOf(lead), state.picture, "image");
      if (picture) frame("picture", picture.getBoundingClientRect());
    }
    show("layouts", !several, "inline-flex");
    show("several", several, "inline");
    words("several", `${state.selected.length} sections`);
    words("count", tools.layouts > 1 ? `Layout ${tools.layout + 1} of ${tools.layouts}` : "One layout");
    part("up").disabled = !tools.up;
    part("down").disabled = !tools.down;
    const low = chosen.map((each) => each.getBoundingClientRect()).sort((a, b) => b.bottom - a.bottom)[0];
    const bottom = low.bottom + scrollY;
    put("add", rect.left + scrollX + rect.width / 2, bottom);
    style(part("add"), "transform", "translate(-50%, -50%)");
    bar(low, bottom, s);
  }

  // Outside the frame: below it where there is room, else above, else inside at the lower edge of the window.
  function bar(rect, bottom, s) {
    const right = Math.min(rect.right, document.documentElement.clientWidth) + scrollX - 12 * s;
    const room = 60 * s;
    const end = document.documentElement.scrollHeight;
    const below = bottom + room <= end && rect.bottom + room <= innerHeight;
    const above = !below && rect.top > room;
    const inside = Math.min(rect.bottom, innerHeight) + scrollY;
    put("bar", right, below ? bottom + 10 * s : above ? rect.top + scrollY - 10 * s : inside - 24 * s, "flex");
    style(part("bar"), "transform", below ? "translateX(-100%)" : "translate(-100%, -100%)");
  }

  function drawPoint(s) {
    const same = !boundary.before && state.selected.length === 1 && idOf(boundary.section) === state.selected[0];
    if (same) return;
    const rect = boundary.section.getBoundingClientRect();
    const y = boundary.before ? rect.top : rect.bottom;
    put("point", rect.left + scrollX + rect.width / 2, y + scrollY);
    part("point").style.setProperty("--w", `${rect.width / s}px`);
    style(part("point"), "transform", "translate(-50%, -50%)");
  }

  const HEADS = { h1: "Heading 1", h2: "Heading 2", h3: "Heading 3", h4: "Heading 4", h5: "Heading 5", h6: "Heading 6" };
  const BLOCKS = { p: "Paragraph", h3: "Heading", h4: "Subheading", blockquote: "Quote", li: "List" };
  function drawText(s) {
    const editing = swParts.editing();
    const kind = swParts.textType();
    if (kind !== "inline" && kind !== "block") { part("blocks").hidden = true; return; }
    const now = swParts.format();
    for (const each of shadow.querySelectorAll("#text [data-text]")) {
      each.setAttribute("aria-pressed", String(!!now[each.dataset.text] || each.dataset.block === now.block));
    }
    const head = editing.closest("h1, h2, h3, h4, h5, h6");
    const level = kind === "inline" && head ? HEADS[head.localName] : "";
    words("level", level);
    show("level", !!level, "inline");
    show("blocks-button", kind === "block", "inline-flex");
    words("block", BLOCKS[now.block] || "Paragraph");
    show("level-rule", !!level || kind === "block");
    show("lists", kind === "block", "inline-flex");
    const rect = editing.getBoundingClientRect();
    const above = rect.top > 56 * s;
    const top = above ? rect.top - 48 * s : Math.min(rect.bottom + 10 * s, innerHeight - 50 * s);
    put("text", 0, Math.max(6 * s, top) + scrollY, "flex");
    const width = part("text").offsetWidth * s;
    style(part("text"), "left", `${(Math.max(6 * s, Math.min(rect.left, innerWidth - width - 16 * s)) + scrollX) / s}px`);
  }

  // The grip stands beside the page, outside of this document: the editor is told where.
  function tell(section) {
    const rect = section ? section.getBoundingClientRect() : null;
    const shown = rect && rect.bottom > 0 && rect.top < innerHeight;
    const words = shown ? `${idOf(section)} ${Math.round(rect.top)} ${Math.round(rect.bottom)}` : "";
    if (words === told) return;
    told = words;
    post({ type: "frame", section: shown ? idOf(section) : "", top: shown ? rect.top : 0, bottom: shown ? rect.bottom : 0 });
  }

  // ---- Hovering.
  document.addEventListener("mousemove", (event) => {
    if (event.composedPath().includes(host)) return;
    const section = sectionOf(event.target);
    const near = section && event.buttons === 0 ? edgeOf(section, event.clientY) : null;
    const changed = section !== hovered || (near && near.before) !== (boundary && boundary.before)
      || (near && near.section) !== (boundary && boundary.section);
    hovered = section;
    boundary = near;
    if (changed) swParts.draw();
  });
  // Who leaves to the left goes for the grip of the section that was hovered last.
  document.documentElement.addEventListener("mouseleave", (event) => {
    if (event.clientX > 4) hovered = null;
    boundary = null;
    swParts.draw();
  });
  function edgeOf(section, y) {
    const rect = section.getBoundingClientRect();
    const near = NEAR * scale();
    if (rect.bottom - y < near) return { section, before: false };
    return y - rect.top < near ? { section, before: true } : null;
  }
  document.addEventListener("mouseover", (event) => {
    const link = event.target.closest && event.target.closest(".sw-gone, a[href='#sw-gone']");
    if (link) link.title = "This link leads to a page that is gone. Choose another one in the panel.";
  });

  // ---- The tools.
  shadow.addEventListener("mousedown", (event) => event.preventDefault());
  shadow.addEventListener("click", (event) => {
    const pressed = event.target.closest("button");
    if (!pressed) return;
    if (pressed.dataset.text) return format(pressed.dataset.text);
    const section = state.selected[state.selected.length - 1];
    const what = pressed.dataset.do;
    if (what === "point") {
      post({ type: "insert", section: idOf(boundary.section), before: boundary.before });
    } else if (what === "more") {
      const r = pressed.getBoundingClientRect();
      post({ type: "more", section, x: r.left, y: r.bottom });
    } else {
      post({ type: what, section, by: Number(pressed.dataset.by || 0), before: false });
    }
  });
  function format(what) {
    if (what === "blocks") { part("blocks").hidden = !part("blocks").hidden; return; }
    part("blocks").hidden = true;
    if (what === "link") swCanvas.askLink(); else swCanvas.format(what);
  }

  swParts.landing = (y) => {
    const line = part("landing");
    if (y === null) { line.style.display = "none"; return; }
    const s = scale();
    zoomed(s);
    box(line, { left: -scrollX, top: y - scrollY - 2 * s, width: document.documentElement.clientWidth, height: 4 * s });
  };
  Object.assign(swCanvas, {
    // Says beside each tool which keys do the same.
    keys(all) {
      for (const each of shadow.querySelectorAll("button[aria-label]")) {
        const keys = all[each.id] || all[each.dataset.do] || all[each.dataset.text];
        if (keys) each.title = `${each.getAttribute("aria-label")}   ${keys}`;
      }
    },
    // Marks the picture or section that files would be dropped on.
    dropMark(id, path) {
      const target = id && (path ? swParts.field(id, path, "image") : find(id));
      if (target) box(part("target"), target.getBoundingClientRect()); else show("target", false);
    },
  });
  addEventListener("resize", swParts.draw);
  addEventListener("scroll", swParts.draw, { passive: true });
  new ResizeObserver(swParts.draw).observe(document.body);
  document.addEventListener("load", swParts.draw, true);
})();
