"""`sinotech mcp` as agents meet it: by the official SDK's client, over stdio."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from mcp import Client, StdioServerParameters
from mcp.shared.exceptions import MCPError
from mcp.types import CallToolResult, TextContent
from paths import ROOT

import sinotech
from sinotech.agents.fitting import LARGEST
from sinotech.guidance import CITING

pytestmark = pytest.mark.slow

VERSIONS = [("auto", "2026-07-28"), ("legacy", "2025-11-25")]
"""The two ways in which a client agrees on a version, and the newest of each."""

SECONDS = 60
"""How long the server may take for anything; it takes a tenth of one."""

PASSAGE = """
China has signed 119 intergovernmental agreements on science and technology. China has
signed 150 intergovernmental agreements on science and technology. In Brazil, a cook
said that the moon is made of cheese.
"""

CALLS: list[tuple[str, dict[str, Any]]] = [
    ("cite", {"claim": "China has signed 119 intergovernmental agreements"}),
    ("cite", {"claim": "China has signed 119 agreements", "as_of": "2024"}),
    ("cite", {"claim": "The moon is made of cheese, said a cook in Brazil."}),
    ("check", {"passage": PASSAGE}),
    ("country", {"name": "Brasil"}),
    ("country", {"name": "China", "section": "statements", "limit": 3}),
    ("program", {"name": "BRICS"}),
    ("figures", {"country": "China", "words": "agreements"}),
    ("figures", {"words": "no such words at all"}),
    ("search", {"words": "laboratories"}),
    ("search", {"kind": "country"}),
    ("show", {"id": "cf-sti-agreements-116-119"}),
    ("show", {"id": "brics"}),
    ("show", {"id": "fig-sti-agreements-119-2025"}),
    ("show", {"id": "stdaily-partnerships"}),
    ("conflicts", {}),
    ("conflicts", {"country": "Brazil"}),
]
"""Calls of every tool: that find much, little, and nothing."""

UNCITED = {"country", "measure"}
"""Kinds of record that state nothing by themselves, and so cite nothing."""

Use = Callable[[Client], Awaitable[None]]


@pytest.fixture(scope="module")
def command(real_db: Path) -> list[str]:
    """Return the command line of a server on the record set itself."""
    return [sys.executable, "-m", "sinotech", "mcp", "--db", str(real_db)]


@pytest.fixture
def using(command: list[str]) -> Callable[..., None]:
    """Connect a client to a server, use it, and leave."""

    def use(work: Use, mode: str = "auto") -> None:
        environment = {"PYTHONPATH": str(ROOT / "src")}
        server = StdioServerParameters(
            command=command[0], args=command[1:], env=environment
        )

        async def session() -> None:
            async with Client(
                server, mode=mode, read_timeout_seconds=SECONDS
            ) as client:
                await work(client)

        asyncio.run(session())

    return use


def text_of(result: CallToolResult) -> str:
    """Return the text of an answer."""
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def rows_of(result: CallToolResult) -> list[dict[str, Any]]:
    """Return the rows of an answer."""
    rows: list[dict[str, Any]] = result.structured_content["rows"]
    return rows


@pytest.mark.parametrize(("mode", "version"), VERSIONS)
def test_what_is_offered(using: Callable[..., None], mode: str, version: str) -> None:
    """Eight tools that only read, small and with schemas, in either generation."""

    async def work(client: Client) -> None:
        assert client.protocol_version == version
        assert "does not refute" in (client.instructions or "")
        listed = await client.list_tools()
        named = "cite check country program figures search show conflicts"
        assert [one.name for one in listed.tools] == named.split()
        assert len(listed.model_dump_json(by_alias=True, exclude_none=True)) < 16_000
        for tool in listed.tools:
            hints = tool.annotations
            assert hints
            assert (hints.read_only_hint, hints.idempotent_hint) == (True, True)
            assert (hints.destructive_hint, hints.open_world_hint) == (False, False)
            for schema in (tool.input_schema, tool.output_schema):
                jsonschema.Draft202012Validator.check_schema(schema or False)

    using(work, mode)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_every_answer_is_as_its_schema_says(
    using: Callable[..., None], mode: str
) -> None:
    """Every tool answers; each row is cited, and each dispute told, in both forms."""

    async def work(client: Client) -> None:
        schemas = {t.name: t.output_schema for t in (await client.list_tools()).tools}
        for name, arguments in CALLS:
            result = await client.call_tool(name, arguments)
            assert not result.is_error, text_of(result)
            data, text = result.structured_content, text_of(result)
            jsonschema.validate(data, schemas[name] or False)
            rows = [one for row in data["rows"] for one in row.get("records", [row])]
            for row in rows:
                assert row["id"] in text
                assert row["citations"] or row["kind"] in UNCITED, row
                for cited in row["citations"]:
                    assert cited["label"] in text
                assert set(row["disputed_by"]) <= set(data["disputes"])
            assert all(told and told in text for told in data["disputes"].values())
            assert data["more"] is None or data["more"] in text

    using(work, mode)


def test_verdicts_say_what_they_mean(using: Callable[..., None]) -> None:
    """A verdict has its confidence and rule; not found is told to refute nothing."""

    async def work(client: Client) -> None:
        result = await client.call_tool(*CALLS[0])
        data = result.structured_content
        assert (data["verdict"], data["confidence"]) == ("supported", "certain")
        assert data["parts"][0]["rule"] == "the record says 119, too"
        assert data["rows"][0]["id"] == "fig-sti-agreements-119-2025"
        assert data["rows"][0]["relation"] == "supports"
        assert "cf-sti-agreements-116-119" in data["disputes"]
        assert f"({data['rows'][0]['citations'][0]['label']})" in CITING
        two = "China has signed 119 agreements, and ANSO has 67 member institutions"
        result = await client.call_tool("cite", {"claim": two})
        parts = [one["text"] for one in result.structured_content["parts"]]
        assert len(parts) == 2
        assert {row["part"] for row in rows_of(result) if "part" in row} == set(parts)
        result = await client.call_tool(*CALLS[2])
        assert result.structured_content["verdict"] == "not_found"
        assert "does not refute" in result.structured_content["means"]
        assert "does not refute" in text_of(result)
        result = await client.call_tool("check", {"passage": PASSAGE})
        verdicts = [row["verdict"] for row in rows_of(result)]
        assert verdicts == ["supported", "contradicted", "not_found"]

    using(work)


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("country", {"name": "Korea"}, "did you mean: South Korea (kr); North Korea (kp)?"),
    ("country", {"name": "Brazl"}, "did you mean: Brazil (br)?"),
    ("country", {"name": "BRICS"}, "no country but a program: ask program brics"),
    ("country", {"name": "Atlantis"}, "no country is called “Atlantis”"),
    ("country", {}, "name is missing; arguments: name (required), section"),
    ("country", {"name": 7}, "name must be a string"),
    ("country", {"name": "China", "section": "all"}, "section must be one of"),
    ("country", {"name": "China", "offset": -1}, "offset must be at least 0"),
    ("country", {"name": "China", "limit": True}, "limit must be a whole number"),
    ("country", {"name": "China", "page": 2}, "there is no argument 'page'"),
    ("figures", {"country": "Korea"}, "did you mean: North Korea (kp)"),
    ("figures", {"as_of": "soon"}, "as_of: 'soon' is no date"),
    ("search", {"kind": "statement"}, "give words, or one of the kinds source"),
    ("show", {"id": "no-such-id"}, "no record is called “no-such-id”"),
    ("cite", {"claim": "  "}, "claim is empty"),
    ("cite", {"claim": "x" * 1001}, "claim has 1,001 characters, over 1,000"),
]
"""Calls that cannot be answered, and what is said of each."""


def test_what_is_wrong_is_told(using: Callable[..., None]) -> None:
    """A model can mend what is wrong with arguments; no tool at all is an error."""

    async def work(client: Client) -> None:
        for name, arguments, told in WRONG:
            result = await client.call_tool(name, arguments)
            assert result.is_error, (name, arguments)
            assert told in text_of(result), (name, arguments, text_of(result))
        with pytest.raises(MCPError, match="there is no tool 'nosuch'") as raised:
            await client.call_tool("nosuch", {})
        assert raised.value.error.code == -32602

    using(work)


PAGED: list[tuple[str, dict[str, Any]]] = [
    ("country", {"name": "China"}),
    ("country", {"name": "China", "section": "statements"}),
    ("country", {"name": "Brazil", "limit": 3}),
    ("program", {"name": "BRICS", "limit": 5}),
    ("figures", {}),
    ("search", {"words": "cooperation"}),
    ("search", {"kind": "organization"}),
    ("show", {"id": "stdaily-partnerships"}),
    ("conflicts", {}),
]


async def pages_of(
    client: Client, name: str, arguments: dict[str, Any]
) -> list[dict[str, Any]]:
    """Return all rows, page by page as each answer says; none is empty."""
    rows: list[dict[str, Any]] = []
    while True:
        asked = {**arguments, "offset": len(rows)}
        result = await client.call_tool(name, asked)
        assert len(result.model_dump_json(by_alias=True, exclude_none=True)) <= LARGEST
        data, found = result.structured_content, rows_of(result)
        rows += found
        assert data["total"] >= len(rows)
        if data["more"] is None:
            assert data["total"] == len(rows)
            return rows
        assert found
        left = data["total"] - len(rows)
        assert data["more"] == f"{left} more: ask again with offset {len(rows)}"


def expected(name: str, arguments: dict[str, Any], db: Path) -> set[str]:
    """Return the ids of all records that the library finds."""
    with sinotech.open(db) as ref:
        if name == "figures":
            return {one["id"] for one in ref.figures()}
        if name == "conflicts":
            return {one["id"] for one in ref.conflicts()}
        if name == "show":
            source = ref.source(arguments["id"], all=True)
            return {source["id"], *(one["id"] for one in source["cited_for"])}
        if "words" in arguments:
            return {one["id"] for one in ref.search(arguments["words"], all=True)}
        if "kind" in arguments:
            return {one["id"] for one in ref.organizations()}
        data = ref.envelope(name, name=arguments["name"], all=True)["data"]
    sections = (
        {arguments["section"]} if "section" in arguments else data.keys() - {name}
    )
    found = {
        one["id"]
        for section in sections
        for one in data[section]
        if "id" in one and section != "participants"
    }
    if name == "program" and "section" not in arguments:
        found |= {one["party"]["id"] for one in data["participants"]} | {
            data[name]["id"]
        }
    return found


def test_pages_to_the_end_lose_nothing(
    using: Callable[..., None], real_db: Path
) -> None:
    """Page after page, every record comes once, and no answer is too large."""

    async def work(client: Client) -> None:
        for name, arguments in PAGED:
            rows = await pages_of(client, name, arguments)
            told = [json.dumps(row) for row in rows]
            assert len(set(told)) == len(told), (name, arguments)
            ids = {row["id"] for row in rows}
            assert ids == expected(name, arguments, real_db), (name, arguments)

    using(work)


def test_a_page_past_the_end(using: Callable[..., None]) -> None:
    """It has no row, and says how many there are."""

    async def work(client: Client) -> None:
        for name, arguments in PAGED:
            result = await client.call_tool(name, {**arguments, "offset": 5_000})
            assert rows_of(result) == []
            assert result.structured_content["more"] is None
            total = result.structured_content["total"]
            assert f"There is no row 5,001: there are {total}." in text_of(result)

    using(work)


def test_two_calls_at_once(using: Callable[..., None]) -> None:
    """Each of several calls that wait together gets its own answer."""

    async def work(client: Client) -> None:
        names = ["Brazil", "Kenya", "China", "Ethiopia"] * 3
        calls = [client.call_tool("country", {"name": name}) for name in names]
        results = await asyncio.gather(*calls)
        heads = [one.structured_content["about"]["says"] for one in results]
        assert heads == names

    using(work)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_resources_and_the_prompt(using: Callable[..., None], mode: str) -> None:
    """Sources are listed, records can be read, and a passage makes a prompt."""

    async def work(client: Client) -> None:
        listed = (await client.list_resources()).resources
        assert str(listed[0].uri) == "sinotech://guide"
        assert "sinotech://source/" in str(listed[1].uri)
        templates = (await client.list_resource_templates()).resource_templates
        assert [one.uri_template for one in templates] == [
            "sinotech://record/{id}",
            "sinotech://source/{id}",
        ]
        for uri in (str(listed[0].uri), str(listed[1].uri), "sinotech://record/brics"):
            (content,) = (await client.read_resource(uri)).contents
            assert len(content.text) > 500  # type: ignore[union-attr]
        code = -32602 if mode == "auto" else -32002
        for uri in ("sinotech://record/none", "sinotech://source/brics", "file:///etc"):
            with pytest.raises(MCPError) as raised:
                await client.read_resource(uri)
            assert raised.value.error.code == code
        (prompt,) = (await client.list_prompts()).prompts
        got = await client.get_prompt(prompt.name, {"passage": "Some text."})
        text = got.messages[0].content.text  # type: ignore[union-attr]
        assert text.endswith("Passage:\n\nSome text.")
        assert "call the tool check" in text
        with pytest.raises(MCPError, match="passage is missing"):
            await client.get_prompt(prompt.name, {})

    using(work, mode)


def test_every_source_is_listed(using: Callable[..., None], real_db: Path) -> None:
    """The list of resources has the guide and each source once, page by page."""
    with sinotech.open(real_db) as ref:
        sources = [f"sinotech://source/{one['id']}" for one in ref.sources()]

    async def work(client: Client) -> None:
        found: list[str] = []
        cursor = None
        while True:
            page = await client.list_resources(cursor=cursor)
            found += [str(one.uri) for one in page.resources]
            assert len(page.model_dump_json(by_alias=True)) <= LARGEST
            cursor = page.next_cursor
            if cursor is None:
                break
        assert found == ["sinotech://guide", *sources]
        with pytest.raises(MCPError, match="cursor"):
            await client.list_resources(cursor="x")

    using(work)


PING = b'{"jsonrpc":"2.0","id":1,"method":"ping"}\n'
PONG = {"jsonrpc": "2.0", "id": 1, "result": {}}


def started(command: list[str]) -> "subprocess.Popen[bytes]":
    """Start a server."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )


def test_it_ends_with_its_input(command: list[str]) -> None:
    """When the client closes the input, the server ends with 0, and says no more."""
    process = started(command)
    out, err = process.communicate(PING, timeout=SECONDS)
    assert (process.returncode, err) == (0, b"")
    assert [json.loads(line) for line in out.splitlines()] == [PONG]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_by_a_signal(command: list[str], number: signal.Signals) -> None:
    """A client that ends it by a signal hears nothing more; there is no traceback."""
    process = started(command)
    assert process.stdin
    assert process.stdout
    process.stdin.write(PING)
    process.stdin.flush()
    assert json.loads(process.stdout.readline()) == PONG
    process.send_signal(number)
    out, err = process.communicate(timeout=SECONDS)
    assert (process.returncode, out, err) == (-number, b"", b"")


def test_a_client_that_goes_away(command: list[str]) -> None:
    """Nobody reads the answers any more: the server ends without a word."""
    process = started(command)
    assert process.stdout
    process.stdout.close()
    _, err = process.communicate(PING * 3, timeout=SECONDS)
    assert (process.returncode, err) == (0, b"")
