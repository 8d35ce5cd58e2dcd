"""Names of territories: what ships is what CLDR and our own list give."""

import cldr
import pytest

from sinotech.compile.territories import names_besides, regions, territories


def test_the_file_is_what_cldr_gives() -> None:
    """The file is what its writer makes of the CLDR release that it names."""
    written = cldr.FILE.read_text(encoding="utf-8")
    named = written.partition("CLDR ")[2].partition(";")[0]
    if named != cldr.version():
        pytest.skip(f"Babel holds CLDR {cldr.version()}, the file is of {named}")
    assert written == cldr.text()


def test_every_territory_has_its_names_and_codes() -> None:
    """A territory has codes of two letters, three letters and three digits."""
    by_code = {one.code: one for one in territories()}
    assert len(by_code) == 250
    brazil = by_code["BR"]
    assert (brazil.codes, brazil.english) == (("076", "BRA"), "Brazil")
    assert {"巴西", "Brasil", "Brésil", "البرازيل", "Бразилия"} <= set(brazil.others)
    assert by_code["XK"].codes == ("983", "XKK")  # ISO 3166 leaves them to its users
    assert all([len(one) for one in t.codes] == [3, 3] for t in by_code.values())


def test_a_word_that_several_names_share_decides_for_none() -> None:
    """Congo alone is in no other language the name of one of the two."""
    both = {one.code: one.others for one in territories() if one.code in {"CD", "CG"}}
    assert set(both) == {"CD", "CG"}
    assert not [name for names in both.values() for name in names if name == "Congo"]


def test_names_that_cldr_does_not_give_are_of_its_territories() -> None:
    """No line of our own list is of a territory that is not there, and none is lost."""
    codes = {one.code for one in territories()}
    besides = list(names_besides())
    assert {code for code, _ in besides} <= codes
    assert ("BR", "Brazilian") in besides
    assert {one.group for one in regions()} >= {"africa", "european-union"}
