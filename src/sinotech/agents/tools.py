"""The tools that agents are offered: what each takes, asks and returns."""

from sinotech.agents import claim_tools, lookup_tools, schemas
from sinotech.agents.fitting import fit, refusal
from sinotech.agents.jsonrpc import INVALID_PARAMS, RequestError
from sinotech.errors import SinotechError, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.agents.lookup_tools import Ask
    from sinotech.agents.schemas import Schema
    from sinotech.api import Reference

HINTS = {
    "readOnlyHint": True,
    "destructiveHint": False,
    "idempotentHint": True,
    "openWorldHint": False,
}
"""What every tool is: it reads a record set that is inside, and changes nothing."""


class Tool:
    """A tool: its *name* and *title*, what it is for, its schemas, and what it asks."""

    __slots__ = ("about", "ask", "name", "returns", "takes", "title")

    def __init__(
        self,
        name: str,
        title: str,
        about: str,
        ask: "Ask",
        takes: "Schema",
        returns: "Schema | None" = None,
    ) -> None:
        """Declare a tool; unless told otherwise it *returns* rows."""
        self.name = name
        self.title = title
        self.about = about
        self.ask = ask
        self.takes = takes
        self.returns = returns or schemas.returned()

    def listed(self) -> "Schema":
        """Return the tool as ``tools/list`` has it."""
        return {
            "name": self.name,
            "title": self.title,
            "description": self.about,
            "inputSchema": self.takes,
            "outputSchema": self.returns,
            "annotations": HINTS,
        }


_AS_OF = schemas.text("Judge by what was published by then: 2025, 2025-06.", 40)
_COUNTRY = schemas.text("Name or ISO code.")
_PROGRAM = schemas.text("Name or abbreviation.")
_PROFILE: "Schema" = {"section": schemas.SECTION, **schemas.PAGE}
_COUNTED: "Schema" = {"about": {"type": "object"}, "counts": {"type": "object"}}
_OFFSET: "Schema" = {"offset": schemas.PAGE["offset"]}

TOOLS = (
    Tool(
        "cite",
        "Judge a claim",
        "Verdict on one claim (supported, contradicted, conflicting, outdated, "
        "undecided, not_found), with the records that decide it and their citations. "
        "Use it for every number, date or fact before you state it. Not found refutes "
        "nothing.",
        claim_tools.cite,
        schemas.taken(
            "claim",
            claim=schemas.text("One sentence.", schemas.CLAIM),
            as_of=_AS_OF,
            **_OFFSET,
        ),
        schemas.returned(schemas.JUDGED),
    ),
    Tool(
        "check",
        "Check a passage",
        "Verdict on each sentence of a draft that speaks of what is recorded, with "
        "what differs and the records that say so. Other sentences are left out.",
        claim_tools.check,
        schemas.taken(
            "passage",
            passage=schemas.text("Plain text.", schemas.PASSAGE),
            as_of=_AS_OF,
            **_OFFSET,
        ),
        schemas.SENTENCES,
    ),
    Tool(
        "country",
        "Look up a country",
        "What the sources say of a country: programs, figures, events, statements.",
        lookup_tools.profile("country"),
        schemas.taken("name", name=_COUNTRY, **_PROFILE),
        schemas.returned(_COUNTED),
    ),
    Tool(
        "program",
        "Look up a program",
        "What the sources say of a program, forum, center or facility: status, "
        "participants, figures, events, statements.",
        lookup_tools.profile("program"),
        schemas.taken("name", name=_PROGRAM, **_PROFILE),
        schemas.returned(_COUNTED),
    ),
    Tool(
        "figures",
        "Find numbers",
        "Numbers that the sources state, with what each counts, its hedge and date. "
        "Give each with its label, and say where it is disputed.",
        lookup_tools.listed("figures"),
        schemas.taken(
            words=schemas.text("Words that the figures hold."),
            country=_COUNTRY,
            program=_PROGRAM,
            measure=schemas.text("Id or label of what is counted."),
            source=schemas.text("Id of a source."),
            as_of=schemas.text("True of this date or period.", 40),
            **schemas.PAGE,
        ),
    ),
    Tool(
        "search",
        "Search all records",
        "Records that hold words, best matches first; by kind alone, all of a kind.",
        lookup_tools.search,
        schemas.taken(
            words=schemas.text('Words, "phrases", AND, OR, NOT, begin*.'),
            kind={"enum": list(lookup_tools.LISTS)},
            **schemas.PAGE,
        ),
    ),
    Tool(
        "show",
        "Show a record",
        "All of one record by its id: its fields, every citation, and its lists; of a "
        "source, its full reference and what is cited from it.",
        lookup_tools.show,
        schemas.taken(
            "id", id=schemas.text("Id, as rows and citations have it."), **_OFFSET
        ),
        schemas.returned(schemas.FIELDS),
    ),
    Tool(
        "conflicts",
        "List disagreements",
        "Where sources disagree, or err, with what each side says and where.",
        lookup_tools.listed("conflicts"),
        schemas.taken(country=_COUNTRY, program=_PROGRAM, **schemas.PAGE),
    ),
)
"""The tools, in the order in which they are listed."""

BY_NAME = {tool.name: tool for tool in TOOLS}


def call(ref: "Reference", name: object, arguments: "Schema") -> "Schema":
    """Return the answer of the tool *name* to *arguments*, as the result of a call.

    Raises RequestError if there is no such tool; what is wrong with the arguments is
    an answer, so that a model can mend it.
    """
    tool = BY_NAME.get(name) if isinstance(name, str) else None
    if tool is None:
        known = ", ".join(BY_NAME)
        told = f"there is no tool {quoted(str(name))}" if name else "name is missing"
        raise RequestError(INVALID_PARAMS, f"{told}; there are: {known}")
    if wrong := schemas.mistakes(tool.takes, arguments):
        return refusal("; ".join(wrong))
    given = {key: value for key, value in arguments.items() if value is not None}
    offset = given.pop("offset", 0)
    try:
        found = tool.ask(ref, given, offset)
        return fit(found, offset, lambda id_: lookup_tools.dispute(ref, id_))
    except SinotechError as error:
        return refusal(str(error))
