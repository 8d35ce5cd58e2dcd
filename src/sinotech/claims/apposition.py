"""What a claim says in passing of a person it names, beside their name.

``Chang, the minister of science of Malaysia, …`` says where that person is from. What
is said so is peeled off with the speaker, and compared with no record otherwise.
"""

from sinotech.prose.verbs import AUXILIARIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from sinotech.claims.reading import Mention, Sentence
    from sinotech.claims.session import Session

_OFFICES = frozenset(
    """minister president premier ambassador envoy secretary governor mayor official
    diplomat director head chief chair chairman chairwoman chairperson executive ceo
    professor scientist researcher engineer entrepreneur businesswoman businessman
    lecturer student commissioner representative""".split()
)
"""What somebody may be *of* a country."""

_ENDING = frozenset("who whom whose which that said says told met".split())
"""Words that end what is said in passing."""

_LONGEST = 14
"""Words of an apposition, at most."""


def strangers(session: "Session", sentence: "Sentence") -> "Iterator[tuple[str, str]]":
    """Yield each apposition that has a person be of a country other than recorded.

    With it comes where the records have that person from. Somebody of whom no country
    is recorded may be of any.
    """
    for person in sentence.mentions:
        if person.kinds != {"person"} or len(person.ids) != 1:
            continue
        (id_,) = person.ids
        country = (session.record(id_) or {}).get("country")
        last = _end_of_apposition(sentence, person)
        if not country or not last:
            continue
        beside = [m for m in sentence.mentions if person.last < m.first <= last]
        lands = [m for m in beside if "country" in m.kinds]
        if lands and all(country["id"] not in m.ids for m in lands):
            yield sentence.within(person.first, last), str(country["name"])


def _end_of_apposition(sentence: "Sentence", person: "Mention") -> int:
    """Return the last token of what stands between commas behind a name; 0 if nothing.

    It names an office, and no verb. There may be commas in it: ``minister of science,
    technology and innovation of Malaysia``.
    """
    tokens, at = sentence.tokens, person.last + 1
    if at >= len(tokens) or "," not in _gap(sentence, at):
        return 0
    last, is_office = 0, False
    for end in range(at, min(at + _LONGEST, len(tokens) - 1)):
        word = tokens[end].word
        if word in _ENDING or word in AUXILIARIES or word.endswith("ed"):
            break
        is_office |= word in _OFFICES
        if is_office and "," in _gap(sentence, end + 1):
            last = end
    return last


def _gap(sentence: "Sentence", at: int) -> str:
    """Return what stands between a token and the one before it."""
    tokens = sentence.tokens
    return sentence.text[tokens[at - 1].end : tokens[at].start]
