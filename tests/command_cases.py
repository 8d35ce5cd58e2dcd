"""Questions to every command, for tests of what holds of all answers.

Each is asked of the small record set; LINES are asked in a batch. ``{...}`` stands for
a place that the fixture ``ask`` knows.
"""

from sinotech.answers.commands import COMMANDS
from sinotech.answers.grammar import Argument, Command
from sinotech.answers.options import COUNTRY

NAMES = {
    "country": ["Brazil", "NO", "Brazl", "Korea", "Japan", "Atlantis"],
    "program": ["BRICS", "brics-lab", "海洋负排放", "BR", "x"],
    "person": ["Alencar", "Brazil"],
    "organization": ["Petrobras", "nobody"],
    "group": ["BRICS countries", "Africa"],
    "figure": ["fig-yield", "fig-labs-50", "fig-labs-51", "fig-none"],
    "source": ["weekly", "daily-2024", "none"],
    "measure": ["m-labs", "joint laboratories", "none"],
}
"""Names of each kind: that are recorded, may mean several things, mean nothing."""

SAID: dict[str, list[list[str]]] = {
    "cite": [
        ["Brazil takes part in laboratories", "--explain"],
        ["green cheese"],
        ["Norway takes part in the work of the laboratories"],
    ],
    "check": [
        ["{draft}", "--db", "{db}", "--all", "--strict"],
        ["{draft}", "{none}", "--db", "{db}"],
    ],
    "show": [
        *(["cf-labs"], ["brics"], ["br"], ["brics-countries"], ["petrobras"]),
        *(["jose-alencar"], ["m-labs"], ["fig-labs-50"], ["ev-summit"], ["st-plan"]),
        *(["daily-2024"], ["none"]),
    ],
    "search": [["laboratories"], ["splendid"], ["nothing", "at", "all"]],
    "timeline": [["--to", "1999"]],
    "compare": [["Brazil", "Norway"], ["BRICS", "ONCE"], ["Brazil", "Japan"]],
    "related": [["fig-labs-50"], ["st-opinion", "--limit", "1"], ["none"]],
    "fields": [["figures"], ["country"], ["country", "--section", "figures"]],
    "schema": [["country"], ["schema"], ["rows"]],
    "help": [["exit-codes"], ["names"], ["figures"]],
    "lint": [["--records", "{mini}"], ["--records", "{bad}"]],
    "verify": [["--records", "{mini}", "--sources", "{texts}"]],
    "coverage": [["--db", "{db}"], ["--records", "{mini}", "--sources", "{texts}"]],
    "build": [["--records", "{mini}", "--db", "{new}"]],
    "export": [
        ["{out}", "--db", "{db}", "--force"],
        ["{out}", "--db", "{db}", "--force", "-f", "jsonl", "--partition-by", "unit"],
    ],
    "diff": [["{db}", "bundled"], ["{mini}", "{db}"]],
}
"""Arguments for commands that take more than a name of one kind."""

KEEP = frozenset(("check", "lint", "verify", "coverage", "build"))
"""Commands that are not asked without arguments: they would take files of ours."""


def asked_of(command: Command) -> list[list[str]]:
    """Return arguments for *command*: that find several things, one thing, nothing."""
    words = [one for one in command.parameters if isinstance(one, Argument)]
    needed = [one for one in words if one.required]
    asked = list(SAID.get(command.name, []))
    if not needed and command.name not in KEEP:
        asked.insert(0, [])
    elif len(needed) == 1 and len(needed[0].completes) == 1:
        asked += [[name] for name in NAMES[needed[0].completes[0]]]
    if COUNTRY in command.parameters:
        asked += [["--country", name] for name in ("NO", "CG", "Korea")]
    return asked


ASKED = {command.name: asked_of(command) for command in COMMANDS if command.shape}
"""Arguments for each command."""

QUESTIONS = [[command, *argv] for command, asked in ASKED.items() for argv in asked]
"""The same, each with its command."""

LINES = {
    command.name: [*(words[0] for words in ASKED[command.name]), ""]
    for command in COMMANDS
    if command.batch
}
"""Lines for each command that answers a batch."""

SECTIONS = {
    "country": "Brazil",
    "program": "BRICS",
    "person": "Alencar",
    "org": "Petrobras",
    "group": "BRICS countries",
}
"""A name for each command whose answer has sections."""
