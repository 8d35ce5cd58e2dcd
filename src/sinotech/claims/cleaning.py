"""Marks that a text carries and that say nothing: footnotes, list numbers, hashtags.

They are overwritten with blanks, so that what is left stands where it stood.
"""

_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹†‡")
_EMPHASIS = frozenset("*_`")
_BULLETS = frozenset("-–—*•·▪►▲◦")
_ROMAN = frozenset("ivxIVX")
_REMARKS = frozenset(
    ("citation needed", "sic", "clarification needed", "when?", "who?", "note")
)
_LONGEST_MARK = 24
"""Characters of a remark in brackets, or of a source in parentheses."""

_DASHES = (" — ", " – ", " - ", " -- ")
_YEAR = 4
_FOOTNOTE = 2
"""Digits of a footnote's number in parentheses; ``(2024)`` is a year."""


def clean(text: str) -> str:
    """Return *text*, of the same length, with blanks where marks stood.

    >>> clean("3. It signed 81 agreements[4] in two years (2).")
    '   It signed 81 agreements    in two years    .'
    >>> clean("sci- tech ties (S&T Daily, 2024) #BRICS"), clean("(2021-2025), part 3.")
    ('sci-tech  ties                         ', '(2021-2025), part 3.')
    >>> clean("RIO (AP) — It opened."), clean("China — and Brazil #new center")
    ('           It opened.', 'China — and Brazil  new center')
    """
    signs = list(text)
    _unmark_lines(text, signs)
    _unmark_ends(text, signs)
    for at, char in enumerate(text):
        if char in _SUPERSCRIPTS or char in _EMPHASIS or char == "#":
            signs[at] = " "
        elif (char == "[" and _is_remark(inner := _inner(text, at, "]"))) or (
            char == "(" and _is_reference(text, at, inner := _inner(text, at, ")"))
        ):
            signs[at : at + len(inner) + 2] = " " * (len(inner) + 2)
    _join_hyphens(text, signs)
    return "".join(signs)


def _inner(text: str, at: int, closing: str) -> str:
    """Return what stands in the brackets that open at *at*; nothing if much does."""
    end = text.find(closing, at, at + _LONGEST_MARK + 2)
    return text[at + 1 : end] if end > 0 else ""


def _is_remark(inner: str) -> bool:
    """Whether brackets hold a footnote's mark, or an editor's remark."""
    plain = inner.strip().lower()
    return (
        plain.isdecimal()
        or (len(plain) == 1 and plain.isalpha())
        or plain.partition(" ")[0] in _REMARKS
        or plain in _REMARKS
    )


def _is_reference(text: str, at: int, inner: str) -> bool:
    """Whether parentheses hold a footnote's number, or a source and its year."""
    if inner.isdecimal():
        return len(inner) <= _FOOTNOTE and text[at - 1 : at] in {" ", ".", ","}
    if inner.lower().startswith(("photo:", "source:", "photo ")):
        return True
    name, comma, year = inner.rpartition(",")
    year = year.strip()
    dated = year[:_YEAR].isdecimal() and len(year) in {_YEAR, _YEAR + 1}
    return bool(comma) and dated and name[:1].isupper()


def _unmark_lines(text: str, signs: list[str]) -> None:
    """Blank what numbers the entries of a list, at the beginning of each line."""
    at = 0
    for line in text.splitlines(keepends=True):
        begin = at + len(line) - len(line.lstrip())
        first, _, rest = line.strip().partition(" ")
        if rest and _numbers_an_entry(first):
            signs[begin : begin + len(first)] = " " * len(first)
        at += len(line)


def _unmark_ends(text: str, signs: list[str]) -> None:
    """Blank the place that opens a report, and the tags that close a post."""
    words = text.split(" ")
    end = len(text)
    while len(words) > 1 and words[-1].startswith("#"):
        end -= len(words.pop()) + 1
    signs[end:] = " " * (len(text) - end)
    for dash in _DASHES:
        where, found, _ = text.partition(dash)
        town = where.partition(",")[0].partition("(")[0].strip()
        if found and len(where) <= _LONGEST_MARK and town.isupper() and town.isascii():
            signs[: len(where) + len(dash)] = " " * (len(where) + len(dash))


def _numbers_an_entry(word: str) -> bool:
    if word in _BULLETS or set(word) == {"#"}:
        return True
    number = word[:-1]
    return word[-1:] in {".", ")"} and (
        (number.isdecimal() and len(number) <= _FOOTNOTE)
        or (bool(number) and set(number) <= _ROMAN)
    )


def _join_hyphens(text: str, signs: list[str]) -> None:
    """Join words that a line's end has cut in two: ``sci- tech``.

    The blank is moved behind the word, so that all else stays where it is.
    """
    at = text.find("- ")
    while at > 0:
        following = text[at + 2 : at + 3]
        pair = text[at + 2 :].partition(" ")[0].lower() in {"and", "or", "to"}
        if text[at - 1].isalpha() and following.islower() and not pair:
            end = at + 2
            while text[end : end + 1].isalpha():
                end += 1
            signs[at + 1 : end] = [*signs[at + 2 : end], " "]
        at = text.find("- ", at + 1)
