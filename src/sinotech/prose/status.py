"""How far something has come: planned, under way, done, and the phrases that say so."""

_PLANNED = (
    "will",
    "shall",
    "plan to",
    "plans to",
    "planned to",
    "planning to",
    "is planned",
    "are planned",
    "intends to",
    "intend to",
    "intended to",
    "aims to",
    "aim to",
    "hopes to",
    "hope to",
    "is to",
    "are to",
    "is set to",
    "are set to",
    "set to",
    "is expected to",
    "are expected to",
    "expected to",
    "expects to",
    "expect to",
    "is due to",
    "are due to",
    "is going to",
    "are going to",
    "scheduled to",
    "slated to",
    "promised",
    "promises",
    "pledged",
    "pledges",
    "vowed to",
    "vows to",
    "committed to",
    "committed itself to",
    "committed themselves to",
    "commits to",
    "commits itself to",
    "agreed to",
    "agrees to",
    "wants to",
    "want to",
    "seeks to",
    "seek to",
    "would like to",
    "looking to",
    "preparing to",
    "prepares to",
    "proposes to",
    "proposed to",
    "proposed",
    "proposes",
    "has proposed",
    "undertook to",
    "undertakes to",
    "resolved to",
    "plans for",
    "in the works",
    "on the drawing board",
    "envisages",
    "envisaged",
    "about to",
    "prepare to",
)
"""Phrases by which a clause speaks of what is yet to be done."""

_UNDERWAY = (
    "is building",
    "are building",
    "being built",
    "under construction",
    "is constructing",
    "are constructing",
    "being constructed",
    "is developing",
    "are developing",
    "being developed",
    "is setting up",
    "are setting up",
    "being set up",
)
"""Phrases by which a clause speaks of what has begun and is not done."""

_DONE = (
    "has built",
    "have built",
    "has finished",
    "have finished",
    "has completed",
    "have completed",
    "was completed",
    "were completed",
    "is complete",
    "already",
    "is over",
    "is now",
    "are now",
    "finished",
    "finished building",
    "has opened",
    "have opened",
    "has established",
    "have established",
    "has launched",
    "have launched",
    "was inaugurated",
    "has been built",
    "have been built",
    "now operates",
    "is operating",
    "are operating",
    "in operation",
    "up and running",
)
"""Phrases that say that something is done, not only planned."""

STATUS_WORDS = frozenset(
    "finish finished finishes completed complete completes already".split()
)
"""Words that say only that something is done, which the status holds."""


def _by_first(phrases: tuple[str, ...]) -> dict[str, list[str]]:
    """Return *phrases* by their first words."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return found


_STATUSES = {
    "planned": _by_first(_PLANNED),
    "underway": _by_first(_UNDERWAY),
    "done": _by_first(_DONE),
}
"""Phrases of each status by their first words; what is planned is looked for first."""

RUNNING = (
    "in operation",
    "up and running",
    "now operates",
    "now operate",
    "now run",
    "now runs",
    "already run",
    "already runs",
    "already operates",
    "already operate",
    "is operating",
    "are operating",
    "are at work",
    "is running",
    "are running",
    "fully operational",
)
"""Phrases that say that something works already."""

_NOUNS = frozenset(
    ("plan to", "plans to", "hope to", "aim to", "plans for", "promises")
)
"""Phrases that are nouns after an article: ``a plan to``."""


_ARTICLES = frozenset("a an the its their his her this that new national".split())
"""Words after which such a phrase is a noun."""


_PERFECT = frozenset(("has", "have", "had"))
"""Verbs that a participle follows in the perfect."""


_PARTICIPLES = frozenset(
    """built begun held made set brought put sent begun become won given taken led met
    drawn grown gone come found""".split()
)
"""Irregular participles; the regular ones end in *ed*."""


def status_of(words: str) -> str:
    """Return how far what a row of folded words speaks of has come, if it says.

    >>> status_of("huawei is to build labs"), status_of("the center has opened")
    ('planned', 'done')
    """
    apart = words.split()
    for status in _STATUSES:
        if _says(apart, status):
            return status
    return "done" if _is_perfect(apart) else ""


def is_planned(words: list[str]) -> bool:
    """Whether folded words speak of what is planned only.

    >>> is_planned("huawei is to build labs".split())
    True
    """
    return _says(words, "planned")


def _says(words: list[str], status: str) -> bool:
    phrases = _STATUSES[status]
    if phrases.keys().isdisjoint(words):
        return False
    row = f" {' '.join(words)} "
    return any(
        f" {phrase} " in row and not _is_noun(phrase, row)
        for first in phrases.keys() & words
        for phrase in phrases[first]
    )


def _is_noun(phrase: str, row: str) -> bool:
    """Whether a phrase stands after an article, and is no verb: ``a plan to``."""
    before = row.partition(f" {phrase} ")[0].rpartition(" ")[2]
    return phrase in _NOUNS and (
        before in _ARTICLES or (phrase == "plan to" and not before.endswith("s"))
    )


def _is_perfect(words: list[str]) -> bool:
    """Whether a verb of *words* is in the perfect: ``have concluded``."""
    for at, word in enumerate(words):
        if word not in _PERFECT:
            continue
        for following in words[at + 1 : at + 3]:
            if following.endswith("ed") or following in _PARTICIPLES:
                return True
    return False
