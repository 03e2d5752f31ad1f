# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents: pages of Debian's documentation packages, and later versions of the same pages."""

import html.parser
import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile

# Name, pinned version in Debian 12, pinned version in Debian 13 (None: only one version is used).
PACKAGES = [
    ("apt-doc", "2.6.1", "3.0.4"),
    ("aptitude-doc-en", "0.8.13-5", None),
    ("debian-faq", "11.1", "12.2"),
    ("debian-policy", "4.6.2.0", "4.7.2.0"),
    ("debian-reference-en", "2.100", "2.127"),
    ("debmake-doc", "1.17-7", "1.22-1"),
    ("developers-reference", "12.18", "13.20"),
    ("git-doc", "1:2.39.5-0+deb12u3", "1:2.47.3-0+deb13u1"),
    ("libfftw3-doc", "3.3.10-1", None),
    ("rsyslog-doc", "8.2302.0+dfsg-1", "8.2504.0+dfsg-1+deb13u1"),
    ("sqlite3-doc", "3.40.1-2+deb12u2", "3.46.1-7+deb13u2"),
]
SUITES = ["bookworm", "trixie"]
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
PAGES_OF_PACKAGE = 18
MIN_CHARACTERS, MAX_CHARACTERS = 4000, 90000
OTHER_LANGUAGE = re.compile(r"\.(?!en\b)[a-z]{2}([-_]\w+)?\.html|/(?!en/)[a-z]{2}(-[A-Za-z]+)?/[^/]*\.html$")
BLOCKS = set("address article aside blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header "
             "hr li main nav ol p pre section table td th tr ul".split())
SKIPPED = {"script", "style", "head", "noscript", "template", "nav", "footer"}


class Unavailable(Exception):
    """The packages can't be had."""


class Reader(html.parser.HTMLParser):
    """The text of a page, much as a browser's text nodes have it, without what a theme puts around it."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.skipped = None
        self.depth = 0

    def handle_starttag(self, tag, attributes):
        if self.skipped:
            self.depth += tag == self.skipped
        elif tag in SKIPPED or ("role", "navigation") in attributes or ("class", "headerlink") in attributes:
            self.skipped, self.depth = tag, 1
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if self.skipped:
            self.depth -= tag == self.skipped
            self.skipped = self.skipped if self.depth else None
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.skipped:
            self.parts.append(data)


def read_page(path):
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8", errors="replace").replace("\0", ""))
    return re.sub(r"\n\s*\n+", "\n\n", re.sub(r"[ \t]+", " ", "".join(reader.parts))).strip()


def apt(folder, *arguments):
    options = {
        "Dir::State": folder / "state", "Dir::Cache": folder / "cache", "Dir::State::status": "/dev/null",
        "Dir::Etc::sourcelist": folder / "sources.list", "Dir::Etc::sourceparts": "/dev/null",
        "Acquire::Languages": "none", "APT::Architecture": "amd64", "APT::Sandbox::User": "root",
        "Debug::NoLocking": "1",
    }
    flags = [f"-o{name}={value}" for name, value in options.items()]
    result = subprocess.run(["apt-get", "-q", *flags, *arguments], cwd=folder / "packages", text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode != 0:
        raise Unavailable(result.stdout.strip().splitlines()[-1])


def prepare_apt(folder):
    if not shutil.which("apt-get") or not pathlib.Path(KEYRING).exists():
        raise Unavailable("this system has no apt, or not Debian's keys")
    for name in ("state/lists/partial", "cache/archives/partial", "packages"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    lines = [f"deb [signed-by={KEYRING}] http://deb.debian.org/debian {suite} main\n" for suite in SUITES]
    (folder / "sources.list").write_text("".join(lines), encoding="utf-8")


def fetch(cache):
    """Downloads and unpacks what is missing in the folder `cache`."""
    wanted = [(name, version) for name, *versions in PACKAGES for version in versions if version]
    missing = [pair for pair in wanted if not (cache / "-".join(pair)).exists()]
    if not missing:
        return
    prepare_apt(cache)
    apt(cache, "update")
    apt(cache, "download", *(f"{name}={version}" for name, version in missing))
    for name, version in missing:
        package = next((cache / "packages").glob(f"{name}_{version.replace(':', '%3a')}_*.deb"))
        unpacked = pathlib.Path(tempfile.mkdtemp(dir=cache))
        subprocess.run(["dpkg-deb", "-x", package, unpacked], check=True)
        os.rename(unpacked, cache / f"{name}-{version}")
        package.unlink()


def pages_of(folder):
    """Pages by their names, which are the same in all versions."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        name = str(path.relative_to(folder))
        if path.is_file() and not path.is_symlink() and not OTHER_LANGUAGE.search("/" + name):
            pages.setdefault(path.name, path)
    return pages


def load(cache):
    """Returns (package/page, text, later text or None) for a fixed choice of pages."""
    documents = []
    for name, first, second in PACKAGES:
        old = pages_of(cache / f"{name}-{first}")
        new = pages_of(cache / f"{name}-{second}") if second else {}
        pages = sorted(old)
        random.Random(name).shuffle(pages)
        chosen = 0
        for page in pages:
            text = read_page(old[page])
            if chosen < PAGES_OF_PACKAGE and MIN_CHARACTERS <= len(text) <= MAX_CHARACTERS:
                later = read_page(new[page]) if page in new else None
                documents.append((f"{name}/{page}", text, later))
                chosen += 1
    return documents
