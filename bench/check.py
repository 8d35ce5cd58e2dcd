"""How well a draft is checked, how quiet it is elsewhere, and what it costs.

    python bench/check.py                              # what needs no texts
    python bench/check.py --sources FOLDER             # errors planted in the texts
    python bench/check.py --eval FOLDER                # sentences as news puts them
    python bench/check.py --missed                     # show what is not found

Of the errors planted in sentences that state a recorded figure (``planted``): how many
are found as S001, and how many with --strict. Of all sentences as they stand: how many
findings there are, where there should be none but what a conflict explains. Of the
package descriptions in this environment, which are about something else: findings,
of which there should be none. What a sentence costs that makes no claim, and a draft
of 2,000 words.
"""

import argparse
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median

import yaml
from claims import CASES, RECORDS, fraction, lines
from measuring import Cost, cost_of, middle, table
from planted import SENTENCE, Planted, Said, plant, sentences

from sinotech.claims.engine import judge
from sinotech.claims.judgement import CERTAIN, Judgement
from sinotech.claims.passage import Passage, makes_claim, to_review
from sinotech.claims.session import Session
from sinotech.edtf import LAST_DAY
from sinotech.model import Source
from sinotech.records.load import load
from sinotech.store import open_store
from sinotech.texts import read_texts

CODES = {"outdated": "S002", "conflicting": "S003", "supported": "supported"}
WORDS = 2000
"""Words of the draft that is timed."""

ROUNDS = 7
_BLOCK = re.compile(r"\n\s*\n")
_FURNITURE = re.compile(
    r"^\s*(?:[#|>=~`+*-]|\.\.|\d+\.|:\w+:|https?:)|::$", re.MULTILINE
)


def code_of(judgement: Judgement | None) -> str:
    """Return the code that a sentence gets, with --strict; maybe none."""
    if judgement is None:
        return ""
    if judgement.verdict == "contradicted" and judgement.confidence == CERTAIN:
        return "S001"
    if to_review(judgement):
        return "S004"
    return CODES.get(judgement.verdict, "")


@dataclass(slots=True)
class Count:
    """Codes of some sentences, with the sentences of each code."""

    codes: Counter[str] = field(default_factory=Counter)
    said: dict[str, list[str]] = field(default_factory=dict)

    def add(self, code: str, text: str) -> None:
        """Count *text* under its *code*."""
        self.codes[code] += 1
        self.said.setdefault(code, []).append(text)

    def row(self, name: str) -> list[str]:
        """Return the row of a table."""
        shown = ("S001", "S002", "S003", "S004", "supported")
        told = [str(self.codes[code]) for code in shown]
        return [name, str(self.codes.total()), *told, str(self.codes[""])]


Days = dict[str, str]
"""The day as of which each text is read."""

HEAD = ["sentences", "of", "S001", "S002", "S003", "S004", "supported", "nothing"]


def in_place(session: Session, said: Iterable[Said], days: Days) -> Count:
    """Return what the sentences of texts get, each after those before it."""
    count, passage, source = Count(), Passage(session), ""
    for one in said:
        if one.source != source:
            passage = Passage(session, days.get(one.source))
            source = one.source
        code = code_of(passage.judge(one.text, opens=one.opens))
        count.add(code, one.text)
    return count


def found(
    session: Session, said: list[Said], planted: Iterable[Planted], days: Days
) -> Count:
    """Return what the planted errors get, each after the sentences before it."""
    count = Count()
    for one in planted:
        passage = Passage(session, days.get(one.said.source))
        for before in said[: said.index(one.said)]:
            if before.source == one.said.source:
                passage.hear(before.text, opens=before.opens)
        code = code_of(passage.judge(one.text, opens=one.said.opens))
        count.add(code, f"{one.figure} [{one.change}] {one.text}")
    return count


def of_texts(session: Session, folder: Path) -> Iterator[Count]:
    """Print and yield what the texts get: as they stand, and with planted errors.

    Relative dates are read as of the day when a text was published.
    """
    records = load([RECORDS])
    texts = read_texts(records, folder)
    days = {
        one.id: one.published.latest
        for one in records.of(Source)
        if one.published and one.published.latest < LAST_DAY
    }
    said, planted = list(sentences(texts)), list(plant(records, texts))
    stating = {one.said for one in planted}
    told = found(session, said, planted, days)
    true = in_place(session, said, days)
    stated = Count()
    for code, some in true.said.items():
        for text in some:
            if any(one.text == text for one in stating):
                stated.add(code, text)
    rows = [told.row("with a number changed"), stated.row("the same, unchanged")]
    print(table(HEAD, [*rows, true.row("all of the texts")]))
    sure, all_ = told.codes["S001"], told.codes.total()
    strict = all_ - told.codes[""] - told.codes["supported"]
    print(f"S001 {share(sure, all_)}, with --strict {share(strict, all_)}\n")
    yield from (told, true)


def share(part: int, whole: int) -> str:
    """Return a share as a count and a percentage."""
    return f"{part} of {whole} ({100 * part / max(whole, 1):.1f} %)"


def news(session: Session, path: Path) -> Count:
    """Print how sure what is said of sentences in the manner of news is."""
    count = Count()
    right: dict[str, list[bool]] = {"S001": [], "supported": []}
    for row in lines(path):
        code = code_of(Passage(session).judge(row["claim"], opens=True))
        count.add(code, row["claim"])
        verdict = {"S001": "contradicted"}.get(code, code)
        if code in right:
            right[code].append(row["verdict"] == verdict)
            if row["verdict"] != verdict:
                count.add("wrong", f"{code}: {row['claim']}")
    print(table(HEAD, [count.row("sentences as news")]))
    for code, truths in right.items():
        print(f"news: {code} right {fraction(truths)}")
    print()
    return count


def descriptions() -> Iterator[list[str]]:
    """Yield the sentences of each package description in this environment."""
    for folder in dict.fromkeys(map(Path, sys.path)):
        for path in sorted(folder.glob("*.dist-info/METADATA")):
            if not path.parent.name.startswith("sinotech"):
                yield list(prose(path.read_text("utf-8").partition("\n\n")[2]))


def prose(text: str) -> Iterator[str]:
    """Yield the sentences of the paragraphs of *text*, marks of form left out."""
    fenced = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    for block in _BLOCK.split(fenced):
        if block[:1].isspace() or _FURNITURE.search(block):
            continue
        for sentence in SENTENCE.split(" ".join(block.split())):
            if sentence:
                yield sentence


def elsewhere(session: Session) -> Count:
    """Print what text of other subjects gets, and what saying nothing of it costs."""
    count, claims = Count(), 0
    for some in descriptions():
        passage = Passage(session)
        for text in some:
            judgement = passage.judge(text)
            claims += judgement is not None
            count.add(code_of(judgement), text)
    print(table(HEAD, [count.row("package descriptions")]))
    print(f"of them taken for claims: {share(claims, count.codes.total())}")
    said = [text for some in descriptions() for text in some]
    dropped = [text for text in said if not makes_claim(session, text)]
    kept = [text for text in said if makes_claim(session, text)][:400]
    gate = per_sentence(lambda text: makes_claim(session, text), dropped)
    judged = per_sentence(lambda text: judge(session, text), kept)
    print(
        f"a sentence that makes no claim costs {gate:.3f} ms, one of them that is "
        f"judged {judged:.1f} ms: 1/{judged / gate:.0f}\n"
    )
    return count


def per_sentence(call: Callable[[str], object], texts: list[str]) -> float:
    """Return the milliseconds of the processor that a sentence takes."""
    begin = time.process_time()
    for text in texts:
        call(text)
    return (time.process_time() - begin) * 1e3 / max(len(texts), 1)


def draft() -> str:
    """Return a draft in Markdown, of sentences of our own, 2,000 words long."""
    told = [str(case["claim"]) for case in yaml.safe_load(CASES.read_text("utf-8"))]
    told = [one for one in told if one.endswith(".")]
    made, count = ["# A draft", ""], 0
    for at, sentence in enumerate(told):
        if count > WORDS:
            break
        count += len(sentence.split())
        made.append(sentence)
        if at % 6 == 5:
            made += ["", f"## Part {at // 6 + 1}", ""]
    return "\n".join(made)


def whole_process() -> None:
    """Print what a draft takes as a whole process, beside the interpreter alone."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "draft.md"
        path.write_text(draft(), "utf-8")
        checking: list[str | Path] = [sys.executable, "-m", "sinotech", "check"]
        checking += ["--exit-zero", path]
        costs: list[Cost] = []
        ratios = []
        for _ in range(ROUNDS):
            bare = cost_of([sys.executable, "-c", "pass"])
            costs.append(cost_of(checking))
            ratios.append(costs[-1].cpu / bare.cpu)
    cost = middle(costs)
    print(
        f"a draft of {WORDS} words as a process: {cost.seconds:.2f} s; of the "
        f"processor {cost.cpu:.2f} s, {median(ratios):.0f} times python -c pass"
    )


def within(session: Session) -> None:
    """Print what the sentences of a draft take within the process."""
    passage, times = Passage(session), []
    for text in SENTENCE.split(draft()):
        begin = time.process_time()
        passage.judge(text)
        times.append(time.process_time() - begin)
    print(
        f"a draft of {WORDS} words within the process: {sum(times):.2f} s, "
        f"{1e3 * mean(times):.1f} ms a sentence"
    )


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", type=Path, help="folder of public development sets")
    parser.add_argument("--sources", type=Path, help="folder of the source texts")
    parser.add_argument("--missed", action="store_true", help="show what is not found")
    asked = parser.parse_args()
    words = Session(open_store(None, ()))
    counts: list[Count] = []
    if asked.sources:
        counts += of_texts(words, asked.sources)
    if asked.eval:
        counts.append(news(words, asked.eval / "verdict" / "newslike.jsonl"))
    counts.append(elsewhere(words))
    within(words)
    whole_process()
    for count in counts if asked.missed else ():
        print()
        for code, some in count.said.items():
            for text in some:
                print(f"{code or 'nothing':10} {text}")


if __name__ == "__main__":
    main()
