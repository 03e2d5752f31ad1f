#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The search of the window: by the keyboard and by the pointer, there and back again."""
import sqlite3

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from syl_e2e import Reader, check, run, wait  # noqa: E402
from syl_e2e_notes import (is_painted, keep_highlights, mark, start_reading, wait_for_highlights,  # noqa: E402
                           with_reader)
from syl_e2e_pictures import check_width, looks, picture, prepare  # noqa: E402

FIELD = "Search Picks, Sources and Highlights"
HOSTILE = "<span size=\"99999\">&lt;b&gt; A wombat</span> & <b>no</b> markup </i>"
ROWS = [
    ("gpt", "Few-shot learners need no gradient at all.", {"note": "Compare with **wombats**, *by hand*."}),
    ("llama", HOSTILE, {"meaning": 2}),
]


def focused(reader):
    return next((node for node in reader.node.walk(True) if node.has("focused")), None)


def wait_for_focus(reader, what, condition):
    wait(f"the focus on {what}", lambda: (node := focused(reader)) and condition(node))


def wait_for_field(reader):
    reader.node.wait_for("entry", FIELD)
    wait_for_focus(reader, "the field", lambda node: node.name == FIELD)


def search(reader, words):
    reader.press("ctrl+f")
    wait_for_field(reader)
    reader.type(words)


def found(reader, section):
    listed = reader.node.find("list", section)
    return [node.name for node in listed.find_all("list item")] if listed else []


def wait_for_found(reader, section, expected):
    wait(f"{section} {expected}", lambda: found(reader, section) == expected)


def connect(reader):
    return sqlite3.connect(reader.home / "data" / "syllabus" / "library.db", timeout=30)


def listen(events, kind):
    listener = Atspi.EventListener.new(lambda event: events.append(event.any_data))
    listener.register(kind)
    return listener


def test_found_while_typing():
    said = []
    listener = listen(said, "object:announcement")
    with Reader() as reader:
        keep_highlights(reader, ROWS)
        reader.start()
        search(reader, "wombat")
        wait_for_found(reader, "Highlights", [HOSTILE, ROWS[0][1]])
        check(not found(reader, "Picks") and not found(reader, "Sources"), "no list has nothing in it")
        for words in ("Compare with wombats, by hand.", HOSTILE, "GPT-1 to GPT-4"):
            reader.node.wait_for("label", words)
        row = reader.node.find("list", "Highlights").find("list item", HOSTILE)
        check(row.description == "Question · LLaMA 1–3", row.description)
        wait("what is said", lambda: GLib.MainContext.default().iteration(False) or "2 results" in said)

        reader.press("ctrl+a")
        reader.type("LLAMA open")
        wait_for_found(reader, "Sources", [
            "LLaMA: Open and Efficient Foundation Language Models",
            "Llama 2: Open Foundation and Fine-Tuned Chat Models",
            "Code Llama: Open Foundation Models for Code"])
        check("LLaMA 1–3" in found(reader, "Picks"), found(reader, "Picks"))
        for name in ("Picks", "Sources"):
            reader.node.wait_for("heading", name)
        reader.press("ctrl+a")
        reader.type("nowhere to be found")
        reader.node.wait_for(contains="No Results Found")
        reader.press("ctrl+a", "BackSpace")
        reader.node.wait_for(contains="Find picks, sources, highlights and notes")
        reader.close()
    listener.deregister("object:announcement")


def test_by_the_keyboard():
    with Reader() as reader:
        reader.start()
        reader.press("alt+2")
        wait_for_focus(reader, "a pick", lambda node: node.role == "list item")
        search(reader, "toolformer")
        wait("something", lambda: found(reader, "Sources"))
        first = (found(reader, "Picks") + found(reader, "Sources"))[0]
        last = (found(reader, "Picks") + found(reader, "Sources"))[-1]
        reader.press("Down")
        wait_for_focus(reader, first, lambda node: node.name == first)
        reader.press("Up")
        wait_for_field(reader)
        reader.press("Down")
        for _ in found(reader, "Picks") + found(reader, "Sources"):
            reader.press("Down")
        wait_for_focus(reader, last, lambda node: node.name == last)
        reader.type("x")
        wait("letters to go on in the field", lambda: reader.node.find(contains="No Results Found"))
        reader.press("BackSpace")
        wait("what was found", lambda: found(reader, "Sources"))

        reader.press("ctrl+a")
        reader.type("llama 1")
        wait_for_found(reader, "Picks", ["LLaMA 1–3", "GPT-1 to GPT-4"])
        reader.press("Down", "Down", "Return")
        reader.node.wait_for("heading", "GPT-1 to GPT-4")
        reader.press("alt+Left")
        wait_for_focus(reader, "the second", lambda node: node.name == "GPT-1 to GPT-4" and node.role == "list item")
        check(reader.node.find("entry", FIELD), "the search is shown again")
        reader.press("ctrl+f")
        wait_for_field(reader)
        reader.type("open llama 1")
        reader.press("Return")
        reader.node.wait_for("heading", "LLaMA 1–3")
        reader.press("alt+Left")
        wait_for_focus(reader, "what was opened", lambda node: node.name == "LLaMA 1–3")
        check(reader.node.find("entry", FIELD), "the search is shown again")
        reader.press("Escape")
        reader.node.wait_for("list", "Picks")
        reader.node.wait_gone("entry", FIELD)
        reader.press("ctrl+shift+f")
        wait_for_field(reader)
        check("LLaMA 1–3" in found(reader, "Picks"), "what was found is still there")
        reader.press("Escape")
        reader.close()


def test_back_to_where_the_reader_was():
    with Reader() as reader:
        reader.start()
        reader.node.wait_for("list", "Contents").wait_for("list item", "Year").act()
        reader.node.wait_for("list", "Weeks")
        reader.press("alt+2")
        wait_for_focus(reader, "a week", lambda node: node.role == "list item")
        was = focused(reader).name
        reader.press("ctrl+f")
        wait_for_field(reader)
        reader.press("Escape")
        wait_for_focus(reader, "the same week", lambda node: node.name == was)
        reader.press("ctrl+f")
        wait_for_field(reader)
        reader.node.wait_for("list", "Contents").wait_for("list item", "Year").act()
        reader.node.wait_for("list", "Weeks")
        reader.node.wait_gone("entry", FIELD)
        reader.close()


def test_by_the_pointer():
    with Reader() as reader:
        keep_highlights(reader, ROWS)
        reader.start()
        button = reader.node.wait_for("toggle button", "Search")
        button.click()
        wait_for_field(reader)
        wait("the button to say so", lambda: button.has("pressed"))
        check(not any(node.has("selected") for node in reader.node.find("list", "Contents").find_all("list item")),
              "nothing else is said to be shown")
        reader.type("gpt-1")
        wait("a pick", lambda: found(reader, "Picks"))
        reader.node.find("list", "Picks").find("list item", "GPT-1 to GPT-4").click()
        reader.node.wait_for("heading", "GPT-1 to GPT-4")
        reader.node.wait_for("button", "Back to the Search").click()
        wait_for_focus(reader, "what was opened", lambda node: node.name == "GPT-1 to GPT-4")
        check(reader.node.find("entry", FIELD), "the search is shown again")
        reader.node.find("list", "Picks").find("list item", "GPT-1 to GPT-4").click()
        reader.node.wait_for("heading", "GPT-1 to GPT-4")
        reader.node.wait_for("toggle button", "Search").click()
        wait_for_field(reader)
        check(found(reader, "Picks"), "what was found is still there")
        reader.node.wait_for("toggle button", "Search").click()
        reader.node.wait_for("list", "Picks").wait_for("list item", contains="LLaMA 1–3")
        wait("the button to say so, too", lambda: not button.has("pressed"))
        check(reader.node.find("list", "Contents").find("list item", contains="All Picks").has("selected"),
              "all picks are shown again")
        reader.node.wait_gone("button", "Back to the Search")
        reader.close()


@with_reader
def test_beside_a_page(site, reader):
    start_reading(reader)
    mark(reader, "Paragraph 1 ")
    quote = wait_for_highlights(reader, 1)[0]["quote"]
    reader.press("ctrl+f")
    reader.node.wait_for("entry", "Find in Page")
    reader.press("Escape")
    reader.node.wait_gone("entry", "Find in Page")
    reader.press("ctrl+shift+f")
    wait_for_field(reader)
    reader.press("ctrl+f")
    wait_for_field(reader)
    check(not reader.node.find("entry", "Find in Page"), "a page that is out of sight is left alone")
    reader.press("Escape")
    reader.node.wait_for(contains="What We Learned From a Year of Reading")

    reader.press("ctrl+shift+f")
    wait_for_field(reader)
    reader.type("abstract")
    wait_for_found(reader, "Sources", ["An Abstract"])
    reader.press("Return")
    wait("the page", lambda: any(line.startswith("GET /abs") for line in site.requests()))
    reader.node.wait_for("button", "Back to the Search").click()
    wait_for_focus(reader, "what was opened", lambda node: node.name == "An Abstract")
    reader.press("ctrl+f")
    wait_for_field(reader)
    reader.press("ctrl+a")
    reader.type(quote.split(".")[0])
    wait("the highlight", lambda: [name[:30] for name in found(reader, "Highlights")] == [quote[:30]])
    reader.press("Down", "Return")
    reader.node.wait_for(contains="What We Learned From a Year of Reading")
    wait("the paint", is_painted)
    reader.close()


def test_what_changes_meanwhile():
    with Reader() as reader:
        keep_highlights(reader, ROWS)
        reader.start()
        search(reader, "wombat")
        wait_for_found(reader, "Highlights", [HOSTILE, ROWS[0][1]])
        with connect(reader) as library:
            library.execute("UPDATE highlight SET quote = 'A numbat', note = '' WHERE meaning = 2")
        wait_for_found(reader, "Highlights", [ROWS[0][1]])

        # Gone, in a way that nobody is told of before it is opened.
        reader.press("ctrl+a")
        reader.type("numbat")
        wait_for_found(reader, "Highlights", ["A numbat"])
        with connect(reader) as library:
            library.execute("UPDATE highlight SET deleted = '2026-01-06T10:00:00.000Z'")
        reader.press("Return")
        wait("one or the other", lambda: reader.node.find(contains="This highlight is not there any more")
             or reader.node.find(contains="No Results Found"))
        reader.node.wait_for(contains="No Results Found")
        reader.close()


def test_many():
    with Reader() as reader:
        keep_highlights(reader, [("gpt", f"Wombat {number}", {}) for number in range(60)])
        reader.start()
        search(reader, "wombat")
        wait("as many as are shown", lambda: reader.node.find("label", "60"))
        check("Wombat 50" in found(reader, "Highlights"), "the newest are shown")
        for _ in range(11):
            reader.press("Down")
        wait_for_focus(reader, "the last row", lambda node: node.name == "Show 40 More")
        reader.press("Return")
        wait_for_focus(reader, "the next one", lambda node: node.name == "Wombat 49")
        for _ in range(39):
            reader.press("Down")
        wait_for_focus(reader, "the last one", lambda node: node.name == "Wombat 10")
        reader.press("Tab")
        reader.node.wait_for("label", "The first 50 of 60 are shown")
        reader.press("ctrl+f", "ctrl+a")
        reader.type("wombat 59")
        wait_for_found(reader, "Highlights", ["Wombat 59"])
        check(not reader.node.find("label", "The first 50 of 60 are shown"), "all of them are shown")
        reader.close()


def test_one_pane_at_a_time():
    with Reader() as reader:
        prepare(reader, (360, 720))
        reader.start()
        reader.press("alt+1")
        reader.node.wait_for("toggle button", "Search").click()
        wait_for_field(reader)
        check_width(reader, (360, 720))
        reader.type("llama 1")
        wait("a pick", lambda: found(reader, "Picks"))
        reader.press("Return")
        reader.node.wait_for("heading", "LLaMA 1–3")
        reader.settle()
        check(not reader.node.find("button", "Back to the Search"), "one button leads back")
        reader.node.wait_for("button", "Back").click()
        reader.node.wait_for("entry", FIELD)
        check("LLaMA 1–3" in found(reader, "Picks"), "what was found is still there")
        reader.settle()
        reader.press("Escape")
        reader.node.wait_for("list", "Contents")
        reader.close()


def test_pictures():
    rows = ROWS + [("gpt", "A model with 175 billion parameters was trained.", {"meaning": 1}),
                   ("llama", "A smaller model, trained for longer, is the cheaper one to run.", {"meaning": 3})]
    for size, dark in looks():
        with Reader() as reader:
            keep_highlights(reader, rows)
            prepare(reader, size)
            reader.start(dark=dark)
            name = f"{size[0]}-{'dark' if dark else 'light'}"
            reader.press("ctrl+f")
            wait_for_field(reader)
            check_width(reader, size)
            reader.settle()
            picture(reader, f"search-start-{name}")
            reader.type("model trained")
            wait("what was found", lambda: found(reader, "Picks"))
            check_width(reader, size)
            reader.settle()
            picture(reader, f"search-{name}")
            reader.press("ctrl+a")
            reader.type("nowhere")
            reader.node.wait_for(contains="No Results Found")
            reader.settle()
            picture(reader, f"search-none-{name}")
            reader.close()


run([
    test_found_while_typing,
    test_by_the_keyboard,
    test_back_to_where_the_reader_was,
    test_by_the_pointer,
    test_beside_a_page,
    test_what_changes_meanwhile,
    test_many,
    test_one_pane_at_a_time,
    test_pictures,
])
