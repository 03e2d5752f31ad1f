# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that the session bus starts: to let it, and to go on with what it started."""
import os
import pathlib
import signal
import subprocess

from gi.repository import Gio, GLib

from syl_e2e import BUILD, wait

APPLICATION = "io.github.syllabus_app.Syllabus"


def ask_bus(method, arguments):
    answer = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method, arguments, None,
        Gio.DBusCallFlags.NONE, 30000, None).unpack()
    return answer[0] if answer else None


def has_owner(name):
    return ask_bus("NameHasOwner", GLib.Variant("(s)", (name,)))


def install(reader):
    """Lets the session bus start the programs of the build, for this reader."""
    services = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "dbus-1" / "services"
    services.mkdir(parents=True, exist_ok=True)
    for name, program in ((APPLICATION, "syllabus"), (f"{APPLICATION}.Agent", "cli/syllabusctl")):
        lines = (BUILD / "data" / f"{name}.service").read_text().splitlines()
        command = next(line for line in lines if line.startswith("Exec=")).split(" ", 1)[1]
        (services / f"{name}.service").write_text(
            f"[D-BUS Service]\nName={name}\nExec={BUILD}/src/{program} {command}\n")
    ask_bus("UpdateActivationEnvironment", GLib.Variant("(a{ss})", (reader.environment(),)))
    ask_bus("ReloadConfig", None)


class Started:
    """A program as the bus started it: a process that is not ours to wait for."""

    def __init__(self, name):
        wait("the program", lambda: has_owner(name))
        self.pid = ask_bus("GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))

    def poll(self):
        return None if os.path.exists(f"/proc/{self.pid}") else 0

    def wait(self, bound=None):
        wait("the end of the program", lambda: self.poll() is not None, bound or 30)
        return 0


def take_over(name, kill=False):
    """The process that has the name; or, with `kill`, the end of it, if there is one."""
    if not kill:
        return Started(name)
    if has_owner(name):
        os.kill(Started(name).pid, signal.SIGKILL)
        wait("its end", lambda: not has_owner(name))
    return None


def wait_for_window(reader):
    reader.node = wait("the window", reader._find_window)
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(reader.process.pid), "windowfocus"],
                   check=True, capture_output=True, timeout=30)
