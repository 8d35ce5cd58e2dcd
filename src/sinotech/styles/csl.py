"""CSL-JSON: an item for citation processors, as the CSL 1.0.2 schema has it."""

import json
import unicodedata
from typing import Any

from sinotech.styles import SLOT, entries
from sinotech.styles.cited import CitedSource, Name
from sinotech.styles.dating import Day, When

_TYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}


def reference(known: CitedSource) -> str:
    """Return the item on one line."""
    return _json({key: value for key, value in _item(known).items() if value})


def place(known: CitedSource) -> str:
    """Return a citation item, with a slot for its locator."""
    return f'{{"id":{_json(known.id)}{SLOT}{known.of_part}{SLOT}}}'


def _item(known: CitedSource) -> dict[str, Any]:
    web = "post-weblog" if known.type == "blog" else "webpage"
    column = known.source.column or ""
    return {
        "id": known.id,
        "type": _TYPES.get(known.source.container, web),
        "author": [_name(name) for name in known.authors],
        "title": known.latin,
        "title-short": entries.short(known),
        "genre": known.described if known.captions or not known.title else "",
        "container-title": known.publisher,
        "section": "" if column == known.title else column,
        "issued": _issued(known.date),
        "URL": known.url,
        "language": known.language,
        "note": entries.note_with_original(known),
    }


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.whole}
    return {"family": name.family, "given": name.given}


def _issued(date: When | None) -> dict[str, Any]:
    if date is None or not date.first.year.isdecimal():
        return {}
    ends = [_parts(date.first), _parts(date.last)]
    issued: dict[str, Any] = {"date-parts": ends[: 1 + (date.first != date.last)]}
    if date.approximate or date.uncertain:
        issued["circa"] = True
    return issued


def _parts(day: Day) -> list[int]:
    return [int(day.year), *(number for number in day[1:] if number)]


def _json(value: object) -> str:
    """Return *value* as JSON in which whatever cannot be seen is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "".join(_seen(char) for char in text)


def _seen(char: str) -> str:
    """Return *char*, or its escape if it would act on the text around it."""
    if unicodedata.category(char) not in {"Cc", "Cf", "Zl", "Zp", "Cs"}:
        return char
    return json.dumps(char)[1:-1]
