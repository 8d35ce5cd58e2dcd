"""The parts of a claim that can be true or false by themselves."""

from sinotech.prose.grammar import CLAUSE_BREAKS, FINITE, SURE_ATTRIBUTING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PARTS = 8
"""Parts of a claim that are judged; what is beyond is said not to have been read."""

_BREAKS = frozenset(";；。！？\n")
_STOPS = frozenset(".!?")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_OPENING = _CAPITALS | frozenset('0123456789"“')
_JOINTS = CLAUSE_BREAKS | {"and"}
_INNER = frozenset("'’-")
"""What may stand inside a word."""

_PRONOUNS = frozenset("it they he she".split())
_LEAST_WORDS = 3
_VERB_AFTER_COMMA = 9
_VERB_WITHIN = 5
"""Words after *and* within which a verb must stand for a clause to begin there."""

_SAID_FROM, _SAID_TO = 2, 120
"""Characters before the verb of a clause that says whose words follow."""


def split_claim(claim: str) -> list[str]:
    """Return the parts of *claim*: sentences, and clauses that have a verb each.

    >>> split_claim("China signed 119 agreements, and it takes part in 60 programs.")
    ['China signed 119 agreements', 'China takes part in 60 programs.']
    >>> split_claim("China and Brazil launched a center for research and innovation.")
    ['China and Brazil launched a center for research and innovation.']
    """
    parts: list[str] = []
    for sentence in _sentences(claim):
        if sentence.strip():
            parts += _with_subject(_clauses(sentence.strip()))
    return parts


def _sentences(text: str) -> "Iterator[str]":
    """Yield what stands between the ends of sentences."""
    begin = 0
    for at, char in enumerate(text):
        if at >= begin and (char in _BREAKS or char == "." or char.isspace()):
            end = _end_of_break(text, at)
            if end > at:
                yield text[begin:at]
                begin = end
    yield text[begin:]


def _end_of_break(text: str, at: int) -> int:
    """Return where a break between sentences at *at* ends; *at* if there is none."""
    end = at
    if text[at] in _BREAKS:
        while text[end : end + 1] in _BREAKS:
            end += 1
        return end
    before, last = text[max(at - 1, 0) : at], text[max(at - 2, 0) : at - 1]
    if text[at] == ".":
        end = _after_spaces(text, at + 1)
        plain = before in _SMALL or before.isdecimal()
        opens = end > at + 1 and text[end : end + 1] in _CAPITALS
    else:
        end = _after_spaces(text, at)
        letter = last == "_" or (last.isalnum() and not last.isdecimal())
        plain = before in _STOPS and letter
        opens = text[end : end + 1] in _OPENING
    return end if plain and opens else at


def _after_spaces(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _with_subject(clauses: list[str]) -> list[str]:
    """Return *clauses*, those without a subject of their own with that of the first."""
    if len(clauses) == 1:
        return clauses
    if said := _said(clauses[0]):
        return clauses[:1] + [f"{said} that {one}" for one in clauses[1:]]
    subject = _subject(clauses[0])
    made = clauses[:1]
    for clause in clauses[1:]:
        first, _, rest = clause.partition(" ")
        if first.lower() in FINITE and subject:
            made.append(f"{subject} {clause}")
        elif first.lower() in _PRONOUNS and subject and rest:
            made.append(f"{subject} {rest}")
        else:
            made.append(clause)
    return made


def _said(clause: str) -> str:
    """Return *clause* up to the verb that makes what follows somebody's words."""
    for start, piece in _pieces(clause):
        end = begin = len(piece)
        while begin and (piece[begin - 1].isalnum() or piece[begin - 1] == "_"):
            begin -= 1
        within = _SAID_FROM <= start + begin <= _SAID_TO
        if piece[begin:] in SURE_ATTRIBUTING and within and start + end < len(clause):
            return clause[: start + end]
    return ""


def _subject(clause: str) -> str:
    """Return the words of *clause* before its first finite verb; maybe none."""
    for start, word in _words(clause):
        if word.lower() in FINITE:
            return clause[:start].strip()
    return ""


def _clauses(sentence: str) -> list[str]:
    """Return the clauses of *sentence*; it stays whole where that is not sure."""
    parts = []
    begin = 0
    for start, end, joint in _joints(sentence):
        before, after = sentence[begin:start], sentence[end:]
        if _joins_names(before, after):
            continue
        comma = sentence[start] == ","
        if _has_verb(before, None) and _opens_clause(after, joint, comma=comma):
            parts.append(before.strip())
            begin = end
    parts.append(sentence[begin:].strip())
    return (
        parts
        if all(len(part.split()) >= _LEAST_WORDS for part in parts)
        else [sentence]
    )


def _joints(sentence: str) -> "Iterator[tuple[int, int, str]]":
    """Yield each word that may join clauses, from the comma or space before it on."""
    pieces = [*_pieces(sentence), (len(sentence), "")]
    free = 0
    for at in range(1, len(pieces) - 2):
        start, joint = pieces[at][0], pieces[at][1].lower()
        if joint not in _JOINTS or start == free:
            continue
        also = joint == "and" and pieces[at + 1][1].lower() == "also"
        free = pieces[at + (2 if also and at + 3 < len(pieces) else 1)][0]
        last, before = pieces[at - 1]
        yield last + len(before) - before.endswith(","), free, joint


def _pieces(text: str) -> "Iterator[tuple[int, str]]":
    """Yield what stands between spaces, and where it begins."""
    at = 0
    for piece in text.split():
        at = text.index(piece, at)
        yield at, piece
        at += len(piece)


def _words(text: str) -> "Iterator[tuple[int, str]]":
    """Yield each word and where it begins; signs inside it belong to it."""
    begin = -1
    for at, char in enumerate(text):
        if char.isalnum():
            begin = at if begin < 0 else begin
        elif begin >= 0 and not (char in _INNER and text[at + 1 : at + 2].isalnum()):
            yield begin, text[begin:at]
            begin = -1
    if begin >= 0:
        yield begin, text[begin:]


def _joins_names(before: str, after: str) -> bool:
    """Whether *and* stands between two names: ``Belt and Road``."""
    words = [word for _, word in _words(before)]
    return (
        bool(words)
        and words[-1][:1].isupper()
        and after[:1].isupper()
        and len(words) > 1
    )


def _has_verb(text: str, within: int | None) -> bool:
    words = [word.lower() for _, word in _words(text)][:within]
    return any(word in FINITE for word in words)


def _opens_clause(text: str, joint: str, *, comma: bool) -> bool:
    """Whether a clause begins with *text*, after the word *joint*."""
    if joint in CLAUSE_BREAKS:
        return _has_verb(text, None)
    first = next(_words(text), (0, ""))[1]
    if first.lower() in FINITE:
        return True
    within = _VERB_AFTER_COMMA if comma else _VERB_WITHIN
    return _has_verb(_until_joint(text), within)


def _until_joint(text: str) -> str:
    """Return *text* up to its first comma or *and*."""
    text = text.partition(",")[0]
    for start, word in _words(text):
        for at, one in _apart(word):
            if one == "and":
                return text[: start + at]
    return text


def _apart(word: str) -> "Iterator[tuple[int, str]]":
    """Yield what stands between the signs inside *word*, and where."""
    at = 0
    for one in word.replace("’", "-").replace("'", "-").split("-"):
        yield at, one
        at += len(one) + 1
