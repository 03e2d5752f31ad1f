/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* Between offsets in a text and places in the document. A map has the nodes of the text in its order,
 * where each begins and how long it is, and groups: one range can't go from one into another. */
globalThis.sylMap = (() => {
  const dom = globalThis.sylDom;
  const lines = globalThis.sylLines;

  /* The first node that ends after an offset. */
  const findNode = ({ starts, lengths }, offset) => {
    let low = 0;
    for (let high = starts.length; low < high;) {
      const middle = (low + high) >> 1;
      if (starts[middle] + lengths[middle] > offset)
        high = middle;
      else
        low = middle + 1;
    }
    return low;
  };

  const makeRange = (map, first, last, start, end) => new StaticRange({
    startContainer: map.nodes[first],
    startOffset: lines.toIndex(map.nodes[first], Math.max(0, start - map.starts[first])),
    endContainer: map.nodes[last],
    endOffset: lines.toIndex(map.nodes[last],
      Math.min(map.lengths[last], end - map.starts[last]) - 1) + 1,
  });

  /* Of a PDF some pages are not there: they have no ranges. */
  const rangesOf = (map, start, end) => {
    const ranges = [];
    let first = findNode(map, start);

    while (first < map.nodes.length && map.starts[first] < end) {
      let last = first;
      while (last + 1 < map.nodes.length && map.starts[last + 1] < end &&
        map.groups[last + 1] === map.groups[first])
        last++;
      ranges.push(makeRange(map, first, last, start, end));
      first = last + 1;
    }
    return ranges;
  };

  const toLive = (range) => {
    const live = new Range();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  };

  const above = (node) => dom.parent(node) ?? (node instanceof ShadowRoot ? dom.host(node) : null);

  const after = (node) => {
    let at = node;
    while (at && !dom.next(at))
      at = above(at);
    return at && dom.next(at);
  };

  const findFirst = (map, from) => {
    for (let at = from; at; at = dom.firstChild(at) ?? after(at)) {
      const index = map.index.get(at);
      if (index !== undefined)
        return map.starts[index];
    }
    return map.nodes.length > 0 ? map.starts.at(-1) + map.lengths.at(-1) : 0;
  };

  /* A place that is in no text is where the text after it begins. */
  const offsetAt = (map, container, offset) => {
    const index = map.index.get(container);

    if (index !== undefined) {
      const count = lines.toCount(container, offset);
      return map.starts[index] + Math.min(count, map.lengths[index]);
    }
    const child = container instanceof Text ? null : dom.childAt(container, offset);
    return findFirst(map, child ?? after(container));
  };

  return { rangesOf, offsetAt, toLive };
})();
