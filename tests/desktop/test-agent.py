# SPDX-License-Identifier: GPL-3.0-or-later
"""How the agent comes, stays and goes."""
import os
import signal
import subprocess
import time

from gi.repository import Gio, GLib

from syl_desktop import AGENT, PATH, PROGRAM, Home, Shell, run, wait


def start(home, *arguments):
    return subprocess.Popen([PROGRAM, "agent", *arguments], env=home.environment, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)


def end(agent):
    output, said = agent.communicate(timeout=30)
    assert output == "", output
    return agent.returncode, said


def test_started_by_the_bus_and_gone_again():
    with Home(leave_after=1) as home:
        shell = Shell(home)
        assert not home.runs()
        home.ctl("lists")
        assert not home.runs(), "a command starts no agent"
        assert shell.find("gpt")
        first = home.agent
        wait("its leave", lambda: not home.runs(), 10)
        wait("the end of the process", lambda: not os.path.exists(f"/proc/{first}"), 10)
        assert shell.find("gpt")
        assert home.agent != first


def test_no_question_is_lost_as_it_leaves():
    """It is asleep when a question and the end of its patience come together."""
    with Home(leave_after=1) as home:
        shell = Shell(home)
        home.ctl("lists")
        for _ in range(3):
            assert "pick:gpt" in shell.find("gpt")
            answers = []
            agent = home.agent
            os.kill(agent, signal.SIGSTOP)
            shell.start_to_find("gpt", answers.append)
            home.connection.flush_sync()
            time.sleep(2.2)
            os.kill(agent, signal.SIGCONT)
            wait("the answer", lambda: answers)
            assert "pick:gpt" in answers[0], answers
            wait("its leave", lambda: not home.runs(), 10)


def test_questions_keep_it():
    with Home(leave_after=2) as home:
        shell = Shell(home)
        shell.find("gpt")
        first = home.agent
        for _ in range(6):
            time.sleep(0.5)
            shell.describe(["pick:gpt"])
        assert home.agent == first


def test_one_that_stays():
    with Home(leave_after=60) as home:
        shell = Shell(home)
        shell.find("gpt")
        first = home.agent
        staying = start(home, "--stay", "--leave-after=1")
        wait("the one that stays", lambda: home.runs() and home.agent == staying.pid)
        wait("the end of the other", lambda: not os.path.exists(f"/proc/{first}"), 10)
        assert shell.find("gpt") == []

        status, said = end(start(home))
        assert status == 1 and said == "syllabusctl: The agent runs already.\n", said
        status, said = end(start(home, "--leave-after=1"))
        assert status == 1, said
        assert home.agent == staying.pid
        time.sleep(1.5)
        assert home.agent == staying.pid, "it stays"
        staying.send_signal(signal.SIGTERM)
        assert end(staying) == (0, "")


def test_told_to_stay():
    with Home(leave_after=1) as home:
        def tell(stay):
            home.connection.call_sync(AGENT, f"{PATH}/Agent", AGENT, "Stay", GLib.Variant("(b)", (stay,)), None,
                                      Gio.DBusCallFlags.NONE, -1, None)
        tell(True)
        first = home.agent
        tell(True)
        # Longer than one without work would stay.
        end_of_patience = time.monotonic() + 2.5
        wait("its patience", lambda: time.monotonic() > end_of_patience)
        assert home.runs() and home.agent == first
        tell(False)
        wait("its leave", lambda: not home.runs(), 10)


def test_refused():
    with Home() as home:
        for arguments in (("too-many",), ("--leave-after=-1",), ("--leave-after=soon",), ("--nonsense",)):
            status, said = end(start(home, *arguments))
            assert status == 2 and said.startswith("syllabusctl: ") and said.count("\n") == 1, (arguments, said)
        home.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
        status, said = end(start(home))
        assert status == 1 and said.startswith("syllabusctl: ") and said.count("\n") == 1, said


def test_ends_with_the_bus():
    with Home() as home:
        agent = start(home)
        wait("the agent", home.runs)
        home.bus.terminate()
        assert end(agent) == (0, "")


run([
    test_started_by_the_bus_and_gone_again,
    test_no_question_is_lost_as_it_leaves,
    test_questions_keep_it,
    test_one_that_stays,
    test_told_to_stay,
    test_refused,
    test_ends_with_the_bus,
])
