"""Questions to every command, for tests of what holds of all answers.

Each is asked of the small record set; LINES are asked in a batch. ``{...}`` stands for
a place that the fixture ``ask`` knows.
"""

ASKED: dict[str, list[list[str]]] = {
    "country": [["Brazil"], ["NO"], ["Brazl"], ["Korea"], ["Japan"], ["Atlantis"]],
    "program": [["BRICS"], ["brics-lab"], ["海洋负排放"], ["BR"], ["x"]],
    "person": [["Alencar"], ["Brazil"]],
    "org": [["Petrobras"], ["nobody"]],
    "group": [["BRICS countries"], ["Africa"]],
    "cite": [
        ["Brazil takes part in laboratories", "--explain"],
        ["green cheese"],
        ["Norway takes part in the work of the laboratories"],
    ],
    "check": [
        ["{draft}", "--db", "{db}", "--all", "--strict"],
        ["{draft}", "{none}", "--db", "{db}"],
    ],
    "figures": [[], ["--country", "NO"], ["--country", "CG"], ["--country", "Korea"]],
    "figure": [["fig-yield"], ["fig-labs-50"], ["fig-labs-51"], ["fig-none"]],
    "source": [["weekly"], ["daily-2024"], ["none"]],
    "show": [
        *(["cf-labs"], ["brics"], ["br"], ["brics-countries"], ["petrobras"]),
        *(["jose-alencar"], ["m-labs"], ["fig-labs-50"], ["ev-summit"], ["st-plan"]),
        *(["daily-2024"], ["none"]),
    ],
    "search": [["laboratories"], ["splendid"], ["nothing", "at", "all"]],
    "timeline": [[], ["--country", "BR"], ["--to", "1999"], ["--country", "Korea"]],
    "series": [["m-labs"], ["joint laboratories"], ["none"]],
    "compare": [["Brazil", "Norway"], ["BRICS", "ONCE"], ["Brazil", "Japan"]],
    "related": [["fig-labs-50"], ["st-opinion", "--limit", "1"], ["none"]],
    "countries": [[]],
    "programs": [[]],
    "groups": [[]],
    "organizations": [[]],
    "people": [[]],
    "measures": [[]],
    "conflicts": [[], ["--country", "NO"]],
    "sources": [[]],
    "fields": [["figures"], ["country"], ["country", "--section", "figures"]],
    "schema": [[], ["country"], ["schema"], ["rows"]],
    "help": [[], ["exit-codes"], ["names"], ["figures"]],
    "version": [[]],
    "lint": [["--records", "{mini}"], ["--records", "{bad}"]],
    "verify": [["--records", "{mini}", "--sources", "{texts}"]],
    "coverage": [["--db", "{db}"], ["--records", "{mini}", "--sources", "{texts}"]],
    "build": [["--records", "{mini}", "--db", "{new}"]],
}
"""Arguments for each command: that find several things, one thing, nothing."""

QUESTIONS = [[command, *argv] for command, asked in ASKED.items() for argv in asked]
"""The same, each with its command."""

LINES: dict[str, list[str]] = {
    "country": ["BR", "Korea", "", "Atlantis", "NO"],
    "program": ["BRICS", "x"],
    "person": ["Alencar", ""],
    "org": ["Petrobras", "x"],
    "group": ["BRICS countries", "x"],
    "cite": ["Brazil takes part in laboratories", "", "green cheese"],
    "figure": ["fig-yield", "x"],
    "source": ["weekly", "x"],
    "show": ["brics", "br", "fig-labs-50", "x"],
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
