"""The server: each line that a client writes is answered before the next is read.

It speaks two generations of the protocol, request by request: those that begin with
``initialize``, and 2026-07-28, whose requests say by themselves which version they are
of.
"""

from sinotech import __version__
from sinotech.agents import jsonrpc, resources, tools
from sinotech.agents.jsonrpc import RequestError
from sinotech.cli.streams import complain
from sinotech.errors import SinotechError, quoted
from sinotech.guidance import instructions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, BinaryIO

    from sinotech.agents.jsonrpc import Message
    from sinotech.api import Reference

HANDSHAKE = ("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")
"""Versions of the protocol that a client agrees on by ``initialize``."""

MODERN = "2026-07-28"
"""The version whose requests carry it."""

BATCHED = "2025-03-26"
"""The one version that has batches: the next took them out again."""

LARGEST_BATCH = 50
"""Messages of a batch that are answered; each answer may have 24,000 characters."""

_META = "io.modelcontextprotocol/"
VERSION, CLIENT = f"{_META}protocolVersion", f"{_META}clientCapabilities"
"""Keys that every request of a modern client has in its ``_meta``."""

FRESH = 3_600_000
"""Milliseconds for which lists and records stay as they are; a server never changes
them, but the next one may have other records."""

INFO = {"name": "sinotech", "title": "sinotech", "version": __version__}
CAPABILITIES: "dict[str, Any]" = {"tools": {}, "resources": {}, "prompts": {}}

_CACHEABLE = frozenset(
    "server/discover tools/list resources/list resources/templates/list resources/read "
    "prompts/list".split()
)
"""Methods whose results say how long they stay fresh (MCP 2026-07-28, Caching)."""


class Server:
    """Answers a client's messages from a record set."""

    def __init__(self, ref: "Reference") -> None:
        """Answer from *ref*."""
        self._ref = ref
        self._version = ""
        self._methods: dict[str, Callable[[Message], Message]] = {
            "initialize": self._initialize,
            "ping": lambda _: {},
            "server/discover": lambda _: _discovered(),
            "tools/list": lambda _: {"tools": [one.listed() for one in tools.TOOLS]},
            "tools/call": self._call,
            "resources/list": lambda p: resources.listed(ref, p.get("cursor")),
            "resources/templates/list": lambda _: {
                "resourceTemplates": resources.TEMPLATES
            },
            "resources/read": self._read,
            "prompts/list": lambda _: {"prompts": [resources.PROMPT]},
            "prompts/get": lambda p: resources.prompted(
                p.get("name"), _object(p, "arguments")
            ),
        }

    def serve(self, arrives: "BinaryIO", leaves: "BinaryIO") -> None:
        """Answer every line that *arrives*, until there are no more."""
        for line in jsonrpc.lines_of(arrives):
            if line is not None and not line.strip():
                continue
            if (response := self.answer(line)) is not None:
                leaves.write(f"{jsonrpc.encoded(response)}\n".encode())
                leaves.flush()

    def answer(self, line: bytes | None) -> "Message | list[Message] | None":
        """Return the response to a *line*; nothing if it wants none."""
        try:
            message = jsonrpc.parsed(line)
            if isinstance(message, list):
                return self._batch(message)
        except RequestError as error:
            return jsonrpc.error_of(None, error)
        return self._respond(message)

    def _batch(self, messages: "list[Any]") -> "list[Message] | None":
        """Return the responses to a batch, if the client may send one."""
        if self._version != BATCHED:
            told = f"only protocol version {BATCHED} has batches"
            raise RequestError(jsonrpc.INVALID_REQUEST, told)
        if not 0 < len(messages) <= LARGEST_BATCH:
            told = f"a batch has from 1 to {LARGEST_BATCH} messages"
            raise RequestError(jsonrpc.INVALID_REQUEST, told)
        responses = filter(None, map(self._respond, messages))
        return list(responses) or None

    def _respond(self, message: "Any") -> "Message | None":  # noqa: ANN401
        """Return the response to a *message*; none to notifications and responses."""
        id_ = message.get("id") if isinstance(message, dict) else None
        id_ = id_ if jsonrpc.is_id(id_) else None
        try:
            if not _is_request(message):
                return None
            return jsonrpc.result_of(id_, self._result(message["method"], message))
        except RequestError as error:
            return jsonrpc.error_of(id_, error)
        except SinotechError as error:
            told = RequestError(jsonrpc.INTERNAL_ERROR, str(error))
            return jsonrpc.error_of(id_, told)
        except Exception as error:  # noqa: BLE001  # a fault of ours ends no session
            complain(f"internal error: {type(error).__name__}: {error}")
            told = RequestError(jsonrpc.INTERNAL_ERROR, "internal error")
            return jsonrpc.error_of(id_, told)

    def _result(self, method: str, message: "Message") -> "Message":
        """Return the result of a request, in the form that its version has."""
        params = _object(message, "params")
        is_modern = method != "initialize" and _is_modern(method, params)
        answer = self._methods.get(method)
        if answer is None or (is_modern and method == "ping"):
            told = f"there is no method {quoted(method)}"
            raise RequestError(jsonrpc.METHOD_NOT_FOUND, told)
        result = answer(params)
        if not is_modern:
            return result
        fresh: Message = {"ttlMs": FRESH, "cacheScope": "private"}
        meta = {f"{_META}serverInfo": INFO}
        result = {"resultType": "complete", **result, "_meta": meta}
        return {**result, **fresh} if method in _CACHEABLE else result

    def _initialize(self, params: "Message") -> "Message":
        """Agree on the client's version, or offer the newest of that generation."""
        wanted = params.get("protocolVersion")
        if not isinstance(wanted, str):
            told = "protocolVersion is missing, or no string"
            raise RequestError(jsonrpc.INVALID_PARAMS, told)
        self._version = wanted if wanted in HANDSHAKE else HANDSHAKE[-1]
        return {
            "protocolVersion": self._version,
            "capabilities": CAPABILITIES,
            "serverInfo": INFO,
            "instructions": instructions(),
        }

    def _call(self, params: "Message") -> "Message":
        return tools.call(self._ref, params.get("name"), _object(params, "arguments"))

    def _read(self, params: "Message") -> "Message":
        is_modern = VERSION in _object(params, "_meta")
        missing = jsonrpc.INVALID_PARAMS if is_modern else jsonrpc.RESOURCE_NOT_FOUND
        return resources.read(self._ref, params.get("uri"), missing)


def _is_request(message: "Any") -> bool:  # noqa: ANN401  # JSON of any shape
    """Whether *message* is a request; notifications and responses are heeded not.

    Raises RequestError if it is no message at all.
    """
    if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
        raise RequestError(jsonrpc.INVALID_REQUEST, "this is no JSON-RPC 2.0 message")
    if "method" not in message and ("result" in message or "error" in message):
        return False
    if not isinstance(message.get("method"), str):
        raise RequestError(jsonrpc.INVALID_REQUEST, "method is missing, or no string")
    if "id" not in message:
        return False
    if not jsonrpc.is_id(message["id"]):
        told = "the id is neither a string nor a whole number"
        raise RequestError(jsonrpc.INVALID_REQUEST, told)
    return True


def _object(holder: "Message", name: str) -> "Message":
    """Return the object *name* of *holder*; an empty one if there is none.

    Raises RequestError if it is something else.
    """
    found = holder.get(name)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise RequestError(jsonrpc.INVALID_PARAMS, f"{name} is no object")
    return found


def _is_modern(method: str, params: "Message") -> bool:
    """Whether a request carries its version.

    Raises RequestError if that is not spoken here, or the request lacks what goes with
    it.
    """
    meta = _object(params, "_meta")
    if VERSION not in meta and method != "server/discover":
        return False
    version = meta.get(VERSION)
    if not isinstance(version, str):
        raise RequestError(jsonrpc.INVALID_PARAMS, f"_meta lacks {VERSION}")
    if version != MODERN:
        data = {"supported": [MODERN, *reversed(HANDSHAKE)], "requested": version[:40]}
        told = "Unsupported protocol version"
        raise RequestError(jsonrpc.UNSUPPORTED_VERSION, told, data)
    if not isinstance(meta.get(CLIENT), dict):
        raise RequestError(jsonrpc.INVALID_PARAMS, f"_meta lacks {CLIENT}")
    return True


def _discovered() -> "Message":
    """Return what the server is, for a client that asks before anything else."""
    return {
        "supportedVersions": [MODERN, *reversed(HANDSHAKE)],
        "capabilities": CAPABILITIES,
        "instructions": instructions(),
    }
