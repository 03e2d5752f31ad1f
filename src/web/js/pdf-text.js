/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* The text of a PDF: that of all pages, as the viewer's document has it, and the nodes of those pages
 * that are drawn. */
globalThis.sylPdfText = (() => {
  const dom = globalThis.sylDom;
  const MOST = 8 * 1024 * 1024;
  const MOST_PAGES = 20000;
  const PATIENCE = 10000;
  const REST = 100;

  let asked = null;
  let changed = () => {};
  let timer = 0;
  let agrees = false;

  const squeezePage = (items) => {
    const lines = globalThis.sylLines.start();
    for (const [text, ends] of items) {
      lines.add({}, text, null, false);
      if (ends)
        lines.end();
    }
    return lines.finish().text;
  };

  const isShown = () => dom.query(document, ".page[data-page-number]") !== null;

  /* Calls back once nothing has happened for too long. What still arrives may take its time. */
  const startWaiting = (giveUp) => {
    let timer = 0;
    const stop = () => clearTimeout(timer);
    const wait = () => {
      stop();
      timer = setTimeout(() => isShown() || !globalThis.sylFrame.isAlive() ? giveUp() : wait(), PATIENCE);
    };
    wait();
    return { wait, stop };
  };

  /* Pages come one by one, in their order. Answers with null if there is too much. */
  const askForPages = () => new Promise((resolve, reject) => {
    const texts = [];
    let length = 0;
    const { wait, stop } = startWaiting(() => reject(new Error("The viewer does not answer")));
    const end = (answer) => {
      stop();
      answer();
      return false;
    };

    globalThis.sylFrame.startPages(({ pages, items, failed }) => {
      if (failed)
        return end(() => reject(new Error("The pages can't be read")));
      const text = squeezePage(items);
      texts.push(text);
      length += text.length + 1;
      if (pages > MOST_PAGES || length > MOST)
        return end(() => resolve(null));
      if (texts.length === pages)
        return end(() => resolve(texts));
      wait();
      return true;
    });
  });

  const join = (texts) => {
    const starts = [];
    let length = 0;

    for (const text of texts) {
      starts.push(length > 0 && text !== "" ? length + 1 : length);
      length = starts.at(-1) + text.length;
    }
    return { texts, starts, text: texts.filter((text) => text !== "").join("\n") };
  };

  const readLayer = (layer) => {
    const lines = globalThis.sylLines.start();
    const walker = dom.walkAll(layer);

    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text)
        lines.add(node, dom.data(node), layer, false);
      else if (dom.localName(node) === "br")
        lines.end();
    }
    return lines.finish();
  };

  const append = (map, layer, start) => {
    layer.nodes.forEach((node, index) => {
      map.index.set(node, map.nodes.length);
      map.nodes.push(node);
      map.groups.push(layer.groups[index]);
      map.starts.push(start + layer.starts[index]);
      map.lengths.push(layer.lengths[index]);
    });
  };

  /* A layer that is whole, and has another text than its page, is none we can paint on. */
  const addLayers = (map, { texts, starts }) => {
    let strange = 0;

    for (const element of dom.queryAll(document, ".page[data-page-number] .textLayer")) {
      const page = Number(dom.attribute(dom.closest(element, ".page"), "data-page-number")) - 1;
      const layer = readLayer(element);
      if (layer.text === texts[page]) {
        append(map, layer, starts[page]);
        agrees ||= layer.text !== "";
      } else if (dom.queryIn(element, ".endOfContent")) {
        strange++;
      }
    }
    return strange;
  };

  const observe = () => {
    const tell = () => { timer ||= setTimeout(() => { timer = 0; changed(); }, REST); };
    new MutationObserver(tell).observe(dom.content(), { subtree: true, childList: true });
  };

  /* Answers with null if there is too much. */
  const build = async () => {
    if (!asked) {
      asked = askForPages().then((texts) => texts && join(texts));
      observe();
    }
    const all = await asked;
    if (!all)
      return null;
    const map = {
      text: all.text, pages: all.starts, nodes: [], starts: [], lengths: [], groups: [],
      index: new Map(),
    };
    if (addLayers(map, all) > 0 && !agrees)
      throw new Error("The drawn pages have other words");
    return map;
  };

  const start = (callback) => { changed = callback; };

  return { build, start };
})();
