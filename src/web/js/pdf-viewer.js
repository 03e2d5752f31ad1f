/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* In the world of WebKit's viewer of PDFs, where its objects are. */
(() => {
  const EDITOR_OFF = -1;
  const PENDING = 3;
  const REST = 150;

  let zoom = 1;
  let answerTimer = 0;
  let matches = 0;
  let setReady = null;
  const ready = new Promise((resolve) => { setReady = resolve; });

  const getViewer = () => window.PDFViewerApplication;

  /* As wide as the view, times the zoom. */
  const applyZoom = () => {
    const { pdfViewer } = getViewer();
    pdfViewer.currentScaleValue = "page-width";
    if (zoom !== 1)
      pdfViewer.currentScale *= zoom;
  };

  const find = ({ text, again, backwards }) => getViewer().eventBus.dispatch("find", {
    source: window,
    type: again ? "again" : "",
    query: text,
    caseSensitive: false,
    entireWord: false,
    highlightAll: true,
    findPrevious: backwards,
    matchDiacritics: false,
  });

  /* With the items of a page and the same settings the viewer makes its layer of text. */
  const readPage = async (number) => {
    await ready;
    const { pdfDocument } = getViewer();
    const page = await pdfDocument.getPage(number);
    const { items } = await page.getTextContent({
      includeMarkedContent: true, disableNormalization: true,
    });

    return {
      page: number,
      pages: pdfDocument.numPages,
      items: items.filter(({ str }) => str !== undefined).map(({ str, hasEOL }) => [str, hasEOL]),
    };
  };

  const tellPage = async (number) => {
    const answer = await readPage(number).catch(() => ({ failed: true }));
    document.dispatchEvent(new CustomEvent("syllabus-page", { detail: JSON.stringify(answer) }));
  };

  const follow = (command) => {
    switch (command.type) {
    case "page-text":
      tellPage(command.page);
      break;
    case "go":
      getViewer().pdfViewer.scrollPageIntoView({ pageNumber: command.page });
      break;
    case "zoom":
      zoom = command.factor;
      if (getViewer().pdfViewer?.pagesCount > 0)
        applyZoom();
      break;
    case "find":
      find(command);
      break;
    case "find-finish":
      getViewer().eventBus.dispatch("findbarclose", { source: window });
      break;
    }
  };

  /* Pages are searched one after the other, and each tells of its matches. */
  const answer = () => {
    clearTimeout(answerTimer);
    answerTimer = setTimeout(() => document.dispatchEvent(
      new CustomEvent("syllabus-found", { detail: String(matches) })), REST);
  };

  const count = ({ matchesCount }) => {
    matches = matchesCount?.total ?? 0;
    answer();
  };

  const connect = async () => {
    const viewer = getViewer();
    await viewer.initializedPromise;
    /* After WebKit's own script, which fits the pages to the width. */
    viewer.eventBus.on("pagesinit", () => {
      queueMicrotask(applyZoom);
      setReady();
    });
    viewer.eventBus.on("updatefindmatchescount", count);
    viewer.eventBus.on("updatefindcontrolstate", (event) => {
      if (event.state !== PENDING)
        count(event);
    });
    document.dispatchEvent(new CustomEvent("syllabus-alive"));
  };

  /* Letters and figures are the program's: the viewer would take H for its hand, N for the next page,
   * and turn the paper with R. */
  const leaveToProgram = (event) => {
    const isField = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!isField && !event.ctrlKey && !event.altKey && !event.metaKey && /^[\p{L}\p{N}]$/u.test(event.key))
      event.stopPropagation();
  };

  window.addEventListener("keydown", leaveToProgram, { capture: true });

  /* Notes belong to the program: what the viewer's editor draws would be lost. */
  document.addEventListener("webviewerloaded", () => {
    window.PDFViewerApplicationOptions?.set("annotationEditorMode", EDITOR_OFF);
    connect();
  });
  document.addEventListener("syllabus-command", (event) => follow(JSON.parse(event.detail)));
})();
