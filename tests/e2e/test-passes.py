#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading in passes: the five Cs, the focused time, and the five questions at the end."""
import contextlib
import json
import sqlite3
import time
import uuid

from syl_e2e import check, ctl, run, wait
from syl_e2e_notes import start_reading, with_reader
from syl_e2e_pictures import check_width, looks, picture, prepare
from syl_e2e_site import SiteReader
from syl_test_server import Site

CS = {"Category": "A survey", "Context": "Transformers", "Correctness": "It seems so",
      "Contributions": "A map of the field", "Clarity": "Clear"}


def query(reader, sql):
    """Looks into the library, as another program would."""
    with contextlib.closing(sqlite3.connect(reader.home / "data" / "syllabus" / "library.db")) as connection:
        return connection.execute(sql).fetchall()


def execute(reader, sql, values=()):
    with contextlib.closing(sqlite3.connect(reader.home / "data" / "syllabus" / "library.db")) as connection:
        connection.execute(sql, values)
        connection.commit()


def passes(reader):
    return query(reader, "SELECT number, finished IS NOT NULL FROM pass ORDER BY number")


def answers(reader):
    return dict(query(reader, "SELECT question, text FROM answer WHERE text <> ''"))


def state(reader):
    return json.loads(ctl(reader, "show", "reading", "--json").stdout)["state"]


def field(reader, name):
    return reader.node.wait_for("text", name)


def show_passes(reader):
    reader.press("p")
    reader.node.wait_for("list", "Passes")
    reader.node.wait_for("label", "First Pass")


def is_focused(node):
    return node.has("focused")


def cards(reader):
    return dict(query(reader, "SELECT question, answer FROM recall WHERE deleted IS NULL"))


def focused_seconds(reader):
    return dict(query(reader, "SELECT pass, sum(seconds) FROM session GROUP BY pass"))


def wait_to_finish(reader):
    """Opens the dialog at the end of a pick."""
    reader.press("alt+f")
    wait("the first question", lambda: is_focused(field(reader, "What is new?")))


@with_reader
def test_the_first_pass_by_keyboard(site, reader):
    start_reading(reader)
    show_passes(reader)
    reader.press("alt+b")
    wait("the first pass to begin", lambda: passes(reader) == [(1, 0)])
    begun = time.monotonic()
    reader.node.wait_for(contains="Begun")
    reader.press("Tab", "Tab")
    wait("the first field", lambda: is_focused(field(reader, "Category")))
    for text in CS.values():
        reader.type(text)
        reader.press("Return")
    wait("the answers in the library", lambda: len(answers(reader)) == 5)
    check(list(answers(reader).values()) == list(CS.values()), str(answers(reader)))
    wait("more than ten seconds of reading", lambda: time.monotonic() - begun > 12)
    reader.close()
    elapsed = time.monotonic() - begun
    check(10 <= focused_seconds(reader).get(1, 0) <= elapsed, f"{focused_seconds(reader)} of {elapsed}")

    start_reading(reader)
    show_passes(reader)
    for name, text in CS.items():
        wait(f"{name} again", lambda: field(reader, name).text() == text)
    reader.press("alt+d")
    wait("the end of the pass", lambda: passes(reader) == [(1, 1)])
    reader.node.wait_for(contains="Figures and tables")
    reader.node.find_all("list item", "First Pass")
    wait("the keyboard at the second pass", lambda: is_focused(reader.node.find("list item", "Second Pass")))
    reader.press("Shift+Tab", "space")
    reader.node.wait_for("button", "Take Back").act()
    wait("the pass to be open again", lambda: passes(reader) == [(1, 0)])
    reader.close()


@with_reader
def test_paused(site, reader):
    begun = time.monotonic()
    start_reading(reader)
    show_passes(reader)
    opened = time.monotonic()
    wait("more than ten seconds of reading", lambda: time.monotonic() - opened > 12)
    check(not focused_seconds(reader), "a piece is not over")
    reader.node.wait_for("button", "Pause Reading Time").act()
    stored = wait("the session", lambda: focused_seconds(reader))
    check(10 <= stored[0] <= time.monotonic() - begun, str(stored))
    reader.node.wait_for(contains="paused")
    begun = time.monotonic()
    while time.monotonic() - begun < 11:
        reader.press("Shift_L")
        reader.settle(0.1)
    reader.node.wait_for("button", "Count Reading Time Again")
    reader.close()
    check(focused_seconds(reader) == stored, f"{focused_seconds(reader)} after {stored}")


def open_preferences(reader):
    reader.press("ctrl+comma")
    reader.node.wait_for(contains="Count Reading Time")
    reader.settle()


def close_preferences(reader):
    reader.press("Escape")
    reader.node.wait_gone(contains="Count Reading Time")


def switch(reader):
    wait("the switch", lambda: next((node for node in reader.node.walk(True) if node.role in ("switch", "check box")
                                     and node.visible and node.name == "Count Reading Time"), None)).act()


@with_reader
def test_not_counted(site, reader):
    """Who turns it off sees no time, also the next time."""
    start_reading(reader)
    show_passes(reader)
    reader.node.wait_for("button", "Pause Reading Time")
    open_preferences(reader)
    switch(reader)
    close_preferences(reader)
    reader.node.wait_gone("button", "Pause Reading Time")
    check(not reader.node.find(contains="Less than 1 min"), "no time is shown")
    reader.close()
    start_reading(reader)
    show_passes(reader)
    reader.settle()
    check(not reader.node.find("button", "Pause Reading Time"), "it is off still")
    open_preferences(reader)
    switch(reader)
    close_preferences(reader)
    reader.node.wait_for("button", "Pause Reading Time")
    reader.close()


@with_reader
def test_reading_times_deleted(site, reader):
    start_reading(reader)
    show_passes(reader)
    execute(reader, "INSERT INTO session (uuid, pick_id, pass, started, seconds) "
                    "SELECT ?, pick_id, 1, '2026-01-01T00:00:00Z', 1500 FROM pick WHERE slug = 'reading'",
            (str(uuid.uuid4()),))
    reader.node.wait_for(contains="25 min")
    open_preferences(reader)
    delete = "Delete Reading Times…"
    reader.node.wait_for(name=delete).act()
    reader.node.wait_for(contains="Delete All Reading Times?")
    reader.settle()
    reader.press("Escape")
    reader.node.wait_gone(contains="Delete All Reading Times?")
    check(focused_seconds(reader) == {1: 1500}, "nothing is deleted before the reader says so")
    reader.node.wait_for(name=delete).act()
    reader.node.wait_for(contains="Delete All Reading Times?")
    reader.settle()
    reader.press("alt+d")
    wait("the end of them", lambda: not focused_seconds(reader))
    reader.node.wait_for(contains="Reading times deleted")
    # The first Escape would only take the toast away.
    reader.node.wait_gone(contains="Reading times deleted")
    reader.settle()
    close_preferences(reader)
    reader.node.wait_gone(contains="25 min")
    reader.node.wait_for(contains="Less than 1 min")
    reader.close()


@with_reader
def test_finished_with_two_answers(site, reader):
    start_reading(reader)
    show_passes(reader)
    wait_to_finish(reader)
    reader.type("A map")
    reader.press("Return")
    wait("the second question", lambda: is_focused(field(reader, "Why does it matter?")))
    reader.type("It shows the gaps")
    reader.press("alt+i")
    wait("the pick to be read", lambda: state(reader) == "read")
    made = wait("the cards", lambda: len(cards(reader)) == 2 and cards(reader))
    check(made == {"What is new in “Reading”?": "A map", "Why does “Reading” matter?": "It shows the gaps"}, str(made))
    check(answers(reader) == {"new": "A map", "why": "It shows the gaps"}, str(answers(reader)))
    check(not query(reader, "SELECT 1 FROM recall WHERE due <= date('now', '+6 days')"), "asked in a week")
    reader.node.wait_gone("button", "Skip")
    reader.node.wait_for(contains="In Your Own Words")
    wait("the answer in the panel", lambda: field(reader, "What is new?").text() == "A map")

    field(reader, "At what cost?").click()
    wait("the keyboard", lambda: is_focused(field(reader, "At what cost?")))
    reader.type("Little")
    wait("the answer given later", lambda: answers(reader).get("cost") == "Little")
    check(len(cards(reader)) == 2, "editing makes no cards")
    check(ctl(reader, "state", "reading", "reading").returncode == 0, "read again")
    reader.node.wait_for("button", "Finish Pick…").act()
    wait("the first question", lambda: is_focused(field(reader, "What is new?")))
    reader.type("An atlas")
    reader.press("alt+i")
    wait("the pick to be read", lambda: state(reader) == "read")
    made = wait("one more card", lambda: len(cards(reader)) == 3 and cards(reader))
    check(made["What is new in “Reading”?"] == "An atlas", str(made))
    reader.close()


@with_reader
def test_skipped(site, reader):
    start_reading(reader)
    show_passes(reader)
    wait_to_finish(reader)
    reader.type("Kept all the same")
    reader.press("Escape")
    reader.node.wait_gone("button", "Skip")
    wait("what was typed", lambda: answers(reader) == {"new": "Kept all the same"})
    check(state(reader) == "reading", "it is not read by that")
    reader.node.wait_for("button", "Finish Pick…").act()
    wait("the first question", lambda: is_focused(field(reader, "What is new?")))
    reader.press("alt+s")
    reader.node.wait_for("button", "Undo").act()
    wait("the undo", lambda: state(reader) == "reading")
    reader.node.wait_for("button", "Finish Pick…").act()
    wait("the first question", lambda: is_focused(field(reader, "What is new?")))
    reader.press("alt+s")
    wait("the pick to be read", lambda: state(reader) == "read")
    check(not cards(reader), str(cards(reader)))
    reader.close()


@with_reader
def test_changed_by_another_program(site, reader):
    """What is being typed stays; what the other said shows after that."""
    start_reading(reader)
    show_passes(reader)
    field(reader, "Category").click()
    reader.type("Mine")
    wait("my answer", lambda: answers(reader) == {"category": "Mine"})
    wait("the pass to begin with it", lambda: passes(reader) == [(1, 0)])
    execute(reader, "UPDATE answer SET text = 'Theirs'")
    execute(reader, "INSERT INTO answer (uuid, pick_id, question, text, modified) "
                    "SELECT ?, pick_id, 'clarity', 'Good', modified FROM answer", (str(uuid.uuid4()),))
    wait("the other answer", lambda: field(reader, "Clarity").text() == "Good")
    check(field(reader, "Category").text() == "Mine", "it was not taken out of the reader’s hand")
    reader.press("Tab")
    wait("the new answer", lambda: field(reader, "Category").text() == "Theirs")
    reader.close()


@with_reader
def test_another_pick(site, reader):
    """What was typed a moment ago belongs to the pick before."""
    start_reading(reader)
    show_passes(reader)
    field(reader, "Category").click()
    reader.type("First")
    reader.node.wait_for("list item", "Second, Unread").act()
    wait("a way in", lambda: reader.node.find("button", "Start Reading")).act()
    reader.node.wait_for(contains="A Listing")
    wait("an empty field", lambda: field(reader, "Category").text() == "")
    rows = query(reader, "SELECT slug, text FROM answer JOIN pick USING (pick_id)")
    check(rows == [("reading", "First")], str(rows))
    reader.close()


def test_pictures():
    for size, dark in looks():
        with Site() as site, SiteReader(site) as reader:
            prepare(reader, size)
            start_reading(reader, dark=dark)
            check_width(reader, size)
            look = f"{size[0]}-{'dark' if dark else 'light'}"
            show_passes(reader)
            field(reader, "Category").click()
            reader.type("A survey of what is known")
            wait("the answer", lambda: len(answers(reader)) == 1)
            reader.settle()
            picture(reader, f"passes-{look}")
            reader.press("alt+d")
            reader.node.wait_for(contains="Figures and tables")
            reader.settle()
            picture(reader, f"passes-second-{look}")
            wait_to_finish(reader)
            reader.type("A map of the field")
            reader.settle()
            picture(reader, f"finish-{look}")
            reader.press("alt+i")
            reader.node.wait_for(contains="In Your Own Words")
            reader.node.wait_gone("button", "Undo")
            reader.settle()
            picture(reader, f"passes-read-{look}")
            reader.close()


run([
    test_the_first_pass_by_keyboard,
    test_paused,
    test_not_counted,
    test_reading_times_deleted,
    test_finished_with_two_answers,
    test_skipped,
    test_changed_by_another_program,
    test_another_pick,
    test_pictures,
])
