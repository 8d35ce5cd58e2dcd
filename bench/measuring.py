"""Processes and calls, timed: seconds, processor seconds, memory, percentiles."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

PAUSE = 0.02
"""Seconds between two looks at a process's memory."""

PAGE = resource.getpagesize()


@dataclass
class Cost:
    """What a process took: *seconds*, *cpu* seconds, *peak* bytes with its children."""

    seconds: float
    cpu: float
    peak: int


def cost_of(argv: Sequence[str | Path]) -> Cost:
    """Run *argv* and return what it took. Raises CalledProcessError if it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    with subprocess.Popen(
        argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        with watched(process.pid) as peak:
            code = process.wait()
        seconds = time.perf_counter() - begin
    if code:
        raise subprocess.CalledProcessError(code, argv)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, cpu, max(peak))


@contextmanager
def watched(pid: int) -> Iterator[list[int]]:
    """Give a list that bytes of memory of a process and its children are added to."""
    seen, ended = [0], threading.Event()

    def watch() -> None:
        while not ended.wait(PAUSE):
            seen.append(sum(memory_of(one) for one in family(pid)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield seen
    finally:
        ended.set()
        watcher.join()


def family(pid: int) -> Iterator[int]:
    """Yield *pid* and the processes that it started, on Linux."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from family(int(child))


def memory_of(pid: int) -> int:
    """Return how many bytes a process holds in memory, 0 if that is not known."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the medians of several costs."""
    return Cost(
        median(cost.seconds for cost in costs),
        median(cost.cpu for cost in costs),
        int(median(cost.peak for cost in costs)),
    )


def told(argv: Sequence[str | Path]) -> str:
    """Return what *argv* prints."""
    done = subprocess.run(argv, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.strip()


def timed(call: Callable[[], object]) -> float:
    """Return how many milliseconds *call* takes."""
    begin = time.perf_counter()
    call()
    return (time.perf_counter() - begin) * 1e3


def percentiles(times: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile."""
    return median(times), quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def on(*folders: Path) -> None:
    """Let programs in *folders* be found first."""
    paths = [*map(str, folders), os.environ["PATH"]]
    os.environ["PATH"] = os.pathsep.join(paths)
