"""Errors planted in the sentences that records were read from: a number changed.

The rule: the digits or the word for the number, where the record's phrase has them, are
made half to three quarters, or 1.3 to 2.2 times as much, in the same style and as round
as before; upwards alone where the record says *more than*, for less would be true, and
downwards where it says *nearly*, or is a share of all. Which of them is drawn by the
record's id; a number that some other figure has is passed over, for it may be true.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sinotech.model import Figure
from sinotech.records.load import RecordSet
from sinotech.texts import Paragraph, Texts, spans

SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b(?:Dr|Mr|No|St|Jr)\.)(?<!\b(?:Prof|Mrs\.))[”\"’]?\s+(?=[A-Z“\"0-9])"
)
"""What stands between two sentences."""

NUMBERS = """one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen twenty""".split()
ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh
twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
twentieth""".split()
OTHERS = {"doubled": "tripled", "a quarter": "a half", "dozens": "hundreds"}
UPWARDS, DOWNWARDS = (1.3, 1.5, 1.7, 2.2), (0.5, 0.6, 0.75)
"""By how many times a number is changed."""

RISING = frozenset(("more_than", "at_least"))
FALLING = frozenset(("fewer_than", "up_to", "nearly"))
_DIGITS = re.compile(r"(\d[\d,]*)(\.\d+)?(st|nd|rd|th)?")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a text: where it stands, and whether it opens its paragraph."""

    source: str
    paragraph: int
    begin: int
    end: int
    text: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence with a number changed, and the figure that it states rightly."""

    said: Said
    figure: str
    text: str
    change: str


def sentences(texts: Texts) -> Iterator[Said]:
    """Yield the sentences of all articles, in order."""
    for source, paragraphs in texts.articles.items():
        for paragraph in paragraphs:
            yield from cut(source, paragraph)


def cut(source: str, paragraph: Paragraph) -> Iterator[Said]:
    """Yield the sentences of a paragraph."""
    begin, text = 0, paragraph.text
    ends = [match.span() for match in SENTENCE.finditer(text)]
    for end, after in [*ends, (len(text), len(text))]:
        if text[begin:end].strip():
            one = (source, paragraph.number, begin, end, text[begin:end], not begin)
            yield Said(*one)
        begin = after


def plant(records: RecordSet, texts: Texts) -> Iterator[Planted]:
    """Yield an error for each figure in each sentence that a record finds it in."""
    said = list(sentences(texts))
    known = {value for one in records.of(Figure) if (value := one.value or one.high)}
    for figure in records.of(Figure):
        for source, paragraph, begin, end in places(figure, texts):
            for one in said:
                here = (one.source, one.paragraph) == (source, paragraph)
                if here and one.begin <= begin < one.end:
                    at, to = begin - one.begin, end - one.begin
                    number = one.text[at:to]
                    other = changed(number, figure, known)
                    text = f"{one.text[:at]}{other}{one.text[to:]}"
                    yield Planted(one, figure.id, text, f"{number} -> {other}")


def places(figure: Figure, texts: Texts) -> Iterator[tuple[str, int, int, int]]:
    """Yield where a figure's number stands: source, paragraph, begin and end."""
    for citation in figure.cites:
        for paragraph in texts.articles.get(citation.source, ()):
            if paragraph.number != citation.paragraph or not citation.find:
                continue
            for begin, end in spans(citation.find, paragraph.text)[:1]:
                found = spans(figure.as_written, paragraph.text[begin:end])
                for first, last in found[:1]:
                    number = citation.paragraph
                    yield citation.source, number, begin + first, begin + last


def changed(number: str, figure: Figure, known: set[Decimal]) -> str:
    """Return *number* as neither the figure has it nor, where possible, another."""
    draw = random.Random(figure.id)  # noqa: S311  # the same at every run
    whole = "percent" in number and figure.hedge not in RISING
    down = figure.hedge in FALLING or whole
    if not down and figure.hedge not in RISING:
        down = draw.random() < 1 / 2
    factors = draw.sample(DOWNWARDS if down else UPWARDS, k=3)
    made = [times(number, factor) for factor in factors]
    return next((text for text, value in made if value not in known), made[0][0])


def times(number: str, factor: float) -> tuple[str, Decimal]:
    """Return *number* with what it counts *factor* times, and that number itself."""
    if match := _DIGITS.search(number):
        text = _DIGITS.sub(lambda match: in_digits(match, factor), number)
        plain = in_digits(match, factor).rstrip("stndrh").replace(",", "")
        return text, Decimal(plain)
    for word in number.split():
        for row in (NUMBERS, ORDINALS):
            if word.lower() in row:
                other = in_words(row, row.index(word.lower()) + 1, factor)
                value = Decimal(row.index(other) + 1)
                other = other.capitalize() if word[0].isupper() else other
                return number.replace(word, other), value
    for word, other in OTHERS.items():
        if word in number:
            return number.replace(word, other), Decimal(0)
    raise ValueError(number)


def in_digits(match: re.Match[str], factor: float) -> str:
    """Return the number of *match* times *factor*, as round as it is."""
    whole, fraction, ordinal = match[1].rstrip(","), match[2] or "", match[3]
    plain = whole.replace(",", "")
    if fraction:
        return f"{float(plain + fraction) * factor:.{len(fraction) - 1}f}"
    unit = 10 ** (len(plain) - len(plain.rstrip("0")))
    value = round(int(plain) * factor / unit) * unit
    value = value if value not in {int(plain), 0} else int(plain) + unit
    written = f"{value:,}" if "," in whole else str(value)
    if ordinal:
        teen = value // 10 % 10 == 1
        written += "th" if teen else _ENDINGS.get(value % 10, "th")
    return written


def in_words(row: list[str], value: int, factor: float) -> str:
    """Return the word of *row* for *value* times *factor*, or the next one."""
    other = round(value * factor)
    other = other if 0 < other <= len(row) and other != value else value + 1
    return row[other - 1]
