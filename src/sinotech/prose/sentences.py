"""The sentences of a text, each with its place."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

ENDS = frozenset("。！？\n")
"""Signs behind which a sentence always begins."""

CLAUSES = ENDS | {";", "；"}
"""The same, and those behind which a clause begins that can be true by itself."""

_STOPS = frozenset(".!?")
_CLOSING = _STOPS | frozenset("\"”’')]")
_MOST_CLOSING = 8
"""Signs behind a stop that may belong to its sentence: more are a line of points."""

_NEAR = 100
"""Characters about a stop that are looked at for the words there."""

_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_OPENING = _CAPITALS | frozenset("0123456789\"“‘'(")

_OF_PERSONS = frozenset(
    """dr mr mrs ms prof gen sen rep gov hon rev capt col lt sgt messrs mme drs profs
    pres m""".split()
)
"""Titles before a name."""

_BEFORE = frozenset('("“。！？；，、：')
"""Signs behind which a word begins without a blank."""

_TITLES = _OF_PERSONS | frozenset(
    "st mt no nos vol fig art sec ch pp vs cf".split(),
)
"""Abbreviations that something always follows: no sentence ends with them."""

_BEFORE_DIGITS = frozenset("no nos vol fig art sec ch pp approx ca".split())
"""Abbreviations before a number."""

_SHORTENED = frozenset(
    """jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp bros etc approx
    est dept univ e.g i.e a.m p.m u.s u.k u.n e.u p.r.c h.e""".split()
)
"""Abbreviations that may end a sentence: it is no end before a small letter or a digit,
nor, after a month, before anything but a word that opens sentences."""

_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_NAMED = frozenset(("h.e", "u.s", "u.k", "u.n", "e.u", "p.r.c"))
"""Abbreviations before names: ``the U.S. Department``, ``H.E. Minister``."""

_OPENERS = frozenset(
    """the a an it its he she they their this these those that in on at by for from with
    as but and however while after before since when we our i you there here""".split()
)
"""Words that open a sentence rather than go on with a name."""


def sentences_of(
    text: str, breaks: frozenset[str] = CLAUSES
) -> "Iterator[tuple[int, int]]":
    """Yield where each sentence of *text* begins and ends, blanks left out.

    Each of *breaks* ends one, whatever stands about it; they are left out, too.

    >>> text = "Dr. Ma met Prof. Li on Jan. 5. It rained! “Indeed,” he said."
    >>> [text[first:end] for first, end in sentences_of(text)]
    ['Dr. Ma met Prof. Li on Jan. 5.', 'It rained!', '“Indeed,” he said.']
    """
    begin = 0
    for at, char in enumerate(text):
        if at < begin:
            continue
        end = 0
        if char in breaks:
            end = at + 1
        elif char in _STOPS and _ends(text, at):
            end = _closed(text, at)
        if end:
            yield from _stripped(text, begin, end, breaks)
            begin = end
    yield from _stripped(text, begin, len(text), breaks)


def _stripped(
    text: str, begin: int, end: int, breaks: frozenset[str]
) -> "Iterator[tuple[int, int]]":
    while begin < end and (text[begin].isspace() or text[begin] in breaks):
        begin += 1
    while begin < end and (text[end - 1].isspace() or text[end - 1] in breaks):
        end -= 1
    if begin < end:
        yield begin, end


def _closed(text: str, at: int) -> int:
    """Return where the signs end that close what the stop at *at* ends."""
    end = at + 1
    last = min(len(text), end + _MOST_CLOSING)
    while end < last and text[end] in _CLOSING:
        end += 1
    return end


def _ends(text: str, at: int) -> bool:
    """Whether the stop at *at* ends a sentence."""
    end = _closed(text, at)
    if end >= len(text):
        return True
    if not text[end].isspace():
        return False
    after = text[end : end + _NEAR].lstrip()[:1]
    if after and after not in _OPENING and not after.isupper():
        return False
    return text[at] != "." or not _abbreviates(text, at)


def goes_on(text: str, end: int) -> bool:
    """Whether the sentence that is said to end at *end* of *text* surely goes on.

    It does behind a person's title, and behind ``No.`` and the like before a digit.

    >>> goes_on("We met Ms. Chen", 10), goes_on("He said no. The end", 11)
    (True, False)
    """
    if not text.endswith(".", 0, end):
        return False
    word = _word_before(text, end - 1)
    after = text[end : end + _NEAR].lstrip()[:1]
    if after.isdecimal():
        return word.lower() in _BEFORE_DIGITS
    return after.isupper() and word.istitle() and word.lower() in _OF_PERSONS


def _word_before(text: str, at: int) -> str:
    """Return the word before *at*: what stands behind a blank or an opening sign."""
    begin, first = at, max(at - _NEAR, 0)
    while begin > first and not _parts(text[begin - 1]):
        begin -= 1
    return text[begin:at]


def _parts(char: str) -> bool:
    """Whether a word may begin behind *char*."""
    return char.isspace() or char in _BEFORE


def _abbreviates(text: str, at: int) -> bool:
    """Whether the point at *at* belongs to an abbreviation within a sentence."""
    word = _word_before(text, at).lower()
    following = text[at + 1 : at + _NEAR].split(None, 1)[:1]
    after = following[0] if following else ""
    opens = after.strip('"“”‘’(),').lower() in _OPENERS
    if word in _TITLES or (len(word) == 1 and word.isalpha()):
        return not opens or word in _TITLES
    if word in _NAMED:
        return not opens
    if word in _MONTHS:
        return after[:1].isdecimal()
    return word in _SHORTENED and not after[:1].isupper()
