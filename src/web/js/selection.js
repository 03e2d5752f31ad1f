/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* What is selected, as a part of the text. */
globalThis.sylSelection = (() => {
  const dom = globalThis.sylDom;
  const maps = globalThis.sylMap;
  const REST = 120;
  const FAR = 1000000;
  const MOST = 40000;
  const MOST_PAGES = 100000;
  const PATIENCE = 300;
  const nowhere = { x: 0, y: 0, width: 0, height: 0 };

  let say = () => {};
  let map = null;
  let version = 0;
  let timer = 0;
  let told = "";
  let inWords = false;
  let ends = [];
  let lifted = 0;
  const waiting = [];

  /* In whole pixels; the reader may have pinched the page larger. */
  const toArea = ({ x, y, width, height }) => {
    const { offsetLeft, offsetTop, scale } = window.visualViewport;
    const round = (value) => Math.max(-FAR, Math.min(FAR, Math.round(value * scale)));

    return {
      x: round(x - offsetLeft), y: round(y - offsetTop), width: round(width),
      height: round(height),
    };
  };

  const getRange = () => {
    const selection = getSelection();
    const roots = [...new Set(map.groups)].filter((group) => group instanceof ShadowRoot);

    if (!selection || selection.rangeCount === 0)
      return null;
    return roots.length > 0 && selection.getComposedRanges
      ? selection.getComposedRanges({ shadowRoots: roots })[0] : selection.getRangeAt(0);
  };

  const trim = (start, end) => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(map.text[from]))
      from++;
    while (to > from && /\s/.test(map.text[to - 1]))
      to--;
    return { start: from, end: to };
  };

  const measure = (start, end) => {
    const rects = maps.rangesOf(map, start, end)
      .map((range) => maps.toLive(range).getBoundingClientRect())
      .filter(({ width, height }) => width > 0 || height > 0);
    if (rects.length === 0)
      return { x: 0, y: 0, width: 0, height: 0 };
    const x = Math.min(...rects.map(({ left }) => left));
    const y = Math.min(...rects.map(({ top }) => top));

    return {
      x, y,
      width: Math.max(...rects.map(({ right }) => right)) - x,
      height: Math.max(...rects.map(({ bottom }) => bottom)) - y,
    };
  };

  const find = () => {
    const range = getRange();
    if (!range || range.collapsed)
      return { start: 0, end: 0 };
    return trim(maps.offsetAt(map, range.startContainer, range.startOffset),
      maps.offsetAt(map, range.endContainer, range.endOffset));
  };

  const sayNew = (type, found) => {
    const key = JSON.stringify(found);
    if (key === told)
      return;
    told = key;
    say(type, found);
  };

  const tellPlace = () => {
    const { start, end } = find();
    globalThis.sylPointing.caretMoved();
    sayNew("selection", start < end
      ? { version, start, end, ...toArea(measure(start, end)) }
      : { version, start: 0, end: 0, ...nowhere });
  };

  const pageOf = (node) => {
    const page = dom.findAncestor(node, (element) => dom.attribute(element, "data-page-number"));
    const number = page ? Number(dom.attribute(page, "data-page-number")) : 0;
    return Number.isInteger(number) && number > 0 && number <= MOST_PAGES ? number : 0;
  };

  /* What can be told without knowing the text. */
  const tellWords = () => {
    const selection = getSelection();
    const text = String(selection ?? "").toWellFormed().replaceAll("\0", "").trim().slice(0, MOST);

    if (text === "") {
      sayNew("text-selected", { text, page: 0, ...nowhere });
      return;
    }
    const range = selection.getRangeAt(0);
    sayNew("text-selected", {
      text: text.toWellFormed(), page: pageOf(range.startContainer),
      ...toArea(range.getBoundingClientRect()),
    });
  };

  /* Without the text around it, which may be long. */
  const getEnds = () => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {};
    return [anchorNode, anchorOffset, focusNode, focusOffset];
  };

  const tell = () => {
    clearTimeout(timer);
    timer = 0;
    ends = getEnds();
    if (version !== 0)
      tellPlace();
    else if (inWords)
      tellWords();
  };

  const changed = (event) => {
    if (event.isTrusted)
      timer ||= setTimeout(tell, REST);
  };

  /* While the reader drags, now and then; once it is done, at once. */
  const done = (event) => {
    if (!event.isTrusted)
      return;
    tell();
    if (event.type !== "pointerup")
      return;
    lifted = Date.now();
    waiting.splice(0).forEach((answer) => answer());
  };

  /* While a page is busy, keys and commands overtake what the pointer did. Waits until it has been
   * lifted here, too, where the program says when that was, and tells what is selected then. */
  const settle = (released) => new Promise((resolve) => {
    const answer = () => {
      try {
        tell();
      } finally {
        resolve();
      }
    };

    if (lifted >= released) {
      answer();
      return;
    }
    waiting.push(answer);
    setTimeout(answer, PATIENCE);
  });

  /* A key may be meant for the program, which gets it after the page and what the page said before. */
  const pressed = (event) => {
    if (!event.isTrusted)
      return;
    if (timer !== 0 || getEnds().some((end, index) => end !== ends[index]))
      tell();
    globalThis.sylPointing.hurry();
    globalThis.sylReader.nudge();
  };

  /* Where it is on the screen, once there is something selected. */
  const scrolled = (event) => {
    if (event.isTrusted && getSelection()?.isCollapsed === false)
      timer ||= setTimeout(tell, REST);
  };

  const use = (newMap, newVersion) => {
    if (newVersion !== version)
      told = JSON.stringify({ version: newVersion, start: 0, end: 0, ...nowhere });
    map = newMap;
    version = newVersion;
    inWords = false;
    tell();
  };

  const useWords = () => {
    version = 0;
    inWords = true;
    told = JSON.stringify({ text: "", page: 0, ...nowhere });
    tell();
  };

  /* The caret stays, for those who go on with it. */
  const clear = () => {
    if (getSelection()?.rangeCount > 0)
      getSelection().collapseToEnd();
  };

  const start = (callback) => {
    say = callback;
    document.addEventListener("selectionchange", changed, { capture: true });
    for (const type of ["pointerup", "keyup"])
      window.addEventListener(type, done, { capture: true, passive: true });
    window.addEventListener("keydown", pressed, { capture: true, passive: true });
    window.addEventListener("scroll", scrolled, { capture: true, passive: true });
    window.addEventListener("resize", scrolled);
  };

  return { start, use, useWords, clear, settle, toArea };
})();
