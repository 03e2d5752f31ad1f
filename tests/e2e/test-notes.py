#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Highlights and notes in the real window: made, kept, found again, lost, and taken back."""
import json
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from syl_e2e import BOUND, check, ctl, run, wait
from syl_e2e_site import SiteReader
from syl_test_pages import paragraph
from syl_test_server import Site

YELLOW = (0xff, 0xe0, 0x66)


def with_reader(test):
    def body():
        with Site() as site, SiteReader(site) as reader:
            test(site, reader)
    body.__name__ = test.__name__
    return body


def start_reading(reader):
    reader.start("syllabus://pick/reading")
    wait("a way in", lambda: reader.node.find("button", "Start Reading")
         or reader.node.find("button", "Continue Reading")).act()
    reader.node.wait_for(contains="What We Learned From a Year of Reading")


def highlights(reader):
    return json.loads(ctl(reader, "highlights", "--json").stdout or "[]")


def wait_for_highlights(reader, number):
    return wait(f"{number} highlights", lambda: len(highlights(reader)) == number and highlights(reader) or None)


def find_paragraph(reader, beginning):
    """The paragraph of the page that begins so, where it can be clicked."""
    bottom = reader.node.extents().height
    for node in reader.page().walk(hidden=True):
        if node.role != "paragraph":
            continue
        text = node.accessible.get_text_iface()
        words = Atspi.Text.get_text(text, 0, 30) if text is not None else node.name
        if words.startswith(beginning) and 60 < place_of(node).y < bottom - 150:
            return node
    return None


def place_of(node):
    """On the screen: within the page they count from its own corner."""
    return node.accessible.get_component_iface().get_extents(Atspi.CoordType.SCREEN)


def click_three_times(node):
    place = place_of(node)
    subprocess.run(["xdotool", "mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2),
                    "click", "--repeat", "3", "--delay", "60", "1"], check=True, timeout=BOUND)


def mark(reader, beginning, key="h"):
    """Selects a paragraph, as readers do: with three clicks."""
    before = len(highlights(reader))
    for _ in range(8):
        if find_paragraph(reader, beginning):
            break
        reader.press("Down", "Down", "Down")
        reader.settle(0.2)
    click_three_times(wait(f"“{beginning}”", lambda: find_paragraph(reader, beginning)))

    reader.node.wait_for("button", "Write a Note")
    reader.press(key)
    wait("the highlight", lambda: len(highlights(reader)) > before)


def show_notes(reader):
    wait("the tab", lambda: next((node for node in reader.node.find_all(name="Notes")
                                  if node.role in ("radio button", "toggle button", "page tab", "tab")), None)).act()
    reader.node.wait_for(contains="Note on the Pick")


def count_pixels(color):
    """How many pixels of the screen have a colour."""
    picture = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], check=True, capture_output=True,
                             timeout=BOUND).stdout
    return sum(picture[i:i + 3] == bytes(color) for i in range(0, len(picture), 3))


def is_painted():
    return count_pixels(YELLOW) > 1000


@with_reader
def test_marked_by_the_pointer_and_still_there(site, reader):
    start_reading(reader)
    check(not is_painted(), "nothing is yellow yet")
    mark(reader, "Paragraph 1 ")
    found = wait_for_highlights(reader, 1)[0]
    check(found["quote"].strip() == paragraph(1), found["quote"])
    check(found["meaning"] == "key-idea" and found["status"] == "attached", str(found))
    wait("the paint", is_painted)
    show_notes(reader)
    reader.node.wait_for(contains="Paragraph 1 is about attention")
    reader.picture("notes-1240-light")
    reader.close()

    start_reading(reader)
    wait("the paint again", is_painted)
    check(len(highlights(reader)) == 1, "it is still one")
    reader.close()


@with_reader
def test_keys_give_the_meaning(site, reader):
    start_reading(reader)
    mark(reader, "Paragraph 0 ", "2")
    mark(reader, "Paragraph 1 ", "4")
    check([found["meaning"] for found in wait_for_highlights(reader, 2)] == ["method", "to-use"], str(highlights(reader)))
    reader.close()


@with_reader
def test_notes_are_saved_while_they_are_typed(site, reader):
    start_reading(reader)
    mark(reader, "Paragraph 1 ", "n")
    wait("the note", lambda: any(node.has("focused") and node.role == "text" for node in reader.node.walk(True)))
    reader.type("Compare this")
    wait("the note in the library", lambda: highlights(reader)[0]["note"] == "Compare this")
    reader.press("Escape")
    show_notes(reader)
    reader.node.wait_for(contains="Compare this")
    reader.kill()
    check(highlights(reader)[0]["note"] == "Compare this", "it has survived")


@with_reader
def test_after_an_edit_of_the_page(site, reader):
    start_reading(reader)
    for beginning in ("Paragraph 1 ", "Paragraph 3 ", "An aside"):
        mark(reader, beginning)
    wait_for_highlights(reader, 3)
    site.edited = True
    reader.press("ctrl+r")
    states = wait("what became of them", lambda: (lambda found: found if "orphaned" in found else None)(
        [found["status"] for found in highlights(reader)]))
    check(sorted(states) == ["attached", "moved", "orphaned"], str(states))
    show_notes(reader)
    reader.node.wait_for(contains="No longer on the page")
    reader.node.wait_for(contains="Check the place")
    reader.node.wait_for(contains="3 on this page: 1 in place, 1 to check, 1 not found")
    reader.settle()
    reader.picture("notes-moved-1240-light")
    reader.close()


@with_reader
def test_undo_and_redo(site, reader):
    start_reading(reader)
    mark(reader, "Paragraph 1 ")
    wait_for_highlights(reader, 1)
    reader.press("ctrl+z")
    wait("the undo", lambda: not highlights(reader))
    reader.press("ctrl+shift+z")
    wait_for_highlights(reader, 1)
    reader.close()


run([
    test_marked_by_the_pointer_and_still_there,
    test_keys_give_the_meaning,
    test_notes_are_saved_while_they_are_typed,
    test_after_an_edit_of_the_page,
    test_undo_and_redo,
])
