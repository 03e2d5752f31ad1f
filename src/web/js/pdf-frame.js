/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* In the frame that shows a PDF: hands on to the script in the viewer's own world what only that can
 * do. What goes between the two is text. */
globalThis.sylFrame = (() => {
  const follow = (command) => document.dispatchEvent(
    new CustomEvent("syllabus-command", { detail: JSON.stringify(command) }));

  const start = (report) => document.addEventListener("syllabus-found", (event) => {
    const matches = Number(event.detail);
    if (Number.isSafeInteger(matches) && matches >= 0)
      report(Math.min(matches, 1e6));
  });

  return { follow, start };
})();
