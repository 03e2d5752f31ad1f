# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of highlights share: to mark in a page, and to look at what came of it."""
import json
import sqlite3
import subprocess
import uuid

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from syl_e2e import BOUND, check, ctl, wait
from syl_e2e_site import SiteReader
from syl_test_server import Site

YELLOW = (0xff, 0xe0, 0x66)


def with_reader(test):
    def body():
        with Site() as site, SiteReader(site) as reader:
            test(site, reader)
    body.__name__ = test.__name__
    return body


def start_reading(reader, dark=False):
    reader.start("syllabus://pick/reading", dark=dark)
    wait("a way in", lambda: reader.node.find("button", "Start Reading")
         or reader.node.find("button", "Continue Reading")).act()
    reader.node.wait_for(contains="What We Learned From a Year of Reading")


def highlights(reader):
    return json.loads(ctl(reader, "highlights", "--json").stdout or "[]")


def wait_for_highlights(reader, number):
    return wait(f"{number} highlights", lambda: len(highlights(reader)) == number and highlights(reader) or None)


def find_paragraph(reader, beginning, top=150):
    """The paragraph of the page that begins so, where it can be clicked."""
    bottom = reader.node.extents().height
    for node in reader.page().walk(hidden=True):
        if node.role != "paragraph":
            continue
        text = node.accessible.get_text_iface()
        words = Atspi.Text.get_text(text, 0, 30) if text is not None else node.name
        if words.startswith(beginning) and top < place_of(node).y < bottom - 150:
            return node
    return None


def place_of(node):
    """On the screen: within the page they count from its own corner."""
    return node.accessible.get_component_iface().get_extents(Atspi.CoordType.SCREEN)


def click_three_times(node):
    place = place_of(node)
    subprocess.run(["xdotool", "mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2),
                    "click", "--repeat", "3", "--delay", "60", "1"], check=True, timeout=BOUND)


def drag(start, end, *keys):
    """As a hand does: down, some steps, none faster than a hand, up; and keys, as soon as that."""
    steps = 6
    points = [[str(round(start[axis] + (end[axis] - start[axis]) * step / steps)) for axis in (0, 1)]
              for step in range(steps + 1)]
    moves = [word for x, y in points[1:] for word in ("sleep", "0.03", "mousemove", x, y)]
    subprocess.run(["xdotool", "mousemove", *points[0], "sleep", "0.03", "mousedown", "1", *moves, "sleep", "0.03",
                    "mouseup", "1", *(["key", *keys] if keys else [])], check=True, timeout=BOUND)


def mark(reader, beginning, key="h"):
    """Selects a paragraph, as readers do: with three clicks."""
    before = len(highlights(reader))
    for _ in range(8):
        if find_paragraph(reader, beginning):
            break
        reader.press("Down", "Down", "Down")
        reader.settle(0.2)
    click_three_times(wait(f"“{beginning}”", lambda: find_paragraph(reader, beginning)))

    reader.node.wait_for("button", "Write a Note")
    reader.press(key)
    wait("the highlight", lambda: len(highlights(reader)) > before)


def choose(reader, menu, key):
    """Opens the first menu of that name, and takes an item by its letter."""
    wait(menu, lambda: next((node for node in reader.node.walk(True)
                             if node.name == menu and node.role == "toggle button" and node.visible), None)).act()
    wait("the menu", lambda: next((node for node in reader.node.walk(True) if node.role == "menu" and node.visible),
                                  None))
    reader.press(key)


def show_notes(reader):
    wait("the tab", lambda: next((node for node in reader.node.find_all(name="Notes")
                                  if node.role in ("radio button", "toggle button", "page tab", "tab")), None)).act()
    reader.node.wait_for(contains="Note on the Pick")


def count_pixels(color):
    """How many pixels of the screen have a colour."""
    picture = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], check=True, capture_output=True,
                             timeout=BOUND).stdout
    return sum(picture[i:i + 3] == bytes(color) for i in range(0, len(picture), 3))


def is_painted():
    return count_pixels(YELLOW) > 1000


def is_dark_beside(width):
    """Whether nothing is to be seen on the screen beside a window of that width."""
    picture = subprocess.run(["import", "-window", "root", "-crop", f"200x700+{width}+0", "-depth", "8", "rgb:-"],
                             check=True, capture_output=True, timeout=BOUND).stdout
    return not any(picture)


def keep_highlights(reader, rows):
    """Writes highlights into the library: pick, quote, and what else there is to a row."""
    check(ctl(reader, "lists").returncode == 0, "the library can be opened")
    with sqlite3.connect(reader.home / "data" / "syllabus" / "library.db") as connection:
        for position, (pick, quote, more) in enumerate(rows):
            source, url = connection.execute(
                "SELECT source_id, url FROM source JOIN pick USING (pick_id) WHERE pick.slug = ? "
                "ORDER BY main DESC, source.position", (pick,)).fetchone()
            row = {"uuid": str(uuid.uuid4()), "source_id": source, "uri": url, "quote": quote,
                   "selectors": json.dumps([{"type": "TextQuoteSelector", "exact": quote}]), "position": position,
                   "created": "2026-01-05T10:00:00.000Z", "modified": "2026-01-05T10:00:00.000Z", **more}
            connection.execute(f"INSERT INTO highlight ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
                               list(row.values()))
    connection.close()


def keep_emptied_note(reader, pick, text, deleted, quote=None):
    """Puts a note into the trash of a library that is there: that of the pick, or of its highlight of that quote."""
    with sqlite3.connect(reader.home / "data" / "syllabus" / "library.db") as connection:
        connection.execute("INSERT INTO emptied_note (uuid, pick_id, text, deleted, highlight_id) "
                           "SELECT ?, pick_id, ?, ?, (SELECT highlight_id FROM highlight WHERE quote = ?) "
                           "FROM pick WHERE slug = ?", (str(uuid.uuid4()), text, deleted, quote, pick))
    connection.close()


CLIPBOARD = """
import sys, gi
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
loop = GLib.MainLoop()
def take(clipboard, result):
    try:
        sys.stdout.write(clipboard.read_text_finish(result) or "")
    except GLib.Error:
        pass  # there is no text
    loop.quit()
Gdk.Display.get_default().get_clipboard().read_text_async(None, take)
loop.run()
"""


def read_clipboard():
    """What another program would paste, "" if that is no text."""
    return subprocess.run(["python3", "-c", CLIPBOARD], check=True, capture_output=True, text=True,
                          timeout=BOUND).stdout
