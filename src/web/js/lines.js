/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* Text as it is drawn: white space is one space at most, and lines end where they are broken; and the
 * way from a character of it to the one in a node that it comes from, and back. */
globalThis.sylLines = (() => {
  const dom = globalThis.sylDom;
  const run = /[ \t\n\f\r]+/g;
  const breaks = /[\n\r]/;
  const STEP = 1024;

  const isSpace = (data, at) => {
    const code = data.charCodeAt(at);
    return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;
  };

  const skip = (data, from) => {
    let at = from;
    while (at < data.length && isSpace(data, at))
      at++;
    return at;
  };

  const skipBack = (data) => {
    let at = data.length;
    while (at > 0 && isSpace(data, at - 1))
      at--;
    return at;
  };

  const gapOf = (white, keepsLines) => {
    if (white === "")
      return "";
    return keepsLines && breaks.test(white) ? "\n" : " ";
  };

  /* Half a character is none in UTF-8, and a zero ends a text in C: neither changes the length. */
  const clean = (text) => text.toWellFormed().replaceAll("\0", "\uFFFD");

  const squeeze = (data, keepsLines) =>
    clean(data.replace(run, keepsLines ? (white) => gapOf(white, true) : " "));

  /* Of a long node, so that places far down are not looked for from its beginning. */
  const tables = new WeakMap();

  const advance = (data, at) => isSpace(data, at) ? skip(data, at) : at + 1;

  const makeTable = (data) => {
    const steps = [];
    for (let at = skip(data, 0), count = 0; at < data.length; at = advance(data, at), count++) {
      if (count % STEP === 0)
        steps.push(at);
    }
    return { data, steps };
  };

  const stepsOf = (node, data) => {
    if (data.length < 4 * STEP)
      return [skip(data, 0)];
    let table = tables.get(node);
    if (table?.data !== data) {
      table = makeTable(data);
      tables.set(node, table);
    }
    return table.steps;
  };

  /* Where in a node the character is that so many come before. */
  const toIndex = (node, count) => {
    const data = dom.data(node);
    const steps = stepsOf(node, data);
    const step = Math.max(0, Math.min(Math.floor(count / STEP), steps.length - 1));
    let at = steps[step] ?? data.length;

    for (let left = count - step * STEP; left > 0 && at < data.length; left--)
      at = advance(data, at);
    return Math.min(at, data.length);
  };

  /* How many characters come before a place in a node. */
  const toCount = (node, index) => {
    const data = dom.data(node);
    const steps = stepsOf(node, data);
    let step = 0;
    while (step + 1 < steps.length && steps[step + 1] <= index)
      step++;
    let count = step * STEP;
    for (let at = steps[step] ?? index; at < index && at < data.length; count++)
      at = advance(data, at);
    return count;
  };

  /* Takes a text in node after node. Gaps are written once it is known that text follows. */
  const start = () => {
    const map = { text: "", nodes: [], starts: [], lengths: [], groups: [], index: new Map() };
    const parts = [];
    let length = 0;
    let gap = "";

    const space = () => { gap ||= " "; };
    const end = () => { gap = "\n"; };
    const part = (white) => white === "\n" ? end() : white && space();

    const put = (body) => {
      parts.push(body);
      length += body.length;
    };

    const add = (node, data, group, keepsLines) => {
      const begin = skip(data, 0);
      const finish = skipBack(data);

      part(gapOf(data.slice(0, begin), keepsLines));
      if (finish <= begin)
        return;
      if (length > 0)
        put(gap);
      map.index.set(node, map.nodes.length);
      map.nodes.push(node);
      map.groups.push(group);
      map.starts.push(length);
      put(squeeze(data.slice(begin, finish), keepsLines));
      map.lengths.push(length - map.starts.at(-1));
      gap = gapOf(data.slice(finish), keepsLines);
    };

    const finish = () => {
      map.text = parts.join("");
      return map;
    };

    return { space, end, add, finish, length: () => length };
  };

  return { start, toIndex, toCount };
})();
