# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktops to be reminded by: a plain server of notifications, GNOME's, and portals; each on the session bus."""
import contextlib
import subprocess
import sys

from gi.repository import Gio, GLib

from syl_e2e import BOUND, Reader, check, wait
from syl_e2e_services import APPLICATION, has_owner

PATH = "/io/github/syllabus_app/Syllabus"

GNOME = """<node><interface name="org.gtk.Notifications">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>"""

PORTAL = """<node><interface name="org.freedesktop.portal.Notification">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/></method>
<property name="version" type="u" access="read"/></interface>
<interface name="org.freedesktop.portal.Background">
<method name="RequestBackground"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="o" direction="out"/></method>
<property name="version" type="u" access="read"/></interface></node>"""


FILE_CHOOSER = """<node><interface name="org.freedesktop.portal.FileChooser">
<method name="SaveFile"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
<property name="version" type="u" access="read"/></interface></node>"""


def request_path(sender, options):
    """Where a portal answers."""
    return "/org/freedesktop/portal/desktop/request/{}/{}".format(sender[1:].replace(".", "_"),
                                                                  options["handle_token"])


def connect():
    """A connection of its own: the bus tells peers apart by it."""
    address = Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION)
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


def activate(action, *parameters):
    """What a desktop does when a button is pressed: the bus starts the program if it doesn't run."""
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        APPLICATION, PATH, "org.freedesktop.Application", "ActivateAction",
        GLib.Variant("(sava{sv})", (action, list(parameters), {})), None, Gio.DBusCallFlags.NONE, BOUND * 1000, None)


def pump():
    while GLib.MainContext.default().iteration(False):
        pass


class Desktop:
    """What all of them have: the notification that is shown, or None, and how many there were."""

    def __init__(self):
        self.shown, self.n_shown = None, 0

    def show(self, title, body, buttons):
        self.shown = {"title": title, "body": body, "buttons": buttons}
        self.n_shown += 1

    def wait_for(self, n_shown=1):
        return wait(f"notification {n_shown}", lambda: (pump(), self.n_shown >= n_shown and self.shown)[1])

    def wait_for_none(self):
        wait("the end of the notification", lambda: (pump(), self.shown is None)[1])

    def take(self, title, body, default, buttons):
        self.show(title, body, {label: (action, target) for label, action, target in buttons})
        self.shown["buttons"]["default"] = default

    def press(self, label):
        """The notification goes away by it, as everywhere. Nobody is as fast as a program that has said what it
        had to, and leaves."""
        wait("the end of the program", lambda: (pump(), not has_owner(APPLICATION))[1])
        action, target = self.shown["buttons"][label]
        self.shown = None
        check(action.startswith("app."), action)
        activate(action.removeprefix("app."), *([target] if target is not None else []))


class Mock(Desktop):
    """A service that is played: its name, object and interfaces."""

    def __init__(self, name, path, xml):
        super().__init__()
        self.connection = connect()
        for interface in Gio.DBusNodeInfo.new_for_xml(xml).interfaces:
            self.connection.register_object(path, interface, self.called, self.get_property, None)
        Gio.bus_own_name_on_connection(self.connection, name, Gio.BusNameOwnerFlags.NONE, None, None)
        wait(name, lambda: (pump(), self.connection.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
            GLib.Variant("(s)", (name,)), None, Gio.DBusCallFlags.NONE, -1, None)[0])[1])

    def get_property(self, *_):
        return GLib.Variant("u", 2)

    def called(self, _connection, sender, _path, _interface, method, parameters, invocation):
        getattr(self, method)(invocation, sender, *[parameters.get_child_value(i)
                                                    for i in range(parameters.n_children())])

    def close(self):
        self.connection.close_sync()

    def take_vardict(self, notification):
        known = {"title", "body", "default-action", "default-action-target", "buttons", "priority", "icon"}
        check(set(notification.unpack()) <= known, notification.unpack())
        value = notification.lookup_value
        buttons = value("buttons", None)
        self.take(value("title").get_string(), value("body").get_string(),
                  (value("default-action").get_string(), value("default-action-target", None)),
                  [(button.lookup_value("label").get_string(), button.lookup_value("action").get_string(),
                    button.lookup_value("target", None))
                   for button in (buttons.get_child_value(i) for i in range(buttons.n_children()))])


class Gnome(Mock):
    starts_us = True

    def __init__(self):
        super().__init__("org.gtk.Notifications", "/org/gtk/Notifications", GNOME)

    def AddNotification(self, invocation, _sender, application, _id, notification):
        check(application.get_string() == APPLICATION, application)
        self.take_vardict(notification)
        invocation.return_value(None)

    def RemoveNotification(self, invocation, *_):
        self.shown = None
        invocation.return_value(None)


class Portals(Mock):
    """Notification and Background; `answer` is what the reader would say: granted, denied, late or nothing yet."""
    starts_us = True

    def __init__(self, answer="granted"):
        super().__init__("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", PORTAL)
        self.answer, self.requests, self.waiting = answer, [], None

    def AddNotification(self, invocation, _sender, _id, notification):
        self.take_vardict(notification)
        invocation.return_value(None)

    def RemoveNotification(self, invocation, *_):
        self.shown = None
        invocation.return_value(None)

    def RequestBackground(self, invocation, sender, _parent, options):
        options = options.unpack()
        self.requests.append(options)
        path = request_path(sender, options)
        invocation.return_value(GLib.Variant("(o)", (path,)))
        self.waiting = (sender, path, options["autostart"])
        if self.answer != "late":
            self.respond(self.answer)

    def respond(self, answer):
        sender, path, autostart = self.waiting
        results = {"background": GLib.Variant("b", answer == "granted"),
                   "autostart": GLib.Variant("b", answer == "granted" and autostart)}
        self.connection.emit_signal(sender, path, "org.freedesktop.portal.Request", "Response",
                                    GLib.Variant("(ua{sv})", (0 if answer == "granted" else 1, results)))


class FileChooser(Mock):
    """The dialog for files as a portal shows it: `path` is what the reader chooses."""

    def __init__(self, path=None):
        super().__init__("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", FILE_CHOOSER)
        self.path, self.asked = path, []

    def SaveFile(self, invocation, sender, _parent, title, options):
        options = options.unpack()
        self.asked.append((title.get_string(), options["current_name"]))
        path = request_path(sender, options)
        invocation.return_value(GLib.Variant("(o)", (path,)))
        results = {"uris": GLib.Variant("as", [self.path.as_uri()] if self.path else [])}
        self.connection.emit_signal(sender, path, "org.freedesktop.portal.Request", "Response",
                                    GLib.Variant("(ua{sv})", (0 if self.path else 1, results)))


class ByPortal(Reader):
    """Asks the desktop for files, as in a Flatpak. The dialog that GTK brings along trips over folders that change
    while their names are typed."""

    def environment(self):
        return {**super().environment(), "GDK_DEBUG": "portals"}


class Plain(Desktop):
    """The notification daemon of python-dbusmock: as on a desktop that is not GNOME, without portals."""
    starts_us = False

    def __init__(self):
        super().__init__()
        self.connection = connect()
        self.daemon = subprocess.Popen([sys.executable, "-m", "dbusmock", "--template", "notification_daemon"],
                                       stdout=subprocess.DEVNULL)
        self.id = 0
        self.connection.signal_subscribe(None, "org.freedesktop.DBus.Mock", "MethodCalled", None, None,
                                         Gio.DBusSignalFlags.NONE, self.called)
        wait("the daemon", lambda: self.ask("org.freedesktop.DBus", "NameHasOwner", "org.freedesktop.Notifications"))

    def ask(self, name, method, *arguments):
        return self.connection.call_sync(name, "/" + name.replace(".", "/"), name, method,
                                         GLib.Variant("(s)", arguments), None, Gio.DBusCallFlags.NONE, -1, None)[0]

    def called(self, _connection, _sender, _path, _interface, _signal, parameters):
        method, arguments = parameters.unpack()
        if method == "Notify":
            _name, _replaces, _icon, title, body, actions, hints, _timeout = arguments
            check("category" not in hints, hints)
            self.show(title, body, dict(zip(actions[1::2], actions[::2])))
        elif method == "CloseNotification":
            self.shown = None

    def press(self, label):
        key = self.shown["buttons"]["" if label == "default" else label]
        self.shown = None
        self.connection.call_sync(
            "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.DBus.Mock",
            "EmitSignal", GLib.Variant("(sssav)", ("org.freedesktop.Notifications", "ActionInvoked", "us",
                                                   [GLib.Variant("u", self.n_shown), GLib.Variant("s", key)])),
            None, Gio.DBusCallFlags.NONE, -1, None)

    def close(self):
        self.daemon.terminate()
        self.daemon.wait(BOUND)
        self.connection.close_sync()


@contextlib.contextmanager
def desktop(kind, *arguments):
    played = kind(*arguments)
    try:
        yield played
    finally:
        played.close()
