# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what anchor-cases says, and where.

Usage: test-anchor-cases.py ANCHOR-CASES
"""

import json
import subprocess
import sys

TEXT = "Naïve 😀 readers lose their notes. A patient reader keeps them, and finds them again next year."
QUOTE = "A patient reader keeps them"


def run(*lines):
    data = b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines)
    result = subprocess.run([sys.argv[1]], input=data, capture_output=True, timeout=60)
    return result.returncode, [json.loads(line) for line in result.stdout.splitlines()], result.stderr.decode()


def case(name, after, before=TEXT, quote=QUOTE):
    start = before.index(quote)
    return {"id": name, "before": before, "after": after, "start": start, "end": start + len(quote)}


def test_unchanged_is_attached():
    status, answers, errors = run(case("a", TEXT))
    assert (status, errors) == (0, ""), errors
    assert list(answers[0]) == ["id", "status", "start", "end", "score", "ms"], answers
    assert answers[0]["status"] == "attached" and answers[0]["score"] == 1, answers
    assert TEXT[answers[0]["start"]:answers[0]["end"]] == QUOTE, answers


def test_offsets_are_code_points():
    after = "😀😀 " + TEXT
    _, answers, _ = run(case("a", after))
    assert after[answers[0]["start"]:answers[0]["end"]] == QUOTE, answers


def test_edited_is_moved():
    after = TEXT.replace("patient", "very patient")
    _, answers, _ = run(case("a", after))
    assert answers[0]["status"] == "moved", answers
    assert after[answers[0]["start"]:answers[0]["end"]] == "A very patient reader keeps them", answers


def test_deleted_is_orphaned():
    _, answers, _ = run(case("a", TEXT.replace(QUOTE + ", ", "")))
    assert answers[0]["status"] == "orphaned" and answers[0]["start"] is answers[0]["end"] is None, answers


def test_bad_lines_are_told_and_passed_over():
    bad = [b"{\n", b"[]\n", b"\xff\n", {"id": "x"}, dict(case("y", TEXT), start=-1), dict(case("z", TEXT), end=10 ** 6)]
    status, answers, errors = run(case("first", TEXT), *bad, case(7, TEXT))
    assert status == 1
    assert [answer["id"] for answer in answers] == ["first", 7], answers
    assert len(errors.splitlines()) == len(bad), errors
    assert all(line.startswith(f"anchor-cases: line {number}") for number, line in enumerate(errors.splitlines(), 2)), errors


def test_too_large_is_refused():
    status, answers, errors = run(case("quote", TEXT, before="word " * 8000 + ".", quote="word " * 8000),
                                  case("page", "word " * 1800000))
    assert status == 1 and not answers, answers
    assert "longer than 32 kB" in errors and "larger than 8 MB" in errors, errors


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
