/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* In the frame that shows a PDF: hands on to the script in the viewer's own world what only that can
 * do. What goes between the two is text. */
globalThis.sylFrame = (() => {
  let alive = false;

  const follow = (command) => document.dispatchEvent(
    new CustomEvent("syllabus-command", { detail: JSON.stringify(command) }));

  const start = (report) => document.addEventListener("syllabus-found", (event) => {
    const matches = Number(event.detail);
    if (Number.isSafeInteger(matches) && matches >= 0)
      report(Math.min(matches, 1e6));
  });

  document.addEventListener("syllabus-alive", () => { alive = true; });

  /* Asks for the text of one page after the other, as long as they are wanted. */
  const startPages = (take) => {
    document.addEventListener("syllabus-page", (event) => {
      const page = JSON.parse(event.detail);
      if (take(page) && page.page < page.pages)
        follow({ type: "page-text", page: page.page + 1 });
    });
    follow({ type: "page-text", page: 1 });
  };

  return { follow, start, startPages, isAlive: () => alive };
})();
