"""What the texts say that no record touches.

A curator reads the list and either makes a record or says in ``omissions`` why there is
none. What counts: every number (in digits or words), every capitalised name, every
line that belongs to no article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sinotech.checks import citations, references
from sinotech.compile.names import names_of
from sinotech.model import Source
from sinotech.naming import fold
from sinotech.prose.numbers import NUMERALS
from sinotech.prose.numerals import numbers_in
from sinotech.records.load import RecordSet
from sinotech.texts import Paragraph, Texts, numbers, read_texts, spans

_CAPITAL = r"(?:π ?-?|[A-Z])[\w’'&.-]*\w|[A-Z]"
_NAME = re.compile(
    rf"(?<![\w’'])(?:{_CAPITAL})(?:\s(?:(?:of|and|the|for|on|de)\s){{0,2}}"
    rf"(?:{_CAPITAL}))*"
)
_SENTENCE = re.compile(r"(?:^|[.?!:;—–\"“”(]\s*|[.?!][”\"]\s+)$")

_NO_COUNT = frozenset("one ones first second seconds third".split())
"""Words that are more often pronouns, adverbs or titles than counts; a lone Chinese
numeral may be part of any word, too."""

_OPENERS = frozenset(
    """a according additionally all also although among an and as at beyond both
    building but by can committed could despite during each even events every experts
    fostering for former from given has have here how i if in initiatives international
    it its jointly just let like looking many more most multinational no of on one or
    others over policies public recent renowned reports representatives science since
    some such take that the their them there these they this those through thus to today
    under we what what’s when where which while will with within would""".split()
)
"""Words that begin sentences and are no names."""


@dataclass(frozen=True, slots=True, order=True)
class Untouched:
    """One number, name or line of a text that no record's phrase touches."""

    source: str
    paragraph: int
    kind: str
    text: str
    context: str


def untouched(records: RecordSet, folder: Path) -> tuple[list[Untouched], list[str]]:
    """Return what no record touches in the texts of *folder*, and the missing texts."""
    texts = read_texts(records, folder)
    left: list[Untouched] = []
    for source in records.of(Source):
        if source.id in texts.articles:
            article = texts.articles[source.id]
            phrases = _phrases(records, source.id)
            left += _untouched_numbers(source.id, article, phrases)
            known = _known_names(records, source.id)
            left += _untouched_names(source.id, article, phrases, known)
    left += _untouched_lines(records, texts)
    return left, texts.missing


def _phrases(records: RecordSet, source: str) -> list[str]:
    """Return the find phrases that cite *source*, and those left out on purpose."""
    cited = [
        citation.find
        for record in records.all()
        for citation in citations(record)
        if citation.source == source and citation.find
    ]
    omitted = [o.find for o in records.omissions if o.source == source and o.find]
    return [*cited, *omitted]


def _touched(paragraph: Paragraph, phrases: list[str]) -> list[tuple[int, int]]:
    return [span for phrase in phrases for span in spans(phrase, paragraph.text)]


def _overlaps(span: tuple[int, int], touched: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in touched)


def _untouched_numbers(
    source: str, article: list[Paragraph], phrases: list[str]
) -> Iterator[Untouched]:
    """Yield each number, at each place, that no phrase touches."""
    for paragraph in article:
        touched = _touched(paragraph, phrases)
        for _, start, end in numbers_in(paragraph.text):
            word = paragraph.text[start:end]
            counts = word.lower() not in _NO_COUNT and word not in NUMERALS
            if counts and not _overlaps((start, end), touched):
                yield _item(source, paragraph, "number", start, end)


def _known_names(records: RecordSet, source: str) -> dict[int, set[str]]:
    """Return the names of what the records citing each paragraph are about, folded."""
    by_id = {record.id: record for record in records.all()}
    known: dict[int, set[str]] = {}
    for record in by_id.values():
        cited = {c.paragraph for c in citations(record) if c.source == source}
        if not cited:
            continue
        about = [record, *(by_id[id_] for _, _, id_, _ in references(record))]
        names = {fold(name) for one in about for name, _ in names_of(one)}
        for paragraph in cited:
            known.setdefault(paragraph or 0, set()).update(names)
    return known


def _is_known(name: str, names: set[str]) -> bool:
    return (
        all(fold(part) in names for part in name.split(" and ")) or fold(name) in names
    )


def _untouched_names(
    source: str,
    article: list[Paragraph],
    phrases: list[str],
    known: dict[int, set[str]],
) -> Iterator[Untouched]:
    """Yield each name that no phrase touches anywhere in *article*, once.

    A name of what a record that cites the paragraph is about counts as touched.
    """
    places: dict[str, list[tuple[Paragraph, re.Match[str], bool]]] = {}
    for paragraph in article:
        touched = _touched(paragraph, phrases)
        for match in _NAME.finditer(paragraph.text):
            if name := _name(match, paragraph.text):
                hit = _overlaps(match.span(), touched) or _is_known(
                    name, known.get(paragraph.number, set())
                )
                places.setdefault(name, []).append((paragraph, match, hit))
    for name, found in places.items():
        if not any(hit for _, _, hit in found):
            paragraph, match, _ = found[0]
            item = _item(source, paragraph, "name", *match.span())
            yield Untouched(source, paragraph.number, "name", name, item.context)


def _name(match: re.Match[str], text: str) -> str:
    """Return the name that *match* is, without an opening word, or nothing."""
    words = match[0].removesuffix("’s").removesuffix("'s").split()
    begins = _SENTENCE.search(text[: match.start()]) is not None
    while words and begins and words[0].lower() in _OPENERS:
        words.pop(0)
    if begins and len(words) == 1 and match[0].istitle() and words[0] == match[0]:
        return ""  # a lone capitalised word that begins a sentence may be any word
    return " ".join(words)


def _item(
    source: str, paragraph: Paragraph, kind: str, start: int, end: int
) -> Untouched:
    text = paragraph.text
    context = " ".join(text[max(start - 30, 0) : end + 30].split())
    return Untouched(source, paragraph.number, kind, text[start:end], context)


def _untouched_lines(records: RecordSet, texts: Texts) -> Iterator[Untouched]:
    """Yield each line that is in no article, no title or byline, and not left out."""
    for file, lines in texts.lines.items():
        held: set[int] = set()
        printed: set[str] = set()
        for source in records.of(Source):
            if source.text and source.text.file == file:
                held |= set(numbers(source.text.span))
                printed |= _furniture(source)
        for omission in records.omissions:
            if omission.file == file:
                held |= set(numbers(omission.span))
        for number, line in enumerate(lines, 1):
            text = line.strip()
            if text and number not in held and text not in printed:
                yield Untouched(file, number, "line", text[:60], text[:60])


def _furniture(source: Source) -> set[str]:
    """Return the lines in which *source* prints its title, rubric and byline."""
    names = [author.name for author in source.authors]
    joined = ", ".join(names[:-1]) + f" & {names[-1]}" if names[1:] else "".join(names)
    parts = (source.title, source.column, f"By {joined}")
    return {part for part in parts if part}
