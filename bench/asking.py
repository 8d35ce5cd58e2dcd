"""How long answers take inside the process, from small record sets to large ones."""

import random
import sqlite3
import warnings
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median

from measuring import percentiles, table, timed

import sinotech
from sinotech.errors import SinotechError

QUESTIONS = 100
"""Questions of each kind in a round."""

GOALS = {"country": 5, "program": 5, "figure": 5, "search": 50, "cite": 50}
"""Milliseconds that the 95th percentile may take at a million figures."""

FREQUENT = 200
"""Words among which the frequent ones of a question are drawn."""

Questions = dict[str, list[Callable[[], object]]]


def measured(databases: dict[int, Path], rounds: int) -> str:
    """Return a table of the median and the 95th percentile, in milliseconds."""
    warnings.simplefilter("ignore", sinotech.Notice)
    open_ = {size: sinotech.open(path) for size, path in databases.items()}
    asked = {size: questions(ref, databases[size]) for size, ref in open_.items()}
    found: dict[tuple[str, int], list[tuple[float, float]]] = defaultdict(list)
    for _ in range(rounds):
        for size, kind in product(asked, GOALS):
            found[kind, size].append(percentiles(one_round(asked[size][kind])))
    for ref in open_.values():
        ref.close()
    rows = [
        (f"`{kind}`", *(shown(found[kind, size]) for size in asked), f"{goal}")
        for kind, goal in GOALS.items()
    ]
    return table(("ms, p50 / p95", *(f"{n:,}" for n in databases), "p95 at most"), rows)


def shown(rounds: list[tuple[float, float]]) -> str:
    """Return the medians of rounds' percentiles."""
    p50, p95 = (median(one[n] for one in rounds) for n in range(2))
    return f"{p50:.2f} / {p95:.2f}"


def one_round(asked: list[Callable[[], object]]) -> list[float]:
    """Return the milliseconds of each question."""
    return [timed(partial(answered, ask)) for ask in asked]


def answered(ask: Callable[[], object]) -> None:
    """Ask; that there is no answer is one."""
    with suppress(SinotechError):
        ask()


def questions(ref: sinotech.Reference, database: Path) -> Questions:
    """Return questions of each kind to *ref*: the fullest, and others at random."""
    rng = random.Random(1)  # noqa: S311  # the same questions each time
    with sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True) as store:
        ids = {
            kind: drawn(store, kind, rng) for kind in ("country", "program", "figure")
        }
        searches, said = searched(store, rng), claims(store, rng)
    return {
        "country": [partial(ref.country, id_) for id_ in ["cn", "br", *ids["country"]]],
        "program": [
            partial(ref.program, i) for i in ["prog-0", "prog-1", *ids["program"]]
        ],
        "figure": [partial(ref.figure, id_) for id_ in ids["figure"]],
        "search": [partial(ref.search, *words) for words in searches],
        "cite": [partial(ref.cite, claim) for claim in said],
    }


def drawn(store: sqlite3.Connection, kind: str, rng: random.Random) -> list[str]:
    """Return ids of some records of a kind."""
    sql = "SELECT id FROM record WHERE kind = ? ORDER BY number"
    ids = [id_ for (id_,) in store.execute(sql, (kind,))]
    return rng.choices(ids, k=QUESTIONS)


def searched(store: sqlite3.Connection, rng: random.Random) -> list[list[str]]:
    """Return words to search for: frequent ones, rare ones, operators, beginnings."""
    sql = "SELECT stem FROM term WHERE records > 1 AND stem > 'a' ORDER BY records DESC"
    stems = [stem for (stem,) in store.execute(sql)]
    often = stems[:FREQUENT]
    forms: list[Callable[[], list[str]]] = [
        lambda: rng.sample(often, 2),
        lambda: [rng.choice(often), rng.choice(stems)],
        lambda: [rng.choice(stems)],
        lambda: [rng.choice(often), "OR", rng.choice(often)],
        lambda: [rng.choice(often), "NOT", rng.choice(often)],
        lambda: [f"{rng.choice(often)[:2]}*", rng.choice(often)],
    ]
    return [forms[n % len(forms)]() for n in range(QUESTIONS)]


def claims(store: sqlite3.Connection, rng: random.Random) -> list[str]:
    """Return claims: two thirds of what a record says, mixed with words of another.

    One in five is made of frequent words alone.
    """
    sql = "SELECT stem FROM term WHERE stem > 'a' ORDER BY records DESC LIMIT ?"
    often = [stem for (stem,) in store.execute(sql, (FREQUENT,))]
    made = [" ".join(rng.sample(often, 12)) for _ in range(QUESTIONS // 5)]
    while len(made) < QUESTIONS:
        words, others = (said_by(store, rng).split() for _ in "12")
        kept = sorted(rng.sample(range(len(words)), max(1, len(words) * 2 // 3)))
        made.append(" ".join([*(words[n] for n in kept), *others[: len(words) // 3]]))
    return made


def said_by(store: sqlite3.Connection, rng: random.Random) -> str:
    """Return what some figure, event or statement says."""
    sql = """SELECT body, wordings FROM record WHERE number >= ?
             AND kind IN ('figure', 'event', 'statement') ORDER BY number LIMIT 1"""
    (last,) = store.execute("SELECT max(number) FROM record WHERE kind = 'statement'")
    body, wordings = store.execute(sql, (rng.randint(1, last[0]),)).fetchone()
    return str(wordings or body).split("\n", 1)[0]
