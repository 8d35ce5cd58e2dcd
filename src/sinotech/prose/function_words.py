"""Closed classes of English words: they say little of what a sentence is about."""


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each of the phrases in *text*, between semicolons."""
    return tuple(tuple(phrase.split()) for phrase in text.split(";"))


FUNCTION_WORDS = frozenset(
    """a about above across after again against all along already also although am among
    amongst an and another any are around as at away be became because been before being
    below between both but by can could did do does doing done down during each either
    else ever every few for from further had has have having he her here hers herself
    him himself his how however i if in into is it its itself just like many may me
    might mine more most much must my myself neither never no nor not now of off on once
    one only onto or other others our ours out over own per rather same shall she should
    since so some such than that the their theirs them themselves then there thereby
    these they this those though through throughout thus till to together too toward
    towards under until up upon us very via was we were what when where whereas whether
    which while who whom whose will with within without would yet you your s t re ve ll
    d m sino last next past recent late early mid cent year years month day today
    currently""".split()
)
"""Words that say nothing of what a claim is about."""

ASIDES = phrases(
    """however; moreover; additionally; furthermore; meanwhile; besides; also; indeed;
    instead; nevertheless; nonetheless; similarly; likewise; overall; notably;
    for example; for instance; in addition; in other words; in fact; of course;
    as a result; on the other hand; fun fact; fact; breaking; update; note;
    at the same time; in short; in particular; by the way; so; and"""
)
"""Openings that only tie a sentence to what came before, or announce it."""

TITLES = frozenset(
    """prof professor dr mr mrs ms sir dame madam excellency hon rev amb gen sen
    comrade""".split()
)
"""Titles that belong to the name after them, and are no part of what is said."""

PLACE_WORDS = frozenset(
    ("in", "at", "near", "outside", "based", "hosted", "to", "from")
)
"""Words before the name of a place."""

NO_PLACES = frozenset(("belt", "bri", "brics", "chinese"))
"""Words with a capital that follow those and name no place: ``in Belt and Road``."""

CLAUSE_BREAKS = frozenset(("while", "whereas", "but"))
"""Words with which a clause begins that stands against the one before."""

SHORTENED = ("n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll")
"""Ends of words that are two small words in one: ``don't``, ``they're``."""

NOW = (
    "now",
    "currently",
    "today",
    "to date",
    "at present",
    "presently",
    "so far",
    "these days",
)
"""Words that say that something is so at the time of writing."""
