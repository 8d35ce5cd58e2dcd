"""What a record holds comes back from the store as it was read."""

from hypothesis import given
from hypothesis import strategies as st

from sinotech.prose import passages
from sinotech.prose.features import Features, StatedNumber
from sinotech.prose.quantity import Quantity
from sinotech.rawjson import dump, load

WORDS = st.sets(st.text("abcé中19", min_size=1, max_size=4))
ROWS = st.sets(st.sampled_from(["lab", "1 000", "brics", "é"]))
CONCEPTS = st.sets(st.integers(0, 9000))
KEYS = st.sets(st.text("abc1", min_size=1, max_size=3) | st.integers(0, 99))
DATES = st.lists(st.tuples(st.sampled_from(["2024-01-01"]), st.just("2024-12-31")))
NUMBERS = st.floats(0, 1e12)


def stated(low: float, heads: set[str | int], wide: set[str | int]) -> StatedNumber:
    """Return a number as a record states it."""
    quantity = Quantity(low, low + 1, "count")
    quantity.hedge, quantity.text = "about", f"about {low}"
    return StatedNumber(quantity, heads, wide)


STATED = st.lists(st.builds(stated, NUMBERS, KEYS, KEYS), max_size=3)


def shown(one: StatedNumber) -> tuple[object, ...]:
    """Return all that a stated number holds."""
    number = one.quantity
    ends = (number.low, number.high, number.unit, number.hedge, number.text)
    return (*ends, one.heads, one.wide)


@given(WORDS, ROWS, CONCEPTS, KEYS, DATES, STATED, st.booleans())
def test_features_come_back(  # noqa: PLR0913, PLR0917
    stems: set[str],
    words: set[str],
    concepts: set[int],
    core: set[str | int],
    dates: list[tuple[str, str]],
    numbers: list[StatedNumber],
    negated: bool,  # noqa: FBT001
) -> None:
    """What is packed, stored and unpacked is the same, and packs the same again."""
    made = Features()
    made.stems = made.places = made.speaker = made.speaker_ids = stems
    made.words, made.concepts, made.core = words, concepts, core
    made.dates, made.own, made.stated = dates, len(dates), numbers
    made.negated, made.status, made.standing = negated, "planned", "article"
    packed = dump(made.pack())
    back = Features(load(packed))
    assert dump(back.pack()) == packed
    for name in ("stems", "places", "speaker", "speaker_ids", "words", "concepts"):
        assert getattr(back, name) == getattr(made, name)
    assert (back.core, back.dates, back.own) == (core, dates, len(dates))
    assert [shown(one) for one in back.stated] == [shown(one) for one in numbers]
    assert (back.negated, back.status, back.standing) == (negated, "planned", "article")


def test_a_concept_and_a_stem_written_alike_are_packed_in_one_order() -> None:
    """Stems come first, whatever order the set has in this process."""
    for number in range(20):
        keys: set[str | int] = {number, f"{number}"}
        *_, heads, wide = stated(1, keys, keys).pack()
        assert heads == wide == [f"{number}", number]


@given(WORDS, CONCEPTS, DATES, STATED, st.booleans())
def test_passages_come_back(
    stems: set[str],
    concepts: set[int],
    dates: list[tuple[str, str]],
    numbers: list[StatedNumber],
    negated: bool,  # noqa: FBT001
) -> None:
    """So is a text of a measure."""
    made = passages.ReadText()
    made.counted = passages.Counted(stems, dates, numbers, [])
    made.stems = made.places = stems
    made.implied = made.own = concepts
    made.negated = negated
    back = passages.unpack(load(dump(made.pack())))
    assert back.pack() == made.pack()
    assert (back.stems, back.own) == (stems, concepts)
    assert back.counted is not None
    assert (back.counted.words, back.counted.dates) == (stems, dates)
    assert (back.negated, back.planned) == (negated, False)


def test_linked_words_are_those_of_names_and_speakers() -> None:
    """The names of what a record is about are kept apart, and joined when asked for."""
    made = Features()
    made.speaker = {"minist"}
    made.name(("brazil brasil", "", "bric"))
    assert made.linked == {"brazil", "brasil", "bric", "minist"}
