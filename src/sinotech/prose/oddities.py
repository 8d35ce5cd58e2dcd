"""Numbers whose form leaves unclear what they say, and comparisons written as signs.

A number may touch ordinary punctuation, the signs of a currency or of percent, and
another number that it makes a range, date or time with. Any other sign or script at it
is one that no reader knows: such a number is told, as written, and settles nothing.
"""

from itertools import pairwise

from sinotech.prose.date_forms import MONTHS
from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.prose.hedges import HEDGES
from sinotech.prose.numbers import BELOW, MINUS, MULTIPLIERS, NUMERALS, value_of
from sinotech.prose.tokens import cuts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_DASHES = MINUS | frozenset("—―")

_MONEY = frozenset("$€£¥")
_MARKS = frozenset(".,;:!?…'’\"”“‘«»、，。；：！？·•|&*_`") | _DASHES
_OPENING = frozenset("([{（［【「『《〈„¡¿#§№+/=") | _MARKS | _MONEY
_CLOSING = frozenset("([{（)]}）］】」』》〉%†‡+/=") | _MARKS | _MONEY
_APART = frozenset("#\"”“‘’'«»()[]（）【】「」『』《》;；:、!?！？&|•%$€£¥")
"""Signs that keep two numbers apart."""

_NUMBERING = frozenset("#№")
"""Signs by which a number says which thing is meant, and not how many."""

_POSSESSIVE = frozenset(("'s", "’s"))

_IN_PAIRS = frozenset("对對双雙")
"""Chinese words after a number by which it counts pairs."""

_SCALES = frozenset("‰‱°℃℉^")
_GROUPING = frozenset(",，")
_GROUP = 3
"""Digits between two thousands marks, and at most before the first."""

_YEAR = 4
_DATED = frozenset("年月日号號")
_COUNTED = frozenset("个個项項名家国國所种種次位人")
"""Chinese words between a number and what it counts."""

_SIGNED = {
    "<": "fewer than",
    "≤": "at most",
    "≦": "at most",
    "⩽": "at most",
    "<=": "at most",
    ">": "more than",
    "≥": "at least",
    "≧": "at least",
    "⩾": "at least",
    ">=": "at least",
    "~": "about",
    "∼": "about",
    "≈": "about",
    "≃": "about",
}
"""Signs that say how exactly a number is meant, in words."""


def worded(text: str) -> str:
    """Return an English *text* with words where signs compare a number.

    What may be a tag, the mark of a quotation or a second hedge stays as it is.

    >>> worded("It has <119 labs (≥ $3.5bn), ~20 ties"), worded("over <119, <b>5</b>")
    ('It has fewer than 119 labs (at least $3.5bn), about 20 ties', \
'over <119, <b>5</b>')
    """
    if _SIGNED.keys().isdisjoint(text):
        return text
    row, at = [], 0
    while at < len(text):
        sign = text[at : at + 2] if text[at : at + 2] in _SIGNED else text[at]
        end = at + len(sign)
        if sign in _SIGNED and _compares(text, at, end):
            row.append(f"{_SIGNED[sign]} ")
            end += len(text[end:]) - len(text[end:].lstrip(" "))
        else:
            row.append(text[at:end])
        at = end
    return "".join(row)


_BEFORE_DATES = frozenset("in by since until before after".split())
"""Words behind which a number is a date: ``in <2017``."""


def _compares(text: str, at: int, end: int) -> bool:
    """Whether the sign from *at* to *end* says how the number behind it is meant."""
    before, amount = text[:at], text[end:].lstrip(" ")
    if not amount.lstrip("$€£¥")[:1].isdecimal() or text[end - 1] == amount[-1:]:
        return False
    if before and not (before[-1].isspace() or before[-1] in '(“"'):
        return False
    told = before.split()
    if not told:
        return text[at] != ">"
    if told[-1].lower() in _BEFORE_DATES:
        return False
    hedged = any(tuple(told[-n:]) in HEDGES for n in (1, 2, 3, 4))
    follows = told[-1][-1].isdecimal() or before.rstrip(" ").endswith("\n")
    return not (hedged or follows or ">" in amount.partition(" ")[0])


def oddities(text: str, language: str = "") -> list[str]:
    """Return the numbers of *text* that are in no form that is known, as written.

    *language* is that of the text: nothing for English.

    >>> oddities("≠119 labs, 119万, .5 tons, 16, 000 of 3 1/2, 1,1,9, [999] labs")
    ['16, 000', '3 1/2', '≠119', '119万', '.5', '1,1,9', '[999]']
    >>> oddities("In 2024, 119 labs[3] – 50 of them¹ (36%) – opened on 12/06/2025 at "
    ...     "9:30; $3.5bn, 21st, 10-15, 1,000+, 'Horizon 2020' 5-year")
    []
    """
    if not any(map(str.isnumeric, text)):
        return []
    spans = [
        (start, start + len(cut))
        for cut, kind, start, _ in cuts_of(text)
        if kind == "number"
    ]
    rows = list(_parted(text, spans))
    found = [text[begin:end] for begin, end in rows]
    for start, end in spans:
        if not any(begin <= start and end <= stop for begin, stop in rows):
            found += _strange(text, start, end, language)
    found += _unread(text, language)
    found += _with_letters(text)
    told = dict.fromkeys(found)
    return [one for one in told if not any(one in by and one != by for by in told)]


def _parted(text: str, spans: list[tuple[int, int]]) -> "Iterator[tuple[int, int]]":
    """Yield where rows of numbers begin and end that may be one number."""
    begin = -1
    for one, other in pairwise((*spans, (len(text), len(text)))):
        broken = other[0] < len(text) and _is_broken(text, one, other)
        if begin >= 0 and not broken:
            yield begin, one[1]
            begin = -1
        elif broken and begin < 0:
            begin = one[0]


def _strange(text: str, start: int, end: int, language: str) -> list[str]:
    """Return the number between two places, with what is strange at it, if that is."""
    if value_of(text[start:end]) is None and not _is_dotted(text[start:end]):
        return [text[start:end]]
    before, after = text[start - 1 : start], text[end : end + 1]
    first, last = start, end
    if before and not _may_precede(text, start, end, language):
        first = start - 1 - (text[max(start - 2, 0) : start] == "!=")
    elif (place := _beside(text, start, -1)) >= 0 and _is_strange(
        text[place], language
    ):
        first = place
    if after and not _may_follow(text, start, end, language):
        last = end + 1 + (text[end : end + 2] in _POSSESSIVE)
    elif (place := _beside(text, end - 1, 1)) >= 0 and _is_strange(
        text[place], language
    ):
        last = place + 1
    return [text[first:last]] if (first, last) != (start, end) else []


def _is_dotted(number: str) -> bool:
    """Whether points part *number* as those of a date or version do."""
    return "," not in number and all(len(p) <= _YEAR for p in number.split("."))


def _may_precede(  # noqa: PLR0911
    text: str, start: int, end: int, language: str
) -> bool:
    """Whether the sign before a number, which it touches, changes nothing of it."""
    sign, earlier = text[start - 1], text[max(start - 2, 0) : start - 1]
    if sign.isspace():
        return True
    if sign in _NUMBERING:
        return not (_is_before_noun(text, end) or text[end:].startswith(" of "))
    if sign == ".":
        return earlier.isalnum() or earlier in {")", "]", "”", '"', "’", ".", "…", "?"}
    if sign == "/":
        return bool(earlier.strip())
    if sign == "=":
        return earlier not in _SIGNED and earlier not in {"!", "="}
    if sign == "‹":
        return "›" in text[end : end + 2]
    if sign.isalpha():
        return (language == "zh" and sign not in BELOW) or sign in _DATED
    return sign in _OPENING


def _may_follow(text: str, start: int, end: int, language: str) -> bool:
    """Whether the sign after a number, which it touches, changes nothing of it."""
    sign = text[end]
    if sign == "!" or text[end : end + 2] in _POSSESSIVE:
        end += 1 if sign == "!" else 2
        return _is_year(text[start : start + _YEAR]) or not _is_before_noun(text, end)
    if sign.isspace() or sign in _CLOSING or sign in _DATED:
        return True
    if sign == "›":
        return text[start - 1 : start] == "‹"
    if sign.isalpha() and not (language == "zh" and sign in _IN_PAIRS):
        if sign in "tT":
            return text[end + 1 : end + 2] == "/" or text[end + 1 : end + 2].isalpha()
        return sign.isascii() or bool(language and (language == "zh" or sign < "ʰ"))
    return False


def _is_before_noun(text: str, at: int) -> bool:
    """Whether a word in small letters follows at *at*, after a blank: ``119! labs``."""
    word = (text[at:].split(None, 1) or [""])[0].strip(".,;:()")
    blank = text[at : at + 1] == " "
    return blank and word[:1].islower() and word not in FUNCTION_WORDS


def _with_letters(text: str) -> "Iterator[str]":
    """Yield numbers with an *s* that are no decade, or a power: ``200s``, ``10³``.

    A footnote's mark may stand at a word; at a number, nobody can tell it from a power.
    """
    for cut, kind, *_ in cuts_of(text):
        if kind != "word" or not cut[0].isdecimal():
            continue
        digits = cut.rstrip(_RAISED)
        if digits != cut and digits.isdecimal():
            yield cut
        elif cut[-1] in "sS" and cut[:-1].isdecimal():
            decade = cut[-2] == "0" and len(cut) - 1 in {2, _YEAR}
            if not decade:
                yield cut


_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Digits of powers, and of the marks of footnotes."""


def _beside(text: str, at: int, step: int) -> int:
    """Return where the sign next to *at* is, blanks and a bracket left out; or -1."""
    at += step
    while 0 <= at < len(text) and (
        text[at] in " \t\u00a0\u3000" or text[at] == ("(" if step < 0 else ")")
    ):
        at += step
    return at if 0 <= at < len(text) else -1


def _is_strange(sign: str, language: str) -> bool:
    """Whether *sign*, by a blank beside a number, makes another of it, or may."""
    if sign.isascii():
        return sign in "<>^~"
    if sign in _DASHES or sign in _MONEY or sign in _MARKS:
        return False
    if sign in MULTIPLIERS or sign in BELOW:
        return language != "zh"
    if sign in _SCALES or (sign.isnumeric() and not sign.isdecimal()):
        return sign not in NUMERALS and not sign.isdigit()
    from unicodedata import category  # only here: few numbers stand by such a sign

    return category(sign) in {"Sm", "Sc"}


def _is_broken(  # noqa: PLR0911
    text: str, one: tuple[int, int], other: tuple[int, int]
) -> bool:
    """Whether two numbers in a row may be one that is parted oddly, or a sum of it."""
    first, gap, second = (
        text[one[0] : one[1]],
        text[one[1] : other[0]],
        text[other[0] : other[1]],
    )
    sign = gap.strip()
    if sign.lower() in {"or", "x", "and/or"}:
        return True
    if any(char.isalnum() for char in gap) or (set(sign) <= _DASHES and sign):
        return False
    dated = _is_year(first) or _is_year(second) or _ends_in_month(text[: one[0]])
    grouped = len(first) <= _GROUP and len(second.partition(",")[0]) == _GROUP
    nought = grouped and second[:1] == "0"
    if "\n" in gap or (dated and nought):
        return nought
    if not sign:
        return not dated and text[other[1] : other[1] + 1] != ":"  # a time of day
    if sign == "/":
        return not (_is_date(text, one[0]) or f"{first}/{second}" in _PAIRS)
    if sign in _GROUPING and not gap.startswith(" "):
        lone = not text[other[1] :].lstrip().startswith((",", "and", "or", "，"))
        return nought or (grouped and lone and not dated)
    if sign == ".":
        return not dated and len(first) <= _GROUP and bool(gap[1:])
    if gap in {"'", "’"}:
        return True
    if sign in {"+", ":"}:
        return sign == "+" and ":" not in text[max(one[0] - 2, 0) : other[1] + 1]
    return not any(char in _APART for char in gap) and not _is_dated_by(sign, dated)


_PAIRS = frozenset(("24/7", "50/50", "9/11", "20/20"))


def _is_dated_by(sign: str, dated: bool) -> bool:  # noqa: FBT001
    """Whether nothing but ordinary marks stands beside a year."""
    return dated and set(sign) <= _MARKS


def _is_year(number: str) -> bool:
    return len(number) == _YEAR and number[0] in "12" and number.isdecimal()


def _ends_in_month(before: str) -> bool:
    """Whether the last word *before* a number is a month: ``June 30, 160 labs``."""
    return (before.split() or [""])[-1].strip("(.,").lower() in MONTHS


def _is_date(text: str, at: int) -> bool:
    """Whether slashes part a date around *at*: ``12/06/2025``, ``2024/25``."""
    begin = end = at
    while begin and (text[begin - 1].isdecimal() or text[begin - 1] == "/"):
        begin -= 1
    while text[end : end + 1].isdecimal() or text[end : end + 1] == "/":
        end += 1
    parts = text[begin:end].split("/")
    return len(parts) > 2 or any(map(_is_year, parts))  # noqa: PLR2004


def _unread(text: str, language: str) -> "Iterator[str]":
    """Yield numbers in brackets, superscript or other numerals where a count stands."""
    at = 0
    while at < len(text):
        char = text[at]
        end = at + 1
        if char in "[(":
            close = text.find("]" if char == "[" else ")", at)
            inner = text[at + 1 : max(close, at + 1)].strip()
            short = char == "[" or len(inner) < _GROUP
            if inner.isdecimal() and short and _counts(text, at, close + 1, language):
                yield text[at : close + 1]
        elif char.isnumeric() and not char.isdecimal():
            while text[end : end + 1].isnumeric() and not text[end].isdecimal():
                end += 1
            if _is_unread(text, at, end, language):
                yield text[at:end]
        at = end


def _is_unread(text: str, at: int, end: int, language: str) -> bool:
    """Whether numerals that are no digits stand for a count, from *at* to *end*."""
    if text[at] not in NUMERALS:
        parts = not text[at].isdigit() and text[at] < "Ⅰ"  # ½ and others
        parts |= "⅐" <= text[at] <= "⅟"
        return parts or _counts(text, at, end, language)
    if language == "zh" or text[at - 1 : at].isdecimal():
        return False
    end += text[end : end + 1] in _COUNTED
    before, after = text[max(at - 1, 0) : at], text[end : end + 1]
    return not (before.isalpha() or after.isalpha() or before in {"(", "“", '"', "‘"})


def _counts(text: str, at: int, end: int, language: str) -> bool:
    """Whether what stands between two places may count what follows: a noun does."""
    if language == "zh":
        return text[end : end + 1] in _COUNTED
    before, after = text[:at], text[end:]
    if before and not (before[-1].isspace() or before[-1] in _DASHES):
        return False
    word = (after.split() or [""])[0].strip(".,;:()").lower()
    if not after[:1].isspace() or not word[:1].isalpha() or word in FUNCTION_WORDS:
        return False
    if language and len(word) <= _GROUP:
        return False
    within = before.rstrip()[-1:].isalpha()
    return within or not after.lstrip()[:1].isupper()
