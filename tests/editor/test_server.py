"""`sinotech lsp` as an editor meets it: a process that speaks protocol over stdio."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from conftest import Sinotech
from lsprotocol import types
from pygls.lsp.client import LanguageClient

WRONG = "China has signed 120 intergovernmental agreements on science and technology."
RIGHT = "China has signed 119 intergovernmental agreements on science and technology."
FIGURE = "fig-sti-agreements-119-2025"

OPENED = b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"x": 7}}'
"""A message that lacks what it should say."""

SECONDS = 60
"""How long the server may take for anything; it takes one."""


class Editor(LanguageClient):
    """An editor with one text open."""

    def __init__(self, path: Path) -> None:
        """Open *path* later; note what the server tells."""
        super().__init__("editor", "1")
        self.uri = path.as_uri()
        self.capabilities: types.ServerCapabilities | None = None
        self.logged: list[str] = []
        self.shown: list[str] = []
        self._published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self._version = 0

        def published(params: types.PublishDiagnosticsParams) -> None:
            self._published.put_nowait(params)

        def logged(params: types.LogMessageParams) -> None:
            self.logged.append(params.message)

        def shown(params: types.ShowMessageParams) -> None:
            self.shown.append(params.message)

        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
        self.feature(types.WINDOW_LOG_MESSAGE)(logged)
        self.feature(types.WINDOW_SHOW_MESSAGE)(shown)

    def open(self, text: str, language: str = "plaintext") -> None:
        """Open the text."""
        self._version += 1
        item = types.TextDocumentItem(self.uri, language, self._version, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, text: str) -> None:
        """Replace the text."""
        self._version += 1
        document = types.VersionedTextDocumentIdentifier(self._version, self.uri)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        params = types.DidChangeTextDocumentParams(document, [whole])
        self.text_document_did_change(params)

    def save(self) -> None:
        """Say that the text was saved."""
        document = types.TextDocumentIdentifier(self.uri)
        self.text_document_did_save(types.DidSaveTextDocumentParams(document))

    def close(self) -> None:
        """Close the text."""
        document = types.TextDocumentIdentifier(self.uri)
        self.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def send(self, body: bytes) -> None:
        """Send bytes as they are."""
        assert self._server
        assert self._server.stdin
        header = f"Content-Length: {len(body)}\r\n\r\n".encode()
        self._server.stdin.write(header + body)

    async def told(self) -> list[types.Diagnostic]:
        """Return the diagnostics that are published next, which are of this text."""
        params = await asyncio.wait_for(self._published.get(), SECONDS)
        assert params.uri == self.uri
        assert params.version in {None, self._version}
        return list(params.diagnostics)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is published that was not asked for."""
        return self._published.empty()

    async def hover(self, line: int, character: int) -> types.Hover | None:
        """Return what is shown at a place."""
        document = types.TextDocumentIdentifier(self.uri)
        at = types.Position(line, character)
        params = types.HoverParams(document, at)
        return await asyncio.wait_for(self.text_document_hover_async(params), SECONDS)


Argv = list[str]


@asynccontextmanager
async def editing(
    path: Path, argv: Argv, encodings: list[types.PositionEncodingKind] | None = None
) -> AsyncIterator[Editor]:
    """Start the server, and end it as an editor does; it ends well, in silence."""
    editor = Editor(path)
    argv = ["-m", "sinotech", "lsp", "--stdio", *argv]
    await editor.start_io(sys.executable, *argv)
    general = types.GeneralClientCapabilities(position_encodings=encodings)
    capabilities = types.ClientCapabilities(general=general)
    params = types.InitializeParams(capabilities, root_uri=path.parent.as_uri())
    result = await asyncio.wait_for(editor.initialize_async(params), SECONDS)
    editor.capabilities = result.capabilities
    editor.initialized(types.InitializedParams())
    yield editor
    await asyncio.wait_for(editor.shutdown_async(None), SECONDS)
    editor.exit(None)
    process = editor._server  # noqa: SLF001  # pygls has no other way to it
    assert process
    assert process.stderr
    assert await asyncio.wait_for(process.wait(), SECONDS) == 0
    assert await process.stderr.read() == b""
    await editor.stop()  # type: ignore[no-untyped-call]


Edit = Callable[[Editor], Awaitable[None]]


@pytest.fixture
def edit(real_db: Path, tmp_path: Path) -> Callable[..., None]:
    """Let something be done in an editor, in which ``draft.txt`` is to be opened."""

    def run(
        do: Edit, encodings: list[types.PositionEncodingKind] | None = None
    ) -> None:
        async def doing() -> None:
            argv = ["--db", str(real_db)]
            async with editing(tmp_path / "draft.txt", argv, encodings) as editor:
                await do(editor)

        asyncio.run(doing())

    return run


def test_diagnostics_come_and_go_with_the_text(edit: Callable[..., None]) -> None:
    """On opening, on a change when nobody types, on saving, on closing."""

    async def do(editor: Editor) -> None:
        editor.open(f"A note.\r\n\r\n{WRONG}\r\n")
        (one,) = await editor.told()
        assert one.code == "S001"
        assert one.source == "sinotech"
        assert one.severity == types.DiagnosticSeverity.Error
        assert one.code_description
        assert one.message.startswith("contradicted: ")
        assert "119" in one.message
        assert FIGURE in one.message
        assert one.range == types.Range(
            types.Position(2, 0), types.Position(2, len(WRONG))
        )
        for text in (WRONG, f"{WRONG} More", RIGHT):
            editor.change(text)
        assert await editor.told() == []
        assert editor.is_quiet
        editor.change(WRONG)
        assert len(await editor.told()) == 1
        editor.save()
        assert len(await editor.told()) == 1
        editor.close()
        assert await editor.told() == []
        assert editor.logged == []

    edit(do)


@pytest.mark.parametrize(
    ("kind", "begin", "end"),
    [
        (types.PositionEncodingKind.Utf8, 15, 91),
        (types.PositionEncodingKind.Utf16, 7, 83),
        (types.PositionEncodingKind.Utf32, 5, 81),
    ],
)
def test_columns_are_counted_as_the_editor_counts(
    edit: Callable[..., None],
    kind: types.PositionEncodingKind,
    begin: int,
    end: int,
) -> None:
    """Bytes, units of 16 bits or characters: 𝄞 is 4, 2 or 1, 中 is 3, 1 or 1."""

    async def do(editor: Editor) -> None:
        assert editor.capabilities
        assert editor.capabilities.position_encoding == kind
        editor.open(f"𝄞𝄞中。 {WRONG}")
        (one,) = await editor.told()
        assert (one.range.start.character, one.range.end.character) == (begin, end)
        hover = await editor.hover(0, begin)
        assert hover
        assert hover.range == one.range
        assert await editor.hover(0, begin - 2) is None

    edit(do, [kind])


def test_a_hover_shows_the_evidence(edit: Callable[..., None]) -> None:
    """Of a diagnostic, and of a sentence that is right; of no other text."""

    async def do(editor: Editor) -> None:
        editor.open(f"{WRONG}\n\nRain fell.\n\n{RIGHT}\n")
        wrong = await editor.hover(0, 3)  # before any diagnostics have come
        assert wrong
        assert isinstance(wrong.contents, types.MarkupContent)
        assert wrong.contents.kind == types.MarkupKind.Markdown
        assert wrong.contents.value.startswith("**S001** contradicted")
        assert f"(`{FIGURE}`)" in wrong.contents.value
        right = await editor.hover(4, 3)
        assert right
        assert isinstance(right.contents, types.MarkupContent)
        assert right.contents.value.startswith("**S000** supported")
        assert await editor.hover(2, 3) is None
        assert await editor.hover(99, 0) is None

    edit(do)


def test_markdown_and_html_are_read_as_such(edit: Callable[..., None]) -> None:
    """Marks are no words, and are within the range of those."""
    marked = WRONG.replace("120", "*120*")

    async def do(editor: Editor) -> None:
        editor.open(f"---\ntitle: {WRONG}\n---\n- {marked}\n", "markdown")
        (one,) = await editor.told()
        assert (one.range.start.line, one.range.start.character) == (3, 2)
        assert one.range.end.character == 2 + len(marked)
        editor.close()
        assert await editor.told() == []
        editor.open(
            f"<title>A</title>\n<p>{WRONG.replace('120', '<b>120</b>')}", "html"
        )
        (one,) = await editor.told()
        assert (one.range.start.line, one.range.start.character) == (1, 3)
        assert one.range.end.character == 3 + len(WRONG) + len("<b></b>")

    edit(do)


def test_the_configuration_is_heeded(edit: Callable[..., None], tmp_path: Path) -> None:
    """Settings are read anew; a fault in them is told in one line, and shown once."""
    settings = tmp_path / "sinotech.toml"
    settings.write_text("[check]\nselect = ['S002']\n")

    async def do(editor: Editor) -> None:
        editor.open(WRONG)
        assert await editor.told() == []
        settings.write_text("[check]\nselect = ['S001']\nas-of = '2999-01-01'\n")
        editor.save()
        assert len(await editor.told()) == 1
        settings.write_text("[check]\nselekt = ['S001']\n")
        for _ in range(2):
            editor.save()
            await editor.hover(0, 0)
        assert len(editor.logged) == 2
        (shown,) = editor.shown
        assert "selekt" in shown
        assert editor.logged[0] == f"sinotech: {shown}"
        assert editor.is_quiet
        settings.write_text("")
        editor.save()
        assert len(await editor.told()) == 1

    edit(do)


def test_what_a_baseline_holds_is_not_told(
    edit: Callable[..., None], tmp_path: Path, real_db: Path
) -> None:
    """It still has its evidence."""
    (tmp_path / "draft.txt").write_text(WRONG)
    argv = [sys.executable, "-m", "sinotech", "check", "draft.txt", "--db"]
    argv += [str(real_db), "--write-baseline", "known.json"]
    subprocess.run(argv, cwd=tmp_path, capture_output=True, check=True)
    (tmp_path / "sinotech.toml").write_text("[check]\nbaseline = 'known.json'\n")

    async def do(editor: Editor) -> None:
        editor.open(WRONG)
        assert await editor.told() == []
        assert await editor.hover(0, 0)

    edit(do)


def test_other_kinds_of_text_are_let_be(edit: Callable[..., None]) -> None:
    """A program is no draft, whatever its comments say."""

    async def do(editor: Editor) -> None:
        editor.save()
        assert await editor.hover(0, 0) is None  # it is not open
        editor.open(WRONG, "python")
        assert await editor.hover(0, 0) is None
        assert editor.is_quiet
        assert editor.logged == []

    edit(do)


def test_nonsense_is_logged_in_one_line(edit: Callable[..., None]) -> None:
    """A message that is no protocol ends nothing, and there is no traceback."""

    async def do(editor: Editor) -> None:
        for body in (OPENED, b"{]", b"[]", b'{"jsonrpc": "2.0", "id": 9}'):
            editor.send(body)
        editor.open(WRONG)
        assert len(await editor.told()) == 1
        assert editor.logged
        assert not any("\n" in line or "Traceback" in line for line in editor.logged)

    edit(do)


def run(argv: Argv, stdin: int | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a command line, and return what came of it."""
    return subprocess.run(
        argv, stdin=stdin, capture_output=True, check=False, encoding="utf-8"
    )


def test_an_end_without_a_farewell_is_told_by_the_exit_code(real_db: Path) -> None:
    """An editor that is gone ends the server: 1, as the protocol has it."""
    argv = [sys.executable, "-m", "sinotech", "lsp", "--db", str(real_db)]
    done = subprocess.run(argv, input=b"", capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


@pytest.mark.parametrize(
    "sent",
    [
        b"Content-Length: 99999999999999999999\r\n\r\n{}",
        b"no header\n",
        b"Content-Length: 40\r\n\r\n{}",
    ],
)
def test_what_is_no_protocol_is_one_line(sent: bytes) -> None:
    """It ends with 4, whatever the absurd length, and answers nothing."""
    argv = [sys.executable, "-m", "sinotech", "lsp"]
    done = subprocess.run(
        argv, check=False, input=sent, capture_output=True, timeout=SECONDS
    )
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (4, b"", 1)
    assert b"does not speak the Language Server Protocol" in done.stderr


def test_without_the_extra_one_line_says_what_to_install() -> None:
    """It names the one command."""
    start = "import sys; sys.modules['pygls'] = sys.modules['lsprotocol'] = None; "
    start += "from sinotech.__main__ import script; script()"
    argv = [sys.executable, "-c", start, "lsp"]
    done = run(argv, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: sinotech lsp needs pygls, which is not installed; "
        "install it: pip install 'sinotech[check]'\n"
    )


@pytest.mark.skipif(os.name != "posix", reason="there are no such terminals")
def test_a_person_is_told_that_it_is_for_editors() -> None:
    """On a terminal, or without any input, it does not wait for what never comes."""
    terminal, other = os.openpty()
    argv = [sys.executable, "-m", "sinotech", "lsp"]
    told = [
        run(argv, stdin=other),
        run(["/bin/sh", "-c", f'"{sys.executable}" -m sinotech lsp <&-']),
    ]
    os.close(terminal)
    os.close(other)
    for done in told:
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            "error: sinotech lsp is for editors to start; "
            "docs/check.md says how each editor is told of it\n"
        )


@pytest.mark.parametrize("line", ["fields lsp", "schema lsp"])
def test_it_has_no_fields(sinotech: Sinotech, line: str) -> None:
    """What is asked of its answers is refused in one line."""
    result = sinotech(*line.split())
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: lsp serves another program, and has no fields; "
        "see sinotech lsp --help\n"
    )
