# SPDX-License-Identifier: GPL-3.0-or-later
"""A reading list whose sources are on the test server."""
import json
import pathlib
import tempfile

from syl_e2e import Reader, wait


def source(slug, title, url, role="main", kind="post"):
    return {"id": slug, "title": title, "url": url, "kind": kind, "role": role}


def make_list(site):
    plain = f"http://127.0.0.1:{site.plain_port}"
    return {
        "format": 1,
        "id": "https://example.org/lists/site",
        "title": "A List of This Machine",
        "sections": [
            {"id": "good", "title": "Good Pages", "note": "What works.", "picks": [
                {"id": "reading", "title": "Reading", "commentary": "Read *this* for a reason.", "minutes": 30,
                 "sources": [
                     source("post", "A Long Post", site.uri("/post")),
                     source("paper", "A Paper", site.uri("/paper.pdf"), kind="paper"),
                     source("abs", "An Abstract", site.uri("/abs"), kind="paper"),
                     source("links", "Ways Out", site.uri("/links"), "see-also"),
                 ]},
                {"id": "second", "title": "Second", "commentary": "Another one.",
                 "sources": [source("listing", "A Listing", site.uri("/listing"))]},
            ]},
            {"id": "bad", "title": "Bad Pages", "picks": [
                {"id": "trouble", "title": "Trouble", "commentary": "What fails.", "sources": [
                    source("missing", "A Missing Page", site.uri("/missing")),
                    source("tls", "An Untrusted Site", site.uri("/abs", "https")),
                    source("closed", "A Closed Port", f"http://127.0.0.1:{site.closed_port}/"),
                    source("broken", "A Broken Answer", f"{plain}/broken"),
                    source("nowhere", "No Such Host", "https://nowhere.invalid/"),
                    source("error", "A Server Error", site.uri("/status/503")),
                    source("slow", "A Slow Page", f"{plain}/slow"),
                    source("fine", "A Fine Page", site.uri("/abs")),
                ]},
            ]},
        ],
    }


class SiteReader(Reader):
    """A reader of the list of the test server."""

    def __init__(self, site):
        self.folder = tempfile.TemporaryDirectory(prefix="syllabus-lists-")
        lists = pathlib.Path(self.folder.name)
        (lists / "site.json").write_text(json.dumps(make_list(site)), encoding="utf-8")
        super().__init__(lists)

    def __exit__(self, *args):
        super().__exit__(*args)
        self.folder.cleanup()

    def open_source(self, title):
        """From the overview that is shown."""
        self.node.wait_for("list item", contains=title).act()
        return self.node.wait_for(contains=title)

    def page(self):
        """The document of the page that is shown."""
        return wait("the page", lambda: next(
            (node for node in self.node.walk(hidden=True) if node.role == "document web"), None))

    def web_processes(self):
        return {pid: line for pid, line in self.children_of_program().items() if "WebKitWebProcess" in line}
