"""Ways to make variants of claims: what each makes of one, and what it leaves alone."""

import other_meaning as other
import pytest
import same_meaning as same
from metamorphic import (
    HOLD,
    MUST_CHANGE,
    WAYS,
    Seed,
    Variant,
    Way,
    holds,
    is_right,
    variants,
)
from verb_forms import UNRELATED, forms, verbs
from wordings import Change, Name, Names, choice, names_of, numbers

from sinotech.claims.session import Session

KNOWN = {
    "China": ("country", "cn"),
    "Chinese": ("country", "cn"),
    "Brazil": ("country", "br"),
    "Kenya": ("country", "ke"),
    "Laos": ("country", "la"),
    "Africa": ("group", "africa"),
    "BRICS": ("group", "brics"),
    "GST": ("organization", "gst"),
    "Petrobras": ("organization", "petrobras"),
    "Chengdu Declaration": ("program", "chengdu-declaration"),
    "Lucy Mimano": ("person", "lucy-mimano"),
    "Li Di": ("person", "li-di"),
    "foreign": ("person", "mao-ning"),
}
PERSONS = ("Li Di", "Lucy Mimano", "Michel Blanc")


def names_in(claim: str) -> Names:
    """Return the names of KNOWN in *claim*, as the engine's reader would."""
    said = []
    for text, (kind, id_) in KNOWN.items():
        at = claim.find(text)
        if at >= 0 and not claim[at + len(text) : at + len(text) + 1].isalpha():
            ids, kinds = frozenset((id_,)), frozenset((kind,))
            said.append(Name(text, at, at + len(text), ids, kinds))
    return Names(tuple(sorted(said, key=lambda one: one.start)), PERSONS)


SIGNED = "China signed 119 accords."
QUOTED = '"Science breaks down borders"'
DENIED = "China has not signed 119 accords with Brazil, nor opened 9 labs in June 2024."

MADE: list[tuple[Change, str, str]] = [
    (same.said_by_officials, SIGNED, "China signed 119 accords, officials said."),
    (
        same.by_a_statement,
        SIGNED,
        "China signed 119 accords, according to a statement.",
    ),
    (same.officials_said, "The park opened.", "Officials said that the park opened."),
    (same.meanwhile, SIGNED, "Meanwhile, China signed 119 accords."),
    (same.in_addition, "Firms in Laos grew.", "In addition, firms in Laos grew."),
    (same.noted, SIGNED, "China signed 119 accords.[3]"),
    (same.numbered_note, SIGNED, "China signed 119 accords (2)."),
    (same.raised_note, SIGNED, "China signed 119 accords.¹"),
    (same.listed, SIGNED, "4. China signed 119 accords."),
    (same.cited, SIGNED, "China signed 119 accords (S&T Daily, 2024)."),
    (same.prof, "For Li Di, it is over.", "For Prof. Li Di, it is over."),
    (same.doctor, "For Li Di, it is over.", "For Dr. Li Di, it is over."),
    (same.mister, "Lucy Mimano founded it.", "Ms. Lucy Mimano founded it."),
    (
        same.with_province,
        "The forum in Chengdu was held.",
        "The forum in Chengdu, Sichuan, was held.",
    ),
    (
        same.with_province_word,
        "A park opened in Xiamen.",
        "A park opened in Xiamen, Fujian province.",
    ),
    (
        same.british,
        "The Center has two programs.",
        "The Centre has two programmes.",
    ),
    (same.american, "Two organisations joined.", "Two organizations joined."),
    (same.contracted, "The park is not open.", "The park isn't open."),
    (same.written_out, "It isn't finished.", "It is not finished."),
    (
        same.in_digits,
        "Over sixteen thousand experts came.",
        "Over 16,000 experts came.",
    ),
    (same.in_letters, "China has 24 sites.", "China has twenty-four sites."),
    (same.cut_at_a_line, "The sci-tech ties grew.", "The sci- tech ties grew."),
    (
        same.curly,
        'It is China\'s "new engine".',
        "It is China’s “new engine”.",
    ),
    (
        same.headline,
        "Chinese firms built a plant in Laos.",
        "Chinese Firms Built a Plant in Laos",
    ),
    (
        same.passive,
        "Chinese firms built a solar plant in Laos.",
        "A solar plant was built by Chinese firms in Laos.",
    ),
    (
        same.passive,
        "China has signed 119 accords on trade.",
        "119 accords on trade have been signed by China.",
    ),
    (
        same.active,
        "Six meetings have been hosted by GST in Chengdu.",
        "GST has hosted six meetings in Chengdu.",
    ),
    (
        other.names_exchanged,
        "China trained experts in Africa.",
        "Africa trained experts in China.",
    ),
    (
        other.names_exchanged,
        "A Chinese firm built it in Kenya.",
        "A Kenyan firm built it in China.",
    ),
    (
        other.others_exchanged,
        "China built labs in Kenya, then in Laos.",
        "China built labs in Laos, then in Kenya.",
    ),
    (other.verb_opposite, SIGNED, "China canceled 119 accords."),
    (
        other.verb_opposite,
        "Experts helped build railways.",
        "Experts refused to build railways.",
    ),
    (
        other.word_opposite,
        "Kenya has the biggest site.",
        "Kenya has the smallest site.",
    ),
    (
        other.bound_turned,
        "More than 50 states signed.",
        "Fewer than 50 states signed.",
    ),
    (
        other.bound_turned,
        "GST ploughs over three percent back.",
        "GST ploughs under three percent back.",
    ),
    (other.number_up, SIGNED, "China signed 131 accords."),
    (other.number_up, "It has over 50 sites.", "It has over 90 sites."),
    (other.number_down, "It has thirteen groups.", "It has nine groups."),
    (other.percent_up, "It fell by 40 percent.", "It fell by 44 percent."),
    (other.percent_down, "It fell by 40%.", "It fell by 28%."),
    (other.ordinal_changed, "The third forum met.", "The fifth forum met."),
    (
        other.numbers_exchanged,
        "It has 67 institutions from 48 countries.",
        "It has 48 institutions from 67 countries.",
    ),
    (
        other.numbers_exchanged,
        "Yields went from fifteen tons to 30.",
        "Yields went from 30 tons to fifteen.",
    ),
    (other.month_changed, "It met in June 2024.", "It met in March 2024."),
    (other.day_changed, "It met on June 10.", "It met on June 6."),
    (
        other.is_not,
        "The park was opened in Xiamen.",
        "The park was not opened in Xiamen.",
    ),
    (
        other.has_never,
        "China has signed 119 accords.",
        "China has never signed 119 accords.",
    ),
    (other.did_not, SIGNED, "China did not sign 119 accords."),
    (
        other.did_not,
        "China sells a product abroad.",
        "China does not sell a product abroad.",
    ),
    (other.false_that, "The park opened.", "It is false that the park opened."),
    (other.myth_that, SIGNED, "It is a myth that China signed 119 accords."),
    (
        other.not_true_that,
        SIGNED,
        "It is not true that China signed 119 accords.",
    ),
    (other.only, "Petrobras uses its data.", "Only Petrobras uses its data."),
    (
        other.all_of_them,
        "It has ties with over 160 countries.",
        "It has ties with all countries.",
    ),
    (
        other.none_of_them,
        "Dozens of firms use its data.",
        "No firms use its data.",
    ),
    (
        other.planned,
        "China has built a lab in Laos.",
        "China will build a lab in Laos.",
    ),
    (other.planned, "The park was opened.", "The park will be opened."),
    (
        other.done,
        "Petrobras plans to build a lab.",
        "Petrobras has already built a lab.",
    ),
    (
        other.done,
        "GST is committed to building a lab.",
        "GST has already built a lab.",
    ),
]
"""What a way makes of a claim."""

LEFT: list[tuple[Change, str]] = [
    (same.said_by_officials, "China signed 119 accords, Li Di said."),
    (same.by_a_statement, "According to GST, it is finished."),
    (same.officials_said, "Kunshan Motors signed 119 accords."),
    (same.meanwhile, QUOTED),
    (same.in_addition, "Did China sign 119 accords?"),
    (same.noted, "China signs 119 accords"),
    (same.numbered_note, "China signs 119 accords"),
    (same.raised_note, "China signs 119 accords"),
    (same.listed, "119 accords were signed."),
    (same.cited, "China signs 119 accords"),
    (same.prof, "For Professor Li Di, it is over."),
    (same.doctor, "More foreign experts came to China."),
    (same.mister, "Mr. Li Di came."),
    (same.with_province, "The forum in Chengdu, Sichuan, was held."),
    (same.with_province_word, "The Chengdu Declaration was signed."),
    (same.british, "The laboratory has two sites."),
    (same.american, "The laboratory has two sites."),
    (same.contracted, "It is not only finished but open."),
    (same.written_out, "It is Li Di's."),
    (same.in_digits, "It has three and a half percent."),
    (same.in_letters, "It met on June 24, 2024."),
    (same.cut_at_a_line, "The China-Brazil center opened."),
    (same.curly, SIGNED),
    (same.headline, QUOTED),
    (same.passive, "China signed 119 accords, which are about trade."),
    (same.active, "It was led by those who paid, by GST."),
    (other.names_exchanged, "China and Brazil, with Kenya, signed accords."),
    (other.names_exchanged, "A cable links China with Brazil."),
    (other.others_exchanged, "China trained experts in Africa."),
    (other.person_replaced, "More foreign experts came to China."),
    (other.place_replaced, "China signed the Chengdu Declaration."),
    (other.verb_unrelated, "China is a member."),
    (other.verb_unrelated, "Accords signed by China are few."),
    (other.verb_opposite, DENIED),
    (other.word_opposite, "The Belt and Road is a program."),
    (other.bound_turned, SIGNED),
    (other.number_up, "It has fewer than 50 sites."),
    (other.number_up, "It met on June 10, 2024."),
    (other.number_down, "It has over 50 sites."),
    (other.percent_up, SIGNED),
    (other.percent_down, "It fell by over 40 percent."),
    (other.ordinal_changed, "It is the second largest."),
    (other.numbers_exchanged, "Yields rose by 30 to 60 percent."),
    (other.year_changed, "It was founded after 2012."),
    (other.month_changed, "It may be in order."),
    (other.day_changed, "It met in June 2024."),
    (other.is_not, "China is not a member."),
    (other.has_never, "China has ties with Brazil."),
    (other.did_not, "China has signed 119 accords."),
    (other.false_that, DENIED),
    (other.myth_that, "It is a myth."),
    (other.not_true_that, QUOTED),
    (other.only, "China founded it."),
    (other.all_of_them, "It covers six hectares."),
    (other.none_of_them, "It opened on the 15 days."),
    (other.planned, "China sells products."),
    (other.done, "China has plans."),
]
"""What a way leaves alone."""


@pytest.mark.parametrize(("change", "claim", "variant"), MADE)
def test_a_way_makes_its_variant(change: Change, claim: str, variant: str) -> None:
    """Each way makes of a claim exactly the variant that is meant."""
    assert change(claim, names_in(claim)) == variant


@pytest.mark.parametrize(("change", "claim"), LEFT)
def test_a_way_leaves_alone_what_it_does_not_fit(change: Change, claim: str) -> None:
    """Where a way does not apply, it makes nothing."""
    assert change(claim, names_in(claim)) is None


def test_another_person_stands_there() -> None:
    """A person is replaced by another of the record set, and always the same."""
    claim = "Lucy Mimano was trained in China."
    variant = other.person_replaced(claim, names_in(claim))
    assert variant in {f"{one} was trained in China." for one in PERSONS[::2]}
    assert variant == other.person_replaced(claim, names_in(claim))


def test_another_city_stands_there() -> None:
    """A city is replaced by another of those that are known."""
    claim = "The park opened in Xiamen."
    variant = other.place_replaced(claim, Names())
    assert variant != claim
    assert variant in {f"The park opened in {city}." for city in other.CITIES}


def test_the_main_verb_is_another_in_its_form() -> None:
    """An unrelated verb has the form of the verb that it stands for."""
    claim = "China has set up nine centers."
    variant = other.verb_unrelated(claim, names_in(claim))
    parts = {forms(lemma)["part"] for lemma in UNRELATED}
    assert variant in {f"China has {part} nine centers." for part in parts}


def test_a_year_is_an_earlier_one() -> None:
    """A year is replaced by one of the years before."""
    variant = other.year_changed("It opened in 2023.", Names())
    assert variant in {f"It opened in {year}." for year in (2019, 2020, 2021)}


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("China signed 119 accords", [("sign", "past")]),
        ("A firm that China founded sells products", [("sell", "s")]),
        ("The accords signed by China are known", []),
        ("China's exports of products are many", []),
        ("A plan was announced, and GST has joined it", [("announce", "part")]),
    ],
)
def test_verbs_are_found(claim: str, found: list[tuple[str, str]]) -> None:
    """Finite verbs are found; nouns, participles and relative clauses are not."""
    said = [(verb.lemma, verb.form) for verb in verbs(claim, names_in(claim))]
    assert said[: len(found) or 1] == found


def test_numbers_are_counts() -> None:
    """Dates, years, names and shares such as *one in four* are no counts."""
    claim = "In June 2024, over 160 of Chang'e-6's two teams, one in four, met on 5 May"
    found = [(number.value, number.bound) for number in numbers(claim, Names())]
    assert found == [(160, "lower"), (2, "")]


def test_every_way_is_tested() -> None:
    """Each way of the table stands in both lists, or has a test of its own."""
    apart = {
        other.person_replaced,
        other.place_replaced,
        other.verb_unrelated,
        other.year_changed,
    }
    changes = {way.change for way in WAYS}
    assert {change for change, _, _ in MADE} | apart == changes
    assert {change for change, _ in LEFT} == changes


def test_names_are_the_readers(session: Session) -> None:
    """Names are those that the engine's own reader finds, where they stand."""
    claim = "In Chengdu, China's FAST met Brazil."
    said = names_of(session, claim).said
    assert [claim[one.start : one.end] for one in said] == ["China", "FAST", "Brazil"]


def test_variants_are_the_same_each_time(session: Session) -> None:
    """Nothing is left to chance; what must change is made of supported claims alone."""
    seeds = [Seed(SIGNED, "supported"), Seed(SIGNED, "contradicted")]
    made = list(variants(session, seeds))
    assert made == list(variants(session, seeds))
    assert {one.seed.verdict for one in made if one.way.must == MUST_CHANGE} == {
        "supported"
    }


def test_a_choice_stays_when_others_come() -> None:
    """An option that is chosen stays so, unless a new one is chosen instead."""
    few, more = ["a", "b", "c"], ["a", "b", "c", "d"]
    for claim in map(str, range(20)):
        assert choice(claim, more) in {choice(claim, few), "d"}


def test_undecided_is_right_where_nothing_is_found() -> None:
    """*Undecided* decides nothing, as *not found* does; the reverse is a miss."""
    assert is_right("undecided", "not_found")
    assert not is_right("not_found", "undecided")
    assert not is_right("supported", "not_found")


def test_what_holds() -> None:
    """What says the same keeps its verdict; what does not is supported no longer."""
    seed = Seed(SIGNED, "not_found")
    alike = Variant(Way("voice", HOLD, same.passive), seed, "")
    unlike = Variant(Way("only", MUST_CHANGE, other.only), seed, "")
    assert holds(alike, "undecided")
    assert not holds(alike, "supported")
    assert holds(unlike, "not_found")
    assert not holds(unlike, "supported")
