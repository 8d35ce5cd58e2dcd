"""What a claim adds to what it says, and that is not read: no record settles it then.

Signs that deny (❌), words in another script, flags, a verdict set before or after it
(``False!``); and words by which a number is of another thing: ``far from 119``, ``119
drafts``, ``119 a day``. The latter are borne out if the record has them as well.
"""

from sinotech.claims.acts import finite_in, verbs_in
from sinotech.claims.compare.outcome import DIFFERS, SAME
from sinotech.claims.compare.place import host_of
from sinotech.claims.doubtful import SPELLS, doubtful
from sinotech.claims.match import BEARS, SUPPORTS
from sinotech.claims.misreadings import misread
from sinotech.claims.plans import only_planned
from sinotech.claims.roles import (
    ADJECTIVES,
    acts_otherwise,
    doings_of,
    is_done,
    unborne,
)
from sinotech.claims.settings import CHINA, HALF, SUPPORTED
from sinotech.naming import key
from sinotech.prose.amounts import JOINED
from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.prose.numbers import NUMBER_WORDS
from sinotech.prose.verbs import FINITE, PAST
from sinotech.query.evidence import find_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sinotech.claims.judgement import Part
    from sinotech.claims.reading import Mention, Sentence
    from sinotech.claims.roles import Doing
    from sinotech.claims.session import Session
    from sinotech.prose.quantity import Quantity
    from sinotech.prose.tokens import Token

_DENYING = frozenset("❌❎✖✗✘☒🚫⛔🛑👎🙅🙄🤥🧢🤡🖕🆖¬❓❔⁉🤔\u0335\u0336\u0337\u0338")
"""Signs that call a claim untrue or doubt it; the last four strike letters out."""

_STRUCK = "letters are struck out"

_FLAGS = ("\U0001f1e6", "\U0001f1ff")
"""Letters of flags; two of them are a country's code."""

_OTHER_SCRIPTS = (
    *(("\u0250", "\u0258"), ("\u025a", "\u02af"), ("\u0370", "\u1cff")),
    *(("\u1d00", "\u1dbf"), ("\u2c00", "\u2c5f"), ("\u2c80", "\u2dff")),
    *(("\u3041", "\ua71f"), ("\ua800", "\uabff"), ("\uac00", "\ud7ff")),
    *(("\uf900", "\ufaff"), ("\ufb13", "\ufdff"), ("\ufe70", "\ufefc")),
    *(("\uff66", "\uffdc"), ("\U00010000", "\U0001d3ff"), ("\U00020000", "\U0003ffff")),
)
"""Where letters are that no English word is written in, turned ones included."""

_CALLED_FALSE = frozenset(
    """false untrue wrong incorrect inaccurate fake hoax lie lies not nope nonsense
    rubbish bogus myth misleading debunked unproven unverified unfounded baseless
    disinformation misinformation fabricated fabrication satire joke kidding rumor
    rumour rumors rumours allegedly supposedly sarcasm fiction falsehood untruth
    never no fakenews""".split()
)
_CALLING = frozenset(
    """this that it is was s are a an the all just mostly partly largely simply totally
    completely absolutely quite rated verdict fact check checked claim claims news true
    so right correct accurate really case entirely utterly very which pure total
    complete utter at obviously clearly
    """.split()
)
"""Words of a verdict on a claim, and words that may stand beside them in it."""

_SURE = _CALLED_FALSE - {"not", "never"} | {"true", "so", "right", "correct", "case"}
"""Words without which *not* between commas denies what follows alone."""

_PARTED = str.maketrans(dict.fromkeys("!?.:;,…()[]–—|#", "\n"))
"""What stands between a claim and a verdict on it."""

_OF_IT = tuple(
    tuple(phrase.split())
    for phrase in """far from;far cry from;nowhere near;anywhere near;anything but;
    nothing like;fraction of;fractions of;multiple of;multiples of;sliver of;portion of;
    some of;most of;many of;few of;several of;none of;any of;all but;
    percentage of;majority of;minority of;share of;rest of;handful of;bulk of;close to
    none of;opposite of;short of half""".split(";")
)
_POINTING = frozenset("the its these those their all some about even".split())
"""Words before a number that make it another, and those that may stand between."""

_TAKEN_AWAY = frozenset(
    """draft drafts drafted failed expired unsigned fake proposed unratified cancelled
    canceled abandoned rejected revoked rescinded annulled void invalid lapsed defunct
    alleged purported pretended mock phantom fictitious imaginary hypothetical nominal
    bogus counterfeit forged terminated nonexistent existent called be unfulfilled
    unrealized unrealised fabricated aborted suspended dissolved disputed supposed
    missing""".split()
)
"""Words before a noun by which there is none of it."""

_JOINED_BEFORE = {"called": "so", "be": "would", "existent": "non"}
"""Those of them that are so only after another word, joined to it."""

_THEMSELVES = frozenset(("draft", "drafts"))
"""Those of them that may be the noun."""

_REACH = 6
"""Words after a number in which what it counts is described."""

_UNITS = {
    "hour": ("hour", "hourly"),
    "day": ("day", "daily"),
    "week": ("week", "weekly"),
    "month": ("month",),
    "year": ("each year", "every year", "per year", "a year", "annual", "yearly"),
    "quarter": ("quarter",),
    "decade": ("decade",),
    "century": ("century",),
    "semester": ("semester",),
    "fortnight": ("fortnight",),
    "minute": ("minute",),
    "second": ("second",),
}
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour"}
_ADVERBS |= {"yearly": "year", "annually": "year", "quarterly": "quarter"}
_OTHER_ADVERBS = frozenset(
    """biannually biennially semiannually biyearly bimonthly biweekly fortnightly
    triennially nightly overnight""".split()
)
_PER = frozenset(("every", "each", "per", "a"))
_MANY_UNITS = frozenset("days weeks months years decades hours".split())
_IN_ALL = frozenset((("in", "total"), ("all", "told"), ("all", "in")))
_NO_RATE = frozenset(
    """in over for half within than once about of after before during just nearly almost
    under only such what quite many later earlier ago long old older from and
    or""".split()
)
"""Words beside ``a year`` with which it is a time, not a rate."""

_SIZES = JOINED | frozenset(
    """plus odd strong some fold and to or percent square million billion
    point""".split()
)
"""Words joined to a number that leave it one, or that it is no number with."""

_NATIONS = frozenset(("nation", "country", "state", "member"))
_NATION_STEMS = ("nation", "countr", "state", "member")
_SHORTEST, _OF_NOTHING = 3, 3


class Doubt:
    """What is *written* that leaves a claim unsettled, and the *reason*.

    A record that has one of *borne* bears it out. If it has *against*, it is in doubt
    only where a record has one of those. It may be a *foreign* word or flag.
    """

    __slots__ = ("against", "borne", "foreign", "reason", "written")

    def __init__(
        self,
        written: str,
        reason: str,
        borne: "Sequence[str]" = (),
        against: "Sequence[str]" = (),
    ) -> None:
        """Hold what is written, the reason, and the words for and against it."""
        self.written, self.reason, self.borne = written, reason, borne
        self.foreign, self.against = False, against

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.reason}: “{self.written}”"


def unsettle(session: "Session", claim: str, parts: "Sequence[Part]") -> None:
    """Leave those *parts* of a *claim* in English undecided that are in doubt."""
    around = list(_around(session, claim))
    for part in parts:
        for doubt in (*around, *_within(part.sentence)):
            looks = doubt.borne or doubt.against
            if looks and (not part.decides or is_borne(doubt, _said_in(part))):
                continue
            part.doubt(doubt.written, doubt.reason)
        if part.verdict == SUPPORTED and (verb := _undone(session, part)):
            part.doubt(verb, "the records say no such thing")
        if part.verdict == SUPPORTED and (verb := _done_by_other(session, part)):
            part.doubt(verb, "the records have it done by others")
        if part.verdict == SUPPORTED and (name := _placed_otherwise(session, part)):
            part.doubt(name, "the records do not say so")
        if part.verdict == SUPPORTED and (name := _hosted_elsewhere(session, part)):
            part.doubt(name, "a record has it elsewhere")
        if part.verdict == SUPPORTED and (verb := only_planned(part)):
            part.doubt(verb, "the records tell of a plan")
        if part.verdict == SUPPORTED and (phrase := misread(session, part)):
            part.doubt(phrase, "the records' number is none of that")


def _undone(session: "Session", part: "Part") -> str:
    """Return a verb of *part* that no record says which supports it; maybe none."""
    told = [f.evidence for f in part.matches if f.relation == SUPPORTS]
    if not unborne(part.sentence, session, told):
        return ""
    ids = {id_ for one in told for id_ in one.ids} - {CHINA}
    near = [
        match.evidence
        for match in part.matches
        if not match.relation and match.matter >= HALF
    ]
    near = [one for one in near if one.ids & ids]
    return unborne(part.sentence, session, told, near)


def _done_by_other(session: "Session", part: "Part") -> str:
    """Return the verb of *part* that somebody else does in the records; maybe none."""
    sentence = part.sentence
    if sentence.negated or sentence.contrasts:
        return ""
    claimed = [
        (at, doing)
        for at in finite_in(sentence, session.verbs(sentence.stems))
        if at not in sentence.speaker
        for doing in doings_of(sentence, [at], claimed=True)
    ]
    if not claimed:
        return ""
    told = [f.evidence for f in part.matches if f.relation == SUPPORTS]
    stated: list[Doing] = []
    for text in (text for evidence in told for text in session.each_text(evidence)):
        verbs = verbs_in(text, session.verbs(text.stems))
        stated += doings_of(text, verbs, claimed=False)
        claimed = [(at, doing) for at, doing in claimed if not is_done(doing, stated)]
        if not claimed:
            return ""
    for at, doing in claimed:
        if acts_otherwise(doing, stated):
            return sentence.tokens[at].text
    return ""


def _placed_otherwise(session: "Session", part: "Part") -> str:
    """Return ``from`` or ``in`` a country, where the records have it otherwise."""
    placed = [
        (before, mention)
        for mention in part.sentence.mentions
        if (before := _preposition(part.sentence, mention)) in {"from", "in"}
        and "country" in mention.kinds
        and not mention.name.endswith(ADJECTIVES)
        and not _modifies(part.sentence, mention)
    ]
    if not placed:
        return ""
    told = [f.evidence for f in part.matches if f.relation == SUPPORTS]
    texts = [text for evidence in told for text in session.texts(evidence)]
    said = {token.word for text in texts for token in text.tokens}
    for before, mention in placed:
        there = {
            _preposition(text, one)
            for text in texts
            for one in text.mentions
            if one.ids & mention.ids and not text.tokens[one.last].owns
        }
        counted = any(
            0 < mention.first - one.last <= _NEAR for one in part.sentence.quantities
        )
        from_there = before == "from" and "from" not in there
        turned = from_there and not there.isdisjoint(("to", "in"))
        turned = turned and (counted or CHINA not in mention.ids)
        other = from_there and not there and "from" in said and counted
        world = before == "in" and CHINA in mention.ids and "in" not in there
        world = world and bool(part.sentence.quantities)
        if turned or other or (world and not said.isdisjoint(_ELSEWHERE)):
            return f"{before} {mention.name}"
    return ""


def _hosted_elsewhere(session: "Session", part: "Part") -> str:
    """Return the host of *part* where a record of that day has another; maybe none."""
    host = host_of(part.sentence)
    if not host:
        return ""
    told = [f.evidence for f in part.matches if f.relation == SUPPORTS]
    lands = {chain[-1] for one in told for chain in session.chains(one)}
    elsewhere = any(
        match.matter >= HALF and match.has(DIFFERS, "place") and match.has(SAME, "date")
        for match in part.matches
    )
    if not elsewhere or host & lands:
        return ""
    return next(one.name for one in part.sentence.mentions if one.ids == host)


_NEAR = 4
"""Words from a number to where what it counts is from."""

_ELSEWHERE = frozenset("africa african global globally world worldwide".split())
"""Words by which a record is of other countries than China alone."""


def _modifies(sentence: "Sentence", mention: "Mention") -> bool:
    """Whether a name stands before a noun: ``Chinese experts``, ``Kenya's labs``."""
    tokens, at = sentence.tokens, mention.last
    after = tokens[at + 1 : at + 2]
    near = bool(after) and sentence.text[tokens[at].end : after[0].start] == " "
    if tokens[at].owns or not near:
        return tokens[at].owns
    word = after[0].word
    return not (word.endswith("ed") or word in FUNCTION_WORDS | FINITE | PAST)


def _preposition(sentence: "Sentence", mention: "Mention") -> str:
    """Return the word before a name, or before a list that it stands in."""
    at = mention.first - 1
    while at >= 0 and (
        sentence.tokens[at].word in {"the", "and"}
        or any(m.first <= at <= m.last for m in sentence.mentions)
    ):
        at -= 1
    return sentence.tokens[at].word if at >= 0 else ""


def _said_in(part: "Part") -> "Iterator[str]":
    """Yield the texts of the records that settle *part*."""
    for match in part.matches:
        if match.relation not in _OPEN:
            yield from match.evidence.texts


_OPEN = frozenset(("", BEARS))


def unlike(session: "Session", claim: str, evidence: str) -> list[str]:
    """Return in words what of two sentences that is not read only one of them has.

    Names in another script may stand in the *evidence* alone.
    """
    mine = {str(d) for d in _doubts(session, claim, evidence)}
    its = {str(d) for d in _doubts(session, evidence, claim) if not d.foreign}
    return sorted(mine ^ its)


def _doubts(session: "Session", text: str, other: str) -> "Iterator[Doubt]":
    for doubt in (*_around(session, text), *_within(session.read(text))):
        if not is_borne(doubt, [other]):
            yield doubt


def is_borne(doubt: Doubt, texts: "Iterable[str]") -> bool:
    """Whether one of *texts* has what is in *doubt*, too, or none speaks against it."""
    lower = [text.lower() for text in texts]
    if doubt.against and not any(b in text for text in lower for b in doubt.against):
        return True
    return any(one in text for text in lower for one in doubt.borne)


def unread_signs(text: str) -> list[Doubt]:
    """Return a doubt for each sign of *text*, in whatever language, that denies it.

    >>> [str(doubt) for doubt in unread_signs("❌ 119 labs 🎉")], unread_signs("labs")
    (['a sign that may deny it: “❌”'], [])
    """
    if text.isascii() or _DENYING.isdisjoint(text):
        return []
    from unicodedata import combining  # only here: few claims have such a sign

    found = []
    for sign in dict.fromkeys(text):
        if sign in _DENYING and combining(sign):
            struck = next((word for word in text.split() if sign in word), sign)
            found.append(Doubt(struck, _STRUCK))
        elif sign in _DENYING:
            found.append(Doubt(sign, "a sign that may deny it"))
    return found


def _around(session: "Session", text: str) -> "Iterator[Doubt]":
    """Yield what stands in *text* beside its words, or says of all of it."""
    yield from unread_signs(text)
    if text.count("~~") > 1:
        yield Doubt("~~", _STRUCK)
    if not text.isascii():
        for doubt in _of_elsewhere(session, text):
            doubt.foreign = True
            yield doubt
    lower = text.lower()
    if any(word in lower for word in _CALLED_FALSE):
        yield from _verdicts(lower)


def _of_elsewhere(session: "Session", text: str) -> "Iterator[Doubt]":
    if any(_FLAGS[0] <= char <= _FLAGS[1] for char in text):
        yield from _flags(session, text)
    if any(_is_foreign(char) for char in text):
        yield from _foreign(session, session.read(text))


def _flags(session: "Session", text: str) -> "Iterator[Doubt]":
    """Yield the flags of countries that are not named besides: they name them."""
    named = {id_ for mention in session.read(text).mentions for id_ in mention.ids}
    letters = [c if _FLAGS[0] <= c <= _FLAGS[1] else " " for c in text]
    for row in "".join(letters).split():
        code = "".join(chr(ord(c) - ord(_FLAGS[0]) + ord("a")) for c in row)
        for one in (code[at : at + 2] for at in range(0, len(code), 2)):
            if one not in named:
                reason = "a flag is not read where its country is not named"
                yield Doubt(one.upper(), reason)


def _is_foreign(char: str) -> bool:
    return char > "\u024f" and any(a <= char <= b for a, b in _OTHER_SCRIPTS)


def _foreign(session: "Session", sentence: "Sentence") -> "Iterator[Doubt]":
    """Yield the words of *sentence* in another script that no name or date holds.

    A name beside the English one of the same is read.
    """
    read = {at for m in sentence.mentions for at in range(m.first, m.last + 1)}
    read |= {at for t in sentence.times for at in range(t.first, t.last + 1)}
    read |= {at for q in sentence.quantities for at in range(q.first, q.last + 1)}
    rows: list[list[Token]] = []
    for at, token in enumerate(sentence.tokens):
        if at in read or not any(map(_is_foreign, token.text)):
            continue
        if len(token.text) == 1 and "\u0370" <= token.text <= "\u03ff":
            continue  # a sign of science: β
        if rows and not sentence.text[rows[-1][-1].end : token.start].strip():
            rows[-1].append(token)
        else:
            rows.append([token])
    said = {id_ for mention in sentence.mentions for id_ in mention.ids}
    for row in rows:
        written = sentence.text[row[0].start : row[-1].end]
        hits = find_named(session.store, [key(written)])
        if any(hit[2] in said for hit in hits):
            continue
        yield Doubt(written, "not read", (written.lower(),))


def _verdicts(text: str) -> "Iterator[Doubt]":
    """Yield what of *text* (in small letters) calls the rest of it untrue."""
    parted = text.translate(_PARTED).replace(" -", "\n")
    rows = [row.strip(" -\"'“”‘’*_~#") for row in parted.splitlines()]
    rows = [row for row in rows if row]
    for at, row in enumerate(rows):
        told = set(row.replace("’", " ").replace("'", " ").replace("-", " ").split())
        if not told & _CALLED_FALSE or not told <= _CALLED_FALSE | _CALLING:
            continue
        aside = 0 < at < len(rows) - 1 and told.isdisjoint(_SURE)  # is not, he said,
        if not aside and len(rows) > 1:
            yield Doubt(row, "what stands beside it may deny it")


def _within(sentence: "Sentence") -> "Iterator[Doubt]":
    """Yield the words of *sentence* by which it counts something else."""
    words = [token.word for token in sentence.tokens]
    if not _TAKEN_AWAY.isdisjoint(words):
        yield from _taken_away(sentence, words)
    counted = [q for q in sentence.quantities if q.unit != "ordinal"]
    for quantity in counted:
        yield from _of_number(quantity, words)
        yield from _compound(sentence, quantity)
    yield from _numbers(sentence, words)
    if counted:
        yield from _rates(sentence, words)
    if words[-1:] == ["number"] and "a" in words[-_OF_NOTHING:]:
        yield Doubt("number", "it counts nothing")


def _numbers(sentence: "Sentence", words: "Sequence[str]") -> "Iterator[Doubt]":
    """Yield what stands at a number of *sentence*, and may make it another."""
    for written, borne, against in doubtful(sentence, words):
        reason = "the record does not say so" if borne else "it is not clear how much"
        yield Doubt(written, reason, borne, against)


def _said(phrase: str, borne: "Sequence[str]" = ()) -> Doubt:
    return Doubt(phrase, "the record does not say so", borne or (phrase,))


def _of_number(quantity: "Quantity", words: "Sequence[str]") -> "Iterator[Doubt]":
    """Yield a phrase before a number that makes it another: ``a fraction of 119``."""
    for end in range(quantity.first, quantity.last + 1):
        last = end
        while last and words[last - 1] in _POINTING:
            last -= 1
        for phrase in _OF_IT:
            if tuple(words[max(last - len(phrase), 0) : last]) == phrase:
                yield _said(" ".join(phrase))


def _compound(sentence: "Sentence", quantity: "Quantity") -> "Iterator[Doubt]":
    """Yield what a number is joined to before a noun, which it does not count."""
    tokens, at = sentence.tokens, quantity.last
    while at > quantity.first and tokens[at].kind != "number":
        at -= 1
    following = tokens[at + 1 : at + 3]
    if len(following) < 2:  # noqa: PLR2004
        return
    unit, noun = following
    joined = sentence.text[tokens[at].end : unit.start] in {"-", "‑", "–"}
    blank = sentence.text[unit.end : noun.start] == " "
    if not (joined and blank and unit.text.islower() and noun.kind == "word"):
        return
    if unit.word in SPELLS:
        return  # `doubtful` reads how long something takes
    plain = unit.word in _SIZES or unit.word in NUMBER_WORDS
    if plain or len(unit.word) < _SHORTEST or noun.word in FUNCTION_WORDS:
        return
    written = sentence.text[tokens[at].start : unit.end]
    borne = [unit.word]
    if unit.word in _NATIONS:  # 11-nation: of as many of them, in the record as well
        number = tokens[at].text.lower()
        borne = [f"{number}{gap}{one}" for gap in "- " for one in _NATION_STEMS]
    yield _said(written, borne)


def _taken_away(sentence: "Sentence", words: "Sequence[str]") -> "Iterator[Doubt]":
    """Yield the words before a noun by which there is none of it."""
    near = {
        at
        for quantity in sentence.quantities
        for at in range(quantity.last + 1, quantity.last + 1 + _REACH)
    }
    for at, word in enumerate(words):
        first = _JOINED_BEFORE.get(word, "")
        if word not in _TAKEN_AWAY or (first and words[at - 1 : at] != [first]):
            continue
        begin = at - bool(first)
        noun = words[at + 1 : at + 2]
        article = words[begin - 1 : begin] in (["a"], ["an"], ["the"])
        is_noun = word in _THEMSELVES and at in near
        described = noun and noun[0] not in FUNCTION_WORDS
        if is_noun or ((article or at in near) and described):
            stem = word.removesuffix("ed").removesuffix("s")
            joined = f"{first}-{word}"
            yield _said(joined, (joined,)) if first else _said(word, (stem,))


def _rates(sentence: "Sentence", words: "Sequence[str]") -> "Iterator[Doubt]":
    """Yield how often a number is reached: ``119 a day`` are not 119 in all."""
    for at, word in enumerate(words):
        unit, before, after = word, words[at - 1] if at else "", words[at + 1 : at + 2]
        if word in _ADVERBS:
            if after and after[0] not in FUNCTION_WORDS:
                continue
            if sentence.tokens[at].is_capital:
                continue
            yield _said(word, _UNITS[_ADVERBS[word]])
        elif word in _OTHER_ADVERBS:
            yield _said(word)
        elif word in _MANY_UNITS and "every" in words[max(at - 2, 0) : at]:
            yield _said(f"every {before} {word}")
        elif (before, word) in _IN_ALL:
            against = ("annual", "every year", "each year", "per year", "a year")
            reason = "the record says so of a year"
            yield Doubt(f"{before} {word}", reason, (f"{before} {word}",), against)
        elif unit in _UNITS and before in _PER:
            beside = {*words[max(at - 2, 0) : at - 1], *after}
            if before == "a" and not beside.isdisjoint(_NO_RATE):
                continue
            yield _said(f"{before} {unit}", _UNITS[unit])
