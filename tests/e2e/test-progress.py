#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking back at the year in the real window: figures, drawings, and what can be taken along."""
import datetime
import json
import sqlite3
import subprocess
import uuid

from syl_e2e import BOUND, Failure, PICTURES, Reader, check, ctl, run, wait
from syl_e2e_desktops import ByPortal, FileChooser, desktop, pump
from syl_e2e_notes import choose, read_clipboard
from syl_e2e_pictures import looks, picture, prepare

WEEKS = 21
# What happened in the weeks before this one: a pick is read, or none is.
MISSED = {6, 14}
PAUSED = 17


def monday(week):
    today = datetime.date.today()
    return today - datetime.timedelta(days=today.weekday()) - datetime.timedelta(weeks=WEEKS - week)


def at_noon(day):
    return f"{day.isoformat()}T12:00:00.000Z"


def read_in(connection, pick, day, minutes):
    """A pick that was read on a day, in two sittings."""
    pick_id, = connection.execute("SELECT pick_id FROM pick WHERE slug = ?", (pick,)).fetchone()
    connection.execute("INSERT INTO progress (pick_id, state, started, finished, modified) VALUES (?1, 2, ?2, ?2, ?2)",
                       (pick_id, at_noon(day)))
    for part in (minutes // 3, minutes - minutes // 3):
        connection.execute("INSERT INTO session (uuid, pick_id, pass, started, seconds) VALUES (?, ?, 1, ?, ?)",
                           (str(uuid.uuid4()), pick_id, at_noon(day), part * 60))


def live_through(reader, skip=True):
    """Writes some months of reading into the library, by the plan that it makes itself."""
    start = monday(0).isoformat()
    check(ctl(reader, "plan", "--start", start).returncode == 0, "the year can be begun")
    picks = [pick["id"] for pick in json.loads(ctl(reader, "picks", "--json").stdout)]
    with sqlite3.connect(reader.home / "data" / "syllabus" / "library.db") as connection:
        list_id, = connection.execute("SELECT list_id FROM plan").fetchone()
        connection.execute("INSERT INTO plan_pause (uuid, list_id, first, until) VALUES (?, ?, ?, ?)",
                           (str(uuid.uuid4()), list_id, monday(PAUSED).isoformat(), monday(PAUSED + 1).isoformat()))
        for week in range(WEEKS):
            if week in MISSED or week == PAUSED or week == 1:
                continue
            read_in(connection, picks.pop(0), monday(week) + datetime.timedelta(days=2), 45 + 37 * week % 140)
        if skip:
            connection.execute("INSERT INTO progress (pick_id, state, modified) SELECT pick_id, 3, ? FROM pick "
                               "WHERE slug = ?", (at_noon(monday(10)), picks.pop()))
        # Written down while it was not true yet.
        connection.execute("DELETE FROM plan_week")
    connection.close()
    return json.loads(ctl(reader, "stats", "--json").stdout)


def show_progress(reader, **more):
    reader.keep_setting("selected-group", "'progress'")
    reader.start(wait_for_list=False, **more)
    wait("the page", lambda: reader.node.find("menu button", "Progress Menu") or reader.node.find(name="Progress Menu"))


def duration(minutes):
    return f"{minutes // 60} h {minutes % 60} min" if minutes % 60 else f"{minutes // 60} h"


def calendar(reader):
    return reader.node.wait_for("list", contains="Read in ")


def focused_week(reader):
    return next((node for node in calendar(reader).find_all("list item") if node.has("focused")), None)


def test_figures_are_those_of_the_command_line():
    with Reader() as reader:
        stats = live_through(reader)
        show_progress(reader)
        reader.node.wait_for(name=f"Picks read: {stats['read']} of {stats['picks']}")
        reader.node.wait_for(name=f"Focused time: {duration(stats['focused_minutes'])}")
        reader.node.wait_for(name=f"Weeks in a row: {stats['streak']} weeks")
        reader.node.wait_for(name=f"longest: {stats['longest_streak']}")
        end = datetime.date.fromisoformat(stats["end"])
        reader.node.wait_for(name=f"Expected end: {end.day} {end:%b %Y}")
        behind = stats["weeks_behind"]
        reader.node.wait_for(name="Against the plan: " + ("On plan" if behind == 0 else
                             f"{abs(behind)} week{'s' if abs(behind) != 1 else ''} {'behind' if behind > 0 else 'ahead'}"))
        reader.node.wait_for("list", "Picks by Section")
        for section in stats["sections"]:
            reader.node.wait_for(contains=section["title"])
        reader.node.wait_for(contains="Focused time by week: ")
        reader.node.wait_for(contains=f"Picks read: {stats['read']}, by the plan ")
        check(ctl(reader, "state", "gpt", "unread").returncode == 0, "a pick is unread again")
        reader.node.wait_for(name=f"Picks read: {stats['read'] - 1} of {stats['picks']}")
        reader.close()


def test_calendar_by_keyboard():
    with Reader() as reader:
        live_through(reader)
        show_progress(reader)
        weeks = list(calendar(reader).find_all("list item"))
        check(len(weeks) > 50, f"{len(weeks)} weeks")
        present = next(node for node in weeks if node.name.startswith("This week, "))
        check(": planned, “" in present.name, present.name)
        # Wherever the keyboard is at first: perhaps it is there already.
        for _ in range(40):
            try:
                wait("a week", lambda: focused_week(reader), bound=0.7)
                break
            except Failure:
                reader.press("Tab")
        check(focused_week(reader).name == present.name, "Tab comes to the present week")
        reader.press("Home")
        first = wait("the first week", lambda: (lambda node: node and node.name.startswith("Week 1, ") and node)(
            focused_week(reader)))
        check(": read, “GPT-1 to GPT-4”, 45 min" in first.name, first.name)
        reader.press("Right")
        wait("the next week", lambda: focused_week(reader).name.startswith("Week 2, "))
        check(": free" in focused_week(reader).name, focused_week(reader).name)
        reader.press("Left", "Down")
        below = wait("a week of the next month", lambda: (lambda node: node.name if not node.name.startswith(
            ("Week 1,", "Week 2,")) else None)(focused_week(reader)))
        reader.press("Up")
        wait("the first month", lambda: focused_week(reader).name != below)
        reader.press("End", "Home")
        wait("the first week", lambda: focused_week(reader).name == first.name)
        reader.picture("progress-focus-1240-light")
        reader.press("Return")
        reader.node.wait_for("heading", "GPT-1 to GPT-4")
        reader.close()


TARGETS = """
import sys, gi
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
loop = GLib.MainLoop()
def take(clipboard, result):
    try:
        texture = clipboard.read_texture_finish(result)
    except GLib.Error:
        loop.quit()
        return
    print(" ".join(clipboard.get_formats().get_mime_types() or []))
    print(texture.get_width(), texture.get_height())
    texture.save_to_png(sys.argv[1])
    loop.quit()
Gdk.Display.get_default().get_clipboard().read_texture_async(None, take)
loop.run()
"""


def copy_picture(reader, path):
    """Saves what another program would paste; returns its formats and its size."""
    choose(reader, "Progress Menu", "p")
    lines = wait("the picture", lambda: subprocess.run(["python3", "-c", TARGETS, str(path)], check=True, text=True,
                                                       capture_output=True, timeout=BOUND).stdout.splitlines())
    return lines[0].split(), tuple(int(number) for number in lines[1].split())


def count_colors(path, box):
    """How many colours there are in a part of a picture."""
    return len(subprocess.run(["convert", str(path), "-crop", box, "+repage", "-unique-colors", "txt:-"], check=True,
                              capture_output=True, text=True, timeout=BOUND).stdout.splitlines()) - 1


def test_copied_as_picture():
    with Reader() as reader:
        live_through(reader)
        show_progress(reader)
        calendar(reader)
        reader.settle()
        path = reader.home / "copied.png"
        formats, (width, height) = copy_picture(reader, path)
        check("image/png" in formats, str(formats))
        check(1400 < width <= 2 * 908 and height > 2 * 800, f"{width} × {height}")
        check(count_colors(path, f"{width}x300+0+{height - 400}") > 10, "what was out of sight is in it")
        reader.close()


def test_copied_as_table():
    with Reader() as reader:
        stats = live_through(reader)
        show_progress(reader)
        calendar(reader)
        choose(reader, "Progress Menu", "t")
        lines = wait("the table", lambda: [*filter(lambda line: line.startswith("|"), read_clipboard().splitlines())])
        check(lines[0].startswith("| Week | Days | Pick | State | Focused Minutes |"), lines[0])
        check("| GPT-1 to GPT-4 | Read | 45 |" in lines[2], lines[2])
        rows = [line.strip("| ").split(" | ") for line in lines[2:]]
        check(sum(int(row[-1]) for row in rows) == stats["focused_minutes"], "the minutes add up")
        check(sum(row[-2] == "Read" for row in rows) == stats["read"], "and the weeks")
        reader.close()


def save_as(reader, chooser, key, name, proposed):
    """Chooses an item of the menu that asks for a file; returns where it is."""
    chooser.path = reader.home / name
    choose(reader, "Progress Menu", key)
    wait(name, lambda: (pump(), chooser.path.exists() and chooser.path.stat().st_size > 0)[1])
    check(chooser.asked.pop()[1] == proposed, chooser.asked)
    return chooser.path


def test_saved_in_files():
    with desktop(FileChooser) as chooser, ByPortal() as reader:
        stats = live_through(reader)
        show_progress(reader)
        calendar(reader)
        reader.settle()
        year = json.loads(save_as(reader, chooser, "e", "year.json", "year.json").read_text())
        check(year["format"] == 1 and len(year["plan"]["weeks"]) > 50, str(year)[:200])
        check(sum(session["seconds"] for session in year["sessions"]) // 60 == stats["focused_minutes"], "all sessions")
        check(sum(pick["state"] == "read" for pick in year["picks"]) == stats["read"], "all picks")
        check(save_as(reader, chooser, "s", "p.png", "progress.png").read_bytes().startswith(b"\x89PNG"), "a picture")
        chooser.path = None
        choose(reader, "Progress Menu", "e")
        wait("the question", lambda: (pump(), chooser.asked)[1])
        choose(reader, "Progress Menu", "s")
        wait("another one", lambda: (pump(), len(chooser.asked) == 2)[1])
        reader.close()


def test_without_reading_time():
    """Who doesn’t want it to be counted finds no zeros in its place."""
    with Reader() as reader:
        stats = live_through(reader)
        reader.keep_setting("count-reading-time", "false")
        show_progress(reader)
        reader.node.wait_for(name=f"Picks read: {stats['read']} of {stats['picks']}")
        reader.node.wait_for(contains=f"Picks read: {stats['read']}, by the plan ")
        reader.settle()
        check(not reader.node.find(contains="Focused"), "no time is shown")
        reader.picture("progress-without-time-1240-light")
        choose(reader, "Progress Menu", "t")
        table = wait("the table", lambda: [*filter(lambda line: line.startswith("|"), read_clipboard().splitlines())])
        check(table[0] == "| Week | Days | Pick | State |" and table[1].count("|") == 5, table[:2])
        reader.close()


def test_nothing_read_yet():
    with Reader() as reader:
        show_progress(reader)
        reader.node.wait_for(contains="Nothing Read Yet")
        reader.node.wait_for("button", "Show This Week’s Pick")
        reader.settle()
        reader.picture("progress-empty-1240-light")
        reader.close()


def test_pictures():
    for (width, height), dark in looks():
        with Reader() as reader:
            live_through(reader)
            prepare(reader, (width, height))
            show_progress(reader, dark=dark)
            calendar(reader)
            reader.settle()
            name = f"progress-{width}-{'dark' if dark else 'light'}"
            picture(reader, name)
            check(reader.node.extents().width == width, "nothing is wider than the window")
            copy_picture(reader, PICTURES / f"{name}-copied.png")
            reader.close()


run([
    test_figures_are_those_of_the_command_line,
    test_calendar_by_keyboard,
    test_copied_as_picture,
    test_copied_as_table,
    test_saved_in_files,
    test_without_reading_time,
    test_nothing_read_yet,
    test_pictures,
])
