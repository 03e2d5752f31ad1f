/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* Paints places in the text without touching the document. What is painted is in a registry that the
 * page can see and clear, so its names say nothing, and it is looked after. */
globalThis.sylMarks = (() => {
  const dom = globalThis.sylDom;
  const maps = globalThis.sylMap;
  const CARE = 250;
  const SLOW = 50;
  const LATE = 1000;
  const FLASH = 1000;
  const PATIENCE = 5000;
  const LIGHT_TEXT = 0.4;
  const SLICE = 200;

  let map = null;
  let version = 0;
  let painted = { version: 0, set: 0 };
  let marks = [];
  let coming = { set: 0, parts: [] };
  let own = new Map();
  let careTimer = 0;
  let cared = 0;
  let flashTimer = 0;
  let frame = 0;
  let wanted = null;

  const getLuminance = (color) => {
    const parts = color.match(/[\d.]+/g)?.slice(0, 3).map(Number) ?? [0, 0, 0];
    const [red, green, blue] = (color.startsWith("rgb") ? parts.map((part) => part / 255) : parts)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  /* Light text is on a dark ground, whatever the desktop prefers. The text over a drawn page of a PDF
   * is transparent, and the page is as it would be on paper. */
  const getTone = (node) => {
    const element = dom.parent(node);
    if (dom.isViewer || !dom.isElement(element))
      return "light";
    return getLuminance(dom.styleOf(element).color) > LIGHT_TEXT ? "dark" : "light";
  };

  const isOurs = (name, { highlight, ranges }) =>
    CSS.highlights.get(name) === highlight && highlight.size === ranges.size;

  const put = (name, ranges, priority) => {
    const highlight = new Highlight();
    for (const range of ranges)
      highlight.add(range);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
    own.set(name, { highlight, ranges: new Set(ranges), priority });
  };

  const remove = (name) => {
    if (CSS.highlights.get(name) === own.get(name)?.highlight)
      CSS.highlights.delete(name);
    own.delete(name);
  };

  /* What a world has seen of the registry it sees for as long as it has a hold of it, whatever another
   * one takes away. So that is put there again, which does nothing where it is there still. */
  const assure = (name, { highlight, ranges }) => {
    CSS.highlights.set(name, highlight);
    for (const range of ranges)
      highlight.add(range);
  };

  const care = () => {
    cared = performance.now();
    for (const [name, entry] of own) {
      if (isOurs(name, entry))
        assure(name, entry);
      else
        put(name, entry.ranges, entry.priority);
    }
    careTimer = setTimeout(care, Math.max(CARE, SLOW * (performance.now() - cared)));
  };

  const stopCaring = () => {
    clearTimeout(careTimer);
    careTimer = 0;
  };

  const keepCaring = () => {
    if (own.size === 0) {
      stopCaring();
    } else if (careTimer === 0) {
      cared = performance.now();
      careTimer = setTimeout(care, CARE);
    }
  };

  const nudge = () => {
    if (careTimer === 0 || performance.now() < cared + LATE)
      return;
    stopCaring();
    care();
  };

  const getName = ({ meaning, moved }, tone) =>
    `reader-${tone}-${meaning + 1}${moved ? "-pale" : ""}`;

  const isFlash = (name) => name.startsWith("reader-flash");

  const endsAlike = (one, other) =>
    one.endContainer === other.endContainer && one.endOffset === other.endOffset;

  /* What is painted by now, to be found by its name and where it begins. */
  const indexPainted = () => {
    const index = new Map();

    for (const [name, { ranges }] of own) {
      const starts = new Map();
      for (const range of ranges) {
        if (!starts.has(range.startContainer))
          starts.set(range.startContainer, new Map());
        starts.get(range.startContainer).set(range.startOffset, range);
      }
      index.set(name, starts);
    }
    return index;
  };

  const paintRange = ({ index, kept }, name, range) => {
    const other = index.get(name)?.get(range.startContainer)?.get(range.startOffset);

    if (other && endsAlike(other, range)) {
      kept.add(other);
      return;
    }
    kept.add(range);
    if (!own.has(name))
      put(name, [], 0);
    own.get(name).highlight.add(range);
    own.get(name).ranges.add(range);
  };

  const paintMark = (job, mark) => {
    mark.ranges = maps.rangesOf(map, mark.start, mark.end);
    if (mark.ranges.length === 0)
      return;
    const name = getName(mark, getTone(mark.ranges[0].startContainer));
    for (const range of mark.ranges)
      paintRange(job, name, range);
  };

  const removeOthers = ({ kept }) => {
    for (const [name, { highlight, ranges }] of [...own]) {
      if (isFlash(name))
        continue;
      for (const range of [...ranges]) {
        if (!kept.has(range) && ranges.delete(range))
          highlight.delete(range);
      }
      if (ranges.size === 0)
        remove(name);
    }
  };

  const paintSlice = (job) => {
    for (const mark of job.marks.splice(0, SLICE))
      paintMark(job, mark);
    if (job.marks.length > 0) {
      frame = requestAnimationFrame(() => paintSlice(job));
    } else {
      frame = 0;
      removeOthers(job);
    }
    keepCaring();
  };

  const sortByNearness = (all) => {
    const caret = dom.caretAt(document, innerWidth / 2, innerHeight / 2);
    const here = caret ? maps.offsetAt(map, caret.startContainer, caret.startOffset) : 0;
    return all.sort((one, other) => Math.abs(one.start - here) - Math.abs(other.start - here));
  };

  /* A new range takes WebKit some tenth of a millisecond in its next frame. So what is painted stays,
   * and many that are new come in slices, those that are near first. */
  const paint = () => {
    cancelAnimationFrame(frame);
    for (const mark of marks)
      mark.ranges = [];
    paintSlice({
      marks: marks.length > SLICE ? sortByNearness([...marks]) : [...marks],
      index: indexPainted(), kept: new Set(),
    });
  };

  const isPresent = () => version !== 0 && painted.version === version;

  const endFlash = () => {
    remove("reader-flash-light");
    remove("reader-flash-dark");
    keepCaring();
  };

  /* Ranges of its own: one that is in two entries is painted in neither. */
  const flash = ({ start, end }) => {
    const ranges = maps.rangesOf(map, start, end);

    clearTimeout(flashTimer);
    endFlash();
    put(`reader-flash-${getTone(ranges[0].startContainer)}`, ranges, 1);
    flashTimer = setTimeout(endFlash, FLASH);
    keepCaring();
  };

  const scrollTo = (range) => {
    const scrollsTo = { block: "center", inline: "nearest", behavior: "instant" };
    const element = dom.parent(range.startContainer);

    globalThis.sylPlace.leave();
    if (dom.isElement(element))
      dom.scrollIntoView(element, scrollsTo);
    /* The middle of a long paragraph need not be where the mark is. */
    const { top } = maps.toLive(range).getBoundingClientRect();
    if (top >= innerHeight * 0.1 && top <= innerHeight * 0.8)
      return;
    const scroller = dom.findScroller();
    dom.scrollTo(scroller, {
      top: dom.scrollTop(scroller) + top - innerHeight * 0.4, behavior: "instant",
    });
  };

  const pageOf = (offset) => map.pages.findLastIndex((start) => start <= offset) + 1;

  /* Of a PDF the page has to be drawn first. */
  const goToPage = ({ start }) => {
    globalThis.sylPlace.leave();
    wanted.gone = true;
    globalThis.sylFrame.follow({ type: "go", page: pageOf(start) });
  };

  const tryShowing = () => {
    const mark = wanted?.set === painted.set ? wanted.place ?? marks[wanted.index] : null;

    if (mark)
      mark.ranges = maps.rangesOf(map, mark.start, mark.end);
    if (!mark || performance.now() > wanted.until) {
      wanted = null;
    } else if (mark.ranges.length > 0) {
      wanted = null;
      scrollTo(mark.ranges[0]);
      flash(mark);
    } else if (map.pages && !wanted.gone) {
      goToPage(mark);
    }
  };

  /* A mark, or a place without one. */
  const show = ({ set, index, start, end }) => {
    const place = end > start ? { start, end } : null;

    wanted = { set, index, place, until: performance.now() + PATIENCE };
    if (isPresent())
      tryShowing();
  };

  const read = ({ marks: numbers }) => {
    const list = [];
    for (let at = 0; at + 3 < numbers.length; at += 4) {
      const [start, end, meaning, moved] = numbers.slice(at, at + 4);
      if (start < end && end <= map.text.length)
        list.push({ start, end, meaning, moved: moved === 1, ranges: [] });
      else
        list.push({ start: 0, end: 0, meaning, moved: false, ranges: [] });
    }
    return list;
  };

  const settle = () => {
    if (!coming.whole || coming.version !== version)
      return;
    marks = coming.parts.flatMap(read);
    painted = { version, set: coming.set };
    coming = { set: 0, parts: [] };
    paint();
  };

  /* Long lists come in parts; and all of it may come before it is known here that the text has arrived.
   * Of a text that has changed since, none are wanted. */
  const take = (command) => {
    if (command.set !== coming.set)
      coming = { set: command.set, version: command.version, parts: [] };
    coming.parts.push(command);
    coming.whole = command.last;
    settle();
  };

  /* What was painted stays until it is known where it is in the new text. */
  const use = (newMap, newVersion) => {
    cancelAnimationFrame(frame);
    map = newMap;
    version = newVersion;
    if (isPresent())
      paint();
    settle();
    if (isPresent())
      tryShowing();
  };

  const contains = ({ ranges }, x, y) => ranges.some((range) =>
    [...maps.toLive(range).getClientRects()].some((rect) =>
      x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom));

  const isInShadow = ({ ranges }) =>
    ranges.length > 0 && dom.rootOf(ranges[0].startContainer) !== document;

  /* Of several the smallest. */
  const findAt = (offset, accepts) => {
    let best = -1;

    marks.forEach((mark, index) => {
      const near = (offset >= mark.start && offset <= mark.end) || isInShadow(mark);
      const smaller = best < 0 || mark.end - mark.start < marks[best].end - marks[best].start;
      if (near && smaller && mark.ranges.length > 0 && accepts(mark))
        best = index;
    });
    return best;
  };

  /* The nearest caret is given for blank space too. */
  const findAtPoint = (x, y) => {
    const caret = isPresent() && marks.length > 0 ? dom.caretAt(document, x, y) : null;
    if (!caret)
      return -1;
    return findAt(maps.offsetAt(map, caret.startContainer, caret.startOffset),
      (mark) => contains(mark, x, y));
  };

  const findAtPlace = (container, offset) => {
    if (!isPresent() || marks.length === 0)
      return -1;
    const at = maps.offsetAt(map, container, offset);
    return findAt(at, ({ start, end }) => at >= start && at <= end);
  };

  const getArea = (index) => maps.toLive(marks[index].ranges[0]).getBoundingClientRect();

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (isPresent())
      paint();
  });

  return { take, use, nudge, show, findAtPoint, findAtPlace, getArea, getSet: () => painted };
})();
