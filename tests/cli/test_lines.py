"""Batches, line by line: one bad line is that line's error, and no more."""

import io
import json
from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest
from command_cases import LINES
from conftest import Sinotech
from hypothesis import given
from hypothesis import strategies as st

import sinotech as library
from sinotech.cli.batches import lines_of_stdin

BAD = [
    (b"L\0F", "holds a NUL character"),
    (b"L\xffF", "is not UTF-8 (byte 0xFF)"),
    (b"L\xc3", "is not UTF-8 (byte 0xC3)"),
    (b"\xed\xa0\x80", "is not UTF-8 (byte 0xED)"),
    ("Brazil".encode("utf-16-le"), "holds a NUL character"),
]


@pytest.mark.parametrize("command", LINES)
@pytest.mark.parametrize(("bad", "message"), BAD, ids=[message for _, message in BAD])
def test_a_bad_line_is_an_error_of_its_own(
    on_mini: Sinotech, command: str, bad: bytes, message: str
) -> None:
    """It has its place, its number and no data; the lines beside it are answered."""
    good = LINES[command][0].encode()
    stdin = b"\n".join([good, bad, good]) + b"\n"
    result = on_mini(command, "-", "--json", stdin=stdin)
    first, second, third = map(json.loads, result.out.splitlines())
    assert first == third
    assert second["data"] is None
    (warning,) = second["meta"]["warnings"]
    assert warning.startswith("line 2: “")
    assert all(one.startswith("line ") for one in result.err.splitlines())
    assert result.err.count("line 2: ") == 1
    assert message in warning
    assert warning in result.err
    assert result.code == 2


@pytest.mark.parametrize("form", ["plain", "md", "table", "csv", "tsv"])
def test_a_bad_line_keeps_its_place_in_every_form(on_mini: Sinotech, form: str) -> None:
    """What follows it is answered, and stderr names its line."""
    result = on_mini("country", "-", "--format", form, stdin=b"BR\nL\0F\nNO\n")
    assert result.code == 2
    assert "line 2: “L␀F” holds a NUL character" in result.err
    before, _, after = result.out.partition("L␀F")
    assert "Brazil" in before
    assert "Norway" in after


@given(st.lists(st.binary(min_size=1, max_size=9).filter(lambda b: b"\n" not in b)))
def test_every_line_arrives(lines: list[bytes]) -> None:
    """Whatever bytes stand in a batch, each line is one, and text is unchanged."""
    stdin = io.TextIOWrapper(io.BytesIO(b"BR\n" + b"\n".join(lines)))
    with mock.patch("sys.stdin", stdin):
        first, *read = lines_of_stdin()
    assert first == "BR"
    assert len(read) == len(lines)
    for line, text in zip(lines, read, strict=True):
        assert text.encode("utf-8", "surrogateescape") == line.rstrip(b"\r")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize("command", LINES)
def test_another_encoding_is_named(
    on_mini: Sinotech, command: str, encoding: str
) -> None:
    """Input that begins as UTF-16 does is not read at all."""
    result = on_mini(command, "-", stdin="Brazil\nKenya\n".encode(encoding))
    assert (result.code, result.out) == (2, "")
    remedy = f"convert it to UTF-8: iconv -f {encoding.upper()} -t UTF-8"
    assert result.err == f"error: standard input is {encoding.upper()}; {remedy}\n"


def test_a_cut_halves_no_character(on_mini: Sinotech) -> None:
    """A line that is cut after a million bytes is text up to there."""
    stdin = b"x" + "é".encode() * 1_000_000 + b"\nBR\n"
    result = on_mini("country", "-", "--json", stdin=stdin)
    first, second = map(json.loads, result.out.splitlines())
    assert "no country is called" in first["meta"]["warnings"][0]
    assert second["data"]["country"]["id"] == "br"


ASKED = {
    "country": ("name",),
    "program": ("name",),
    "person": ("name",),
    "org": ("name",),
    "group": ("name",),
    "cite": ("claim", "as_of"),
    "figures": ("words", "country", "program", "measure", "source", "as_of"),
    "figure": ("id",),
    "source": ("id",),
    "show": ("id",),
    "search": ("words", "kind"),
    "timeline": ("country", "program", "first", "last"),
    "series": ("measure",),
    "compare": ("names",),
    "related": ("id",),
    "conflicts": ("country", "program"),
}
"""The look-ups, with their parameters that are text."""


REFUSED = "NUL|half a character|not UTF-8|no date"


@pytest.mark.parametrize("text", ["L\0F", "L\ud800F", "\udcff"], ids=ascii)
@pytest.mark.parametrize(
    ("command", "parameter"),
    [(command, one) for command, names in ASKED.items() for one in names],
)
def test_the_library_blames_its_caller(
    mini_db: object, command: str, parameter: str, text: str
) -> None:
    """Text that SQLite cannot take is a UsageError, whatever is asked by it."""
    several = parameter in {"words", "names"}
    values: dict[str, Any] = {"claim": "China has labs"} if command == "cite" else {}
    values |= {"words": ["labs"]} if command == "search" else {}
    values |= {parameter: [text, "BR"] if several else text}
    with (
        library.open(str(mini_db)) as ref,
        pytest.raises(
            library.UsageError, match=r"NUL|half a character|not UTF-8|no date"
        ),
    ):
        ref.envelope(command, **values)


LOOK_UPS = [
    (("country", "B\u200bR"), "read as “BR”: signs that nobody sees"),
    (("country", "Bra\u00adzil"), "read as “Brazil”: signs that nobody sees"),
    (("country", "ＢＲ"), "read as “BR”: in plain letters"),
    (("show", "br\u2060ics"), "read as “brics”: signs that nobody sees"),
    (("search", "labor\u00adatories"), "read as “laboratories”"),
    (("search", "ＢＲＩＣＳ"), "read as “BRICS”: in plain letters"),
    (("figures", "labor\u200batories"), "read as “laboratories”"),
    (("figures", "--country", "Ｂ\u200bＲ"), "read as “BR”"),
    (("series", "joint labora\u200dtories"), "read as “laboratories”"),
    (("compare", "B\u200bR", "NO"), "read as “BR”"),
]


@pytest.mark.parametrize(("argv", "notice"), LOOK_UPS, ids=ascii)
def test_look_ups_read_what_is_seen(
    on_mini: Sinotech, argv: tuple[str, ...], notice: str
) -> None:
    """Each finds what it does without hidden signs, and says how it read."""
    result = on_mini(*argv, "--json")
    assert result.code == 0
    answer = json.loads(result.out)
    assert notice in answer["meta"]["warnings"][0]
    assert notice in result.err


@pytest.mark.parametrize("command", ["search", "figures"])
def test_accents_apart_are_found(on_real: Sinotech, command: str) -> None:
    """An accent that is a sign of its own finds what the letter with it does."""
    argv = ("Sa\u0303o", "--json") if command == "search" else ("Para\u0301", "--json")
    composed = ("São", "--json") if command == "search" else ("Pará", "--json")
    apart, together = on_real(command, *argv), on_real(command, *composed)
    assert (apart.code, apart.out) == (together.code, together.out)


@pytest.mark.parametrize("style", ["bibtex", "ris", "csl-json"])
def test_references_are_printed_as_they_come(
    on_mini: Sinotech,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    style: str,
) -> None:
    """Nothing waits for the end of a batch; each source is there once."""
    bits: list[str] = []

    def lines() -> Iterator[str]:
        for line in ("ev-summit", "fig-labs-70", "nothing", "fig-labs-70"):
            yield line
            bits.append(capsys.readouterr().out)

    monkeypatch.setattr("sinotech.cli.batches.lines_of_stdin", lines)
    end = on_mini("show", "-", "--style", style).out
    assert [bool(bit) for bit in bits] == [True, True, False, False]
    monkeypatch.undo()
    whole = "".join(bits) + end
    if style == "csl-json":
        ids = [one["id"] for one in json.loads(whole)]
        assert len(ids) == len(set(ids)) > 1
    else:
        begin = "@" if style == "bibtex" else "TY  -"
        heads = [line for line in whole.splitlines() if line.startswith(begin)]
        assert len(heads) > 1
    assert end == ("\n]\n" if style == "csl-json" else "")


LONG = "China and Brazil have signed many agreements. " * 20_000


@pytest.mark.parametrize("form", ["plain", "md", "json", "csv", "table"])
def test_a_long_claim_is_not_echoed_whole(on_mini: Sinotech, form: str) -> None:
    """A claim of a megabyte is repeated up to a screen, and said to be cut."""
    result = on_mini("cite", LONG, "--format", form)
    assert "the claim is too long; only its beginning was read" in result.err
    assert len(result.out) < 100_000
    assert LONG[:3000] not in result.out
    if form == "json":
        claim = json.loads(result.out)["data"]["claim"]
        assert LONG.startswith(claim.removesuffix(" […]"))
        assert claim.endswith(" […]")
        assert len(claim) <= 2004


def test_a_long_line_is_not_echoed_whole(on_mini: Sinotech) -> None:
    """What was asked is at most a screen of it, in envelopes and in rows."""
    stdin = f"{LONG}\nBR\n".encode()
    for line in on_mini("country", "-", "--json", stdin=stdin).out.splitlines():
        meta = json.loads(line)["meta"]
        assert len(meta["input"]) <= 2004
        assert len(meta["resolved"]["input"]) <= 2004
    rows = on_mini("cite", "-", "--format", "csv", stdin=stdin).out
    assert max(map(len, rows.splitlines())) < 10_000
