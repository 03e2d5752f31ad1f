#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list in a window: what a reader finds, changes, and finds again."""
import json
import subprocess
import time

from syl_e2e import BUILD, SOURCE, Reader, check, ctl, run, wait

LIST = json.loads((SOURCE / "data" / "lists" / "ai-engineering-2025.json").read_text())
SECTIONS = LIST["sections"]


def pick_title(section, position):
    return SECTIONS[section]["picks"][position]["title"]


def open_section(window, position):
    row = window.find("list", "Contents").wait_for("list item", contains=SECTIONS[position]["title"])
    row.act()
    return wait("the picks", lambda: window.find("list", "Picks"))


def open_pick(window, section, position):
    picks = open_section(window, section)
    picks.wait_for("list item", contains=pick_title(section, position)).act()
    window.wait_for("heading", pick_title(section, position))


def state_of(reader, slug):
    return json.loads(ctl(reader, "show", slug, "--json").stdout)["state"]


def test_sections_and_picks_are_listed():
    with Reader() as reader:
        window = reader.start()
        contents = window.wait_for("list", "Contents")
        for name in ("All Picks", "Reading", "Read"):
            contents.wait_for("list item", contains=name)
        names = [node.name for node in contents.find_all("list item")]
        # Rows that are out of sight are not there for a screen reader, either.
        reader.press("alt+1", "End")
        contents.wait_for("list item", contains=SECTIONS[-1]["title"])
        names += [name for name in (node.name for node in contents.find_all("list item")) if name not in names]
        found = [next((i for i, name in enumerate(names) if section["title"] in name), -1)
                 for section in SECTIONS]
        check(-1 not in found and found == sorted(found), f"ten sections in order: {names}")
        for position in (0, 9):
            picks = open_section(window, position)
            for pick in SECTIONS[position]["picks"]:
                picks.wait_for("list item", contains=pick["title"])
        reader.close()


def test_this_week_leads_to_the_pick():
    with Reader() as reader:
        window = reader.start()
        window.wait_for("label", contains="Week 1")
        window.wait_for("heading", pick_title(0, 0))
        reader.close()


def test_a_pick_says_why():
    with Reader() as reader:
        window = reader.start()
        open_pick(window, 3, 1)
        pick = SECTIONS[3]["picks"][1]
        window.wait_for("button", "Start Reading")
        words = pick["commentary"].replace("*", "").split()[:4]
        window.wait_for(contains=" ".join(words))
        for source in pick["sources"][:2]:
            window.wait_for(contains=source["title"])
        reader.close()


def test_one_key_marks_and_undo_takes_back():
    with Reader() as reader:
        window = reader.start()
        open_pick(window, 1, 2)
        slug = SECTIONS[1]["picks"][2]["id"]
        reader.press("m")
        window.wait_for(contains="Marked as read")
        check(state_of(reader, slug) == "read", "the state is stored")
        window.wait_for("button", "Undo").act()
        wait("the undo", lambda: state_of(reader, slug) == "unread")
        reader.press("m")
        wait("the state again", lambda: state_of(reader, slug) == "read")
        reader.close()

        window = reader.start()
        window.wait_for("heading", pick_title(1, 2))
        picks = window.wait_for("list", "Picks")
        picks.wait_for("list item", contains=pick_title(1, 2))
        check("Read" in picks.find("list item", contains=pick_title(1, 2)).name,
              "the row still says that it is read")
        reader.close()


def test_the_command_line_shows_within_a_second():
    with Reader() as reader:
        window = reader.start()
        picks = open_section(window, 2)
        slug, title = SECTIONS[2]["picks"][3]["id"], pick_title(2, 3)
        row = picks.wait_for("list item", contains=title)
        check("Skipped" not in row.name, "not skipped yet")
        check(ctl(reader, "state", slug, "skipped").returncode == 0, "syllabusctl works")
        done = time.monotonic()
        wait("the row", lambda: "Skipped" in picks.find("list item", contains=title).name, 5)
        check(time.monotonic() - done < 1, f"it took {time.monotonic() - done:.2f} s")
        reader.close()


def test_window_comes_back_as_it_was_left():
    with Reader() as reader:
        reader.keep_setting("window-width", "900")
        reader.keep_setting("window-height", "640")
        window = reader.start()
        extents = window.extents()
        check((extents.width, extents.height) == (900, 640), f"{extents.width} × {extents.height}")
        reader.close()
        window = reader.start()
        extents = window.extents()
        check((extents.width, extents.height) == (900, 640), f"{extents.width} × {extents.height}")
        reader.close()


def test_links_open_picks():
    with Reader() as reader:
        slug, title = SECTIONS[5]["picks"][4]["id"], pick_title(5, 4)
        window = reader.start(f"syllabus://pick/{slug}")
        window.wait_for("heading", title)
        second = SECTIONS[6]["picks"][0]
        subprocess.run([str(BUILD / "src" / "syllabus"), f"syllabus://pick/{second['id']}"],
                       env=reader.environment(), check=True, timeout=30)
        window.wait_for("heading", second["title"])
        subprocess.run([str(BUILD / "src" / "syllabus"), "syllabus://pick/no-such-pick"],
                       env=reader.environment(), check=True, timeout=30)
        window.wait_for(contains="not in the list")
        reader.close()


def test_keyboard_alone_gets_everywhere():
    with Reader() as reader:
        window = reader.start()
        window.wait_for("heading", pick_title(0, 0))
        reader.press("alt+2")
        reader.press("j")
        window.wait_for("heading", pick_title(0, 1))
        reader.press("k")
        window.wait_for("heading", pick_title(0, 0))
        reader.press("alt+1")
        wait("the focus in the contents", lambda: any(
            node.has("focused") for node in window.find("list", "Contents").walk(True)))
        reader.press("ctrl+question")
        wait("the shortcuts", lambda: any(
            other.find(contains="Mark as Read or Unread") for other in reader.windows()))
        reader.press("Escape")
        reader.close()


def test_version_and_help():
    with Reader() as reader:
        for option, expected in (("--version", "Syllabus "), ("--help", "Usage:")):
            done = subprocess.run([str(BUILD / "src" / "syllabus"), option], env=reader.environment(),
                                  capture_output=True, text=True, timeout=30, check=True)
            check(expected in done.stdout, f"{option} says {done.stdout!r}")


run([
    test_sections_and_picks_are_listed,
    test_this_week_leads_to_the_pick,
    test_a_pick_says_why,
    test_one_key_marks_and_undo_takes_back,
    test_the_command_line_shows_within_a_second,
    test_window_comes_back_as_it_was_left,
    test_links_open_picks,
    test_keyboard_alone_gets_everywhere,
    test_version_and_help,
])
