#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Highlights in a PDF in the real window: drawn with the mouse, kept, found again and lost."""
import re
import subprocess

from syl_e2e import BOUND, Failure, check, run, wait
from syl_e2e_notes import (choose, drag, highlights, is_painted, place_of, show_notes, wait_for_highlights,
                           with_reader)

# As syl_test_pdf sets the text, in points; the frame that the viewer draws around a page, in pixels.
WIDTH, LEFT, TOP, LEADING, LENGTH = 612, 72, 72, 16, 320
FRAME = 9


def open_paper(reader):
    reader.start("syllabus://pick/reading")
    reader.open_source("A Paper")
    wait("the first page", lambda: find_page(reader, 1))


def find_page(reader, number):
    """Where a page of the PDF is on the screen: left, top and width."""
    shadow = -reader.node.extents().x
    for node in reader.page().walk(hidden=True):
        if node.role == "landmark" and f"Page {number}" in re.sub("[\u2068\u2069]", "", node.name):
            place = place_of(node)
            if place.width > 2 * FRAME:
                return place.x + shadow + FRAME, place.y + shadow + FRAME, place.width - 2 * FRAME
    return None


def point_of(page, line, fraction):
    """On the screen: some way along a line of the text."""
    left, top, width = page
    scale = width / WIDTH
    return (round(left + (LEFT + fraction * LENGTH) * scale), round(top + (TOP + LEADING * (line + 1) - 3) * scale))


def draw_line(reader, line, page=1, end=0.99):
    """Draws over a line, or its beginning; the text of a page may take a moment to be there."""
    for _ in range(8):
        place = find_page(reader, page)
        drag(point_of(place, line, 0.004), point_of(place, line, end))
        try:
            reader.node.wait_for("button", "Write a Note", bound=2)
            break
        except Failure:
            continue


def mark_line(reader, line, key="h", page=1):
    """Draws over a line, and marks it."""
    before = len(highlights(reader))

    draw_line(reader, line, page)
    reader.press(key)
    wait("the highlight", lambda: len(highlights(reader)) > before)


def darkest_on_line(reader, line):
    """The brightness, to 255, of the darkest pixel of a line."""
    page = find_page(reader, 1)
    (left, bottom), (right, _) = point_of(page, line, 0), point_of(page, line, 0.9)
    picture = subprocess.run(["import", "-window", "root", "-crop", f"{right - left}x12+{left}+{bottom - 8}", "-depth",
                              "8", "rgb:-"], check=True, capture_output=True, timeout=BOUND).stdout
    return min(max(picture[i:i + 3]) for i in range(0, len(picture), 3))


@with_reader
def test_drawn_and_still_there(site, reader):
    open_paper(reader)
    mark_line(reader, 2)
    found = wait_for_highlights(reader, 1)[0]
    check("Page 1 line 2: the model attends" in found["quote"], found["quote"])
    check(found["page"] == 1 and found["status"] == "attached", str(found))
    wait("the paint", is_painted)
    reader.settle()
    reader.picture("paper-highlight-1240-light")
    check(darkest_on_line(reader, 2) < 80, "the words on the paint are black")
    show_notes(reader)
    reader.node.wait_for(contains="page 1")
    reader.close()

    open_paper(reader)
    wait("the paint again", is_painted)
    check(len(highlights(reader)) == 1, "it is still one")
    reader.close()


@with_reader
def test_across_lines(site, reader):
    open_paper(reader)
    mark_line(reader, 1)
    place = find_page(reader, 1)
    drag(point_of(place, 5, 0.2), point_of(place, 7, 0.5))
    reader.node.wait_for("button", "Write a Note")
    reader.press("2")
    found = wait_for_highlights(reader, 2)
    quote = next(row["quote"] for row in found if row["meaning"] == "method")
    check("line 6: the model attends to every earlier token of the text." in quote, quote)
    check("line 5" not in quote[:6] and "line 7" in quote, quote)
    reader.close()


@with_reader
def test_another_edition(site, reader):
    open_paper(reader)
    for line in (2, 3, 5):
        mark_line(reader, line)
    wait_for_highlights(reader, 3)
    site.edited = True
    reader.press("ctrl+r")
    wait("what became of them", lambda: sorted(row["status"] for row in highlights(reader))
         == ["attached", "moved", "orphaned"])
    show_notes(reader)
    reader.node.wait_for(contains="No longer on the page")
    reader.node.wait_for(contains="3 on this page: 1 in place, 1 to check, 1 not found")
    # What is gone stood on the page that is the second one now.
    check(find_page(reader, 2)[1] > 500, "it is the first page that is in view")
    reader.node.wait_for("list", "No Longer on the Page").wait_for("list item").act()
    wait("where it was", lambda: (find_page(reader, 2) or (0, 900))[1] < 500)
    reader.close()


@with_reader
def test_attached_again(site, reader):
    open_paper(reader)
    mark_line(reader, 5)
    quote = wait_for_highlights(reader, 1)[0]["quote"]
    site.edited = True
    reader.press("ctrl+r")
    wait("the loss", lambda: highlights(reader)[0]["status"] == "orphaned")
    show_notes(reader)
    reader.node.wait_for(contains="No Longer on the Page")
    choose(reader, "Highlight Menu", "s")
    reader.node.wait_for(contains="First select where the highlight belongs")

    # On the page that the new edition begins with, where lines are shorter.
    draw_line(reader, 2, end=0.8)
    choose(reader, "Highlight Menu", "s")
    found = wait("the new place", lambda: highlights(reader)[0]["status"] == "attached" and highlights(reader)[0])
    check("Remark 4: what follows was gone" in found["quote"] and found["page"] == 1, str(found))
    reader.node.wait_gone(contains="No Longer on the Page")
    wait("the paint", is_painted)
    reader.settle()
    reader.picture("paper-attached-again-1240-light")
    reader.press("ctrl+z")
    wait("the old place", lambda: highlights(reader)[0]["quote"] == quote)
    reader.node.wait_for(contains="No Longer on the Page")
    wait("the end of the paint", lambda: not is_painted())
    reader.press("ctrl+shift+z")
    wait("the new place again", lambda: highlights(reader)[0]["quote"] == found["quote"])
    reader.close()

    open_paper(reader)
    wait("the paint after a start", is_painted)
    check(highlights(reader)[0]["status"] == "attached", "it has its place")
    reader.close()


run([
    test_drawn_and_still_there,
    test_across_lines,
    test_another_edition,
    test_attached_again,
])
