#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The highlights on all picks: to look through, to search, to open, to delete and to bring back."""
from syl_e2e import Reader, check, run, wait
from syl_e2e_desktops import ByPortal, FileChooser, desktop, pump
from syl_e2e_notes import (choose, highlights, is_painted, keep_highlights, mark, read_clipboard, start_reading,
                           wait_for_highlights, with_reader)

ROWS = [
    ("gpt", "Few-shot learners need no gradient at all.", {"meaning": 0, "note": "Compare with **LLaMA**."}),
    ("gpt", "A model with 175 billion parameters was trained.", {"meaning": 1}),
    ("llama", "This was on the page once.", {"meaning": 2, "status": 2}),
    ("llama", "A smaller model, trained for longer, is the cheaper one to run.", {"meaning": 3, "page": 4}),
]


def quotes(reader):
    """The quotes that are listed, in their order."""
    return [node.name for node in reader.node.find("list", "Highlights").find_all("list item")]


def wait_for_quotes(reader, numbers):
    expected = [ROWS[number][1] for number in numbers]
    wait(f"quotes {numbers}", lambda: reader.node.find("list", "Highlights") and quotes(reader) == expected)


def show_highlights(reader):
    reader.node.wait_for("list", "Contents").wait_for("list item", contains="Highlights").act()


def test_listed_by_pick_searched_and_filtered():
    with Reader() as reader:
        keep_highlights(reader, ROWS)
        reader.start()
        reader.node.wait_for("list item", "Highlights, 4")
        show_highlights(reader)
        wait_for_quotes(reader, [0, 1, 2, 3])
        for title in ("GPT-1 to GPT-4", "LLaMA 1–3"):
            reader.node.find("list", "Highlights").wait_for("row header", title)
        reader.node.wait_for(contains="page 4")
        reader.node.wait_for(contains="No longer on the page")

        reader.node.wait_for("entry", "Search Highlights and Notes").click()
        reader.type("llama compare")
        wait_for_quotes(reader, [0])
        reader.press("ctrl+a", "BackSpace")
        reader.type("TRAINED")
        wait_for_quotes(reader, [1, 3])
        reader.node.wait_for("toggle button", "Only “To Use”").act()
        wait_for_quotes(reader, [3])
        reader.press("ctrl+a")
        reader.type("nowhere")
        reader.node.wait_for(contains="No Results Found")
        reader.press("Escape")
        wait_for_quotes(reader, [3])
        reader.node.wait_for("toggle button", "Only “To Use”").act()
        wait_for_quotes(reader, [0, 1, 2, 3])
        reader.close()


def test_nothing_marked_yet():
    with Reader() as reader:
        reader.start()
        show_highlights(reader)
        reader.node.wait_for(contains="No Highlights")
        reader.close()


@with_reader
def test_opened_in_the_page(site, reader):
    start_reading(reader)
    mark(reader, "Paragraph 1 ")
    quote = wait_for_highlights(reader, 1)[0]["quote"]
    reader.press("alt+Home")
    reader.node.wait_for("button", "Continue Reading")
    reader.press("alt+1")
    show_highlights(reader)
    reader.node.wait_for("list", "Highlights").wait_for("list item", quote).act()
    reader.node.wait_for(contains="What We Learned From a Year of Reading")
    wait("the paint", is_painted)
    reader.close()

    reader.start("syllabus://pick/second")
    reader.press("alt+1")
    show_highlights(reader)
    reader.node.wait_for("list", "Highlights").wait_for("list item", quote).act()
    reader.node.wait_for(contains="What We Learned From a Year of Reading")
    wait("the paint after a start", is_painted)
    reader.close()


def test_deleted_and_brought_back():
    with Reader() as reader:
        keep_highlights(reader, ROWS)
        reader.start()
        show_highlights(reader)
        wait_for_quotes(reader, [0, 1, 2, 3])
        choose(reader, "Highlight Menu", "d")
        wait_for_quotes(reader, [1, 2, 3])
        reader.node.wait_for("button", "Undo").act()
        wait_for_quotes(reader, [0, 1, 2, 3])

        choose(reader, "Highlight Menu", "d")
        wait_for_quotes(reader, [1, 2, 3])
        choose(reader, "Highlights Menu", "d")
        reader.node.wait_for(contains="Few-shot learners")
        reader.node.wait_for("button", "Restore").act()
        reader.node.wait_for(contains="Nothing Deleted")
        reader.press("Escape")
        wait_for_quotes(reader, [0, 1, 2, 3])
        check(len(highlights(reader)) == 4, "it is back in the library")
        reader.close()


def test_meanings_renamed():
    with Reader() as reader:
        keep_highlights(reader, ROWS)
        reader.start()
        show_highlights(reader)
        reader.node.wait_for(contains="Key Idea · ")
        choose(reader, "Highlights Menu", "r")
        reader.node.wait_for(contains="What the colors of highlights stand for")
        # The first field has the focus.
        wait("the focus", lambda: any(node.has("focused") and node.role == "text" for node in reader.node.walk(True)))
        # A name that was begun stays while another one is taken.
        reader.press("ctrl+a")
        reader.type("Heart of")
        names = [node for node in reader.node.walk(True) if node.role == "text" and node.has("editable")]
        names[1].click()
        reader.press("ctrl+a")
        reader.type("Way")
        reader.press("Return")
        reader.node.wait_for(contains="Way · ")
        check(names[0].text() == "Heart of", names[0].text())
        names[0].click()
        reader.press("End")
        reader.type(" It")
        reader.press("Return")
        reader.press("Escape")
        reader.node.wait_for(contains="Heart of It · ")
        reader.node.wait_for("toggle button", "Only “Heart of It”")
        reader.close()


def test_copied_and_saved_as_markdown():
    with desktop(FileChooser) as chooser, ByPortal() as reader:
        keep_highlights(reader, ROWS)
        reader.start()
        show_highlights(reader)
        wait_for_quotes(reader, [0, 1, 2, 3])
        choose(reader, "Highlights Menu", "c")
        reader.node.wait_for(contains="Notes copied")
        text = read_clipboard()
        check("GPT-1 to GPT-4" in text and "> A model with 175 billion" in text and "LLaMA 1–3" in text, text)
        chooser.path = reader.home / "all.md"
        choose(reader, "Highlights Menu", "s")
        wait("the file", lambda: (pump(), chooser.path.exists() and chooser.path.read_text() == text)[1])
        reader.node.wait_for(contains="Notes saved")
        check(chooser.asked == [("Save Notes", "notes.md")], chooser.asked)
        chooser.path = reader.home / "nowhere" / "all.md"
        choose(reader, "Highlights Menu", "s")
        wait("the question", lambda: (pump(), len(chooser.asked) == 2)[1])
        reader.node.wait_for(contains="The notes could not be saved there")
        reader.close()


run([
    test_listed_by_pick_searched_and_filtered,
    test_nothing_marked_yet,
    test_opened_in_the_page,
    test_deleted_and_brought_back,
    test_meanings_renamed,
    test_copied_and_saved_as_markdown,
])
