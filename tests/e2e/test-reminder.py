#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The weekly reminder, on desktops that are played: from the agent's timer to the pick that is open."""
import json
import sqlite3
import subprocess
import time

from gi.repository import GLib

from syl_e2e import BUILD, Reader, check, ctl, run, wait
from syl_e2e_desktops import APPLICATION, Gnome, Plain, Portals, activate, desktop, pump
from syl_e2e_pictures import looks, picture, prepare
from syl_e2e_services import has_owner, install, take_over, wait_for_window

AGENT = f"{APPLICATION}.Agent"


class Called(Reader):
    """A reader whose session can start the programs, with a library in which the year has begun."""

    def __init__(self, **environment):
        super().__init__()
        # The environment of the bus only grows.
        self.more = {"GIO_USE_PORTALS": "0", **environment}

    def __enter__(self):
        super().__enter__()
        wait("the end of the last one", lambda: not has_owner(APPLICATION))
        ctl(self, "plan", "--start", time.strftime("%Y-%m-%d"))
        self.week = json.loads(ctl(self, "week", "--json").stdout)["pick"]
        install(self)
        return self

    def __exit__(self, *_):
        for name in (APPLICATION, AGENT):
            take_over(name, kill=True)
        super().__exit__()

    def environment(self):
        return {**super().environment(), **self.more}

    @property
    def database(self):
        return self.home / "data" / "syllabus" / "library.db"

    def be_called(self):
        """The call of this week has been due since Monday, and the reminder was set before."""
        check(ctl(self, "reminder", "on", "--weekday", "1", "--time", "00:00").returncode == 0, "it is on")
        with sqlite3.connect(self.database) as connection:
            connection.execute("UPDATE setting SET value = json_remove(value, '$.set') WHERE key = 'call'")
        connection.close()

    def records(self):
        with sqlite3.connect(self.database) as connection:
            rows = connection.execute("SELECT week, called, postponed, settled FROM call").fetchall()
        connection.close()
        return rows

    def start_agent(self):
        self.agent = subprocess.Popen([BUILD / "src" / "cli" / "syllabusctl", "agent", "--stay"],
                                      env=self.environment(), stdin=subprocess.DEVNULL)

    def stop_agent(self):
        self.agent.terminate()
        self.agent.wait(30)


def check_notification(reader, shown):
    check(shown["title"] == reader.week["title"], shown)
    facts, why = shown["body"].split("\n")
    check(reader.week["section_title"].replace("&", "&") in facts and "h" in facts or "min" in facts, facts)
    check(10 < len(why) <= 141, why)
    check([label for label in shown["buttons"] if label not in ("", "default")] ==
          ["Read Now", "Tomorrow", "Another One"], shown)


def is_open(reader, title):
    reader.process = take_over(APPLICATION)
    wait_for_window(reader)
    reader.node.wait_for("heading", contains=title)


def the_whole_way(kind, **environment):
    """Agent, program without a window, notification, its default action, the pick: and once."""
    with desktop(kind) as played, Called(**environment) as reader:
        reader.be_called()
        reader.start_agent()
        shown = played.wait_for()
        check_notification(reader, shown)
        check(len(reader.records()) == 1, reader.records())
        played.press("default")
        is_open(reader, reader.week["title"])
        wait("the record", lambda: reader.records()[0][3] is not None)
        reader.stop_agent()
        # Neither another agent nor another window says it again.
        reader.start_agent()
        wait("the agent", lambda: has_owner(AGENT))
        reader.close()
        wait("the end of the program", lambda: not has_owner(APPLICATION))
        reader.start()
        reader.settle()
        pump()
        check(played.n_shown == 1, f"{played.n_shown} notifications")
        reader.close()
        reader.stop_agent()


def test_in_gnome():
    the_whole_way(Gnome)


def test_by_portals():
    the_whole_way(Portals, GIO_USE_PORTALS="1")


def test_on_a_plain_desktop():
    the_whole_way(Plain)


def test_tomorrow_and_another_one():
    with desktop(Gnome) as played, Called() as reader:
        reader.be_called()
        activate("remind")
        played.wait_for()
        played.press("Another One")
        other = played.wait_for(2)
        check(other["title"] != reader.week["title"], other)
        week = json.loads(ctl(reader, "week", "--json").stdout)["pick"]
        check(other["title"] == week["title"], week)
        # Each time the program starts and looks at the plan while it changes it.
        for n_shown in range(3, 9):
            played.press("Another One")
            played.wait_for(n_shown)
        played.press("Tomorrow")
        wait("the record", lambda: reader.records()[0][2] is not None)
        tomorrow = json.loads(ctl(reader, "reminder", "--json").stdout)["next"]
        check(tomorrow[:10] == time.strftime("%Y-%m-%d", time.localtime(time.time() + 24 * 3600)), tomorrow)
        wait("the end of the program", lambda: (pump(), not has_owner(APPLICATION))[1])
        check(played.n_shown == 8, played.n_shown)


def test_read_now():
    with desktop(Gnome) as played, Called() as reader:
        reader.be_called()
        activate("remind")
        played.wait_for()
        played.press("Read Now")
        reader.process = take_over(APPLICATION)
        wait_for_window(reader)
        # There is no network in a test: that the page was asked for is all there is to see.
        wait("the page", lambda: reader.node.find(contains="could not be") or reader.node.find("button", "Mark as Read"))
        wait("the record", lambda: reader.records()[0][3] is not None)
        reader.close()


def test_withdrawn():
    """When the pick is read elsewhere, or another is there for the week; with nothing but the agent running."""
    for change in (lambda reader: ("state", reader.week["id"], "read"),
                   lambda _: ("plan", "--start", time.strftime("%Y-%m-%d"), "--order", "mixed")):
        with desktop(Gnome) as played, Called() as reader:
            reader.be_called()
            reader.start_agent()
            played.wait_for()
            wait("the end of the program", lambda: (pump(), not has_owner(APPLICATION))[1])
            check(ctl(reader, *change(reader)).returncode == 0, "it is changed")
            played.wait_for_none()
            wait("the record", lambda reader=reader: reader.records()[0][3] is not None)
            reader.stop_agent()


def test_withdrawn_when_it_is_opened():
    """In a window that the reader starts, which shows that pick at once, or goes to it from another one."""
    for at_once in (True, False):
        with desktop(Gnome) as played, Called() as reader:
            reader.be_called()
            activate("remind")
            played.wait_for()
            wait("the end of the program", lambda: (pump(), not has_owner(APPLICATION))[1])
            week = reader.week["id"]
            reader.keep_setting("selected-pick", f"'{week if at_once else 'criticgpt'}'")
            reader.start()
            if not at_once:
                reader.node.wait_for("heading", "CriticGPT")
                reader.settle()
                pump()
                check(played.shown, "it is still to be read")
                reader.node.wait_for("list", "Picks").wait_for("list item", contains=reader.week["title"]).act()
            reader.node.wait_for("heading", reader.week["title"])
            played.wait_for_none()
            wait("the record", lambda reader=reader: reader.records()[0][3] is not None)
            reader.close()
            check(played.n_shown == 1, played.n_shown)


def test_caught_up_with_in_the_window():
    """Without an agent: the window that the reader opens says it, once, and the desktop nothing."""
    with desktop(Gnome) as played, Called() as reader:
        reader.be_called()
        reader.start()
        reader.node.wait_for(contains=f"This week: {reader.week['title']}")
        reader.node.wait_for("button", "Show").act()
        reader.node.wait_for("heading", contains=reader.week["title"])
        wait("the record", lambda: reader.records()[0][3] is not None)
        reader.close()
        reader.start()
        reader.settle()
        check(not reader.node.find(contains="This week: "), "it is said once")
        reader.close()
        pump()
        check(played.n_shown == 0, "the desktop says nothing")


def autostart(reader):
    path = reader.home / "config" / "autostart" / f"{AGENT}.desktop"
    return path.read_text() if path.exists() else None


def open_preferences(reader):
    reader.press("ctrl+comma")
    reader.node.wait_for(contains="Remind Me")
    reader.settle()


def switch(reader):
    """Once it has come to rest: one that still moves takes no other wish."""
    node = wait("the switch", lambda: next((node for node in reader.node.walk(True)
                                            if node.role in ("switch", "check box") and node.visible
                                            and node.name == "Remind Me"), None))
    was = node.has("checked")
    reader.settle()
    node.act()
    wait("the switch to be thrown", lambda: node.has("checked") != was)


def is_on(reader):
    return json.loads(ctl(reader, "reminder", "--json").stdout)["enabled"]


def test_granted_denied_and_late():
    for answer, says in (("granted", "comes then, too"), ("denied", "did not allow it"), ("late", "being asked")):
        with desktop(Portals, answer) as played, Called() as reader:
            reader.start()
            check(not played.requests, "nobody asks before the reader wants it")
            open_preferences(reader)
            switch(reader)
            wait("the request", lambda played=played: (pump(), played.requests)[1])
            request = played.requests[0]
            check(request["autostart"] and request["commandline"][1:] == ["agent", "--stay"], request)
            reader.node.wait_for(contains=says)
            wait("the time", lambda reader=reader: is_on(reader))
            reader.node.wait_for(contains="Next Reminder")
            if answer == "late":
                played.respond("granted")
                reader.node.wait_for(contains="comes then, too")
            if answer != "denied":
                wait("the agent", lambda: (pump(), has_owner(AGENT))[1])
            check(autostart(reader) is None, "the portal does it")
            switch(reader)
            wait("taken back", lambda played=played: (pump(), len(played.requests) == 2)[1])
            check(not played.requests[1]["autostart"], played.requests)
            wait("off", lambda reader=reader: not is_on(reader))
            reader.press("Escape")
            reader.node.wait_gone(contains="Weekly Reminder")
            reader.close()


def test_last_wish_counts():
    """The reader thinks again while the desktop asks, and closes the dialog meanwhile."""
    with desktop(Portals, "late") as played, Called() as reader:
        reader.start()
        open_preferences(reader)
        for n_requests in (1, 2, 3):
            switch(reader)
            wait("the request", lambda n=n_requests: (pump(), len(played.requests) == n)[1])
        check([request["autostart"] for request in played.requests] == [True, False, True], played.requests)
        wait("on", lambda: is_on(reader))
        reader.press("Escape")
        reader.node.wait_gone(contains="Weekly Reminder")
        open_preferences(reader)
        reader.node.wait_for(contains="being asked")
        played.respond("granted")
        reader.node.wait_for(contains="comes then, too")
        wait("the agent", lambda: (pump(), has_owner(AGENT))[1])

        switch(reader)
        wait("taken back", lambda: (pump(), len(played.requests) == 4)[1])
        wait("off", lambda: not is_on(reader))
        switch(reader)
        wait("asked again", lambda: (pump(), len(played.requests) == 5)[1])
        switch(reader)
        wait("and taken back", lambda: (pump(), len(played.requests) == 6)[1])
        played.respond("granted")
        wait("off at last", lambda: (pump(), not is_on(reader))[1])
        check(not played.requests[-1]["autostart"], played.requests[-1])
        keyfile = reader.home / "config" / "glib-2.0" / "settings" / "keyfile"
        wait("no answer to be kept", lambda: (pump(), "granted" not in keyfile.read_text())[1])
        reader.press("Escape")
        reader.node.wait_gone(contains="Weekly Reminder")
        reader.close()


def test_turned_on_too_late():
    """Its moment of this week is over: the next one is named, and nothing is said before."""
    with desktop(Gnome) as played, Called() as reader:
        ctl(reader, "reminder", "--weekday", "1", "--time", "00:00")
        reader.start()
        open_preferences(reader)
        switch(reader)
        reader.node.wait_for(contains="Next Reminder")
        monday = time.localtime(time.time() + (7 - time.localtime().tm_wday) * 24 * 3600)
        reader.node.wait_for(contains=time.strftime(f"%A, {monday.tm_mday} %B, 00:00", monday))
        reader.settle()
        pump()
        check(not reader.records() and played.n_shown == 0, reader.records())
        reader.press("Escape")
        reader.node.wait_gone(contains="Weekly Reminder")
        check(not reader.node.find(contains="This week: "), "the window says nothing either")
        reader.close()


def test_without_a_portal():
    with Called() as reader:
        reader.start()
        open_preferences(reader)
        switch(reader)
        reader.node.wait_for(contains="comes then, too")
        check("agent --stay" in autostart(reader), autostart(reader))
        wait("the agent", lambda: has_owner(AGENT))
        switch(reader)
        wait("the end of it", lambda: autostart(reader) is None)
        reader.press("Escape")
        reader.node.wait_gone(contains="Weekly Reminder")
        reader.close()


def test_looked_at():
    for size, dark in looks():
        with desktop(Portals, "denied" if dark else "granted") as played, Called() as reader:
            prepare(reader, size)
            reader.start(dark=dark, wait_for_list=False)
            reader.node.wait_for(contains="GPT-1")
            open_preferences(reader)
            switch(reader)
            wait("the request", lambda played=played: (pump(), played.requests)[1])
            reader.node.wait_for(contains="Next Reminder")
            reader.settle()
            picture(reader, f"preferences-{size[0]}-{'dark' if dark else 'light'}")
            reader.press("Escape")
            reader.node.wait_gone(contains="Weekly Reminder")
            reader.close()


run([
    test_in_gnome,
    test_by_portals,
    test_on_a_plain_desktop,
    test_tomorrow_and_another_one,
    test_read_now,
    test_withdrawn,
    test_withdrawn_when_it_is_opened,
    test_caught_up_with_in_the_window,
    test_granted_denied_and_late,
    test_last_wish_counts,
    test_turned_on_too_late,
    test_without_a_portal,
    test_looked_at,
])
