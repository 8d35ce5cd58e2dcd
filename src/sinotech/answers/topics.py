"""What must be known besides the commands: topics of `sinotech help`.

Declared once, for help, the manual page and the ends of ``--help``. Imports nothing
that a look-up does not.
"""

from sinotech.answers.options import (
    A_COMPARISON,
    A_LIST,
    A_SEARCH,
    A_SECTION,
    DB,
    FORMAT,
    FORMATS,
    JSON,
    PAGES,
    RECORDS,
)
from sinotech.checking.codes import CODES, REST, STRICT
from sinotech.claims.settings import EXIT_CODES as VERDICT_CODES
from sinotech.errors import AMBIGUOUS, ANSWERED, FAULT, NOT_FOUND, USAGE
from sinotech.guidance import MEANINGS, paragraphs
from sinotech.naming import ECHOED
from sinotech.query.paging import CAP

EXAMPLES = (
    ("sinotech country Brazil", "what the sources say of a country"),
    ("sinotech program BRICS", "… of a program, forum, center, facility"),
    ('sinotech cite "China has signed 119 agreements"', "is it so?"),
    ("sinotech figures --country CN --json", "numbers, as JSON with their citations"),
)
"""Command lines, with what they give."""

PURPOSE = (
    "China's international science and technology cooperation: who cooperates with "
    "whom, in which programs, with which figures, and where that is written."
)

EXIT_CODES = (
    (ANSWERED, "answered"),
    (NOT_FOUND, "nothing found"),
    (USAGE, "misuse"),
    (AMBIGUOUS, "the name may mean several things"),
    (FAULT, "the records or the database are at fault"),
)


_ASKED = {
    **dict.fromkeys(STRICT, "--strict"),
    **dict.fromkeys(REST, "--all"),
}
"""The options that codes are told with, unless they are told unasked."""


class Topic:
    """A topic: what it is about, paragraphs, and terms with their meanings."""

    __slots__ = ("about", "entries", "name", "text")

    def __init__(
        self,
        name: str,
        about: str,
        text: tuple[str, ...],
        entries: tuple[tuple[str, str], ...],
    ) -> None:
        """Declare the topic *name*."""
        self.name = name
        self.about = about
        self.text = text
        self.entries = entries

    def as_json(self) -> dict[str, object]:
        """Return it as `sinotech help` prints it."""
        entries = [{"term": term, "meaning": told} for term, told in self.entries]
        text = list(self.text)
        return {
            "topic": self.name,
            "about": self.about,
            "text": text,
            "entries": entries,
        }


TOPICS = (
    Topic(
        "exit-codes",
        "How a command says in a number how it went.",
        (
            (
                "The answer goes to stdout, all else to stderr. A batch ends with the "
                "gravest code of its lines; a line that is not UTF-8, or holds a NUL "
                "character, is misuse, and the lines after it are answered. A reader "
                "that stops reading, as head does, is no mistake."
            ),
            (
                "`sinotech check` ends with 1 where there are problems, and with 4 "
                "where a draft could not be read, whatever the others hold. `sinotech "
                "diff` ends with 1 where anything differs."
            ),
        ),
        tuple((str(code), meaning) for code, meaning in EXIT_CODES),
    ),
    Topic(
        "formats",
        "The forms that every answer has.",
        (
            f"{FORMAT.flags[0]}: {FORMAT.help} {JSON.flags[0]}: {JSON.help}",
            (
                "--fields selects fields in any form; `sinotech fields COMMAND` lists "
                "them. `sinotech schema COMMAND` prints what JSON holds; fields may be "
                "added to it, and anything else changes only under another number "
                "after the @."
            ),
            (
                f"What was asked is repeated up to {ECHOED:,} characters, and ends in "
                "[…] if it is longer; the answers of a batch are in the order of its "
                "lines. `cite - --one-row --format csv` prints a row for each claim; "
                "--column takes the claims from a column of CSV."
            ),
        ),
        tuple((name, meaning) for name, (_, _, meaning) in FORMATS.items()),
    ),
    Topic(
        "pages",
        "How much of a long list is shown.",
        (
            (
                f"Of each section of a profile the first {A_SECTION} records (where "
                f"things are compared, {A_COMPARISON}), of a "
                f"list the first {A_LIST:,}, of a search the first {A_SEARCH}. Facts, "
                "plans and opinions are paged each for themselves, and so are the "
                "parts of a program. What is cut says so: the heading, a line on "
                "stderr, and meta.pages in JSON; what is not named there is whole."
            ),
            (
                "Conflicts about a record are on the page that shows it. Where filters "
                f"leave more than {CAP:,}, no more are counted. An offset is walked "
                "over: a hundred thousand records take some ten milliseconds."
            ),
        ),
        tuple((", ".join(one.flags), one.help) for one in PAGES),
    ),
    Topic(
        "verdicts",
        "What may be said of a claim.",
        (
            (
                "`sinotech cite` sets a claim against the records, aspect by aspect: "
                "what it speaks of, numbers, dates, places, parties, who says it, how "
                "far it has come. A claim of several parts is worth what its weakest "
                "part is. Corroborating pages never decide; an opinion is supported "
                "as its speaker's. What is supported or contradicted is certain or "
                "likely."
            ),
            (
                "Whatever the verdict, the three records nearest to the claim are in "
                "JSON, each with how it compares in a line; a claim that is undecided "
                "or not found shows them. --explain adds how the claim was read and "
                "how they compare, aspect by aspect; --exit-code ends with the code in "
                "brackets."
            ),
        ),
        tuple(
            (f"{verdict.replace('_', ' ')} ({VERDICT_CODES[verdict]})", meaning)
            for verdict, meaning in MEANINGS.items()
        ),
    ),
    Topic(
        "agents",
        "When an agent asks, how it cites, and what verdicts mean.",
        (
            (
                "`sinotech mcp` answers agents by the Model Context Protocol; its "
                "tools are named as the commands are. An agent without it runs the "
                "commands, with --json."
            ),
            *paragraphs(),
        ),
        tuple(MEANINGS.items()),
    ),
    Topic(
        "codes",
        "The codes of what is found in drafts.",
        (
            (
                "What is certain is an error: a number or a date differs, or a record "
                "says all of the sentence and its opposite. Errors and warnings are "
                "problems, and so are notes with --strict; those of --all are none."
            ),
            (
                "In a draft, <!-- sinotech: ignore[S001] why --> lets the next block "
                "be, or in a line of text that line; without codes, whatever is found "
                "there. <!-- sinotech: off --> lets all be until <!-- sinotech: on -->."
            ),
            (
                "What a project always wants is set under [tool.sinotech.check] in "
                "pyproject.toml, or [check] in sinotech.toml: files, select, strict, "
                "all, as-of, baseline, records, db, style, jobs."
            ),
        ),
        tuple(
            (
                f"{code.id} {code.name} ({code.level})",
                f"{code.meaning} ({_ASKED[code.id]})"
                if code.id in _ASKED
                else code.meaning,
            )
            for code in CODES.values()
        ),
    ),
    Topic(
        "records",
        "Which records are asked, and how to bring your own.",
        (
            (
                "Everything is inside; the network is never used. Records are written "
                "in YAML or as JSON lines, checked by `sinotech lint`, and compiled by "
                "`sinotech build`."
            ),
        ),
        ((RECORDS.flags[0], RECORDS.help), (DB.flags[0], DB.help)),
    ),
    Topic(
        "environment",
        "What the environment sets.",
        (),
        (
            ("SINOTECH_FORMAT", "the form of answers, unless an option names another"),
            (
                "SINOTECH_DB",
                "the database that is asked, unless an option names another",
            ),
            ("COLUMNS", "how wide a table may be"),
            ("TERM", "if empty, dumb or unknown, tables are without color"),
            ("NO_COLOR", "if set, tables are without color"),
            ("FORCE_COLOR", "if set, tables have color off a terminal too"),
            ("XDG_CACHE_HOME", "where records that are not compiled are kept compiled"),
        ),
    ),
    Topic(
        "names",
        "How a name is read.",
        (
            (
                "In this order; the first that finds anything decides. How a name was "
                "read is said on stderr and in meta.resolved. What may mean several "
                "things is listed, never chosen."
            ),
            (
                "Signs that nobody sees (zero-width spaces, soft hyphens, marks of "
                "direction) are left out of names, words and claims before they are "
                "read; where that changes what is read, a notice says so."
            ),
        ),
        (
            ("id", "the id of a record"),
            ("code", "an ISO 3166 code of a country, in either case"),
            ("exact", "a name as it stands"),
            ("alias", "another name as it stands"),
            ("folded", "the same but for case, accents, width and punctuation"),
            (
                "typo",
                (
                    "a slip: one edit, or two from eight letters, if exactly one name "
                    "is nearest; --strict reads none, and so does a batch"
                ),
            ),
        ),
    ),
)
"""The topics, in the order of the manual."""

BY_TOPIC = {topic.name: topic for topic in TOPICS}
