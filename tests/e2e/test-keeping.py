#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is marked is kept: without a mouse, with one, when it was lost, deleted, or the program killed."""
import random
import sqlite3
import time

from syl_e2e import Failure, check, ctl, run, wait
from syl_e2e_notes import (choose, click_three_times, count_pixels, drag, find_paragraph, highlights, is_painted, mark,
                           place_of, show_notes, start_reading, wait_for_highlights, with_reader)
from syl_test_pages import paragraph

# Saved half a second after the typing; what is older than a second has to be there.
SAVED_WITHIN = 1.0
# Of a highlight that is a question.
VIOLET = (0xd0, 0xbf, 0xff)


def select_by_keys(reader):
    """From the top of the page into the first paragraph, and over its first words; the caret comes a
    moment after it was asked for."""
    for _ in range(5):
        reader.press("ctrl+Home", "Down", "Down", "Down", "Home", *["ctrl+shift+Right"] * 5)
        try:
            reader.node.wait_for("button", "Write a Note", bound=2)
            return
        except Failure:
            continue
    raise Failure("nothing could be selected by keys")


@with_reader
def test_without_a_mouse(site, reader):
    start_reading(reader)
    reader.press("F7")
    select_by_keys(reader)
    reader.press("3")
    found = wait_for_highlights(reader, 1)[0]
    check(found["meaning"] == "question" and len(found["quote"].split()) >= 4, str(found))
    check(found["quote"] in " ".join(paragraph(n) for n in range(2)) + "What We Learned From a Year of Reading",
          found["quote"])
    wait("the paint", lambda: count_pixels(VIOLET) > 500)
    # With the caret in it, its note opens, and is written and closed.
    reader.press("Left", "Left")
    reader.press("n")
    wait("the note", lambda: any(node.has("focused") and node.role == "text" for node in reader.node.walk(True)))
    reader.type("By keys")
    wait("the note in the library", lambda: highlights(reader)[0]["note"] == "By keys")
    reader.press("Escape")
    reader.node.wait_gone("button", "Delete Highlight")
    # On with the keyboard: back into the page, and another highlight.
    reader.press("End", *["ctrl+shift+Left"] * 3)
    reader.node.wait_for("button", "Write a Note")
    reader.press("h")
    wait_for_highlights(reader, 2)
    reader.close()


@with_reader
def test_drawn_with_the_mouse(site, reader):
    start_reading(reader)
    first, second = (place_of(wait(f"paragraph {n}", lambda n=n: find_paragraph(reader, f"Paragraph {n} ")))
                     for n in (0, 1))
    shadow = -reader.node.extents().x
    drag((first.x + shadow + 120, first.y + shadow + 12), (second.x + shadow + 200, second.y + shadow + 12))
    reader.node.wait_for("button", "Write a Note")
    reader.press("h")
    quote = wait_for_highlights(reader, 1)[0]["quote"]
    check("measured anew for this text." in quote and "Paragraph 1 is" in quote, quote)
    check(not quote.startswith("Paragraph 0") and len(quote) < len(paragraph(0)) + 60, quote)
    wait("the paint", is_painted)
    reader.close()

    start_reading(reader)
    wait("the paint again", is_painted)
    reader.close()


@with_reader
def test_attached_again(site, reader):
    start_reading(reader)
    mark(reader, "An aside")
    site.edited = True
    reader.press("ctrl+r")
    wait("the loss", lambda: highlights(reader)[0]["status"] == "orphaned")
    show_notes(reader)
    reader.node.wait_for(contains="No Longer on the Page")
    reader.node.wait_for(contains="These words were not found")
    choose(reader, "Highlight Menu", "s")
    reader.node.wait_for(contains="First select where the highlight belongs")

    click_three_times(wait("a paragraph", lambda: find_paragraph(reader, "New opening")))
    reader.node.wait_for("button", "Write a Note")
    choose(reader, "Highlight Menu", "s")
    found = wait("the new place", lambda: highlights(reader)[0]["status"] == "attached" and highlights(reader)[0])
    check(found["quote"].startswith("New opening"), found["quote"])
    reader.node.wait_gone(contains="No Longer on the Page")
    wait("the paint", is_painted)
    reader.press("ctrl+z")
    wait("the old place", lambda: highlights(reader)[0]["quote"].startswith("An aside"))
    reader.close()


@with_reader
def test_moved_to_another_page(site, reader):
    """What one page has lost is there beside the others, says where it was, and can go on in one of them."""
    start_reading(reader)
    mark(reader, "An aside")
    site.edited = True
    reader.press("ctrl+r")
    wait("the loss", lambda: highlights(reader)[0]["status"] == "orphaned")
    source = highlights(reader)[0]["source"]
    show_notes(reader)
    reader.node.wait_for(contains="No Longer on the Page")

    reader.press("alt+Down", "alt+Down")
    reader.node.wait_for(contains="Language Models are Few-Shot Learners")
    reader.node.wait_for(contains="No Longer on Other Pages")
    reader.node.wait_gone(contains="No Longer on the Page")
    reader.node.wait_for(contains="Key Idea · A Long Post")
    reader.settle()
    reader.picture("notes-elsewhere-1240-light")
    reader.node.wait_for("list", "No Longer on Other Pages").wait_for("list item").act()
    wait("the post", lambda: find_paragraph(reader, "New opening"))
    reader.node.wait_for(contains="No Longer on the Page")

    reader.press("alt+Down", "alt+Down")
    reader.node.wait_for(contains="Language Models are Few-Shot Learners")
    click_three_times(wait("the abstract", lambda: find_paragraph(reader, "Submitted on", top=100)))
    reader.node.wait_for("button", "Write a Note")
    choose(reader, "Highlight Menu", "s")
    found = wait("the new place", lambda: highlights(reader)[0]["status"] == "attached" and highlights(reader)[0])
    check(found["quote"].startswith("Submitted on") and found["source"] != source, str(found))
    reader.node.wait_gone(contains="No Longer on Other Pages")
    wait("the paint", is_painted)
    reader.press("ctrl+z")
    wait("the old place", lambda: highlights(reader)[0]["source"] == source)
    reader.node.wait_for(contains="No Longer on Other Pages")
    wait("the end of the paint", lambda: not is_painted())
    reader.close()


def has_focus(reader, name):
    return any(node.name == name and node.has("focused") for node in reader.node.walk(True))


@with_reader
def test_deleted_in_the_panel(site, reader):
    start_reading(reader)
    mark(reader, "Paragraph 1 ")
    wait("the paint", is_painted)
    show_notes(reader)
    reader.node.wait_for(contains="Paragraph 1 is about attention")
    choose(reader, "Highlight Menu", "d")
    wait("the end of it", lambda: not highlights(reader))
    wait("the end of the paint", lambda: not is_painted())
    reader.node.wait_for("button", "Undo").act()
    wait_for_highlights(reader, 1)
    wait("the paint again", is_painted)

    # By keys, one after the other: the focus goes on to the next, and nothing is left when none is.
    mark(reader, "Paragraph 2 ")
    for left in (1, 0):
        wait("the menu", lambda left=left: len([node for node in reader.node.walk(True)
                                                if node.name == "Highlight Menu" and node.role == "toggle button"
                                                and node.visible]) == left + 1)
        choose(reader, "Highlight Menu", "d")
        wait_for_highlights(reader, left) if left else wait("the end of it", lambda: not highlights(reader))
    choose(reader, "Notes Menu", "d")
    reader.node.wait_for("button", "Restore")
    reader.settle()
    wait("the way there", lambda: has_focus(reader, "Restore") or reader.press("Tab"))
    reader.press("space")
    wait_for_highlights(reader, 1)
    wait("the end of its row", lambda: [(node.role, node.name) for node in reader.node.walk(True)]
         .count(("button", "Restore")) == 1)
    reader.press("Tab")
    wait("the next one", lambda: has_focus(reader, "Restore"))
    reader.press("space")
    wait_for_highlights(reader, 2)
    reader.node.wait_for(contains="Nothing Deleted")
    reader.settle()
    reader.press("Escape")
    reader.node.wait_gone(contains="Nothing Deleted")
    reader.close()


def find_field(reader):
    return wait("the field", lambda: next((node for node in reader.node.walk(True) if node.role == "text"
                                           and node.name == "What you think of it"), None))


def wait_for_note(reader, text):
    wait(f"the note “{text}”", lambda: note_of(reader, "reading") == text)


def show_trash(reader):
    choose(reader, "Notes Menu", "d")
    reader.node.wait_for(contains="Deleted Highlights and Notes")
    reader.settle()


def close_trash(reader):
    reader.press("Escape")
    reader.node.wait_gone(contains="Nothing Deleted")
    reader.settle()


@with_reader
def test_note_of_a_highlight_emptied(site, reader):
    """It says of which quote it was, and comes back there."""
    def wait_for_text(text):
        wait(f"the note “{text}”", lambda: highlights(reader)[0]["note"] == text)

    start_reading(reader)
    mark(reader, "Paragraph 1 ", key="n")
    wait("the field", lambda: any(node.has("focused") and node.role == "text" for node in reader.node.walk(True)))
    reader.type("Why so?")
    wait_for_text("Why so?")
    reader.press("ctrl+a", "BackSpace")
    wait_for_text("")
    reader.press("Escape")
    reader.node.wait_gone("button", "Delete Highlight")
    show_notes(reader)
    show_trash(reader)
    reader.node.wait_for(contains=f"note on “{paragraph(1)[:20]}")
    reader.node.wait_for("button", "Restore").act()
    wait_for_text("Why so?")
    reader.node.wait_for(contains="Nothing Deleted")
    check(ctl(reader, "check").returncode == 0, "the library is sound")
    close_trash(reader)
    reader.node.wait_for(contains="Why so?")
    reader.close()


@with_reader
def test_note_emptied(site, reader):
    start_reading(reader)
    show_notes(reader)
    find_field(reader).click()
    reader.type("Compare with attention")
    wait_for_note(reader, "Compare with attention")
    reader.press("ctrl+a", "BackSpace")
    wait_for_note(reader, "")
    reader.press("ctrl+z")
    wait_for_note(reader, "Compare with attention")
    show_trash(reader)
    reader.node.wait_for(contains="Nothing Deleted")
    close_trash(reader)

    # What is written by then stays above it, and beside the page it is there at once to go on with.
    find_field(reader).click()
    reader.press("ctrl+a", "BackSpace")
    wait_for_note(reader, "")
    reader.type("New")
    wait_for_note(reader, "New")
    show_trash(reader)
    reader.node.wait_for(contains="note emptied on")
    reader.node.wait_for("button", "Restore").act()
    wait_for_note(reader, "New\n\nCompare with attention")
    reader.node.wait_for(contains="Nothing Deleted")
    close_trash(reader)
    find_field(reader).click()
    reader.press("ctrl+End")
    reader.type(" heads")
    wait_for_note(reader, "New\n\nCompare with attention heads")

    reader.press("ctrl+a", "BackSpace")
    wait_for_note(reader, "")
    show_trash(reader)
    reader.node.wait_for("button", "Delete Permanently…").act()
    reader.node.wait_for(contains="Its text will be lost.")
    reader.settle()
    reader.node.wait_for("button", "Delete").act()
    reader.node.wait_for(contains="Nothing Deleted")
    check(ctl(reader, "check").returncode == 0, "the library is sound")
    close_trash(reader)
    reader.close()


@with_reader
def test_killed_while_typing(site, reader):
    """Whenever it happens, what was typed more than a second before is there."""
    chance = random.Random(7)
    typed = ""
    for _ in range(3):
        start_reading(reader)
        show_notes(reader)
        field = find_field(reader)
        field.click()
        reader.press("ctrl+End")
        old = ""
        end = time.monotonic() + chance.uniform(1.2, 3.0)
        moments = []
        while time.monotonic() < end:
            word = f"w{chance.randrange(1000)} "
            reader.type(word)
            typed += word
            # A busy machine may get to the keys late: it counts from when the word is there to be seen.
            wait("the word", lambda: field.text() == typed)
            moments.append((time.monotonic(), typed))
        killed = time.monotonic()
        reader.kill()
        for moment, text in moments:
            if moment < killed - SAVED_WITHIN:
                old = text
        kept = note_of(reader, "reading")
        check(kept.startswith(old) and typed.startswith(kept), f"“{kept}” instead of “{old}”")
        typed = kept


def note_of(reader, pick):
    with sqlite3.connect(reader.home / "data" / "syllabus" / "library.db") as connection:
        check(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the database is whole")
        row = connection.execute("SELECT text FROM note JOIN pick USING (pick_id) WHERE slug = ?", (pick,)).fetchone()
    connection.close()
    return row[0] if row else ""


run([
    test_without_a_mouse,
    test_drawn_with_the_mouse,
    test_attached_again,
    test_moved_to_another_page,
    test_deleted_in_the_panel,
    test_note_of_a_highlight_emptied,
    test_note_emptied,
    test_killed_while_typing,
])
