"""The places that a sentence names, and which of them differ."""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence

import pytest
from paths import ROOT

from sinotech.claims.mentions import find_mentions
from sinotech.claims.places import Place, chains_of, contains, differ, find_places
from sinotech.claims.reading import Mention
from sinotech.compile.names import NameRow, name_rows
from sinotech.compile.places import place_rows, word
from sinotech.prose.tokens import Token, tokenise

PLACES = defaultdict(list)
for place_row in place_rows():
    PLACES[place_row[0]].append(place_row)

NAMES: defaultdict[str, list[NameRow]] = defaultdict(list)
for name_row in name_rows(()):
    NAMES[name_row.folded].append(name_row)
for known in ("Republic of the Congo", "Republic of Congo"):
    row = NameRow(known.lower(), "country", "cg", known, "exact")
    NAMES[row.folded].append(row)
UNIVERSITY = "Federal University of Rio de Janeiro"
NAMES[UNIVERSITY.lower()].append(
    NameRow(UNIVERSITY.lower(), "organization", "ufrj", UNIVERSITY, "exact")
)


def look_up(grams: Iterable[str]) -> list[tuple[str, str, str, str, int]]:
    """Return the places that are called one of *grams*."""
    return [found for gram in grams for found in PLACES.get(gram, ())]


def named(tokens: Sequence[Token]) -> list[Mention]:
    """Return the names of countries among *tokens*, and that of a university."""
    return find_mentions(
        tokens,
        lambda grams: [one[:5] for gram in grams for one in NAMES.get(gram, ())],
    )


def places(text: str) -> list[Place]:
    """Return the places in *text*."""
    tokens = tokenise(text)
    return find_places(text, tokens, named(tokens), look_up)


def told(text: str) -> list[str]:
    """Return the readings of each place in *text*, as ``chengdu/sichuan/cn``."""
    return [" ".join(sorted("/".join(c) for c in p.chains)) for p in places(text)]


def spans(text: str) -> list[str]:
    """Return the words of each place in *text*, with what qualifies it."""
    tokens = tokenise(text)
    return [text[tokens[p.first].start : tokens[p.last].end] for p in places(text)]


def of_record(text: str) -> frozenset[tuple[str, ...]]:
    """Return what the place of a record may mean."""
    return chains_of(text, named, look_up)


def test_a_chain_contains_those_that_end_with_it() -> None:
    """A province contains its cities and itself; its country contains both."""
    chengdu, sichuan, china = ("chengdu", "sichuan", "cn"), ("sichuan", "cn"), ("cn",)
    assert contains(china, chengdu)
    assert contains(sichuan, chengdu)
    assert contains(chengdu, chengdu)
    assert not contains(chengdu, sichuan)
    assert not contains(("yunnan", "cn"), chengdu)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "It was held in Chengdu, Sichuan province, southwest China, from 10 June.",
            "Chengdu, Sichuan province, southwest China",
        ),
        (
            "It opened in Chengdu in southwest China's Sichuan Province on Tuesday.",
            "Chengdu in southwest China's Sichuan Province",
        ),
        ("Sichuan's capital Chengdu hosted it.", "Sichuan's capital Chengdu"),
        ("The Chinese city of Chengdu hosted it.", "Chinese city of Chengdu"),
        ("It was in southwest China's Chengdu.", "southwest China's Chengdu"),
        ("A forum (Chengdu, China) was held.", "Chengdu, China"),
        (
            "It met in Chengdu, the capital of Sichuan.",
            "Chengdu, the capital of Sichuan",
        ),
        ("It met in Chengdu City in June.", "Chengdu City"),
        ("it was held in chengdu, a city", "chengdu"),
    ],
)
def test_what_qualifies_a_place_belongs_to_it(text: str, span: str) -> None:
    """A city with its province and its country is one place."""
    assert (told(text), spans(text)) == (["chengdu/sichuan/cn"], [span])


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            "It was in Xiamen, Fujian and Kunming, Yunnan.",
            "xiamen/fujian kunming/yunnan",
        ),
        (
            "It was in Nanning, Guangxi Zhuang Autonomous Region, and in Xi'an.",
            "nanning/guangxi xian/shaanxi",
        ),
        ("It was in Chengdu, Nanjing, and Kunming.", "chengdu nanjing kunming"),
        ("In Chengdu, China and Brazil signed it.", "chengdu"),
    ],
)
def test_several_places_stay_several(text: str, chains: str) -> None:
    """What does not lie in the other is no qualifier of it."""
    found = [one.partition("/cn")[0] for one in told(text)]
    assert all(a.startswith(b) for a, b in zip(found, chains.split(), strict=True))


@pytest.mark.parametrize(
    ("place", "chains"),
    [
        ("Kazan, Russia", ["kazan/tatarstan/ru"]),
        ("Rio de Janeiro", ["rio-de-janeiro/br rio-de-janeiro/rio-de-janeiro/br"]),
        ("Rio de Janeiro state", ["rio-de-janeiro/br"]),
        ("the city of Rio de Janeiro", ["rio-de-janeiro/rio-de-janeiro/br"]),
        ("Washington", ["washington/district-of-columbia/us washington/us"]),
        ("Washington, D.C.", ["washington/district-of-columbia/us"]),
        ("Seattle, Washington", ["seattle/washington/us"]),
        ("Atlanta, Georgia", ["atlanta/georgia/us"]),
        ("Georgia", ["ge georgia/us"]),
        ("the state of Georgia", ["georgia/us"]),
        (
            "Brazzaville, Republic of the Congo",
            ["brazzaville/brazzaville/cg brazzaville/cg"],
        ),
        ("Birmingham", ["birmingham/alabama/us birmingham/england/gb"]),
        ("Birmingham, Alabama", ["birmingham/alabama/us"]),
        ("Hong Kong", ["hk hk/cn"]),
        ("Taipei", ["taipei/tw taipei/tw/cn"]),
    ],
)
def test_a_place_has_every_reading(place: str, chains: list[str]) -> None:
    """What may be two places is read as both, unless something decides it."""
    assert told(f"It was in {place}.") == chains


@pytest.mark.parametrize(
    "text",
    [
        "Reading the report, Nancy found it nice.",
        "Lincoln said that Washington had signed it.",
        "Victoria and Florence are chemists.",
        "The Kazan Declaration and the Chengdu Initiative were adopted.",
        "Sichuan University and the University of São Paulo signed a pact.",
        "It was launched at the Federal University of Rio de Janeiro.",
        "Beijing reached an agreement with Moscow.",
        "A Shanghai-based firm and the Chengdu-Chongqing circle grow.",
        "Brazil and China are partners of Chinese and Kenyan labs.",
        "It was held in Gotham City, Ruritania.",
        "reading in bath was nice",
    ],
)
def test_no_place_where_none_is_named(text: str) -> None:
    """A word, a person, a part of a name, a government, an unknown town is no place."""
    assert told(text) == []


def test_a_doubtful_name_counts_where_a_place_is_meant() -> None:
    """After *in*, or with what it lies in, Reading and Nice are places."""
    assert told("Nancy was in Nice.") == ["nice/provence-alpes-cote-dazur/fr"]
    assert told("Reading, England, is near.") == ["reading/england/gb"]
    assert told("The city of Nice grew.") == ["nice/provence-alpes-cote-dazur/fr"]
    assert told("Australia's Victoria grew.") == ["victoria/au"]


def test_a_namesake_that_is_not_known_lies_where_it_is_said_to() -> None:
    """Paris, Texas is not in France; and who writes Xi'an, Shanxi errs."""
    assert told("It was in Paris, Texas.") == ["paris/texas/us"]
    assert told("It was in Xi'an, Shanxi.") == ["xian/shanxi/cn"]
    assert told("In Sochi, China proposed it.") == ["sochi/krasnodar/ru"]


def test_where_something_is_said_to_be() -> None:
    """Something is in a place, or is hosted by it; not so where people are from."""
    assert [p.where for p in places("It was in Kazan, Sochi and Ufa.")] == [True] * 3
    assert [p.where for p in places("Kazan will host it.")] == [True]
    assert [p.where for p in places("Kazan was the venue.")] == [True]
    assert [p.where for p in places("Kazan officials flew to Sochi.")] == [False] * 2
    assert [p.where for p in places("A team from Sichuan works in Kenya.")] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Xiamen, China", {"xiamen/fujian/cn"}),
        ("Nanning", {"nanning/guangxi/cn"}),
        ("Qinhuangdao, north China", {"qinhuangdao/hebei/cn"}),
        ("Chengdu, Sichuan province", {"chengdu/sichuan/cn"}),
        (
            "Xishuangbanna Tropical Botanical Garden, Yunnan",
            {"xishuangbanna/yunnan/cn"},
        ),
        (
            "Federal University of Rio de Janeiro Science Park, Brazil",
            {"rio-de-janeiro/br", "rio-de-janeiro/rio-de-janeiro/br"},
        ),
        ("Stellenbosch University, South Africa", {"za"}),
        ("Kazakhstan", {"kz"}),
        ("Africa", set()),
        ("Atlantis", set()),
    ],
)
def test_the_place_of_a_record_is_read(text: str, chains: set[str]) -> None:
    """The place of a record may also be told by the name of something there."""
    assert {"/".join(chain) for chain in of_record(text)} == chains


@pytest.mark.parametrize(
    ("claimed", "recorded", "apart"),
    [
        ("Chengdu, Sichuan", "Chengdu", False),
        ("Sichuan", "Chengdu, Sichuan province", False),
        ("China", "Chengdu", False),
        ("Chongqing", "Chengdu", True),
        ("Kunming, Yunnan", "Kunming, China", False),
        ("Yunnan", "Kunming, China", False),
        ("Guizhou", "Kunming, China", True),
        ("Xiamen, Fujian, China", "Xiamen", False),
        ("Fuzhou", "Xiamen", True),
        ("Brazzaville", "Brazzaville, Republic of the Congo", False),
        ("Pointe-Noire", "Brazzaville, Republic of the Congo", True),
        ("Kinshasa", "Brazzaville, Republic of the Congo", True),
        ("Sochi, Russia", "Kazan, Russia", True),
        ("Tatarstan", "Kazan, Russia", False),
        ("Russia", "Kazan, Russia", False),
        ("Brazil", "Kazan, Russia", True),
        ("Rio de Janeiro state", "Rio de Janeiro, Brazil", False),
        ("São Paulo", "Rio de Janeiro, Brazil", True),
        (
            "Sao Paulo",
            "Federal University of Rio de Janeiro Science Park, Brazil",
            True,
        ),
        ("Niterói", "Rio de Janeiro, Brazil", False),
        ("Guangxi", "Nanning", False),
        ("Nanning, Guangxi Zhuang Autonomous Region", "Nanning, China", False),
        ("Shanxi", "Shaanxi", True),
        ("Xi'an", "Shaanxi", False),
        ("Xi'an, Shanxi", "Xi'an", True),
        ("Washington", "Seattle", False),
        ("Washington, D.C.", "Seattle", True),
        ("Washington", "New York", True),
        ("Suzhou", "Kunshan", False),
        ("Beijing", "Shanghai", True),
        ("Hong Kong", "China", False),
        ("Hong Kong", "Shenzhen", True),
        ("Taipei", "China", False),
        ("Kiev", "Kyiv", False),
        ("Atlantis", "Chengdu", False),
        ("Chengdu", "Atlantis", False),
        ("Chengdu", "Africa", False),
    ],
)
def test_what_differs(claimed: str, recorded: str, *, apart: bool) -> None:
    """Two places differ only if neither contains the other; an unknown one never."""
    found = places(f"It was held in {claimed}.")
    chains = frozenset(chain for place in found for chain in place.chains)
    assert differ(chains, of_record(recorded)) == apart
    assert differ(of_record(recorded), chains) == apart


def test_every_place_is_found_and_lies_in_what_it_lies_in() -> None:
    """Whatever the table holds is found after *in*, and differs from nothing around."""
    for folded, name, _, within, _ in place_rows():
        outer = tuple(within.split())
        found = {c for p in places(f"It was in {name}.") for c in p.chains}
        assert (word(name), *outer) in found, folded
        assert not differ(found, [outer])


def test_it_imports_nothing_heavy() -> None:
    """What a claim loads for its places is folding and the tokens alone."""
    code = "import sys, sinotech.claims.places; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    loaded = {one for one in done.stdout.split() if one.startswith("sinotech.")}
    assert loaded == {
        "sinotech.claims",
        "sinotech.claims.places",
        "sinotech.naming",
        "sinotech.prose",
        "sinotech.prose.function_words",
        "sinotech.prose.tokens",
    }
    assert not {"re", "typing", "json", "unicodedata"} & set(done.stdout.split())
