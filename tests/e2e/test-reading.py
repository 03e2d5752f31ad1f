#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages: opened, read, left and found again, with a real WebKit and a server of our own."""
import contextlib
import json
import sqlite3

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from syl_e2e import check, ctl, run, wait
from syl_e2e_site import SiteReader
from syl_test_server import Site


def database(reader):
    return reader.home / "data" / "syllabus" / "library.db"


def ticked(reader):
    with contextlib.closing(sqlite3.connect(database(reader))) as library:
        return library.execute("SELECT source_id FROM source_progress WHERE ticked IS NOT NULL").fetchall()


def state_of(reader, slug):
    return json.loads(ctl(reader, "show", slug, "--json").stdout)["state"]


def with_reader(test):
    def body():
        with Site() as site, SiteReader(site) as reader:
            test(site, reader)
    body.__name__ = test.__name__
    return body


def start_reading(reader):
    reader.start("syllabus://pick/reading")
    reader.node.wait_for("heading", "Reading")
    reader.node.wait_for("button", "Start Reading").act()
    reader.node.wait_for(contains="What We Learned From a Year of Reading")


@with_reader
def test_no_web_process_before_a_page(site, reader):
    reader.start("syllabus://pick/reading")
    reader.node.wait_for("heading", "Reading")
    check(not reader.web_processes(), f"no process yet: {reader.web_processes()}")
    check(not site.requests(), "nothing was asked of the network")
    reader.node.wait_for("button", "Start Reading").act()
    wait("a web process", reader.web_processes)
    reader.close()


@with_reader
def test_a_main_source_moves_to_reading(site, reader):
    start_reading(reader)
    wait("the state", lambda: state_of(reader, "reading") == "reading")
    wait("the request", lambda: any(line.startswith("GET /post") for line in site.requests()))
    reader.node.wait_for(contains="Why It Matters")
    reader.press("F9")
    reader.node.wait_gone(contains="Why It Matters")
    reader.press("F9")
    reader.node.wait_for(contains="Why It Matters")
    reader.close()


@with_reader
def test_sources_are_switched(site, reader):
    start_reading(reader)
    views = len(reader.web_processes())
    reader.press("alt+Down")
    reader.node.wait_for("button", contains="A Paper")
    wait("the PDF", lambda: any("/paper.pdf" in line for line in site.requests()))
    reader.press("alt+Down")
    reader.node.wait_for(contains="Language Models are Few-Shot Learners")
    reader.press("alt+Up", "alt+Up")
    reader.node.wait_for(contains="What We Learned From a Year of Reading")
    check(len(reader.web_processes()) <= views + 1, "the view is used again")
    reader.press("alt+Home")
    reader.node.wait_for("button", "Continue Reading")
    reader.close()


@with_reader
def test_a_page_comes_back_where_it_was_left(site, reader):
    def on_screen(number):
        bottom = reader.node.extents().height
        for node in reader.page().walk(hidden=True):
            if node.role == "paragraph" and f"Paragraph {number} " in text_of(node):
                return 60 < node.extents().y < bottom
        return False

    def text_of(node):
        text = node.accessible.get_text_iface()
        return Atspi.Text.get_text(text, 0, 40) if text is not None else node.name

    start_reading(reader)
    for _ in range(12):
        reader.press("space")
    first = wait("a paragraph further down", lambda: next(
        (number for number in range(4, 120) if on_screen(number)), None))
    place = wait("the place", lambda: saved_place(reader))
    check(place, "it is in the library")
    reader.close()

    site.edited = True
    reader.start("syllabus://pick/reading")
    reader.node.wait_for("button", "Continue Reading").act()
    wait(f"paragraph {first}", lambda: any(on_screen(number) for number in range(first - 3, first + 6)))
    check(not on_screen(0), "not at the top")
    reader.close()


def saved_place(reader):
    with sqlite3.connect(f"file:{database(reader)}?mode=ro", uri=True) as library:
        return library.execute("SELECT place FROM source_progress WHERE place IS NOT NULL").fetchone()


@with_reader
def test_links_back_and_forward(site, reader):
    reader.start("syllabus://pick/second")
    reader.node.wait_for("button", "Start Reading").act()
    reader.page().wait_for("link", "A post").act()
    reader.node.wait_for(contains="What We Learned From a Year of Reading")
    reader.press("alt+Left")
    reader.page().wait_for("link", "A post")
    reader.press("alt+Right")
    reader.node.wait_for(contains="What We Learned From a Year of Reading")
    reader.close()


@with_reader
def test_new_windows_open_in_the_same_view(site, reader):
    reader.start("syllabus://pick/reading")
    reader.open_source("Ways Out")
    reader.page().wait_for("link", "In a new window").act()
    reader.node.wait_for(contains="Other papers")
    reader.press("alt+Left")
    reader.page().wait_for("link", "Mail").act()
    reader.node.wait_for(contains="Open Another App?")
    reader.press("Escape")
    reader.page().wait_for("link", "An archive").act()
    reader.node.wait_for(contains="Open in the Browser?")
    reader.press("Escape")
    reader.page().wait_for("link", "In a new window")
    reader.close()


@with_reader
def test_find_in_page(site, reader):
    start_reading(reader)
    reader.press("ctrl+f")
    entry = reader.node.wait_for("entry", "Find in Page")
    wait("the focus", lambda: entry.has("focused") or any(node.has("focused") for node in entry.walk(True)))
    reader.type("Paragraph 77")
    reader.node.wait_for(contains="1 match")
    reader.press("ctrl+a")
    reader.type("no such words")
    reader.node.wait_for(contains="Not found")
    reader.press("Escape")
    reader.node.wait_gone(contains="Not found")
    reader.close()


@with_reader
def test_zoom_is_kept(site, reader):
    start_reading(reader)
    reader.press("ctrl+plus", "ctrl+plus")
    reader.close()
    keyfile = (reader.home / "config" / "glib-2.0" / "settings" / "keyfile").read_text()
    check("zoom=1.2" in keyfile, keyfile)


@with_reader
def test_sources_are_ticked(site, reader):
    reader.start("syllabus://pick/reading")
    reader.node.wait_for("heading", "Reading")
    box = wait("a tick", lambda: reader.node.find("check box", "Done With This Source"))
    box.act()
    wait("the tick", lambda: box.has("checked"))
    reader.close()
    reader.start("syllabus://pick/reading")
    box = wait("the tick again", lambda: next((node for node in reader.node.find_all("check box")
                                               if node.has("checked")), None))

    # The last of two clicks counts, also where the disk is slow.
    with contextlib.closing(sqlite3.connect(database(reader), isolation_level=None)) as library:
        library.execute("BEGIN IMMEDIATE")
        box.act()
        wait("no tick", lambda: not box.has("checked"))
        box.act()
        wait("the tick", lambda: box.has("checked"))
        library.execute("ROLLBACK")
    # Both have been stored by then.
    reader.press("m")
    wait("a later change", lambda: state_of(reader, "reading") == "read")
    reader.settle()
    check(box.has("checked") and len(ticked(reader)) == 1, ticked(reader))
    reader.close()


run([
    test_no_web_process_before_a_page,
    test_a_main_source_moves_to_reading,
    test_sources_are_switched,
    test_a_page_comes_back_where_it_was_left,
    test_links_back_and_forward,
    test_new_windows_open_in_the_same_view,
    test_find_in_page,
    test_zoom_is_kept,
    test_sources_are_ticked,
])
