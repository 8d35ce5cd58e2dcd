"""Finding the record that a claim was made from: ours, FTS5's own ranking, and peers.

A claim is two thirds of the words of a record, and some of another's. What finds the
record among the first ten is counted, and how long it takes.
"""

import json
import random
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from compiling import rounds_for
from measuring import cost_of, percentiles, table, timed, told

from sinotech.claims.reading import tokens_of
from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.query.evidence import EVIDENCE_KINDS, find_candidates
from sinotech.query.ranking import RankingQuery
from sinotech.query.records import quoted
from sinotech.query.rerank import NAMED

CLAIMS = 300
FIRST = 10
HEAD = ("retrieval", "index s", "p50 / p95 ms", "first", f"of first {FIRST}")
BY_BM25S = Path(__file__).parent / "by_bm25s.py"
MOST_FOR_BM25S = 200_000
"""Figures up to which bm25s is asked: it holds all its postings in memory."""

Claim = tuple[int, list[str]]
"""The number of a record, and words that its claim has."""


def claims(store: sqlite3.Connection) -> list[Claim]:
    """Return claims made from figures, events and statements."""
    rng = random.Random(5)  # noqa: S311  # the same claims each time
    kinds = "kind IN ('figure', 'event', 'statement')"
    sql = f"SELECT min(number), max(number) FROM record WHERE {kinds}"
    first, last = store.execute(sql).fetchone()
    made: list[Claim] = []
    while len(made) < CLAIMS:
        number, own = words_from(store, rng.randint(first, last))
        _, others = words_from(store, rng.randint(first, last))
        kept = rng.sample(own, max(1, len(own) * 2 // 3))
        made.append((number, [*kept, *rng.sample(others, len(others) // 3)]))
    return made


def words_from(store: sqlite3.Connection, number: int) -> Claim:
    """Return the record *number*, or the next, and its telling words.

    Those are of what it is in other words, or else of its text and what it is about.
    """
    sql = f"""SELECT number, body || ' ' || coalesce(({NAMED}), ''), wordings
              FROM record WHERE number >= ? ORDER BY number LIMIT 1"""
    number, text, wordings = store.execute(sql, (number,)).fetchone()
    text = (wordings or text).split("\n", 1)[0]
    words = (token for token in tokens_of(text) if token.kind in {"word", "number"})
    told = dict.fromkeys(w.text for w in words if w.word not in FUNCTION_WORDS)
    return number, list(told)


def plain(store: sqlite3.Connection, words: Sequence[str]) -> list[int]:
    """Return what FTS5 ranks first of the records that hold any word."""
    sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search) LIMIT ?"
    match = " OR ".join(quoted(word) for word in words)
    return [number for (number,) in store.execute(sql, (match, FIRST))]


def bounded(store: sqlite3.Connection, words: Sequence[str]) -> list[int]:
    """Return what `cite` looks at first."""
    (found,) = find_candidates(store, [RankingQuery(words, FIRST, EVIDENCE_KINDS)])
    return found


def measured(databases: dict[int, Path], rounds: int, python: Path | None) -> str:
    """Return a table of each way at each size; *python* has bm25s, if it could be."""
    rows = []
    for size, database in databases.items():
        with sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True) as store:
            asked = claims(store)
            ways = {"`cite`": bounded, "FTS5, any word, bm25": plain}
            for label, way in ways.items():
                times = rounds if way is bounded else rounds_for(size, rounds)
                rows.append(
                    (f"{label}, {size:,}", "", *judged(store, asked, way, times))
                )
        if python and size <= MOST_FOR_BM25S:
            rows.append((f"bm25s, {size:,}", *by_bm25s(python, database, asked)))
    return table(HEAD, rows)


def judged(
    store: sqlite3.Connection,
    asked: Sequence[Claim],
    way: Callable[[sqlite3.Connection, Sequence[str]], list[int]],
    rounds: int,
) -> tuple[str, str, str]:
    """Return how long a way takes over claims, and how often it finds their record."""
    times = []
    for _ in range(rounds):
        each = [timed(partial(way, store, words)) for _, words in asked]
        times.append(percentiles(each))
    p50, p95 = (median(one[n] for one in times) for n in range(2))
    found = [(number, way(store, words)) for number, words in asked]
    return f"{p50:.1f} / {p95:.1f}", *recalls(found)


def recalls(found: Sequence[tuple[int, list[int]]]) -> tuple[str, str]:
    """Return how often a record came first, and among the first."""
    first = sum(number in numbers[:1] for number, numbers in found)
    among = sum(number in numbers[:FIRST] for number, numbers in found)
    return f"{first / len(found):.3f}", f"{among / len(found):.3f}"


def by_bm25s(
    python: Path, database: Path, asked: Sequence[Claim]
) -> tuple[str, str, str, str]:
    """Return what bm25s does on the same records and claims, in its own process."""
    with tempfile.TemporaryDirectory() as folder:
        lines, claimed = Path(folder) / "texts.jsonl", Path(folder) / "claims.json"
        write_texts(database, lines)
        claimed.write_text(json.dumps([words for _, words in asked]), "utf-8")
        answer = json.loads(told([python, BY_BM25S, lines, claimed, str(FIRST)]))
    p50, p95 = percentiles(answer["times"])
    numbers = (number for number, _ in asked)
    found = list(zip(numbers, answer["found"], strict=True))
    return f"{answer['seconds']:.1f}", f"{p50:.1f} / {p95:.1f}", *recalls(found)


def write_texts(database: Path, target: Path) -> None:
    """Write the texts of all records as JSON lines, for peers to index."""
    with sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True) as store:
        sql = f"""SELECT json_object('number', number, 'title', title, 'body', body,
                      'names', coalesce(({NAMED}), ''), 'wordings', wordings)
                  FROM record"""
        with target.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for (line,) in store.execute(sql))


def by_sqlite_utils(folder: Path, database: Path) -> str:
    """Return how long sqlite-utils takes to insert and index the texts of records."""
    lines, target = folder / "texts.jsonl", folder / "utils.db"
    write_texts(database, lines)
    target.unlink(missing_ok=True)
    try:
        columns = ["title", "body", "names", "wordings"]
        costs = [
            cost_of(["sqlite-utils", "insert", target, "record", lines, "--nl"]),
            cost_of(["sqlite-utils", "enable-fts", target, "record", *columns]),
        ]
    except (OSError, subprocess.CalledProcessError):
        return "–"
    seconds = sum(cost.seconds for cost in costs)
    return f"{seconds:.2f} s, {max(cost.peak for cost in costs) / 1e6:.0f} MB"
