"""The verbs of claims: their forms, where they stand, and others in their place.

No parser: a verb is a word that can be a form of a known one and stands where one does.
What is in doubt is no verb, so that no variant of a claim is made by mistake.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from wordings import Names, choice

IRREGULAR = {
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "burn": ("burned", "burned"),
    "buy": ("bought", "bought"),
    "cut": ("cut", "cut"),
    "draw": ("drew", "drawn"),
    "fall": ("fell", "fallen"),
    "find": ("found", "found"),
    "forget": ("forgot", "forgotten"),
    "freeze": ("froze", "frozen"),
    "grow": ("grew", "grown"),
    "hide": ("hid", "hidden"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "lose": ("lost", "lost"),
    "meet": ("met", "met"),
    "put": ("put", "put"),
    "rise": ("rose", "risen"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shrink": ("shrank", "shrunk"),
    "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"),
    "steal": ("stole", "stolen"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld", "withheld"),
    "write": ("wrote", "written"),
}
"""Past and participle of verbs that are not regular."""

DOUBLED = frozenset("ship stop shun wrap plan commit permit tap".split())
"""Verbs that double their last letter."""

UNRELATED = """paint forget sell measure inspect borrow photograph mock bury
    rent steal copy clean cook hide lose polish rename repair sketch
    taste wrap wash watch scold tickle dye burn scatter fold glue freeze sue
    mourn envy imitate auction memorize decorate
    """.split()
"""Verbs that no claim of the set says, nor says in other words."""

NEAR = {
    "sell": "export ship supply provide serve buy import offer",
    "measure": "survey study cover span count occupy track monitor",
    "inspect": "visit review examine survey attend study",
    "rent": "use occupy",
    "copy": "share use",
    "watch": "monitor observe attend",
    "sue": "warn",
}
"""Verbs that one of the unrelated ones comes too near to, to stand for them."""

OPPOSITES = {
    "abolish": "establish",
    "accelerate": "slow",
    "announce": "deny",
    "attend": "miss",
    "attract": "repel",
    "avoid": "cause",
    "back": "oppose",
    "begin": "end",
    "boost": "weaken",
    "build": "demolish",
    "climb": "fall",
    "connect": "separate",
    "create": "destroy",
    "deepen": "weaken",
    "double": "halve",
    "ease": "worsen",
    "endorse": "reject",
    "enter": "leave",
    "establish": "abolish",
    "exhibit": "hide",
    "expand": "shrink",
    "export": "import",
    "found": "dissolve",
    "fund": "defund",
    "grow": "shrink",
    "help": "hinder",
    "hold": "cancel",
    "host": "boycott",
    "inaugurate": "close",
    "increase": "reduce",
    "introduce": "withdraw",
    "join": "leave",
    "launch": "close",
    "lift": "lower",
    "link": "separate",
    "open": "close",
    "oppose": "support",
    "pledge": "refuse",
    "praise": "criticize",
    "protect": "endanger",
    "provide": "withhold",
    "raise": "lower",
    "reject": "welcome",
    "relieve": "aggravate",
    "renew": "cancel",
    "rise": "fall",
    "save": "waste",
    "sell": "buy",
    "share": "withhold",
    "sign": "cancel",
    "start": "stop",
    "strengthen": "weaken",
    "supply": "withhold",
    "support": "oppose",
    "train": "dismiss",
    "urge": "oppose",
    "use": "shun",
    "welcome": "reject",
    "widen": "narrow",
}
"""What denies a verb by another; *opposed* is not always the opposite of *opposite*."""

OTHERS = """advance aid apply appoint approve aid become benefit cautious
    call carry caution celebrate combine compose conclude consider
    contribute control convene convince cooperate cover credit cut declare
    describe develop devote display divide emphasize encourage enjoy expect
    extend finance finish furnish gain generate handle harvest head
    highlight identify initiate ink integrate invest invite involve issue
    lead maintain meet modernize monitor move name observe occupy organize
    participate pick place plough power predict prepare present process
    produce promise promote propose publish push reach receive recommend
    regard rely report research restrict revise schedule school seal select
    send serve set shape ship show single speed spend stress subject suggest
    surpass survey tie transform travel update view visit voice want warn
    work write yield
    """.split()
KNOWN = (*OPPOSITES, *OTHERS)

NOUNS = frozenset(
    """attract back benefit boost call control cover credit cut display
    divide exhibit export finance fund gain harvest head help highlight hold
    host import increase invest invite issue launch lead lift link move name
    number open place plan power present process produce promise push raise
    reach report research rise save school seal set shape share ship
    show sign speed spend start stress subject supply support survey tie
    train travel update use view visit voice want welcome work yield pledge
    praise increase study group project return result
    """.split()
)
"""Verbs whose forms in *-s*, or without an ending, are as often nouns."""

EVENTS = frozenset(
    """announce build conclude create develop establish enter exhibit extend
    found help hold host inaugurate initiate ink introduce join launch lift
    open present raise renew seal set sign start support train visit back
    save relieve avoid double
    """.split()
)
"""Verbs of what can be planned as well as done."""

INTRANSITIVE = frozenset(
    "open close begin start work rise fall grow climb travel speak meet join".split()
)
"""Verbs of which a past tense before a preposition is no participle."""

PARTICLES = frozenset("up out forward together down off away back through".split())
PREPOSITIONAL = {
    ("apply", "to"),
    ("belong", "to"),
    ("call", "for"),
    ("cooperate", "with"),
    ("invest", "in"),
    ("participate", "in"),
    ("rely", "on"),
    ("work", "on"),
    ("work", "with"),
    ("benefit", "from"),
    ("contribute", "to"),
    ("object", "to"),
}
"""Verbs with the preposition that belongs to them."""

HAVE = frozenset("have has had having".split())
BE = frozenset("be is are was were been".split())
MODALS = frozenset("will would can could may might must shall should".split())
_ADVERBS = frozenset("not never already also now since both jointly together".split())
_RELATIVES = frozenset("who which that whose where what when to".split())
_DETERMINERS = frozenset(
    """a an the its his her their our your this these those some any no
    every each all more most less fewer much many several few such another
    other newly two three four five six seven eight nine ten hundred
    thousand million new joint
    """.split()
)
_PREPOSITIONS = frozenset(
    """of in on at by for from with to into about over under between among
    across through during after before than as and or but nor
    """.split()
)
_OBJECTS = (_DETERMINERS - {"newly", "every", "each"}) | frozenset(
    "that over upwards nearly".split()
)

_SAYING = re.compile(
    r"^(?:sa[yi]\w*|know\w*|believ\w*|caution\w*|report\w*|true|warn\w*|find\w*|argu\w*"
    r"|show\w*|insist\w*|recall\w*|not\w*|declar\w*|in|not|Xiamen|Beijing)$"
)

WORD = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in a claim: its form is ``s``, ``base``, ``past`` or ``part``."""

    lemma: str
    form: str
    start: int
    end: int
    helper: str
    """The form of *have*, *be* or *will* before it, or nothing."""


def forms(lemma: str) -> dict[str, str]:
    """Return the forms of a verb.

    >>> forms("carry")
    {'base': 'carry', 's': 'carries', 'past': 'carried', 'part': 'carried'}
    >>> forms("draw")["past"], forms("ship")["past"]
    ('drew', 'shipped')
    """
    y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    hissed = lemma.endswith(("s", "sh", "ch", "x", "z"))
    s = f"{lemma[:-1]}ies" if y else f"{lemma}es" if hissed else f"{lemma}s"
    regular = f"{lemma}ed"
    if y:
        regular = f"{lemma[:-1]}ied"
    elif lemma.endswith("e"):
        regular = f"{lemma}d"
    elif lemma in DOUBLED:
        regular = f"{lemma}{lemma[-1]}ed"
    past, part = IRREGULAR.get(lemma, (regular, regular))
    return {"base": lemma, "s": s, "past": past, "part": part}


def _index() -> dict[str, dict[str, str]]:
    """Return, for every word that may be a known verb, its lemma in each form."""
    index: dict[str, dict[str, str]] = defaultdict(dict)
    for lemma in KNOWN:
        for form, word in forms(lemma).items():
            index[word].setdefault(form, lemma)
    return index


INDEX = _index()


@dataclass(frozen=True, slots=True)
class _Place:
    """A word of a claim, and what stands around it in the same phrase."""

    word: str
    start: int
    end: int
    before: str
    after: str
    helper: str
    named: bool
    """Whether the word before ends a name."""
    relative: bool
    """Whether it is of a clause that says which."""


def _places(claim: str, names: Names) -> list[_Place]:
    """Return the words of *claim* that may be verbs, with their neighbours."""
    words = list(WORD.finditer(claim))
    found = []
    for at, one in enumerate(words):
        start, end = one.span()
        joined = claim[start - 1 : start] in {"-", "–"} or claim[end : end + 1] == "-"
        if not at or joined or names.cover(start, end) or one[0] not in INDEX:
            continue
        back = at - 1
        while back and (words[back][0].endswith("ly") or words[back][0] in _ADVERBS):
            back -= 1
        gap = claim[words[back].end() : words[back + 1].start()]
        before = words[back][0] if not gap.strip() else ""
        after = _after(claim, end)
        helper = before if before in HAVE | BE | MODALS else ""
        named = names.end_at(words[back].end()) and not gap.strip()
        relative = is_relative(claim, start)
        found.append(_Place(one[0], start, end, before, after, helper, named, relative))
    return found


def _after(claim: str, end: int) -> str:
    """Return the word after *end* in the same phrase, adverbs passed over."""
    match = re.match(r"\s(?:(?:\w+ly|together|up|out)\s)?([A-Za-z]+|\d)", claim[end:])
    return match[1] if match else ""


def is_relative(claim: str, at: int) -> bool:
    """Whether what stands at *at* is of a clause that says which, not one that is said.

    >>> claim = "A cable that China helped lay links two, said those who paid"
    >>> [is_relative(claim, claim.index(word)) for word in ("helped", "links", "paid")]
    [True, False, True]
    """
    before = re.split(r"[,;:]", claim[:at])[-1].split()
    for place, word in reversed(list(enumerate(before))):
        if word in INDEX:
            return False  # the verb of that clause
        if word in {"who", "which", "whom", "whose", "where"}:
            return True
        if word == "that":
            return place > 0 and not _SAYING.match(before[place - 1])
    return False


def verbs(claim: str, names: Names) -> list[Verb]:
    """Return the finite verbs of *claim* that are known, in order.

    Those of relative clauses are left out, and participles that say of a noun which.
    """
    found = []
    for place in _places(claim, names):
        form = _form(claim, place)
        if form and place.before not in _RELATIVES and not place.relative:
            lemma = INDEX[place.word][form]
            found.append(Verb(lemma, form, place.start, place.end, place.helper))
    return found


def _form(claim: str, place: _Place) -> str:
    """Return the form of the verb at *place*; nothing if it may be no verb."""
    said = INDEX[place.word]
    if (place.word, place.after) == ("used", "to") or place.word == "found":
        return ""
    if place.helper:
        form = "base" if place.helper in MODALS else "part"
        return form if form in said else ""
    loose = place.before.lower() in _DETERMINERS | _PREPOSITIONS
    if loose or place.before.endswith(("'s", "’s")):
        return ""
    return _finite(claim, place, said)


def _finite(claim: str, place: _Place, said: dict[str, str]) -> str:
    """Return the form of a verb that nothing helps; nothing if it may be no verb."""
    if "past" in said and not (said.get("base") and place.after in {"", "of"}):
        loose = place.after in _PREPOSITIONS and said["past"] not in INTRANSITIVE
        return "" if loose or place.after in {"", "by"} or not place.before else "past"
    if "s" in said:
        return "s" if _says_something(claim, place, said["s"]) else ""
    plural = place.before.endswith("s") or place.named
    if "base" in said and plural and _says_something(claim, place, said["base"]):
        return "base"
    return ""


def _says_something(claim: str, place: _Place, lemma: str) -> bool:
    """Whether what follows is an object, so that the word is a verb and no noun."""
    after = place.after
    following = claim[place.end :].lstrip()[:1]
    told = (
        after.lower() in _OBJECTS
        or following.isdigit()
        or following.isupper()
        or (lemma, after) in PREPOSITIONAL
    )
    if lemma in NOUNS:
        return told
    return told or bool(after and after not in _PREPOSITIONS)


def tail(claim: str, verb: Verb) -> int:
    """Return where *verb* ends, with the particle or preposition that belongs to it."""
    following = WORD.match(claim, verb.end + 1)
    if not following or claim[verb.end : verb.end + 1] != " ":
        return verb.end
    word = following[0]
    own = word in PARTICLES or (verb.lemma, word) in PREPOSITIONAL
    own = own or helps(claim, verb)
    return following.end() if own else verb.end


def helps(claim: str, verb: Verb) -> bool:
    """Whether *verb* is *help*, with another verb after it: ``helped develop``."""
    following = WORD.match(claim, verb.end + 1)
    bare = INDEX.get(following[0], {}) if following else {}
    return verb.lemma == "help" and "base" in bare


def unrelated(claim: str, verb: Verb) -> str:
    """Return a verb that has nothing to do with *verb*, in its form."""
    near = {lemma for lemma, words in NEAR.items() if verb.lemma in words.split()}
    fit = [lemma for lemma in UNRELATED if lemma not in {*near, verb.lemma}]
    return forms(choice(claim, fit))[verb.form]
