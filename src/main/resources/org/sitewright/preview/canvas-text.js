// Typing on the page: where the caret may stand, what is told of it, and how text is formatted.
"use strict";
(() => {
  const { post, sectionOf, idOf, state } = swParts;
  let editing = null;
  let range = null;

  const type = () => editing ? editing.getAttribute("data-sw-type") : "";
  const isRich = () => type() === "inline" || type() === "block";
  swParts.editing = () => editing;
  swParts.textType = type;

  document.addEventListener("mousedown", (event) => {
    if (event.composedPath().includes(swParts.host) || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const text = event.target.closest && event.target.closest("[data-sw-edit]");
    if (text && text.getAttribute("data-sw-type") !== "none") begin(text);
  }, true);

  function begin(text) {
    if (editing === text) return;
    if (editing) end();
    editing = text;
    text.contentEditable = isRich() ? "true" : "plaintext-only";
    text.spellcheck = false;
    swParts.draw();
  }

  function end() {
    const text = editing;
    editing = null;
    text.removeAttribute("contenteditable");
    const section = sectionOf(text);
    if (section) post({ type: "left", section: idOf(section) });
    swParts.draw();
  }

  document.addEventListener("focusout", (event) => {
    if (editing && event.target === editing) {
      setTimeout(() => {
        if (editing && document.hasFocus() && document.activeElement !== editing) end();
      }, 0);
    }
  });

  const valueOf = (text) => {
    switch (text.getAttribute("data-sw-type")) {
      // A break at the very end only holds the line open.
      case "inline": return text.innerHTML.replace(/<br>$/, "");
      case "block": return text.innerHTML;
      case "lines": return text.innerText;
      default: return text.textContent.replace(/\s+/g, " ");
    }
  };
  function typed() {
    const path = editing.getAttribute("data-sw-edit");
    state.drawn = null;
    post({ type: "typed", section: idOf(sectionOf(editing)), path, kind: type(), value: valueOf(editing) });
    swParts.draw();
  }
  document.addEventListener("input", () => { if (editing) typed(); });
  document.addEventListener("keydown", (event) => {
    if (!editing) return;
    if (event.key === "Enter" && type() !== "block" && type() !== "lines") {
      event.preventDefault();
      if (type() === "inline") document.execCommand("insertLineBreak"); else editing.blur();
    } else if (event.key === "Escape") {
      event.preventDefault();
      editing.blur();
    }
  });
  // What is pasted is cleaned by the editor, which then says what to put in.
  document.addEventListener("paste", (event) => {
    if (!editing) return;
    event.preventDefault();
    const data = event.clipboardData;
    post({ type: "pasted", kind: type(), html: data.getData("text/html"), text: data.getData("text/plain") });
  });
  document.addEventListener("drop", (event) => event.preventDefault(), true);
  document.addEventListener("selectionchange", () => { if (editing) swParts.draw(); });

  // ---- The caret, as a place in the text, so that it can be found again after a patch.
  swParts.caret = () => {
    if (!editing) return null;
    const picked = getSelection();
    if (!picked.rangeCount || !editing.contains(picked.anchorNode)) return null;
    const before = document.createRange();
    before.selectNodeContents(editing);
    before.setEnd(picked.anchorNode, picked.anchorOffset);
    return { text: editing, section: idOf(sectionOf(editing)), path: editing.getAttribute("data-sw-edit"),
      at: before.toString().length, length: picked.toString().length };
  };
  swParts.restore = (place) => {
    if (editing && !editing.isConnected) editing = null;
    if (!place || (editing === place.text && getSelection().rangeCount && editing.contains(getSelection().anchorNode))) return;
    const text = swParts.field(place.section, place.path);
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

  const anchor = () => {
    const node = getSelection().anchorNode;
    const element = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    const link = element && element.closest("a");
    return link && editing && editing.contains(link) && link !== editing ? link : null;
  };
  const blockOf = () => {
    const node = getSelection().anchorNode;
    const element = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    const block = element && element.closest("p, h3, h4, blockquote, li");
    return block && editing && editing.contains(block) ? block.localName : "p";
  };
  swParts.format = () => {
    const on = (command) => document.queryCommandState(command);
    return { bold: on("bold"), italic: on("italic"), link: !!anchor(), ul: on("insertUnorderedList"),
      ol: on("insertOrderedList"), block: blockOf() };
  };

  const FORMATS = {
    bold: () => document.execCommand("bold"),
    italic: () => document.execCommand("italic"),
    ul: () => document.execCommand("insertUnorderedList"),
    ol: () => document.execCommand("insertOrderedList"),
    p: () => document.execCommand("formatBlock", false, "p"),
    h3: () => document.execCommand("formatBlock", false, blockOf() === "h3" ? "p" : "h3"),
    h4: () => document.execCommand("formatBlock", false, blockOf() === "h4" ? "p" : "h4"),
    blockquote: () => document.execCommand("formatBlock", false, blockOf() === "blockquote" ? "p" : "blockquote"),
    clear: () => {
      document.execCommand("removeFormat");
      document.execCommand("unlink");
      if (type() === "block") {
        for (const list of ["insertUnorderedList", "insertOrderedList"]) {
          if (document.queryCommandState(list)) document.execCommand(list);
        }
        document.execCommand("formatBlock", false, "p");
      }
    },
  };
  const ONLY_BLOCK = ["ul", "ol", "p", "h3", "h4", "blockquote"];
  // One run is one change however many commands it takes.
  const change = (action) => {
    action();
    if (editing) typed();
  };

  Object.assign(swCanvas, {
    edit(id, path) {
      const text = swParts.field(id, path);
      if (text) { begin(text); text.focus(); getSelection().selectAllChildren(text); }
    },
    // The first text of a section, with the caret at its end.
    enter(id) {
      const section = swParts.find(id);
      const text = section && [...section.querySelectorAll("[data-sw-edit]")]
        .find((each) => each.getAttribute("data-sw-type") !== "none" && each.getClientRects().length);
      if (!text) return;
      begin(text);
      text.focus();
      getSelection().selectAllChildren(text);
      getSelection().collapseToEnd();
    },
    leave() { if (editing) { const text = editing; text.blur(); if (editing === text) end(); } },
    format(what) {
      if (!editing || !isRich() || (ONLY_BLOCK.includes(what) && type() !== "block")) return;
      if (FORMATS[what]) change(FORMATS[what]);
    },
    // Asks the editor where the chosen words shall lead.
    askLink() {
      if (!editing || !isRich()) return;
      const picked = getSelection();
      const link = anchor();
      if (link) { picked.selectAllChildren(link); }
      if (!picked.rangeCount || picked.isCollapsed) { word(picked); }
      range = picked.rangeCount ? picked.getRangeAt(0).cloneRange() : null;
      const r = (range || document.createRange()).getBoundingClientRect();
      const box = r.width || r.height ? r : editing.getBoundingClientRect();
      post({ type: "link", section: idOf(sectionOf(editing)), href: link ? link.getAttribute("href") : "",
        x: box.left, y: box.bottom });
    },
    // An empty address takes the link away.
    link(address) {
      if (!editing) return;
      editing.focus();
      if (range) { getSelection().removeAllRanges(); getSelection().addRange(range); }
      change(() => {
        if (!address) document.execCommand("unlink");
        else if (getSelection().isCollapsed) document.execCommand("insertHTML", false, swParts.linkHtml(address));
        else document.execCommand("createLink", false, address);
      });
      getSelection().collapseToEnd();
    },
    insert(html, plain) {
      if (!editing) return;
      change(() => {
        if (isRich()) document.execCommand("insertHTML", false, html);
        else document.execCommand("insertText", false, plain);
      });
    },
  });
  swParts.linkHtml = (address) => {
    const link = document.createElement("a");
    link.setAttribute("href", address);
    link.textContent = address.replace(/^(https?:\/\/|mailto:|tel:)/, "");
    return link.outerHTML;
  };
  function word(picked) {
    if (picked.rangeCount && picked.modify) {
      picked.modify("move", "backward", "word");
      picked.modify("extend", "forward", "word");
    }
  }
})();
