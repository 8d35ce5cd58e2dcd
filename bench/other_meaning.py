"""Ways to change a true claim so that it is supported no longer."""

import re
from collections.abc import Iterator
from functools import wraps
from itertools import combinations

from same_meaning import PROVINCES
from verb_forms import (
    BE,
    EVENTS,
    HAVE,
    INDEX,
    IRREGULAR,
    KNOWN,
    OPPOSITES,
    Verb,
    forms,
    helps,
    is_relative,
    tail,
    unrelated,
    verbs,
)
from wordings import (
    MONTHS,
    Change,
    Name,
    Names,
    Number,
    choice,
    in_words,
    lowered,
    numbers,
    replaced,
)

DEMONYMS = {
    "ar": ("Argentina", "Argentine"),
    "at": ("Austria", "Austrian"),
    "au": ("Australia", "Australian"),
    "br": ("Brazil", "Brazilian"),
    "ca": ("Canada", "Canadian"),
    "cg": ("Congo", "Congolese"),
    "cm": ("Cameroon", "Cameroonian"),
    "cn": ("China", "Chinese"),
    "de": ("Germany", "German"),
    "eg": ("Egypt", "Egyptian"),
    "es": ("Spain", "Spanish"),
    "et": ("Ethiopia", "Ethiopian"),
    "fr": ("France", "French"),
    "gb": ("Britain", "British"),
    "hu": ("Hungary", "Hungarian"),
    "in": ("India", "Indian"),
    "ir": ("Iran", "Iranian"),
    "it": ("Italy", "Italian"),
    "jp": ("Japan", "Japanese"),
    "ke": ("Kenya", "Kenyan"),
    "kh": ("Cambodia", "Cambodian"),
    "kz": ("Kazakhstan", "Kazakh"),
    "la": ("Laos", "Laotian"),
    "my": ("Malaysia", "Malaysian"),
    "ng": ("Nigeria", "Nigerian"),
    "pk": ("Pakistan", "Pakistani"),
    "ru": ("Russia", "Russian"),
    "sa": ("Saudi Arabia", "Saudi"),
    "th": ("Thailand", "Thai"),
    "us": ("the United States", "American"),
    "uy": ("Uruguay", "Uruguayan"),
    "za": ("South Africa", "South African"),
    "africa": ("Africa", "African"),
    "europe": ("Europe", "European"),
    "asia": ("Asia", "Asian"),
}
"""Countries and parts of the world, and their adjectives."""

CITIES = (*sorted(PROVINCES), "Shanghai", "Harbin", "Lanzhou", "Chongqing", "Tianjin")
ORDINALS = """second third fourth fifth sixth seventh eighth ninth tenth
    eleventh twelfth
    """.split()

_LISTED = re.compile(
    r"[\s,;()–—-]*(?:(?:and|or|as well as|alongside|together with|along with|the|both"
    r"|in [A-Z]\w+)\b"
    r"[\s,;()–—-]*)*"
)
_MUTUAL = re.compile(
    r"cooperat|collaborat|partner|team(?:ed|s|ing)? up|\blink|connect|agreement|accord"
    r"|\bpact|joint|\bties\b|relations|sign(?:ed|s)\b|work(?:ed|s|ing)? with|together"
    r"|shared with|between|trade|exchange|carry out|carried out|side by side"
)
"""What is true of two whichever is named first."""

_ARTICLED = re.compile(
    r"(?:Republic|Congo Rep|United|Emirates|Belt and Road|BRI\b|European Union"
    r"|African (?:Union|cont)|Chengdu Decl|Recommendation|Federal|Chinese Academy"
    r"|U\.?S\.?\b|Square)"
)
"""Names that have an article."""

_FREE = re.compile(
    r"\b(?:in|of|by|from|to|for|at|with|under|across|and|behind|near|around)\s$"
)
"""After which a name that has an article takes it."""

_EARLIER = re.compile(r"(?:after|until|beyond|Five-Year|FY)\s$", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w,.$€/-])(?:19|20)\d\d(?![\w,.]*\d)(?![\w%/-])")
_UNIT = re.compile(
    r"^ (?:years?|months?|days?|weeks?|percent|per|ton(?:ne)?s?|yuan|dollars?"
    r"|hectares?|times?|square|million|billion|hundred|thousand|hours?|decades?"
    r"|kilometers?|meters?)\b"
)
_UNIQUE = frozenset("found host lead head launch announce hold start establish".split())
"""What one alone may have done, so that *only* makes it no less true."""

_DENIED = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|false|myth|isn't|aren't"
    r"|doesn't|didn't|hasn't|haven't|don't|isn’t|aren’t|doesn’t|don’t|cannot|can't)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:\b(?:who|which|that|what|whose|where|when|there it)\s)$")


_UNTRUE = re.compile(r"\b(?:not true|false|myth)\b")


def undenied(change: Change) -> Change:
    """Leave claims alone that deny something: another thing may be denied as truly."""

    @wraps(change)
    def unless_denied(claim: str, names: Names) -> str | None:
        return None if _DENIED.search(claim) or "?" in claim else change(claim, names)

    return unless_denied


# --- names ---------------------------------------------------------------------------


def names_exchanged(claim: str, names: Names) -> str | None:
    """Exchange two names: the first two that can be."""
    return next(_exchanged(claim, names), None)


def others_exchanged(claim: str, names: Names) -> str | None:
    """Exchange two names: the last two that can be, if there are others."""
    *others, last = ["", *_exchanged(claim, names)]
    return last if len(others) > 1 else None


def _exchanged(claim: str, names: Names) -> Iterator[str]:
    """Yield *claim* with each two names exchanged that can be."""
    if _UNTRUE.search(claim):
        return
    for first, second in combinations(names.said, 2):
        if _exchangeable(claim, names, first, second):
            there, here = _fit(second, first), _fit(first, second)
            if there and here:
                yield _put(_put(claim, second, here), first, there)


def _put(claim: str, place: Name, text: str) -> str:
    """Return *claim* with another name in the place of one, and its article."""
    start = place.start
    has = claim[:start].lower().endswith("the ")
    wants = bool(_ARTICLED.match(text))
    if has and not wants and _ARTICLED.match(place.text):
        start -= len("the ")
    free = not start or _FREE.search(claim[:start])
    article = "the " if wants and not has and free else ""
    return replaced(claim, start, place.end, article + text)


def _exchangeable(claim: str, names: Names, first: Name, second: Name) -> bool:
    """Whether two names are of a kind, and it matters which of them is where."""
    if first.ids & second.ids or not _comparable(first, second):
        return False
    between = claim[first.end : second.start]
    if any(_is_half(claim, one) for one in (first, second)):
        return False
    listed = between
    for one in names.said:
        if first.end <= one.start and one.end <= second.start:
            listed = listed.replace(one.text, "")
    if _LISTED.fullmatch(listed):
        return False
    mutual = re.search(r"\b(?:with|and)\b", between) and _MUTUAL.search(claim)
    mutual = mutual or re.search(r"\b(?:link|connect).* to ", between)
    apposed = re.fullmatch(r"(?:'s|’s) ", between)  # China's FAST, China's BRICS park
    body = any(map(first.is_of, ("organization", "program", "person")))
    inside = body and re.fullmatch(r"(?:,? (?:in|of|at|the))+ ", between)
    return not (mutual or apposed or inside)


def _is_half(claim: str, name: Name) -> bool:
    """Whether a name is half of another: China-Brazil."""
    before, after = claim[: name.start], claim[name.end :]
    return bool(re.search(r"\w[-–]$", before) or re.match(r"[-–][A-Z]", after))


def _comparable(first: Name, second: Name) -> bool:
    """Whether two names may stand in one another's place."""
    kinds = "country group organization person program".split()
    one = {kind for kind in kinds if first.is_of(kind)}
    other = {kind for kind in kinds if second.is_of(kind)}
    land = {"country", "group"}
    return bool(one & other or (one & land and other & land))


def _fit(name: Name, place: Name) -> str | None:
    """Return *name* in the form of *place*: a noun, or the adjective of a country."""
    adjective = _is_adjective(place)
    if _is_adjective(name) == adjective:
        return name.text
    for id_ in name.ids:
        if id_ in DEMONYMS:
            return DEMONYMS[id_][adjective]
    return None


def _is_adjective(name: Name) -> bool:
    return any(name.text == adjective for _, adjective in DEMONYMS.values())


def person_replaced(claim: str, names: Names) -> str | None:
    """Put another person of the record set in the place of one."""
    for one in names.said:
        plain = not re.search('["“”]', claim[max(one.start - 1, 0) : one.end + 1])
        if one.is_of("person") and names.persons and plain:
            fit = [
                person
                for person in names.persons
                if not set(person.split()) & set(claim.split())
            ]
            return replaced(claim, one.start, one.end, choice(claim, fit))
    return None


def place_replaced(claim: str, names: Names) -> str | None:
    """Put another city in the place of one."""
    for match in re.finditer(r"\b[A-Z][a-z]+\b", claim):
        start, end = match.span()
        if match[0] in CITIES and not names.cover(start, end):
            fit = [
                city
                for city in CITIES
                if city not in claim and PROVINCES.get(city, city) not in claim
            ]
            return replaced(claim, start, end, choice(claim, fit))
    return None


# --- verbs ---------------------------------------------------------------------------


@undenied
def verb_unrelated(claim: str, names: Names) -> str | None:
    """Make the main verb one that has nothing to do with it."""
    found = [v for v in verbs(claim, names) if not claim[v.end :].startswith(" that ")]
    if not found:
        return None
    verb = found[0]
    end = tail(claim, verb)
    return replaced(claim, verb.start, end, unrelated(claim, verb))


@undenied
def verb_opposite(claim: str, names: Names) -> str | None:
    """Make the first verb that has an opposite that opposite."""
    for verb in verbs(claim, names):
        if helps(claim, verb):
            other = forms("refuse")[verb.form]
            return replaced(claim, verb.start, verb.end, f"{other} to")
        if verb.lemma in OPPOSITES and tail(claim, verb) == verb.end:
            other = forms(OPPOSITES[verb.lemma])[verb.form]
            return replaced(claim, verb.start, verb.end, other)
    return None


_TURNED = {
    "more than": "fewer than",
    "at least": "at most",
    "upwards of": "fewer than",
    "in excess of": "fewer than",
    "no fewer than": "no more than",
    "over": "under",
}


@undenied
def bound_turned(claim: str, names: Names) -> str | None:
    """Make a lower bound an upper one."""
    for number in numbers(claim, names):
        row = "|".join(_TURNED)
        match = re.search(rf"\b({row}) $", claim[: number.start], re.IGNORECASE)
        if match and number.bound == "lower":
            turned = _TURNED[match[1].lower()]
            if number.percent or _UNIT.match(claim[number.end :]):
                turned = turned.replace("fewer", "less")
            return replaced(claim, match.start(), match.start() + len(match[1]), turned)
    return None


_WORDS = {
    "biggest": "smallest",
    "largest": "smallest",
    "growing": "shrinking",
    "rising": "falling",
    "climbing": "falling",
    "bigger": "smaller",
    "open": "closed",
    "domestic": "foreign",
    "improved": "worsened",
    "young": "elderly",
    "annual": "daily",
    "annually": "daily",
    "foreign": "domestic",
    "abroad": "at home",
    "major": "minor",
    "vital": "negligible",
    "key": "minor",
    "core": "minor",
    "undersea": "overland",
    "success": "failure",
    "green": "coal",
    "peaceful": "military",
    "genuine": "feigned",
    "first": "last",
    "solar": "nuclear",
}


@undenied
def word_opposite(claim: str, names: Names) -> str | None:
    """Make an adjective or adverb its opposite."""
    for match in re.finditer(r"\b[a-z]+\b", claim):
        start, end = match.span()
        before = claim[start - 1 : start]
        if before == "-" or claim[end : end + 1] == "-" or names.cover(start, end):
            continue
        if match[0] in _WORDS:
            return replaced(claim, start, end, _WORDS[match[0]])
    return None


@undenied
def planned(claim: str, names: Names) -> str | None:
    """Plan what is done: ``will build`` for ``built``."""
    for verb in verbs(claim, names):
        if verb.lemma not in EVENTS or verb.form not in {"past", "part"}:
            continue
        base = forms(verb.lemma)["base"]
        if verb.form == "past":
            return replaced(claim, verb.start, verb.end, f"will {base}")
        match = re.search(
            r"\b(has been|have been|was|were|has|have) $", claim[: verb.start]
        )
        if not match:
            return None
        passive = match[1] not in {"has", "have"}
        done = f"will be {forms(verb.lemma)['part']}" if passive else f"will {base}"
        return replaced(claim, match.start(), verb.end, done)
    return None


_PLAN = re.compile(
    r"\b(?P<plan>has pledged|plans?|intends?|wants?|means|aims|hopes|is ready"
    r"|has promised|is prepared|have plans) to (?P<verb>[a-z]+)\b"
    r"|\b(?P<commit>is committed|has committed itself) to (?P<ing>[a-z]+ing)\b"
)


@undenied
def done(claim: str, _names: Names) -> str | None:
    """Have done what is planned: ``has built`` for ``plans to build``."""
    match = _PLAN.search(claim)
    if not match:
        return None
    lemma = match["verb"]
    if match["ing"]:
        stem = match["ing"].removesuffix("ing")
        lemma = stem.removesuffix("tt") + "t" if stem.endswith("tt") else stem
    if lemma not in KNOWN and lemma not in IRREGULAR:
        return None
    one = match["commit"] or (match["plan"].startswith(("has", "is")))
    have = "has" if one or match["plan"].endswith("s") else "have"
    text = f"{have} already {forms(lemma)['part']}"
    return replaced(claim, match.start(), match.end(), text)


# --- numbers and dates ---------------------------------------------------------------


@undenied
def number_up(claim: str, names: Names) -> str | None:
    """Raise a count: 131 for 119, over 90 for over 50."""
    return _renumbered(claim, names, percent=False, up=True)


@undenied
def number_down(claim: str, names: Names) -> str | None:
    """Lower a count: nine for thirteen; not where *over* makes that true."""
    return _renumbered(claim, names, percent=False, up=False)


@undenied
def percent_up(claim: str, names: Names) -> str | None:
    """Raise a percentage."""
    return _renumbered(claim, names, percent=True, up=True)


@undenied
def percent_down(claim: str, names: Names) -> str | None:
    """Lower a percentage."""
    return _renumbered(claim, names, percent=True, up=False)


def _renumbered(claim: str, names: Names, *, percent: bool, up: bool) -> str | None:
    for number in numbers(claim, names):
        free = number.bound != ("upper" if up else "lower")
        if number.percent == percent and free and (up or number.value > 2):
            text = _written(_moved(number, up=up), number)
            if text:
                return replaced(claim, number.start, number.end, text)
    return None


def _moved(number: Number, *, up: bool) -> float:
    """Return another value: a tenth more, or much more where a bound is moved."""
    if up:
        factor = 1.8 if number.bound else 1.1
        step = 0.5 if number.value % 1 else 1
        return max(number.value * factor, number.value + step)
    return min(number.value * (0.5 if number.bound else 0.7), number.value - 1)


def _written(value: float, as_: Number) -> str | None:
    """Return a value written as another number is: in words, or with its decimals."""
    decimals = len(as_.text.partition(".")[2]) if not as_.in_words else 0
    if as_.in_words:
        word = in_words(round(value)) if 2 <= round(value) < 100 else f"{round(value)}"
        return word.capitalize() if as_.text[0].isupper() else word
    text = f"{value:,.{decimals}f}"
    return text if "," in as_.text or value >= 1000 else text.replace(",", "")


@undenied
def ordinal_changed(claim: str, _names: Names) -> str | None:
    """Write ``fifth`` for ``third``."""
    row = "|".join(ORDINALS)
    match = re.search(
        rf"\b({row})\b(?! (?:largest|biggest|half|hand|quarter|of|to))", claim
    )
    if not match:
        return None
    other = ORDINALS[(ORDINALS.index(match[1]) + 2) % len(ORDINALS)]
    return claim[: match.start()] + other + claim[match.end() :]


@undenied
def numbers_exchanged(claim: str, names: Names) -> str | None:
    """Exchange two numbers."""
    found = list(numbers(claim, names))
    for first, second in combinations(found, 2):
        between = claim[first.end : second.start]
        ranged = re.fullmatch(r"\s?(?:to|-|–|and|or)\s?", between)
        whole = claim[: first.start].endswith("from ")
        if first.value == second.value or first.percent != second.percent:
            continue
        if ranged and not whole:
            continue
        text = replaced(claim, second.start, second.end, first.text.lower())
        return replaced(text, first.start, first.end, second.text)
    return None


@undenied
def year_changed(claim: str, names: Names) -> str | None:
    """Move a year back: what holds by then may not have held before."""
    for match in _YEAR.finditer(claim):
        start, end = match.span()
        if names.cover(start, end) or _EARLIER.search(claim[:start]):
            continue
        year = int(match[0]) - choice(claim, (2, 3, 4))
        if str(year) not in claim:
            return claim[:start] + str(year) + claim[end:]
    return None


@undenied
def month_changed(claim: str, names: Names) -> str | None:
    """Put another month in the place of one."""
    for match in re.finditer(rf"\b(?:{'|'.join(MONTHS)})\b", claim):
        if names.cover(*match.span()) or re.match(
            r" (?:be|have)\b", claim[match.end() :]
        ):
            continue
        at = MONTHS.index(match[0])
        other = MONTHS[at - 3] if at > 2 else MONTHS[at + 5]
        if other not in claim:
            return claim[: match.start()] + other + claim[match.end() :]
    return None


@undenied
def day_changed(claim: str, names: Names) -> str | None:
    """Put another day in the place of one."""
    row = "|".join(MONTHS)
    match = re.search(rf"\b(?:{row}) (\d{{1,2}})\b|\b(\d{{1,2}}) (?:{row})\b", claim)
    if not match or names.cover(*match.span()):
        return None
    group = 1 if match[1] else 2
    day = int(match[group])
    other = day - 4 if day > 4 else day + 9
    return claim[: match.start(group)] + str(other) + claim[match.end(group) :]


# --- denial and force ----------------------------------------------------------------


def _first_be(claim: str, names: Names) -> re.Match[str] | None:
    """Return the first form of *be* or *have* that says the claim's own predicate."""
    for match in re.finditer(r"\b(?:is|are|was|were|has|have)\b", claim):
        start, end = match.span()
        relative = is_relative(claim, start) or _RELATIVE.search(claim[:start])
        if not names.cover(start, end) and not relative and claim[end : end + 1] == " ":
            return match
    return None


def _main(claim: str, names: Names) -> tuple[re.Match[str] | None, Verb | None]:
    """Return the auxiliary or the full verb that comes first, whichever it is."""
    be = _first_be(claim, names)
    verb = next((v for v in verbs(claim, names) if not v.helper), None)
    if be and verb:
        return (be, None) if be.start() < verb.start else (None, verb)
    return be, verb


@undenied
def is_not(claim: str, names: Names) -> str | None:
    """Write ``is not`` for ``is``."""
    be, _ = _main(claim, names)
    if not be or be[0] not in BE or "one in" in claim[: be.start()]:
        return None
    return f"{claim[: be.end()]} not{claim[be.end() :]}"


@undenied
def has_never(claim: str, names: Names) -> str | None:
    """Write ``has never signed`` for ``has signed``."""
    have, _ = _main(claim, names)
    if not have or have[0] not in HAVE:
        return None
    following = re.match(r" (?:already |now )?([a-z]+)", claim[have.end() :])
    if not following:
        return None
    known = INDEX.get(following[1], {}).get("part") or following[1] in _PARTICIPLES
    if not known:
        return None
    start = have.end() + following.start(1)
    return f"{claim[: have.end()]} never {claim[start:]}"


_PARTICIPLES = frozenset(
    "been taken put left turned committed gone become done got given said made".split()
)


@undenied
def did_not(claim: str, names: Names) -> str | None:
    """Write ``did not sign`` for ``signed``."""
    _, verb = _main(claim, names)
    if not verb:
        return None
    do = {"past": "did", "s": "does", "base": "do"}[verb.form]
    return f"{claim[: verb.start]}{do} not {verb.lemma}{claim[verb.end :]}"


@undenied
def false_that(claim: str, names: Names) -> str | None:
    """Begin with ``It is false that``."""
    return _denied(claim, names, "It is false that ")


@undenied
def myth_that(claim: str, names: Names) -> str | None:
    """Begin with ``It is a myth that``."""
    return _denied(claim, names, "It is a myth that ")


@undenied
def not_true_that(claim: str, names: Names) -> str | None:
    """Begin with ``It is not true that``."""
    return _denied(claim, names, "It is not true that ")


def _denied(claim: str, names: Names, front: str) -> str | None:
    if claim[-1] == "!" or claim[0] in '"“':
        return None
    inside = lowered(claim, names)
    return f"{front}{inside}" if inside else None


@undenied
def only(claim: str, names: Names) -> str | None:
    """Begin with ``Only``, of what several do."""
    first = next((one for one in names.said if not one.start), None)
    if not first or _is_adjective(first):
        return None
    if not any(map(first.is_of, ("country", "group", "organization"))):
        return None
    verb = next((v for v in verbs(claim, names) if v.start == first.end + 1), None)
    be = re.match(r" (?:is|are|has|takes|wants|spends|gets|puts) ", claim[first.end :])
    unique = verb and verb.lemma in _UNIQUE
    return f"Only {claim}" if (verb or be) and not unique else None


_SOME = re.compile(
    r"\b(?:(?:over|more than|at least|upwards of|in excess of|no fewer than|nearly"
    r"|almost|just under|roughly|some|about|around) )?(?:a |an )?$",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:dozens of|hundreds of|several|many|lots of) (?=[a-z])", re.IGNORECASE
)
_OWNED = re.compile(r"(?:\b(?:the|top|its|their|of|from|to|than)|'s|’s)\s$")
_COUNTED = re.compile(r" (?!dozen|back|of|into|in|to|from)[a-z-]+")
_COUNTLESS = re.compile(
    r"(?: [a-z-]+){0,3} (?:countries|nations|states|program(?:me)?s|projects"
    r"|institutions|bodies|scientists|researchers|companies|firms|enterprises"
    r"|professionals|specialists|investors|partners|laboratories|platforms|pacts|agreements|accords|patents)\b"
)
"""What there is more of in the world than a claim counts."""


@undenied
def all_of_them(claim: str, names: Names) -> str | None:
    """Write ``all countries`` for ``over 160 countries``."""
    found = _counted(claim, names)
    if not found or not _COUNTLESS.match(claim[found[1] :]):
        return None
    return replaced(claim, *found, "all")


@undenied
def none_of_them(claim: str, names: Names) -> str | None:
    """Write ``no countries`` for ``over 160 countries``."""
    found = _counted(claim, names)
    return replaced(claim, *found, "no") if found else None


def _counted(claim: str, names: Names) -> tuple[int, int] | None:
    """Return where a claim says of how many things it speaks, if it does."""
    if many := _MANY.search(claim):
        return many.start(), many.end() - 1
    for number in numbers(claim, names):
        after = claim[number.end :]
        some = _SOME.search(claim[: number.start])
        start = some.start() if some else number.start
        measured = number.percent or _UNIT.match(after) or not _COUNTED.match(after)
        if not measured and not _OWNED.search(claim[:start]):
            return start, number.end
    return None
