"""Signs that nobody sees, letters in another form, and text that is none."""

import pytest

from sinotech.errors import UsageError
from sinotech.signs import check, plain, told, writable

UNSEEN = [
    *("\u00ad", "\u034f", "\u061c", "\u115f", "\u17b4", "\u180e", "\u200b", "\u200c"),
    *("\u200d", "\u200e", "\u200f", "\u202a", "\u202c", "\u2060", "\u2063", "\u2066"),
    *("\u2069", "\u206f", "\u3164", "\ufe0f", "\ufeff", "\uffa0", "\ufff9"),
    *("\U0001d173", "\U000e0001", "\U000e0041", "\U000e0100", "\x08", "\x7f", "\x9b"),
]


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_what_nobody_sees_is_left_out(sign: str) -> None:
    """Within a number or word it is left out, and told by its code."""
    assert plain(f"1{sign}19 labs in Bra{sign}zil") == "119 labs in Brazil"
    (notice,) = told(f"1{sign}19 labs in Bra{sign}zil")
    assert notice.startswith("read as “119”, “Brazil”: signs that nobody sees (U+")
    assert f"U+{ord(sign):04X}" in notice
    assert told(f"1{sign}19 labs in Bra{sign}zil", prose=True) == [notice]


HARMLESS = [
    ("\ufeffBrazil", "Brazil"),
    ("119\u200b labs\u200b", "119 labs"),
    ("(\u200e119\u200e) labs", "(119) labs"),
    ("labs ❤\ufe0f", "labs ❤"),
    ("葛\U000e0100城", "葛城"),
    ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("क्\u200dष", "क्\u200dष"),
    ("Co\u0302te d’Ivoire", "Côte d’Ivoire"),
    ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
    ("a\tb\nc", "a\tb\nc"),
    ("10³ labs, 5 m²", "10³ labs, 5 m²"),
    ("中国，在2023，2024年：共119个。", "中国，在2023，2024年：共119个。"),
    ("\x1b[1;31m119\x1b[0m labs", "119 labs"),
]


@pytest.mark.parametrize(("text", "read"), HARMLESS, ids=ascii)
def test_what_changes_nothing_is_not_told(text: str, read: str) -> None:
    """At the ends of words, in scripts that need them, composed: no notice."""
    assert plain(text) == read
    assert told(text) == []


FORMS = [
    ("ＢＲ", "BR"),
    ("１，１９０ ａ", "1,190 a"),
    ("－１１９．５％", "-119.5%"),
    ("𝐂𝐡𝐢𝐧𝐚", "China"),
    ("scientiﬁc", "scientific"),
    ("ⓝⓞⓣ Ⓑⓡⓐⓩⓘⓛ", "not Brazil"),
    ("🄽🄾🅃 🅝🅞🅣 🅽🅾🆃", "NOT NOT NOT"),
]


@pytest.mark.parametrize(("text", "read"), FORMS)
def test_letters_in_another_form_are_read(text: str, read: str) -> None:
    """A look-up says what it looked for; in prose, nothing is read otherwise."""
    assert plain(text) == read
    assert told(text) == [f"read as “{read}”: in plain letters"]
    assert told(text, prose=True) == []


@pytest.mark.parametrize("sign", ["\u202e", "\u202d", "\U000e0041"], ids=ascii)
def test_what_hides_or_turns_text_is_always_told(sign: str) -> None:
    """Hidden letters, and signs that show letters in another order."""
    assert plain(f"{sign}911 labs") == "911 labs"
    assert "nobody sees" in "".join(told(f"{sign}911 labs", prose=True))


def test_long_notices_are_cut() -> None:
    """However much is hidden, a notice quotes a few short words."""
    (notice,) = told(" ".join(f"{n}\u200b{'x' * 1000}" for n in range(1000)))
    assert len(notice) < 200
    assert notice.endswith("and others: signs that nobody sees (U+200B) were left out")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("L\0F", "“L␀F” holds a NUL character"),
        ("Braz\udcff", "“Braz�” is not UTF-8 (byte 0xFF)"),
        ("\ud83d", "“�” holds half a character (U+D83D)"),
        ("\u200b \ufeff", "“\u200b \ufeff” holds nothing that is seen"),
    ],
)
def test_what_is_no_text_is_refused(text: str, message: str) -> None:
    """What SQLite cannot take is named, in a message that can be printed."""
    with pytest.raises(UsageError) as raised:
        check(text)
    assert raised.value.message == message
    assert writable(str(raised.value)) == str(raised.value)


def test_all_else_is_text() -> None:
    """Whatever Unicode has may be asked for."""
    for code in (*range(1, 0xD800), *range(0xE000, 0x110000, 0x101)):
        check(f"a{chr(code)}")
