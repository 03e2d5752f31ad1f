# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests that take pictures share: windows of a size, in the fonts of the desktop."""
import os

from syl_e2e import check

SIZES = [(360, 720), (800, 800), (1240, 800)]


def looks():
    """Widths and whether it is dark: with SYL_ALL_PICTURES all of them, which takes minutes; in CI, where
    nobody looks, the width at which things are cut."""
    if os.environ.get("SYL_ALL_PICTURES"):
        return [(size, dark) for size in SIZES for dark in (False, True)]
    return [(SIZES[0], True)] if os.environ.get("CI") else [(SIZES[0], True), (SIZES[2], False)]


def prepare(reader, size):
    reader.keep_gtk_setting("gtk-font-name", "Cantarell 11")
    reader.keep_setting("window-width", str(size[0]))
    reader.keep_setting("window-height", str(size[1]))


def check_width(reader, size):
    extents = reader.node.extents()
    check((extents.width, extents.height) == size, f"{extents.width} × {extents.height} instead of {size}")


def picture(reader, name):
    path = reader.picture_of_window(name)
    check(path.stat().st_size > 5000, f"{path} has something in it")
