"""Every name by which something can be asked for, folded and ready for the store.

Countries get the names and codes that CLDR gives them, in many languages, and those of
``territories.txt``, whether a record speaks of them or not: a country that the sources
never name is then known as such, and never taken for its neighbour. Babel is needed
here alone, never at look-up.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path
from typing import NamedTuple

from babel import Locale
from babel.core import get_global

from sinotech.compile.delicate import BY_WHATEVER_NAME, NOTICES, READ_AS
from sinotech.model import (
    Country,
    Group,
    Measure,
    Organization,
    Person,
    Program,
    Record,
    Source,
    kind_of,
)
from sinotech.naming import key, sign

LANGUAGES = (
    "en zh zh_Hant es fr pt ru ar de ja ko hi sw id ms th vi km lo my ur fa tr it am kk"
).split()
"""CLDR locales: the UN's languages, and those of countries the records speak of."""

REGIONS = {
    "002": "africa",
    "142": "asia",
    "150": "europe",
    "419": "latin-america",
    "035": "southeast-asia",
    "034": "south-asia",
    "143": "central-asia",
    "EU": "european-union",
}
"""Codes of CLDR (UN M49 regions, and the EU), and the groups that they are here."""

_NO_TERRITORY = set("EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA".split())
"""Codes of CLDR that ISO 3166 does not assign to a country or territory."""

_WITHDRAWN = set("ZAR 278 280 DDR 230 249 FXX BUR 736 TMP 720 886 YMD".split())
"""Codes that CLDR still maps, of states that are no more (ISO 3166-3)."""

_VARIANTS = (
    ("Science, Technology and Innovation", "STI"),
    ("Science and Technology", "S&T"),
    ("Science and Technology", "Sci-tech"),
    ("Belt and Road", "BRI"),
    ("Belt and Road Initiative", "BRI"),
)
"""Words that names are shortened by."""


class NameRow(NamedTuple):
    """A row of the table ``name``."""

    folded: str
    kind: str
    target: str
    name: str
    method: str
    notice: str | None = None


def name_rows(records: Sequence[Record]) -> Iterator[NameRow]:
    """Yield the rows of the name table for *records*.

    Of rows that tell the same name of the same thing, the first counts: a name that a
    record gives itself outranks the same name from elsewhere.
    """
    own = {key(n) for r in records if isinstance(r, Country) for n, _ in names_of(r)}
    for row in chain(_record_names(records), _country_names(own), _region_names()):
        if row.folded:
            told = NOTICES.get((row.kind, row.target, row.folded))
            notice = told or BY_WHATEVER_NAME.get((row.kind, row.target))
            yield row._replace(notice=notice)


def spelling_rows(
    names: Iterable[tuple[str, int, str]],
) -> Iterator[tuple[str, int, str, bytes]]:
    """Yield the rows of the table ``spelling``, for slips in *names*.

    These are kinds, lengths and folded names, each once, in that order.
    """
    for (kind, length), alike in groupby(names, lambda name: name[:2]):
        spelt = [folded for *_, folded in alike]
        lines = "\n".join(f" {folded} " for folded in spelt)
        signs = (sign(folded).to_bytes(8, "little") for folded in spelt)
        yield kind, length, lines, b"".join(signs)


def _record_names(records: Iterable[Record]) -> Iterator[NameRow]:
    for record in records:
        kind = kind_of(type(record))
        for name, method in names_of(record):
            yield NameRow(key(name), kind, record.id, name, method)
            for variant in _variants(record, name):
                yield NameRow(key(variant), kind, record.id, variant, "alias")


def names_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the names that a record gives itself, each with its method."""
    match record:
        case Country() | Group() | Organization() | Program() | Person():
            yield record.name, "exact"
            yield from ((alias.name, "alias") for alias in record.aliases)
        case Measure():
            yield record.label, "exact"
        case Source():
            yield record.short, "alias"
            if record.title:
                yield record.title, "exact"
        case _:
            pass
    match record:
        case Organization(abbreviation=str(short)) | Program(abbreviation=str(short)):
            yield short, "exact"
        case _:
            pass


def _variants(record: Record, name: str) -> Iterator[str]:
    """Yield other ways in which people write *name*."""
    if isinstance(record, Program | Organization):
        for long, short in _VARIANTS:
            if long in name and name != long:
                yield name.replace(long, short)
    words = name.split()
    if isinstance(record, Person) and len(words) > 1:
        yield words[-1]
        if words[0].isupper() or record.country == "cn":  # family name first
            yield words[0]
        if len(words) == 2:  # noqa: PLR2004
            yield f"{words[1]} {words[0]}"


def _country_names(own: set[str]) -> Iterator[NameRow]:
    """Yield the names of all territories; *own* are those that records give."""
    codes = _codes()
    for code, others in codes.items():
        for one in (code, *others):
            yield NameRow(key(one), "country", code.lower(), one, "code")
    shared = _shared_words(codes)
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        method = "exact" if language == "en" else "alias"
        for code in codes:
            name = territories.get(code)
            if name and (method == "exact" or key(name) not in shared):
                yield NameRow(key(name), "country", code.lower(), name, method)
    yield from _territories(own)
    for name, code in READ_AS.items():
        yield NameRow(key(name), "country", code, name, "alias")


def _territories(own: set[str]) -> Iterator[NameRow]:
    """Yield the names of ``territories.txt``: official, demonyms, others."""
    text = Path(__file__).with_name("territories.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, official, demonyms, others = line.split("|")
        for name in (official, *demonyms.split(","), *others.split(",")):
            if name and key(name) not in own:
                yield NameRow(key(name), "country", code.lower(), name, "alias")


def _region_names() -> Iterator[NameRow]:
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        for code, group in REGIONS.items():
            if name := territories.get(code):
                yield NameRow(key(name), "group", group, name, "alias")
    yield NameRow("eu", "group", "european-union", "EU", "exact")
    yield NameRow(
        "european union", "group", "european-union", "European Union", "exact"
    )


def _shared_words(codes: Iterable[str]) -> set[str]:
    """Return words that the English names of several territories share.

    "Congo" is one country's name in Spanish; but who writes it in English may mean
    either, so another language does not decide it.
    """
    english = Locale.parse("en").territories
    counts = Counter(word for code in codes for word in key(english[code]).split())
    return {word for word, count in counts.items() if count > 1}


def _codes() -> dict[str, list[str]]:
    """Return the alpha-2 codes, each with its alpha-3 and numeric codes."""
    english = Locale.parse("en").territories
    codes: dict[str, list[str]] = {
        code: []
        for code in sorted(english)
        if len(code) == 2 and code.isalpha() and code not in _NO_TERRITORY  # noqa: PLR2004
    }
    for old, new in sorted(get_global("territory_aliases").items()):
        if len(new) == 1 and new[0] in codes and _is_current(old):
            codes[new[0]].append(old)
    return codes


def _is_current(code: str) -> bool:
    return len(code) == 3 and code not in _WITHDRAWN  # noqa: PLR2004
