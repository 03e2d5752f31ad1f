#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop asks of the program, by the actions that it exports."""
import subprocess

from gi.repository import Gio, GLib

from syl_e2e import BUILD, Reader, check, run, wait
from syl_e2e_notes import (highlights, is_painted, keep_highlights, mark, start_reading, wait_for_highlights,
                           with_reader)
from syl_e2e_services import APPLICATION, has_owner, install, take_over, wait_for_window

PATH = "/io/github/syllabus_app/Syllabus"
ROWS = [
    ("gpt", "Few-shot learners need no gradient at all.", {"note": "Compare with LLaMA."}),
    ("llama", "A smaller model is the cheaper one to run.", {}),
]


def call(name, path, interface, method, arguments):
    answer = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(name, path, interface, method, arguments, None,
                                                             Gio.DBusCallFlags.NONE, 30000, None).unpack()
    return answer[0] if answer else None


def ask_agent(method, *arguments):
    return call(f"{APPLICATION}.Agent", f"{PATH}/SearchProvider", "org.gnome.Shell.SearchProvider2", method,
                GLib.Variant(*arguments))


def activate(action, *parameters):
    """As GNOME Shell does it."""
    parameter = GLib.Variant("s", *parameters) if len(parameters) == 1 else GLib.Variant("(ss)", parameters)
    call(APPLICATION, PATH, "org.freedesktop.Application", "ActivateAction",
         GLib.Variant("(sava{sv})", (action, [parameter], {})))


def serve(reader):
    """Starts the program as the session bus does, without a window."""
    wait("the end of the last one", lambda: not has_owner(APPLICATION))
    reader.process = subprocess.Popen([str(BUILD / "src" / "syllabus"), "--gapplication-service"],
                                      env=reader.environment(), start_new_session=True, stdin=subprocess.DEVNULL)
    wait("the program", lambda: has_owner(APPLICATION))


def quotes(reader):
    listed = reader.node.find("list", "Highlights")
    return listed and [node.name for node in listed.find_all("list item")]


def test_a_pick():
    with Reader() as reader:
        serve(reader)
        activate("open-pick", "llama")
        wait_for_window(reader)
        reader.node.wait_for("heading", contains="LLaMA")
        reader.close()


@with_reader
def test_a_source(site, reader):
    reader.start("syllabus://pick/second")
    activate("open-source", "reading", "abs")
    reader.node.wait_for("heading", contains="Language Models are Few-Shot Learners")
    activate("open-source", "reading", "nothing")
    reader.node.wait_for(contains="This source is not in the list any more")
    activate("open-source", "second", "listing")
    reader.node.wait_for("link", "A post")
    reader.close()

    serve(reader)
    activate("open-source", "reading", "links")
    wait_for_window(reader)
    reader.node.wait_for("link", "An archive")
    reader.close()


@with_reader
def test_a_highlight(site, reader):
    start_reading(reader)
    mark(reader, "Paragraph 1 ")
    uuid = wait_for_highlights(reader, 1)[0]["uuid"]
    reader.press("alt+Home")
    reader.node.wait_for("button", "Continue Reading")
    activate("show-highlight", uuid)
    reader.node.wait_for(contains="What We Learned From a Year of Reading")
    wait("the paint", is_painted)
    reader.close()

    serve(reader)
    activate("show-highlight", uuid)
    wait_for_window(reader)
    reader.node.wait_for(contains="What We Learned From a Year of Reading")
    wait("the paint after a start", is_painted)
    activate("show-highlight", "nobody’s; '--")
    reader.node.wait_for(contains="This highlight is not there any more")
    reader.close()


def test_words():
    field = "Search Picks, Sources and Highlights"
    with Reader() as reader:
        keep_highlights(reader, ROWS)
        reader.start()
        activate("search", "llama compare")
        wait("what was found", lambda: quotes(reader) == [ROWS[0][1]])
        reader.node.wait_for("entry", field)
        activate("search", "CHEAPER")
        wait("what was found then", lambda: quotes(reader) == [ROWS[1][1]])
        activate("search", "")
        reader.node.wait_for(contains="Find picks, sources, highlights and notes")
        reader.close()

        serve(reader)
        activate("search", "compare")
        wait_for_window(reader)
        wait("what was found after a start", lambda: quotes(reader) == [ROWS[0][1]])
        wait("the words, to be changed", lambda: reader.node.find("entry", field).has("focused"))
        reader.press("Escape")
        reader.node.wait_for("list", "Picks").wait_for("list item", contains="LLaMA 1–3")
        check(len(highlights(reader)) == 2, "nothing was changed")
        reader.close()


@with_reader
def test_found_by_the_search_of_the_desktop(site, reader):
    """From the keys that are typed in the shell to the paint in the page, with nothing running before."""
    start_reading(reader)
    mark(reader, "Paragraph 1 ")
    highlight = wait_for_highlights(reader, 1)[0]
    reader.close()
    wait("the end of the program", lambda: not has_owner(APPLICATION))
    install(reader)
    check(not has_owner(f"{APPLICATION}.Agent"), "no agent runs before it is asked")

    found = ask_agent("GetInitialResultSet", "(as)", (highlight["quote"].split()[:6],))
    check(found == [f"highlight:{highlight['uuid']}"], found)
    ask_agent("ActivateResult", "(sasu)", (found[0], [], 0))
    reader.process = take_over(APPLICATION)
    wait_for_window(reader)
    reader.node.wait_for(contains="What We Learned From a Year of Reading")
    wait("the paint", is_painted)
    found = ask_agent("GetInitialResultSet", "(as)", (["second"],))
    check("pick:second" in found, found)
    ask_agent("ActivateResult", "(sasu)", ("pick:second", [], 0))
    reader.node.wait_gone(contains="What We Learned From a Year of Reading")
    ask_agent("LaunchSearch", "(asu)", (highlight["quote"].split()[:2], 0))
    # A long quote is cut.
    wait("what was found", lambda: [quote[:30] for quote in quotes(reader) or []] == [highlight["quote"][:30]])
    reader.close()


run([
    test_a_pick,
    test_a_source,
    test_a_highlight,
    test_words,
    test_found_by_the_search_of_the_desktop,
])
