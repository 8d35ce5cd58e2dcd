"""Comments that say what not to report.

``<!-- sinotech: ignore[S001, S002] reason -->`` is about the next block (a paragraph, a
list, a table) or, where it stands in a line of text, about that line. Without codes it
is about all of them. ``<!-- sinotech: off -->`` is about all that follows, until
``<!-- sinotech: on -->``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from sinotech.drafts.blocks import Comment, Part, Region

WORDS = ("ignore", "off", "on")
"""What such a comment may say."""

_OURS = re.compile(r"\s*sinotech(?:\s*:|[\s-]+(?=(?:ignore|off|on)\b))", re.IGNORECASE)
_SAID = re.compile(
    r"\s*(?P<word>[\w-]*)\s*(?P<codes>\[[^\]]*\]?)?\s*(?P<reason>.*?)\s*", re.DOTALL
)
_CODE = re.compile(r"[A-Z]\d{3}")
_BARE_CODE = re.compile(r"\W*(S\d{3})\b", re.IGNORECASE)
"""A code without brackets, which would be taken for a reason to let all codes be."""

_NO_TEXT = re.compile(r"<!--.*?-->|<[^<>]*>|[\W_]|\d+[.)]", re.DOTALL)
"""What may stand beside a comment that stands by itself: comments, tags, marks of
lists and quotations."""


@dataclass(slots=True)
class Suppression:
    """A comment that says not to report some *codes*; all of them, if it names none.

    The comment stands between *begin* and *end*. It is about what stands, if only in
    part, between *first* and *last*; all four are offsets in the source. What is wrong
    with it is its *problem*, in words; one with a problem is about nothing.
    """

    codes: frozenset[str]
    begin: int
    end: int
    first: int
    last: int
    reason: str
    problem: str = ""

    def is_about(self, begin: int, end: int, code: str) -> bool:
        """Whether it says not to report *code* of what stands between two offsets."""
        return (
            not self.problem
            and begin < self.last
            and end > self.first
            and (not self.codes or code in self.codes)
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """A line between two offsets, and whether it has text beside its comments."""

    first: int
    last: int
    has_text: bool


def suppressions_of(source: str, parts: Iterable[Part]) -> list[Suppression]:
    """Return what the comments among the *parts* of *source* say not to report.

    An ``on`` is no suppression of its own, unless something is wrong with it.
    """
    comments, places = _sorted(parts)
    found: list[Suppression] = []
    is_off = None
    line = _Line(0, 0, has_text=False)
    for comment in comments:
        read = _read(comment)
        if read is None:
            continue
        word, suppression = read
        if word == "ignore":
            if not line.first <= comment.begin < comment.end <= line.last:
                line = _line_of(source, comment)
            own = line.first, line.last
            place = own if line.has_text else _next(places, comment)
            suppression.first, suppression.last = place
        elif not suppression.problem:
            is_off = _switched(word, suppression, is_off)
        if word != "on" or suppression.problem:
            found.append(suppression)
    if is_off:
        is_off.last = len(source)
    return found


def _sorted(parts: Iterable[Part]) -> tuple[list[Comment], list[tuple[int, int]]]:
    """Return the comments among *parts*, and where each other one begins and ends.

    The ends are negative, so that what holds another comes before it.
    """
    comments, places = [], []
    for part in parts:
        if isinstance(part, Comment):
            comments.append(part)
        elif isinstance(part, Region):
            places.append((part.begin, -part.end))
        else:
            places.append((part.begins[0], -part.ends[-1]))
    return sorted(comments, key=lambda one: one.begin), sorted(places)


def _read(comment: Comment) -> tuple[str, Suppression] | None:
    """Return the word of *comment* and what it says; None if it is not for us."""
    ours = _OURS.match(comment.text)
    said = ours and _SAID.fullmatch(comment.text, ours.end())
    if not ours or not said:
        return None
    word, in_brackets = said["word"].lower(), said["codes"] or ""
    codes = frozenset(in_brackets.upper().strip("[]").replace(",", " ").split())
    problem = ""
    if not comment.closed:
        problem = "this comment has no end: -->"
    elif not ours[0].endswith(":"):
        problem = "write a colon behind sinotech"
    elif word not in WORDS:
        problem = f"write {', '.join(WORDS[:-1])} or {WORDS[-1]} behind sinotech:"
    elif in_brackets:
        problem = _problem_of(word, in_brackets, codes)
    elif bare := _BARE_CODE.match(said["reason"]):
        code = bare[1].upper()
        wanted = f"write codes in brackets: {word}[{code}]"
        problem = _problem_of(word, f"[{code}]", frozenset((code,))) or wanted
    at = comment.begin, comment.end
    return word, Suppression(codes, *at, *at[1:], at[1], said["reason"], problem)


def _problem_of(word: str, in_brackets: str, codes: frozenset[str]) -> str:
    """Return what is wrong with the codes *in_brackets* behind *word*, if anything."""
    if word != "ignore":
        return f"{word} takes no codes"
    if not in_brackets.endswith("]"):
        return "the codes have no end: ]"
    if not codes:
        return "write codes in the brackets, or leave them out"
    wrong = sorted(code for code in codes if not _CODE.fullmatch(code))
    return f"{wrong[0][:20]} is no code: one is S001" if wrong else ""


def _switched(
    word: str, suppression: Suppression, is_off: Suppression | None
) -> Suppression | None:
    """Return which ``off`` holds behind a *suppression* that is ``off`` or ``on``."""
    if word == "on":
        if is_off is None:
            suppression.problem = "nothing is off here"
        else:
            is_off.last = suppression.begin
        return None
    if is_off:
        suppression.problem = "it is off already"
        return is_off
    return suppression


def _line_of(source: str, comment: Comment) -> _Line:
    """Return the line of *comment*, or the lines."""
    first = 1 + max(source.rfind(mark, 0, comment.begin) for mark in "\n\r")
    ends = (source.find(mark, comment.end) for mark in "\n\r")
    last = min((end for end in ends if end >= 0), default=len(source))
    return _Line(first, last, bool(_NO_TEXT.sub("", source[first:last])))


def _next(places: list[tuple[int, int]], comment: Comment) -> tuple[int, int]:
    """Return where the first of the sorted *places* behind *comment* is, else nowhere."""  # noqa: E501
    at = bisect_left(places, (comment.end,))
    if at == len(places):
        return comment.end, comment.end
    begin, end = places[at]
    return begin, -end
