"""JSON-RPC 2.0 as the Model Context Protocol has it: one message a line, in UTF-8."""

from sinotech.errors import UnsoundError
from sinotech.rawjson import dump, load
from sinotech.safe import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO

    Message = dict[str, Any]

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND = -32700, -32600, -32601
INVALID_PARAMS, INTERNAL_ERROR = -32602, -32603
RESOURCE_NOT_FOUND = -32002
"""The code for a missing resource up to protocol 2025-11-25; later, INVALID_PARAMS."""
UNSUPPORTED_VERSION = -32022
"""The code for a protocol version that the server does not speak (MCP 2026-07-28)."""

LONGEST = 1 << 20
"""Bytes of the longest line that is read: ten times the longest passage to check."""


class RequestError(Exception):
    """A request that cannot be answered: a JSON-RPC error with *code* and *data*."""

    def __init__(self, code: int, message: str, data: "Any" = None) -> None:  # noqa: ANN401
        """Hold what the error response says."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.data = data


def lines_of(stream: "BinaryIO", longest: int = LONGEST) -> "Iterator[bytes | None]":
    """Yield the lines of *stream*, and None for each with over *longest* bytes.

    No more than that is held in memory.
    """
    while line := stream.readline(longest + 1):
        if len(line) <= longest or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(longest)) and not rest.endswith(b"\n"):
            pass
        yield None


def parsed(line: bytes | None) -> "Any":  # noqa: ANN401  # JSON of any shape
    """Return the JSON of a *line*. Raises RequestError if there is none."""
    if line is None:
        raise RequestError(PARSE_ERROR, f"the line is longer than {LONGEST:,} bytes")
    try:
        return load(line.decode().strip(" \t\r\n"))
    except UnicodeDecodeError:
        raise RequestError(PARSE_ERROR, "the line is not UTF-8") from None
    except UnsoundError:
        raise RequestError(PARSE_ERROR, "the line is not valid JSON") from None


def is_id(value: object) -> bool:
    """Whether *value* can be the id of a request: a string or a whole number."""
    return isinstance(value, str | int) and not isinstance(value, bool)


def encoded(message: object) -> str:
    """Return *message* as a line of JSON, without its end."""
    return escaped(dump(message))


def result_of(id_: object, result: "Message") -> "Message":
    """Return the response to the request *id_*."""
    return {"jsonrpc": "2.0", "id": id_, "result": result}


def error_of(id_: object, error: RequestError) -> "Message":
    """Return the response that the request *id_* failed; None where it has no id."""
    told: Message = {"code": error.code, "message": error.message}
    if error.data is not None:
        told["data"] = error.data
    return {"jsonrpc": "2.0", "id": id_, "error": told}
