#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader's own questions, asked again: thought about, rated, edited, deleted, and made of highlights."""
import contextlib
import datetime
import json
import sqlite3
import subprocess
import uuid

from gi.repository import Gio, GLib

from syl_e2e import BOUND, BUILD, Reader, check, ctl, run, wait
from syl_e2e_pictures import looks
from syl_e2e_notes import (choose, highlights, keep_highlights, mark, show_notes, start_reading,
                           wait_for_highlights, with_reader)

APPLICATION = "io.github.syllabus_app.Syllabus"
TODAY = datetime.date.today()
CARDS = [
    ("gpt", "What do few-shot learners need?", "No *gradient* at all: examples in the prompt."),
    ("llama", "Which model is the cheaper one to run?", "A smaller one that was trained for longer."),
]
HIGHLIGHTS = [
    ("gpt", "Few-shot learners need no gradient at all.", {"meaning": 0, "note": "Compare with **LLaMA**."}),
    ("llama", "A smaller model, trained for longer, is the cheaper one to run.", {"meaning": 3}),
]


def library(reader):
    return contextlib.closing(sqlite3.connect(reader.home / "data" / "syllabus" / "library.db"))


def keep_cards(reader, cards=None, days=-3):
    """Writes cards into the library that are due on a day from today on."""
    check(ctl(reader, "lists").returncode == 0, "the library can be opened")
    with library(reader) as connection, connection:
        for pick, question, words in cards or CARDS:
            connection.execute(
                "INSERT INTO recall (uuid, pick_id, question, answer, due, created, modified) VALUES "
                "(?, (SELECT pick_id FROM pick WHERE slug = ?), ?, ?, ?, '', '')",
                (str(uuid.uuid4()), pick, question, words, str(TODAY + datetime.timedelta(days=days))))


def cards(reader):
    """Question, words, days until it is due, and what it was rated, of all cards."""
    with library(reader) as connection:
        return [(question, answer, (datetime.date.fromisoformat(due) - TODAY).days, ratings)
                for question, answer, due, ratings in connection.execute(
                    "SELECT question, answer, due, "
                    "(SELECT group_concat(rating) FROM review WHERE review.recall_id = recall.recall_id) "
                    "FROM recall WHERE deleted IS NULL ORDER BY recall_id")]


def contents(reader, name):
    return reader.node.wait_for("list", "Contents").wait_for("list item", name)


def show_review(reader, name="Review, 2"):
    contents(reader, name).act()


def focused(reader):
    return next((node for node in reader.node.walk() if node.has("focused")), None)


def show_words(reader):
    """Waits until the keyboard is where it can show them, and does."""
    wait("the button", lambda: focused(reader) and focused(reader).name == "Show My Words")
    reader.press("space")
    wait("the words", lambda: focused(reader) and focused(reader).name == "My Words")


def test_asked_rated_and_done():
    with Reader() as reader:
        keep_cards(reader)
        reader.start()
        show_review(reader)
        reader.node.wait_for("heading", CARDS[0][1])
        reader.node.wait_for(contains="1 of 2")
        check(reader.node.find(contains="gradient") is None, "the words are hidden")
        reader.press("3")
        show_words(reader)
        reader.node.wait_for(contains="No gradient at all")
        for name in ("Again, tomorrow", "Hard, tomorrow", "Good, in 2 days", "Easy, in 8 days"):
            reader.node.wait_for("button", name)
        check(cards(reader)[0][3] is None, "nothing is rated before the words are seen")
        reader.press("3")
        reader.node.wait_for("heading", CARDS[1][1])
        reader.node.wait_for(contains="2 of 2")
        check(cards(reader)[0][2:] == (2, "3"), str(cards(reader)))
        contents(reader, "Review, 1")

        show_words(reader)
        reader.press("4")
        reader.node.wait_for(contains="Nothing to Review")
        reader.node.wait_for(contains="The next question comes ")
        reader.settle()
        reader.picture_of_window("review-done-1240-light")
        check(cards(reader)[1][2:] == (8, "4"), str(cards(reader)))
        contents(reader, "Review")
        reader.close()


def test_a_rating_taken_back():
    with Reader() as reader:
        keep_cards(reader, CARDS[:1])
        reader.start()
        show_review(reader, "Review, 1")
        show_words(reader)
        reader.press("1")
        reader.node.wait_for(contains="Nothing to Review")
        reader.press("ctrl+z")
        wait("the words", lambda: focused(reader) and focused(reader).name == "My Words")
        check(cards(reader)[0][2:] == (-3, None), str(cards(reader)))
        reader.press("3")
        reader.node.wait_for(contains="Nothing to Review")
        check(cards(reader)[0][2:] == (2, "3"), str(cards(reader)))
        reader.close()


def test_edited_deleted_and_brought_back():
    with Reader() as reader:
        keep_cards(reader)
        reader.start()
        show_review(reader)
        reader.node.wait_for("heading", CARDS[0][1])
        choose(reader, "Review Menu", "e")
        reader.node.wait_for("button", "Save")
        wait("the focus", lambda: any(node.has("focused") and node.role == "text" for node in reader.node.walk(True)))
        reader.press("ctrl+a")
        reader.type("Why so few?")
        reader.press("Return")
        reader.node.wait_for("heading", "Why so few?")
        reader.node.wait_gone("button", "Save")

        choose(reader, "Review Menu", "d")
        reader.node.wait_for("heading", CARDS[1][1])
        check(len(cards(reader)) == 1, "it is gone")
        reader.node.wait_for("button", "Undo").act()
        wait("it in the library", lambda: [card[0] for card in cards(reader)] == ["Why so few?", CARDS[1][1]])
        reader.node.wait_for(contains="1 of 2")
        reader.node.wait_for("heading", CARDS[1][1])
        reader.node.wait_gone("button", "Undo")
        reader.close()


def questions(reader):
    return [node.name for node in reader.node.wait_for("list", "Questions").find_all("list item")]


def test_all_questions():
    with Reader() as reader:
        keep_cards(reader, CARDS[:1])
        keep_cards(reader, CARDS[1:], days=40)
        reader.start()
        show_review(reader, "Review, 1")
        reader.node.wait_for("heading", CARDS[0][1])
        choose(reader, "Review Menu", "a")
        wait("both", lambda: questions(reader) == [card[1] for card in CARDS])
        reader.node.wait_for(contains="LLaMA 1–3 · from ")
        reader.node.wait_for("entry", "Search Questions").click()
        reader.type("cheap llama")
        wait("one", lambda: questions(reader) == [CARDS[1][1]])
        reader.press("ctrl+a")
        reader.type("nowhere")
        reader.node.wait_for(contains="No Results Found")
        reader.press("Escape")
        wait("both again", lambda: len(questions(reader)) == 2)

        reader.node.find("list", "Questions").find("list item", CARDS[1][1]).act()
        wait("the focus", lambda: any(node.has("focused") and node.role == "text" for node in reader.node.walk(True)))
        reader.press("ctrl+a")
        reader.type("What is cheap?")
        reader.press("Return")
        wait("the new one", lambda: "What is cheap?" in questions(reader))
        reader.node.wait_gone("button", "Save")
        reader.node.find("list", "Questions").find("button", "Delete Question").act()
        wait("the other", lambda: questions(reader) == ["What is cheap?"])
        reader.node.wait_for("button", "Undo").act()
        wait("both", lambda: len(questions(reader)) == 2)
        reader.node.wait_gone("button", "Undo")
        reader.press("alt+Left")
        reader.node.wait_for("heading", CARDS[0][1])
        reader.close()


def test_no_questions_yet():
    with Reader() as reader:
        reader.start()
        show_review(reader, "Review")
        reader.node.wait_for(contains="No Questions")
        reader.node.wait_for("button", "Show Highlights").act()
        reader.node.wait_for(contains="No Highlights")
        reader.close()


def test_made_of_a_highlight():
    with Reader() as reader:
        keep_highlights(reader, HIGHLIGHTS)
        reader.start()
        contents(reader, "Highlights, 2").act()
        reader.node.wait_for("list", "Highlights").wait_for("list item", HIGHLIGHTS[0][1])
        choose(reader, "Highlight Menu", "r")
        reader.node.wait_for("button", "Add")
        reader.settle()
        reader.picture_of_window("review-add-1240-light")
        reader.node.find("button", "Add").act()
        reader.node.wait_for(contains="Added to Review")
        check(cards(reader) == [("What is a key idea of “GPT-1 to GPT-4”?", "Compare with **LLaMA**.", 7, None)],
              str(cards(reader)))
        wait("the end of the dialog", lambda: reader.node.find("button", "Add") is None)

        # It has one already: the item says so, and its letter is no other's.
        choose(reader, "Highlight Menu", "r")
        reader.press("Escape")
        reader.settle()
        check(reader.node.find("button", "Add") is None and len(cards(reader)) == 1, "no second one")
        show_review(reader, "Review")
        reader.node.wait_for(contains="Nothing to Review")
        reader.node.wait_for(contains="The next question comes ")
        reader.close()


@with_reader
def test_made_in_the_page(site, reader):
    start_reading(reader)
    mark(reader, "Paragraph 1 ")
    quote = wait_for_highlights(reader, 1)[0]["quote"]
    show_notes(reader)
    choose(reader, "Highlight Menu", "w")
    reader.node.wait_for("button", "Add to Review…").act()
    reader.node.wait_for("button", "Add").act()
    wait("the card", lambda: [card[1] for card in cards(reader)] == [quote])
    check(len(highlights(reader)) == 1, "the highlight stays")
    reader.node.wait_gone("button", "Add")
    choose(reader, "Highlight Menu", "w")
    check(not reader.node.wait_for("button", "In Review").has("sensitive"), "once is enough")
    reader.press("Escape")
    reader.node.wait_gone("button", "In Review")
    reader.close()


def link(reader):
    """The title of the pick, above the question."""
    return wait("the title of the pick", lambda: list(reader.node.find_all("label", "GPT-1 to GPT-4"))[-1])


def test_picks_come_back():
    with Reader() as reader:
        keep_highlights(reader, HIGHLIGHTS)
        keep_cards(reader)
        reader.start()
        show_review(reader)
        reader.node.wait_for("heading", CARDS[0][1])
        reader.press("m", "j")
        link(reader).click()
        reader.node.wait_for("heading", "GPT-1 to GPT-4")
        wait("the state", lambda: ctl(reader, "show", "gpt", "--json").stdout.count('"unread"') > 0)
        show_review(reader)
        reader.node.wait_for("heading", CARDS[0][1])
        check(reader.node.find("heading", "GPT-1 to GPT-4") is None, "the pick is away")

        # From this week's card, too.
        reader.node.wait_for("button", "Read Now").act()
        reader.node.wait_gone("heading", CARDS[0][1])
        back_to_review(reader)

        # By a link, and to a highlight.
        subprocess.run([str(BUILD / "src" / "syllabus"), "syllabus://pick/llama"], env=reader.environment(), check=True,
                       timeout=BOUND)
        reader.node.wait_for("heading", "LLaMA 1–3")
        back_to_review(reader)
        highlight = json.loads(ctl(reader, "highlights", "--json").stdout)[0]["uuid"]
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            APPLICATION, "/" + APPLICATION.replace(".", "/"), "org.freedesktop.Application", "ActivateAction",
            GLib.Variant("(sava{sv})", ("show-highlight", [GLib.Variant("s", highlight)], {})), None,
            Gio.DBusCallFlags.NONE, 30000, None)
        reader.node.wait_gone("heading", CARDS[0][1])
        back_to_review(reader)
        reader.close()


def back_to_review(reader):
    """A page that is read may have taken the room of the contents."""
    reader.press("alt+1")
    show_review(reader)
    reader.node.wait_for("heading", CARDS[0][1])
    reader.node.wait_for("list", "Contents")


def test_one_pane_at_a_time():
    with Reader() as reader:
        reader.keep_setting("window-width", "360")
        reader.keep_setting("selected-group", "'review'")
        keep_cards(reader)
        reader.start(wait_for_list=False)
        reader.node.wait_for("heading", CARDS[0][1])
        reader.node.wait_for("button", "Back").act()
        contents(reader, "All Picks, 50").act()
        reader.node.wait_gone("heading", CARDS[0][1])
        reader.press("alt+1")
        show_review(reader)
        reader.node.wait_for("heading", CARDS[0][1])
        show_words(reader)
        reader.press("2")
        reader.node.wait_for("heading", CARDS[1][1])
        reader.close()


def test_another_program_adds_one():
    with Reader() as reader:
        keep_cards(reader, CARDS[:1])
        reader.start()
        show_review(reader, "Review, 1")
        show_words(reader)
        keep_cards(reader, CARDS[1:])
        reader.node.wait_for(contains="1 of 2")
        check(focused(reader).name == "My Words", "who thinks is not disturbed")
        contents(reader, "Review, 2")
        reader.close()


def test_pictures():
    for (width, _height), dark in looks():
        with Reader() as reader:
            reader.keep_setting("window-width", str(width))
            reader.keep_setting("selected-group", "'review'")
            name = f"{width}-{'dark' if dark else 'light'}"
            reader.start(dark=dark, wait_for_list=False)
            reader.node.wait_for(contains="No Questions")
            reader.settle()
            reader.picture_of_window(f"review-empty-{name}")
            keep_cards(reader)
            reader.node.wait_for("heading", CARDS[0][1])
            reader.settle()
            reader.picture_of_window(f"review-question-{name}")
            reader.press("alt+2")
            show_words(reader)
            reader.settle()
            reader.picture_of_window(f"review-words-{name}")
            choose(reader, "Review Menu", "a")
            wait("both", lambda: len(questions(reader)) == 2)
            reader.settle()
            reader.picture_of_window(f"review-all-{name}")
            wait("the first row", lambda: focused(reader) and focused(reader).name == CARDS[0][1])
            reader.press("Return")
            reader.node.wait_for("button", "Save")
            reader.settle()
            reader.picture_of_window(f"review-edit-{name}")
            reader.press("Escape")
            reader.node.wait_gone("button", "Save")
            reader.close()


run([
    test_asked_rated_and_done,
    test_a_rating_taken_back,
    test_edited_deleted_and_brought_back,
    test_all_questions,
    test_no_questions_yet,
    test_made_of_a_highlight,
    test_made_in_the_page,
    test_picks_come_back,
    test_one_pane_at_a_time,
    test_another_program_adds_one,
    test_pictures,
])
