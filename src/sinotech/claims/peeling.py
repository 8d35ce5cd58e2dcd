"""A sentence peeled into pieces that each say one thing, with the subject they share.

News packs several statements into a sentence: it opens with a participle or an
adverbial, adds a relative clause, lists what one subject did, and closes with what came
of it. A record states one of these. Each piece is made of words of the sentence, its
subject first, so that a record can be compared with it.
"""

from sinotech.prose.numbers import SPELT
from sinotech.prose.tokens import tokenise
from sinotech.prose.verbs import AUXILIARIES, FINITE, PLAIN, SURE_ATTRIBUTING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sinotech.prose.time import Time

MAX_PIECES = 8
"""Pieces of a sentence that are judged; of what is beyond, a note is made."""

_NOUN = 8
"""Words of a noun, at most, that a relative clause is about."""

_LEAST = 3
"""Words of a piece beyond its subject; fewer say nothing by themselves."""

_STEPS = frozenset("step move decision development change sign measure result".split())
_OWNING = frozenset(("its", "their"))
_RELATIVES = frozenset("which who whose where".split())
_JOINTS = frozenset("and but while whereas then".split())
_OPENERS = frozenset(
    """in at on by since from during after before under with for as within across amid
    through over until throughout ahead following according once when""".split()
)
"""Words that begin an adverbial, which belongs to what it stands beside."""

_ASIDES = frozenset(
    """however moreover additionally furthermore meanwhile besides also indeed instead
    nevertheless nonetheless similarly likewise overall notably looking""".split()
)
"""Words that open a sentence and say only how it follows on the one before."""

_ASIDE_PHRASES = (
    ("for", "example"),
    ("for", "instance"),
    ("in", "addition"),
    ("in", "other", "words"),
    ("in", "fact"),
    ("of", "course"),
    ("as", "a", "result"),
    ("on", "the", "other", "hand"),
)
_EXAMPLES = frozenset("including such namely notably especially particularly".split())
"""Words that begin examples of what stands before."""

_COUNTS = frozenset(SPELT[1:])

_YEAR = 4
"""Digits of a year."""

_OBJECTS = frozenset(
    """the a an its their more over nearly almost about some around up two three four
    five six seven eight nine ten dozens hundreds thousands millions""".split()
)
"""Words with which what is done something to begins."""

_NO_PARTICIPLES = frozenset(
    """during including regarding concerning according notwithstanding spring string
    thing something anything nothing everything king ring wing being need speed seed
    hundred kindred indeed feed breed bed red led beijing chongqing nanjing kunming
    xiamen""".split()
)
_ACTIVITIES = frozenset(
    """manufacturing mining engineering farming training housing computing processing
    banking shipping building meeting fishing funding planning""".split()
)
_NO_PARTICIPLES |= _ACTIVITIES
"""Words in *-ing* and *-ed* that are mostly nouns, or names."""


class _Row:
    """The tokens of a sentence, and what stands between them."""

    def __init__(self, text: str) -> None:
        self.text, self.tokens = text, tokenise(text)
        self.words = [token.word for token in self.tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def gap(self, at: int) -> str:
        """Return what stands before the token *at*."""
        start = self.tokens[at - 1].end if at else 0
        return self.text[start : self.tokens[at].start]

    def within(self, first: int, stop: int) -> str:
        """Return the text of the tokens from *first* up to *stop*."""
        if first >= stop:
            return ""
        end = self.tokens[stop - 1].end
        closing = self.text[end : end + 2]
        end += (
            2 if closing in {"'s", "’s"} else 1 if closing[:1] in {")", '"', "”"} else 0
        )
        return self.text[self.tokens[first].start : end]


class Piece:
    """A piece of a sentence; its first *carried* characters are from elsewhere.

    A relative clause may be about the subject, or as *other* has it about what stands
    before it. *days* are those that the whole sentence gives; *subject* is that of what
    goes on behind it, if it has one of its own.
    """

    __slots__ = ("carried", "days", "other", "subject", "text")

    def __init__(
        self, text: str, carried: int = 0, other: "Piece | None" = None
    ) -> None:
        """Hold the text, and how much of it is a subject that stands elsewhere."""
        self.text, self.carried, self.other = text, carried, other
        self.days: Sequence[Time] = ()
        self.subject = ""


def peel(sentence: str, *, finely: bool = True) -> list[Piece]:
    """Return the pieces of *sentence*; itself alone if it says one thing.

    Unless *finely*, it is cut at its commas alone, and not before *and*.

    >>> for piece in peel("Backed by ten nations, the SKA, which is new, will be big."):
    ...     print(piece.text[: piece.carried], "|", piece.text[piece.carried :])
    the SKA |  Backed by ten nations
    the SKA |  is new
    the SKA |  will be big
    >>> [one.text for one in peel("China trained 81 people and founded nine centers.")]
    ['China trained 81 people', 'China founded nine centers']
    """
    row = _Row(sentence)
    if len(row) < 2 * _LEAST:
        return [Piece(sentence)]
    return _Peeler(row, finely=finely).pieces() or [Piece(sentence)]


def subject_of(sentence: str) -> tuple[int, int]:
    """Return where the subject of *sentence* begins and ends; no verb, no subject.

    >>> text = "In 2016, China and Kenya, old friends, founded a laboratory."
    >>> text[slice(*subject_of(text))], subject_of("Old friends in Kenya")
    ('China and Kenya', (0, 0))
    """
    row = _Row(sentence)
    return _Peeler(row, finely=False).subject() if len(row) else (0, 0)


class _Peeler:
    """Finds the pieces of one sentence."""

    def __init__(self, row: _Row, *, finely: bool) -> None:
        self.row = row
        self.starts = list(_segments(row, finely=finely))
        self.segments: list[tuple[int, int]] = []

    def pieces(self) -> list[Piece]:
        """Return the pieces, each with the subject."""
        return self._made(*self._parted())

    def subject(self) -> tuple[int, int]:
        """Return where what stands before the first verb begins and ends.

        Openings are left out, and what is added to it: ``China, a state, has``.
        """
        row, (_, segments) = self.row, self._parted()
        first, stop = segments[0] if segments else (0, 0)
        verb = _finite_at(row, first, stop)
        if verb is None and not _finite_at(row, stop, len(row)):
            return 0, 0
        last = row.tokens[(verb or stop) - 1]
        return row.tokens[first].start, last.end + 2 * last.owns

    def _parted(self) -> "tuple[list[tuple[int, int]], list[tuple[int, int]]]":
        """Return the segments that open the sentence, and the others."""
        segments = list(
            zip(self.starts, [*self.starts[1:], len(self.row)], strict=True)
        )
        segments = [_without_aside(self.row, *one) for one in segments]
        segments = self._merged([one for one in segments if one[0] < one[1]])
        openings: list[tuple[int, int]] = []
        while len(segments) > 1 and self._opens(segments[0]):
            openings.append(segments.pop(0))
        return openings, segments

    def _merged(self, segments: "Sequence[tuple[int, int]]") -> list[tuple[int, int]]:
        """Return the segments, those that only give examples with the one before."""
        merged: list[tuple[int, int]] = []
        listing = False
        for first, stop in segments:
            examples = bool(merged) and (
                self.row.word(first) in _EXAMPLES or self._lists(merged, first)
            )
            alone = examples and len(merged) == 1 and not self._opens(merged[0])
            if alone and not _finite_at(self.row, *merged[0]):
                listing = True  # "Five countries, namely A, B and C, joined"
            if examples or listing:
                merged[-1] = (merged[-1][0], stop)
                listing = listing and not _is_verb(self.row, first)
            else:
                merged.append((first, stop))
        return merged

    def _lists(self, merged: "Sequence[tuple[int, int]]", first: int) -> bool:
        """Whether a dash begins a list of those counted: ``Two states – Egypt, …``."""
        counted = self.row.word(merged[0][0])
        dashed = any(sign in self.row.gap(first) for sign in "–—:")
        return dashed and (counted in _COUNTS or counted.isdecimal())

    def _opens(self, segment: tuple[int, int]) -> bool:
        """Whether a segment is an adverbial, or a participle with what follows it."""
        first, stop = segment
        if self.row.word(first) in _OPENERS:
            return not _finite_at(self.row, first, stop) or self.row.word(first) in {
                "as",
                "since",
                "after",
                "before",
                "while",
                "once",
                "when",
            }
        return _is_participle(self.row, first) and not (
            _finite_at(self.row, first + 1, stop)
        )

    def _made(
        self, openings: "Sequence[tuple[int, int]]", segments: "list[tuple[int, int]]"
    ) -> list[Piece]:
        row, self.segments = self.row, segments
        if not segments:
            return []
        verb = _finite_at(row, *segments[0])
        subject = row.within(segments[0][0], verb or segments[0][1])
        said = _speaker_of(subject, row, verb)
        made, lead = self._opened(openings, subject)
        current = Piece("")
        for at, (first, stop) in enumerate(segments):
            begins, skip = self._begins(first, stop, first_one=at == 0)
            text = row.within(first + skip, stop)
            if not begins:
                joint = ", " if current.text else ""
                current = Piece(f"{current.text}{joint}{text}", current.carried)
                continue
            made.append(current)
            own = _finite_at(row, first + skip, stop)
            if not at:
                current = Piece(f"{lead}{text}")
            elif begins == "where":
                current = self._of_place(first, text, own)
            elif begins == "clause" and own is not None:
                current = Piece(f"{said}{text}")
                subject = subject if said else row.within(first + skip, own)
            else:
                shared = current.subject if self._goes_on(first) else ""
                current = self._of_subject(first, text, shared or subject)
        made.append(current)
        return [
            one
            for one in made
            if len(one.text[one.carried :].split()) >= _LEAST - 1
            and not (one.text == subject and len(made) > 1)
        ]

    def _goes_on(self, first: int) -> bool:
        """Whether a verb shares the subject of the piece before: ``and hold``."""
        return self.row.word(first) in _JOINTS and "," not in self.row.gap(first)

    def _of_subject(self, first: int, text: str, subject: str) -> Piece:
        """Return a piece of the *subject* that stands elsewhere."""
        made = Piece(f"{subject} {text}", len(subject))
        if self.row.word(first) in _RELATIVES:
            made.other = self._of_noun(first, text, subject)
        return made

    def _of_place(self, first: int, text: str, own: int | None) -> Piece:
        """Return a clause with *where* and a subject of its own, about what it names.

        What goes on without a comma is of that subject, too.
        """
        made = self._of_noun(first, text, "") or Piece(text)
        clause = self.row.within(first + 1, own or first + 1)
        made.subject = f"{made.text[: made.carried]} {clause}".strip()
        return made

    def _of_noun(self, first: int, text: str, subject: str) -> Piece | None:
        """Return the relative clause *text* with the noun before it as its subject."""
        row, start = self.row, first
        while start and first - start < _NOUN and not self._bounds(start, first):
            start -= 1
        noun = row.within(start, first)
        if not noun or noun == subject or start == first:
            return None
        return Piece(f"{noun} {text}", len(noun))

    def _bounds(self, at: int, first: int) -> bool:
        """Whether a noun that ends before *first* cannot begin before *at*."""
        row, before = self.row, self.row.word(at - 1)
        if at < first and any(sign in row.gap(at) for sign in ",;:()"):
            return True
        return before in _OPENERS | {"of", "to"} or _is_verb(row, at - 1)

    def _opened(
        self, openings: "Sequence[tuple[int, int]]", subject: str
    ) -> tuple[list[Piece], str]:
        """Return the openings that say something by themselves, and the others."""
        made: list[Piece] = []
        lead = ""
        for first, stop in openings:
            text = self.row.within(first, stop)
            if subject and self._is_range(first):
                made += self._ranged(first, stop, subject)
                continue
            if self._is_measured(first, stop):
                made.append(Piece(self.row.within(first + 1, stop)))
            alone = _is_participle(self.row, first) or self.row.word(first) == "with"
            if alone and subject and stop - first > _LEAST:
                made.append(Piece(f"{subject} {text}", len(subject)))
            else:
                lead = f"{lead}{text}, "
        return made, lead

    def _is_measured(self, first: int, stop: int) -> bool:
        """Whether an opening says how large something of somebody's is.

        That is so by itself: ``In Acme's 60,000-square-meter plant``.
        """
        tokens = self.row.tokens
        return self.row.word(first) in _OPENERS and any(
            tokens[at].owns
            and tokens[at].is_capital
            and tokens[at + 1].kind == "number"
            for at in range(first + 1, stop - 1)
        )

    def _is_range(self, first: int) -> bool:
        """Whether an opening goes from one thing to another: ``From selling … to``."""
        return self.row.word(first) == "from" and _is_participle(self.row, first + 1)

    def _ranged(self, first: int, stop: int, subject: str) -> "Iterator[Piece]":
        """Yield each of the things that such an opening has the subject do."""
        row, begin = self.row, first + 1
        ends = [
            at
            for at in range(begin + 1, stop - 1)
            if row.word(at) == "to" and _is_participle(row, at + 1)
        ]
        for end in [*ends, stop]:
            yield Piece(f"{subject} {row.within(begin, end)}", len(subject))
            begin = end + 1

    def _begins(self, first: int, stop: int, *, first_one: bool) -> tuple[str, int]:
        """Return how a piece begins with a segment, and the words to leave out there.

        That is ``verb`` if it shares the subject, ``clause`` if it has its own, as has
        one with ``where``, or nothing if the segment belongs to the one before.
        """
        row = self.row
        if first_one:
            return "clause", 0
        skip = 1 if row.word(first) in _JOINTS else 0
        word = row.word(first + skip)
        if word == "also":
            skip += 1
            word = row.word(first + skip)
        if word in _RELATIVES:
            own = _finite_at(row, first + 1, stop) or 0
            placed = word == "where" and own > first + 1
            return "where" if placed else "verb", skip + (word != "whose")
        noun, that = (row.word(first + skip + at) for at in (1, 2))
        if word in {"a", "an"} and noun in _STEPS and that in {"that", "which"}:
            return "verb", skip + 3  # "…, a step that the paper called"
        having = word in _OWNING and "having" in row.words[first : first + _NOUN]
        at = first + skip  # "…, its laboratory having been founded in 2020"
        if having or _is_verb(row, at) or _is_participle(row, at):
            return "verb", skip
        begun = _finite_at(row, self.segments[0][0], first)
        if skip and begun and _finite_at(row, first + skip, stop):
            return "clause", skip
        return "", 0


def _speaker_of(subject: str, row: _Row, verb: int | None) -> str:
    """Return the words that make all that follows somebody's: ``X said that ``."""
    if verb is None or row.word(verb) not in SURE_ATTRIBUTING:
        return ""
    return f"{subject} {row.word(verb)} that "


def _segments(row: _Row, *, finely: bool) -> "Iterator[int]":
    """Yield where segments begin: after commas, dashes, and joints before verbs.

    No clause ends before *and* that has no verb yet: ``while A and B thrive``.
    """
    begun = 0
    for at in range(len(row)):
        gap = row.gap(at) if at else ""
        if (
            at == 0
            or any(sign in gap for sign in ",;:—–()")
            or " - " in gap
            or (finely and row.word(at) in _JOINTS and _joins_clauses(row, at))
        ):
            opened = row.word(begun) in {"while", "whereas", "but"}
            if row.word(at) == "and" and opened and not _finite_at(row, begun, at):
                continue
            begun = at
            yield at


def _joins_clauses(row: _Row, at: int) -> bool:
    """Whether the joint at *at* has a verb behind it that begins a piece."""
    following = at + 1 + (row.word(at + 1) == "also")
    if _is_verb(row, following):
        return True
    if row.word(at) in {"while", "whereas", "but"}:
        stop = _next_comma(row, following, joints=False)
        return _finite_at(row, following, stop) is not None
    stop = min(_next_comma(row, following), following + 6)
    capital = (
        row.tokens[at - 1].is_capital and row.tokens[following].is_capital
        if (following < len(row))
        else False
    )
    own = _finite_at(row, following, stop)
    return own is not None and own > following and not capital


def _next_comma(row: _Row, at: int, *, joints: bool = True) -> int:
    """Return where the next comma stands, or, with *joints*, the next joint."""
    for i in range(at + 1, len(row)):
        if "," in row.gap(i) or (joints and row.word(i) in _JOINTS):
            return i
    return len(row)


def _finite_at(row: _Row, first: int, stop: int) -> int | None:
    """Return where the first finite verb from *first* up to *stop* stands."""
    for at in range(first, min(stop, len(row))):
        if _is_verb(row, at) and at > first:
            return at
    return None


_NO_VERB_AFTER = frozenset(
    """the a an its their his her of these those this our to in for new joint more most
    by with and or""".split()
)


_NO_NOUNS = frozenset(
    """takes gives makes brings sends becomes participates belongs involves includes
    provides maintains contributes cooperates exceeds follows publishes operates remains
    relies represents supplies receives describes allows enables runs counts""".split()
)
"""Verbs that are no plurals of nouns, so that ``and takes`` begins a clause."""


def _is_verb(row: _Row, at: int) -> bool:
    """Whether a finite verb stands at *at*."""
    word = row.word(at)
    if word not in FINITE:
        return word in PLAIN and _follows_plural(row, at)
    if row.tokens[at].is_capital and at:
        return False
    if word in AUXILIARIES:
        return True
    before = row.word(at - 1)
    if word.endswith("s") and at and "," not in row.gap(at) and _counts(row, at - 1):
        return False  # "40 states"
    joined = before == "and" and (
        word.endswith("ed") or word in _NO_NOUNS or "," in row.gap(at - 1)
    )
    return joined or before not in _NO_VERB_AFTER


def _counts(row: _Row, at: int) -> bool:
    """Whether the token at *at* is a number, and hardly a year."""
    token = row.tokens[at]
    year = token.kind == "number" and len(token.text) == _YEAR
    return token.word in _COUNTS or (token.kind == "number" and not year)


def _follows_plural(row: _Row, at: int) -> bool:
    """Whether a verb at *at* has a plural for its subject: ``governments stand at``.

    So has one that is joined to such a verb: ``firms jointly own 9 and hold the rest``.
    """
    if not at or not (_has_object(row, at) or row.word(at + 1) in _OPENERS | {"to"}):
        return False
    if row.word(at - 1) == "and":
        return any(_is_verb(row, before) for before in range(1, at - 1))
    before = row.word(at - 1 - row.word(at - 1).endswith("ly"))
    return before.endswith("s") and not before.endswith(("ss", "us", "is"))


def _has_object(row: _Row, at: int) -> bool:
    """Whether an article or a number follows the word at *at*."""
    following = row.word(at + 1)
    return following in _OBJECTS or (
        row.tokens[at + 1 : at + 2] != [] and (row.tokens[at + 1].kind == "number")
    )


def _is_participle(row: _Row, at: int) -> bool:
    """Whether a participle that begins a phrase is at *at*: ``helping``, ``held``."""
    word = row.word(at)
    if row.word(at) in {"also", "thus", "thereby", "officially"}:
        word = row.word(at + 1)
    if word in _ACTIVITIES and "," in row.gap(at) and _has_object(row, at):
        return True  # "…, training over 80 people"
    if word in _NO_PARTICIPLES or len(word) < 4:  # noqa: PLR2004
        return word == "led" and at > 0
    following = row.word(at + 1)
    if word.endswith("ing"):
        return following not in {"is", "are", "was", "were", "has", "will"}
    return word.endswith("ed") or word in {
        "held",
        "built",
        "known",
        "set",
        "made",
        "begun",
    }


def _without_aside(row: _Row, first: int, stop: int) -> tuple[int, int]:
    """Return a segment without words that only tie it to what came before."""
    if first == 0:
        for phrase in _ASIDE_PHRASES:
            if tuple(row.words[: len(phrase)]) == phrase:
                return len(phrase), stop
        if row.word(0) in _ASIDES and stop == 1:
            return 1, 1
    return first, stop
