"""The command that an editor runs."""

import sys

from sinotech.errors import UsageError


def lsp(*, stdio: bool, db: str | None, records: list[str]) -> int:  # noqa: ARG001
    """Serve the editor that started the process; return the exit code.

    There is no other way than *stdio*. Raises UsageError if something must be installed
    for it, or there is no editor.
    """
    if sys.stdin is None or sys.stdin.isatty():
        remedy = "docs/check.md says how each editor is told of it"
        raise UsageError("sinotech lsp is for editors to start", remedy)
    try:
        from sinotech.editor.server import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        message = "sinotech lsp needs pygls, which is not installed"
        raise UsageError(message, "install it: pip install 'sinotech[check]'") from None
    return serve(db, records)
