#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page: shown once, skipped or answered, and reached again from the year."""
import datetime
import json

from syl_e2e import Reader, check, ctl, run, wait
from syl_e2e_notes import choose
from syl_e2e_pictures import check_width, looks, picture, prepare

TITLE = "Welcome to Syllabus"


def read_plan(reader):
    return json.loads(ctl(reader, "plan", "--json").stdout)


def wait_for_page(reader):
    reader.node.wait_for("heading", TITLE)
    return reader.node.wait_for(contains="50 picks in 52 weeks, 2 of them free, until ")


def get_monday(weeks=0):
    today = datetime.date.today()
    return today - datetime.timedelta(days=today.weekday()) + datetime.timedelta(weeks=weeks)


def find_focus(reader):
    return next((node for node in reader.node.walk(True) if node.has("focused")), None)


def go_to(reader, name):
    """By the keyboard alone."""
    for _ in range(20):
        before = wait("the focus", lambda: find_focus(reader))
        if before.name == name:
            return
        reader.press("Tab")
        wait("the next one", lambda: (node := find_focus(reader)) and node.accessible != before.accessible)
    check(False, f"“{name}” can be reached by Tab")


def choose_in_row(reader, name, steps):
    go_to(reader, name)
    reader.press("space")
    reader.settle(0.2)
    reader.press("Down", "Home", *["Down"] * steps, "Return")
    reader.settle(0.2)


def test_skipped_and_not_seen_again():
    with Reader(welcomed=False) as reader:
        reader.start(wait_for_list=False)
        wait_for_page(reader)
        before = read_plan(reader)
        check(not before["chosen"], "nothing is chosen yet")
        reader.press("Escape")
        reader.node.wait_gone("heading", TITLE)
        check(read_plan(reader) == before, "skipping leaves all as it is")
        reader.close()
        reader.start()
        reader.node.wait_for("list", "Contents").wait_for("list item", "Year")
        reader.settle()
        check(reader.node.find("heading", TITLE) is None, "it does not come again")
        reader.close()


def test_answered_by_the_keyboard():
    with Reader(welcomed=False) as reader:
        reader.start(wait_for_list=False)
        wait_for_page(reader)
        wait("the focus", lambda: (node := find_focus(reader)) and node.name == "Begin")
        choose_in_row(reader, "Start", 1)
        reader.node.wait_for(contains=f"until {(get_monday(52) + datetime.timedelta(days=6)).day} ")
        go_to(reader, "Mixed")
        reader.press("space")
        go_to(reader, "Begin")
        reader.press("Return")
        reader.node.wait_gone("heading", TITLE)
        plan = read_plan(reader)
        check(plan["chosen"] and plan["order"] == "mixed", str(plan)[:200])
        check(plan["start"] >= str(get_monday(1)), str(plan)[:200])
        reader.close()


def test_hours_that_are_too_few():
    with Reader(welcomed=False) as reader:
        reader.start(wait_for_list=False)
        wait_for_page(reader)
        reader.node.wait_for(contains="4 picks take longer than you have; each still gets its week.")
        choose_in_row(reader, "Time a Week", 4)
        reader.node.wait_gone(contains="take longer than you have")
        reader.press("alt+b")
        reader.node.wait_gone("heading", TITLE)
        check(read_plan(reader)["minutes"] == 0, str(read_plan(reader))[:200])
        reader.close()


def test_not_in_the_way():
    """Of who comes for a pick, and of who reads already."""
    with Reader(welcomed=False) as reader:
        reader.start("syllabus://pick/gpt")
        reader.node.wait_for("heading", "GPT-1 to GPT-4")
        reader.settle()
        check(reader.node.find("heading", TITLE) is None, "not before a pick that was asked for")
        reader.close()
        check(ctl(reader, "state", "gpt", "read").returncode == 0, "read")
        reader.start()
        reader.node.wait_for("list", "Contents").wait_for("list item", "Year")
        reader.settle()
        check(reader.node.find("heading", TITLE) is None, "not before who reads already")
        reader.close()


def test_begun_anew():
    with Reader() as reader:
        check(ctl(reader, "state", "gpt", "read").returncode == 0, "read")
        reader.start()
        reader.node.wait_for("list", "Contents").wait_for("list item", "Year").act()
        reader.node.wait_for("list", "Weeks").wait_for("list item", "GPT-1 to GPT-4")
        before = read_plan(reader)
        choose(reader, "Plan Menu", "b")
        reader.node.wait_for("heading", "Begin Anew")
        reader.node.wait_for(contains="What was read stays read")
        reader.settle()
        reader.picture("year-begin-anew-1240-light")
        reader.node.wait_for("button", "Begin Anew").act()
        reader.node.wait_gone("heading", "Begin Anew")
        wait("the new year", lambda: read_plan(reader)["chosen"])
        check(json.loads(ctl(reader, "show", "gpt", "--json").stdout)["state"] == "read", "what was read stays read")
        reader.node.wait_for("button", "Undo").act()
        wait("the year before", lambda: read_plan(reader) == before)
        reader.close()


def test_pictures():
    for size, dark in looks():
        with Reader(welcomed=False) as reader:
            prepare(reader, size)
            reader.start(wait_for_list=False, dark=dark)
            wait_for_page(reader)
            check_width(reader, size)
            reader.settle()
            picture(reader, f"welcome-{size[0]}-{'dark' if dark else 'light'}")
            choose_in_row(reader, "Start", 2)
            reader.settle()
            picture(reader, f"welcome-day-{size[0]}-{'dark' if dark else 'light'}")
            reader.press("Escape")
            reader.node.wait_gone("heading", TITLE)
            reader.close()


run([
    test_skipped_and_not_seen_again,
    test_answered_by_the_keyboard,
    test_hours_that_are_too_few,
    test_not_in_the_way,
    test_begun_anew,
    test_pictures,
])
