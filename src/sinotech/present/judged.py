"""The page of a claim that was judged: an answer that fits a screen."""

from sinotech.claims.settings import (
    CONFLICTING,
    CONTRADICTED,
    NOT_FOUND,
    OPEN,
    OUTDATED,
    SUPPORTED,
    UNDECIDED,
)
from sinotech.naming import shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from sinotech import documents as doc
    from sinotech.present.page import Page


LONG = 160
"""Characters of a claim above which the page does not repeat all of it, if it is shown
part by part."""

SAID, NEAR = 200, 120
"""Characters of what a record says that are shown: of one that decides, and of one that
is near."""

RIVAL = 60
"""The same of one that disputes it."""

PLACES = 2
"""Places that are shown of where a record is written that decides; of others, one."""

MISREADINGS = 2
"""What a figure must not be mistaken for: how much of that is shown, one less where a
line tells who disputes it, and one less where two sides are shown."""

HEAVIEST = 8
"""Words that are shown of how a claim was read."""

COMPARED = 3
"""Records that are compared aspect by aspect."""

CELL = 30
"""Characters of what claim and record say of an aspect."""

_STANDS = {
    CONTRADICTED: "a source contradicts",
    NOT_FOUND: "no record speaks of",
    UNDECIDED: "the sources do not settle",
    CONFLICTING: "the sources disagree about",
    OUTDATED: "a later source replaces",
    SUPPORTED: "the sources support",
}
"""How it stands with parts of a claim, in the order in which that is told."""

_LABELS = {
    (OUTDATED, "supports"): "Then",
    (OUTDATED, "supersedes"): "Now",
    (CONFLICTING, "supports"): "One source",
    (CONFLICTING, "contradicts"): "Another",
    (UNDECIDED, "supports"): "Borne out",
    (NOT_FOUND, "supports"): "Borne out",
    (CONTRADICTED, "supports"): "Borne out",
}
"""What a record is called that is shown under a verdict; else it is the source."""


def cite(page: "Page", data: "doc.Judged") -> None:
    """Show the verdict, what decides it, what disputes it, and a line to paste."""
    parts = data["parts"]
    several = len(parts) > 1
    page.title = f"“{shortened(data['claim'], LONG) if several else data['claim']}”"
    page.tell(_verdict(data), _sentence(data))
    misread = list(dict.fromkeys(m for part in parts for m in part["misreadings"]))
    disputed = any(one["cause"] for part in parts for one in part["evidence"])
    two_sided = data["verdict"] in {CONFLICTING, OUTDATED}
    shown = set(misread[: MISREADINGS - disputed - two_sided])
    for number, part in enumerate(parts, 1):
        if several:
            page.tell(f"{number}. “{part['text']}”", _verdict(part))
        _part(page, part, shown, depth=int(several))
        if several and part["verdict"] in OPEN:
            own = [one for one in data["nearest"] if one["part"] == part["text"]]
            _nearest(page, _others(own, part)[:1], "Nearest", depth=1)
    if not several and data["verdict"] in OPEN:
        _nearest(page, _others(data["nearest"], parts[0]), "", depth=0)
    decide = [one for part in parts for one in part["evidence"] if one["decides"]]
    if decide:
        page.tell()
        page.tell("To paste", data["line"], whole=True)
    if any("trace" in part for part in parts):
        _explained(page, data)
    page.abridge(decide)


def _verdict(judged: "doc.Judged | doc.Part") -> str:
    """Return a verdict in capitals, with how sure it is."""
    verdict = str(judged["verdict"]).replace("_", " ").upper()
    return f"{verdict} ({judged['confidence']})" if judged["confidence"] else verdict


def _sentence(data: "doc.Judged") -> str:
    """Return in a sentence what the verdict means, or how it stands with each part."""
    verdicts = [part["verdict"] for part in data["parts"]]
    told = data["parts"][0]["reasons"][:1] if len(verdicts) == 1 else []
    for verdict, stands in _STANDS.items() if not told else ():
        of = [str(at) for at, one in enumerate(verdicts, 1) if one == verdict]
        if of:
            told.append(f"{stands} {'part' if len(of) == 1 else 'parts'} {_all(of)}")
    if data["verdict"] not in verdicts:
        told = ["not all of the claim was read", f"of what was, {'; '.join(told)}"]
    return f"{'; '.join(told)}."


def _all(words: "list[str]") -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _part(page: "Page", part: "doc.Part", misread: "set[str]", depth: int) -> None:
    """Tell what decides a part, by which rule, and what disputes it."""
    evidence = part["evidence"]
    shown = [one for one in evidence if _is_shown(one, part)]
    for one in shown:
        label = _LABELS.get((part["verdict"], one["relation"]), "Source")
        page.tell(label, _says(page, one, SAID, PLACES), depth)
    if part["rule"]:
        page.tell("Rule", _stop(part["rule"]), depth)
    if part["verdict"] in OPEN:
        for reason in part["reasons"][1:]:
            page.tell("", _stop(reason), depth)
    _dispute(page, evidence, shown, depth)
    for error in part["errors"]:
        page.tell("Source error", _stop(error), depth)
    for line in part["misreadings"]:
        if line in misread:
            misread.discard(line)
            page.tell("Beware", line, depth)


def _is_shown(one: "doc.Evidence", part: "doc.Part") -> bool:
    current = one["relation"] == "supersedes" and part["verdict"] == OUTDATED
    return current or bool(one["decides"])


def _says(
    page: "Page", one: "doc.Evidence | doc.Near", most: int = NEAR, places: int = 1
) -> str:
    """Return what a record says, who says so, and the marks of its places."""
    told = [shortened(str(one["says"]), most)]
    if one["opinion"]:
        told.append(f"(opinion of {one['speaker'] or 'the article'})")
    elif one["speaker"]:
        told = [f"{told[0].removesuffix('.')}, says {one['speaker']}"]
    if one["standing"] == "corroborating":
        told.append("(corroborating page only)")
    told.append(page.marks.of({"citations": one["citations"][:places]}))
    return " ".join(told)


def _dispute(
    page: "Page",
    evidence: "list[doc.Evidence]",
    shown: "list[doc.Evidence]",
    depth: int,
) -> None:
    """Tell what other sources say instead, each with its source, and why."""
    told: dict[str, dict[str, str]] = {}
    for one in evidence:
        if one["cause"] and one not in shown:
            rivals = told.setdefault(_CAUSES[one["cause"]], {})
            said = one["value"] if one["kind"] == "figure" else one["says"]
            rivals.setdefault(str(said), _rival(page, one, str(said)))
    for cause, rivals in told.items():
        page.tell(f"Disputed ({cause})", _stop("; ".join(rivals.values())), depth)


_CAUSES = {
    "date": "as of another date",
    "scope": "of another scope",
    "definition": "by another definition",
    "translation": "in translation",
    "unresolved": "unresolved",
}
"""How the sides of a conflict differ, by its cause."""


def _rival(page: "Page", one: "doc.Evidence", said: str) -> str:
    """Return what a record says instead, and in which source."""
    told = [shortened(said.removesuffix("."), RIVAL)]
    told += [f"in {page.marks.short(at['source'])}" for at in one["citations"][:1]]
    if one["standing"] == "corroborating":
        told.append("(corroborating page)")
    return " ".join(told)


def _others(near: "list[doc.Near]", part: "doc.Part") -> "list[doc.Near]":
    """Return those of *near* that do not decide *part*; if some do, one other."""
    told = {one["id"] for one in part["evidence"] if one["decides"]}
    others = [one for one in near if one["id"] not in told]
    return others[:1] if told else others


def _nearest(page: "Page", near: "Iterable[doc.Near]", label: str, depth: int) -> None:
    """Tell what the nearest records say, and how each compares."""
    for number, one in enumerate(near, 1):
        page.tell(label or f"Nearest {number}", _says(page, one), depth)
        page.tell("", _stop(one["comparison"]), depth + 1)


def _stop(text: str) -> str:
    """Return *text* as a sentence."""
    begun = text if text[:3].isupper() else text[:1].upper() + text[1:]
    return begun if begun.endswith((".", "?", "!")) else f"{begun}."


def _explained(page: "Page", data: "doc.Judged") -> None:
    """Add how each part was read, and how the nearest records compare."""
    page.tell()
    for part in data["parts"]:
        page.tell("Read", _read(part))
    nearest = data["nearest"][:COMPARED]
    ids = ", ".join(f"{n} is {one['id']}" for n, one in enumerate(nearest, 1))
    if ids:
        page.tell("Compared", f"record {ids}")
    rows: dict[str, list[str]] = {}
    for at, one in enumerate(nearest):
        for aspect in one["aspects"]:
            row = rows.setdefault(aspect["aspect"], ["–"] * (len(nearest) + 1))
            row[0] = shortened(aspect["claim"] or row[0], CELL)
            row[at + 1] = _cell(aspect)
    columns = ("Aspect", "Claim", *map(str, range(1, len(nearest) + 1)))
    told = [(name, *row) for name, row in rows.items() if set(row) - {"–", "same"}]
    page.add("", columns, told, small=True)


def _cell(aspect: "doc.Aspect") -> str:
    told = [aspect["relation"], shortened(aspect["record"] or "", CELL)]
    return ": ".join(filter(None, told))


def _read(part: "doc.Part") -> str:
    """Return how a part was read, in a block."""
    reading = part["reading"]
    words = sorted(reading["words"], key=lambda word: -word["weight"])
    more = len(words) - HEAVIEST
    told = {
        "words": ", ".join(f"{w['text']} {w['weight']}" for w in words[:HEAVIEST])
        + (f" and {more} lighter" if more > 0 else ""),
        "names": ", ".join(
            f"{n['text']} = {'/'.join(n['ids'])}" for n in reading["names"]
        ),
        "numbers": ", ".join(
            f"{q['text']} = {q['interval']} {q['unit']}" for q in part["quantities"]
        ),
        "dates": ", ".join(f"{d['relation']} {d['text']}" for d in reading["dates"]),
        "speaker": reading["speaker"],
        "status": reading["status"],
        "denied": "yes" if reading["negated"] else "",
    }
    return "; ".join(f"{name} {text}" for name, text in told.items() if text)
