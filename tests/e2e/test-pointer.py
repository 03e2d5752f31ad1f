#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Highlights without a key: the buttons beside a selection, marks that are clicked, rows that lead to the page."""
import subprocess

from syl_e2e import BOUND, check, run, wait
from syl_e2e_notes import (click_three_times, find_paragraph, highlights, mark, place_of, show_notes, start_reading,
                           wait_for_highlights, with_reader)


def select(reader, beginning):
    """Returns: the button of the bar that came up"""
    click_three_times(wait(f"“{beginning}”", lambda: find_paragraph(reader, beginning)))
    return reader.node.wait_for("button", "Write a Note")


def click_on_words(reader, beginning):
    """A click where nothing else is: in the middle of a paragraph."""
    place = place_of(wait(f"“{beginning}”", lambda: find_paragraph(reader, beginning)))
    subprocess.run(["xdotool", "mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2),
                    "click", "1"], check=True, timeout=BOUND)


def rows(reader):
    listed = reader.node.find("list", "Highlights")
    return [row.name for row in listed.find_all("list item")] if listed else []


@with_reader
def test_the_bar_and_the_mark(site, reader):
    start_reading(reader)
    select(reader, "Paragraph 0 ")
    reader.node.wait_for("toggle button", "Method").click()
    check(wait_for_highlights(reader, 1)[0]["meaning"] == "method", highlights(reader))
    reader.node.wait_gone("button", "Write a Note")

    select(reader, "Paragraph 1 ").click()
    wait_for_highlights(reader, 2)
    reader.node.wait_for("button", "Delete Highlight")
    reader.settle()
    reader.type("By the button")
    reader.press("Escape")
    reader.node.wait_gone("button", "Delete Highlight")
    wait("the note", lambda: {found["note"] for found in highlights(reader)} == {"", "By the button"})

    click_on_words(reader, "Paragraph 1 ")
    reader.node.wait_for("button", "Delete Highlight")
    wait("its note", lambda: any(node.role == "text" and node.has("editable") and node.text() == "By the button"
                                 for node in reader.node.walk()))
    reader.press("Escape")
    reader.node.wait_gone("button", "Delete Highlight")
    click_on_words(reader, "Paragraph 2 ")
    reader.settle()
    check(not reader.node.find("button", "Delete Highlight"), "what is not marked has no note")
    reader.close()


@with_reader
def test_the_panel_and_the_list(site, reader):
    start_reading(reader)
    mark(reader, "Paragraph 0 ", "2")
    mark(reader, "Paragraph 1 ", "h")
    wait_for_highlights(reader, 2)
    reader.node.wait_for("list item", "Reading, Reading, 2 notes")
    show_notes(reader)
    wait("both rows", lambda: len(rows(reader)) == 2)
    reader.node.wait_for("toggle button", "Only “Method”").click()
    wait("one of them", lambda: [row[:11] for row in rows(reader)] == ["Paragraph 0"])
    reader.node.wait_for("toggle button", "Only “Method”").click()
    wait("both again", lambda: len(rows(reader)) == 2)

    # Far from both, the first one is led to.
    reader.press("alt+3", "End")
    wait("the end of the page", lambda: find_paragraph(reader, "Paragraph 0 ") is None)
    reader.node.find("list", "Highlights").find("list item", contains="Paragraph 0 ").click()
    wait("its beginning", lambda: find_paragraph(reader, "Paragraph 0 "))
    reader.close()


run([
    test_the_bar_and_the_mark,
    test_the_panel_and_the_list,
])
