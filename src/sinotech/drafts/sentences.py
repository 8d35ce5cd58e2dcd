"""Blocks cut into sentences: by sentencex where it is installed, else by our rules."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sinotech.drafts.blocks import Block
from sinotech.drafts.extra import is_absent
from sinotech.drafts.quotations import is_quoted, quotations_of
from sinotech.naming import HAN
from sinotech.prose.languages import detect
from sinotech.prose.sentences import ENDS, goes_on
from sinotech.prose.sentences import sentences_of as cut_by_hand

_CLOSING = frozenset("。！？”’」』）")
"""Signs that end a sentence, and that our own rules leave out."""

Cutter = Callable[[str], Iterator[tuple[int, int]]]
"""What is given a text, and yields where its sentences begin and end."""

Boundaries = Callable[[str, str], list[tuple[int, int]]]
"""What is given a language and a text, and returns the same."""

_WINDOW = 20_000
"""Characters that sentencex is given at a time: the time that it takes grows with their
square where they are full of signs that open something. No sentence is as long."""

_FRAGMENTS = frozenset({"heading", "cell", "caption"})
"""Kinds of block that mostly state nothing."""

_NUMBER = re.compile(r"\W*\d{1,3}[.)]*\s*")
_LETTERS = re.compile(r"[^\W_]")
_NUMBER_OF = re.compile(rf"\d[^\n]*?(?:[^\W\d_]{{3}}|[{HAN}])|[^\W\d_]{{3}}[^\d\n]*\d")
"""A number, and a word that it may count."""

_FINITE = re.compile(
    rf"""(?xi)\b(?:is|are|was|were|has|have|had|will|says?|said
    |signs|opens|launches|joins|agrees|builds|plans|sets|holds|hosts|leads|exports
    |invests|becomes|reaches|exceeds|surpasses|tops|makes|takes|gives|backs|bans
    |approves|begins|starts|ends|cuts|funds|trains|shares|\w{{2,}}ed
    |son|fue|fueron|han|tiene|são|foi|foram|tem|têm|est|sont|ont)\b
    |[{HAN}]{{8}}"""
)
"""A verb that states something, or as many Chinese characters as a statement has."""


@dataclass(slots=True)
class Sentence:
    """A sentence of a block: its *text* stands between *begin* and *end* of the block's.

    *quoted* says that all of it, but perhaps for who said it, is a quotation; *opens*,
    that it is the first of its block.
    """  # noqa: E501

    block: Block
    begin: int
    end: int
    text: str
    quoted: bool
    opens: bool

    def span(self) -> tuple[int, int]:
        """Return where in the source it stands."""
        return self.block.span(self.begin, self.end)


def sentences_of(block: Block) -> Iterator[Sentence]:
    """Yield the sentences of *block*: none of a heading that states nothing."""
    text = block.text
    if block.kind in _FRAGMENTS and not states(text):
        return
    quotations = quotations_of(text)
    opens = True
    for begin, end in cut(text):
        if not _LETTERS.search(text, begin, end):
            continue
        quoted = block.kind == "quotation" or is_quoted(text, begin, end, quotations)
        yield Sentence(block, begin, end, text[begin:end], quoted, opens)
        opens = False


def states(text: str) -> bool:
    """Whether a heading or a cell may state something: by a verb, or a number of things.

    >>> states("119 agreements"), states("China opens a lab"), states("Results")
    (True, True, False)
    """  # noqa: E501
    return bool(_NUMBER_OF.search(text) or _FINITE.search(text))


def cut(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of *text* begins and ends, without blanks about it.

    The number of an item in a line of them is no sentence, but the beginning of one.

    >>> text = "1. It is so. 2. It is not."
    >>> [text[begin:end] for begin, end in cut(text)]
    ['1. It is so.', '2. It is not.']
    """
    first = -1
    for begin, end in cutter()(text):
        sentence = text[begin:end]
        if first < 0:
            first = begin + len(sentence) - len(sentence.lstrip())
        last = begin + len(sentence.rstrip())
        goes_on_there = _NUMBER.fullmatch(sentence) or goes_on(text, last)
        if first < last and (end == len(text) or not goes_on_there):
            yield first, last
            first = -1


@lru_cache(maxsize=1)
def cutter() -> Cutter:
    """Return what cuts text into sentences: sentencex, if it is installed."""
    try:
        from sentencex import get_sentence_boundaries
    except ImportError as error:
        if not is_absent(error):
            raise
        return own_cutter

    def boundaries(language: str, text: str) -> list[tuple[int, int]]:
        found = get_sentence_boundaries(language, text)
        return [(one["start_index"], one["end_index"]) for one in found]

    return lambda text: _by_windows(text, boundaries)


def _by_windows(text: str, boundaries: Boundaries) -> Iterator[tuple[int, int]]:
    """Yield the sentences of *text*; *boundaries* is given a part of it at a time."""
    language = detect(text[:_WINDOW]) or "en"
    at = 0
    while at < len(text):
        window = text[at : at + _WINDOW]
        found = boundaries(language, window)
        if at + _WINDOW < len(text) and len(found) > 1:
            found.pop()  # it may go on
        for begin, end in found:
            yield at + begin, at + end
        at += found[-1][1] if found else len(window)


def own_cutter(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of *text* begins and ends, by our own rules."""
    last = 0
    for begin, end in cut_by_hand(text, ENDS):
        first, last = max(begin, last), end
        while last < len(text) and text[last] in _CLOSING:
            last += 1
        yield first, last
