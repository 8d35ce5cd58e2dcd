"""The page of a claim that was judged."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sinotech.present.page import Page

    Row = dict[str, Any]

_RELATIONS = {
    "supports": "supports",
    "contradicts": "contradicts",
    "rival": "disputes",
    "supersedes": "supersedes",
}


def cite(page: "Page", data: "Row") -> None:
    """Show the verdict, then for each part the evidence and why."""
    page.title = f"“{data['claim']}”"
    page.lines.append(f"Verdict: {_verdict(data)}")
    several = len(data["parts"]) > 1
    for number, part in enumerate(data["parts"], 1):
        heading = f"{number}. “{part['text']}”: {_verdict(part)}" if several else ""
        _evidence(page, heading, part)
    _aside(page, "Why", data, "reasons")
    _aside(page, "Beware", data, "warnings")
    for part in data["parts"]:
        if "trace" in part:
            _explained(page, part)
    if data["related"]:
        page.add("Related", ("Id",), [(id_,) for id_ in data["related"]])
    page.add("To paste", ("Line",), [(data["line"],)])


def _verdict(one: "Row") -> str:
    return str(one["verdict"]).replace("_", " ").upper()


def _evidence(page: "Page", heading: str, part: "Row") -> None:
    """Add what the records say, or that there is none."""
    rows = [
        (
            _RELATIONS[one["relation"]],
            one["says"] + _whose(one),
            one["id"],
            page.marks.of(one),
        )
        for one in part["evidence"]
    ]
    if heading and not rows:
        rows = [("", "no record settles it", "", "")]
    page.add(heading or "Evidence", ("", "What the record says", "Id", "Source"), rows)


def _whose(one: "Row") -> str:
    """Return whose words a record reports, and what it rests on."""
    told = f" — says {one['speaker']}" if one["speaker"] else ""
    if one["opinion"]:
        told = f" — opinion of {one['speaker'] or 'the article'}"
    if one["standing"] == "corroborating":
        told += " (corroborating page only)"
    return told


def _aside(page: "Page", heading: str, data: "Row", key: str) -> None:
    """Add the lines that all parts have under *key*, each once."""
    lines = dict.fromkeys(line for part in data["parts"] for line in part[key])
    page.add(heading, ("",), [(line,) for line in lines])


def _explained(page: "Page", part: "Row") -> None:
    """Add how a part was read, and how each record compares with it."""
    reading = part["reading"]
    rows = [
        ("words", ", ".join(f"{w['text']} {w['weight']}" for w in reading["words"])),
        (
            "names",
            ", ".join(f"{n['text']} = {'/'.join(n['ids'])}" for n in reading["names"]),
        ),
        (
            "numbers",
            "; ".join(
                f"{q['text']} = {q['interval']} {q['unit']}" for q in part["quantities"]
            ),
        ),
        ("dates", "; ".join(f"{d['relation']} {d['text']}" for d in reading["dates"])),
        ("speaker", reading["speaker"] or ""),
        ("status", reading["status"] or ""),
        ("denied", "yes" if reading["negated"] else ""),
    ]
    read = [row for row in rows if row[1]]
    page.add(f"Read: “{part['text']}”", ("", "As"), read)
    traced = [
        (
            one["id"],
            one["relation"] or "bears on it",
            f"{one['score']:.2f}",
            "; ".join(
                f"{o['aspect']} {o['relation']}"
                + (f" ({o['reason']})" if o["reason"] else "")
                for o in one["outcomes"]
                if o["relation"] != "silent"
            ),
        )
        for one in part["trace"]
    ]
    page.add("Compared", ("Record", "Relation", "Score", "Aspects"), traced)


PAGES: "dict[str, Callable[[Page, Any], None]]" = {"cite": cite}
"""The page of a verdict, by the shape of the answer."""
