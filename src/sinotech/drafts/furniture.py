"""What stands in a text and is no prose: addresses, hashtags, marks of notes."""

import re
from collections.abc import Sequence

from sinotech.naming import HAN, is_cjk

Cut = tuple[int, int, str]
"""Where a text is cut, between two offsets, and the blank or nothing put there."""

_RAISED = "¹²³⁰⁴-⁹"
_MARK = rf"[\d{_RAISED}]{{1,3}}"
_MAYBE = re.compile(rf"[\[［〔#@{{{_RAISED}\u00ad\u200b\u2060\ufeff]|://|www\.|::")
"""What a text holds that has any furniture but a number in front."""

_NUMBERING = r"""^\s*(?:
    \(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s+
  | (?:\d{1,2}|[一二三四五六七八九十]{1,3})、
  | [（(][一二三四五六七八九十\d]{1,3}[)）]\s*(?=\S)
  | [-*+•·▪◦‣–—]\s+)"""
"""The number or the bullet of a heading or an item, at its beginning."""

_BLANKED = r"""
    (?P<address>(?:https?|ftp)://[!#-;=?-~]+ | (?<!\w)www\.[!#-;=?-~]+)
  | (?<![\w.+-])(?:mailto:)?[\w.+-]+@[\w-]+\.[\w.-]*\w
  | (?<![\w&/\#])\#(?:\w{1,40}\#(?![A-Za-z]) | (?=\d*[^\W\d])\w+)
  | \{%[^{}]{0,400}%\} | \{\{[^{}]{0,400}\}\} | \{:[^{}]{0,400}\}
  | (?m:^::+[^\r\n]*)"""
"""Addresses, hashtags (also those of Weibo, between two signs), tags of templates and
of site generators: a blank takes their place."""

_DROPPED = rf"""(?P<nothing>\s?(?:
    [\[［〔](?:{_MARK}(?:\s?[,，;–-]\s?{_MARK})*|\^[^\]\s]{{1,40}})[\]］〕]
  | \[(?:(?:note|nb|fn|注)\s?\d{{1,3}}|citation\ needed|-?@[^\[\]]{{1,200}})\])
  | (?:(?<=[^\W\d_]{{4}}) | (?<=[.,;:!?”’"')\]。，；：！？」』》）])
    | (?<=[{HAN}]))[{_RAISED}]+(?:[,–-][{_RAISED}]+)*
  | [\u00ad\u200b\u2060\ufeff]+)"""
"""Marks of notes, and signs that nobody sees. A raised digit behind a number or a short
word is a power: 10³, km²."""

_FURNITURE = re.compile(f"(?x){_BLANKED}|{_DROPPED}")
_FRONT = re.compile(f"(?x){_NUMBERING}")
_BLANKS = re.compile(r"\s+")
_UNEVEN = re.compile(r"\s{2}|[^\S ]|^\s|\s$")
_TRAILING = ".,;:!?'*_~]}"
"""Signs that end no address, but the clause that it stands in."""

_CHINESE_MARKS = frozenset("，。、；：！？《》（）「」『』")


def furniture_of(text: str) -> list[Cut]:
    """Return what to cut out of *text*, in order, because it is no prose.

    >>> furniture_of("1. See http://x.org/a.")
    [(0, 3, ''), (7, 21, ' ')]
    >>> furniture_of("Pacts [3] in 10³ labs¹")
    [(5, 9, ''), (21, 22, '')]
    """
    front = _FRONT.match(text)
    cuts = [(0, front.end(), "")] if front else []
    if not _MAYBE.search(text):
        return cuts
    at = front.end() if front else 0
    for found in _FURNITURE.finditer(text, at):
        end = found.end()
        if found["address"]:
            end = found.start() + len(_address(found["address"]))
        instead = "" if found["nothing"] else " "
        cuts.append((found.start(), end, instead))
    return cuts


def _address(text: str) -> str:
    """Return *text* without the signs at its end that belong to the sentence."""
    address = text.rstrip(_TRAILING)
    if address.endswith(")") and address.count("(") < address.count(")"):
        address = address.rstrip(f"){_TRAILING}")
    return address


def blanks_of(text: str) -> Sequence[Cut]:
    r"""Return what to cut out of *text* so that it has single blanks, none at its ends.

    A line end between two Chinese characters is no blank at all.

    >>> blanks_of("a\t b \n")
    [(1, 3, ' '), (4, 6, '')]
    """
    if not _UNEVEN.search(text):
        return ()
    cuts = []
    for found in _BLANKS.finditer(text):
        begin, end = found.span()
        instead = " "
        if not begin or end == len(text) or _is_within_chinese(text, begin, end):
            instead = ""
        if found[0] != instead:
            cuts.append((begin, end, instead))
    return cuts


def _is_within_chinese(text: str, begin: int, end: int) -> bool:
    """Whether blanks are a line end in Chinese, or between it and a number."""
    if "\n" not in text[begin:end] and "\r" not in text[begin:end]:
        return False
    beside = text[begin - 1], text[end]
    chinese = [is_cjk(char) or char in _CHINESE_MARKS for char in beside]
    return all(
        is_chinese or (char.isdecimal() and any(chinese))
        for char, is_chinese in zip(beside, chinese, strict=True)
    )
