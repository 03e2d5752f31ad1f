#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of highlights, notes and the year, in build/screenshots, to be looked at."""
import datetime

from syl_e2e import Reader, check, ctl, run
from syl_e2e_notes import choose, is_dark_beside, keep_emptied_note, keep_highlights, show_notes
from syl_e2e_pictures import SIZES, check_width, looks, picture, prepare
from syl_e2e_site import SiteReader
from syl_test_pages import paragraph
from syl_test_server import Site


def days_ago(number):
    return f"{datetime.date.today() - datetime.timedelta(days=number)}T10:00:00.000Z"


HIGHLIGHTS = [
    ("gpt", "Scaling up language models greatly improves what they do from a few examples alone.",
     {"meaning": 0, "note": "Compare with **LLaMA**, which does it with fewer parameters."}),
    ("gpt", "A model with 175 billion parameters was trained, ten times more than any dense one before.", {"meaning": 1}),
    ("gpt", "What remains open is how to evaluate this.", {"meaning": 2, "status": 1}),
    ("llama", "This was on the page once.", {"meaning": 2, "status": 2, "note": "Why did they take it away?"}),
    ("llama", "The smaller model is the cheaper one to run.", {"meaning": 3, "page": 4}),
    ("deepseek", "The cache of keys and values is compressed.", {"deleted": days_ago(4)}),
]


def test_highlights():
    for size, dark in looks():
        with Reader() as reader:
            prepare(reader, size)
            keep_highlights(reader, HIGHLIGHTS)
            keep_emptied_note(reader, "gpt", "Few-shot learning needs no gradient.\n\nCompare with LLaMA, which does "
                              "it with fewer parameters, but was trained for much longer.",
                              days_ago(1))
            keep_emptied_note(reader, "gpt", "Is this a law, or only the range that was looked at?", days_ago(2),
                              HIGHLIGHTS[1][1])
            reader.keep_setting("selected-group", "'highlights'")
            reader.start(dark=dark, wait_for_list=False)
            reader.press("alt+2")
            reader.node.wait_for("list", "Highlights")
            check_width(reader, size)
            reader.settle()
            look = f"{size[0]}-{'dark' if dark else 'light'}"
            picture(reader, f"highlights-{look}")
            # The dialogs look the same in all widths but the smallest.
            dialogs = [] if size == SIZES[1] else [("d", "trash"), ("r", "meanings")]
            for menu, name in dialogs:
                choose(reader, "Highlights Menu", menu)
                reader.node.wait_for(contains="Deleted highlights and notes are kept" if menu == "d"
                                     else "What the colors of highlights stand for")
                reader.settle()
                picture(reader, f"{name}-{look}")
                reader.press("Escape")
                reader.settle()
            reader.close()


def test_notes_beside_the_page():
    rows = [("reading", paragraph(number), {"meaning": number, "note": note})
            for number, note in enumerate(["", "The *second* one, with `code` and a [link](https://example.org).", ""])]
    for size, dark in looks():
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
            check(size != SIZES[0] or is_dark_beside(size[0]), "the note is in the window")
            reader.press("Escape")
            reader.node.wait_gone("button", "Delete Highlight")
            reader.close()


def test_year():
    """Begun four weeks ago, and forgotten since."""
    start = datetime.date.today() - datetime.timedelta(weeks=4)
    for size, dark in looks():
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


run([
    test_highlights,
    test_notes_beside_the_page,
    test_year,
])
