"""Places of editors, in units of three encodings, to offsets and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from sinotech.editor.lines import Lines

ENCODINGS = ["utf-8", "utf-16", "utf-32"]
TEXTS = st.text(st.sampled_from("a é中𝄞\r\n\u2028\x0c\t\ufeff"), max_size=40)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(source=TEXTS)
def test_every_offset_has_a_position_of_its_own(encoding: str, source: str) -> None:
    """The position of an offset leads back to it; but none is within an end of line."""
    lines = Lines(source, encoding)
    for offset in range(len(source) + 1):
        if source[offset - 1 : offset + 1] != "\r\n":
            assert lines.offset(lines.position(offset)) == offset


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(source=TEXTS)
def test_columns_are_lengths_of_what_is_encoded(encoding: str, source: str) -> None:
    """A column is as many units as the line before it takes in the encoding."""
    size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    codec = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding]
    last = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert Lines(source, encoding).position(len(source)) == Position(
        len(last) - 1, len(last[-1].encode(codec)) // size
    )


@pytest.mark.parametrize(
    ("position", "offset"),
    [
        (Position(0, 99), 2),  # behind the end of a line: its end
        (Position(1, 1), 4),  # between the halves of a character: before it
        (Position(1, 2), 5),
        (Position(9, 0), 6),  # behind the end of the text: its end
    ],
)
def test_positions_of_no_character(position: Position, offset: int) -> None:
    """What a client sends that is nowhere is the nearest place before it."""
    assert Lines("ab\r\n𝄞c", "utf-16").offset(position) == offset


def test_utf_16_is_usual() -> None:
    """What the protocol counts in where nothing else is agreed."""
    assert Lines("𝄞a", "").position(1) == Position(0, 2)
