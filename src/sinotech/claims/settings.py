"""The constants of the claim engine, each with where it comes from.

Those marked *development* were set on the development cases of ``tests/claims``; the
blind batches there were run before any of them was changed for their sake.
"""

SUPPORTED, CONTRADICTED = "supported", "contradicted"
CONFLICTING, OUTDATED = "conflicting", "outdated"
UNDECIDED, NOT_FOUND = "undecided", "not_found"

MEANING = {
    SUPPORTED: "a source states it",
    CONTRADICTED: "a source states otherwise",
    CONFLICTING: "the sources disagree about it, and none replaces the other",
    OUTDATED: "a source stated it once, and a later one replaces it",
    UNDECIDED: "the sources speak of this, but what they say does not settle it",
    NOT_FOUND: "no record speaks of this",
}
"""What each verdict means, in a sentence."""

WEAKEST = (CONTRADICTED, NOT_FOUND, UNDECIDED, CONFLICTING, OUTDATED, SUPPORTED)
"""Verdicts from the weakest: a claim is worth what its weakest part is."""

OPEN = frozenset((UNDECIDED, NOT_FOUND))
"""The verdicts that settle nothing."""

EXIT_CODES = {
    SUPPORTED: 0,
    CONTRADICTED: 10,
    CONFLICTING: 11,
    OUTDATED: 12,
    UNDECIDED: 13,
    NOT_FOUND: 1,
}
"""What `cite --exit-code` ends with."""

CHINA = "cn"
"""All records are about its cooperation, so its name tells nothing."""

COVERED = 0.74
"""Share, by weight, of what a claim speaks of that a record must hold to be about the
same matter (development)."""

SAME = 0.75
"""The same share where one aspect differs, that aspect left out: to contradict, a
record must be about the very same thing (development)."""

COUNTED = 0.62
"""The same share where a number, what it counts and its scope agree: an agreeing number
is evidence of its own that the matter is the same (development)."""

UNKNOWN = 4.2
"""Weight of a word that no record and no line of the lexicon holds (development)."""

LEXICAL = 2.5
"""Weight of a word of the lexicon whose concept no record holds (development)."""

FREE = 3.0
"""Weight of any word where two free sentences are compared."""

FREE_COVERED = 0.4
"""Share of a claim that a sentence brought for it must hold to support it (FEVER-Symmetric
development pairs)."""  # noqa: E501

FREE_SAME = 0.12
"""The same share for a number or date that differs to contradict."""

FREE_TURNED = 0.4
"""The same share for words that deny each other to contradict."""

ANCHORED = 0.06
"""How much less a record need hold of a claim that names its very subject, a person or
program with few records, or its speaker (development)."""

NAMED = 4.0
"""Weight of a name (development)."""

TOGETHER = 0.5
"""Share from which a record may support a claim together with others about the same
person or program (development). Less settles nothing."""

MATES = 12
"""Records that a person or program may have for them to count as one thing."""

BESIDE = 40
"""Records of one paragraph of a source that may be drawn on together; no paragraph of
ours has as many."""

WHOLE = 0.88
"""Share of a piece that the records of one paragraph must hold together to support it,
which none of them does alone (development)."""

COMMON = 1.0
"""Weight of a word that is common in prose of any subject (development)."""

LEAST = 0.4
"""Weight of a word that nearly every record holds."""

FULL = 0.82
"""Share above which one such thing does not (development)."""

EXACTLY = 0.9
"""Share from which a place that only a wording names can contradict another."""

SURE = 0.80
"""Share that a record must hold of a claim, but for the one aspect that differs, to
contradict it (development)."""

MEASURED = 0.76
"""The same share where a share or an amount differs, of something that the claim names
(development)."""

SPEAKING = 0.25
"""Share of a claim in a record's own statement from which the record speaks of it."""

HALF = 0.5
"""Share of a name's words up to which a record does not name it."""

SUBJECT = 0.4
"""Share of a subject, its name aside, that a record of it holds (development)."""

LINKED = 0.6
"""Credit for a word that stands only in the name of something the record is about."""

PREDICATE = 0.6
"""Share of its words that are no names which a claim must find in a record: names alone
settle nothing (development)."""

ABOUT = 0.05
"""Shares that differ by less are the same."""

NAMING = 0.9
"""Share that the record of a program, body or person itself must hold: such a record
shares its names with every claim about it."""

CLEARLY = 0.15
"""By how much a contradicting record must be nearer to the claim than any supporting
one to be believed rather (development)."""

ASIDE = 0.15
"""Share of a claim up to which a record's own statement says next to nothing of it (of
172 supported parts without numbers, of all batches, the least is .195)."""

SHORT = 3
"""Words and names, China's aside, of a claim so short that all of it must be held: what
tells one short claim from another is often its commonest word."""

SHORTLY = 0.5
"""The same share of such a claim."""

BEST = 0.9
"""Share that a record must hold of a claim without a number that something is the best,
the first or leads the world."""

GRAVE = 3.5
"""Weight from which one thing unaccounted for forbids *supported* (development)."""

CANDIDATES = 30
"""Records that are looked at closely for a part of a claim (development: more found no
further evidence)."""

FIGURES = 8
"""Figures that are looked at for each number of a claim, by what it counts alone."""

COUNTED_APART = 4
"""Numbers of a part for which that is done."""

PLAIN_TERMS = 60
"""Distinct words of a part that the index is asked for as they stand."""

TERMS = 24
"""Words of a part that the index is asked for, the rarest first."""

NEAREST = 3
"""Records nearest to a claim that are given when nothing else is asked."""

NEAR_STATED = 0.5
"""What it is worth for nearness that all of a claim stands in a record's own statement,
where to hold all of it is worth 1. These were set on the development cases that name
their evidence (it is among the three nearest for 98 in 100), and a third more or less
of any of them changes one in 200."""

NEAR_AGREES = 0.5
"""… that a record states all numbers of the claim."""

NEAR_RANKED = 0.3
"""… to be the first of the records that share the claim's words."""

NEAR_BEHIND = 3
"""Ranks after which that is worth half as much."""

NEAR_ARTICLE = 0.1
"""… that an article says so, and no corroborating page alone."""

NEAR_STATES = 0.1
"""… to state something, and not only what a thing is."""

NEAR_SETTLES = 1.0
"""… to support the claim, or to contradict it."""

NEAR_LEAST = 0.35
"""Share of a claim that a record must hold to be near, unless it is about something
that the claim names, or states its number."""

NEAR_CLOSELY = 3
"""Records that are looked at closely for each that is shown."""
