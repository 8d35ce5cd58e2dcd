"""How well claims are judged, evidence is ranked, and how long both take.

    python bench/claims.py                 # the cases of tests/claims
    python bench/claims.py --eval FOLDER   # public sets besides

Of the cases it prints, for each batch, how many verdicts are right *today*: most have
steered the engine since. What each blind batch gave when it was first run, before
anything was changed for its sake, is FIRST_RUN, and does not change.
"""

import argparse
import json
import math
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from sinotech.claims import judge_text
from sinotech.claims.engine import judge
from sinotech.claims.words import Words
from sinotech.store import open_store

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "claims" / "cases.yaml"
FIRST_RUN = {
    "first": (130, 80, 4, 5),
    "second": (130, 105, 3, 5),
    "third": (130, 106, 2, 2),
    "fourth": (128, 105, 2, 7),
    "fifth": (128, 87, 4, 9),
    "sixth": (129, 110, 2, 4),
    "seventh": (130, 105, 5, 7),
}
"""Cases, right, falsely supported, falsely contradicted: each batch when blind."""

FALSE = ("supported", "contradicted")
ROW = "{:12} {:5}    {}          {}             {}"

DEPTH = 100
"""Records ranked for a claim of a public set."""


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines."""
    for line in path.read_text("utf-8").splitlines():
        if line:
            yield json.loads(line)


def share(part: float, whole: float) -> str:
    """Return a share as a percentage."""
    return f"{100 * part / whole:5.1f} %" if whole else "    –"


def spread(seconds: list[float]) -> str:
    """Return the median and the 95th percentile of what claims cost."""
    ordered = sorted(1000 * one for one in seconds)
    at = int(len(ordered) * 0.95)
    return f"{median(ordered):.1f} ms of the processor a claim, p95 {ordered[at]:.1f}"


def cases() -> None:
    """Print how many verdicts of each batch are right, now and at its first run."""
    words = Words(open_store(None, ()))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    costs = []
    for case in yaml.safe_load(CASES.read_text("utf-8")):
        as_of = case.get("as_of")
        began = time.process_time()
        verdict = judge(words, case["claim"], str(as_of) if as_of else None).verdict
        costs.append(time.process_time() - began)
        count = counts[case["batch"]]
        count["all"] += 1
        count["right"] += verdict == case["verdict"]
        for false in FALSE:
            count[false] += verdict == false != case["verdict"]
    print("batch        cases  right now  false supported  false contradicted")
    for batch, count in counts.items():
        told = [share(count[k], count["all"]) for k in ("right", *FALSE)]
        print(ROW.format(batch, count["all"], *told))
    print("first runs, blind:")
    for batch, (size, *rest) in FIRST_RUN.items():
        print(ROW.format(batch, size, *(share(n, size) for n in rest)))
    print(f"{spread(costs)}, in one process\n")


def free(data: Path) -> None:
    """Print how two free sentences are judged (FEVER-Symmetric, development pairs)."""
    pairs = list(lines(data / "verdict" / "feversym_dev.jsonl"))
    for name, some in (
        ("with digits", [p for p in pairs if p["numeric"]]),
        ("all", pairs),
    ):
        said = [(p["label"], judge_text(p["claim"], p["evidence"]).label) for p in some]
        right = sum(gold == label for gold, label in said)
        decided = [(gold, label) for gold, label in said if label != "neither"]
        sure = sum(gold == label for gold, label in decided)
        false = sum(gold != label == "supports" for gold, label in said)
        opposed = sum(gold == "contradicts" for gold, _ in said)
        print(
            f"two sentences, {name}: {len(some)}, right {share(right, len(some))}, "
            f"of those decided {share(sure, len(decided))} ({len(decided)}), "
            f"false support {share(false, opposed)}"
        )


def ranking(data: Path) -> None:
    """Print how well evidence is ranked in another's record set (CheckThat! 2020)."""
    folder = data / "retrieval" / "checkthat20"
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "records.yaml"
        path.write_text("\n".join(as_records(lines(folder / "corpus.jsonl"))), "utf-8")
        words = Words(open_store(None, (str(path),)))
    gold: dict[str, set[str]] = defaultdict(set)
    for row in lines(folder / "qrels.jsonl"):
        if row["rel"] > 0:
            gold[row["qid"]].add(f"d{row['docid']}")
    gains, firsts, answers, decided = [], [], [], 0
    costs = []
    asked = [q for q in lines(folder / "queries.jsonl") if q["split"] == "dev"]
    for query in asked:
        wanted = gold[query["id"]]
        began = time.process_time()
        judgement = judge(words, query["text"], None, DEPTH)
        costs.append(time.process_time() - began)
        ranked = judgement.ranking[:DEPTH]
        hits = [id_ in wanted for id_ in ranked[:10]]
        ideal = sum(1 / math.log2(i + 2) for i in range(min(10, len(wanted))))
        gains.append(sum(h / math.log2(i + 2) for i, h in enumerate(hits)) / ideal)
        firsts.append(bool(hits and hits[0]))
        deciding = {
            f.evidence.id
            for part in judgement.parts
            for f in part.findings
            if f.relation
        }
        answers.append(bool(deciding & wanted))
        decided += bool(deciding - wanted)
    print(
        f"ranking, {len(asked)} claims over 10,194 records: nDCG@10 "
        f"{sum(gains) / len(gains):.3f}, first {share(sum(firsts), len(firsts))}, "
        f"{spread(costs)}, {DEPTH} records ranked for each"
    )
    print(
        f"  decided by the right one {share(sum(answers), len(answers))}, by another "
        f"(an answer where the right one is taken away) {share(decided, len(asked))}"
    )


def as_records(corpus: Iterator[dict[str, Any]]) -> Iterator[str]:
    """Yield a record set that states each text of *corpus*."""
    yield 'records: {name: checked, version: "1", format: 1}'
    yield "sources:\n- {id: checked, title: Checked claims, short: Checked, type: news}"
    yield "statements:"
    for one in corpus:
        text = json.dumps(f"{one.get('title', '')} — {one['text']}", ensure_ascii=False)
        cited = "[{source: checked, paragraph: 1, find: a}]"
        yield f"- {{id: d{one['id']}, type: fact, text: {text}, cites: {cited}}}"


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", type=Path, help="folder of public development sets")
    asked = parser.parse_args()
    cases()
    if asked.eval:
        free(asked.eval)
        ranking(asked.eval)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
