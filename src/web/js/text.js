/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* The text of a page as a reader sees it, and where it comes from. White space is left out, so that
 * it does not matter how lines and blocks are broken. */
globalThis.sylText = (() => {
  const dom = globalThis.sylDom;
  const unread = new Set([
    "script", "style", "noscript", "template", "textarea", "select", "annotation",
    "annotation-xml",
  ]);
  const space = /\s+/g;

  const isRead = (node) => {
    const element = dom.parent(node);
    return dom.isElement(element) && !unread.has(dom.localName(element)) && dom.isShown(element);
  };

  const isInline = (node) => {
    const element = dom.parent(node);
    return dom.styleOf(element).display.startsWith("inline");
  };

  /* Half a character at either end is no text. */
  const trim = (text) => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");

  const startWalk = (node) => {
    const walker = dom.walkText(dom.content());
    walker.currentNode = node;
    return walker;
  };

  /* Up to a length of text from a place on; blocks are parted by a space. */
  const after = (node, offset, length) => {
    const walker = startWalk(node);
    let text = dom.data(node).slice(offset, offset + 4 * length);

    for (let last = node, next = walker.nextNode(); next && text.length < length;
      next = walker.nextNode()) {
      if (!isRead(next))
        continue;
      text += (isInline(last) && isInline(next) ? "" : " ") + dom.data(next);
      text = text.replace(space, " ");
      last = next;
    }
    return trim(text.replace(space, " ").trim().slice(0, length));
  };

  const before = (node, offset, length) => {
    const walker = startWalk(node);
    let text = dom.data(node).slice(Math.max(0, offset - 4 * length), offset);

    for (let last = node, next = walker.previousNode(); next && text.length < length;
      next = walker.previousNode()) {
      if (!isRead(next))
        continue;
      text = dom.data(next) + (isInline(last) && isInline(next) ? "" : " ") + text;
      text = text.replace(space, " ");
      last = next;
    }
    return trim(text.replace(space, " ").trim().slice(-length));
  };

  const collect = (top) => {
    const walker = dom.walkText(top);
    const parts = [];
    let text = "";

    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const squeezed = dom.data(node).replace(space, "");
      if (squeezed === "" || !isRead(node))
        continue;
      parts.push({ node, start: text.length });
      text += squeezed;
    }
    return { text, parts };
  };

  /* A range of one character, from an offset in text without white space. */
  const rangeAt = ({ parts }, offset) => {
    let low = 0;
    for (let high = parts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (parts[middle].start <= offset)
        low = middle;
      else
        high = middle;
    }
    if (!parts[low])
      return null;

    const { node, start } = parts[low];
    const data = dom.data(node);
    let index = 0;
    for (let left = offset - start; index < data.length; index++) {
      if (!/\s/.test(data[index]) && left-- === 0)
        break;
    }
    const range = new Range();
    range.setStart(node, Math.min(index, data.length));
    range.setEnd(node, Math.min(index + 1, data.length));
    return range;
  };

  const countCommon = (text, end, prefix) => {
    let count = 0;
    while (count < prefix.length && count < end &&
      text[end - 1 - count] === prefix[prefix.length - 1 - count])
      count++;
    return count;
  };

  /* Of several the one after what it was after; of such the one nearest to where it was. */
  const findBest = (text, quote, prefix, fraction) => {
    let best = -1;
    let bestScore = -1;

    for (let at = text.indexOf(quote), n = 0; at >= 0 && n < 1000;
      at = text.indexOf(quote, at + 1), n++) {
      const near = 1 - Math.abs(at / text.length - fraction);
      const score = countCommon(text, at, prefix) + near;
      if (score > bestScore) {
        best = at;
        bestScore = score;
      }
    }
    return best;
  };

  /* Where a quote begins. As a page was edited, its beginning, or what was before it, must do. */
  const find = (top, { quote, prefix, fraction }, whole) => {
    const all = collect(top);
    const wanted = quote.replace(space, "");
    const context = prefix.replace(space, "");
    const lengths = whole ? [wanted.length] : [wanted.length, 120, 60, 30, 16];

    for (const length of lengths) {
      if (length > wanted.length || length === 0)
        continue;
      const at = findBest(all.text, wanted.slice(0, length), context, fraction);
      if (at >= 0)
        return rangeAt(all, at);
    }
    if (!whole && context.length >= 24) {
      const at = findBest(all.text, context, "", fraction);
      if (at >= 0 && at + context.length < all.text.length)
        return rangeAt(all, at + context.length);
    }
    return null;
  };

  return { isRead, after, before, find };
})();
