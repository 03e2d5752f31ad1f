#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Highlights and notes in the real window: made, kept, found again, lost, and taken back."""
import sqlite3
import subprocess

from syl_e2e import BOUND, check, run, wait
from syl_e2e_notes import (choose, click_three_times, drag, find_paragraph, highlights, is_painted, keep_highlights,
                           mark, place_of, show_notes, start_reading, wait_for_highlights, with_reader)
from syl_test_pages import paragraph


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
def test_note_right_after_drawing(site, reader):
    """The key comes before the page has told what is selected, and is for all of that."""
    start_reading(reader)
    click_three_times(wait("a paragraph", lambda: find_paragraph(reader, "Paragraph 1 ")))
    reader.node.wait_for("button", "Write a Note")
    first, second = (place_of(wait(f"paragraph {n}", lambda n=n: find_paragraph(reader, f"Paragraph {n} ")))
                     for n in (0, 1))
    shadow = -reader.node.extents().x
    drag((first.x + shadow + 60, first.y + shadow + 12), (second.x + shadow + 150, second.y + shadow + 12), "n")
    quote = wait_for_highlights(reader, 1)[0]["quote"]
    check("\nParagraph 1 is" in quote, quote)
    reader.node.wait_for("button", "Delete Highlight")
    reader.settle()
    reader.press("Escape")
    reader.node.wait_gone("button", "Delete Highlight")
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
    reader.node.wait_for(contains="After “…28 were measured anew for this text.”")
    reader.node.wait_for(contains="Check the place")
    reader.node.wait_for(contains="3 on this page: 1 in place, 1 to check, 1 not found")
    reader.settle()
    reader.picture("notes-moved-1240-light")
    reader.node.wait_for("list", "No Longer on the Page").wait_for("list item").act()
    wait("where it was", lambda: find_paragraph(reader, "Paragraph 4 "))
    reader.close()


def place_uri(reader):
    """The page that the reader was on last."""
    with sqlite3.connect(reader.home / "data" / "syllabus" / "library.db") as connection:
        found = connection.execute("SELECT place_uri FROM source_progress WHERE place_uri IS NOT NULL").fetchone()
    connection.close()
    return found[0] if found else ""


@with_reader
def test_after_the_page_has_moved(site, reader):
    """Its address leads to another one, which is where the reader is taken to from then on."""
    keep_highlights(reader, [("reading", "Of another page", {"uri": site.uri("/listing")})])
    start_reading(reader)
    mark(reader, "Paragraph 1 ")
    wait("the paint", is_painted)
    reader.close()
    site.moved = True
    start_reading(reader)
    wait("the paint at the new address", is_painted)
    reader.press("Down", "Down")
    wait("the place in the library", lambda: "/new-post" in place_uri(reader))
    reader.close()
    asked = site.requests().count("GET /post ")
    start_reading(reader)
    wait("the paint there again", is_painted)
    check(site.requests().count("GET /post ") == asked, str(site.requests()))
    check([found["status"] for found in highlights(reader)] == ["attached"] * 2, str(highlights(reader)))
    show_notes(reader)
    reader.node.wait_for(contains="1 on this page\n1 on another page")
    reader.settle()
    reader.picture("notes-other-pages-1240-light")
    reader.close()


@with_reader
def test_a_place_is_kept(site, reader):
    start_reading(reader)
    mark(reader, "Paragraph 3 ")
    old = wait_for_highlights(reader, 1)[0]["quote"]
    site.edited = True
    reader.press("ctrl+r")
    wait("the doubt", lambda: highlights(reader)[0]["status"] == "moved")
    show_notes(reader)
    reader.node.wait_for(contains="Check the place")
    reader.node.wait_for(contains="Now: “…39 systems, of which 21 have been checked again since.")
    reader.settle()
    reader.picture("notes-doubt-1240-light")
    choose(reader, "Highlight Menu", "k")
    found = wait("the place", lambda: highlights(reader)[0]["status"] == "attached" and highlights(reader)[0])
    check(found["quote"].strip().endswith("have been checked again since."), found["quote"])
    reader.node.wait_gone(contains="Check the place")
    reader.node.wait_gone(contains="Now: “")
    reader.press("ctrl+z")
    wait("the doubt again", lambda: (highlights(reader)[0]["status"], highlights(reader)[0]["quote"]) == ("moved", old))
    reader.node.wait_for(contains="Now: “")

    # Beside its note, too.
    choose(reader, "Highlight Menu", "w")
    reader.node.wait_for("button", "Keep This Place")
    reader.settle()
    reader.picture("note-doubt-1240-light")
    reader.node.wait_for("button", "Keep This Place").act()
    wait("the place again", lambda: highlights(reader)[0]["status"] == "attached")
    reader.node.wait_gone("button", "Keep This Place")
    reader.press("Escape")
    reader.node.wait_gone("button", "Delete Highlight")
    reader.press("ctrl+r")
    reader.node.wait_for("list", "Highlights").wait_for("list item").act()
    wait("the paint", is_painted)
    check(highlights(reader)[0]["status"] == "attached", "it stays so")
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


def open_page_menu(reader, beginning):
    """With the other button of the mouse, in the middle of a paragraph."""
    place = place_of(wait(f"“{beginning}”", lambda: find_paragraph(reader, beginning)))
    subprocess.run(["xdotool", "mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2),
                    "click", "3"], check=True, timeout=BOUND)
    wait("the menu of the page", lambda: next((node for node in reader.node.walk(True)
                                               if node.role == "menu" and node.visible), None))


@with_reader
def test_the_menu_of_the_page(site, reader):
    start_reading(reader)
    click_three_times(wait("a paragraph", lambda: find_paragraph(reader, "Paragraph 1 ")))
    reader.node.wait_for("button", "Write a Note")
    open_page_menu(reader, "Paragraph 1 ")
    reader.picture("page-menu-1240-light")
    reader.press("h")
    found = wait_for_highlights(reader, 1)[0]
    check(found["quote"].strip() == paragraph(1), str(found))
    wait("the paint", is_painted)
    open_page_menu(reader, "Paragraph 1 ")
    reader.press("r")
    reader.node.wait_for("button", "Add").act()
    reader.node.wait_for(contains="Added to Review")
    reader.node.wait_gone("button", "Add")
    reader.node.wait_gone(contains="Added to Review")
    open_page_menu(reader, "Paragraph 1 ")
    reader.press("d")
    wait("the end of it", lambda: not highlights(reader))
    reader.node.wait_for("button", "Undo").act()
    wait_for_highlights(reader, 1)
    reader.close()


run([
    test_marked_by_the_pointer_and_still_there,
    test_keys_give_the_meaning,
    test_note_right_after_drawing,
    test_notes_are_saved_while_they_are_typed,
    test_after_an_edit_of_the_page,
    test_a_place_is_kept,
    test_after_the_page_has_moved,
    test_undo_and_redo,
    test_the_menu_of_the_page,
])
