# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what the desktop gets to see of the program.

Usage: test-data.py SOURCE-ROOT BUILD-ROOT
"""

import configparser
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT, BUILD = (pathlib.Path(path) for path in sys.argv[1:3])
DATA = ROOT / "data"
ID = "io.github.syllabus_app.Syllabus"


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"
    return done.stdout


def metainfo():
    return ElementTree.parse(BUILD / "data" / f"{ID}.metainfo.xml").getroot()


def test_desktop_entry():
    path = BUILD / "data" / f"{ID}.desktop"
    output = run("desktop-file-validate", "--no-hints", path)
    assert output == "", output
    entry = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str
    entry.read(path, encoding="utf-8")
    main = entry["Desktop Entry"]
    assert main["DBusActivatable"] == "true" and main["Icon"] == ID
    actions = (ROOT / "src" / "ui" / "syl-application-actions.c").read_text()
    for action in filter(None, main["Actions"].split(";")):
        assert f'"{action}"' in actions, f"the program knows no action {action}"


def test_metainfo():
    run("appstreamcli", "validate", "--no-net", "--explain", BUILD / "data" / f"{ID}.metainfo.xml")
    root = metainfo()
    assert root.findtext("id") == ID and root.findtext("metadata_license") == "CC0-1.0"
    summary = root.findtext("summary")
    assert 10 <= len(summary) <= 35 and not summary.endswith("."), summary
    assert root.findtext("launchable") == f"{ID}.desktop"
    version = re.search(r"^  version: '(.*)',$", (ROOT / "meson.build").read_text(), re.MULTILINE)[1]
    assert root.find("releases/release").get("version") == version
    schemes = {color.get("scheme_preference") for color in root.findall("branding/color")}
    assert schemes == {"light", "dark"}


def png_size(path):
    with open(path, "rb") as file:
        head = file.read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n", path
    return struct.unpack(">II", head[16:24])


def test_screenshots():
    images = metainfo().findall("screenshots/screenshot/image")
    assert 3 <= len(images) <= 6
    for image in images:
        path = DATA / "screenshots" / image.text.rsplit("/", 1)[1]
        assert path.exists(), path
        assert png_size(path) == (int(image.get("width")), int(image.get("height"))), path
    assert "data/screenshots/window.png" in (ROOT / "README.md").read_text()


def test_settings_schema():
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(DATA / f"{ID}.gschema.xml", folder)
        run("glib-compile-schemas", "--strict", "--dry-run", folder)


def test_file_type():
    path = DATA / f"{ID}.mime.xml"
    run("xmllint", "--noout", path)
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder) / "packages"
        packages.mkdir()
        shutil.copy(path, packages)
        run("update-mime-database", folder)
        assert "application/vnd.syllabus.list+json:*.syllabus" in (pathlib.Path(folder) / "globs").read_text()


def test_service():
    text = (BUILD / "data" / f"{ID}.service").read_text()
    assert f"Name={ID}\n" in text and re.search(r"^Exec=/.*/syllabus --gapplication-service$", text, re.MULTILINE)


def test_agent_service():
    text = (BUILD / "data" / f"{ID}.Agent.service").read_text()
    assert f"Name={ID}.Agent\n" in text
    assert re.search(r"^Exec=/.*/syllabusctl agent --leave-after=60$", text, re.MULTILINE)


def test_search_provider():
    """GNOME Shell and Flatpak go by these, and the agent by the same."""
    path = DATA / f"{ID}.search-provider.ini"
    provider = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    provider.optionxform = str
    provider.read(path, encoding="utf-8")
    keys = dict(provider["Shell Search Provider"])
    assert keys == {"DesktopId": f"{ID}.desktop", "BusName": f"{ID}.Agent", "Version": "2",
                    "ObjectPath": f"/{ID.replace('.', '/')}/SearchProvider"}, keys
    source = (ROOT / "src" / "cli" / "agent" / "syl-agent-search.c").read_text()
    assert f'#define OBJECT_PATH "{keys["ObjectPath"]}"' in source
    assert (BUILD / "data" / f"{keys['BusName']}.service").exists()


def test_icons():
    for path in sorted((DATA / "icons").rglob("*.svg")):
        for size in (16, 128):
            with tempfile.NamedTemporaryFile(suffix=".png") as picture:
                run("rsvg-convert", "-w", size, "-h", size, "-o", picture.name, path)
                assert png_size(picture.name) == (size, size), path
        root = ElementTree.parse(path).getroot()
        assert root.get("width") == root.get("height"), path
        assert not root.findall(".//{http://www.w3.org/2000/svg}image"), f"{path} is drawn, not a picture"
    icons = DATA / "icons" / "hicolor"
    assert (icons / "scalable" / "apps" / f"{ID}.svg").exists()
    assert (icons / "symbolic" / "apps" / f"{ID}-symbolic.svg").exists()
    kinds = json.loads((DATA / "lists" / "reading-list.schema.json").read_text())
    for kind in kinds["$defs"]["source"]["properties"]["kind"]["enum"]:
        assert (DATA / "icons" / "symbolic" / f"syl-kind-{kind}-symbolic.svg").exists(), kind


def test_manual():
    for path in sorted((DATA / "man").iterdir()):
        done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(path)],
                              capture_output=True, text=True, check=False,
                              env={"MANWIDTH": "80", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
        assert done.returncode == 0 and done.stderr == "", done.stderr


def test_completion():
    run("bash", "-n", DATA / "completions" / "syllabusctl")


def test_manifest():
    manifest = json.loads((ROOT / "flatpak" / f"{ID}.json").read_text())
    assert manifest.get("id", manifest.get("app-id")) == ID
    assert sorted(manifest["finish-args"]) == [
        "--device=dri", "--share=ipc", "--share=network", "--socket=fallback-x11", "--socket=wayland"]
    for module in manifest["modules"]:
        for source in module["sources"]:
            if source["type"] == "git":
                assert source["tag"] and re.fullmatch(r"[0-9a-f]{40}", source["commit"]), module["name"]


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, test) in enumerate(tests, 1):
        title = name.removeprefix("test_").replace("_", " ")
        try:
            test()
            print(f"ok {number} - {title}")
        except (AssertionError, OSError) as error:
            failed += 1
            print(f"not ok {number} - {title}")
            print("".join(f"# {line}\n" for line in str(error).splitlines()), end="")
    return 1 if failed else 0


sys.exit(main())
