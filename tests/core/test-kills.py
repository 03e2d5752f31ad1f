# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a program that edits a library, again and again, and looks at what is on the disk then.

Edits are stored one after another. So what is found has to be what a model says after the first N of
them, where N counts at least all that were said to be stored: nothing of those is lost, nothing is
half there, and nothing is out of order.

Usage: test-kills.py WRITER, with SYL_KILLS=N for N kills, and SYL_SEED for others
"""

import collections
import dataclasses
import json
import os
import pathlib
import random
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

WRITER = os.path.abspath(sys.argv[1])
KILLS = int(os.environ.get("SYL_KILLS", "200"))
SEED = int(os.environ.get("SYL_SEED", "1"))
STEPS = 200
BOUND_SECONDS = 60

LIST = {
    "format": 1, "id": "https://example.org/list", "title": "A list", "updated": "2025-01-01",
    "sections": [{"id": "s", "title": "S", "picks": [
        {"id": f"p1-{i}", "title": f"Pick {i}", "sources": [
            {"id": "a", "title": "A", "url": f"https://example.org/{i}", "kind": "post", "role": "main"}]}
        for i in (1, 2)]}],
}


@dataclasses.dataclass(frozen=True)
class Mark:
    meaning: int
    note: str = ""
    deleted: bool = False


CHANGES = {
    "meaning": lambda value: {"meaning": int(value)},
    "note": lambda value: {"note": value},
    "delete": lambda _: {"deleted": True},
    "restore": lambda _: {"deleted": False},
}


class Model:
    """What a library has to hold; the history is that of one program."""

    def __init__(self, marks, notes):
        self.marks = dict(marks)
        self.notes = dict(notes)
        self.done = collections.deque(maxlen=STEPS)
        self.undone = []
        self.typed = None

    def edit(self, quote, before, after, typed=None):
        """Saves of one note after the other are one step, unless nothing would be left of it."""
        self.marks[quote] = after
        if before == after:
            return
        if typed and typed == self.typed and self.done[-1][1] != after:
            self.done[-1] = (quote, self.done[-1][1], after)
        else:
            self.done.append((quote, before, after))
        self.typed = typed
        self.undone.clear()

    def apply(self, operation, target, value):
        if operation in ("undo", "redo"):
            self.typed = None
        if operation == "mark":
            mark = Mark(int(value))
            self.edit(target, dataclasses.replace(mark, deleted=True), mark)
        elif operation == "write":
            self.notes[target] = value
        elif operation == "undo" and self.done:
            step = self.done.pop()
            self.undone.append(step)
            self.marks[step[0]] = step[1]
        elif operation == "redo" and self.undone:
            step = self.undone.pop()
            self.done.append(step)
            self.marks[step[0]] = step[2]
        elif operation in CHANGES:
            self.edit(target, self.marks[target], dataclasses.replace(self.marks[target], **CHANGES[operation](value)),
                      typed=target if operation == "note" else None)


def read(folder):
    """Looks at a copy, so that the next program finds what the killed one left."""
    with tempfile.TemporaryDirectory(prefix="syllabus-kills-") as copy:
        for name in ("library.db", "library.db-wal"):
            if (folder / name).exists():
                shutil.copy(folder / name, copy)
        database = sqlite3.connect(pathlib.Path(copy) / "library.db")
        try:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
            marks = {quote: Mark(meaning, note, deleted is not None) for quote, meaning, note, deleted
                     in database.execute("SELECT quote, meaning, note, deleted FROM highlight")}
            assert database.execute("SELECT count(*) FROM highlight").fetchone() == (len(marks),)
            notes = dict(database.execute("SELECT slug, text FROM note JOIN pick USING (pick_id)"))
        finally:
            database.close()
    return marks, notes


def kill_one(folder, lists, seed, delay):
    """Runs a writer until that long after its first edit is stored. Returns what it said."""
    said = b""
    deadline = None
    give_up = time.monotonic() + BOUND_SECONDS
    with subprocess.Popen([WRITER, folder, lists, str(seed)], stdout=subprocess.PIPE) as writer:
        while deadline is None or time.monotonic() < deadline:
            wait = deadline - time.monotonic() if deadline is not None else 1
            if select.select([writer.stdout], [], [], max(wait, 0))[0]:
                part = os.read(writer.stdout.fileno(), 1 << 16)
                assert part, f"the writer ended by itself: {writer.wait()}"
                said += part
                if deadline is None and b"\ndone\t" in said:
                    deadline = time.monotonic() + delay
            assert time.monotonic() < give_up, "the writer stores nothing"
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.read()
        assert writer.wait() == -signal.SIGKILL
    return [line.split("\t") for line in said.decode().split("\n")[:-1]]


def check(before, after, said):
    """Returns how many edits were asked for, how many were said to be stored, and how many were."""
    asked = [line[2:5] for line in said if line[0] == "ask"]
    done = [int(line[1]) for line in said if line[0] == "done"]
    assert done == list(range(len(done))), "answers are out of order"
    model = Model(*before)
    for count, operation in enumerate([None, *asked]):
        if operation is not None:
            model.apply(*operation)
        if count >= len(done) and (model.marks, model.notes) == after:
            return len(asked), len(done), count
    raise AssertionError(f"of {len(done)} edits that were said to be stored, not all are there")


def run(folder, lists, kills, seeds):
    total = collections.Counter(kills=kills)
    state = ({}, {})
    for _ in range(kills):
        seed = seeds.randrange(1, 1 << 30)
        said = kill_one(folder, lists, seed, seeds.uniform(0.005, 0.4))
        after = read(folder)
        asked, done, found = check(state, after, said)
        total.update(asked=asked, done=done, found=found)
        state = after
    return total


def test_one_library(home, lists, seeds):
    return run(home / "one", lists, KILLS - KILLS // 4, seeds)


def test_new_libraries(home, lists, seeds):
    return sum((run(home / f"new-{i}", lists, 1, seeds) for i in range(KILLS // 4)), collections.Counter())


def main():
    tests = [test_one_library, test_new_libraries]
    failed = 0
    seeds = random.Random(SEED)
    print(f"1..{len(tests)}", flush=True)
    with tempfile.TemporaryDirectory(prefix="syllabus-kills-") as home:
        home = pathlib.Path(home)
        (home / "lists").mkdir()
        (home / "lists" / "a.json").write_text(json.dumps(LIST), encoding="utf-8")
        for number, test in enumerate(tests, 1):
            title = test.__name__.removeprefix("test_").replace("_", " ")
            try:
                total = test(home, home / "lists", seeds)
                print(f"# {total['kills']} kills: {total['done']} edits said to be stored, {total['found']} found, "
                      f"{total['asked']} asked for\nok {number} - {title}", flush=True)
            except AssertionError as error:
                failed += 1
                print(f"not ok {number} - {title}\n# {error}", flush=True)
    return 1 if failed else 0


sys.exit(main())
