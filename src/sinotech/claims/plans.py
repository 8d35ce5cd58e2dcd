"""A claim that something is done, or works, where the records tell of a plan alone."""

from sinotech.claims.match import SUPPORTS
from sinotech.prose.superlatives import SUPERLATIVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.judgement import Part
    from sinotech.claims.reading import Sentence
    from sinotech.claims.segments import Segment


def only_planned(part: "Part") -> str:
    """Return by what words *part* has been, where all records tell of a plan."""
    sentence = part.sentence
    words = [token.word for token in sentence.tokens]
    row = f" {' '.join(words)} "
    held = next((one for one in _HAPPENED if f" {one} " in row), "")
    told = [f.evidence for f in part.matches if f.relation == SUPPORTS]
    if held and all(one.features.status == "planned" for one in told):
        return held
    best = not (SUPERLATIVES.isdisjoint(words) or _BEING.isdisjoint(words))
    done = ["is"] if best else []
    done += [w for at, w in enumerate(words) if w in _REALISED and _acts(sentence, at)]
    if not done or sentence.status == "planned" or not _PLANNING.isdisjoint(words):
        return ""
    return done[0] if all(_is_plan(one) for one in told) else ""


def _is_plan(evidence: "Evidence") -> bool:
    """Whether a record, which is of no event, tells of what is yet to be done."""
    features = evidence.features
    planned = features.status == "planned"
    if planned and (evidence.kind == "program" or "once" in features.words):
        return True
    intends = planned or not features.words.isdisjoint(_INTENT)
    return evidence.kind != "event" and intends and features.words.isdisjoint(_DONE)


def only_planned_abroad(segments: "Iterable[Segment]", told: "list[Evidence]") -> str:
    """Return the word by which a claim in another language has done what is a plan."""
    means = [(one, f"{one.meaning} ".replace("|", " ").split()) for one in segments]
    if any(not _PLANNING.isdisjoint(words) for _, words in means):
        return ""
    done = [one.text for one, words in means if not _MADE.isdisjoint(words)]
    return done[0] if done and all(map(_is_plan, told)) else ""


def _acts(sentence: "Sentence", at: int) -> bool:
    """Whether the word at *at* is a verb of *sentence*, by what stands around it."""
    before = sentence.tokens[at - 1].word if at else ""
    named = any(m.first <= at <= m.last for m in sentence.mentions)
    return at not in sentence.speaker and before not in _NOMINAL and not named


_HAPPENED = ("was held", "were held", "took place", "convened", "has been held")
"""Phrases by which a meeting has been."""

_DONE = frozenset(
    """built established opened launched founded created inaugurated completed finished
    started began begun introduced installed implemented constructed manufactured
    produced assembled operated operating operates operational ran ready""".split()
)
"""Words by which something has been made, or works."""

_REALISED = _DONE | frozenset(
    """now already currently today run runs running works working operate assemble
    assembles produce produces manufacture manufactures makes made turns rolling
    commissioned unveiled erected service carried came arrived expanded
    deepened""".split()
)
"""Words by which a claim has it done, or has it work."""

_MADE = _REALISED | frozenset(
    """build establish open launch complete operation function construct manufacture
    assembly production""".split()
)
"""Words that one of another language means, by which a claim has it done."""

_INTENT = frozenset(
    """commitment committed pledge pledged pledges plan plans planned proposed proposal
    negotiated negotiations""".split()
)
"""Words of a record by which it tells of what is yet to be done."""

_PLANNING = _INTENT | frozenset(
    """will would shall should could may might must be hope hopes hoped want wants
    wanted aim aims aimed intend intends intended intention expected expects due
    scheduled slated proposes propose proposing planning commits committing pledging
    promised promises promise future once blueprint seeks seek set calls urges towards
    toward wish wishes ambition vision underway construction potential""".split()
)
"""Words by which a claim tells of what is yet to be done."""

_BEING = frozenset(("is", "are"))
"""Verbs by which a claim has it be the first or largest already."""

_NOMINAL = frozenset("to the a an its their of".split())
"""Words after which none of these is a verb that says so."""
