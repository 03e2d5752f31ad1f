/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* Where the reader is in a page, by the text at the top of the view, and the way back there. */
globalThis.sylPlace = (() => {
  const dom = globalThis.sylDom;
  const text = globalThis.sylText;

  const REST = 400;
  const QUOTE = 200;
  const PREFIX = 64;
  const TRY = 200;
  const SETTLED = 2500;
  const LONGEST = 15000;

  let report = () => {};
  let restTimer = 0;
  let restoring = null;

  const getTop = (scroller) =>
    scroller === dom.scrollingElement() ? 0 : Math.max(0, dom.rectOf(scroller).top);

  const isPinned = (element) => /fixed|sticky/.test(dom.styleOf(element).position);

  const rectAt = (node, offset) => {
    const range = new Range();
    range.setStart(node, offset);
    range.setEnd(node, Math.min(offset + 1, dom.data(node).length));
    return range.getBoundingClientRect();
  };

  /* A caret is given for blank space too, then the nearest one; and a bar that stays at the top says
   * nothing about the place. */
  const textAt = (x, y, top) => {
    const caret = dom.caretAt(document, x, y);
    const node = caret?.startContainer;

    if (!(node instanceof Text) || dom.data(node).trim() === "" || !text.isRead(node))
      return null;
    const offset = Math.min(caret.startOffset, dom.data(node).length - 1);
    const rect = rectAt(node, offset);
    if (rect.height === 0 || rect.top < top - rect.height / 2 ||
      rect.top > y + 16 || rect.bottom < y - 16 || dom.findAncestor(node, isPinned))
      return null;
    return { node, offset, rect };
  };

  const goToLineStart = ({ node, offset, rect }) => {
    let start = offset;
    for (let steps = 0; start > 0 && steps < 400; steps++) {
      const earlier = rectAt(node, start - 1);
      if (earlier.height > 0 && earlier.bottom < rect.top + 2)
        break;
      start--;
    }
    return { node, offset: start };
  };

  const findTopText = (scroller) => {
    const top = getTop(scroller);
    const height = Math.min(innerHeight, top + dom.clientHeight(scroller));

    for (let y = top + 4; y < height; y += 12) {
      for (const part of [0.5, 0.35, 0.65, 0.2, 0.8]) {
        const found = textAt(innerWidth * part, y, top);
        if (found)
          return goToLineStart(found);
      }
    }
    return null;
  };

  const isCaretInView = (selection) => {
    const rect = selection.rangeCount > 0 && selection.focusNode instanceof Text
      ? rectAt(selection.focusNode, selection.focusOffset) : null;
    return rect !== null && rect.height > 0 && rect.bottom > 0 && rect.top < innerHeight;
  };

  /* Without one, keys would have nothing to move. */
  const putCaret = () => {
    const selection = getSelection();
    const found = selection && !isCaretInView(selection) ? findTopText(dom.findScroller()) : null;
    if (found)
      selection.collapse(found.node, found.offset);
  };

  const pageOf = (element) => {
    const page = dom.closest(element, ".page");
    return page ? Number(dom.attribute(page, "data-page-number")) || 0 : 0;
  };

  /* Counted from the top of the view: the page may have no text. */
  const findPage = (scroller) => {
    const top = getTop(scroller);

    for (let y = top + 4; y < innerHeight; y += 12) {
      const element = dom.elementAt(document, innerWidth / 2, y);
      const page = element ? pageOf(element) : 0;
      if (page > 0)
        return page;
    }
    return 1;
  };

  const getFraction = (scroller) => {
    const range = dom.scrollHeight(scroller) - dom.clientHeight(scroller);
    return range > 0 ? Math.min(1, Math.max(0, dom.scrollTop(scroller) / range)) : 0;
  };

  const get = () => {
    /* On the way there the reader is not where the view is. */
    if (restoring && !restoring.range)
      return restoring.place;
    if (!dom.body())
      return { quote: "", prefix: "", fraction: 0, page: 0 };
    const scroller = dom.findScroller();
    const found = findTopText(scroller);

    return {
      quote: found ? text.after(found.node, found.offset, QUOTE) : "",
      prefix: found ? text.before(found.node, found.offset, PREFIX) : "",
      fraction: getFraction(scroller),
      page: dom.isViewer ? findPage(scroller) : 0,
    };
  };

  const getPinnedHeight = (top) => {
    const element = dom.elementAt(document, innerWidth / 2, top + 2);
    const pinned = element && dom.findAncestor(element, isPinned);
    const bottom = pinned ? dom.rectOf(pinned).bottom - top : 0;
    return bottom > 0 && bottom < innerHeight * 0.4 ? bottom : 0;
  };

  const scrollTo = (scroller, y) =>
    dom.scrollTo(scroller, { top: y, behavior: "instant" });

  const goToRange = (scroller, range) => {
    const top = getTop(scroller);
    const rect = range.getBoundingClientRect();
    const y = dom.scrollTop(scroller) + rect.top - top;

    scrollTo(scroller, y);
    const pinned = getPinnedHeight(top);
    if (pinned > 0)
      scrollTo(scroller, y - pinned);
  };

  const goToFraction = (scroller, { fraction, page }) => {
    const range = dom.scrollHeight(scroller) - dom.clientHeight(scroller);

    scrollTo(scroller, fraction * range);
    if (page > 0 && findPage(scroller) !== page) {
      const element = dom.query(document, `.page[data-page-number="${page}"]`);
      if (element)
        scrollTo(scroller, dom.scrollTop(scroller) + dom.rectOf(element).top - getTop(scroller));
    }
  };

  /* The text of a PDF is there page by page. */
  const findRange = ({ place }) => {
    const top = place.page > 0
      ? dom.query(document, `.page[data-page-number="${place.page}"] .textLayer`) : dom.content();
    return top && place.quote !== ""
      ? text.find(top, place, dom.readyState() === "loading") : null;
  };

  const endRestoring = () => {
    clearInterval(restoring?.timer);
    restoring = null;
  };

  const isStale = ({ range }) => !range || !range.startContainer.isConnected;

  /* The page has grown, or shrunk, since: what was gone to is elsewhere now. */
  const approach = (scroller, height) => {
    if (isStale(restoring))
      restoring.range = findRange(restoring);
    if (restoring.range)
      goToRange(scroller, restoring.range);
    else
      goToFraction(scroller, restoring.place);
    restoring.height = height;
    restoring.top = dom.scrollTop(scroller);
    restoring.changed = performance.now();
  };

  const tryRestoring = () => {
    if (!dom.body())
      return;
    const now = performance.now();
    const scroller = dom.findScroller();
    const height = dom.scrollHeight(scroller);

    if (height !== restoring.height ||
      (isStale(restoring) && now - restoring.tried > 4 * TRY)) {
      restoring.tried = now;
      approach(scroller, height);
    } else if (Math.abs(dom.scrollTop(scroller) - restoring.top) > 2) {
      endRestoring();
      return;
    }
    const quiet = dom.readyState() === "complete" && now - restoring.changed > SETTLED;
    if ((quiet && !isStale(restoring)) || now - restoring.begun > LONGEST)
      endRestoring();
  };

  const restore = ({ quote, prefix, fraction, page }) => {
    const place = { quote, prefix, fraction, page };
    const now = performance.now();

    endRestoring();
    restoring = { place, range: null, height: -1, top: 0, begun: now, tried: now, changed: now };
    restoring.timer = setInterval(tryRestoring, TRY);
    tryRestoring();
  };

  const scrolled = () => {
    clearTimeout(restTimer);
    restTimer = setTimeout(() => {
      if (!restoring)
        report({ request: 0, ...get() });
    }, REST);
  };

  /* From the first touch on the place is the reader's. */
  const touched = (event) => {
    if (event.isTrusted)
      endRestoring();
  };

  const start = (callback) => {
    report = callback;
    window.addEventListener("scroll", scrolled, { capture: true, passive: true });
    for (const type of ["wheel", "touchstart", "pointerdown", "keydown"])
      window.addEventListener(type, touched, { capture: true, passive: true });
  };

  return { get, putCaret, restore, start, leave: endRestoring };
})();
