# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages that the test server plays."""

import html

STYLE = """<style>
  body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 17px/1.6 sans-serif; }
  header.bar { position: sticky; top: 0; background: #b31b1b; color: white; padding: .6em 1em; }
  figure { background: #e8e8e8; margin: 1em 0; padding: 3em; text-align: center; }
</style>"""

TOPICS = [
    "tokens", "attention", "retrieval", "evaluation", "agents", "distillation", "alignment",
    "quantisation", "sampling", "memory", "planning", "vision", "speech", "diffusion", "reward",
]


def page(title, body, head=""):
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>
<meta name="viewport" content="width=device-width">{STYLE}{head}</head>
<body>{body}</body></html>"""


def abstract():
    """Looks as an abstract page of arXiv does: header, title, authors, abstract, links."""
    return page("[2005.14165] Language Models are Few-Shot Learners", """
<header class="bar">Preprints &gt; cs &gt; 2005.14165</header>
<h1>Language Models are Few-Shot Learners</h1>
<p>Submitted on 28 May 2020, last revised 22 Jul 2020</p>
<blockquote><b>Abstract:</b> A large model that is shown a few examples of a task in its input can
often do the task, without any change to its weights. The paper measures how far that goes with
size, and where it fails.</blockquote>
<ul><li><a id="pdf" href="/paper.pdf">View PDF</a></li>
<li><a id="post" href="/post">A post on it</a></li>
<li><a id="listing" href="/listing">Other papers</a></li></ul>
<table><tr><td>Subjects:</td><td>Computation and Language (cs.CL)</td></tr></table>""")


def paragraph(number):
    topic = TOPICS[number % len(TOPICS)]
    return (f"Paragraph {number} is about {topic}. What matters for {topic} in practice is how it "
            f"behaves on inputs nobody thought of, case {number * 37 % 101}, and what that costs. "
            f"The table of section {number % 9} compares {number * 13 % 89} systems, of which "
            f"{number * 7 % 31} were measured anew for this text.")


def post(paragraphs=120, edited=False):
    """A long post with a bar that stays at the top. Edited, it has gained an opening of 40 new
    paragraphs, every third of the old ones has other words at its end, and an aside is gone."""
    parts = ['<header class="bar" id="bar">A Blog About Models</header>',
             "<h1>What We Learned From a Year of Reading</h1>"]
    if edited:
        parts += [f"<p>New opening {n}: since this was written, much has changed, "
                  f"and remark {n * 11 % 97} says what.</p>" for n in range(40)]
    for number in range(paragraphs):
        text = paragraph(number)
        if edited and number % 3 == 0:
            text = text.replace("were measured anew for this text", "have been checked again since")
        parts.append(f'<p id="p{number}">{text}</p>')
        if number == 4 and not edited:
            parts.append("<p>An aside, which nobody missed when later versions left it out.</p>")
        if number % 20 == 10:
            parts.append("<figure>A figure without text of its own</figure>")
    return page("What We Learned From a Year of Reading", "\n".join(parts))


def growing(paragraphs=120, delay=300):
    """A post whose text is put in by a script some time after the page has been loaded."""
    script = f"""<script>
      const texts = {[paragraph(n) for n in range(paragraphs)]!r};
      setTimeout(() => {{
        for (const [index, text] of texts.entries()) {{
          const p = document.createElement("p");
          p.id = "p" + index; p.textContent = text;
          document.body.append(p);
        }}
      }}, {delay});
    </script>"""
    return page("A Growing Page", "<h1>Loading</h1>" + script)


def links(mail="someone@example.org"):
    """Ways out of a page."""
    return page("Ways Out", f"""
<h1>Ways out</h1>
<p><a id="blank" target="_blank" href="/listing">In a new window</a></p>
<p><a id="window" href="#" onclick="window.open('/listing'); return false">By a script</a></p>
<p><a id="mail" href="mailto:{mail}">Mail</a></p>
<p><a id="file" href="file:///etc/passwd">A file</a></p>
<p><a id="zip" href="/data.zip">An archive</a></p>
<p><a id="attached" href="/attached.pdf">A PDF to be saved</a></p>
<p><a id="saved" href="/listing" download="listing.html">A page to be saved</a></p>
<p><a id="missing" href="/missing">Gone</a></p>
<p><a id="back" href="#" onclick="history.back(); return false">Back</a></p>
<script>
  window.addEventListener("load", () => {{
    if (location.hash === "#unasked") location.href = "mailto:unasked@example.org";
    if (location.hash === "#popup") window.open("/post");
  }});
</script>""")


def permissions():
    """Asks for all it can, and writes down what it got."""
    return page("Asks for Much", """
<h1>May I?</h1><pre id="answers"></pre>
<script>
  const say = (text) => { document.getElementById("answers").textContent += text + "\\n"; };
  const place = new Promise((done) => navigator.geolocation
    ? navigator.geolocation.getCurrentPosition(() => done("place given"), () => done("place refused"))
    : done("place refused"));
  const notes = window.Notification
    ? Notification.requestPermission().then((answer) => "notifications " + answer)
    : Promise.resolve("notifications denied");
  const camera = navigator.mediaDevices?.getUserMedia
    ? navigator.mediaDevices.getUserMedia({ video: true, audio: true })
        .then(() => "camera given", () => "camera refused")
    : Promise.resolve("camera refused");
  Promise.all([place, notes, camera]).then((all) => { all.forEach(say); document.title = all.join(", "); });
</script>""")


def embedding(other):
    """Has a frame of another site, which wants to set a cookie and to read it."""
    return page("With Another Site", f"""
<h1>First party</h1><iframe id="other" src="{other}/third-party" width="400" height="120"></iframe>""")


def third_party(cookie):
    return page("Third Party", f"<p id='seen'>The server was sent: {html.escape(cookie)}</p>"
                "<script>document.cookie = 'scripted=1; path=/';</script>")


def isolation():
    """Looks for what the program has put into the page, and clobbers what its scripts might use."""
    return page("Clobbered", """
<form name="body"></form><form name="documentElement"></form>
<form name="scrollingElement"><input name="parentNode"></form><form name="readyState"></form>
<form name="createTreeWalker"></form><form name="caretRangeFromPoint"></form>
""" + "\n".join(f"<p id='p{n}'>{paragraph(n)}</p>" for n in range(60)) + """
<script>
  Object.defineProperty(Element.prototype, "getBoundingClientRect", { value() { throw 1; } });
  Array.prototype.push = () => { throw 1; };
  const found = ["sylDom", "sylText", "sylPlace", "sylFrame"].filter((name) => name in window);
  const handler = window.webkit?.messageHandlers?.syllabus !== undefined;
  document.title = found.length === 0 && !handler ? "sees nothing" : "sees " + found + handler;
</script>""")


def listing():
    return page("Other Papers", "<h1>Other papers</h1><p>Nothing else is here.</p>"
                "<p><a id='post' href='/post'>A post</a></p>")


def words():
    """Text in all the ways a page can have it."""
    return page("Words", """
<h1>All  the
ways</h1><p id="first">One <b>bold</b> word<br>and a <a href="/post">link</a>.</p>
<p hidden>hidden</p><p style="display: none">not displayed</p>
<p style="visibility: hidden">not visible <i style="visibility: visible">but this</i></p>
<noscript>no script</noscript><textarea>typed</textarea><select><option>chosen</option></select>
<template>template</template><style>p { color: inherit }</style><script>var code = "script";</script>
<table><tr><td>Left</td><td>right</td></tr><tr><td>below</td></tr></table>
<pre>def f():
  pass</pre>
<p id="math">Energy <math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi></mrow>
<annotation encoding="application/x-tex">E = m</annotation></semantics></math> is.</p>
<details><summary>More</summary><p>folded</p></details>
<div id="host"><span slot="named">slotted</span></div>
<p id="astral">A \U0001F600 face, <span id="after">then words</span>.</p>
<script>
  const root = document.getElementById("host").attachShadow({ mode: "open" });
  root.innerHTML = "<p id=inner>In the shadow, <slot name=named></slot> here.</p>";
</script>""")


def clearing():
    """Takes away all that is painted, again and again."""
    return page("Clearing", "<p id='first'>Words that are marked and cleared.</p>"
                "<script>setInterval(() => CSS.highlights.clear(), 700);</script>")


def stopping():
    """Clears all timers there are or will be, again and again."""
    return page("Stopping", "<p id='first'>Words that are late.</p><script>"
                "const stop = () => { for (let n = 0; n < 2000; n++) { clearTimeout(n); cancelAnimationFrame(n); } };"
                "addEventListener('load', () => { stop(); new ResizeObserver(stop).observe(document.body); });"
                "for (const type of ['load', 'pageshow', 'readystatechange', 'mousemove', 'keydown'])"
                "  addEventListener(type, () => Promise.resolve().then(stop));"
                "const again = new MessageChannel(); again.port1.onmessage = () => { stop();"
                "  if (performance.now() < 3000) again.port2.postMessage(0); else document.title = 'Stopped'; };"
                "again.port2.postMessage(0);</script>")


def replacing():
    """Puts new nodes with the same words in place of the old ones, once."""
    return page("Replacing", "<div id='box'><p>Words that stay the same.</p></div>"
                "<script>setTimeout(() => { const box = document.getElementById('box');"
                "box.innerHTML = box.innerHTML; document.title = 'Replaced'; }, 2500);</script>")


def clobbering():
    """Elements named as what a script would read, and prototypes that fail."""
    names = ["parentNode", "firstChild", "nextSibling", "childNodes", "shadowRoot", "getRootNode",
             "getSelection", "attributes", "nodeType", "localName", "namespaceURI", "addEventListener"]
    inputs = "".join(f'<input name="{name}">' for name in names)
    forms = "".join(f'<form name="{name}">{inputs}<p>Form {name}.</p></form>'
                    for name in ["body", "documentElement", "activeElement", "querySelectorAll",
                                 "createTreeWalker", "scrollingElement", "visualViewport", "CSS"])
    return page("Clobbering", forms + """<p id="first">Words to be read.</p><script>
  for (const type of [Node, Element, Document, CharacterData, Range, HighlightRegistry, Map, Set, Array, String])
    for (const name of Object.getOwnPropertyNames(type.prototype)) {
      if (name === "constructor" || name === "getElementById" || name === "title" || name === "size") continue;
      try { Object.defineProperty(type.prototype, name, { value() { throw 1; } }); } catch (error) { }
    }
  window.getSelection = window.getComputedStyle = () => { throw 1; };
  window.StaticRange = window.Highlight = window.JSON = window.Promise = undefined;
  document.title = "Clobbered";
</script>""")


def huge(kind):
    """More than a page should have: megabytes of text, depth, or nodes."""
    scripts = {
        "text": "const p = document.createElement('p'); p.textContent = 'words '.repeat(9000000);"
                "document.body.append(p);",
        "letters": "const p = document.createElement('p'); p.textContent = 'été '.repeat(1500000);"
                   "document.body.append(p);",
        "deep": "let at = document.body; for (let n = 0; n < 10000; n++) {"
                "const b = document.createElement('b'); at.append(b); at = b; } at.append('At the bottom.');",
        "nodes": "for (let n = 0; n < 50000; n++) { const p = document.createElement('span');"
                 "p.textContent = n + ' '; document.body.append(p); }",
    }
    return page("Huge", f"<p id='first'>Beginning.</p><script>{scripts[kind]}</script>")


def dark():
    """Light words on dark ground."""
    return page("Dark", "<style>body { background: #111; color: #eee }</style>" +
                "".join(f"<p>{paragraph(n)}</p>" for n in range(20)))
