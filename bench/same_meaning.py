"""Ways to say a claim that must not change its verdict."""

import re

from verb_forms import INDEX, forms, tail, verbs
from wordings import Name, Names, in_words, lowered, numbers, replaced

PROVINCES = {
    "Chengdu": "Sichuan",
    "Xiamen": "Fujian",
    "Kunming": "Yunnan",
    "Nanning": "Guangxi",
    "Qinhuangdao": "Hebei",
    "Kunshan": "Jiangsu",
    "Wuhan": "Hubei",
    "Hangzhou": "Zhejiang",
    "Shenzhen": "Guangdong",
    "Guangzhou": "Guangdong",
    "Nanjing": "Jiangsu",
    "Xi'an": "Shaanxi",
    "Hefei": "Anhui",
    "Guilin": "Guangxi",
    "Wuxi": "Jiangsu",
}
"""Chinese cities and the province, or autonomous region, that each lies in."""

WOMEN = frozenset(
    "lucy-mimano daniya-yaliyeva dinara-shcheglova mao-ning ma-yinzhe".split()
)
"""Persons of the record set who may be women."""

_TITLED = re.compile(
    r"(?:Prof(?:essor)?|Dr|Doctor|Mr|Ms|Mrs|H\.E|LIN|styles? himself|called)\.?\s$"
)
_ATTRIBUTED = re.compile(
    r"\b(?:said|says|say|according to|reported|reports|recalled|writes|declared"
    r"|data show|told|stated|suggest|if you ask|predicts)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^(?:did|do|does|is|are|who|what|when|where|why|how)\b.*\?$", re.IGNORECASE
)

BRITISH = {
    "center": "centre",
    "centers": "centres",
    "program": "programme",
    "programs": "programmes",
    "organization": "organisation",
    "organizations": "organisations",
    "organized": "organised",
    "organizing": "organising",
    "labor": "labour",
    "defense": "defence",
    "fiber": "fibre",
    "modernize": "modernise",
    "modernizes": "modernises",
    "politicizing": "politicising",
    "politicize": "politicise",
    "recognize": "recognise",
    "recognized": "recognised",
    "digitalization": "digitalisation",
    "polarization": "polarisation",
    "meter": "metre",
    "meters": "metres",
    "color": "colour",
    "favor": "favour",
    "neighboring": "neighbouring",
    "fulfill": "fulfil",
    "counselor": "counsellor",
    "emphasizes": "emphasises",
    "emphasized": "emphasised",
    "criticized": "criticised",
    "specialized": "specialised",
}
_AMERICAN = {british: american for american, british in BRITISH.items()}
_SHORT = {
    "is not": "isn't",
    "are not": "aren't",
    "was not": "wasn't",
    "were not": "weren't",
    "has not": "hasn't",
    "have not": "haven't",
    "had not": "hadn't",
    "does not": "doesn't",
    "do not": "don't",
    "did not": "didn't",
    "will not": "won't",
    "would not": "wouldn't",
    "cannot": "can't",
    "it is": "it's",
    "there is": "there's",
    "they are": "they're",
    "it has been": "it's been",
}
_LONG = {
    short: long for long, short in _SHORT.items() if "'" in short and "not" in long
}
_LINKED = frozenset("of and or the a an in on at for to with from by as its".split())


# --- what stands around a claim ------------------------------------------------------


def said_by_officials(claim: str, names: Names) -> str | None:
    """Add ``, officials said``."""
    return _tailed(claim, names, ", officials said")


def by_a_statement(claim: str, names: Names) -> str | None:
    """Add ``, according to a statement``."""
    return _tailed(claim, names, ", according to a statement")


def officials_said(claim: str, names: Names) -> str | None:
    """Begin with ``Officials said that``."""
    return _fronted(claim, names, "Officials said that ")


def meanwhile(claim: str, names: Names) -> str | None:
    """Begin with ``Meanwhile,``."""
    return _fronted(claim, names, "Meanwhile, ")


def in_addition(claim: str, names: Names) -> str | None:
    """Begin with ``In addition,``."""
    return _fronted(claim, names, "In addition, ")


def _tailed(claim: str, _names: Names, tail: str) -> str | None:
    """Return *claim* with a tail; nothing where it is asked, quoted or attributed."""
    if claim[-1] in '?!"”:' or '"' in claim or _ATTRIBUTED.search(claim):
        return None
    return f"{claim.removesuffix('.')}{tail}."


def _fronted(claim: str, names: Names, front: str) -> str | None:
    """Return *claim* after a front; nothing where it is asked, quoted or attributed."""
    if _ASKED.match(claim) or claim[0] in "\"“'" or ("said" in front and "?" in claim):
        return None
    if "said" in front and _ATTRIBUTED.search(claim):
        return None
    inside = lowered(claim, names)
    return f"{front}{inside}" if inside else None


def noted(claim: str, _names: Names) -> str | None:
    """End with ``.[3]``."""
    return f"{claim}[3]" if claim[-1] == "." else None


def numbered_note(claim: str, _names: Names) -> str | None:
    """End with ``(2)`` and a full stop."""
    return f"{claim[:-1]} (2)." if claim[-1] == "." else None


def raised_note(claim: str, _names: Names) -> str | None:
    """End with ``.¹``."""
    return f"{claim}¹" if claim[-1] == "." else None


def listed(claim: str, _names: Names) -> str | None:
    """Begin with ``4.``, the number in a list."""
    return f"4. {claim}" if not claim[0].isdigit() else None


def cited(claim: str, _names: Names) -> str | None:
    """End with ``(S&T Daily, 2024)``."""
    return f"{claim[:-1]} (S&T Daily, 2024)." if claim[-1] == "." else None


# --- names ---------------------------------------------------------------------------


def prof(claim: str, names: Names) -> str | None:
    """Put ``Prof.`` before a person."""
    return _titled(claim, names, "Prof. ")


def doctor(claim: str, names: Names) -> str | None:
    """Put ``Dr.`` before a person."""
    return _titled(claim, names, "Dr. ")


def mister(claim: str, names: Names) -> str | None:
    """Put ``Mr.`` or ``Ms.`` before a person."""
    one = _person(claim, names)
    return _titled(claim, names, "Ms. " if one and one.ids & WOMEN else "Mr. ")


def _titled(claim: str, names: Names, title: str) -> str | None:
    """Return *claim* with a title before the first full name of a person in it."""
    one = _person(claim, names)
    return claim[: one.start] + title + claim[one.start :] if one else None


def _person(claim: str, names: Names) -> Name | None:
    """Return the first full name of a person that has no title."""
    for one in names.said:
        before = claim[: one.start]
        untitled = not before.endswith(("Minister ", "minister ", '"'))
        full = " " in one.text and '"' not in one.text
        if one.is_of("person") and full and untitled and not _TITLED.search(before):
            return one
    return None


def with_province(claim: str, names: Names) -> str | None:
    """Say in which province a city lies: ``Chengdu, Sichuan,``."""
    return _placed(claim, names, "")


def with_province_word(claim: str, names: Names) -> str | None:
    """Say in which province a city lies: ``Chengdu, Sichuan province,``."""
    return _placed(claim, names, " province")


def _placed(claim: str, names: Names, word: str) -> str | None:
    """Return *claim* with its province after the first city in it."""
    for match in re.finditer(r"\b[A-Z][a-z]+(?:'an)?\b(?![-'’])", claim):
        province = PROVINCES.get(match[0])
        start, end = match.span()
        after = claim[end:]
        told = province and province in claim
        told = told or claim[:start].lower().endswith("the ")  # the Chengdu text
        if not province or told or names.cover(start, end) or claim[start - 1] == "-":
            continue
        if province == "Guangxi" and word:
            word = " region"
        closed = not after or after[0] in ".,;:?!)"
        return f"{claim[:end]}, {province}{word}{'' if closed else ','}{after}"
    return None


# --- spelling and signs --------------------------------------------------------------


def british(claim: str, _names: Names) -> str | None:
    """Spell as Britons do: ``programme`` for ``program``."""
    return _respelled(claim, BRITISH)


def american(claim: str, _names: Names) -> str | None:
    """Spell as Americans do: ``program`` for ``programme``."""
    return _respelled(claim, _AMERICAN)


def contracted(claim: str, _names: Names) -> str | None:
    """Write ``isn't`` for ``is not``."""
    if "not only" in claim or "not merely" in claim:
        return None
    return _respelled(claim, _SHORT)


def written_out(claim: str, _names: Names) -> str | None:
    """Write ``is not`` for ``isn't``."""
    return _respelled(claim.replace("n’t", "n't"), _LONG)


def _respelled(claim: str, table: dict[str, str]) -> str | None:
    """Return *claim* with the words of *table* spelled otherwise, capitals kept."""

    def other(match: re.Match[str]) -> str:
        new = table[match[0].lower()]
        return new[0].upper() + new[1:] if match[0][0].isupper() else new

    row = "|".join(re.escape(word) for word in table)
    changed = re.sub(rf"\b(?:{row})\b(?![’'])", other, claim, flags=re.IGNORECASE)
    return changed if changed != claim else None


def in_digits(claim: str, names: Names) -> str | None:
    """Write ``13`` for ``thirteen``."""
    for number in numbers(claim, names):
        scale = re.match(r" (hundred|thousand)\b(?! and)", claim[number.end :])
        value = int(number.value)
        if number.in_words:
            end = number.end + (scale.end() if scale else 0)
            value *= {"hundred": 100, "thousand": 1000}[scale[1]] if scale else 1
            if re.match(r"(?: (?:hundred|thousand|million|dozen)|-)", claim[end:]):
                return None
            return f"{claim[: number.start]}{value:,}{claim[end:]}"
    return None


def in_letters(claim: str, names: Names) -> str | None:
    """Write ``twenty-four`` for ``24``."""
    for number in numbers(claim, names):
        whole = number.value.is_integer() and 2 <= number.value < 100
        spread = re.match(r"(?: to|-|–| and) ?\d|%|-|\+", claim[number.end :])
        if whole and not number.in_words and "." not in number.text and not spread:
            if re.search(r"\d (?:to|and) $", claim[: number.start]):
                continue
            said = in_words(int(number.value))
            return replaced(claim, number.start, number.end, said)
    return None


def cut_at_a_line(claim: str, _names: Names) -> str | None:
    """Leave a space after a hyphen: ``sci- tech``."""
    cut = re.sub(r"(?<![\w-])([a-z]{2,})-([a-z]{3,})\b(?!-)", r"\1- \2", claim, count=1)
    return cut if cut != claim else None


def curly(claim: str, _names: Names) -> str | None:
    """Write ``’`` and ``“`` for straight quotes."""
    text = re.sub(r'(?<!\S)"|(?<=[(—–])"', "“", claim).replace('"', "”")
    text = text.replace("'", "’")
    return text if text != claim else None


def headline(claim: str, _names: Names) -> str | None:
    """Begin Words with Capitals, as Headlines Do."""
    plain = claim.removesuffix(".")
    if len(plain.split()) > 14 or re.search(
        r"[\"“”.?!:]| (?:who|fast|once|us)\b", plain
    ):
        return None
    words = [
        word if word in _LINKED else word[:1].upper() + word[1:]
        for word in plain.split(" ")
    ]
    changed = " ".join(words)
    return changed if changed != plain else None


# --- voice ---------------------------------------------------------------------------

_PASSIVE = frozenset(
    """avoid back build conclude connect create describe develop endorse
    establish exhibit export found fund host inaugurate initiate ink
    introduce launch link open organize pick power praise present produce
    propose publish reject renew restrict seal sign supply support train use
    welcome
    """.split()
)
"""Verbs with an object that may become the subject."""

_TOLD_AFTER = re.compile(
    r" (?:in(?! \w+ing)|at|by|from|to|during|since|as|after|before|together|through"
    r"|into|over|under|every|across)\b.*"
)
"""What tells of a verb, after its object."""

_BROKEN = re.compile(
    r"[,;:–?!\"“]|\b(?:that|which|who|its|it|their|his|her|itself|because|how|than|not"
    r"|never|already|jointly)\b"
)
"""What no claim has that is simple enough to turn."""

_BEFORE_SUBJECT = re.compile(
    r"(?:by|so|in|on|at|since|during|for|with|under|after|as|to|of|out|from|now"
    r"|today)\b",
    re.IGNORECASE,
)
_HAVE = frozenset(("", "has", "have"))


def passive(claim: str, names: Names) -> str | None:
    """Write ``Y was signed by X`` for ``X signed Y``."""
    plain = claim.removesuffix(".")
    verb = next(iter(verbs(plain, names)), None)
    if not verb or verb.lemma not in _PASSIVE or verb.helper not in _HAVE:
        return None
    if _BROKEN.search(plain) or _BEFORE_SUBJECT.match(plain):
        return None
    have = re.search(r" (?:has|have)$", plain[: verb.start - 1])
    subject = lowered(plain[: have.start() if have else verb.start - 1], names)
    rest = plain[verb.end + 1 :]
    after = _TOLD_AFTER.search(rest)
    object_ = rest[: after.start()] if after else rest
    if not subject or len(subject.split()) > 7 or " " not in object_:
        return None
    if tail(plain, verb) != verb.end or (" and " in object_) != (
        verb.lemma in _PAIRING
    ):
        return None
    be = _be(verb.form, bool(have), many=_is_many(object_))
    done = f"{be} {forms(verb.lemma)['part']} by {subject}"
    turned = f"{object_[0].upper()}{object_[1:]} {done}{after[0] if after else ''}"
    return turned + claim[len(plain) :]


_PAIRING = frozenset(("link", "connect"))


def _be(form: str, have: bool, *, many: bool) -> str:  # noqa: FBT001
    """Return the form of *be* that makes a verb passive."""
    if have:
        return "have been" if many else "has been"
    if form == "past":
        return "were" if many else "was"
    return "are" if many else "is"


def _is_many(object_: str) -> bool:
    """Whether an object is of several."""
    if re.match(r"(?:an?|one) ", object_):
        return False
    if re.match(r"(?:\d|two |six |over |more than |at least )", object_, re.IGNORECASE):
        return True
    head = re.split(r" (?:of|on|for|with|in) ", object_)[0].split()[-1]
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return plural or " and " in object_


def active(claim: str, names: Names) -> str | None:
    """Write ``X signed Y`` for ``Y was signed by X``."""
    match = re.fullmatch(
        r"(?P<object>.+?) (?P<be>was|were|has been|have been) (?P<part>[a-z]+) by "
        r"(?P<rest>.+)\.",
        claim,
    )
    if not match or _BROKEN.search(claim) or " by " in match["object"]:
        return None
    at = match.start("rest")
    the = "the " if claim.startswith("the ", at) else ""
    subject = next((one for one in names.said if one.start == at + len(the)), None)
    object_ = lowered(match["object"], names)
    lemma = INDEX.get(match["part"], {}).get("part")
    after = claim[subject.end : -1] if subject else ""
    if not subject or not object_ or not lemma or (after and after[0] != " "):
        return None
    if after and not _TOLD_AFTER.fullmatch(after):
        return None
    have = match["be"].endswith("been")
    has = "have" if subject.text.endswith("s") and "group" in subject.kinds else "has"
    done = f"{has} {match['part']}" if have else forms(lemma)["past"]
    return f"{the.capitalize()}{subject.text} {done} {object_}{after}."
