"""Where words and numbers begin and end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinotech.prose.tokens import tokenise

NUMBER = r"\d{1,3}(?:[,'’\u00a0\u2009\u202f ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)*"
CJK = r"\u3400-\u9fff\uf900-\ufaff"
TOKEN = re.compile(
    rf"""(?P<cjk>[{CJK}])
       | (?P<number>(?:{NUMBER})(?=(?:st|nd|rd|th|[kmbt]n?)?\b|[%\u2030{CJK}]))
       | (?P<word>(?=[^\W_]*[^\W\d_])[^\W_]+(?:['’][^\W\d_]+)*)
       | (?P<digits>\d+)
       | (?P<sign>[%‰$€£¥&])""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a token is, as one expression: to compile it takes longer than to judge."""

PIECES = st.sampled_from(
    [*"019aAsStTnNkmbd ,.'’_-%$中䷀é²½٣\u00a0\n“", "000", "th", "'s", "km", "bn"]
)


@given(st.lists(PIECES, max_size=16).map("".join) | st.text(max_size=20))
def test_tokens_are_what_the_expression_says(text: str) -> None:
    """Every token has the place and the kind that the expression gives it."""
    if "ſ" in text:
        return  # the expression takes it for an s
    expected = []
    for match in TOKEN.finditer(text):
        kind = str(match.lastgroup).replace("digits", "number")
        owns = kind == "word" and match.group()[-2:].lower() in {"'s", "’s"}
        end = match.end() - 2 * owns
        expected.append((kind, match.start(), end, owns))
    found = [(t.kind, t.start, t.end, t.owns) for t in tokenise(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16,000people", ["16", "000people"]),
        ("1,000.5bn of it", ["1,000.5", "bn", "of", "it"]),
        ("the U.S.'s 21st", ["the", "U", "S", "s", "21", "st"]),
        ("O’Brien’s 50-odd", ["O’Brien", "50", "odd"]),
        ("2 000 000km", ["2 000", "000km"]),
        ("5个 centers, 36%", ["5", "个", "centers", "36", "%"]),
    ],
)
def test_text_is_cut(text: str, expected: list[str]) -> None:
    """Marks, possessives and units do not mislead."""
    assert [token.text for token in tokenise(text)] == expected
