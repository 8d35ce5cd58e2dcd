"""The command that an editor runs."""

from sinotech.errors import UsageError


def lsp(*, stdio: bool, db: str | None, records: list[str]) -> int:  # noqa: ARG001
    """Serve the editor that started the process; return the exit code.

    There is no other way than *stdio*. Raises UsageError if something must be installed
    for it.
    """
    try:
        from sinotech.editor.server import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        message = "sinotech lsp needs pygls, which is not installed"
        raise UsageError(message, "install it: pip install 'sinotech[check]'") from None
    return serve(db, records)
