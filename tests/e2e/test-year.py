#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of the year in the real window: looked at, changed, and taken back."""
import datetime
import json

from syl_e2e import Reader, check, ctl, run, wait
from syl_e2e_notes import choose


def plan(reader):
    """The picks of the weeks, null where a week has none."""
    return [week["pick"] for week in json.loads(ctl(reader, "plan", "--json").stdout)["weeks"]]


def weeks(reader):
    return [node.name for node in reader.node.find("list", "Weeks").find_all("list item")]


def show_year(reader):
    reader.start()
    reader.node.wait_for("list", "Contents").wait_for("list item", "Year").act()
    reader.node.wait_for("list", "Weeks").wait_for("list item", "GPT-1 to GPT-4")


def change(reader, menu, key):
    """Takes an item of a menu; returns the plan before and after."""
    before = plan(reader)
    choose(reader, menu, key)
    return before, wait("the change", lambda: (lambda now: now != before and now)(plan(reader)))


def test_every_week_with_its_pick():
    with Reader() as reader:
        show_year(reader)
        found = plan(reader)
        check(len(found) == 52 and len(set(found) - {None}) == 50, str(found))
        reader.node.wait_for(contains="This Week")
        reader.node.wait_for("list item", "Free Week")
        reader.node.wait_for(contains="Until ")
        reader.settle()
        reader.picture("year-1240-light")
        reader.node.find("list", "Weeks").find("list item", "GPT-1 to GPT-4").act()
        reader.node.wait_for("heading", "GPT-1 to GPT-4")
        reader.close()


def test_moved_and_taken_back():
    with Reader() as reader:
        show_year(reader)
        choose(reader, "Week Menu", "l")
        reader.node.wait_for(contains="“Claude 3 and Gemini 1” comes after “GPT-1 to GPT-4”")
        before = plan(reader)
        today = datetime.date.today().isoformat()
        check(ctl(reader, "plan", "--start", today, "--order", "mixed").returncode == 0, "mixed")
        wait("another order", lambda: weeks(reader)[2:4] != before[2:4] and plan(reader) != before)
        before, after = change(reader, "Week Menu", "l")
        check(after[0] != before[0] and sorted(filter(None, after)) == sorted(filter(None, before)), str(after[:6]))
        reader.node.wait_for("button", "Undo").act()
        wait("the old plan", lambda: plan(reader) == before)
        reader.node.wait_gone("button", "Undo")
        reader.close()


def test_swapped_skipped_and_shifted():
    with Reader() as reader:
        show_year(reader)
        before, after = change(reader, "Week Menu", "w")
        check(after[0] != before[0] and before[0] in after, str(after[:6]))
        before, after = change(reader, "Week Menu", "s")
        check(len(set(after) - {None}) < 51 and before[0] not in after[1:], str(after[:6]))
        before, after = change(reader, "Plan Menu", "s")
        check(after[0] is None, str(after[:6]))
        wait("the row", lambda: "Free Week" in weeks(reader)[:1])
        reader.node.wait_for(contains="Nothing is due")
        reader.close()


def test_paused_and_resumed():
    with Reader() as reader:
        show_year(reader)
        before = plan(reader)
        choose(reader, "Plan Menu", "p")
        reader.node.wait_for(contains="Nothing is due in these weeks")
        reader.node.wait_for("button", "Pause").act()
        wait("the pause", lambda: plan(reader)[0] is None)
        reader.node.wait_for("list item", "Paused")
        change(reader, "Plan Menu", "r")
        check(plan(reader)[0] == before[0], "it goes on at once")
        reader.close()


run([
    test_every_week_with_its_pick,
    test_moved_and_taken_back,
    test_swapped_skipped_and_shifted,
    test_paused_and_resumed,
])
