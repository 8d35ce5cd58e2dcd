"""How well claims are judged, evidence is ranked, and how long both take.

    python bench/claims.py                  # cases of tests/claims, and variants
    python bench/claims.py --eval FOLDER    # public sets and own lines besides
    python bench/claims.py --quick          # without variants: they take minutes
    python bench/claims.py --show place     # variants that are judged wrongly

Of the cases it prints, for each batch, how many verdicts are right *today*: most have
steered the engine since. What each blind batch gave when it was first run, before
anything was changed for its sake, is FIRST_RUN, and does not change.

Then, of what is labelled: how often *supported* and *contradicted* are right where they
are said (precision), and said where they are right (recall), by confidence if verdicts
have one. Of the sentences of the texts themselves: how many are supported (all should
be, or are not recorded) and contradicted (none should be). Of the variants of claims
that are judged rightly (``metamorphic``), by kind: how many are judged alike where they
say the same, and how many are supported no longer where they say something else. What
is said to be *undecided* is right where *not found* is expected.
"""

import argparse
import json
import math
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import metamorphic
import yaml
from metamorphic import HOLD, MUST_CHANGE, Seed, Variant, holds, is_right, variants

import sinotech
from sinotech.claims import judge_text
from sinotech.claims.engine import judge
from sinotech.claims.session import Session
from sinotech.records.load import load
from sinotech.store import open_store
from sinotech.texts import read_texts

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "claims" / "cases.yaml"
RECORDS = Path(sinotech.__file__).parents[2] / "data" / "records.yaml"
"""Of the checkout whose engine is asked."""

FIRST_RUN = {
    "first": (130, 80, 4, 5),
    "second": (130, 105, 3, 5),
    "third": (130, 106, 2, 2),
    "fourth": (128, 105, 2, 7),
    "fifth": (128, 87, 4, 9),
    "sixth": (129, 110, 2, 4),
    "seventh": (130, 105, 5, 7),
    "eighth": (150, 101, 2, 2),
    "ninth": (150, 97, 4, 2),
    "tenth": (200, 120, 6, 0),
    "eleventh": (200, 114, 3, 0),
    "twelfth": (200, 135, 4, 2),
    "thirteenth": (150, 105, 1, 1),
    "fourteenth": (150, 94, 2, 4),
    "fifteenth": (150, 117, 3, 1),
    "sixteenth": (150, 94, 3, 2),
    "seventeenth": (100, 54, 1, 2),
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


@dataclass(frozen=True, slots=True)
class Labelled:
    """A claim with the verdict that it deserves, and the one that it got."""

    claim: str
    expected: str
    said: str
    confidence: str
    group: str
    """The batch of a case."""
    kind: str
    as_of: str | None
    cost: float

    @property
    def right(self) -> bool:
        """Whether it is judged rightly."""
        return is_right(self.said, self.expected)


def labelled(session: Session, rows: Iterable[dict[str, Any]]) -> list[Labelled]:
    """Return labelled claims, judged."""
    done = []
    for row in rows:
        as_of = str(row["as_of"]) if row.get("as_of") else None
        began = time.process_time()
        judgement = judge(session, row["claim"], as_of)
        cost = time.process_time() - began
        confidence = getattr(judgement, "confidence", None) or ""
        group, kind = row.get("batch", ""), row["kind"]
        verdicts = row["verdict"], judgement.verdict, confidence
        done.append(Labelled(row["claim"], *verdicts, group, kind, as_of, cost))
    return done


def cases(done: list[Labelled]) -> None:
    """Print how many verdicts of each batch are right, now and at its first run."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for case in done:
        count = counts[case.group]
        count["all"] += 1
        count["right"] += case.right
        for false in FALSE:
            count[false] += case.said == false != case.expected
    print("batch        cases  right now  false supported  false contradicted")
    for batch, count in counts.items():
        told = [share(count[k], count["all"]) for k in ("right", *FALSE)]
        print(ROW.format(batch, count["all"], *told))
    print("first runs, blind:")
    for batch, (size, *rest) in FIRST_RUN.items():
        print(ROW.format(batch, size, *(share(n, size) for n in rest)))
    print(f"{spread([case.cost for case in done])}, in one process\n")


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
        words = Session(open_store(None, (str(path),)))
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
            for f in part.matches
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


_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b(?:Dr|Mr|No|St|Jr)\.)(?<!\b(?:Prof|Mrs\.))[”\"’]?\s+(?=[A-Z“\"0-9])"
)


def own_lines(session: Session, folder: Path) -> None:
    """Print how the sentences of the texts themselves are judged."""
    counts: Counter[str] = Counter()
    for paragraphs in read_texts(load([RECORDS]), folder).articles.values():
        for paragraph in paragraphs:
            for sentence in _SENTENCE.split(paragraph.text):
                counts[judge(session, sentence).verdict] += 1
    supported, contradicted = (counts.pop(verdict, 0) for verdict in FALSE)
    rest = ", ".join(f"{verdict} {count}" for verdict, count in sorted(counts.items()))
    print(
        f"\nthe texts' own sentences: {supported + contradicted + counts.total()}, "
        f"supported {supported}, contradicted {contradicted} (each falsely), "
        f"other {counts.total()} ({rest})"
    )


def news(done: list[Labelled]) -> None:
    """Print how sentences in the manner of news are judged."""
    told = [f"right {fraction([one.right for one in done])}"]
    for verdict in FALSE:
        said = [one.right for one in done if one.said == verdict]
        told.append(f"of {verdict}, right {fraction(said)}")
    decided = [one.right for one in done if one.expected != "not_found"]
    told.append(f"decided rightly of what the texts decide {fraction(decided)}")
    print(f"sentences as news puts them: {'; '.join(told)}")


def fraction(truths: list[bool]) -> str:
    """Return how many of *truths* hold, as a count and as a percentage."""
    return f"{sum(truths)} of {len(truths)} ({share(sum(truths), len(truths)).strip()})"


def trust(name: str, done: list[Labelled]) -> None:
    """Print precision and recall of what decides, by confidence where there is one."""
    for verdict in FALSE:
        expected = sum(one.expected == verdict for one in done)
        said = [one for one in done if one.said == verdict]
        grades = sorted({one.confidence for one in said} - {""})
        for grade in ["", *grades]:
            some = [one.right for one in said if grade in {"", one.confidence}]
            recall = f"{sum(some)} of {expected} ({share(sum(some), expected).strip()})"
            print(
                f"{name:9} {verdict:13}{grade:8} precision {fraction(some)}, "
                f"recall {recall}"
            )


def seeds_of(done: list[Labelled]) -> list[Seed]:
    """Return the claims that are judged rightly, to make variants of."""
    return [Seed(d.claim, d.said, d.kind, d.as_of) for d in done if d.right]


def judged(session: Session, seeds: list[Seed]) -> list[tuple[Variant, str]]:
    """Return the variants of *seeds*, each with its verdict."""
    return [
        (v, judge(session, v.text, v.seed.as_of).verdict)
        for v in variants(session, seeds)
    ]


def by_kind(done: list[tuple[Variant, str]], must: str) -> Iterator[tuple[str, Any]]:
    """Yield each kind of variant with those of it, and all of them at last."""
    of = [(variant, said) for variant, said in done if variant.way.must == must]
    for kind in dict.fromkeys(way.kind for way in metamorphic.WAYS if way.must == must):
        yield kind, [(v, said) for v, said in of if v.way.kind == kind]
    yield "all", of


def held(done: list[tuple[Variant, str]]) -> None:
    """Print how many variants that say the same are judged alike."""
    print(
        f"{'said otherwise':20} judged alike, of all{'':8} of supported{'':16}", end=""
    )
    print("of contradicted         other ones decided")
    for kind, some in by_kind(done, HOLD):
        told = [fraction([holds(v, said) for v, said in some])]
        for verdict in FALSE:
            of = [holds(v, said) for v, said in some if v.seed.verdict == verdict]
            told.append(fraction(of))
        new = sum(said in FALSE and said != v.seed.verdict for v, said in some)
        print(f"{kind:20} {told[0]:27} {told[1]:27} {told[2]:23} {new}")


def changed(done: list[tuple[Variant, str]]) -> None:
    """Print how many variants that say something else are supported no longer."""
    print(
        f"{'something else said':20} supported no longer{'':9} still supported  ",
        end="",
    )
    print("contradicted")
    for kind, some in by_kind(done, MUST_CHANGE):
        told = fraction([holds(v, said) for v, said in some])
        still, against = (sum(said == one for _, said in some) for one in FALSE)
        print(f"{kind:20} {told:27} {still:15}  {against:12}")


def shown(done: list[tuple[Variant, str]], kind: str) -> None:
    """Print the variants of *kind* that are judged as they must not be."""
    for variant, said in done:
        if variant.way.kind == kind and not holds(variant, said):
            name = variant.way.change.__name__
            print(f"{variant.seed.verdict} -> {said} ({name}): {variant.text}")


def metamorphic_rates(
    session: Session, name: str, done: list[Labelled], kind: str | None
) -> None:
    """Print how variants of what is judged rightly are judged."""
    seeds = seeds_of(done)
    right = Counter(seed.verdict for seed in seeds)
    made = judged(session, seeds)
    print(
        f"\n{name}: {len(made)} variants of {len(seeds)} claims judged rightly, "
        f"{right['supported']} supported, {right['contradicted']} contradicted"
    )
    held(made)
    print()
    changed(made)
    if kind:
        shown(made, kind)


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", type=Path, help="folder of public development sets")
    parser.add_argument("--quick", action="store_true", help="make no variants")
    parser.add_argument("--show", metavar="KIND", help="show variants judged wrongly")
    asked = parser.parse_args()
    words = Session(open_store(None, ()))
    done = {"cases": labelled(words, yaml.safe_load(CASES.read_text("utf-8")))}
    cases(done["cases"])
    if asked.eval:
        free(asked.eval)
        ranking(asked.eval)
        own_lines(words, asked.eval.parent / "sources")
        path = asked.eval / "verdict" / "newslike.jsonl"
        done["newslike"] = labelled(words, lines(path))
        news(done["newslike"])
        done["both"] = done["cases"] + done["newslike"]
    print()
    for name, some in done.items():
        trust(name, some)
    if not asked.quick:
        for name in [name for name in done if name != "both"]:
            metamorphic_rates(words, name, done[name], asked.show)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
