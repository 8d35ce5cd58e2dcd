"""A build that is killed, starved and read from, at random moments, again and again.

    python bench/chaos.py --figures 12000 --rounds 60 --seed 1

In every round, one of two record sets is built in the place of the other, and: it is
killed (with all its processes, or one of them alone), asked to end, or given a disk
that is full after some bytes. Meanwhile readers ask the database without a pause. They
must always get an answer from one whole set or the other, and at the end of a round
the file must be whole, and no scratch file may be left but by kill -9, until the next
build sweeps it. Prints what was seen, and fails if anything was wrong.
"""

import argparse
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

from generate import generate
from measuring import family, table

SINOTECH = (sys.executable, "-m", "sinotech")
READERS = 2
LONG = 600
"""Seconds after which a process hangs."""

SHOWN = 20
"""Faults that are printed."""

KILLED = "kill -9"
ENDINGS = (KILLED, "kill -9 of one process", "SIGTERM", "SIGHUP", "SIGINT", "full disk")
SIGNALS = {
    KILLED: signal.SIGKILL,
    "SIGTERM": signal.SIGTERM,
    "SIGHUP": signal.SIGHUP,
    "SIGINT": signal.SIGINT,
}


def main() -> None:
    """Do the rounds, and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--figures", type=int, default=12_000)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        chaos = Chaos(Path(folder), args.figures, args.seed)
        chaos.run(args.rounds)
    print(f"{args.figures} figures, {args.rounds} rounds, seed {args.seed}\n")
    print(table(("what happened", "how it ended", "times"), chaos.rows()))
    print(f"{chaos.answers} answers meanwhile, each of one whole set")
    print("\n".join(chaos.faults[:SHOWN]) or "nothing wrong")
    sys.exit(bool(chaos.faults))


class Chaos:
    """Builds of two sets in one place, and what went wrong with them."""

    def __init__(self, folder: Path, figures: int, seed: int) -> None:
        """Make the sets and the database of the first; note what each answers."""
        self.random = random.Random(seed)  # noqa: S311  # no secret
        self.sets = [
            generate(folder / str(n), figures, seed=seed + n)[0] for n in range(2)
        ]
        self.target = folder / "out" / "the.db"
        self.whole = set()
        for records in reversed(self.sets):
            began = time.monotonic()
            self.wait(self.build(records))
            self.seconds = time.monotonic() - began
            self.whole.add(self.ask().stdout)
        self.size = self.target.stat().st_size
        self.seen: Counter[tuple[str, str]] = Counter()
        self.faults: list[str] = []
        self.answers = 0
        self.over = threading.Event()

    def run(self, rounds: int) -> None:
        """Do the rounds while readers read."""
        readers = [threading.Thread(target=self.read) for _ in range(READERS)]
        for reader in readers:
            reader.start()
        try:
            for number in range(rounds):
                self.round(number)
        finally:
            self.over.set()
            for reader in readers:
                reader.join()
        self.wait(self.build(self.sets[0]))
        self.expect_whole("the last build")
        if self.scratch():
            self.faults.append(f"the last build has not swept {self.scratch()}")

    def round(self, number: int) -> None:
        """Build the other set, and let something happen to it."""
        ending = self.random.choice(ENDINGS)
        where = f"round {number}, {ending}"
        # before that, Python itself is starting, and prints tracebacks at Ctrl-C
        begin = 1 if ending == "SIGINT" else 0
        delay = self.random.uniform(begin, self.seconds * 1.1)
        before = self.scratch()
        room = self.random.randrange(self.size) if ending == "full disk" else None
        process = self.build(self.sets[(number + 1) % 2], room)
        if ending != "full disk":
            time.sleep(delay)
            hit(process, ending)
        try:
            code, errors = self.wait(process)
        except subprocess.TimeoutExpired:
            self.faults.append(f"{where}: hangs")
            os.killpg(process.pid, signal.SIGKILL)
            return
        self.seen[ending, f"ended with {code}"] += 1
        if "Traceback" in errors or errors.count("\n") > 1:
            self.faults.append(f"{where}: {errors}")
        if code not in {0, 4, -SIGNALS.get(ending, signal.SIGKILL)}:
            self.faults.append(f"{where}: ended with {code}: {errors}")
        new = self.scratch() - before
        if len(new) > (code == -signal.SIGKILL):
            self.faults.append(f"{where}: {new} are left")
        self.expect_whole(where)

    def build(self, records: Path, room: int | None = None) -> "subprocess.Popen[str]":
        """Start a build, whose files cannot be longer than *room* bytes."""

        def prepare() -> None:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            if room is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        argv = (*SINOTECH, "build", "--records", records, "--db", self.target)
        return subprocess.Popen(
            argv,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
            preexec_fn=prepare,  # noqa: PLW1509  # no lock of a reader is needed there
        )

    @staticmethod
    def wait(process: "subprocess.Popen[str]") -> tuple[int, str]:
        """Return how a process ended, and what it said."""
        _, errors = process.communicate(timeout=LONG)
        return process.returncode, errors

    def expect_whole(self, where: str) -> None:
        """Note it if the file is not whole."""
        address = f"{self.target.as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            found = connection.execute("PRAGMA integrity_check").fetchone()
        if found != ("ok",):
            self.faults.append(f"{where}: {found}")

    def scratch(self) -> set[str]:
        """Return the names of what is beside the file."""
        names = {path.name for path in self.target.parent.iterdir()}
        return names - {self.target.name}

    def ask(self) -> "subprocess.CompletedProcess[str]":
        """Ask the database for a long answer."""
        argv = (*SINOTECH, "country", "China", "--json", "--db", self.target)
        return subprocess.run(
            argv, capture_output=True, check=False, encoding="utf-8", timeout=LONG
        )

    def read(self) -> None:
        """Ask until all is over; each answer must be that of a whole set."""
        while not self.over.is_set():
            done = self.ask()
            if done.returncode or done.stdout not in self.whole:
                told = done.stderr or done.stdout[:200]
                self.faults.append(f"a reader: {done.returncode} {told}")
            self.answers += 1

    def rows(self) -> list[tuple[str, str, str]]:
        """Return what was seen as rows of a table."""
        return [(*told, str(times)) for told, times in sorted(self.seen.items())]


def hit(process: "subprocess.Popen[str]", ending: str) -> None:
    """Let a build end."""
    with suppress(ProcessLookupError):
        if ending in SIGNALS:
            os.killpg(process.pid, SIGNALS[ending])
        else:
            os.kill(max(family(process.pid)), signal.SIGKILL)


if __name__ == "__main__":
    main()
