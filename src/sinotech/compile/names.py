"""Every name by which something can be asked for, folded and ready for the store.

Countries get the names and codes that CLDR gives them, in many languages, whether a
record speaks of them or not: a country that the sources never name is then known as
such, and never taken for its neighbour. Babel is needed here alone, never at look-up.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from babel import Locale
from babel.core import get_global

from sinotech.model import (
    Country,
    Group,
    Measure,
    Organization,
    Person,
    Program,
    Source,
    kind_of,
)
from sinotech.model import Record as AnyRecord
from sinotech.naming import fold
from sinotech.records.load import RecordSet

LANGUAGES = (
    "en zh zh_Hant es fr pt ru ar de ja ko hi sw id ms th vi km lo my ur fa tr it am kk"
).split()
"""CLDR locales: the UN's languages, and those of countries the records speak of."""

_NO_TERRITORY = set("EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA".split())
"""Codes of CLDR that ISO 3166 does not assign to a country or territory."""

_WITHDRAWN = set("ZAR 278 280 DDR 230 249 FXX BUR 736 TMP 720 886 YMD".split())
"""Codes that CLDR still maps, of states that are no more (ISO 3166-3)."""


class NameRow(NamedTuple):
    """A row of the table ``name``."""

    folded: str
    kind: str
    target: str
    name: str
    method: str


def name_rows(records: RecordSet) -> list[NameRow]:
    """Return the rows of the name table, sorted, each once.

    A name that a record gives itself outranks the same name from CLDR.
    """
    rows: dict[tuple[str, str, str, str], NameRow] = {}
    for row in (*_record_names(records), *_territory_names()):
        key = (row.folded, row.kind, row.target, row.name)
        if row.folded:
            rows.setdefault(key, row)
    return sorted(rows.values())


def _record_names(records: RecordSet) -> Iterator[NameRow]:
    for record in records.all():
        kind = kind_of(type(record))
        yield NameRow(fold(record.id), kind, record.id, record.id, "id")
        for name, method in names_of(record):
            yield NameRow(fold(name), kind, record.id, name, method)


def names_of(record: AnyRecord) -> Iterator[tuple[str, str]]:
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


def _territory_names() -> Iterator[NameRow]:
    codes = _codes()
    shared = _shared_words(codes)
    for code in codes:
        target = code.lower()
        yield NameRow(fold(code), "country", target, code, "code")
        for other in codes[code]:
            yield NameRow(fold(other), "country", target, other, "code")
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        method = "exact" if language == "en" else "alias"
        for code in codes:
            name = territories.get(code)
            if name and (method == "exact" or fold(name) not in shared):
                yield NameRow(fold(name), "country", code.lower(), name, method)


def _shared_words(codes: Iterable[str]) -> set[str]:
    """Return words that the English names of several territories share.

    "Congo" is one country's name in Spanish; but who writes it in English may mean
    either, so another language does not decide it.
    """
    english = Locale.parse("en").territories
    counts = Counter(word for code in codes for word in fold(english[code]).split())
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
