# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window through its accessibility tree, the keyboard and the pointer.

Run inside tests/support/with-display: a display, a session bus and an accessibility bus of its own.
Every wait is bounded and names what it waited for.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

SOURCE = pathlib.Path(os.environ["SYL_SOURCE_ROOT"])
BUILD = pathlib.Path(os.environ["SYL_BUILD_ROOT"])
PICTURES = BUILD / "screenshots"
BOUND = 30
SCHEMA = "io/github/syllabus_app/Syllabus"


class Failure(AssertionError):
    """Something did not come in time, or is not as it should be."""


def wait(what, condition, bound=BOUND):
    """Returns the first true value of the condition."""
    end = time.monotonic() + bound
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None  # the node went away while it was looked at
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f"waited {bound} s for {what}")
        time.sleep(0.02)


def check(condition, what):
    if not condition:
        raise Failure(what)


class Node:
    """A node of the accessibility tree."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def description(self):
        return self.accessible.get_description() or ""

    def text(self):
        """What stands in a field."""
        text = self.accessible.get_text_iface()
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))

    def has(self, state):
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    @property
    def visible(self):
        return self.has("showing") and self.has("visible")

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Node(child)

    def walk(self, hidden=False):
        for child in self.children():
            try:
                # What holds a web page together says nothing of itself.
                if hidden or child.has("visible") or child.role in ("filler", "scroll pane"):
                    yield child
                    yield from child.walk(hidden)
            except GLib.Error:
                continue

    def find_all(self, role=None, name=None, contains=None):
        for node in self.walk():
            try:
                if role is not None and node.role != role:
                    continue
                if name is not None and node.name != name:
                    continue
                if contains is not None and contains not in node.name:
                    continue
                if node.visible:
                    yield node
            except GLib.Error:
                continue

    def find(self, role=None, name=None, contains=None):
        return next(self.find_all(role, name, contains), None)

    def wait_for(self, role=None, name=None, contains=None, bound=BOUND):
        return wait(f"{role or 'node'} “{name or contains}”",
                    lambda: self.find(role, name, contains), bound)

    def wait_gone(self, role=None, name=None, contains=None, bound=BOUND):
        wait(f"the end of {role or 'node'} “{name or contains}”",
             lambda: self.find(role, name, contains) is None, bound)

    def texts(self):
        """What a reader can see, in the order of the tree."""
        return [node.name for node in self.walk() if node.visible and node.name]

    def act(self):
        """Activates it, with the pointer where the tree offers no way to."""
        action = self.accessible.get_action_iface()
        names = [action.get_action_name(index) for index in range(action.get_n_actions())] \
            if action is not None else []
        if "listitem.scroll-to" in names:
            action.do_action(names.index("listitem.scroll-to"))
            self.click()
        elif names:
            check(action.do_action(0), f"“{self.name}” can be activated")
        else:
            self.click()

    def click(self):
        """With the pointer, in the middle of what is shown, once it has come to rest there."""
        def place():
            first = self.extents()
            time.sleep(0.05)
            second = self.extents()
            same = (first.x, first.y, first.width, first.height) == (second.x, second.y, second.width, second.height)
            return second if same and second.width > 0 else None
        extents = wait(f"“{self.name}” to come to rest", place)
        margin = self.margin()
        subprocess.run(["xdotool", "mousemove", str(extents.x + margin + extents.width // 2),
                        str(extents.y + margin + extents.height // 2), "click", "1"], check=True, timeout=BOUND)

    def margin(self):
        """What GTK takes off for the shadow: once from the window, and once more from what is in it."""
        accessible = self.accessible
        while accessible is not None and accessible.get_role_name() not in ("frame", "window", "dialog"):
            accessible = accessible.get_parent()
        return -2 * Node(accessible).extents().x if accessible is not None else 0

    def extents(self):
        return self.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)

    def dump(self, depth=0, out=sys.stderr):
        for child in self.children():
            print("#" + "  " * depth, child.role, repr(child.name), "" if child.visible else "(hidden)",
                  file=out)
            child.dump(depth + 1, out)


class Reader:
    """A reader with a home of their own, who opens Syllabus, uses it and closes it again."""

    def __init__(self, lists=None, welcomed=True):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="syllabus-e2e-"))
        self.lists = lists or SOURCE / "data" / "lists"
        self.process = None
        self.node = None
        self.settings = {}
        self.gtk_settings = {}
        # One that fades in and out for ten seconds is no rest.
        self.keep_gtk_setting("gtk-cursor-blink", "false")
        if welcomed:
            self.keep_setting("welcomed", "true")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def keep_gtk_setting(self, key, value):
        """Sets what the desktop tells GTK."""
        self.gtk_settings[key] = value
        folder = self.home / "config" / "gtk-4.0"
        folder.mkdir(parents=True, exist_ok=True)
        lines = ["[Settings]"] + [f"{key}={value}" for key, value in self.gtk_settings.items()]
        (folder / "settings.ini").write_text("\n".join(lines) + "\n")

    def environment(self):
        result = dict(os.environ)
        result.update({
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "GSETTINGS_BACKEND": "keyfile",
            "GSETTINGS_SCHEMA_DIR": str(BUILD / "data"),
            "SYLLABUS_LISTS_DIR": str(self.lists),
            "SYLLABUS_WEB_MODULE": str(BUILD / "src" / "web" / "syllabus-web.so"),
            "GTK_A11Y": "atspi",
            "GDK_BACKEND": "x11",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "G_DEBUG": "fatal-criticals",
            "NO_AT_BRIDGE": "0",
            "LC_ALL": "C.UTF-8",
        })
        result.pop("SYLLABUS_DATA_DIR", None)
        return result

    def keep_setting(self, key, value):
        """Sets a setting while the program does not run; the value is in GVariant text form."""
        folder = self.home / "config" / "glib-2.0" / "settings"
        folder.mkdir(parents=True, exist_ok=True)
        self.settings[key] = value
        path = folder / "keyfile"
        lines = path.read_text().splitlines() if path.exists() else [f"[{SCHEMA}]"]
        lines = [line for line in lines if not line.startswith(f"{key}=")]
        lines.append(f"{key}={value}")
        path.write_text("\n".join(lines) + "\n")

    def start(self, *arguments, dark=False, wait_for_list=True):
        environment = self.environment()
        environment["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark" if dark else "prefer-light"
        self.process = subprocess.Popen([str(BUILD / "src" / "syllabus"), *arguments], env=environment,
                                        start_new_session=True, stdin=subprocess.DEVNULL)
        self.node = wait("the window", self._find_window)
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid),
                        "windowfocus"], check=False, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, timeout=BOUND)
        if wait_for_list:
            wait("the list", lambda: any("Section" in text or "All Picks" in text
                                         for text in self.node.texts()))
        return self.node

    def windows(self):
        """All windows of the program that are shown, dialogs of their own included."""
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is None or application.get_process_id() != self.process.pid:
                continue
            for child in Node(application).children():
                if child.has("showing"):
                    yield child

    def _find_window(self):
        check(self.process.poll() is None, f"the program runs (it ended with {self.process.poll()})")
        return next((child for child in self.windows() if child.role in ("frame", "window")), None)

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, timeout=BOUND)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True, timeout=BOUND)

    def children_of_program(self):
        """Command lines of all processes below the program, by their ids."""
        listing = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], check=True, capture_output=True,
                                 text=True).stdout
        rows = [line.split(None, 2) for line in listing.splitlines()]
        below, found = {self.process.pid}, {}
        for _ in range(len(rows)):
            new = [row for row in rows if int(row[1]) in below and int(row[0]) not in below]
            if not new:
                break
            for row in new:
                below.add(int(row[0]))
                found[int(row[0])] = row[2]
        return found

    def close(self):
        """As a reader does, by the keyboard; the program has to end well."""
        self.press("ctrl+q")
        try:
            status = self.process.wait(BOUND)
        except subprocess.TimeoutExpired:
            raise Failure("the program did not end") from None
        check(status == 0, f"the program ended with {status}")
        self.process = None

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None

    def picture(self, name):
        """Saves what is on the screen."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], check=True, timeout=BOUND)
        return path


    def picture_of_window(self, name):
        """Saves the window alone."""
        extents = self.node.extents()
        path = self.picture(name)
        subprocess.run(["convert", str(path), "-crop", f"{extents.width}x{extents.height}+0+0", "+repage",
                        str(path)], check=True, timeout=BOUND)
        return path

    def settle(self, seconds=0.5):
        """Until two pictures taken one after the other are the same."""
        def same():
            pictures = []
            for _ in range(2):
                pictures.append(subprocess.run(["import", "-window", "root", "rgb:-"], check=True,
                                               capture_output=True, timeout=BOUND).stdout)
                time.sleep(seconds / 2)
            return pictures[0] == pictures[1]
        wait("the window to come to rest", same)


def ctl(reader, *arguments):
    """Runs syllabusctl on the library of the reader."""
    return subprocess.run([str(BUILD / "src" / "cli" / "syllabusctl"), *arguments],
                          env=reader.environment(), capture_output=True, text=True, timeout=BOUND,
                          check=False)


def run(tests):
    """Runs functions as TAP; ends the program."""
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix("test_").replace("_", " ")
        try:
            test()
            print(f"ok {number} - {name}", flush=True)
        except Exception as error:  # a test that breaks is a test that fails
            failed += 1
            traceback.print_exc()
            print(f"not ok {number} - {name}: {error}", flush=True)
    sys.exit(1 if failed else 0)
