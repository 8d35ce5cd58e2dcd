"""The command that an agent's program runs."""

import sys
from contextlib import redirect_stdout

from sinotech.errors import UsageError


def mcp(*, db: str | None, records: list[str]) -> int:
    """Serve the client that started the process until it closes the input; return 0.

    Whatever prints, prints to standard error: a client reads nothing but messages.
    Raises UsageError if there is no client, StoreError or RecordError if the records
    cannot be opened.
    """
    if sys.stdin is None or sys.stdin.isatty():
        remedy = "docs/agents.md says how each is told of it"
        raise UsageError("sinotech mcp is for the programs of agents to start", remedy)
    from sinotech.agents.server import Server
    from sinotech.api import open as open_reference

    arrives, leaves = sys.stdin.buffer, sys.stdout.buffer
    with redirect_stdout(sys.stderr), open_reference(db, records=records) as ref:
        Server(ref).serve(arrives, leaves)
    return 0
