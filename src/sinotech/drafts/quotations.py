"""Where a text quotes, and which of its sentences are quotations."""

import re
from bisect import bisect_left

from sinotech.naming import HAN

_PAIRS = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‘": "’", '"': '"'}
"""What closes a quotation that a sign opens."""

_CLOSING_TOO = frozenset('"‘')
"""Signs that may close a quotation, or stand in a word."""

_SIGNS = re.compile('[“”„«»「」『』‘’"]')
_WORD = re.compile(rf"[{HAN}]|[^\W_]+")
_MOST_BESIDE = 25
"""Words that may say who said a quotation, and when and where."""

_SAYING = re.compile(
    r"""(?xi)\b(?:said|says?|saying|told|tells?|added|adds|noted|notes|stated|states
    |wrote|writes|announced|announces|explained|explains|stressed|stresses|argued
    |argues|remarked|declared|declares|commented|concluded|according\ to|quoted|asked
    |dijo|dice|afirmó|señaló|según|disse|afirmou|segundo|a\ dit|a\ déclaré|selon)\b
    |[说道称]|表示|指出|强调|写道|介绍""",
)

Spans = list[tuple[int, int]]
"""Where quotations begin and end, their marks included, in order."""


def quotations_of(text: str) -> Spans:
    """Return where *text* quotes, marks included; the outermost ones.

    One that is never closed goes on to the end if the text begins with it, as the
    paragraphs of a long quotation do.

    >>> quotations_of('He said "yes, I do", and ‘no’. It’s 5" wide.')
    [(8, 19), (25, 29)]
    """
    spans: Spans = []
    at, unclosed = 0, set()
    for found in _SIGNS.finditer(text):
        begin = found.start()
        if begin < at or found[0] in unclosed or not _opens(text, begin):
            continue
        at = _closed(text, begin)
        if not at:
            unclosed.add(found[0])
            at = 0 if begin else len(text)
        if at:
            spans.append((begin, at))
    return spans


def _opens(text: str, at: int) -> bool:
    """Whether the sign at *at* opens a quotation."""
    sign, before = text[at], text[at - 1 : at]
    if sign not in _PAIRS or at + 1 == len(text):
        return False
    if text[at + 1].isspace() and sign != "«":  # in French, a blank belongs there
        return False
    return sign not in _CLOSING_TOO or not before.isalnum()


def _closed(text: str, begin: int) -> int:
    """Return where the quotation ends that begins at *begin*; 0 if it does not."""
    closing = _PAIRS[text[begin]]
    for found in _SIGNS.finditer(text, begin + 1):
        end = found.end()
        within_word = text[begin] == "‘" and text[end : end + 1].isalnum()
        if found[0] in closing and not within_word:
            return end
    return 0


def is_quoted(text: str, begin: int, end: int, quotations: Spans) -> bool:
    """Whether what stands between *begin* and *end* of *text* is a quotation.

    *quotations* are those of the whole text. It may say besides who said it, if that is
    the smaller part.
    """
    inside = []
    for first, last in quotations[max(bisect_left(quotations, (begin,)) - 1, 0) :]:
        if first >= end:
            break
        if last > begin:
            inside.append((max(first, begin), min(last, end)))
    if not inside:
        return False
    quoted = sum(len(_WORD.findall(text, *one)) for one in inside)
    outside, at = [], begin
    for first, last in (*inside, (end, end)):
        outside.append(text[at:first])
        at = last
    rest = " ".join(outside)
    beside = len(_WORD.findall(rest))
    if not beside:
        return True
    return beside <= min(quoted, _MOST_BESIDE) and bool(_SAYING.search(rest))
