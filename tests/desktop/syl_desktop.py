# SPDX-License-Identifier: GPL-3.0-or-later
"""A session bus and a library of one's own, and what GNOME Shell and the program are to the agent."""
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
import uuid

from gi.repository import Gio, GLib

SOURCE = pathlib.Path(os.environ["SYL_SOURCE_ROOT"])
BUILD = pathlib.Path(os.environ["SYL_BUILD_ROOT"])
PROGRAM = BUILD / "src" / "cli" / "syllabusctl"
APPLICATION = "io.github.syllabus_app.Syllabus"
AGENT = f"{APPLICATION}.Agent"
PATH = "/io/github/syllabus_app/Syllabus"
BOUND = 30

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={0}</listen><servicedir>{0}/services</servicedir>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>
"""

APPLICATION_INTERFACE = """<node><interface name="org.freedesktop.Application">
<method name="ActivateAction"><arg type="s" direction="in"/><arg type="av" direction="in"/>
<arg type="a{sv}" direction="in"/></method></interface></node>"""


def wait(what, condition, bound=BOUND):
    """Returns the first true value of the condition."""
    end = time.monotonic() + bound
    while not (value := condition()):
        assert time.monotonic() < end, f"waited {bound} s for {what}"
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.005)
    return value


class Home:
    """A reader’s session: folders, a bus that starts the agent, and a connection to it."""

    def __init__(self, leave_after=60):
        self.leave_after = leave_after

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="syllabus-desktop-"))
        self.data = self.path / "data" / "syllabus"
        self.environment = {
            **os.environ, "LC_ALL": "C.UTF-8", "HOME": str(self.path), "XDG_DATA_HOME": str(self.path / "data"),
            "XDG_CONFIG_HOME": str(self.path / "config"), "XDG_CACHE_HOME": str(self.path / "cache"),
            "XDG_RUNTIME_DIR": str(self.path), "SYLLABUS_LISTS_DIR": str(SOURCE / "data" / "lists"),
            "G_DEBUG": "fatal-criticals",
        }
        self.environment.pop("SYLLABUS_DATA_DIR", None)
        self.install_service()
        (self.path / "bus.conf").write_text(BUS.format(self.path))
        self.bus = subprocess.Popen(["dbus-daemon", f"--config-file={self.path}/bus.conf", "--nofork",
                                     "--print-address=1"], env=self.environment, stdout=subprocess.PIPE,
                                    stderr=subprocess.DEVNULL, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()
        self.connection = self.connect()
        return self

    def __exit__(self, *_):
        if not self.connection.is_closed():
            self.connection.close_sync()
        self.bus.terminate()
        self.bus.wait(BOUND)
        shutil.rmtree(self.path, ignore_errors=True)

    def install_service(self):
        """The file of the build, but for the place of the program and its patience."""
        text = (BUILD / "data" / f"{AGENT}.service").read_text()
        program = next(word for word in text.replace("=", " ").split() if word.endswith("/syllabusctl"))
        text = text.replace(program, str(PROGRAM)).replace("--leave-after=60", f"--leave-after={self.leave_after}")
        (self.path / "services").mkdir()
        (self.path / "services" / f"{AGENT}.service").write_text(text)

    def connect(self):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        connection = Gio.DBusConnection.new_for_address_sync(self.environment["DBUS_SESSION_BUS_ADDRESS"], flags, None,
                                                             None)
        connection.set_exit_on_close(False)
        return connection

    def ctl(self, *arguments):
        return subprocess.run([PROGRAM, *arguments], env=self.environment, capture_output=True, text=True,
                              timeout=BOUND, check=True).stdout

    def ask_bus(self, method, name):
        return self.connection.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                         method, GLib.Variant("(s)", (name,)), None, Gio.DBusCallFlags.NONE, -1,
                                         None)[0]

    def runs(self, name=AGENT):
        return self.ask_bus("NameHasOwner", name)

    @property
    def agent(self):
        """The process of the agent."""
        return self.ask_bus("GetConnectionUnixProcessID", AGENT)

    def stop_agent(self):
        if self.runs():
            os.kill(self.agent, signal.SIGTERM)
            wait("the end of the agent", lambda: not self.runs())

    @property
    def database(self):
        return self.data / "library.db"

    def turn_on(self):
        """The reminder, for a moment that is over, whatever day it is, and as if it had been set before."""
        self.ctl("reminder", "on", "--weekday=1", "--time=00:00")
        with sqlite3.connect(self.database) as connection:
            connection.execute("UPDATE setting SET value = json_remove(value, '$.set') WHERE key = 'call'")
        connection.close()

    def keep(self, rows):
        """Writes highlights, as the window would: pick, quote and note; returns their ids."""
        ids = [str(uuid.uuid4()) for _ in rows]
        with sqlite3.connect(self.database) as connection:
            for position, (id_, (pick, quote, note)) in enumerate(zip(ids, rows)):
                source, url = connection.execute("SELECT source_id, url FROM source JOIN pick USING (pick_id) "
                                                 "WHERE pick.slug = ?", (pick,)).fetchone()
                connection.execute(
                    "INSERT INTO highlight (uuid, source_id, uri, quote, note, selectors, position, created, modified) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (id_, source, url, quote, note, json.dumps([{"type": "TextQuoteSelector", "exact": quote}]),
                     position, "2026-01-05T10:00:00.000Z", f"2026-01-05T10:00:00.{999 - position % 1000:03}Z"))
        connection.close()
        return [f"highlight:{id_}" for id_ in ids]


class Shell:
    """GNOME Shell, as far as a search provider can tell."""

    def __init__(self, home, connection=None):
        self.connection = connection or home.connection

    def arguments(self, method, signature, arguments):
        return (AGENT, f"{PATH}/SearchProvider", "org.gnome.Shell.SearchProvider2", method,
                GLib.Variant(signature, arguments), None, Gio.DBusCallFlags.NONE, BOUND * 1000, None)

    def call(self, method, signature, *arguments):
        answer = self.connection.call_sync(*self.arguments(method, signature, arguments)).unpack()
        return answer[0] if answer else None

    def find(self, text):
        return self.call("GetInitialResultSet", "(as)", text.split())

    def start_to_find(self, text, callback):
        self.connection.call(*self.arguments("GetInitialResultSet", "(as)", (text.split(),)),
                             lambda connection, result: callback(connection.call_finish(result).unpack()[0]))

    def refine(self, previous, text):
        return self.call("GetSubsearchResultSet", "(asas)", previous, text.split())

    def describe(self, ids):
        return self.call("GetResultMetas", "(as)", ids)

    def activate(self, id_, text="", timestamp=0):
        self.call("ActivateResult", "(sasu)", id_, text.split(), timestamp)

    def launch(self, text, timestamp=0):
        self.call("LaunchSearch", "(asu)", text.split(), timestamp)


class Application:
    """Owns the name of the program, and remembers what it is told to do."""

    def __init__(self, home):
        self.actions = []
        self.connection = home.connect()
        info = Gio.DBusNodeInfo.new_for_xml(APPLICATION_INTERFACE).interfaces[0]
        self.connection.register_object(PATH, info, self.called, None, None)
        Gio.bus_own_name_on_connection(self.connection, APPLICATION, Gio.BusNameOwnerFlags.NONE, None, None)
        wait("the program", lambda: home.runs(APPLICATION))

    def called(self, _connection, _sender, _path, _interface, _method, parameters, invocation):
        self.actions.append(parameters.unpack())
        invocation.return_value(None)


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
            print(f"not ok {number} - {name}: {str(error).splitlines()[0] if str(error) else ''}", flush=True)
    sys.exit(1 if failed else 0)
