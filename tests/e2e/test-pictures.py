#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window, in build/screenshots, to be looked at; and that nothing is wider than it."""
from syl_e2e import Reader, check, run, wait
from syl_e2e_pictures import SIZES, check_width, looks, picture, prepare
from syl_e2e_site import SiteReader
from syl_test_server import Site


def test_overview():
    for size, dark in looks():
        with Reader() as reader:
            prepare(reader, size)
            reader.start("syllabus://pick/llama", dark=dark)
            reader.node.wait_for("heading", "LLaMA 1–3")
            check_width(reader, size)
            reader.settle()
            picture(reader, f"overview-{size[0]}-{'dark' if dark else 'light'}")
            reader.close()


def test_list_and_contents():
    for dark in (False, True):
        with Reader() as reader:
            prepare(reader, SIZES[0])
            reader.start(dark=dark)
            reader.press("alt+2")
            reader.node.wait_for("list", "Picks")
            reader.settle()
            picture(reader, f"picks-360-{'dark' if dark else 'light'}")
            reader.press("alt+1")
            reader.node.wait_for("list", "Contents")
            reader.settle()
            picture(reader, f"contents-360-{'dark' if dark else 'light'}")
            reader.close()


def test_page():
    for size, dark in looks():
        with Site() as site, SiteReader(site) as reader:
            prepare(reader, size)
            reader.start("syllabus://pick/reading", dark=dark)
            reader.node.wait_for("button", "Start Reading").act()
            reader.node.wait_for(contains="What We Learned From a Year of Reading")
            check_width(reader, size)
            reader.settle()
            picture(reader, f"page-{size[0]}-{'dark' if dark else 'light'}")
            reader.close()


def test_paper():
    with Site() as site, SiteReader(site) as reader:
        prepare(reader, SIZES[2])
        reader.start("syllabus://pick/reading")
        reader.open_source("A Paper")
        wait("the PDF", lambda: any("/paper.pdf" in line for line in site.requests()))
        reader.settle(2)
        picture(reader, "paper-1240-light")
        reader.close()


def test_failure_and_empty():
    with Site() as site, SiteReader(site) as reader:
        prepare(reader, SIZES[1])
        reader.start("syllabus://pick/trouble")
        reader.open_source("A Missing Page")
        reader.node.wait_for(contains="Page Not Found")
        reader.settle()
        picture(reader, "failure-800-light")
        reader.close()
    with Reader() as reader:
        prepare(reader, SIZES[2])
        window = reader.start()
        window.find("list", "Contents").wait_for("list item", contains="Reading").act()
        window.wait_for("button", "Show All Picks")
        reader.settle()
        picture(reader, "empty-1240-light")
        reader.close()


def test_shortcuts_and_damage():
    with Reader() as reader:
        prepare(reader, SIZES[2])
        reader.start()
        reader.press("ctrl+question")
        reader.settle(1)
        reader.picture("shortcuts-1240-light")
        reader.press("Escape")
        reader.close()
    with Reader() as reader:
        prepare(reader, SIZES[1])
        library = reader.home / "data" / "syllabus" / "library.db"
        library.parent.mkdir(parents=True)
        library.write_bytes(b"This is no database. " * 1000)
        reader.start(wait_for_list=False)
        reader.node.wait_for(contains="damaged")
        reader.settle()
        picture(reader, "damaged-800-light")
        reader.close()


run([
    test_overview,
    test_list_and_contents,
    test_page,
    test_paper,
    test_failure_and_empty,
    test_shortcuts_and_damage,
])
