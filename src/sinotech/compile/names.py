"""Every name by which something can be asked for, folded and ready for the store."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from sinotech.compile.delicate import BY_WHATEVER_NAME, NOTICES, READ_AS
from sinotech.compile.territories import names_besides, regions, territories
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
    lang: str | None = None


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
            lang = _language(record, name)
            yield NameRow(key(name), kind, record.id, name, method, lang=lang)
            for variant in _variants(record, name):
                folded = key(variant)
                yield NameRow(folded, kind, record.id, variant, "alias", lang=lang)


def _language(record: Record, name: str) -> str | None:
    """Return the language of a *name* of *record*: English unless it says another."""
    match record:
        case Country() | Group() | Organization() | Program() | Person():
            said = {alias.name: alias.lang for alias in record.aliases}
            return said.get(name) or "en"
        case _:
            return None


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
    for code, codes, english, others in territories():
        id_ = code.lower()
        for one in (code, *codes):
            yield NameRow(key(one), "country", id_, one, "code")
        yield NameRow(key(english), "country", id_, english, "exact", lang="en")
        for name in others:
            yield NameRow(key(name), "country", id_, name, "alias")
    for code, name in names_besides():
        if (folded := key(name)) not in own:
            yield NameRow(folded, "country", code.lower(), name, "alias")
    for name, code in READ_AS.items():
        yield NameRow(key(name), "country", code, name, "alias")


def _region_names() -> Iterator[NameRow]:
    for name in ("EU", "European Union"):
        yield NameRow(key(name), "group", "european-union", name, "exact")
    for group, names in regions():
        for name in names:
            yield NameRow(key(name), "group", group, name, "alias")
