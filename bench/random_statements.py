"""What made-up sources say: figures, events, statements, and where they disagree.

Figures come in clusters that count one thing: alone, as a series over years, as a
number that several sources repeat, or as two that cannot both be right, which makes
a conflict.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from random_entities import Cast
from vocabulary import proper_name
from writers import Record

HEDGED = {
    "exact": ("",),
    "more_than": ("more than ", "over "),
    "at_least": ("at least ",),
    "nearly": ("nearly ",),
    "about": ("about ", "around "),
    "up_to": ("up to ",),
    "fewer_than": ("fewer than ",),
}
HEDGES = tuple(HEDGED)
HEDGE_SHARES = (55, 20, 5, 5, 10, 2, 3)
CLUSTERS = ("single", "series", "repeated", "disputed")
CLUSTER_SHARES = (77, 12, 10, 0.7)
"""So that one figure in some two hundred is disputed."""

EARLY_YEAR = 2000
"""When series begin, and what is told more than once was so: before any source."""

SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
SAYING = (
    "{place} had {number} {label}, {rest}",
    "{number} {label} were counted in {place} by {year}, {rest}",
    "In {year}, {label} in {place} came to {number}: {rest}",
    "With {place}, China counts {number} {label} for {rest}",
)
TELLING = (
    "{one} and {other} have agreed on {rest} for {more}",
    "{one} set up {rest} with {other}, which serves {more}",
    "The {program} of {one} brought {rest} to {other} by way of {more}",
    "Scientists of {one} and {other} work on {rest} and {more}",
    "{one} trains {rest} from {other} at the {program}, {more} among them",
)


class Saying:
    """Makes the figures, and remembers which of them disagree."""

    def __init__(self, cast: Cast) -> None:
        """Let *cast* be spoken of."""
        self.cast = cast
        self.rng = cast.rng
        self.clusters: Counter[str] = Counter()
        self.disputed: list[tuple[list[str], list[str]]] = []

    def figures(self, wanted: int) -> Iterator[Record]:
        """Yield *wanted* figures."""
        made = 0
        while made < wanted:
            kind = self.rng.choices(CLUSTERS, CLUSTER_SHARES)[0]
            size = 1 if kind == "single" else self.rng.randint(2, 4)
            size = 2 if kind == "disputed" else min(size, wanted - made)
            if made + size <= wanted:
                yield from self._cluster(kind, size, made)
                made += size

    def _cluster(self, kind: str, size: int, made: int) -> Iterator[Record]:
        measure = self.cast.measures.one()
        shared = self._subject(measure)
        hedge, numbers, written = self._number(measure["unit"])
        if kind == "disputed":
            ids = [f"fig-{made + n}" for n in range(size)]
            self.disputed.append((ids, shared.get("countries", [])))
        for n in range(size):
            source = self.cast.sources.one()
            year = int(self.cast.date_of(source)[:4])
            when = (
                self._as_of(source, year)
                if kind == "single"
                else {"as_of": f"{EARLY_YEAR}"}
            )
            if kind == "series":
                when = {"as_of": f"{EARLY_YEAR + n}"}
                hedge, numbers, written = self._number(measure["unit"])
            elif kind == "disputed":
                whole = 10 * n + self.rng.randint(20, 29)  # tens that no other has
                hedge, numbers, written = "exact", {"value": whole}, f"{whole}"
            figure = {
                "id": f"fig-{made + n}",
                "measure": measure["id"],
                **numbers,
                "hedge": hedge,
                "as_written": written,
                **when,
                **shared,
            }
            yield figure | self._told(figure, measure, source, year)

    def _subject(self, measure: Record) -> dict[str, Any]:
        """Return what a cluster is about; no two of a measure have the same scope."""
        rng, number = self.rng, self.clusters[measure["id"]]
        self.clusters[measure["id"]] += 1
        subject: dict[str, Any] = {}
        if number:
            subject["scope"] = f"{self.cast.words.one()} in {proper_name(number)}"
        if rng.random() < 0.05:
            subject["speaker"] = self.cast.people.one()
        subject["countries"] = self.cast.some_countries()
        if rng.random() < 0.1:
            subject["groups"] = [self.cast.groups.one()]
        if rng.random() < 0.7:
            programs = self.cast.programs.some(rng.randint(1, 2))
            subject["programs"] = [id_ for id_, _ in programs]
        if rng.random() < 0.15:
            subject["organizations"] = [self.cast.organizations.one()]
        return subject

    def _number(self, unit: str) -> tuple[str, dict[str, Any], str]:
        """Return a hedge, the fields of a number, and the number as printed."""
        rng = self.rng
        if unit == "percent" and rng.random() < 0.15:
            low = rng.randint(1, 40)
            high = low + rng.randint(1, 50)
            return (
                "exact",
                {"low": low, "high": high},
                f"{low} percent to {high} percent",
            )
        if unit != "percent" and rng.random() < 0.01:
            return "dozens", {"value": 24}, "dozens"
        hedge = rng.choices(HEDGES, HEDGE_SHARES)[0]
        value, written = self._value(unit)
        return hedge, {"value": value}, rng.choice(HEDGED[hedge]) + written

    def _value(self, unit: str) -> tuple[int | float, str]:
        rng = self.rng
        if unit == "percent":
            tenths = rng.randint(1, 999)
            value = tenths // 10 if tenths % 3 else tenths / 10
            return value or 1, f"{value or 1} percent"
        size = rng.choices(range(4), (35, 40, 20, 5))[0]
        if size == 0:
            value = rng.randint(1, 99)
            return value, SMALL[value] if value < len(SMALL) else str(value)
        if size == 3:
            tenths = rng.randint(11, 999)
            return tenths * 100_000, f"{tenths / 10:g} million"
        value = rng.randint(100, 9999) * (1 if size == 1 else 50)
        return value, f"{value:,}"

    def _as_of(self, source: str, year: int) -> dict[str, str]:
        """Return since when, or over what time, a number is true."""
        rng, draw = self.rng, self.rng.random()
        if draw < 0.1:
            return {}
        if draw < 0.4:
            date = self.cast.date_of(source)
            return {"as_of": date, "as_of_basis": "as of publication"}
        before = year - rng.randint(0, 8)
        month, day = rng.randint(1, 12), rng.randint(1, 28)
        forms = (
            f"{before}",
            f"{before}-{month:02}",
            f"{before}-{month:02}-{day:02}",
            f"{before - 5}/{before}",
            f"{before}~",
            f"{before // 10}X",
            f"{before}/..",
        )
        return {"as_of": rng.choices(forms, (35, 20, 15, 20, 4, 3, 3))[0]}

    def _told(
        self, figure: Record, measure: Record, source: str, year: int
    ) -> dict[str, Any]:
        """Return the prose of a figure: notes, other words, where it is printed."""
        rng, cast, told = self.rng, self.cast, dict[str, Any]()
        if rng.random() < 0.15:
            told["notes"] = [sentence(f"{cast.phrase(4, 9)} is inferred")]
        if rng.random() < 0.5:
            facts = {
                "place": cast.names[figure["countries"][0]],
                "number": figure["as_written"],
                "label": measure["label"],
                "year": year,
            }
            told["wordings"] = [
                sentence(wording.format(**facts, rest=cast.phrase(2, 6)))
                for wording in rng.sample(SAYING, rng.randint(1, 3))
            ]
        noun = measure["unit"] if measure["unit"] != "percent" else cast.words.one()
        find = f"{cast.words.one()} {figure['as_written']} {noun}"
        told["cites"] = [cast.cite_of(source, find)]
        return told

    def conflicts(self) -> Iterator[Record]:
        """Yield a conflict for each pair of figures that disagree."""
        for number, (ids, countries) in enumerate(self.disputed):
            conflict: dict[str, Any] = {
                "id": f"cf-{number}",
                "title": f"{self.cast.phrase(2, 4).capitalize()}: which number",
                "records": ids,
                "cause": self.rng.choice(("date", "scope", "unresolved")),
                "explanation": sentence(self.cast.phrase(6, 12)),
            }
            if number % 2:
                conflict |= {"cause": "date", "current": ids[-1]}
            yield conflict | {"countries": countries}


def sentence(text: str) -> str:
    """Return *text* with a capital and a full stop."""
    return f"{text[0].upper()}{text[1:]}."


def _telling(cast: Cast, about: list[str]) -> str:
    names = [cast.names[code] for code in about]
    told = cast.rng.choice(TELLING).format(
        one=names[0],
        other=names[-1] if len(names) > 1 else cast.phrase(1, 2),
        program=cast.programs.one()[1],
        rest=cast.phrase(2, 5),
        more=cast.phrase(2, 5),
    )
    return sentence(told)


def events(cast: Cast, wanted: int) -> Iterator[Record]:
    """Yield *wanted* events, each dated before the source that tells of it."""
    for number in range(wanted):
        source = cast.sources.one()
        year = int(cast.date_of(source)[:4])
        happened = cast.rng.random() < 0.8
        about = cast.some_countries(3)
        year += -cast.rng.randint(1, 9) if happened else cast.rng.randint(1, 5)
        yield {
            "id": f"ev-{number}",
            "date": f"{year}-{cast.rng.randint(1, 12):02}",
            "type": "happened" if happened else "planned",
            "what": _telling(cast, about),
            "countries": about,
            "programs": [cast.programs.one()[0]],
            "cites": [cast.cite_of(source, cast.phrase(3, 7))],
        }


def statements(cast: Cast, wanted: int) -> Iterator[Record]:
    """Yield *wanted* statements."""
    for number in range(wanted):
        about = cast.some_countries(3)
        record: dict[str, Any] = {
            "id": f"st-{number}",
            "type": cast.rng.choice(("fact", "fact", "opinion", "plan")),
            "text": _telling(cast, about),
        }
        if record["type"] == "opinion":
            record["speaker"] = cast.people.one()
        record["countries"] = about
        if cast.rng.random() < 0.5:
            record["programs"] = [cast.programs.one()[0]]
        if cast.rng.random() < 0.6:
            record["wordings"] = [_telling(cast, about)]
        record["cites"] = [cast.cite(cast.phrase(3, 7))]
        yield record
