#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the manifest for the stand-in runtime.

It is the manifest given, less the modules whose library this system has already: those with an
"x-pkg-config" that pkg-config finds. Nothing is written for software centres, since what does that
is not in Debian's root. Paths of sources are made absolute.
Usage: manifest.py MANIFEST >NEW
"""

import json
import pathlib
import subprocess
import sys


def is_here(module):
    name = module.get("x-pkg-config")
    return name is not None and subprocess.run(["pkg-config", "--exists", name]).returncode == 0


def main():
    manifest = pathlib.Path(sys.argv[1]).resolve()
    content = json.loads(manifest.read_text())

    for module in filter(is_here, content["modules"]):
        print(f"left out, the stand-in has it: {module['name']}", file=sys.stderr)
    content["modules"] = [module for module in content["modules"] if not is_here(module)]
    content["appstream-compose"] = False
    for module in content["modules"]:
        for source in module["sources"]:
            if "path" in source:
                source["path"] = str((manifest.parent / source["path"]).resolve())

    json.dump(content, sys.stdout, indent=2)


main()
