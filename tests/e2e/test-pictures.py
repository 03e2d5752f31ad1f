#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window, in build/screenshots, to be looked at; and that nothing is wider than it."""
import datetime

from syl_e2e import PICTURES, Reader, check, ctl, run, wait
from syl_e2e_notes import choose, keep_highlights, show_notes
from syl_e2e_site import SiteReader
from syl_test_pages import paragraph
from syl_test_server import Site

SIZES = [(360, 720), (800, 800), (1240, 800)]
FONT = "[Settings]\ngtk-font-name=Cantarell 11\n"


def prepare(reader, size):
    folder = reader.home / "config" / "gtk-4.0"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.ini").write_text(FONT)
    reader.keep_setting("window-width", str(size[0]))
    reader.keep_setting("window-height", str(size[1]))


def check_width(reader, size):
    extents = reader.node.extents()
    check((extents.width, extents.height) == size, f"{extents.width} × {extents.height} instead of {size}")


def picture(reader, name):
    path = reader.picture_of_window(name)
    check(path.stat().st_size > 5000, f"{path} has something in it")


def test_overview():
    for size in SIZES:
        for dark in (False, True):
            with Reader() as reader:
                prepare(reader, size)
                reader.start("syllabus://pick/llama", dark=dark)
                reader.node.wait_for("heading", "LLaMA 1–3")
                check_width(reader, size)
                reader.settle()
                picture(reader, f"overview-{size[0]}-{'dark' if dark else 'light'}")
                reader.close()


def test_list_and_contents():
    for dark in (False, True):
        with Reader() as reader:
            prepare(reader, SIZES[0])
            reader.start(dark=dark)
            reader.press("alt+2")
            reader.node.wait_for("list", "Picks")
            reader.settle()
            picture(reader, f"picks-360-{'dark' if dark else 'light'}")
            reader.press("alt+1")
            reader.node.wait_for("list", "Contents")
            reader.settle()
            picture(reader, f"contents-360-{'dark' if dark else 'light'}")
            reader.close()


def test_page():
    for size in SIZES:
        for dark in (False, True):
            with Site() as site, SiteReader(site) as reader:
                prepare(reader, size)
                reader.start("syllabus://pick/reading", dark=dark)
                reader.node.wait_for("button", "Start Reading").act()
                reader.node.wait_for(contains="What We Learned From a Year of Reading")
                check_width(reader, size)
                reader.settle()
                picture(reader, f"page-{size[0]}-{'dark' if dark else 'light'}")
                reader.close()


def test_paper():
    with Site() as site, SiteReader(site) as reader:
        prepare(reader, SIZES[2])
        reader.start("syllabus://pick/reading")
        reader.open_source("A Paper")
        wait("the PDF", lambda: any("/paper.pdf" in line for line in site.requests()))
        reader.settle(2)
        picture(reader, "paper-1240-light")
        reader.close()


HIGHLIGHTS = [
    ("gpt", "Scaling up language models greatly improves what they do from a few examples alone.",
     {"meaning": 0, "note": "Compare with **LLaMA**, which does it with fewer parameters."}),
    ("gpt", "A model with 175 billion parameters was trained, ten times more than any dense one before.", {"meaning": 1}),
    ("gpt", "What remains open is how to evaluate this.", {"meaning": 2, "status": 1}),
    ("llama", "This was on the page once.", {"meaning": 2, "status": 2, "note": "Why did they take it away?"}),
    ("llama", "The smaller model is the cheaper one to run.", {"meaning": 3, "page": 4}),
    ("deepseek", "The cache of keys and values is compressed.", {"deleted": "2026-11-22T10:00:00.000Z"}),
]


def test_highlights():
    for size in SIZES:
        for dark in (False, True):
            with Reader() as reader:
                prepare(reader, size)
                keep_highlights(reader, HIGHLIGHTS)
                reader.keep_setting("selected-group", "'highlights'")
                reader.start(dark=dark, wait_for_list=False)
                reader.press("alt+2")
                reader.node.wait_for("list", "Highlights")
                check_width(reader, size)
                reader.settle()
                look = f"{size[0]}-{'dark' if dark else 'light'}"
                picture(reader, f"highlights-{look}")
                for menu, name in (("d", "trash"), ("r", "meanings")):
                    choose(reader, "Highlights Menu", menu)
                    reader.node.wait_for(contains="Deleted highlights are kept" if menu == "d"
                                         else "What the colors of highlights stand for")
                    reader.settle()
                    picture(reader, f"{name}-{look}")
                    reader.press("Escape")
                    reader.settle()
                reader.close()


def test_notes_beside_the_page():
    rows = [("reading", paragraph(number), {"meaning": number, "note": note})
            for number, note in enumerate(["", "The *second* one, with `code` and a [link](https://example.org).", ""])]
    for size in SIZES:
        for dark in (False, True):
            with Site() as site, SiteReader(site) as reader:
                prepare(reader, size)
                keep_highlights(reader, rows)
                reader.start("syllabus://pick/reading", dark=dark)
                reader.node.wait_for("button", "Start Reading").act()
                reader.node.wait_for(contains="What We Learned From a Year of Reading")
                look = f"{size[0]}-{'dark' if dark else 'light'}"
                if size[0] < 1000:
                    reader.press("F9")
                show_notes(reader)
                reader.node.wait_for(contains="The second one")
                reader.settle()
                picture(reader, f"notes-{look}")
                choose(reader, "Highlight Menu", "w")
                reader.node.wait_for("button", "Delete Highlight")
                reader.settle()
                reader.picture(f"note-{look}")
                reader.press("Escape")
                reader.node.wait_gone("button", "Delete Highlight")
                reader.close()


def test_year():
    """Begun four weeks ago, and forgotten since."""
    start = datetime.date.today() - datetime.timedelta(weeks=4)
    for size in (SIZES[0], SIZES[2]):
        for dark in (False, True):
            with Reader() as reader:
                prepare(reader, size)
                ctl(reader, "lists")
                check(ctl(reader, "plan", "--start", start.isoformat()).returncode == 0, "the year begins")
                check(ctl(reader, "state", "gpt", "read").returncode == 0, "a pick is read")
                reader.keep_setting("selected-group", "'year'")
                reader.start(dark=dark, wait_for_list=False)
                reader.press("alt+2")
                reader.node.wait_for("list", "Weeks").wait_for("list item", "Claude 3 and Gemini 1")
                check_width(reader, size)
                reader.settle()
                picture(reader, f"year-{size[0]}-{'dark' if dark else 'light'}")
                reader.close()


def test_failure_and_empty():
    with Site() as site, SiteReader(site) as reader:
        prepare(reader, SIZES[1])
        reader.start("syllabus://pick/trouble")
        reader.open_source("A Missing Page")
        reader.node.wait_for(contains="Page Not Found")
        reader.settle()
        picture(reader, "failure-800-light")
        reader.close()
    with Reader() as reader:
        prepare(reader, SIZES[2])
        window = reader.start()
        window.find("list", "Contents").wait_for("list item", contains="Reading").act()
        window.wait_for("button", "Show All Picks")
        reader.settle()
        picture(reader, "empty-1240-light")
        reader.close()


def test_shortcuts_and_damage():
    with Reader() as reader:
        prepare(reader, SIZES[2])
        reader.start()
        reader.press("ctrl+question")
        reader.settle(1)
        reader.picture("shortcuts-1240-light")
        reader.press("Escape")
        reader.close()
    with Reader() as reader:
        prepare(reader, SIZES[1])
        library = reader.home / "data" / "syllabus" / "library.db"
        library.parent.mkdir(parents=True)
        library.write_bytes(b"This is no database. " * 1000)
        reader.start(wait_for_list=False)
        reader.node.wait_for(contains="damaged")
        reader.settle()
        picture(reader, "damaged-800-light")
        reader.close()


PICTURES.mkdir(parents=True, exist_ok=True)
run([
    test_overview,
    test_list_and_contents,
    test_page,
    test_paper,
    test_highlights,
    test_notes_beside_the_page,
    test_year,
    test_failure_and_empty,
    test_shortcuts_and_damage,
])
