/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";

/* The document as its prototypes show it: elements that a page names "body" or "parentNode" hide
 * the properties of that name from scripts of every world. */
globalThis.sylDom = (() => {
  const getter = (type, name) => {
    const { get } = Object.getOwnPropertyDescriptor(type.prototype, name);
    return (object) => get.call(object);
  };
  const method = (type, name) => {
    const function_ = type.prototype[name];
    return (object, ...values) => function_.apply(object, values);
  };

  const parent = getter(Node, "parentNode");
  const isElement = (node) => node instanceof Element;
  const rectOf = method(Element, "getBoundingClientRect");
  const styleOf = (element) => window.getComputedStyle(element);
  const query = method(Document, "querySelector");
  const isViewer = location.protocol === "webkit-pdfjs-viewer:";
  const root = () => getter(Document, "documentElement")(document);
  const body = () => getter(Document, "body")(document) ?? root();
  const scrollingElement = () => getter(Document, "scrollingElement")(document);
  const scrollHeight = getter(Element, "scrollHeight");
  const clientHeight = getter(Element, "clientHeight");

  const childNodes = getter(Node, "childNodes");

  const findAncestor = (node, accepts) => {
    for (let at = node; at; at = parent(at)) {
      if (isElement(at) && accepts(at))
        return at;
    }
    return null;
  };

  const scrolls = (element) =>
    scrollHeight(element) > clientHeight(element) + 1 &&
    /auto|scroll|overlay/.test(styleOf(element).overflowY);

  /* Most pages scroll as a whole, some have one tall box in them, as the viewer of PDFs does. */
  const findScroller = () => {
    const whole = scrollingElement() ?? root();

    if (scrollHeight(whole) > clientHeight(whole) + 1)
      return whole;
    const middle = method(Document, "elementFromPoint")(document, innerWidth / 2, innerHeight / 2);
    return findAncestor(middle, scrolls) ?? whole;
  };

  return {
    getter, method, parent, isElement, rectOf, styleOf, findAncestor, findScroller,
    scrollHeight, clientHeight, scrollingElement,
    body,
    isViewer,
    /* What there is to read: the viewer of PDFs has buttons besides. */
    content: () => (isViewer && query(document, "#viewer")) || body(),
    localName: getter(Element, "localName"),
    closest: method(Element, "closest"),
    attribute: method(Element, "getAttribute"),
    query,
    isShown: method(Element, "checkVisibility"),
    scrollTop: getter(Element, "scrollTop"),
    scrollTo: method(Element, "scrollTo"),
    caretAt: method(Document, "caretRangeFromPoint"),
    elementAt: method(Document, "elementFromPoint"),
    data: getter(CharacterData, "data"),
    firstChild: getter(Node, "firstChild"),
    next: getter(Node, "nextSibling"),
    childAt: (node, index) => childNodes(node)[index] ?? null,
    rootOf: method(Node, "getRootNode"),
    namespace: getter(Element, "namespaceURI"),
    shadowOf: getter(Element, "shadowRoot"),
    host: getter(ShadowRoot, "host"),
    assigned: method(HTMLSlotElement, "assignedNodes"),
    scrollIntoView: method(Element, "scrollIntoView"),
    queryAll: method(Document, "querySelectorAll"),
    queryIn: method(Element, "querySelector"),
    activeElement: () => getter(Document, "activeElement")(document),
    readyState: () => getter(Document, "readyState")(document),
    walkAll: (top) => method(Document, "createTreeWalker")(document, top,
      NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT),
    walkText: (top) => method(Document, "createTreeWalker")(document, top, NodeFilter.SHOW_TEXT),
  };
})();
