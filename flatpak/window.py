#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the installed Flatpak, waits until its window shows the first sections of the shipped list, and
takes a picture of it.

What the window shows is read through the accessibility tree, as a screen reader would.
Usage: window.py [--picture FILE] APPLICATION-ID [OPTION-OF-FLATPAK-RUN…]
"""

import argparse
import json
import pathlib
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Atspi, Gdk, Gio, GLib  # noqa: E402

TOP = pathlib.Path(__file__).resolve().parent.parent
LIST = TOP / "data" / "lists" / "ai-engineering-2025.json"
PATIENCE = 60


# Those that are in sight in any font; a list has no rows for what is out of it.
N_SECTIONS = 5


def section_titles():
    return [section["title"] for section in json.loads(LIST.read_text())["sections"][:N_SECTIONS]]


def wait_for(condition, seconds=PATIENCE):
    """Iterates the main loop until the condition is true; returns its last value."""
    context = GLib.MainContext.default()
    end = time.monotonic() + seconds
    while not (value := condition()) and time.monotonic() < end:
        timer = GLib.timeout_add(100, lambda: GLib.SOURCE_CONTINUE)
        context.iteration(True)
        GLib.source_remove(timer)
    return value


def children(accessible):
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child is not None:
            yield child


def tree(accessible):
    """The accessible and all below it; what vanishes meanwhile is passed over."""
    try:
        yield accessible
        below = list(children(accessible))
    except GLib.Error:
        return
    for child in below:
        yield from tree(child)


def name_of(accessible):
    try:
        return accessible.get_name() or ""
    except GLib.Error:
        return ""


def windows():
    """The windows on this session's display that belong to applications."""
    return [
        window
        for application in children(Atspi.get_desktop(0))
        for window in children(application)
        if window.get_role() in (Atspi.Role.FRAME, Atspi.Role.WINDOW)
    ]


def names():
    return [name for window in windows() for name in map(name_of, tree(window)) if name]


def missing(titles):
    shown = names()
    return [title for title in titles if not any(title in name for name in shown)]


def screen():
    root = Gdk.get_default_root_window()
    return Gdk.pixbuf_get_from_window(root, 0, 0, root.get_width(), root.get_height())


class Settled:
    """True once two pictures of the screen in a row are the same."""

    def __init__(self):
        self.last = None

    def __call__(self):
        pixels = screen().get_pixels()
        same = pixels == self.last
        self.last = pixels
        return same


def is_blank(pixbuf):
    pixels = pixbuf.get_pixels()
    step = pixbuf.get_n_channels()
    return len({pixels[place : place + step] for place in range(0, len(pixels), step)}) < 32


def call(application_id, method, parameters):
    path = "/" + application_id.replace(".", "/").replace("-", "_")
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        application_id, path, "org.freedesktop.Application", method, parameters,
        None, Gio.DBusCallFlags.NO_AUTO_START, PATIENCE * 1000, None,
    )


def close(application_id, process):
    """Asks the application to quit, as its menu does; insists after a while."""
    try:
        call(application_id, "ActivateAction", GLib.Variant("(sava{sv})", ("quit", [], {})))
    except GLib.Error:
        pass
    if not wait_for(lambda: process.poll() is not None, 15):
        subprocess.run(["flatpak", "kill", application_id], check=False)


def say(text):
    print(f"run: {text}", flush=True)


def look(process, titles, picture):
    """Returns whether the window shows all titles, and says what it found."""
    wait_for(lambda: process.poll() is not None or not missing(titles))
    if not windows():
        say("no window came up")
        return False
    if lacking := missing(titles):
        say(f"the window is there, but not in it: {', '.join(lacking)}")
        return False
    wait_for(Settled(), 10)
    pixbuf = screen()
    if picture:
        pixbuf.savev(picture, "png", [], [])
        say(f"a picture of the window is in {picture}")
    if is_blank(pixbuf):
        say("the window is blank")
        return False
    say("the window is up, with the sections of the list in it")
    return True


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--picture")
    parser.add_argument("application_id")
    arguments, options = parser.parse_known_args()

    command = ["flatpak", "run", "--user", *options, arguments.application_id]
    process = subprocess.Popen(command, stdout=sys.stderr)
    try:
        return 0 if look(process, section_titles(), arguments.picture) else 1
    finally:
        close(arguments.application_id, process)


if __name__ == "__main__":
    sys.exit(main())
