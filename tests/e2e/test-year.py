#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of the year in the real window: looked at, changed, and taken back."""
import datetime
import itertools
import json
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from syl_e2e import BOUND, SOURCE, Reader, check, ctl, run, wait  # noqa: E402
from syl_e2e_notes import choose, count_pixels  # noqa: E402
from syl_e2e_pictures import check_width, looks, picture, prepare  # noqa: E402

ACCENT = (0x04, 0x61, 0xbe)


def plan(reader):
    """The picks of the weeks, null where a week has none."""
    return [week["pick"] for week in json.loads(ctl(reader, "plan", "--json").stdout)["weeks"]]


def weeks(reader):
    return [node.name for node in reader.node.find("list", "Weeks").find_all("list item")]


def mix(reader):
    today = datetime.date.today().isoformat()
    check(ctl(reader, "plan", "--start", today, "--order", "mixed").returncode == 0, "mixed")


def find_focus(reader):
    return next((node.name for node in reader.node.walk(True) if node.has("focused")), None)


def go_to_week(reader, number):
    """By the keyboard, from this week on."""
    names = weeks(reader)
    reader.press("alt+2")
    wait("the focus", lambda: find_focus(reader) == names[0])

    def is_there():
        reader.press("Down")
        reader.settle(0.2)
        return find_focus(reader) == names[number - 1]
    wait(f"the focus at “{names[number - 1]}”", is_there)


def place(reader, index, below=False):
    """Where the row of a week is on the screen: its upper half, or its lower one."""
    row = list(reader.node.find("list", "Weeks").find_all("list item"))[index]
    extents, margin = row.extents(), row.margin()
    return extents.x + margin + 120, extents.y + margin + extents.height * (3 if below else 1) // 4


def find_leaf(picks):
    """Index of a pick that nothing else comes after."""
    sections = json.loads((SOURCE / "data" / "lists" / "ai-engineering-2025.json").read_text())["sections"]
    waited_for = {after for section in sections for pick in section["picks"] for after in pick.get("after", [])}
    return next(index for index, pick in enumerate(picks) if index > 0 and pick and pick not in waited_for)


def move_to(point):
    subprocess.run(["xdotool", "mousemove", *map(str, point)], check=True, timeout=BOUND)


def take(point):
    """Presses the button and moves a little, as a hand does that is about to drag."""
    move_to(point)
    subprocess.run(["xdotool", "mousedown", "1"], check=True, timeout=BOUND)
    for step in range(1, 6):
        move_to((point[0], point[1] + 6 * step))


def hover(what, point, condition):
    """Holds what is dragged there, as still as a hand can, until something is so."""
    steps = itertools.cycle((0, 1))

    def is_so():
        move_to((point[0] + next(steps), point[1]))
        return condition()
    return wait(what, is_so)


def is_marked(before):
    """A line in the accent colour, a part of which is behind what is dragged."""
    return count_pixels(ACCENT) > before + 200


def let_go():
    subprocess.run(["xdotool", "mouseup", "1"], check=True, timeout=BOUND)


def carry(start, end):
    before = count_pixels(ACCENT)
    take(start)
    hover("the mark", end, lambda: is_marked(before))
    let_go()


def show_year(reader, dark=False):
    reader.start(dark=dark)
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
        mix(reader)
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


def test_moved_by_the_keyboard():
    with Reader() as reader:
        mix(reader)
        show_year(reader)
        before = plan(reader)
        heard = []
        listener = Atspi.EventListener.new(lambda event: heard.append(str(event.any_data)))
        listener.register("object:announcement")
        go_to_week(reader, 2)
        name = find_focus(reader)
        reader.press("alt+Down")
        after = wait("the move", lambda: (lambda now: now != before and now)(plan(reader)))
        check([pick for pick in after if pick][:3] == [before[0], before[2], before[1]], str(after[:5]))
        number = after.index(before[1]) + 1
        wait("the focus to go along", lambda: find_focus(reader) == name)

        def is_said():
            while GLib.MainContext.default().iteration(False):
                pass
            return any(f"“{name}” is in week {number} now" in text for text in heard)
        wait("what is said about it", is_said)
        listener.deregister("object:announcement")
        reader.press("alt+Up")
        wait("the way back", lambda: plan(reader) == before)
        wait("the focus to go along", lambda: find_focus(reader) == name)
        reader.press("alt+Up", "alt+Up")
        wait("the first place", lambda: plan(reader)[0] == before[1])
        reader.node.wait_for("button", "Undo").act()
        wait("the way back", lambda: plan(reader) == before)
        reader.close()


def order(reader):
    return [pick for pick in plan(reader) if pick]


def test_moved_by_fast_presses():
    """Each press counts, whatever is shown by then; the focus stays with the pick, and undo with the last step."""
    with Reader() as reader:
        mix(reader)
        show_year(reader)
        before = order(reader)
        index = find_leaf(before)
        go_to_week(reader, plan(reader).index(before[index]) + 1)
        name = find_focus(reader)
        places = [before[:index] + before[index + 1:] for _ in range(4)]
        for n_steps, place_of in enumerate(places):
            place_of.insert(index + n_steps, before[index])
        reader.press("alt+Down", "alt+Down", "alt+Down")
        wait("three steps", lambda: order(reader) == places[3])
        week = plan(reader).index(before[index])
        wait("the row", lambda: weeks(reader)[week:week + 1] == [name])
        wait("the focus to go along", lambda: find_focus(reader) == name)
        reader.node.wait_for("button", "Undo").act()
        wait("the last step to be taken back", lambda: order(reader) == places[2])
        wait("the focus to go back along", lambda: find_focus(reader) == name)
        reader.press("alt+Up", "alt+Up")
        wait("the way back", lambda: order(reader) == before)
        wait("the focus to go along", lambda: find_focus(reader) == name)
        reader.close()


def test_shifted_twice():
    with Reader() as reader:
        show_year(reader)
        change(reader, "Plan Menu", "s")
        reader.node.wait_for(contains="The plan moved on by one week")
        shifted = plan(reader)
        reader.node.wait_for("button", "Undo")
        choose(reader, "Plan Menu", "s")
        reader.node.wait_for(contains="This week is free already")
        check(plan(reader) == shifted, "the plan stays")
        reader.close()


def test_dragged_and_taken_back():
    with Reader() as reader:
        mix(reader)
        show_year(reader)
        reader.settle()
        before = plan(reader)
        carry(place(reader, 1), place(reader, 4, below=True))
        after = wait("the move", lambda: (lambda now: now != before and now)(plan(reader)))
        order = [pick for pick in before if pick]
        check([pick for pick in after if pick][:5] == [order[0], *order[2:4], order[1], order[4]],
              f"{before[:6]} → {after[:6]}")
        reader.node.wait_for("button", "Undo").act()
        wait("the way back", lambda: plan(reader) == before)
        reader.node.wait_gone("button", "Undo")
        reader.close()


def test_dragged_where_it_cannot_go():
    with Reader() as reader:
        show_year(reader)
        reader.settle()
        before = plan(reader)
        carry(place(reader, 2), place(reader, 0))
        reader.node.wait_for(contains="“Claude 3 and Gemini 1” comes after “GPT-1 to GPT-4”")
        check(plan(reader) == before, "the plan stays")
        check(ctl(reader, "state", before[0], "read").returncode == 0, "read")
        wait("the row", lambda: plan(reader)[0] == before[0])
        reader.settle()
        accent = count_pixels(ACCENT)
        take(place(reader, 0))
        move_to(place(reader, 4))
        reader.settle()
        check(not is_marked(accent), "a week that was read is not dragged")
        let_go()
        check(plan(reader)[2:] == before[2:], "the plan stays")
        reader.close()


def test_scrolled_while_dragged():
    with Reader() as reader:
        mix(reader)
        show_year(reader)
        reader.settle()
        before = plan(reader)
        bottom = reader.node.extents().height - 12
        index = find_leaf(before)
        point = place(reader, index)
        last = json.loads(ctl(reader, "show", before[-1], "--json").stdout)["title"]
        accent = count_pixels(ACCENT)
        take(point)
        hover("the list to scroll", (point[0], bottom), lambda: last in weeks(reader))
        hover("the mark", (point[0], bottom - 60), lambda: is_marked(accent))
        let_go()
        after = wait("the move", lambda: (lambda now: now != before and now)(plan(reader)))
        check(after.index(before[index]) > 48, str(after[-5:]))
        reader.close()


def test_pictures():
    for size, dark in looks():
        with Reader() as reader:
            prepare(reader, size)
            mix(reader)
            check(ctl(reader, "state", plan(reader)[0], "reading").returncode == 0, "reading")
            reader.keep_setting("selected-group", "'year'")
            reader.start(dark=dark, wait_for_list=False)
            reader.node.wait_for("list", "Weeks").wait_for(contains="This Week")
            check_width(reader, size)
            reader.settle()
            picture(reader, f"year-{size[0]}-{'dark' if dark else 'light'}")
            take(place(reader, 1))
            for step in (0, 1, 2):
                move_to((place(reader, 5)[0] + step, place(reader, 5)[1]))
                reader.settle()
            reader.settle()
            picture(reader, f"year-drag-{size[0]}-{'dark' if dark else 'light'}")
            move_to((5, 5))
            let_go()
            reader.close()


run([
    test_every_week_with_its_pick,
    test_moved_and_taken_back,
    test_swapped_skipped_and_shifted,
    test_paused_and_resumed,
    test_moved_by_the_keyboard,
    test_moved_by_fast_presses,
    test_shifted_twice,
    test_dragged_and_taken_back,
    test_dragged_where_it_cannot_go,
    test_scrolled_while_dragged,
    test_pictures,
])
