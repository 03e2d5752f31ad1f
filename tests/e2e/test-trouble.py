#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong with a page or with the library: the window stays alive and says what happened."""
import os
import signal
import sqlite3

from syl_e2e import Reader, check, ctl, run, wait
from syl_e2e_site import SiteReader
from syl_test_server import Site

TROUBLES = [
    ("A Missing Page", "Page Not Found"),
    ("An Untrusted Site", "Connection Not Secure"),
    ("A Closed Port", "No Connection"),
    ("No Such Host", "Site Not Found"),
    ("A Server Error", "The Site Has a Problem"),
]


def test_each_failure_says_why():
    with Site() as site, SiteReader(site) as reader:
        reader.start("syllabus://pick/trouble")
        reader.node.wait_for("heading", "Trouble")
        for title, words in TROUBLES:
            reader.open_source(title)
            reader.node.wait_for(contains=words)
            reader.node.wait_for("button", "Try Again")
            reader.node.wait_for("button", "Open in Browser")
            reader.press("alt+Home")
            reader.node.wait_for("button", "Continue Reading")
        reader.open_source("A Fine Page")
        reader.node.wait_for(contains="Language Models are Few-Shot Learners")
        reader.close()


def test_an_answer_that_breaks_off():
    with Site() as site, SiteReader(site) as reader:
        reader.start("syllabus://pick/trouble")
        reader.open_source("A Broken Answer")
        reader.node.wait_for("button", "Try Again", bound=60)
        reader.close()


def test_a_slow_page_shows_that_it_loads():
    with Site() as site, SiteReader(site) as reader:
        reader.start("syllabus://pick/trouble")
        reader.open_source("A Slow Page")
        reader.node.wait_for("progress bar", "Loading")
        reader.node.wait_for(contains="What We Learned From a Year of Reading")
        reader.node.wait_gone("progress bar", "Loading")
        reader.close()


def test_the_web_process_is_killed():
    with Site() as site, SiteReader(site) as reader:
        reader.start("syllabus://pick/reading")
        reader.node.wait_for("button", "Start Reading").act()
        reader.node.wait_for(contains="What We Learned From a Year of Reading")
        for pid in wait("the process", reader.web_processes):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        reader.node.wait_for(contains="The Page Stopped")
        reader.press("alt+2", "j")
        reader.node.wait_for("heading", "Second")
        reader.press("k")
        reader.node.wait_for("button", "Continue Reading").act()
        reader.node.wait_for(contains="What We Learned From a Year of Reading")
        reader.close()


def test_try_again_works():
    with Site() as site, SiteReader(site) as reader:
        reader.start("syllabus://pick/reading")
        reader.node.wait_for("button", "Start Reading").act()
        reader.node.wait_for(contains="What We Learned From a Year of Reading")
        for pid in wait("the process", reader.web_processes):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        reader.node.wait_for("button", "Try Again").act()
        reader.node.wait_for(contains="What We Learned From a Year of Reading")
        reader.close()


def test_without_the_module_the_list_works():
    with Site() as site, SiteReader(site) as reader:
        environment = reader.environment
        reader.environment = lambda: {**environment(), "SYLLABUS_WEB_MODULE": "/nowhere/syllabus-web.so"}
        reader.start("syllabus://pick/reading")
        reader.node.wait_for("button", "Start Reading").act()
        reader.node.wait_for(contains="Pages Can’t Be Shown")
        reader.press("alt+Home")
        reader.node.wait_for("button", "Continue Reading")
        reader.close()


def library_of(reader):
    return reader.home / "data" / "syllabus" / "library.db"


def test_a_damaged_library_is_put_aside():
    with Reader() as reader:
        library_of(reader).parent.mkdir(parents=True)
        library_of(reader).write_bytes(b"This is no database. " * 1000)
        window = reader.start(wait_for_list=False)
        window.wait_for(contains="damaged")
        check(library_of(reader).read_bytes().startswith(b"This is no"), "it was not touched")
        window.wait_for("button", "Set Aside and Start Anew").act()
        window.wait_for("button", "Set Aside").act()
        window.wait_for("list", "Contents")
        aside = [path for path in library_of(reader).parent.iterdir()
                 if path.is_file() and path.read_bytes().startswith(b"This is no database. ")]
        check(len(aside) == 1 and aside[0] != library_of(reader), f"kept aside: {aside}")
        reader.close()


def test_a_newer_library_is_left_alone():
    with Reader() as reader:
        check(ctl(reader, "lists").returncode == 0, "a library is made")
        with sqlite3.connect(library_of(reader)) as database:
            database.execute("PRAGMA user_version = 9999")
        window = reader.start(wait_for_list=False)
        window.wait_for(contains="newer version")
        reader.close()


def test_a_locked_library_is_tried_again():
    with Reader() as reader:
        check(ctl(reader, "lists").returncode == 0, "a library is made")
        database = sqlite3.connect(library_of(reader), isolation_level=None)
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("BEGIN EXCLUSIVE")
        window = reader.start(wait_for_list=False)
        button = window.wait_for("button", "Try Again", bound=60)
        database.execute("ROLLBACK")
        database.close()
        button.act()
        window.wait_for("list", "Contents")
        reader.close()


run([
    test_each_failure_says_why,
    test_an_answer_that_breaks_off,
    test_a_slow_page_shows_that_it_loads,
    test_the_web_process_is_killed,
    test_try_again_works,
    test_without_the_module_the_list_works,
    test_a_damaged_library_is_put_aside,
    test_a_newer_library_is_left_alone,
    test_a_locked_library_is_tried_again,
])
