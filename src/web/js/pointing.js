/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* Which mark the reader points at or clicks on. What a page makes up is no click. */
globalThis.sylPointing = (() => {
  const dom = globalThis.sylDom;
  const marks = globalThis.sylMarks;
  const REST = 100;
  const LATE = 1000;
  const LIVELY = "a[href], button, input, select, textarea, summary, label, [contenteditable]";

  let say = () => {};
  let current = -1;
  let timer = 0;
  let due = 0;
  let last = null;

  const setCurrent = (index) => {
    if (index === current)
      return;
    current = index;
    say("current", { ...marks.getSet(), index: index + 1 });
  };

  const activate = (index) => {
    if (index >= 0)
      say("mark", { ...marks.getSet(), index, ...globalThis.sylSelection.toArea(marks.getArea(index)) });
  };

  /* Links and the like are for what they are for. */
  const isLively = (element) => dom.isElement(element) && dom.closest(element, LIVELY) !== null;

  const clicked = (event) => {
    const [target] = event.composedPath();
    if (event.isTrusted && event.button === 0 && getSelection()?.isCollapsed !== false &&
      !isLively(target))
      activate(marks.findAtPoint(event.clientX, event.clientY));
  };

  const findAtCaret = () => {
    const selection = getSelection();
    return selection?.focusNode
      ? marks.findAtPlace(selection.focusNode, selection.focusOffset) : -1;
  };

  const pressed = (event) => {
    if (event.isTrusted && event.key === "Enter" && getSelection()?.isCollapsed &&
      !isLively(dom.activeElement()))
      activate(findAtCaret());
  };

  const look = () => {
    timer = 0;
    setCurrent(last ? marks.findAtPoint(last.clientX, last.clientY) : -1);
  };

  const hurry = () => {
    if (timer === 0)
      return;
    clearTimeout(timer);
    look();
  };

  /* At once: the menu that comes has to know. */
  const askedForMenu = (event) => {
    if (event.isTrusted && event.button === 2)
      setCurrent(marks.findAtPoint(event.clientX, event.clientY));
  };

  const moved = (event) => {
    if (!event.isTrusted)
      return;
    last = event;
    globalThis.sylReader.nudge();
    if (timer !== 0 && performance.now() > due + LATE)
      hurry();
    if (timer !== 0)
      return;
    due = performance.now() + REST;
    timer = setTimeout(look, REST);
  };

  const left = (event) => {
    if (event.isTrusted && event.relatedTarget === null) {
      last = null;
      setCurrent(-1);
    }
  };

  const caretMoved = () => setCurrent(findAtCaret());

  const start = (callback) => {
    say = callback;
    window.addEventListener("click", clicked, { capture: true });
    window.addEventListener("keydown", pressed, { capture: true });
    window.addEventListener("contextmenu", askedForMenu, { capture: true, passive: true });
    window.addEventListener("pointermove", moved, { capture: true, passive: true });
    window.addEventListener("pointerout", left, { capture: true, passive: true });
  };

  return { start, caretMoved, hurry, forget: () => { current = -1; } };
})();
