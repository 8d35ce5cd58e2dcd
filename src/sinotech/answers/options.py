"""The options that commands share, and those that page an answer read."""

from sinotech.answers.grammar import Option
from sinotech.errors import UsageError
from sinotech.rawjson import FIRST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from sinotech.answers.grammar import Command

PAGE, DATA = True, False
"""Whether a form of output is for people or for programs."""

FORMATS = {
    "table": (
        PAGE,
        "sinotech.present.table:Drawn",
        "for a terminal, as wide as it is",
    ),
    "plain": (
        PAGE,
        "sinotech.present.text:Plain",
        "lines of any length, the same everywhere",
    ),
    "json": (
        DATA,
        "sinotech.present.data:Json",
        "one envelope: schema, data, citations, meta; a batch has a line each",
    ),
    "jsonl": (
        DATA,
        "sinotech.present.data:JsonLines",
        "a line for each record; in a batch, an envelope for each line",
    ),
    "csv": (
        DATA,
        "sinotech.present.data:Csv",
        "a header and a row for each record, as RFC 4180 has them",
    ),
    "tsv": (DATA, "sinotech.present.data:Tsv", "the same with tabs"),
    "md": (PAGE, "sinotech.present.text:Markdown", "Markdown with tables"),
}
"""The forms of output: for whom each is, the subclass of
:class:`sinotech.present.form.Format` that writes it, and what it is."""

FORMATS_OF_DRAFTS = {
    "sarif": (DATA, "sinotech.present.sarif:Sarif", "a log in SARIF 2.1.0"),
    "github": (DATA, "sinotech.present.github:GitHub", "commands of GitHub Actions"),
}
"""The same of what is found in drafts besides."""

REFERENCES = "sinotech.present.styled:References"
"""What writes the sources alone, in styles that are files for programs."""


STYLES = (
    "apa",
    "chicago",
    "chicago-notes",
    "mla",
    "wikipedia",
    "newsroom",
    "bibtex",
    "ris",
    "csl-json",
)
"""The styles, by the names that ``--style`` takes."""

FILES = ("bibtex", "ris", "csl-json")
"""The styles whose references make a file that other programs read."""

FORMAT = Option(
    "format_",
    ("--format", "-f"),
    "Form of the answer: a table on a terminal and plain text in a pipe, unless "
    "SINOTECH_FORMAT says otherwise.",
    choices=tuple(FORMATS),
)
JSON = Option("json_", ("--json",), "Short for --format json.", of="flag")
FIELDS = Option(
    "fields",
    ("--fields",),
    "Only these fields; `sinotech fields COMMAND` lists them.",
    metavar="A,B",
)
SECTION = Option(
    "section",
    ("--section",),
    "Only this section of the profile, as data: figures, events…",
    metavar="NAME",
)
STYLE = Option(
    "style",
    ("--style",),
    "Sources in this citation style; in bibtex, ris and csl-json, nothing but them.",
    choices=STYLES,
)
DB = Option("db", ("--db",), "A database made by `sinotech build`.", metavar="FILE")
RECORDS = Option(
    "records",
    ("--records",),
    "Records of your own, a file or a folder of them, instead of ours, or laid over "
    "ours if the file says `overlay: true`. Can be repeated.",
    many=True,
    metavar="FILE",
)
STRICT = Option(
    "strict",
    ("--strict/--no-strict",),
    "Read no name as a slip for another; a batch is strict unless told otherwise.",
    of="switch",
)
LIMIT = Option(
    "limit",
    ("--limit",),
    "At most so many records; in a profile, of each section.",
    of="count",
    metavar="N",
)
OFFSET = Option(
    "offset",
    ("--offset",),
    "Pass over so many first: --offset 50 begins with the 51st.",
    of="count",
    metavar="N",
)
ALL = Option("all_", ("--all",), "All there are, however many.", of="flag")
PAGES = (LIMIT, OFFSET, ALL)

A_SECTION = FIRST
"""Records of each section that a profile shows unless told otherwise. Who wants more of
a section knows which."""
A_COMPARISON = 50
"""Records of each section of things that are compared: they may share later ones."""
A_LIST = 1000
"""Records of a list that are shown unless told otherwise. A list is asked for to have
it all, so those of ordinary size are whole; a longer one is not read through any more,
and a million records must not take down what reads them."""
A_SEARCH = 20
"""Records that a search shows unless told otherwise: the best are first."""


NEAREST = Option(
    "limit",
    ("--limit",),
    "How many of the nearest records to give, whatever the verdict; 3 unless told.",
    of="count",
    metavar="N",
)
EXIT_CODE = Option(
    "exit_code",
    ("--exit-code",),
    "End with 0 supported, 10 contradicted, 11 conflicting, 12 outdated, 13 undecided, "
    "1 not found.",
    of="flag",
)

AS_OF = Option(
    "as_of",
    ("--as-of",),
    "Judge by what was published by then; read “last year” as of then.",
    metavar="DATE",
)
ONE_ROW = Option(
    "one_row",
    ("--one-row",),
    "As CSV, TSV or JSON: one row for each claim, in order, with its verdict, the "
    "first record that decides, and where that is written.",
    of="flag",
)
COLUMN = Option(
    "column",
    ("--column",),
    "What - reads is CSV, and the claims are the column of this name.",
    metavar="NAME",
)
JOBS = Option(
    "jobs",
    ("--jobs",),
    "How many processes judge the lines of -; 1 unless told. Answers come in order.",
    of="count",
    metavar="N",
)
BATCH = (ONE_ROW, COLUMN, JOBS)
"""Options of a batch of claims."""

CHECK_FORMATS = ("text", *FORMATS, *FORMATS_OF_DRAFTS)
"""The forms of what is found in drafts; text is a table on a terminal, else plain."""

CHECK_FORMAT = Option(
    "format_",
    ("--format", "-f"),
    "Form of what is found: text unless told, a line for each.",
    choices=CHECK_FORMATS,
)
CHECK_STYLE = Option(
    "style",
    ("--style",),
    "Sources in this citation style.",
    choices=tuple(style for style in STYLES if style not in FILES),
)

EXPORT_FORMATS = ("csv", "sqlite", "parquet", "jsonl")
"""The forms that tables are exported in."""

EXPORT_FORMAT = Option(
    "form",
    ("--format", "-f"),
    "Form of the tables: csv unless told.",
    choices=EXPORT_FORMATS,
)

OUTPUT = (FORMAT, JSON, FIELDS)
STORE = (DB, RECORDS)
COUNTRY = Option(
    "country",
    ("--country",),
    "About this country.",
    metavar="NAME",
    completes=("country",),
)
PROGRAM = Option(
    "program",
    ("--program",),
    "About this program.",
    metavar="NAME",
    completes=("program",),
)
LOOK_UP = (*OUTPUT, STYLE, *STORE)

MOST = 1 << 53
"""The largest number that is counted with; SQLite adds two of them without loss. A
larger ``--limit`` or ``--offset`` is taken for it."""


def turn(
    command: "Command",
    values: "dict[str, Any]",
    section: str | None,
    form: str = "",
) -> None:
    """Put a window in the place of the options among *values* that page an answer.

    Their numbers become such as can be counted with, whatever the *command*.
    Of a profile, only its *section* is wanted, if one is named; of its first page, no
    more than a *form* prints, if it is given. Raises UsageError if the options ask for
    nothing, or for two things.
    """
    for name in ("limit", "offset"):
        if number := values.get(name):
            values[name] = bounded(number)
    if not command.page:
        return
    from sinotech.query.paging import Window

    limit, offset = values.pop("limit"), values.pop("offset") or 0
    everything = values.pop("all_")
    at_least_one(limit)
    if offset < 0:
        raise UsageError(f"--offset {offset} is before the first", "give one from 0")
    if everything and limit is not None:
        raise UsageError(f"--all contradicts --limit {limit}", "give one of them")
    most = None if everything else limit or command.page
    is_first = (most, offset, section) == (FIRST, 0, None)
    drawn = form if is_first else ""
    values["window"] = Window(most, offset, section, drawn=drawn)


def bounded(number: int) -> int:
    """Return *number*, or what is nearest to it that can be counted with."""
    return max(-MOST, min(number, MOST))


def at_least_one(limit: int | None) -> None:
    """Raise UsageError if a *limit* is given that leaves nothing."""
    if limit is not None and limit < 1:
        raise UsageError(f"--limit {limit} asks for nothing", "give a number from 1")
