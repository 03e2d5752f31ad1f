/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* Asks the program for the next thing to do, and does it. One flat JSON object each way. */
(() => {
  const handler = window.webkit.messageHandlers.syllabus;
  const frame = globalThis.sylFrame;
  const place = globalThis.sylPlace;
  let number = 0;

  const post = (type, fields) =>
    handler.postMessage(JSON.stringify({ v: 1, type, ...fields })).catch(() => null);

  const say = (type, fields) => post(type, { document: number, ...fields });

  const follow = (command) => {
    switch (command.type) {
    case "place":
      globalThis.sylSelection.settle(command.released)
        .then(() => say("place", { request: command.request, ...place.get() }));
      break;
    case "restore":
      place.restore(command);
      break;
    case "caret":
      place.putCaret();
      break;
    case "marks":
      globalThis.sylMarks.take(command);
      break;
    case "show":
      globalThis.sylMarks.show(command);
      break;
    case "clear-selection":
      globalThis.sylSelection.clear();
      break;
    default:
      frame?.follow(command);
    }
  };

  /* A document that is kept for going back to it is a new one each time it is shown. */
  const listen = async () => {
    const reply = await post("hello", { frame: frame !== undefined });
    const own = Number(reply);
    if (reply === null)
      return;
    number = own;
    globalThis.sylReader.begin(say);
    for (;;) {
      const command = await say("next", {});
      if (command === null || number !== own)
        return;
      /* A page that breaks one thing must not stop the next. */
      try {
        follow(JSON.parse(command));
      } catch (error) {
        console.warn(error);
      }
    }
  };

  place.start((found) => say("place", found));
  globalThis.sylSelection.start(say);
  globalThis.sylPointing.start(say);
  frame?.start((matches) => say("found", { matches }));
  window.addEventListener("pageshow", (event) => {
    if (event.isTrusted && event.persisted)
      listen();
  });
  listen();
})();
