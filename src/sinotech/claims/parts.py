"""The parts of a claim that can be true or false by themselves."""

import re

from sinotech.prose.grammar import CLAUSE_BREAKS, FINITE, SURE_ATTRIBUTING

MAX_PARTS = 8
"""Parts of a claim that are judged; what is beyond is said not to have been read."""

_SENTENCES = re.compile(
    r"(?<=[^\W\d][.!?])\s+(?=[\"“A-Z0-9])|[;；。！？\n]+|(?<=[a-z\d])[.]\s+(?=[A-Z])"
)
_CLAUSES = re.compile(
    r",?\s+(?:while|whereas|but)\s+|,\s+and\s+(?:also\s+)?|\s+and\s+(?:also\s+)?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SAID = re.compile(
    rf"^.{{2,120}}?\b(?:{'|'.join(sorted(SURE_ATTRIBUTING))})\b(?=\s+(?:that\b)?)"
)
_PRONOUNS = frozenset("it they he she".split())
_LEAST_WORDS = 3
_UNTIL = re.compile(r",|\band\b")
_VERB_AFTER_COMMA = 9
_VERB_WITHIN = 5
"""Words after *and* within which a verb must stand for a clause to begin there."""


def split_claim(claim: str) -> list[str]:
    """Return the parts of *claim*: sentences, and clauses that have a verb each.

    >>> split_claim("China signed 119 agreements, and it takes part in 60 programs.")
    ['China signed 119 agreements', 'China takes part in 60 programs.']
    >>> split_claim("China and Brazil launched a center for research and innovation.")
    ['China and Brazil launched a center for research and innovation.']
    """
    parts: list[str] = []
    for sentence in _SENTENCES.split(claim):
        if sentence and sentence.strip():
            parts += _with_subject(_clauses(sentence.strip()))
    return parts


def _with_subject(clauses: list[str]) -> list[str]:
    """Return *clauses*, those without a subject of their own with that of the first."""
    said = _SAID.match(clauses[0])
    if said:
        return clauses[:1] + [f"{said.group()} that {one}" for one in clauses[1:]]
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


def _subject(clause: str) -> str:
    """Return the words of *clause* before its first finite verb; maybe none."""
    for match in _WORDS.finditer(clause):
        if match.group().lower() in FINITE:
            return clause[: match.start()].strip()
    return ""


def _clauses(sentence: str) -> list[str]:
    """Return the clauses of *sentence*; it stays whole where that is not sure."""
    parts = []
    begin = 0
    for match in _CLAUSES.finditer(sentence):
        before, after = sentence[begin : match.start()], sentence[match.end() :]
        joint = match.group().strip(" ,").split(" ")[0].lower()
        if _joins_names(before, after):
            continue
        if _has_verb(before, None) and _opens_clause(
            after, joint, comma=match.group().lstrip().startswith(",")
        ):
            parts.append(before.strip())
            begin = match.end()
    parts.append(sentence[begin:].strip())
    return (
        parts
        if all(len(part.split()) >= _LEAST_WORDS for part in parts)
        else [sentence]
    )


def _joins_names(before: str, after: str) -> bool:
    """Whether *and* stands between two names: ``Belt and Road``."""
    words = _WORDS.findall(before)
    return (
        bool(words)
        and words[-1][:1].isupper()
        and after[:1].isupper()
        and len(words) > 1
    )


def _has_verb(text: str, within: int | None) -> bool:
    words = [word.lower() for word in _WORDS.findall(text)][:within]
    return any(word in FINITE for word in words)


def _opens_clause(text: str, joint: str, *, comma: bool) -> bool:
    """Whether a clause begins with *text*, after the word *joint*."""
    if joint in CLAUSE_BREAKS:
        return _has_verb(text, None)
    words = _WORDS.findall(text)
    if words and words[0].lower() in FINITE:
        return True
    return _has_verb(
        _UNTIL.split(text)[0], _VERB_AFTER_COMMA if comma else _VERB_WITHIN
    )
