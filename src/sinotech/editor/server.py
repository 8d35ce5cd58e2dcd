"""The server that editors start; it speaks the Language Server Protocol 3.17.

Texts are checked in a thread of their own, one after another. Of a text that changes
meanwhile, the check is given up, and begun again when nobody has typed for a moment.
"""

import asyncio
import logging
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from sinotech import __version__
from sinotech.checking.codes import ERROR, REST, UNUSED, WARNING
from sinotech.checking.diagnostic import Diagnostic
from sinotech.drafts.reading import media_of
from sinotech.editor.arriving import Arriving
from sinotech.editor.checker import Checker, Result, Text
from sinotech.editor.evidence import evidence
from sinotech.editor.lines import Lines
from sinotech.errors import ANSWERED, NOT_FOUND, SinotechError
from sinotech.present.sarif import HOME

PAUSE = 0.4
"""Seconds without a change before a text is checked: a word is typed in less."""

SOURCE = "sinotech"
"""What an editor shows beside a diagnostic as its origin."""

_MEDIA = {"markdown": "markdown", "html": "html", "plaintext": "text", "text": "text"}
"""Kinds of text that are checked, by what editors call them: VS Code, and Vim."""

_SEVERITIES = {
    ERROR: types.DiagnosticSeverity.Error,
    WARNING: types.DiagnosticSeverity.Warning,
}
"""How grave a diagnostic is by its level; a note is for information."""


class Server(LanguageServer):
    """A server with the texts that are open, and what was found of them last."""

    def __init__(self, checker: Checker) -> None:
        """Check by *checker*.

        Clients send the whole text with each change: pygls counts more ends of lines
        than the protocol has, and would put part of a text at another place.
        """
        super().__init__(
            SOURCE, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.is_shut_down = False
        self._checker = checker
        self._worker = ThreadPoolExecutor(1, "check")
        self._numbers: dict[str, int] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._results: dict[str, Result] = {}
        self._last = ""

    def report_server_error(self, error: Exception, source: object) -> None:  # noqa: ARG002
        """Log what is wrong with a message of the client, or with an answer to it."""
        self.log(f"{type(error).__name__}: {error}")

    def log(self, message: str) -> None:
        """Tell the client's log of something that is wrong, in one line."""
        line = next(iter(message.splitlines()), "")
        told = types.LogMessageParams(types.MessageType.Error, f"sinotech: {line}")
        self.window_log_message(told)

    def begin(self, uri: str, delay: float = 0) -> None:
        """Check the text *uri* after a *delay* in seconds, and no older state of it."""
        self._numbers[uri] = self._numbers.get(uri, 0) + 1
        if task := self._tasks.pop(uri, None):
            task.cancel()
        work = self._check(uri, self._numbers[uri], delay)
        self._tasks[uri] = asyncio.get_running_loop().create_task(work)

    def begin_all(self) -> None:
        """Check all texts that are open anew."""
        for uri in list(self.workspace.text_documents):
            self.begin(uri)

    def forget(self, uri: str) -> None:
        """Give up the text *uri*, which was closed, and take its diagnostics away."""
        self._numbers.pop(uri, None)
        if task := self._tasks.pop(uri, None):
            task.cancel()
        if self._results.pop(uri, None):
            self._publish(uri, None, [])

    def end(self) -> None:
        """Give up all that is being checked."""
        if not self.is_shut_down:
            self.is_shut_down = True
            self._numbers.clear()
            for task in self._tasks.values():
                task.cancel()
            self._worker.submit(self._checker.close)
            self._worker.shutdown(wait=False)

    async def _check(self, uri: str, number: int, delay: float) -> None:
        """Check a text, and publish what is told of it, unless it is stale by then."""
        await asyncio.sleep(delay)
        opened = self.workspace.text_documents.get(uri)
        text = (
            _text_of(uri, opened.source, opened.language_id or "") if opened else None
        )
        if opened is None or text is None:
            return
        work = partial(self._checker.check, text, partial(self._is_stale, uri, number))
        try:
            loop = asyncio.get_running_loop()
            result = await loop.run_in_executor(self._worker, work)
        except SinotechError as error:
            self._tell(str(error))
        except Exception as error:  # noqa: BLE001  # a fault of ours ends no editing
            self._tell(f"internal error: {type(error).__name__}: {error}")
        else:
            if result and not self._is_stale(uri, number):
                self._last = ""
                self._results[uri] = result
                self._publish(uri, opened.version, result.told, result)

    def _is_stale(self, uri: str, number: int) -> bool:
        """Whether a text has changed since its check *number* was begun."""
        return self._numbers.get(uri) != number

    def _tell(self, message: str) -> None:
        """Log why a text was not checked, and show it once."""
        self.log(message)
        if message != self._last:
            self._last = message
            told = types.ShowMessageParams(types.MessageType.Error, message)
            self.window_show_message(told)

    def _publish(
        self,
        uri: str,
        version: int | None,
        told: list[Diagnostic],
        result: Result | None = None,
    ) -> None:
        lines = self._lines(result.text.source if result else "")
        shown = [_diagnostic(one, lines) for one in told]
        params = types.PublishDiagnosticsParams(uri, shown, version)
        self.text_document_publish_diagnostics(params)

    def _lines(self, source: str) -> Lines:
        return Lines(source, str(self.workspace.position_encoding))

    async def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        """Return the evidence on the sentence at a *position*, when it is checked."""
        while (task := self._tasks.get(uri)) and not task.done():
            await asyncio.wait({task})
        opened, result = self.workspace.text_documents.get(uri), self._results.get(uri)
        if not opened or not result or result.text.source != opened.source:
            return None
        lines = self._lines(opened.source)
        at = lines.offset(position)
        here = _at(result.found, at)
        if not here:
            return None
        content = types.MarkupContent(types.MarkupKind.Markdown, evidence(here))
        begin, end = here[0].offset, here[0].offset + here[0].length
        return types.Hover(content, lines.range(begin, end))


def _text_of(uri: str, source: str, language: str) -> Text | None:
    """Return an open text; nothing if it is of a kind that is not checked."""
    path = Path(to_fs_path(uri) or uri.rpartition("/")[2])
    media = _MEDIA.get(language) or media_of(path.name)
    known = language in _MEDIA or media in {"markdown", "html"}
    return Text(path, source, media) if known else None


def _at(found: list[Diagnostic], at: int) -> list[Diagnostic]:
    """Return what is found of the sentence at an offset, or else of that before it."""
    in_it = [one for one in found if one.offset <= at < one.offset + one.length]
    return in_it or [one for one in found if at == one.offset + one.length]


def _diagnostic(one: Diagnostic, lines: Lines) -> types.Diagnostic:
    severity = _SEVERITIES.get(one.level, types.DiagnosticSeverity.Information)
    if one.code in REST:
        severity = types.DiagnosticSeverity.Hint
    tags = [types.DiagnosticTag.Unnecessary] if one.code == UNUSED.id else None
    return types.Diagnostic(
        range=lines.range(one.offset, one.offset + one.length),
        message=one.full_message,
        severity=severity,
        code=one.code,
        code_description=types.CodeDescription(HOME),
        source=SOURCE,
        tags=tags,
    )


def make_server(checker: Checker) -> Server:
    """Return a server that heeds what editors tell of texts."""
    server = Server(checker)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.begin(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.begin(params.text_document.uri, PAUSE)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.begin(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configured(_: types.DidChangeConfigurationParams) -> None:
        server.begin_all()

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        return await server.hover(params.text_document.uri, params.position)

    @server.feature(types.SHUTDOWN)
    def shut_down(_: None) -> None:
        server.end()

    return server


class _ToClient(logging.Handler):
    """Sends what pygls logs to the client's log, a line each, without tracebacks."""

    def __init__(self, log: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._log = log
        self._busy = False

    def emit(self, record: logging.LogRecord) -> None:
        """Send one line; nothing of what goes wrong meanwhile."""
        if not self._busy:
            self._busy = True
            with suppress(OSError, ValueError):  # the client is gone
                self._log(record.getMessage())
            self._busy = False


def serve(db: str | None, records: list[str]) -> int:
    """Serve the editor at the other end of standard input and output, until it ends.

    Returns 0 if it said that it would, as the protocol wants, else 1. Whatever prints,
    prints to standard error: the editor reads nothing but protocol. Raises
    SinotechError if there is no editor at the other end.
    """
    server = make_server(Checker(db, tuple(records)))
    log = logging.getLogger("pygls")
    log.propagate = False
    log.addHandler(_ToClient(server.log))
    arrives, leaves = Arriving(sys.stdin.buffer), sys.stdout.buffer
    sys.stdout = sys.stderr
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # pygls would wait for a line first
    try:
        server.start_io(cast("BinaryIO", arrives), leaves)
    finally:
        was_told = server.is_shut_down
        server.end()
    return ANSWERED if was_told else NOT_FOUND
