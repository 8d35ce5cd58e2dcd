"""Words that say that something is the first, the most, or the only one of its kind."""

_ALIKE = (
    "first",
    "only sole solely exclusively exclusive alone just",
    "all every everyone each",
    "most majority",
    "largest biggest greatest",
    "smallest least",
    "world global worldwide globe planet earth globally international",
    "domestic nationwide national",
    "best",
    "highest top",
    "fastest",
    "never",
    "always",
    "oldest",
    "leading leader",
    "mandatory compulsory obliged required",
    "exceeds exceed overtook overtaken surpassed outpaced",
)
"""Words that make a claim stronger; those of a line say no less than each other."""

_CAUSES = "because due owing".split()
"""Words that name a cause."""

_HELPS = "help helped helps assistance assisted support aid aided".split()
"""Words that name a part in a cause."""

STRONG = {word: row.split() for row in _ALIKE for word in row.split()} | {
    word: [*_CAUSES, *_HELPS] for word in _CAUSES
}
"""Words that make a claim stronger, each with those that say no less."""

SUPERLATIVES = frozenset(
    """first only sole most largest biggest greatest smallest best highest top fastest
    oldest leading""".split()
)
"""Words that are true of one in some scope, and of another in a wider one."""

COMPARATIVES = frozenset(
    "bigger larger greater smaller better higher faster older".split()
)
"""Words with which *no* says that something is the most."""

WIDTHS = (
    frozenset("world global worldwide globe planet globally international".split()),
    frozenset("domestic nationwide national domestically nationally local".split()),
)
"""Scopes of which one excludes the other, for the same number."""
