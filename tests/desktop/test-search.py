# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the agent as GNOME Shell does."""
import hashlib
import statistics
import time

from gi.repository import Gio, GLib

from syl_desktop import Application, Home, Shell, run, wait

ROWS = [
    ("gpt", "Few-shot learners need\nno gradient at all.", "Compare with **LLaMA**."),
    ("llama", "Überraschend small models, trained for longer, suffice.", ""),
]


def with_library(test):
    def body():
        with Home() as home:
            home.ctl("lists")
            test(home, Shell(home))
    body.__name__ = test.__name__
    return body


@with_library
def test_picks_sources_and_highlights(home, shell):
    few, small = home.keep(ROWS)
    assert shell.find("chain of thought")[0] == "pick:chain-of-thought"
    found = shell.find("llama")
    assert found[0] == "pick:llama" and few in found, found
    kinds = [id_.partition(":")[0] for id_ in found]
    assert kinds.index("highlight") > max(i for i, kind in enumerate(kinds) if kind != "highlight"), kinds
    assert any(id_.startswith("source:") for id_ in shell.find("language models")), shell.find("language models")
    assert shell.find("UBERRASCHEND suffice") == [small]
    assert shell.find("gradient compare") == [few]
    assert shell.find("few-shot uberraschend") == []


@with_library
def test_nothing_to_find(home, shell):
    for text in ("", "x", "nowhere-to-be-found", "gpt nowhere", "' OR 1=1 --", "%", "x" * 5000, "\x01\x02"):
        assert shell.find(text) == [], text
    assert shell.describe([]) == []


@with_library
def test_subsearch(home, shell):
    home.keep([("gpt", f"Quokka number {i}", "") for i in range(30)])
    first = shell.find("quokka")
    assert len(first) == 20
    # What the first search had no room for.
    hidden = shell.refine(first, "quokka 25")
    assert len(hidden) == 1 and hidden[0] not in first
    some = shell.find("quokka number 2")
    assert len(some) == 12 and shell.refine(some, "quokka number 29") == shell.find("quokka 29")
    assert shell.refine(["pick:gpt"], "gpt") == ["pick:gpt"]
    assert shell.refine(["pick:nobody"], "gpt") == []


@with_library
def test_metas(home, shell):
    few, _ = home.keep(ROWS)
    source = next(id_ for id_ in shell.find("llama") if id_.startswith("source:"))
    asked = [few, "pick:gpt", source]
    metas = shell.describe(asked)
    assert [meta["id"] for meta in metas] == asked
    assert metas[0]["name"] == "Few-shot learners need no gradient at all."
    assert metas[0]["description"].endswith(" · Compare with LLaMA."), metas[0]
    assert metas[1]["name"] == "GPT-1 to GPT-4" and " · " in metas[1]["description"]
    for meta in metas:
        assert Gio.Icon.deserialize(GLib.Variant("(sv)", (meta["icon"][0], GLib.Variant("as", meta["icon"][1]))))
        assert Gio.Icon.new_for_string(meta["gicon"])
        assert "\n" not in meta["name"] + meta["description"] and len(meta["description"]) <= 250


@with_library
def test_strange_ids(home, shell):
    strange = ["", "pick", "pick:", "pick:nobody", "source:gpt", "source:gpt/nothing", "highlight:nobody",
               "highlight:%00", "pick:gpt' --", "pick:../../etc/passwd", "special:all", "x" * 100000, "pick:\n"]
    assert [meta["id"] for meta in shell.describe([*strange, "pick:gpt"])] == ["pick:gpt"]
    assert len(shell.describe(["pick:gpt"] * 1000)) == 64
    application = Application(home)
    for id_ in strange:
        if not id_.startswith(("pick:nobody", "highlight:nobody", "pick:..")):
            shell.activate(id_)
    shell.activate("pick:gpt")
    wait("the good one", lambda: application.actions)
    told = [(action, parameters) for action, parameters, _ in application.actions]
    assert ("open-pick", ["gpt"]) in told and len(told) <= 3, told


@with_library
def test_activation(home, shell):
    application = Application(home)
    shell.activate("pick:rag", "rag", 4711)
    shell.activate("source:gpt/gpt-3", "gpt", 0)
    shell.activate("highlight:6a8b0000-0000-4000-8000-000000000001", "x", 4712)
    shell.launch("two words", 4713)
    wait("what was asked for", lambda: len(application.actions) == 4)
    assert [(action, parameters) for action, parameters, _ in application.actions] == [
        ("open-pick", ["rag"]), ("open-source", [("gpt", "gpt-3")]),
        ("show-highlight", ["6a8b0000-0000-4000-8000-000000000001"]), ("search", ["two words"])], application.actions
    times = [data.get("desktop-startup-id", "") for _, _, data in application.actions]
    assert times[0].endswith("_TIME4711") and times[1] == "" and times[3].endswith("_TIME4713"), times


@with_library
def test_changes_are_seen_at_once(home, shell):
    assert shell.find("wombat") == []
    (wombat,) = home.keep([("gpt", "A wombat", "")])
    assert shell.find("wombat") == [wombat]
    import sqlite3
    window = sqlite3.connect(home.database, isolation_level=None)
    window.execute("UPDATE highlight SET quote = 'A numbat'")
    assert home.database.with_name("library.db-wal").exists()
    assert shell.find("wombat") == [] and shell.find("numbat") == [wombat]
    window.execute("UPDATE highlight SET deleted = '2026-01-06T10:00:00.000Z'")
    assert shell.find("numbat") == [] and shell.describe([wombat]) == []
    window.close()
    assert shell.find("numbat") == []


def test_without_a_library():
    with Home() as home:
        shell = Shell(home)
        assert shell.find("gpt") == [] and shell.describe(["pick:gpt"]) == []
        assert not home.data.exists()
        home.data.mkdir(parents=True)
        home.database.write_bytes(b"no database" * 1000)
        assert shell.find("gpt") == []
        assert [path.name for path in home.data.iterdir()] == ["library.db"]


@with_library
def test_nothing_is_written(home, shell):
    def look():
        return {path.name: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
                for path in home.data.iterdir() if path.is_file()}
    home.keep(ROWS)
    before = look()
    assert list(before) == ["library.db"]
    assert shell.find("gpt") and shell.describe(["pick:gpt"])
    assert look() == before


@with_library
def test_typing_on(home, shell):
    """None of many questions at once goes without an answer, and the last gets the right one."""
    home.keep([("gpt", f"Quokka number {i} " + "lorem ipsum " * 50, "") for i in range(3000)])
    other = Shell(home, home.connect())
    answers = {}
    for i in range(60):
        shell.start_to_find(f"quokka {i + 1000}", lambda found, i=i: answers.update({i: found}))
    other.start_to_find("quokka 2999", lambda found: answers.update({"other": found}))
    wait("all answers", lambda: len(answers) == 61)
    assert len(answers[59]) == 1 and len(answers["other"]) == 1, answers
    assert sum(not answers[i] for i in range(59)) > 0, "none was superseded"


def measure(function, times):
    def once():
        start = time.monotonic()
        function()
        return (time.monotonic() - start) * 1000
    return [once() for _ in range(times)]


def pss(process):
    with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


@with_library
def test_thousand_highlights(home, shell):
    home.keep([("gpt", f"Quokka number {i}: " + "what was said of it, at some length. " * 6, "A note. " * 5)
               for i in range(1000)])

    def ask(text="quokka length"):
        found = shell.find(text)
        assert len(found) == 20 and len(shell.describe(found[:5])) == 5

    def start():
        home.stop_agent()
        return measure(ask, 1)[0]
    cold = [start() for _ in range(5)]
    warm = measure(ask, 30)
    nothing = measure(lambda: shell.find("quokka nowhere"), 30)
    print(f"# results and five metas of 1,000 highlights: cold {statistics.median(cold):.1f} ms (at most "
          f"{max(cold):.1f}), warm {statistics.median(warm):.1f} ms (at most {max(warm):.1f}); all looked through: "
          f"{statistics.median(nothing):.1f} ms", flush=True)
    print(f"# memory of the agent: {pss(home.agent) / 1024:.1f} MB (PSS)", flush=True)
    assert max(cold) < 5000 and max(warm) < 5000


run([
    test_picks_sources_and_highlights,
    test_nothing_to_find,
    test_subsearch,
    test_metas,
    test_strange_ids,
    test_activation,
    test_changes_are_seen_at_once,
    test_without_a_library,
    test_nothing_is_written,
    test_typing_on,
    test_thousand_highlights,
])
