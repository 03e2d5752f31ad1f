# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs syllabusctl as scripts do.

Usage: test-cli.py SYLLABUSCTL SHIPPED-LIST COMPLETION
"""

import datetime
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback

PROGRAM, SHIPPED, COMPLETION = (os.path.abspath(path) for path in sys.argv[1:4])
PICK_FIELDS = ["id", "list", "section", "section_title", "position", "title", "commentary", "state", "week",
               "minutes", "sources"]
SOURCE_FIELDS = ["id", "title", "url", "kind", "role"]

OTHER = {
    "format": 1,
    "id": "https://example.org/lists/other",
    "title": "Another \u001b[31mList",
    "sections": [{
        "id": "only", "title": "Only", "picks": [
            {"id": "rag", "title": "The same id", "sources": [
                {"id": "a", "title": "A", "url": "https://example.org/a", "kind": "post", "role": "main"}]},
            {"id": "mine", "title": "Mine", "minutes": 5, "sources": [
                {"id": "b", "title": "B", "url": "https://example.org/b", "kind": "paper", "role": "main"}]},
        ],
        "extras": [{"title": "Beside", "sources": [
            {"id": "c", "title": "C", "url": "https://example.org/c", "kind": "post", "role": "see-also"}]}],
    }],
}


class Home:
    """A folder with a library of its own."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="syllabus-cli-"))
        self.data = self.path / "data"
        lists = self.path / "lists"
        lists.mkdir()
        shutil.copy(SHIPPED, lists)
        self.environment = {
            **os.environ, "LC_ALL": "C.UTF-8", "HOME": str(self.path), "SYLLABUS_DATA_DIR": str(self.data),
            "SYLLABUS_LISTS_DIR": str(lists), "G_DEBUG": "fatal-criticals", "TZ": "UTC",
        }
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    @property
    def database(self):
        return self.data / "library.db"

    def run(self, *arguments):
        return subprocess.run([PROGRAM, *arguments], env=self.environment, capture_output=True, text=True,
                              timeout=60, check=False)

    def done(self, *arguments):
        result = self.run(*arguments)
        assert result.returncode == 0, (arguments, result.returncode, result.stderr)
        assert result.stderr == "", result.stderr
        return result.stdout

    def json(self, *arguments):
        return json.loads(self.done(*arguments, "--json"))

    def refused(self, status, *arguments, says=""):
        result = self.run(*arguments)
        assert result.returncode == status, (arguments, result.returncode, result.stderr)
        assert result.stdout == "", (arguments, result.stdout)
        assert result.stderr.count("\n") == 1 and result.stderr.startswith("syllabusctl: "), result.stderr
        assert says in result.stderr, result.stderr

    def write(self, name, content):
        path = self.path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return str(path)


def test_lists():
    with Home() as home:
        (shipped,) = home.json("lists")
        assert list(shipped) == ["id", "title", "description", "picks", "unread", "reading", "read", "skipped"]
        assert (shipped["picks"], shipped["unread"], shipped["read"]) == (50, 50, 0)
        assert "0/50" in home.done("lists")


def test_picks():
    with Home() as home:
        picks = home.json("picks")
        assert len(picks) == 50
        assert all(list(pick) == PICK_FIELDS for pick in picks)
        assert [pick["position"] for pick in picks] == list(range(1, 51))
        weeks = [pick["week"] for pick in picks]
        assert weeks == sorted(set(weeks)) and (weeks[0], weeks[-1]) == (1, 52), weeks
        vision = home.json("picks", "--section", "vision")
        assert [pick["section"] for pick in vision] == ["vision"] * 5
        assert home.json("picks", "--state", "read") == []
        assert home.done("picks", "--state", "read") == ""
        assert len(home.done("picks", "--list", picks[0]["list"]).splitlines()) == 50
        home.refused(1, "picks", "--section", "nowhere")
        home.refused(1, "picks", "--list", "nowhere")
        home.refused(2, "picks", "--state", "eaten")
        home.refused(2, "picks", "too", "many")


def test_show():
    with Home() as home:
        pick = home.json("show", "rag")
        assert list(pick) == PICK_FIELDS and pick["state"] == "unread"
        assert list(pick["sources"][0]) == SOURCE_FIELDS and pick["sources"][0]["role"] == "main"
        text = home.done("show", "rag")
        assert pick["commentary"] in text and all(source["url"] in text for source in pick["sources"])
        home.refused(1, "show", "no-such-pick", says="no-such-pick")
        home.refused(2, "show")
        home.refused(1, "show", "rag", "--list", "nowhere")


def keep_highlight(home, pick, quote, note=""):
    """As the window does; where its source is makes no difference here."""
    with sqlite3.connect(home.data / "library.db") as database:
        database.execute(
            "INSERT INTO highlight (uuid, source_id, uri, quote, selectors, meaning, note, created, modified) "
            "SELECT ?, source_id, url, ?, '[]', 2, ?, '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z' "
            "FROM source JOIN pick USING (pick_id) WHERE pick.slug = ? ORDER BY source.position LIMIT 1",
            (f"uuid-{quote}", quote, note, pick))


def test_highlights():
    with Home() as home:
        assert home.json("highlights") == [] and home.done("highlights") == ""
        keep_highlight(home, "rag", "a quote, and more", "A note")
        keep_highlight(home, "react", "others")
        found, = home.json("highlights", "rag")
        assert list(found) == ["uuid", "pick", "source", "uri", "quote", "note", "meaning", "page", "status",
                               "score", "created", "modified", "link"], found
        assert (found["pick"], found["quote"], found["note"]) == ("rag", "a quote, and more", "A note")
        assert (found["meaning"], found["status"], found["page"]) == ("question", "attached", None)
        assert found["link"] == found["uri"] + "#:~:text=a%20quote%2C%20and%20more"
        assert len(home.json("highlights")) == 2
        text = home.done("highlights", "rag")
        assert "a quote, and more" in text and "A note" in text and "question" in text
        home.refused(1, "highlights", "no-such-pick", says="no-such-pick")
        home.refused(2, "highlights", "rag", "react")


def test_highlights_as_markdown():
    with Home() as home:
        assert home.done("highlights", "--markdown") == ""
        keep_highlight(home, "rag", "a quote", "A note\n\n\tcode")
        pick = home.done("highlights", "rag", "--markdown")
        link = home.json("highlights")[0]["link"]
        assert pick.startswith(f"# {home.json('show', 'rag')['title']}\n\n## "), pick
        assert pick.endswith(f"\n> a quote\n\nA note\n\n\tcode\n\n[link]({link})\n"), pick
        title, text = home.json("lists")[0]["title"], home.done("highlights", "--markdown")
        assert text == f"# {title}\n\n#" + pick.replace("\n## ", "\n### "), text
        home.done("import", home.write("other.syllabus", OTHER))
        assert home.done("highlights", "--markdown", "--list", OTHER["id"]) == ""
        assert home.json("highlights", "--list", OTHER["id"]) == []
        keep_highlight(home, "mine", "more")
        both = home.done("highlights", "--markdown")
        assert both.startswith(text + "\n# Another \\[31mList\n\n## Mine\n"), both
        home.refused(1, "highlights", "--markdown", "--list", "nowhere")
        home.refused(2, "highlights", "--markdown", "--json")


def test_state():
    with Home() as home:
        for state in ("reading", "read", "skipped", "unread", "read"):
            assert home.done("state", "gpt", state) == ""
            assert home.json("show", "gpt")["state"] == state
        assert [pick["id"] for pick in home.json("picks", "--state", "read")] == ["gpt"]
        assert home.json("lists")[0]["read"] == 1
        home.refused(2, "state", "gpt", "eaten")
        home.refused(2, "state", "gpt")
        home.refused(1, "state", "nope", "read")


def test_week():
    with Home() as home:
        first = home.json("week")
        assert list(first) == ["week", "iso_week", "pick"]
        assert first["week"] == 1 and first["pick"]["id"] == "gpt"
        home.done("state", "gpt", "skipped")
        assert home.json("week")["pick"]["id"] == "claude-gemini"
        assert home.json("week", "--date", "2001-01-01") == {"week": 0, "iso_week": "2001-W01", "pick": None}
        assert "Week 1 of 52" in home.done("week")
        for date in ("tomorrow", "2026-13-01", "2026-1-1", "20261124", ""):
            home.refused(2, "week", "--date", date)


def test_reminder():
    with Home() as home:
        assert home.json("reminder") == {"enabled": False, "weekday": 1, "time": "09:00", "next": None}
        assert home.done("reminder") == "Off: Monday, 09:00\n"
        home.done("reminder", "on")
        for weekday, number in (("7", 7), ("tuesday", 2), ("Wed", 3), ("FRIDAY", 5)):
            assert home.json("reminder", "--weekday", weekday)["weekday"] == number
        assert home.json("reminder", "--time=7:05")["time"] == "07:05"
        on = home.json("reminder", "on", "--weekday=sunday", "--time=23:59")
        sunday = monday(0) + datetime.timedelta(days=6)
        assert on == {"enabled": True, "weekday": 7, "time": "23:59", "next": f"{sunday}T23:59:00+00:00"}, on
        text = home.done("reminder").splitlines()
        assert text[0] == "On: Sunday, 23:59" and text[1].startswith("Next: Sunday, ") and "23:59" in text[1], text
        for arguments in (("maybe",), ("on", "off"), ("--weekday", "8"), ("--weekday", "0"), ("--weekday", ""),
                          ("--weekday", "noday"), ("--time", "24:00"), ("--time", "9"), ("--time", "09:60"),
                          ("--time", "09:00\n"), ("--time", ""), ("on", "--time", "9:5")):
            home.refused(2, "reminder", *arguments)
        assert home.json("reminder") == on
        assert home.json("reminder", "off")["next"] is None


def test_reminder_that_is_due():
    """Not for a moment that was over when it was set, but for one that came since."""
    with Home() as home:
        before = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        assert home.json("reminder", "on", "--weekday=1", "--time=00:00")["next"] == f"{monday(1)}T00:00:00+00:00"
        with sqlite3.connect(home.database) as database:
            database.execute("UPDATE setting SET value = json_set(value, '$.set', ?) WHERE key = 'call'",
                             (f"{monday(-1)}T12:00:00+00",))
        database.close()
        due = home.json("reminder")
        assert before <= datetime.datetime.fromisoformat(due["next"]) <= datetime.datetime.now(datetime.timezone.utc)
        year, week, _ = before.isocalendar()
        with sqlite3.connect(home.database) as database:
            database.execute("INSERT INTO call (uuid, week, called, modified) VALUES ('u', ?, ?, ?)",
                             (f"{year}-W{week:02}", before.strftime("%Y-%m-%dT%H:%M:%SZ"), "2026-01-01T00:00:00Z"))
        database.close()
        assert home.json("reminder")["next"] == f"{monday(1)}T00:00:00+00:00"


def monday(weeks):
    """That of this week, or of one so many weeks away."""
    today = datetime.datetime.now(datetime.timezone.utc).date()
    return today - datetime.timedelta(days=today.weekday()) + datetime.timedelta(weeks=weeks)


def check_plan(home, plan, first):
    """A whole plan: week after week of the calendar, each pick once, two free weeks for 50 picks."""
    assert list(plan) == ["start", "minutes", "order", "chosen", "weeks"], plan
    for number, week in enumerate(plan["weeks"]):
        assert list(week) == ["week", "pick", "state"], week
        year, calendar_week, _ = (first + datetime.timedelta(weeks=number)).isocalendar()
        assert week["week"] == f"{year}-W{calendar_week:02}", (number, week)
    picks = [week["pick"] for week in plan["weeks"] if week["pick"]]
    assert sorted(picks) == sorted(pick["id"] for pick in home.json("picks")), picks


def states(plan):
    return [week["state"] for week in plan["weeks"]]


def test_plan():
    with Home() as home:
        plan = home.json("plan")
        check_plan(home, plan, monday(0))
        assert plan["start"] == str(monday(0)) and len(plan["weeks"]) == 52
        assert not plan["chosen"] and plan["order"] == "sections"
        assert states(plan).count("planned") == 50 and states(plan).count("free") == 2
        assert home.json("week")["pick"]["id"] == plan["weeks"][0]["pick"] == "gpt"
        numbers = {pick["id"]: pick["week"] for pick in home.json("picks")}
        assert all(plan["weeks"][number - 1]["pick"] == pick for pick, number in numbers.items())
        assert "This week is free." in home.done("week", "--date", str(monday(states(plan).index("free"))))
        text = home.done("plan").splitlines()
        assert len(text) == 52 and text[0].startswith("*") and "gpt" in text[0], text[0]


def test_plan_made_anew():
    with Home() as home:
        plan = json.loads(home.done("plan", "--start", "2030-12-04", "--order", "mixed", "--json"))
        check_plan(home, plan, datetime.date(2030, 12, 2))
        assert plan == home.json("plan") and plan["start"] == "2030-12-04"
        assert plan["chosen"] and plan["order"] == "mixed" and plan["minutes"] == 180
        sections = {pick["id"]: pick["section"] for pick in home.json("picks")}
        first = [sections[week["pick"]] for week in plan["weeks"][:8] if week["pick"]]
        assert len(set(first)) > 4, first
        assert home.json("week") == {"week": 0, "iso_week": home.json("week")["iso_week"], "pick": None}
        assert home.json("week", "--date", "2030-12-08")["pick"]["id"] == plan["weeks"][0]["pick"]
        home.done("plan", "--start", str(monday(0)), "--order", "sections")
        assert "comes after" not in home.done("plan")
        before = home.json("plan")
        for arguments in (("--order", "mixed"), ("--start", "2030-13-01"), ("--start", "soon"), ("--start",),
                          ("--start", "2030-12-04", "--order", "odd"), ("extra",)):
            home.refused(2, "plan", *arguments)
        home.refused(1, "plan", "--start", "1900-01-01")
        home.refused(1, "plan", "--list", "nowhere")
        assert home.json("plan") == before


def test_year_exported():
    with Home() as home:
        home.done("state", "gpt", "read")
        year = json.loads(home.done("plan", "--export"))
        assert year["format"] == 1 and year["list"] == home.json("lists")[0]["id"], year["list"]
        assert [week["state"] for week in year["plan"]["weeks"]] == states(home.json("plan"))
        assert year["plan"]["weeks"][0] == {"monday": str(monday(0)), "pick": "gpt", "state": "read"}
        assert [pick["id"] for pick in year["picks"] if pick["state"] == "read"] == ["gpt"]
        assert year["sessions"] == year["passes"] == year["answers"] == year["cards"] == []
        home.refused(1, "plan", "--export", "--list", "nowhere")


def test_missed_weeks():
    with Home() as home:
        home.done("plan", "--start", str(monday(-4)))
        plan = home.json("plan")
        check_plan(home, plan, monday(-4))
        assert states(plan)[:5] == ["missed"] * 4 + ["planned"] and plan["weeks"][4]["pick"] == "gpt"
        assert len(plan["weeks"]) == 54 and "free" not in states(plan)
        assert "Weeks 1 to 4 were missed. The plan moved on by 2 weeks." in home.done("plan")
        assert "comes again later" in home.done("week", "--date", str(monday(-1)))
        home.done("state", "gpt", "read")
        home.done("state", "llama", "skipped")
        plan = home.json("plan")
        assert states(plan)[4:6] == ["read", "planned"] and plan["weeks"][4]["pick"] == "gpt"
        assert "llama" not in [week["pick"] for week in plan["weeks"]]
        home.done("state", "gpt", "unread")
        assert states(home.json("plan"))[:5] == ["missed"] * 4 + ["planned"]
        assert home.json("check") == {"problems": []}


def test_days_are_those_of_the_reader():
    with Home() as home:
        home.done("plan", "--start", str(monday(-4)))
        with sqlite3.connect(home.database) as database:
            database.execute("INSERT INTO progress (pick_id, state, finished, modified) "
                             "SELECT pick_id, 2, ?, ? FROM pick WHERE slug = 'gpt'", [f"{monday(-2)}T00:30:00Z"] * 2)
            database.execute("DELETE FROM plan_week")
        for zone, expected in (("UTC", 2), ("America/Los_Angeles", 1), ("Pacific/Auckland", 2)):
            home.environment["TZ"] = zone
            weeks = home.json("plan")["weeks"][:4]
            assert [week["pick"] == "gpt" for week in weeks] == [number == expected for number in range(4)], (zone, weeks)
            with sqlite3.connect(home.database) as database:
                database.execute("DELETE FROM plan_week")


def test_stats():
    with Home() as home:
        fresh = home.json("stats")
        assert list(fresh) == ["picks", "read", "skipped", "focused_minutes", "streak", "longest_streak", "end",
                               "on_plan", "weeks_behind", "sections"], fresh
        assert (fresh["picks"], fresh["read"], fresh["streak"], fresh["on_plan"]) == (50, 0, 0, True)
        assert fresh["end"] == str(monday(51)) and len(fresh["sections"]) == 10
        home.done("state", "gpt", "read")
        home.done("state", "mmlu", "skipped")
        with sqlite3.connect(home.database) as database:
            database.execute("INSERT INTO session (uuid, pick_id, pass, started, seconds) "
                             "SELECT 'uuid', pick_id, 1, '2026-01-01T00:00:00Z', 3900 FROM pick WHERE slug = 'gpt'")
        stats = home.json("stats")
        assert (stats["read"], stats["skipped"], stats["focused_minutes"], stats["streak"]) == (1, 1, 65, 1)
        assert stats["sections"][0] == {"id": "frontier-llms", "title": "Frontier LLMs", "picks": 5, "read": 1,
                                        "skipped": 0}
        assert stats["weeks_behind"] == -1 and "1 h 5 min" in home.done("stats")
        home.done("plan", "--start", str(monday(-8)))
        late = home.json("stats")
        assert late["weeks_behind"] > 0 and late["on_plan"] is False
        home.refused(2, "stats", "too many")


def test_import():
    with Home() as home:
        path = home.write("other.syllabus", OTHER)
        before = home.json("lists")
        looked_at = home.json("import", path, "--dry-run")
        assert list(looked_at) == ["title", "sections", "warnings"]
        assert [pick["title"] for pick in looked_at["sections"][0]["picks"]] == ["The same id", "Mine"]
        assert home.json("lists") == before
        assert "\u001b" not in home.done("import", path)
        assert len(home.json("lists")) == 2
        assert "Nothing is new" in home.done("import", path)
        home.refused(2, "import", path, "--json")
        home.refused(2, "import")
        home.refused(1, "import", "https://example.org/list.json")


def test_same_id_in_two_lists():
    with Home() as home:
        home.done("import", home.write("other.syllabus", OTHER))
        home.refused(1, "show", "rag", says="--list")
        home.refused(1, "state", "rag", "read", says="--list")
        home.done("state", "rag", "read", "--list", OTHER["id"])
        assert home.json("show", "rag", "--list", OTHER["id"])["state"] == "read"
        assert home.json("show", "rag", "--list", "https://www.latent.space/p/2025-papers")["state"] == "unread"
        week = home.json("week", "--list", OTHER["id"])["pick"]
        assert (week["id"], week["list"], week["state"]) == ("rag", OTHER["id"], "read")


def test_extras_have_no_state():
    with Home() as home:
        home.done("import", home.write("other.syllabus", OTHER))
        assert home.json("show", "extra/only/beside")["position"] is None
        home.refused(1, "state", "extra/only/beside", "read")


def test_hostile_files():
    with Home() as home:
        home.done("lists")
        before = home.json("picks")
        hostile = {
            "empty": "", "text": "not json", "number": "1", "deep": "[" * 100000, "cut": '{"format": 1, "id": "https',
            "newer": {**OTHER, "format": 2}, "other": {"format": 1},
        }
        for name, content in hostile.items():
            home.refused(1, "import", home.write(name, content))
        (home.path / "binary").write_bytes(bytes(range(256)) * 64)
        home.refused(1, "import", str(home.path / "binary"))
        home.refused(1, "import", str(home.path / "missing"))
        home.refused(1, "import", str(home.path))
        home.refused(1, "import", "/dev/zero")
        script = json.loads(json.dumps(OTHER))
        script["sections"][0]["picks"][0]["sources"][0]["url"] = "javascript:alert(1)"
        result = home.run("import", home.write("script", script))
        assert result.returncode == 0 and "javascript" not in json.dumps(home.json("picks"))
        assert [pick for pick in home.json("picks") if pick["list"] != OTHER["id"]] == before


def test_check():
    with Home() as home:
        home.done("lists")
        assert home.json("check") == {"problems": []}
        with sqlite3.connect(home.database) as database:
            database.execute("UPDATE source SET pick_id = 999999 WHERE source_id = 1")
        result = home.run("check", "--json")
        assert result.returncode == 1 and json.loads(result.stdout)["problems"]
        assert result.stderr.count("\n") == 1


# What is wrong with a weekly reminder, and how that is said.
CALLS = (
    ("UPDATE call SET week = '2026-W54'", "no week"), ("UPDATE call SET week = '2025-W53'", "no week"),
    ("UPDATE call SET week = '2026-W4'", "no week"), ("UPDATE call SET week = '2026-W480'", "no week"),
    ("UPDATE call SET week = '2026-48'", "no week"), ("UPDATE call SET week = ''", "no week"),
    ("UPDATE call SET week = '2026-W00'", "no week"), ("UPDATE call SET week = '2026-w48'", "no week"),
    ("UPDATE call SET called = 'soon'", "can’t be read"), ("UPDATE call SET settled = ''", "can’t be read"),
    ("UPDATE call SET postponed = 'x', settled = NULL", "can’t be read"),
    ("UPDATE call SET modified = 'x'", "can’t be read"),
    ("UPDATE call SET week = '2026-W49'", "another week"), ("UPDATE call SET week = '2026-W46'", "another week"),
    ("UPDATE call SET called = '2026-11-30T12:00:01Z'", "another week"),
    ("UPDATE call SET called = '2026-11-22T09:59:59Z'", "another week"),
    ("UPDATE call SET settled = NULL, postponed = '2026-12-01T09:00:00Z'", "another week"),
    ("UPDATE call SET postponed = '2026-11-24T09:00:00Z'", "is answered"),
    ("UPDATE call SET postponed = '2026-11-24T09:00:00Z', called = NULL", "is answered"),
    ("UPDATE call SET pick_id = NULL, settled = NULL", "of no pick"),
    ("UPDATE call SET pick_id = 999999", "“pick” lacks"),
    ("UPDATE setting SET value = 'x' WHERE key = 'call'", "time of the weekly reminder"),
    ("UPDATE setting SET value = '{}' WHERE key = 'call'", "time of the weekly reminder"),
    ("UPDATE setting SET value = json_set(value, '$.weekday', 8) WHERE key = 'call'", "time of the weekly reminder"),
    ("UPDATE setting SET value = json_set(value, '$.minute', 1440) WHERE key = 'call'", "time of the weekly reminder"),
    ("UPDATE setting SET value = json_set(value, '$.set', 'x') WHERE key = 'call'", "time of the weekly reminder"),
)

# What may be there all the same: other places, clocks that were set back, versions before.
SOUND_CALLS = (
    "UPDATE call SET called = '2026-11-30T12:00:00.000000Z'", "UPDATE call SET called = '2026-11-22T10:00:00Z'",
    "UPDATE call SET settled = '2026-11-01T09:00:00Z'",
    "UPDATE call SET settled = NULL, postponed = '2026-11-29T09:00:00Z'",
    "UPDATE call SET pick_id = NULL, called = NULL, settled = NULL, postponed = '2026-11-29T09:00:00Z'",
    "UPDATE call SET pick_id = NULL, settled = called",
    "UPDATE call SET week = '2026-W53', called = '2027-01-02T09:00:00Z'",
    "UPDATE setting SET value = json_remove(value, '$.set') WHERE key = 'call'",
    "DELETE FROM setting WHERE key = 'call'",
)


def damage(home, sql):
    """Changes the library, and returns what undoes it."""
    with sqlite3.connect(home.database) as database:
        before = [(table, database.execute(f"SELECT * FROM {table}").fetchall()) for table in ("call", "setting")]
        database.execute(sql)
    database.close()
    return before


def mend(home, before):
    with sqlite3.connect(home.database) as database:
        for table, rows in before:
            database.execute(f"DELETE FROM {table}")
            database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    database.close()


def test_check_of_calls():
    with Home() as home:
        home.done("reminder", "on", "--weekday=1", "--time=09:00")
        damage(home, "INSERT INTO call (uuid, week, pick_id, called, settled, modified) VALUES ('u', '2026-W48', 1, "
                     "'2026-11-23T09:00:00.123456Z', '2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z')")
        for sql in SOUND_CALLS:
            before = damage(home, sql)
            result = home.run("check")
            assert result.returncode == 0, (sql, result.stdout)
            mend(home, before)
        for sql, says in CALLS:
            before = damage(home, sql)
            after = home.database.read_bytes()
            result = home.run("check", "--json")
            problems = json.loads(result.stdout)["problems"]
            assert result.returncode == 1 and any(says in problem for problem in problems), (sql, problems)
            assert home.database.read_bytes() == after, sql
            mend(home, before)
        assert home.json("check") == {"problems": []}


def test_damaged_library():
    with Home() as home:
        home.done("lists")
        damaged = home.database.read_bytes()[:4096] + os.urandom(8192)
        for suffix in ("-wal", "-shm"):
            home.database.with_name(f"library.db{suffix}").unlink(missing_ok=True)
        home.database.write_bytes(b"This is no database" * 500)
        home.refused(1, "lists", says="damaged")
        assert home.database.read_bytes() == b"This is no database" * 500
        home.database.write_bytes(damaged)
        home.refused(1, "picks")
        assert home.database.read_bytes() == damaged


def test_newer_library():
    with Home() as home:
        home.done("lists")
        with sqlite3.connect(home.database) as database:
            database.execute("PRAGMA user_version = 9999")
        home.refused(1, "lists", says="newer version")


def test_locked_library():
    with Home() as home:
        home.done("lists")
        database = sqlite3.connect(home.database, isolation_level=None)
        database.execute("BEGIN IMMEDIATE")
        home.refused(1, "state", "gpt", "read", says="another program")
        assert home.json("show", "gpt")["state"] == "unread"
        database.execute("ROLLBACK")
        home.done("state", "gpt", "read")
        database.close()


def test_no_folder():
    with Home() as home:
        home.write("file", "in the way")
        home.environment["SYLLABUS_DATA_DIR"] = str(home.path / "file")
        home.refused(1, "lists")
        assert (home.path / "file").read_text() == "in the way"


def test_many_at_once():
    with Home() as home:
        ids = [pick["id"] for pick in home.json("picks")][:8]
        programs = [subprocess.Popen([PROGRAM, "state", pick, "read"], env=home.environment,
                                     stderr=subprocess.PIPE) for pick in ids]
        for program in programs:
            _, errors = program.communicate(timeout=60)
            assert program.returncode == 0, errors
        assert sorted(pick["id"] for pick in home.json("picks", "--state", "read")) == sorted(ids)


def test_usage():
    with Home() as home:
        for arguments in ((), ("eat",), ("lists", "--eat"), ("--json",), ("show", b"\xff")):
            home.refused(2, *arguments)
        for arguments in (("--help",), ("help",), ("picks", "--help"), ("import", "--help")):
            assert "Usage:" in home.done(*arguments)
        assert home.done("--version").startswith("syllabusctl ")
        assert not home.data.exists()


def test_output_that_cannot_be_written():
    with Home() as home:
        home.done("lists")
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = subprocess.run([PROGRAM, "picks"], env=home.environment, stdout=full,
                                    stderr=subprocess.PIPE, text=True, timeout=60, check=False)
        assert result.returncode == 1 and result.stderr.count("\n") == 1, result.stderr


def complete(home, *words):
    script = (f"source {COMPLETION}; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _syllabusctl; "
              "printf '%s\\n' \"${COMPREPLY[@]}\"")
    folder = home.path / "bin"
    folder.mkdir(exist_ok=True)
    link = folder / "syllabusctl"
    if not link.exists():
        link.symlink_to(PROGRAM)
    result = subprocess.run(["bash", "-c", script, "bash", "syllabusctl", *words], capture_output=True, text=True,
                            env={**home.environment, "PATH": f"{folder}:{os.environ['PATH']}"}, timeout=60, check=True)
    assert result.stderr == "", result.stderr
    return result.stdout.split()


def test_completion():
    with Home() as home:
        assert complete(home, "pi") == ["picks"]
        assert complete(home, "show", "chain") == ["chain-of-thought"]
        assert complete(home, "state", "gpt", "rea") == ["reading", "read"]
        assert complete(home, "picks", "--state", "s") == ["skipped"]
        assert complete(home, "picks", "--section", "vi") == ["vision"]
        assert complete(home, "week", "--d") == ["--date"]
        assert complete(home, "highlights", "--m") == ["--markdown"]
        assert complete(home, "pl") == ["plan"]
        assert complete(home, "plan", "--s") == ["--start"]
        assert complete(home, "plan", "--e") == ["--export"]
        assert complete(home, "plan", "--start", "2030-12-02", "--order", "m") == ["mixed"]
        assert complete(home, "stats", "--j") == ["--json"]
        assert complete(home, "rem") == ["reminder"] and complete(home, "reminder", "of") == ["off"]
        assert complete(home, "reminder", "on", "--weekday", "su") == ["sunday"]
        assert complete(home, "ag") == ["agent"] and complete(home, "agent", "--s") == ["--stay"]
        home.environment["SYLLABUS_DATA_DIR"] = "/dev/null/nowhere"
        assert complete(home, "show", "chain") == []


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, (name, test) in enumerate(tests, 1):
        title = name.removeprefix("test_").replace("_", " ")
        try:
            test()
            print(f"ok {number} - {title}", flush=True)
        except Exception:  # a test that breaks is a test that fails
            failed += 1
            print(f"not ok {number} - {title}", flush=True)
            print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()), flush=True)
    return 1 if failed else 0


sys.exit(main())
