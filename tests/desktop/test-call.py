# SPDX-License-Identifier: GPL-3.0-or-later
"""When the agent starts the program for the weekly call."""
import os
import sqlite3
import subprocess
import time

from gi.repository import GLib

from syl_desktop import BUILD, PROGRAM, SOURCE, Application, Home, Shell, run, wait

READER = BUILD / "tests" / "desktop" / "call-reader"


def linger(seconds):
    """Lets things happen that must not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.01)


class Session:
    """A home with a library, the program, and an agent that stays."""

    def __init__(self, with_library=True, retry=1):
        self.home = Home()
        self.with_library = with_library
        self.retry = retry

    def __enter__(self):
        self.home.__enter__()
        self.home.environment["SYLLABUS_RETRY_SECONDS"] = str(self.retry)
        self.application = Application(self.home)
        if self.with_library:
            self.home.ctl("lists")
        self.agent = None
        return self

    def __exit__(self, *arguments):
        if self.agent is not None:
            self.agent.terminate()
            assert self.agent.wait(30) == 0
        self.home.__exit__(*arguments)

    def start(self):
        self.agent = subprocess.Popen([PROGRAM, "agent", "--stay"], env=self.home.environment)
        wait("the agent", lambda: self.home.runs() and self.home.agent == self.agent.pid)

    def read(self, *verb):
        return subprocess.run([READER, self.home.data, SOURCE / "data" / "lists", *verb], check=True, text=True,
                              env=self.home.environment, capture_output=True).stdout.strip()

    @property
    def told(self):
        for action, parameters, _ in self.application.actions:
            assert not parameters, (action, parameters)
        return [action for action, _, _ in self.application.actions]

    def expect(self, *actions, bound=30):
        wait(f"{actions}, and not {self.told}", lambda: self.told == list(actions), bound)


def test_due_and_claimed():
    with Session() as session:
        session.home.turn_on()
        session.start()
        session.expect("remind")
        assert session.read("claim")
        assert session.read("claim") == ""
        linger(2.5)
        session.expect("remind")


def test_tries_again():
    """After a minute, five and thirty, which are seconds here; however often somebody writes meanwhile."""
    with Session() as session:
        session.home.turn_on()
        session.start()
        session.expect("remind")
        start = time.monotonic()
        session.expect("remind", "remind", bound=5)
        assert time.monotonic() - start > 0.8
        with sqlite3.connect(session.home.database) as window:
            for _ in range(3):
                window.execute("INSERT OR REPLACE INTO setting VALUES ('x', 'y')")
                window.commit()
                linger(1)
        window.close()
        session.expect("remind", "remind")
        session.expect("remind", "remind", "remind", bound=10)
        assert time.monotonic() - start > 5
        linger(2)
        assert session.read("claim")
        session.expect("remind", "remind", "remind")


def test_not_wanted():
    with Session() as session:
        session.start()
        linger(1.5)
        session.expect()
        session.home.turn_on()
        session.expect("remind")


def test_turned_on_too_late():
    """For a moment of this week that is over: the next one is meant."""
    with Session() as session:
        session.start()
        session.home.ctl("reminder", "on", "--weekday=1", "--time=00:00")
        linger(2.5)
        session.expect()
        assert session.read("claim") == ""


def test_zone_that_changes():
    """As in a Flatpak, by the name of it in a file: an hour from now is an hour ago, two hours further east."""
    with Session() as session:
        zone = session.home.path / "timezone"
        zone.write_text("Etc/UTC\n")
        session.home.environment["SYLLABUS_ZONE_FILE"] = str(zone)
        session.home.environment.pop("TZ", None)
        moment = time.gmtime(time.time() + 3600)
        session.home.ctl("reminder", "on", f"--weekday={moment.tm_wday + 1}", f"--time={time.strftime('%H:%M', moment)}")
        assert time.strftime("%Y-%m-%dT%H:%M:00+00:00", moment) in session.home.ctl("reminder", "--json")
        session.start()
        linger(1.5)
        session.expect()
        fresh = session.home.path / "timezone.new"
        fresh.write_text("Etc/GMT-2\n")
        fresh.rename(zone)
        session.expect("remind")
        assert session.read("claim")


def test_turned_off_meanwhile():
    with Session() as session:
        session.home.turn_on()
        session.start()
        session.expect("remind")
        session.home.ctl("reminder", "off")
        linger(3)
        assert len(session.told) <= 2, session.told


def test_postponed():
    with Session(retry=60) as session:
        session.home.turn_on()
        session.start()
        session.expect("remind")
        assert session.read("claim")
        session.read("postpone", "4")
        start = time.monotonic()
        linger(2)
        session.expect("remind")
        session.expect("remind", "remind", bound=10)
        assert time.monotonic() - start > 3, "not before its time"
        assert session.read("claim")


def test_withdrawn_when_it_is_read():
    with Session() as session:
        session.home.turn_on()
        session.start()
        session.expect("remind")
        assert session.read("claim") == "GPT-1 to GPT-4"
        linger(1.5)
        session.expect("remind")
        session.home.ctl("state", "gpt", "read")
        session.expect("remind", "withdraw-reminder")
        session.home.ctl("state", "llama", "reading")
        linger(2)
        session.expect("remind", "withdraw-reminder")
        session.read("settle")
        linger(1.5)
        session.expect("remind", "withdraw-reminder")


def test_withdrawn_when_the_plan_is_another():
    with Session() as session:
        session.home.turn_on()
        session.start()
        session.expect("remind")
        assert session.read("claim")
        assert session.read("another")
        linger(2)
        session.expect("remind")
        session.home.ctl("plan", "--start", "2044-01-04" if time.localtime().tm_year < 2040 else "2060-01-04")
        session.expect("remind", "withdraw-reminder")


def test_library_that_comes_later():
    with Session(with_library=False) as session:
        session.start()
        linger(1)
        assert not session.home.data.exists()
        session.home.turn_on()
        session.expect("remind")


def test_agent_of_the_bus():
    """Makes the call, and leaves all the same."""
    with Session() as session:
        session.home.turn_on()
        agent = subprocess.Popen([PROGRAM, "agent", "--leave-after=1"], env=session.home.environment)
        session.expect("remind")
        wait("its leave", lambda: agent.poll() is not None, 10)
        assert agent.returncode == 0 and len(session.told) <= 2


def test_one_that_takes_over():
    """The one that was there makes no more calls."""
    with Session(retry=60) as session:
        session.home.turn_on()
        first = subprocess.Popen([PROGRAM, "agent", "--leave-after=60"], env=session.home.environment)
        session.expect("remind")
        session.start()
        wait("the end of the first", lambda: first.poll() is not None, 10)
        session.expect("remind", "remind")


def switches(process):
    with open(f"/proc/{process}/status", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt"))


def all_switches(process):
    return sum(switches(f"{process}/task/{thread}") for thread in os.listdir(f"/proc/{process}/task"))


def test_at_rest():
    with Session() as session:
        session.home.turn_on()
        session.start()
        session.expect("remind")
        assert session.read("claim")
        linger(3)
        before = all_switches(session.agent.pid)
        linger(4)
        woken = all_switches(session.agent.pid) - before
        with open(f"/proc/{session.agent.pid}/smaps_rollup", encoding="ascii") as lines:
            pss = next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        print(f"# the agent at rest: woken {woken} times in 4 s, {pss / 1024:.1f} MB (PSS)", flush=True)
        assert woken == 0
        shell = Shell(session.home)
        assert shell.find("gpt")


run([
    test_due_and_claimed,
    test_tries_again,
    test_not_wanted,
    test_turned_on_too_late,
    test_zone_that_changes,
    test_turned_off_meanwhile,
    test_postponed,
    test_withdrawn_when_it_is_read,
    test_withdrawn_when_the_plan_is_another,
    test_library_that_comes_later,
    test_agent_of_the_bus,
    test_one_that_takes_over,
    test_at_rest,
])
