#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the manifest to the SDK it runs in, and to the flatpak-builder that will read it.

Left out are the modules whose library the SDK has already: those with an "x-pkg-config" that
pkg-config finds. Nothing is composed for software centres if the tool for that, which
flatpak-builder runs inside the SDK, is not there. Paths of sources are made absolute.
Usage: manifest.py FOLDER-OF-MANIFEST VERSION-OF-FLATPAK-BUILDER <MANIFEST >NEW
"""

import json
import os
import shutil
import subprocess
import sys


def works(*command):
    return shutil.which(command[0]) is not None and subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def is_here(module):
    return "x-pkg-config" in module and works("pkg-config", "--exists", module["x-pkg-config"])


def can_compose(version):
    if tuple(int(number) for number in version.split(".")) < (1, 3, 4):
        return shutil.which("appstream-compose") is not None
    return works("appstreamcli", "compose", "--help")


def main():
    folder, version = sys.argv[1:]
    manifest = json.load(sys.stdin)

    for module in filter(is_here, manifest["modules"]):
        print(f"left out, the runtime has it: {module['name']}", file=sys.stderr)
    manifest["modules"] = [module for module in manifest["modules"] if not is_here(module)]
    for module in manifest["modules"]:
        for source in module["sources"]:
            if "path" in source:
                source["path"] = os.path.normpath(os.path.join(folder, source["path"]))
    if not can_compose(version):
        manifest["appstream-compose"] = False

    json.dump(manifest, sys.stdout, indent=2)


main()
