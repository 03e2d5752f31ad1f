/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* The text of a document as a reader sees it: one walk, in small steps so that nothing waits for it. */
globalThis.sylDocumentText = (() => {
  const dom = globalThis.sylDom;
  const MATHML = "http://www.w3.org/1998/Math/MathML";
  const SVG = "http://www.w3.org/2000/svg";
  const unread = new Set([
    "script", "style", "noscript", "template", "textarea", "select", "datalist", "annotation",
    "annotation-xml", "iframe", "object", "video", "audio", "canvas",
  ]);
  const unreadInSvg = new Set(["title", "desc", "metadata", "defs"]);
  const inline = /^(inline|contents|ruby)/;
  const SLICE = 8;
  const STEPS = 64;
  const MOST = 8 * 1024 * 1024;
  const MOST_RAW = 4 * MOST;

  const observed = new WeakSet();
  let channel = null;
  let observer = null;
  let changed = () => {};

  /* Timers within timers are slowed down, and more so in a view that is not seen. */
  const pause = () => new Promise((resume) => {
    channel ??= new MessageChannel();
    channel.port1.onmessage = resume;
    channel.port2.postMessage(null);
  });

  /* A class, as of a tab, may show what was hidden; styles change all the time where things move. */
  const observe = (root) => {
    observer ??= new MutationObserver(() => changed());
    if (observed.has(root))
      return;
    observed.add(root);
    observer.observe(root, {
      subtree: true, childList: true, characterData: true, attributes: true,
      attributeFilter: ["hidden", "open", "class"],
    });
  };

  const breakOf = (element, name, display) => {
    const namespace = dom.namespace(element);
    if (namespace === MATHML)
      return "";
    if (namespace === SVG)
      return name === "text" ? "line" : "";
    if (inline.test(display))
      return "";
    return display === "table-cell" ? "cell" : "line";
  };

  const isLeftOut = (element, name, parent) =>
    unread.has(name) ||
    (unreadInSvg.has(name) && dom.namespace(element) === SVG) ||
    (parent instanceof HTMLDetailsElement && name !== "summary" &&
      dom.attribute(parent, "open") === null);

  /* What is drawn of an element: its shadow, and in a slot what was put there. */
  const enter = (element, group, gap) => {
    const shadow = dom.shadowOf(element);
    const list = element instanceof HTMLSlotElement ? dom.assigned(element, { flatten: true }) : [];

    if (shadow)
      observe(shadow);
    return {
      element, gap, list, at: 0, group: shadow ?? group, look: null,
      next: list.length > 0 ? null : dom.firstChild(shadow ?? element),
    };
  };

  const take = (frame) => {
    if (frame.list.length > 0)
      return frame.list[frame.at++];
    const node = frame.next;
    frame.next = node && dom.next(node);
    return node;
  };

  const part = (lines, gap) => {
    if (gap === "line")
      lines.end();
    else if (gap === "cell")
      lines.space();
  };

  const addText = (lines, frame, node) => {
    if (!frame.look) {
      const style = dom.styleOf(frame.element);
      frame.look = {
        shown: style.visibility === "visible",
        keepsLines: style.whiteSpaceCollapse.startsWith("preserve"),
      };
    }
    const group = frame.list.length > 0 ? dom.rootOf(node) : frame.group;
    if (frame.look.shown)
      lines.add(node, dom.data(node), group, frame.look.keepsLines);
  };

  const visit = (lines, frame, element) => {
    const name = dom.localName(element);

    if (isLeftOut(element, name, frame.element))
      return null;
    if (name === "br") {
      lines.end();
      return null;
    }
    const { display } = dom.styleOf(element);
    if (display === "none")
      return null;
    const gap = breakOf(element, name, display);
    part(lines, gap);
    return enter(element, frame.list.length > 0 ? dom.rootOf(element) : frame.group, gap);
  };

  const step = (lines, stack) => {
    const frame = stack.at(-1);
    const node = take(frame);

    if (!node) {
      part(lines, frame.gap);
      stack.pop();
    } else if (node instanceof Text) {
      addText(lines, frame, node);
      return dom.data(node).length;
    } else if (dom.isElement(node)) {
      const inner = visit(lines, frame, node);
      if (inner)
        stack.push(inner);
    }
    return 0;
  };

  const isTooLong = (stack) => {
    const { next } = stack.at(-1);
    return next instanceof Text && dom.data(next).length > MOST_RAW;
  };

  /* Answers with null if there is too much. */
  const build = async () => {
    const lines = globalThis.sylLines.start();
    const stack = [enter(dom.content(), document, "line")];
    let raw = 0;

    observe(document);
    for (let n = 1, until = performance.now() + SLICE; stack.length > 0; n++) {
      if (n % STEPS === 0 && performance.now() > until) {
        await pause();
        until = performance.now() + SLICE;
      }
      if (isTooLong(stack))
        return null;
      raw += step(lines, stack);
      if (raw > MOST_RAW || lines.length() > MOST)
        return null;
    }
    return lines.finish();
  };

  const start = (callback) => { changed = callback; };

  return { build, start };
})();
