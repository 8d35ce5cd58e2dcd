"""Who did what to whom: whether names stand in each other's place.

Exchanged names must not support a claim. So before records support one that names two
things, what stands near each name is held against what stands near it, and near the
other, in each wording of the records.
"""

from sinotech.claims.acts import BLAND, HAVE, LIGHT, OPINING, finite_in
from sinotech.claims.settings import CHINA
from sinotech.claims.speakers import WRITING
from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.prose.verbs import ATTRIBUTING, AUXILIARIES, FINITE, PARTICIPLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Mention, Sentence
    from sinotech.claims.session import Session
    from sinotech.prose.tokens import Token

_NEAR = 5
"""Words on either side of a name that tell what part it plays."""

_TELLING = frozenset(
    "by to into for toward towards from in at on across with against than of".split()
)
"""Small words that tell it, too."""

_BE = frozenset("is are was were be been being".split())
_PARTICIPLES = frozenset(
    """built held made set brought put sent won given taken led met drawn grown found
    known begun seen kept sold bought taught told shown written chosen""".split()
)
_MARGIN = 0.4
"""By how much each other's company must suit two names better than their own
(development)."""

_SHARE = 0.75
"""Share of that up to which their own company may suit them (development)."""

_MOST_NAMES = 8
"""Names of a sentence whose company is compared."""

Company = dict[tuple[str, str], float]
"""What stands near a name: stem or preposition, and on which side; the nearer, the
more it weighs."""


class Cast:
    """The names of a sentence, each with its company, by the id of what it names.

    *placed* are ids that stand where a place does, *apart* those that stand elsewhere,
    *owning* those that something is of, *spanned* parts of the world from which, or to
    which, something reaches; *acting* has the verbs of what each does.
    """

    __slots__ = (
        "acting",
        "apart",
        "company",
        "kinds",
        "names",
        "owning",
        "placed",
        "spanned",
    )

    def __init__(self, sentence: "Sentence") -> None:
        """Find what stands near each name."""
        self.names: dict[str, str] = {}
        self.company: dict[str, list[Company]] = {}
        self.kinds: dict[str, frozenset[str]] = {}
        self.placed: set[str] = set()
        self.apart: set[str] = set()
        self.owning: set[str] = set()
        self.spanned: set[str] = set()
        self.acting: dict[str, set[str]] = {}
        for mention in sentence.mentions[:_MOST_NAMES]:
            if mention.first in sentence.speaker or mention.name.islower():
                continue
            if _is_of_person(sentence, mention):
                continue
            near = _company(sentence, mention)
            where = self.placed if _is_where(sentence, mention) else self.apart
            where.update(mention.ids)
            if sentence.tokens[mention.last].owns:
                self.owning.update(mention.ids)
            doing = _doing(sentence, mention)
            if "group" in mention.kinds and _is_spanned(sentence, mention.first):
                self.spanned.update(mention.ids)
            for id_ in mention.ids:
                if doing:
                    self.acting.setdefault(id_, set()).update(doing)
                self.names[id_] = mention.name
                self.kinds[id_] = mention.kinds
                self.company.setdefault(id_, []).append(near)


_WHERE = frozenset("in across throughout within inside around over to".split())
ADJECTIVES = ("ese", "ish", "ian", "ican", "ean")
"""Ends of words for what is of a country, which say nothing of where."""


def _is_where(sentence: "Sentence", mention: "Mention") -> bool:
    """Whether a name says where something is: ``across Africa``, ``in the Congo``."""
    before = [
        t.word for t in sentence.tokens[max(mention.first - 2, 0) : mention.first]
    ]
    if mention.name.endswith(ADJECTIVES) or sentence.tokens[mention.last].owns:
        return False
    if before[-1:] == ["the"]:
        before.pop()
    return before[-1:] != [] and before[-1] in _WHERE


def _doing(sentence: "Sentence", mention: "Mention") -> set[str]:
    """Return what a name does, its verb.

    ``China opened``, ``opened by China``, ``Chinese-backed``.
    """
    tokens = sentence.tokens
    behind = mention.last + 1
    if behind < len(tokens) and sentence.text[tokens[behind].start - 1] == "-":
        by = set(_keys(sentence, behind, sentence.stems[behind])) - {""}
        return by if tokens[behind].word.endswith("ed") else set()
    before = mention.first - 1
    if before >= 0 and tokens[before].word == "the":
        before -= 1
    if before > 0 and tokens[before].word == "by":
        return set(_keys(sentence, before - 1, sentence.stems[before - 1])) - {""}
    if before >= 0 and tokens[before].word in FUNCTION_WORDS:
        return set()
    if tokens[mention.last].owns:
        return set()
    found: set[str] = set()
    for at in range(mention.last + 1, min(mention.last + 4, len(tokens))):
        word = tokens[at].word
        if word in _BE:
            return set()
        if word in AUXILIARIES or word.endswith("ly"):
            continue
        if word in FINITE or word in _GAINING or word.endswith("ed"):
            found.update(_keys(sentence, at, sentence.stems[at]))
        break
    return found - {""}


_GAINING = frozenset("benefit benefits gain gains profit profits share shares".split())
"""Verbs of whom something is for, which are nouns as well."""

_SPAN = frozenset(("from", "to"))


def _is_spanned(sentence: "Sentence", at: int) -> bool:
    """Whether ``from`` or ``to`` stands before *at*: ``to the Middle East``."""
    before = [token.word for token in sentence.tokens[max(at - 2, 0) : at]]
    if before[-1:] == ["the"]:
        before.pop()
    return not _SPAN.isdisjoint(before[-1:])


_BESIDE = 2
"""Words from a person to the body that the person is of."""


def _is_of_person(sentence: "Sentence", mention: "Mention") -> bool:
    """Whether a body says only whose a person is: ``Tsinghua professor X, X of Y``."""
    return "organization" in mention.kinds and any(
        "person" in one.kinds
        and (0 < one.first - mention.last <= _BESIDE)
        | (0 < mention.first - one.last <= _BESIDE)
        for one in sentence.mentions
    )


def _company(sentence: "Sentence", mention: "Mention") -> Company:
    """Return what stands near a name, a passive verb as if it were active."""
    near: Company = {}
    named = {at for m in sentence.mentions for at in range(m.first, m.last + 1)}
    for side, row in (
        ("left", range(mention.first - 1, -1, -1)),
        ("right", range(mention.last + 1, len(sentence.tokens))),
    ):
        steps = 0
        for at in row:
            if at in named:
                continue
            token, stem = sentence.tokens[at], sentence.stems[at]
            telling = token.word in _TELLING and side == "left" and steps < 2  # noqa: PLR2004
            if token.word in FUNCTION_WORDS and not telling:
                continue
            if not stem and not telling:
                continue
            steps += 1
            if steps > _NEAR:
                break
            turned = _is_passive(sentence, at)
            seen = {"left": "right", "right": "left"}[side] if turned else side
            for key in _keys(sentence, at, token.word if telling else stem):
                near[key, seen] = max(near.get((key, seen), 0.0), 1.0 / steps)
    return near


def _keys(sentence: "Sentence", at: int, stem: str) -> "Iterator[str]":
    """Yield the stem at *at*, and the concepts of the unit that it belongs to."""
    yield stem
    for unit in sentence.units:
        if unit.first <= at <= unit.last:
            yield from (f"#{concept}" for concept in unit.concepts)


def _is_passive(sentence: "Sentence", at: int) -> bool:
    """Whether a passive participle stands at *at*: ``was built``, ``built by``."""
    tokens = sentence.tokens
    word = tokens[at].word
    if not (word.endswith("ed") or word in _PARTICIPLES):
        return False
    before = {token.word for token in tokens[max(at - 2, 0) : at]}
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return bool(before & _BE) or following == "by"


def may_be_exchanged(sentence: "Sentence") -> bool:
    """Whether *sentence* names two things."""
    ids = {id_ for m in sentence.mentions for id_ in m.ids}
    return len(ids) > 1


_MUTUAL = frozenset("sign agreement accord pact treati memorandum".split())
"""Stems of what two do with each other, whoever is named first."""


def are_exchanged(
    sentence: "Sentence", texts: "Iterable[Sentence]"
) -> "tuple[str, str] | None":
    """Return two names of *sentence* that stand in each other's place in *texts*.

    They do if what stands near each in the claim suits the other better, taking for
    each text of the record what stands near both.
    """
    claimed = Cast(sentence)
    if len(claimed.names) < 2:  # noqa: PLR2004
        return None
    stated = [Cast(text) for text in texts]
    mutual = not _MUTUAL.isdisjoint(sentence.stems)
    for one, other in _pairs(claimed.names):
        if CHINA in {one, other} and not (
            claimed.kinds[one] & _LANDS and claimed.kinds[other] & _LANDS and not mutual
        ):
            continue  # China is in nearly every record
        if {one, other} <= claimed.spanned:
            continue  # from Asia to Africa is from Africa to Asia
        if not _may_be_taken(claimed.kinds[one], claimed.kinds[other]):
            continue
        both = [s for s in stated if one in s.company and other in s.company]
        naming = both or stated
        if _are_places_exchanged(claimed, naming, one, other) or _is_other_acting(
            claimed, naming, one, other
        ):
            return claimed.names[one], claimed.names[other]
        if not both:
            if _are_apart_exchanged(claimed, stated, one, other):
                return claimed.names[one], claimed.names[other]
            continue
        kept = max(
            _suits(claimed, s, one, one) + _suits(claimed, s, other, other)
            for s in both
        )
        turned = max(
            _suits(claimed, s, one, other) + _suits(claimed, s, other, one)
            for s in both
        )
        if turned > kept + _MARGIN and kept < turned * _SHARE:
            return claimed.names[one], claimed.names[other]
    return None


def _are_apart_exchanged(
    claimed: Cast, stated: "Sequence[Cast]", one: str, other: str
) -> bool:
    """Whether what the texts say of each of two names, the claim says of the other.

    No text names both, so each is held against those that name it.
    """

    def best(name: str, named: str) -> float:
        return max(
            (
                _suits(claimed, cast, name, named)
                for cast in stated
                if named in cast.names
            ),
            default=0.0,
        )

    kept = [best(one, one), best(other, other)]
    turned = [best(one, other), best(other, one)]
    return min(turned) > max(kept) + _MARGIN


def _are_places_exchanged(
    claimed: Cast, stated: "Sequence[Cast]", one: str, other: str
) -> bool:
    """Whether something is in *one* in the claim, and in *other* in the texts."""
    if not (claimed.kinds[one] & _LANDS and claimed.kinds[other] & _LANDS):
        return False
    for here, there in ((one, other), (other, one)):
        placed = here in claimed.placed and here not in claimed.apart
        if placed and there not in claimed.placed | claimed.owning:
            turned = any(
                there in cast.placed and here not in cast.placed for cast in stated
            )
            return turned and not any(here in cast.placed for cast in stated)
    return False


def _is_other_acting(
    claimed: Cast, stated: "Sequence[Cast]", one: str, other: str
) -> bool:
    """Whether one of two names does in the claim what the other does in the texts."""
    if not (claimed.kinds[one] & _LANDS and claimed.kinds[other] & _LANDS):
        return False
    for here, there in ((one, other), (other, one)):
        done = claimed.acting.get(here, set())
        if done and done.isdisjoint(claimed.acting.get(there, ())):
            return any(done & c.acting.get(there, set()) for c in stated) and not any(
                here in c.acting for c in stated
            )
    return False


_LANDS = frozenset(("country", "group"))

_ACTING = frozenset(("country", "group", "organization"))
"""Kinds that act, so that one may be taken for another; nobody takes a person, or a
program, for a country."""


def _may_be_taken(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or bool(one & _ACTING and other & _ACTING)


def _suits(claimed: Cast, stated: Cast, one: str, other: str) -> float:
    """Return how well the company of *one* in the claim is that of *other* there."""
    return max(
        sum(min(weight, there[key]) for key, weight in here.items() if key in there)
        for here in claimed.company[one]
        for there in stated.company[other]
    )


def _pairs(names: "Iterable[str]") -> "Iterator[tuple[str, str]]":
    ids = sorted(names)
    for at, one in enumerate(ids):
        for other in ids[at + 1 :]:
            yield one, other


def may_be_turned(sentence: "Sentence") -> bool:
    """Whether *sentence* compares two things, or tells of a change between values."""
    return bool(_change(sentence) or _around_than(sentence))


def is_turned(sentence: "Sentence", texts: "Sequence[Sentence]") -> bool:
    """Whether what stands after *than*, or between *from* and *to*, is turned there."""
    return _is_compared_otherwise(sentence, texts) or _runs_backwards(sentence, texts)


def is_of_compared(sentence: "Sentence", texts: "Sequence[Sentence]") -> bool:
    """Whether *sentence* speaks of what a record's own text, the first, compares with.

    So it does if it has more of what stands after *than* there than of what stands
    before, and no other of the *texts* has that otherwise.
    """
    said = {stem for stem in sentence.stems if stem}
    pairs = [pair for pair in map(_around_than, texts) if pair]
    return bool(_around_than(texts[0])) and all(
        len(said & after - before) > len(said & before - after)
        for before, after in pairs
    )


def _is_compared_otherwise(sentence: "Sentence", texts: "Sequence[Sentence]") -> bool:
    """Whether the claim puts after *than* what the record puts before it."""
    claimed = _around_than(sentence)
    if not claimed:
        return False
    stated = [pair for pair in map(_around_than, texts) if pair]
    if not stated:
        return False
    same = any(
        len(claimed[1] & after) > len(claimed[1] & before) for before, after in stated
    )
    turned = any(
        len(claimed[1] & before) > len(claimed[1] & after) for before, after in stated
    )
    return turned and not same


_MERE = frozenset("a an just mere merely simply only".split())


def _around_than(sentence: "Sentence") -> "tuple[set[str], set[str]] | None":
    at = next((i for i, t in enumerate(sentence.tokens) if t.word == "than"), 0)
    if not at or any(q.first <= at <= q.last for q in sentence.quantities):
        return None
    around = {t.word for t in sentence.tokens[at - 1 : at + 2 : 2]}
    if "more" in around and around & _MERE:
        return None  # "more than a catalyst" is one, too
    stems = sentence.stems
    return {s for s in stems[:at] if s}, {s for s in stems[at + 1 :] if s}


def _runs_backwards(sentence: "Sentence", texts: "Sequence[Sentence]") -> bool:
    """Whether a change goes from the value to which the record has it go."""
    claimed = _change(sentence)
    return bool(claimed) and any(
        claimed == (last, first) for first, last in filter(None, map(_change, texts))
    )


def _change(sentence: "Sentence") -> "tuple[float, float] | None":
    """Return from which value to which a sentence has something change."""
    for one, other in zip(sentence.quantities, sentence.quantities[1:], strict=False):
        words = {t.word for t in sentence.tokens[max(one.first - 2, 0) : one.first]}
        if "from" in words and one.low != other.low:
            return one.low, other.low
    return None


class Doing:
    """What is done, its *verb*'s stem and concepts; by whom, and what is said besides.

    *agent* and *rest* are stems, and ids of names after ``@``; nobody acts where
    *agent* is empty.
    """

    __slots__ = ("agent", "rest", "verb")

    def __init__(
        self, verb: "frozenset[str | int]", agent: set[str], rest: set[str]
    ) -> None:
        """Hold the verb, who does it, and the rest."""
        self.verb, self.agent, self.rest = verb, agent, rest


def doings_of(
    sentence: "Sentence", verbs: "Iterable[int]", *, claimed: bool
) -> "Iterator[Doing]":
    """Yield what *sentence* says that somebody does, or has done to it.

    Of what is *claimed*, only verbs with an object, or by somebody, are asked for.
    """
    tokens = sentence.tokens
    for at in verbs:
        first, last = _clause(sentence, at)
        words = [token.word for token in tokens[at + 1 : last + 1]]
        if claimed and ("with" in words or sentence.stems[at] in _SHAPELESS):
            continue  # each does it with the other
        if _is_passive(sentence, at) or words[:1] == ["by"]:
            agent = _done_by(sentence, at, words)
        elif claimed and not _has_object(sentence, at):
            continue
        else:
            agent = _spoken(sentence, range(_subject(tokens, first, at), at))
            agent = agent or {_SOMEBODY}
        if claimed and (not agent or _SOMEBODY in agent):
            continue
        rest = _spoken(sentence, range(first, last + 1)) - agent
        yield Doing(_verb_keys(sentence, at), agent, rest)


_SOMEBODY = "?"
"""Who acts where it stands in another clause."""


_SHAPELESS = LIGHT | frozenset("host stage benefit gain profit share".split())
"""Stems of verbs of which it does not matter so much who does it."""

_RELATIVES = frozenset("that which who whom".split())


def _done_by(sentence: "Sentence", at: int, words: "Sequence[str]") -> set[str]:
    """Return by whom something is done, given the *words* after the verb at *at*."""
    if "by" not in words:
        return set()
    by = at + 1 + words.index("by")
    end = _end_of_phrase(sentence, by, at + len(words))
    how = sentence.tokens[min(by + 1, len(sentence.tokens) - 1)]
    if how.word.endswith("ing") and not how.is_capital:
        return set()  # by using green energy
    after = sentence.text[sentence.tokens[end].end :][:1]
    if after == ",":
        return set()  # by one of several
    return _spoken(sentence, range(by + 1, end + 1))


def _subject(tokens: "Sequence[Token]", first: int, at: int) -> int:
    """Return where the subject of the verb at *at* begins: ``that China exports``."""
    start = first
    for one in range(first, at - 1):
        if tokens[one].word in _RELATIVES:
            start = one + 1
    return start


def _verb_keys(sentence: "Sentence", at: int) -> "frozenset[str | int]":
    """Return the stem of the verb at *at*, and what it means."""
    meant = (u.concepts for u in sentence.units if u.first <= at <= u.last)
    return frozenset((sentence.stems[at],)).union(*meant)


def _clause(sentence: "Sentence", at: int) -> tuple[int, int]:
    """Return the first and the last token of the clause of the verb at *at*."""
    tokens, text = sentence.tokens, sentence.text
    first = last = at
    while first and not _parts(text[tokens[first - 1].end : tokens[first].start]):
        first -= 1
    while last + 1 < len(tokens) and not _parts(
        text[tokens[last].end : tokens[last + 1].start]
    ):
        last += 1
    return first, last


def _parts(gap: str) -> bool:
    return any(sign in gap for sign in ",;:–—()")


def _end_of_phrase(sentence: "Sentence", at: int, last: int) -> int:
    """Return the last token of the phrase after the preposition at *at*."""
    end = at + 1
    while end < last and sentence.tokens[end + 1].word not in _TELLING:
        end += 1
    return end


def _has_object(sentence: "Sentence", at: int) -> bool:
    """Whether what follows the verb at *at* is no preposition, and something."""
    after = sentence.tokens[at + 1 : at + 2]
    return after != [] and after[0].word not in _TELLING


def _spoken(sentence: "Sentence", span: range) -> set[str]:
    """Return the stems and names of *span*, without whose they are, and numbers."""
    skipped = {at for q in sentence.quantities for at in range(q.first, q.last + 1)}
    skipped |= {at for t in sentence.times for at in range(t.first, t.last + 1)}
    found = set()
    for mention in sentence.mentions:
        if mention.first not in span:
            continue
        if CHINA in mention.ids:
            skipped.update(range(mention.first, mention.last + 1))
            if not sentence.tokens[mention.last].owns:
                found.add(f"@{CHINA}")
    for at in span:
        token = sentence.tokens[at]
        if at in skipped or token.word in FUNCTION_WORDS or token.word in AUXILIARIES:
            continue
        if sentence.stems[at]:
            found.add(sentence.stems[at])
    return found


_MOST_SHARE, _LEAST_SHARE = 0.6, 0.34
"""Share of who acts in a claim that the records have do otherwise, at least, and have
act, less than that, so that the claim has the wrong one act (development)."""


def is_done(one: Doing, stated: "Iterable[Doing]") -> bool:
    """Whether somebody does in the records what the same one does in a claim."""
    return any(
        other.verb & one.verb and _share(one.agent, other.agent) >= _LEAST_SHARE
        for other in stated
    )


def acts_otherwise(one: Doing, stated: "Sequence[Doing]") -> bool:
    """Whether somebody does what, in the records, somebody else does to them.

    ``140 countries export`` what is exported to 140 countries.
    """
    if is_done(one, stated):
        return False
    of = [other for other in stated if other.verb & one.verb]
    known = any(other.agent - {f"@{CHINA}", _SOMEBODY} for other in of)
    return any(
        _share(one.agent, other.rest) >= _MOST_SHARE
        and (not known or not other.agent.isdisjoint(one.rest))
        for other in of
    )


def _share(said: set[str], there: set[str]) -> float:
    return len(said & there) / len(said)


def unborne(
    sentence: "Sentence",
    session: "Session",
    told: "Sequence[Evidence]",
    near: "Sequence[Evidence]" = (),
) -> str:
    """Return a verb of *sentence* that none of the records *told* says; maybe none.

    Records *near* them may have the very verb. A verb that may stand for any other is
    not looked for, nor one of what is denied.
    """
    if sentence.negated or sentence.contrasts:
        return ""
    verbs = finite_in(sentence, session.verbs(sentence.stems))
    verbs = [at for at in verbs if at not in sentence.speaker] or verbs
    verbs = [at for at in verbs if not _is_aside(sentence, at)]
    stated = all(one.kind == "statement" for one in told)
    verbs = [at for at in verbs if not (stated and _says_that(sentence, at))]
    stated = stated and _is_of_speaker(sentence)
    for at in verbs:
        if not (
            _is_bland(sentence, at)
            or _is_opinion(sentence, at, stated=stated)
            or (stated and at < verbs[-1] and sentence.tokens[at].word in ATTRIBUTING)
            or _is_borne(sentence, at, session, told)
            or (len(verbs) > 1 and _is_said(sentence.stems[at], session, near))
        ):
            return sentence.tokens[at].text
    return ""


def _is_aside(sentence: "Sentence", at: int) -> bool:
    """Whether a verb only says which thing or person is meant: ``who heads``."""
    tokens = sentence.tokens
    before, after = tokens[at - 1].word if at else "", tokens[at + 1 : at + 2]
    if before in {"who", "being"} or _is_denied(tokens, at):
        return True
    if any(time.last == at - 1 for time in sentence.times):
        return True  # by the time 2023 closed
    participle = tokens[at].word.endswith("ed") or tokens[at].word in PARTICIPLES
    if not participle or before in _BE | HAVE or not after:
        return False
    comma = at and "," in sentence.text[tokens[at - 1].end : tokens[at].start]
    return after[0].word in _AGENTS or bool(comma)


_AGENTS = frozenset(("by", "around", "at"))


def _is_denied(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether a word shortly before *at* denies it: ``isn't just handed over``."""
    before = [token.word for token in tokens[max(at - 3, 0) : at]]
    return "not" in before or any(word.endswith((" t", "n't")) for word in before)


def _is_bland(sentence: "Sentence", at: int) -> bool:
    """Whether a verb, or the phrase that it is of, may stand for any other."""
    following = [token.word for token in sentence.tokens[at + 1 : at + 2]]
    if sentence.stems[at] in BLAND or following in (["into"], ["in"]):
        return True  # develops into, shares in
    return any(
        unit.common and len(unit.plain) > 1
        for unit in sentence.units
        if unit.first <= at <= unit.last
    )


def _is_opinion(sentence: "Sentence", at: int, *, stated: bool) -> bool:
    """Whether the verb at *at* says what somebody thinks: ``describes it as``.

    All of the records say so, if *stated*.
    """
    following = {token.word for token in sentence.tokens[at + 1 :]}
    if sentence.stems[at] == "want":
        return "to" in following  # what is wanted is aimed at
    if sentence.stems[at] in OPINING:
        return stated or not following.isdisjoint(("as", "be"))
    said = sentence.tokens[at].word in ATTRIBUTING and stated
    return said and not following.isdisjoint(FINITE)


def _says_that(sentence: "Sentence", at: int) -> bool:
    """Whether the verb at *at* makes what follows somebody's words: ``adds that``."""
    words = [token.word for token in sentence.tokens[at : at + 2]]
    return words[0] in ATTRIBUTING and words[1:] == ["that"]


def _is_of_speaker(sentence: "Sentence") -> bool:
    """Whether *sentence* names a person, or who wrote the text, who may say it."""
    return any("person" in m.kinds for m in sentence.mentions) or any(
        token.word in WRITING for token in sentence.tokens
    )


def _is_borne(
    sentence: "Sentence", at: int, session: "Session", told: "Sequence[Evidence]"
) -> bool:
    """Whether one of *told* says what the verb at *at* does, or nearly the same."""
    stem = sentence.stems[at]
    meant = {c for u in sentence.units if u.first <= at <= u.last for c in u.concepts}
    _, akin, against = session.verbs([stem]).get(stem, ("", "", ""))
    near = set(akin.split()) - set(against.split())
    for evidence in told:
        if stem in evidence.features.core:
            return True
        said, own = session.deeds(evidence)
        if stem in said or not near.isdisjoint(own):
            return True
        ended = stem in _ENDING and "conclud" in said  # a deal, not a meeting
        if not (ended or meant.isdisjoint(said)):
            return True
        if _is_said(stem, session, evidence.beside):
            return True
    return False


_ENDING = frozenset(("end", "finish"))


def _is_said(stem: str, session: "Session", records: "Iterable[Evidence]") -> bool:
    """Whether one of *records* has the very verb of *stem*."""
    return any(stem in session.deeds(one)[0] for one in records)
