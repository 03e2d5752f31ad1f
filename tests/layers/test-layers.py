# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks how the sources are built up: who includes whom, how large things are, what is documented.

Usage: test-layers.py SOURCE-ROOT
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
SOURCE = ROOT / "src"
MAX_LINES = 500
MAX_FUNCTION_LINES = 40
MAX_FILES = 15
MAX_STYLE_LINES = 100

# Which layers a layer may take headers from, and which libraries it must not know.
LAYERS = {
    "core": {"below": ["core"], "never": r"^(gtk|gdk|adwaita|webkit|pango)"},
    "engine": {"below": ["engine"], "never": r"^(adwaita|webkit|sqlite|json-glib)"},
    "ui": {"below": ["core", "engine", "ui"], "never": r"^(webkit|sqlite|json-glib)"},
    "web": {"below": ["engine", "web"], "never": r"^(adwaita|sqlite)"},
    "cli": {"below": ["core", "cli"], "never": r"^(gtk|gdk|adwaita|webkit|sqlite|json-glib)"},
}
# What may be had of core by the windows beside the model: errors to tell apart, pure functions.
DOORS = re.compile(r"^(model/|text/|plan/|call/|recall/|anchor/|exchange/syl-highlight-markdown\.h|lists/syl-list-(changes|error)|store/syl-store(-error)?\.h)")


def sources(*patterns, below=SOURCE):
    return sorted(path for pattern in patterns for path in below.rglob(pattern))


def lines_of(path):
    return path.read_text(encoding="utf-8").splitlines()


def includes(path, form):
    return re.findall(rf"^#\s*include {form}", path.read_text(encoding="utf-8"), re.MULTILINE)


def headers_of(layer):
    return {str(path.relative_to(SOURCE / layer)) for path in sources("*.h", below=SOURCE / layer)}


def test_layers_include_what_is_below():
    for layer, rule in LAYERS.items():
        known = set().union(*(headers_of(below) for below in rule["below"])) | {"syl-config.h"}
        for path in sources("*.c", "*.h", below=SOURCE / layer):
            strangers = [name for name in includes(path, r'"([^"]+)"') if name not in known]
            assert not strangers, f"{path}: {strangers}"


def test_layers_know_their_libraries():
    for layer, rule in LAYERS.items():
        for path in sources("*.c", "*.h", below=SOURCE / layer):
            strangers = [name for name in includes(path, r"<([^>]+)>") if re.match(rule["never"], name)]
            assert not strangers, f"{path}: {strangers}"


def test_only_the_store_knows_sqlite():
    for path in sources("*.c", "*.h"):
        if "sqlite3.h" in includes(path, r"<([^>]+)>"):
            assert path.parent == SOURCE / "core" / "store", path


def test_windows_go_through_the_model():
    core = headers_of("core")
    for path in sources("*.c", "*.h", below=SOURCE / "ui"):
        strangers = [name for name in includes(path, r'"([^"]+)"') if name in core and not DOORS.match(name)]
        assert not strangers, f"{path}: {strangers}"


def test_private_headers_stay_private():
    for path in sources("*.h"):
        private = [name for name in includes(path, r'"([^"]+)"') if name.endswith("-private.h")]
        assert not private or path.name.endswith("-private.h"), f"{path}: {private}"


def test_files_and_folders_are_small():
    for path in sources("*.c", "*.h", "*.js", "*.blp"):
        assert len(lines_of(path)) <= MAX_LINES, f"{path}: {len(lines_of(path))} lines"
    for folder in {path.parent for path in sources("*.c")}:
        n_files = len(list(folder.glob("*.c")))
        assert n_files <= MAX_FILES, f"{folder}: {n_files} files"
    assert len(lines_of(SOURCE / "ui" / "style.css")) <= MAX_STYLE_LINES


def functions(path):
    """Name and length of each, from brace to brace."""
    lines = lines_of(path)
    for start, line in enumerate(lines):
        if line != "{":
            continue
        head = next((lines[i] for i in range(start - 1, -1, -1) if re.match(r"[A-Za-z_]\w* \(", lines[i])), None)
        end = next((i for i in range(start, len(lines)) if lines[i].startswith("}")), None)
        if head is not None and end is not None and lines[end] == "}":
            yield head.split(" ")[0], end - start - 1


def test_functions_are_small():
    for path in sources("*.c"):
        for name, length in functions(path):
            # Long switches over properties, each case of which is one line.
            if name.endswith(("_get_property", "_set_property")):
                continue
            assert length <= MAX_FUNCTION_LINES, f"{path}: {name} has {length} lines"


def test_public_functions_are_documented():
    for path in sources("*.c"):
        if path.name.startswith("main") or "cli" in path.parts and path.name.startswith("syl-command-"):
            continue
        header = path.with_suffix(".h")
        text = path.read_text(encoding="utf-8")
        declared = set()
        for candidate in [header, *path.parent.glob("*.h")]:
            if candidate.exists() and not candidate.name.endswith("-private.h"):
                declared |= set(re.findall(r"\b(syl_\w+)\s*\(", candidate.read_text(encoding="utf-8")))
        for name in re.findall(r"^(syl_\w+) \(", text, re.MULTILINE):
            if name in declared and not name.endswith("_get_type"):
                assert f" * {name}:" in text, f"{path}: {name} is not documented"


def test_every_file_says_its_licence():
    scripts = [path for path in [*ROOT.rglob("*")] if path.is_file() and not ignored(path)]
    for path in scripts:
        if path.suffix in {".c", ".h", ".py", ".js", ".blp", ".css", ".build"} and path.stat().st_size:
            head = "\n".join(lines_of(path)[:3])
            bare = path.suffix == ".css" or path.name == "meson.build"
            assert bare or "SPDX-License-Identifier" in head, path


def ignored(path):
    parts = path.relative_to(ROOT).parts
    return parts[0] in {"build", ".git"} or "__pycache__" in parts


def test_nothing_is_left_to_do():
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    for path in sources("*"):
        if path.is_file() and path.suffix in {".c", ".h", ".js", ".blp", ".css"}:
            found = [line for line in lines_of(path) if marks.search(line)]
            assert not found, f"{path}: {found}"


def test_all_messages_are_found():
    listed = {line for line in lines_of(ROOT / "po" / "POTFILES.in") if line and not line.startswith("#")}
    missing = [name for name in listed if not (ROOT / name).exists()]
    assert not missing, f"listed and not there: {missing}"
    used = re.compile(r'\b(_|C_|N_|ngettext) ?\("|\btranslatable=')
    for path in [*sources("*.c", "*.blp")]:
        name = str(path.relative_to(ROOT))
        assert (name in listed) == bool(used.search(path.read_text(encoding="utf-8"))), f"{name} in po/POTFILES.in"


def test_quotes_are_typographic():
    for path in sources("*.c", "*.blp"):
        for message in re.findall(r'\b(?:_|N_) ?\("((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8")):
            assert "'" not in message and '\\"' not in message and "..." not in message, f"{path}: {message}"


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, test) in enumerate(tests, 1):
        title = name.removeprefix("test_").replace("_", " ")
        try:
            test()
            print(f"ok {number} - {title}")
        except AssertionError as error:
            failed += 1
            print(f"not ok {number} - {title}\n# {error}")
    return 1 if failed else 0


sys.exit(main())
