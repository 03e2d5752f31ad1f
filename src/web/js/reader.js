/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* Reads the text once the page has settled, tells the program of it, and reads it again when the page
 * has changed. */
globalThis.sylReader = (() => {
  const source = globalThis.sylDom.isViewer ? globalThis.sylPdfText : globalThis.sylDocumentText;
  const FIRST = 200;
  const LONGEST_LOAD = 5000;
  const REST = 500;
  const SLOW = 10;
  const A_MINUTE = 20;
  const MINUTE = 60000;
  const PART = 40000;
  const LATE = 1000;
  const TRIES = 3;
  const MAX_BYTES = 8 * 1024 * 1024;

  let say = async () => null;
  let map = null;
  let version = 0;
  let timer = 0;
  let due = 0;
  let reading = false;
  let changed = false;
  let ended = false;
  let cost = 0;
  let failures = 0;
  let times = [];

  const use = () => {
    globalThis.sylMarks.use(map, version);
    globalThis.sylSelection.use(map, version);
  };

  const cut = (text, from) => {
    const end = from + PART;
    const isHalf = /[\uD800-\uDBFF]/.test(text[end - 1] ?? "");
    return text.slice(from, isHalf ? end - 1 : end);
  };

  const send = async () => {
    const { text, pages } = map;

    for (let from = 0, part = cut(text, 0); from < text.length || from === 0;
      from += part.length, part = cut(text, from)) {
      await say("text", { first: from === 0, text: part });
      if (part === "")
        break;
    }
    const answer = await say("text-end", { length: text.length, starts: (pages ?? []).join() });
    return Number(answer ?? 0);
  };

  /* The program counts in UTF-8. */
  const isTooLong = ({ text }) => 3 * text.length > MAX_BYTES && new TextEncoder().encode(text).length > MAX_BYTES;

  const giveUp = (large) => {
    ended = true;
    version = 0;
    say("no-text", { large });
    globalThis.sylSelection.useWords();
  };

  /* The program may have been too busy to listen. */
  const tell = async () => {
    version = await send();
    if (version !== 0)
      failures = 0;
    else if (++failures < TRIES)
      changed = true;
    else
      ended = true;
  };

  const take = async (found) => {
    const same = map !== null && found.text === map.text && version !== 0;

    map = found;
    if (!same)
      await tell();
    if (version !== 0)
      use();
  };

  const readOnce = async () => {
    const begun = performance.now();
    const found = await source.build();

    cost = performance.now() - begun;
    if (found === null || isTooLong(found))
      giveUp(true);
    else
      await take(found);
  };

  const read = async () => {
    timer = 0;
    changed = false;
    reading = true;
    times.push(performance.now());
    try {
      await readOnce();
    } catch (error) {
      console.warn(error);
      giveUp(false);
    }
    reading = false;
    if (changed)
      schedule();
  };

  /* A page that never rests is read now and then; the drawn pages of a PDF cost little. */
  const getDelay = () => {
    if (source === globalThis.sylPdfText)
      return 0;
    const now = performance.now();
    times = times.filter((time) => now - time < MINUTE);
    const rest = Math.max(REST, SLOW * cost);
    return times.length < A_MINUTE ? rest : Math.max(rest, times[0] + MINUTE - now);
  };

  const readAfter = (delay) => {
    if (timer !== 0)
      return;
    due = performance.now() + delay;
    timer = setTimeout(read, delay);
  };

  const schedule = () => {
    if (ended)
      return;
    if (reading)
      changed = true;
    else
      readAfter(getDelay());
  };

  /* A page can clear timers of every world. The reader, who does something in it, sees to ours. */
  const nudge = () => {
    if (timer !== 0 && performance.now() > due + LATE) {
      clearTimeout(timer);
      read();
    }
    globalThis.sylMarks.nudge();
  };

  /* Not before the first paint, and not before the page's own scripts have put its text there. */
  const whenLoaded = (callback) => {
    let late = 0;
    const go = () => {
      clearTimeout(late);
      window.removeEventListener("load", go);
      callback();
    };

    if (globalThis.sylDom.readyState() === "complete") {
      go();
      return;
    }
    window.addEventListener("load", go);
    document.addEventListener("DOMContentLoaded", () => { late = setTimeout(go, LONGEST_LOAD); });
  };

  /* A document that is kept for going back to it is told of anew. */
  const begin = (callback) => {
    say = callback;
    version = 0;
    ended = false;
    failures = 0;
    globalThis.sylPointing.forget();
    source.start(schedule);
    whenLoaded(() => readAfter(FIRST + getDelay()));
  };

  return { begin, nudge };
})();
