"""All commands, declared once."""

from sinotech.cli.grammar import Argument, Command, Option

FORMATS = ("table", "plain", "json", "jsonl", "csv", "tsv", "md")

FORMAT = Option(
    "format_",
    ("--format", "-f"),
    "Form of the answer: a table on a terminal and plain text in a pipe, unless "
    "SINOTECH_FORMAT says otherwise.",
    choices=FORMATS,
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
DB = Option("db", ("--db",), "A database made by `sinotech build`.", metavar="FILE")
RECORDS = Option(
    "records",
    ("--records",),
    "Records of your own, instead of ours, or laid over ours if the file says "
    "`overlay: true`. Can be repeated.",
    many=True,
    metavar="FILE",
)
STRICT = Option(
    "strict", ("--strict",), "Read no name as a slip for another.", of="flag"
)
LIMIT = Option(
    "limit", ("--limit",), "At most so many records.", of="count", metavar="N"
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
LOOK_UP = (*OUTPUT, *STORE)

ASK, LISTS, KEEP = "Look up", "Lists", "Keep records"

COMMANDS = (
    Command(
        "country",
        "sinotech.cli.lookups:country",
        "What the sources say of a country.",
        Argument(
            "name",
            "Name or ISO code; - reads one per line from a pipe.",
            completes=("country",),
        ),
        STRICT,
        SECTION,
        *LOOK_UP,
        panel=ASK,
        batch="name",
    ),
    Command(
        "program",
        "sinotech.cli.lookups:program",
        "What the sources say of a program, forum, center, facility…",
        Argument(
            "name",
            "Name or abbreviation; - reads one per line from a pipe.",
            completes=("program",),
        ),
        STRICT,
        SECTION,
        *LOOK_UP,
        panel=ASK,
        batch="name",
    ),
    Command(
        "person",
        "sinotech.cli.lookups:person",
        "Who somebody is, and what they say.",
        Argument(
            "name",
            "Name, with or without title; - reads one per line from a pipe.",
            completes=("person",),
        ),
        STRICT,
        SECTION,
        *LOOK_UP,
        panel=ASK,
        batch="name",
    ),
    Command(
        "org",
        "sinotech.cli.lookups:org",
        "What an organization is, and does.",
        Argument(
            "name",
            "Name or abbreviation; - reads one per line from a pipe.",
            completes=("organization",),
        ),
        STRICT,
        SECTION,
        *LOOK_UP,
        panel=ASK,
        batch="name",
    ),
    Command(
        "group",
        "sinotech.cli.lookups:group",
        "What the sources say of a group or region.",
        Argument(
            "name", "Name; - reads one per line from a pipe.", completes=("group",)
        ),
        STRICT,
        SECTION,
        *LOOK_UP,
        panel=ASK,
        batch="name",
    ),
    Command(
        "cite",
        "sinotech.cli.lookups:cite",
        "The records that bear on a claim, with their sources.",
        Argument("claim", "A sentence; - reads one per line from a pipe."),
        LIMIT,
        *LOOK_UP,
        panel=ASK,
        batch="claim",
    ),
    Command(
        "figures",
        "sinotech.cli.lookups:figures",
        "Numbers that the sources state.",
        Argument("words", "Words that the figures hold.", required=False, many=True),
        COUNTRY,
        PROGRAM,
        Option("measure", ("--measure",), "Of this measure.", metavar="NAME"),
        Option("source", ("--source",), "Stated by this source.", metavar="ID"),
        Option("as_of", ("--as-of",), "True of this date or period.", metavar="DATE"),
        *LOOK_UP,
        panel=ASK,
    ),
    Command(
        "figure",
        "sinotech.cli.lookups:figure",
        "One figure: what it counts, and what it is mistaken for.",
        Argument(
            "id_",
            "Id of the figure; - reads one per line from a pipe.",
            completes=("figure",),
        ),
        *LOOK_UP,
        panel=ASK,
        batch="id_",
    ),
    Command(
        "source",
        "sinotech.cli.lookups:source",
        "One source, and what is cited from it.",
        Argument(
            "id_",
            "Id of the source; - reads one per line from a pipe.",
            completes=("source",),
        ),
        *LOOK_UP,
        panel=ASK,
        batch="id_",
    ),
    Command(
        "show",
        "sinotech.cli.lookups:show",
        "Any record, by an id that was printed anywhere.",
        Argument("id_", "Id of the record; - reads one per line from a pipe."),
        *LOOK_UP,
        panel=ASK,
        batch="id_",
    ),
    Command(
        "search",
        "sinotech.cli.finding:search",
        "Full text over everything, best matches first.",
        Argument("words", 'Words, "phrases", AND, OR, NOT, begin*.', many=True),
        Option("kind", ("--kind",), "Only records of this kind.", metavar="KIND"),
        LIMIT,
        *LOOK_UP,
        panel=ASK,
    ),
    Command(
        "timeline",
        "sinotech.cli.finding:timeline",
        "Events in order.",
        COUNTRY,
        PROGRAM,
        Option("first", ("--from",), "Not before this date.", metavar="DATE"),
        Option("last", ("--to",), "Not after this date.", metavar="DATE"),
        *LOOK_UP,
        panel=ASK,
    ),
    Command(
        "series",
        "sinotech.cli.finding:series",
        "A measure over time, with who says so.",
        Argument(
            "measure",
            "Id or label; `sinotech measures` lists them.",
            completes=("measure",),
        ),
        STRICT,
        *LOOK_UP,
        panel=ASK,
    ),
    Command(
        "compare",
        "sinotech.cli.finding:compare",
        "Countries, or programs, side by side.",
        Argument(
            "names", "Two names or more.", many=True, completes=("country", "program")
        ),
        STRICT,
        *LOOK_UP,
        panel=ASK,
    ),
    Command(
        "related",
        "sinotech.cli.finding:related",
        "The records that share most with one.",
        Argument("id_", "Id or name of a record."),
        LIMIT,
        *LOOK_UP,
        panel=ASK,
    ),
    Command(
        "countries",
        "sinotech.cli.lists:countries",
        "The countries recorded.",
        *LOOK_UP,
        panel=LISTS,
    ),
    Command(
        "programs",
        "sinotech.cli.lists:programs",
        "The programs recorded.",
        *LOOK_UP,
        panel=LISTS,
    ),
    Command(
        "groups",
        "sinotech.cli.lists:groups",
        "The groups and regions recorded.",
        *LOOK_UP,
        panel=LISTS,
    ),
    Command(
        "organizations",
        "sinotech.cli.lists:organizations",
        "The organizations recorded.",
        *LOOK_UP,
        panel=LISTS,
    ),
    Command(
        "people",
        "sinotech.cli.lists:people",
        "The people recorded.",
        *LOOK_UP,
        panel=LISTS,
    ),
    Command(
        "measures",
        "sinotech.cli.lists:measures",
        "What is counted.",
        *LOOK_UP,
        panel=LISTS,
    ),
    Command(
        "conflicts",
        "sinotech.cli.finding:conflicts",
        "Where sources disagree, or err.",
        COUNTRY,
        PROGRAM,
        *LOOK_UP,
        panel=LISTS,
    ),
    Command(
        "sources",
        "sinotech.cli.lists:sources",
        "The articles that everything is cited from.",
        *LOOK_UP,
        panel=LISTS,
    ),
    Command(
        "fields",
        "sinotech.cli.keeping:fields",
        "The fields that --fields selects, with what they mean.",
        Argument("command", "The command whose fields to list."),
        SECTION,
        *OUTPUT,
        panel=LISTS,
        reads_store=False,
    ),
    Command(
        "lint",
        "sinotech.cli.keeping:lint",
        "All that is wrong with a record set.",
        RECORDS,
        *OUTPUT,
        panel=KEEP,
        reads_store=False,
    ),
    Command(
        "verify",
        "sinotech.cli.keeping:verify",
        "Check every citation against the texts it was read from.",
        Option(
            "sources",
            ("--sources",),
            "Folder that holds the texts, under whatever names.",
            metavar="DIR",
        ),
        RECORDS,
        *OUTPUT,
        panel=KEEP,
        reads_store=False,
    ),
    Command(
        "coverage",
        "sinotech.cli.keeping:coverage",
        "What is held, and what the texts say that is not.",
        Option(
            "sources",
            ("--sources",),
            "Folder that holds the texts: list each number, name and line in them that "
            "no record touches.",
            metavar="DIR",
        ),
        *STORE,
        *OUTPUT,
        panel=KEEP,
        reads_store=False,
    ),
    Command(
        "build",
        "sinotech.cli.keeping:build",
        "Compile a record set into a database.",
        RECORDS,
        Option("db", ("--db",), "The database to make or replace.", metavar="FILE"),
        *OUTPUT,
        panel=KEEP,
        reads_store=False,
    ),
)
"""The commands in the order of the help."""

BY_NAME = {command.name: command for command in COMMANDS}
