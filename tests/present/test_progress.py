"""The bar of what takes long: where a person sees it, and out of the way."""

import io
import sys

import pytest

from sinotech.progress import LONG, Bar


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def terminal_of(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return a terminal that errors go to, eighty columns wide.

    It is put there in the test itself: pytest puts its own streams there before.
    """
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    return stream


def test_what_is_printed_goes_where_it_goes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """While a bar is drawn, stdout is what it was."""
    terminal = terminal_of(monkeypatch)
    before = sys.stdout
    with Bar() as bar:
        bar("compiling", LONG // 2, LONG)
        assert sys.stdout is before
        with bar.hidden():
            print("a finding")  # noqa: T201
    assert capsys.readouterr().out == "a finding\n"
    assert "compiling" in terminal.getvalue()
    assert "a finding" not in terminal.getvalue()


@pytest.mark.parametrize(("long", "drawn"), [(LONG, False), (100, True)])
def test_what_is_short_has_no_bar(
    monkeypatch: pytest.MonkeyPatch,
    long: int,
    drawn: bool,  # noqa: FBT001
) -> None:
    """How much is long is said by who knows what is counted."""
    terminal = terminal_of(monkeypatch)
    with Bar(long) as bar:
        bar("checking", 50, 100)
    assert ("checking" in terminal.getvalue()) is drawn


def test_nobody_sees_it_off_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Where stderr is no terminal, nothing is drawn, and hiding it does nothing."""
    with Bar() as bar:
        bar("compiling", 1, LONG)
        with bar.hidden():
            pass
    assert capsys.readouterr() == ("", "")
