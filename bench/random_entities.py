"""Whom and what made-up figures speak of: sources, countries, programs and so on.

The frequencies are skewed as in life: most figures stand in few sources and concern
few countries, programs and measures.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from vocabulary import Draws, proper_name, vocabulary
from writers import Record

from sinotech.compile.territories import territories
from sinotech.model.vocabulary import (
    COUNTINGS,
    ORGANIZATION_TYPES,
    PROGRAM_TYPES,
    SOURCE_TYPES,
    STATES,
)

ROOT = Path(__file__).parent.parent
TERRITORIES = ROOT / "src" / "sinotech" / "compile" / "territories.txt"
FIRST_COUNTRIES = "CN BR RU ZA PK DE KE EG FR KZ".split()
PAPERS = ("Daily", "Times", "Post", "News Agency", "Review", "Herald", "Observer")
FIELDS = (
    "Science Technology Innovation Energy Agriculture Space Marine Health Quantum "
    "Materials Climate Digital Transport Water Desert Polar Seismic Genomics Fusion"
).split()
NOUNS = (
    "projects laboratories agreements patents researchers students centers countries "
    "papers satellites companies hectares households kilometers visits missions"
).split()
DONE = (
    "run set up signed financed shared trained built published counted joined".split()
)
YEARS = range(2004, 2026)
LAST_DAY = 28
"""The last day that every month has."""


class Cast:
    """All that a figure may speak of, in numbers that suit a set of some size."""

    def __init__(self, figures: int, seed: int) -> None:
        """Make a cast for a set of *figures* figures, the same for the same *seed*."""
        self.rng = rng = Random(seed)  # noqa: S311  # no secret
        self.words = Draws(vocabulary(rng), rng)
        self.published = [self._a_date() for _ in range(max(figures // 40, 8))]
        size = len(self.published)
        self.sources = Draws([self._source_id(n) for n in range(size)], rng)
        self.countries = Draws(self._codes(), rng, offset=0.2, exponent=1.1)
        self.names = {one.code: one.english for one in territories()}
        size = min(max(figures // 150, 10), 20_000)
        self.programs = Draws([self._program(n) for n in range(size)], rng)
        size = min(max(figures // 200, 10), 20_000)
        self.organizations = Draws([f"org-{n}" for n in range(size)], rng)
        self.people = Draws([f"person-{n}" for n in range(size // 2)], rng)
        self.groups = Draws([f"group-{n}" for n in range(min(size, 40))], rng)
        size = min(max(figures // 60, 10), 5_000)
        self.measures = Draws([self._measure(n) for n in range(size)], rng)

    def phrase(self, least: int = 2, most: int = 5) -> str:
        """Return some words of prose."""
        return " ".join(self.words.one() for _ in range(self.rng.randint(least, most)))

    def cite(self, find: str) -> Record:
        """Return a citation of some source, at a phrase."""
        return self.cite_of(self.sources.one(), find)

    def cite_of(self, source: str, find: str) -> Record:
        """Return a citation of *source*, at a phrase."""
        cited: dict[str, Any] = {"source": source}
        if self.rng.random() < 0.3:
            cited["section"] = self.phrase().capitalize()
        return {**cited, "paragraph": self.rng.randint(1, 40), "find": find}

    def date_of(self, source: str) -> str:
        """Return when the source of that id was published."""
        return self.published[int(source.rpartition("-")[2])]

    def some_countries(self, most: int = 2) -> list[str]:
        """Return some countries' codes."""
        return self.countries.some(self.rng.randint(1, most))

    def _a_date(self) -> str:
        year, month = self.rng.choice(YEARS), self.rng.randint(1, 12)
        day = f"{year}-{month:02}-{self.rng.randint(1, LAST_DAY):02}"
        return self.rng.choices(
            (day, f"{year}-{month:02}", f"{year}", f"{day}/.."), (80, 12, 4, 4)
        )[0]

    def _source_id(self, number: int) -> str:
        return (
            f"{proper_name(number % 97).lower()}-{self.published[number][:4]}-{number}"
        )

    def _codes(self) -> list[str]:
        lines = TERRITORIES.read_text("utf-8").splitlines()
        codes = [line[:2] for line in lines if line[2:3] == "|"]
        self.rng.shuffle(codes)
        return [*dict.fromkeys([*FIRST_COUNTRIES, *codes])]

    def _program(self, number: int) -> tuple[str, str]:
        """Return a program's id and name."""
        kind = self.rng.choice(PROGRAM_TYPES).replace("_", " ").title()
        field = " ".join(self.rng.sample(FIELDS, self.rng.randint(1, 2)))
        name = f"{proper_name(self.rng.randrange(200))} {field} {kind}"
        if number % 3 == 0:
            name = f"{proper_name(number)} {name}"
        return f"prog-{number}", name

    def _measure(self, number: int) -> Record:
        rng, noun = self.rng, self.rng.choice(NOUNS)
        what = f"{self.phrase(1, 2)} {noun} {rng.choice(DONE)} for {self.phrase(1, 3)}"
        unit = "percent" if (is_share := rng.random() < 0.2) else noun
        record: dict[str, Any] = {
            "id": f"m-{number}",
            "label": f"share of {what}" if is_share else what,
            "definition": f"{what.capitalize()}, {self.phrase(4, 9)} left out.",
            "unit": unit,
        }
        if rng.random() < 0.5:
            record["scope"] = self.phrase(1, 3)
        record["counting"] = "share" if is_share else rng.choice(COUNTINGS)
        record["labels"] = [
            f"{noun} {rng.choice(DONE)} for {self.phrase(1, 3)}",
            {"name": f"{self.phrase(1, 2)} {noun}", "lang": "es"},
        ][: rng.randint(1, 2)]
        record["misreadings"] = [f"It does not count {self.phrase(3, 6)}."]
        if number:
            record["differs_from"] = [f"m-{rng.randrange(number)}"]
        return record


def sources(cast: Cast) -> Iterator[Record]:
    """Yield the sources; no text of theirs is held."""
    for number, id_ in enumerate(cast.sources.items):
        rng, date = cast.rng, cast.published[number]
        paper = f"{proper_name(number % 97)} {PAPERS[number % len(PAPERS)]}"
        record: dict[str, Any] = {"id": id_, "type": rng.choice(SOURCE_TYPES)}
        if rng.random() < 0.2:
            record["standing"] = "corroborating"
        record |= {
            "title": f"{cast.phrase(4, 9).title()}: {cast.phrase(2, 4)}",
            "short": f"{paper}, {date} ({number})",
            "publisher": paper,
            "container": rng.choice(("newspaper", "magazine", "website")),
            "published": date,
        }
        if rng.random() < 0.5:
            family, given = (proper_name(rng.randrange(4000)) for _ in "12")
            name = f"{family.upper()} {given}"
            record["authors"] = [{"name": name, "family": family, "given": given}]
        if rng.random() < 0.3:
            basis = f"the address, and {cast.phrase(2, 5)}"
            record["inferred"] = [{"field": "published", "basis": basis}]
        record["url"] = f"https://{id_}.example/{cast.words.one()}"
        if rng.random() < 0.2:
            record["defects"] = [f"Prints {cast.phrase(2, 4)} twice."]
        yield record


def countries(cast: Cast) -> Iterator[Record]:
    """Yield the countries, with other names that English has for them."""
    rows = (line.split("|") for line in TERRITORIES.read_text("utf-8").splitlines())
    official = {row[0]: row[1] for row in rows if len(row) > 1}
    for code in cast.countries.items:
        name = cast.names[code]
        record: dict[str, Any] = {"id": code, "name": name}
        if official[code] != name:
            record["aliases"] = [{"name": official[code], "ours": True}]
        yield record


def groups(cast: Cast) -> Iterator[Record]:
    """Yield groups with some members."""
    for number, id_ in enumerate(cast.groups.items):
        members = cast.countries.some(12)
        name = proper_name(5000 + number)
        yield {
            "id": id_,
            "name": f"{name} {FIELDS[number % len(FIELDS)]} Group",
            "aliases": [f"{name} nations"],
            "type": cast.rng.choice(("organization", "mechanism", "region")),
            "members": [
                {"party": code, "cites": [cast.cite(cast.phrase(3, 6))]}
                for code in members
            ],
        }


def programs(cast: Cast) -> Iterator[Record]:
    """Yield programs: a tree, each with its parties and the states it went through."""
    for number, (id_, name) in enumerate(cast.programs.items):
        rng = cast.rng
        record: dict[str, Any] = {"id": id_, "name": name}
        if rng.random() < 0.4:
            letters = "".join(word[0] for word in name.split())
            record["abbreviation"] = f"{letters}{proper_name(number)[0]}"
        if rng.random() < 0.5:
            record["aliases"] = [
                {"name": f"{name} {proper_name(number)}", "ours": True}
            ]
        record["type"] = rng.choice(PROGRAM_TYPES)
        if number > 5 and rng.random() < 0.3:
            record["parent"] = f"prog-{rng.randrange(number // 2)}"
        record["summary"] = f"It serves {cast.phrase(4, 9)}."
        record["participants"] = [
            {
                "party": party,
                "role": rng.choice(("founder", "host", "partner", "party")),
                "cites": [cast.cite(cast.phrase(3, 6))],
            }
            for party in [*cast.some_countries(3), cast.organizations.one()]
        ]
        record["status"] = [
            {
                "state": state,
                "date": f"{2010 + year}",
                "cites": [cast.cite(cast.phrase(3, 6))],
            }
            for year, state in enumerate(STATES[: rng.randint(1, 5)])
        ]
        record["cites"] = [cast.cite(cast.phrase(3, 6))]
        yield record


def organizations(cast: Cast) -> Iterator[Record]:
    """Yield bodies that act."""
    for number, id_ in enumerate(cast.organizations.items):
        kind = cast.rng.choice(ORGANIZATION_TYPES)
        field = FIELDS[number % len(FIELDS)]
        yield {
            "id": id_,
            "name": f"{proper_name(number + 7)} {field} {kind.title()}",
            "type": kind,
            "country": cast.countries.one(),
            "summary": f"It works on {cast.phrase(3, 6)}.",
            "cites": [cast.cite(cast.phrase(3, 6))],
        }


def people(cast: Cast) -> Iterator[Record]:
    """Yield people who speak."""
    for number, id_ in enumerate(cast.people.items):
        yield {
            "id": id_,
            "name": f"{proper_name(number + 40)} {proper_name(number * 7 % 5003)}",
            "role": f"researcher of {cast.phrase(1, 3)}",
            "country": cast.countries.one(),
            "organization": cast.organizations.one(),
            "cites": [cast.cite(cast.phrase(3, 6))],
        }
