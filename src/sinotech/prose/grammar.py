"""Closed classes of English words that tell how a claim is meant."""


def _table(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each of the phrases in *text*, between semicolons."""
    return tuple(tuple(phrase.split()) for phrase in text.split(";"))


FUNCTION_WORDS = frozenset(
    """a about above across after again against all along already also although am among
    amongst an and another any are around as at away be became because been before being
    below between both but by can could did do does doing done down during each either
    else ever every few for from further had has have having he her here hers herself
    him himself his how however i if in into is it its itself just like many may me
    might mine more most much must my myself neither never no nor not now of off on once
    one only onto or other others our ours out over own per rather same shall she should
    since so some such than that the their theirs them themselves then there thereby
    these they this those though through throughout thus till to together too toward
    towards under until up upon us very via was we were what when where whereas whether
    which while who whom whose will with within without would yet you your s t re ve ll
    d m sino last next past recent late early mid cent year years month day today
    currently""".split()
)
"""Words that say nothing of what a claim is about."""

DENIALS = frozenset(
    """refuse refused refuses refusing decline declined declines reject rejected rejects
    exclude excludes excluded omit omits omitted withhold withholds withheld
    fail failed fails lack lacks lacked deny denied denies""".split()
)
"""Verbs that turn a clause round."""

NEGATIONS = DENIALS | frozenset(
    """not no never none neither nor without cannot nobody nothing nowhere hardly
    yet-to""".split()
)
"""Words that turn a clause round."""

NOT_ONLY = frozenset("only just merely mere solely simply".split())
"""Words after *not* that say that something is so, and more: ``not only``."""

_NO_SMALL = NOT_ONLY | frozenset(
    "doubt less other time matter small mean wonder surprise secret accident".split()
)


def turns_nothing(denial: str, following: str) -> bool:
    """Whether *denial* before *following* denies nothing: ``not only``, ``no small``.

    >>> turns_nothing("not", "only"), turns_nothing("no", "mean")
    (True, True)
    >>> turns_nothing("not", "mean")
    False
    """
    return following in (_NO_SMALL if denial == "no" else NOT_ONLY)


DENYING = frozenset(
    """than beyond rather instead more less against prevent prevents avoid avoids end
    ends reject rejects from past above outgrown surpass surpasses exceed exceeds
    overcome despite notwithstanding free gone""".split()
)
"""Words after which what is no good is denied, or to be denied: ``more than mere``."""

ASIDES = _table(
    """however; moreover; additionally; furthermore; meanwhile; besides; also; indeed;
    instead; nevertheless; nonetheless; similarly; likewise; overall; notably;
    for example; for instance; in addition; in other words; in fact; of course;
    as a result; on the other hand; fun fact; fact; breaking; update; note;
    at the same time; in short; in particular; by the way; so; and"""
)
"""Openings that only tie a sentence to what came before, or announce it."""

FALSITIES = _table(
    """it is false that; it is not true that; it is untrue that; it is wrong that;
    it is a myth that; it is a lie that; it is incorrect that; it is not the case that;
    it is not correct that; it is fiction that; it is a fabrication that;
    it is simply false that; it is simply not true that; it s false that;
    it s not true that; it s a myth that; false that; contrary to claims;
    there is no truth in the claim that;
    nothing could be further from the truth than that"""
)
"""Beginnings that deny the whole sentence after them."""

FALSE_ENDS = _table(
    """is a myth; is false; is untrue; is not true; is a lie; is fiction; is incorrect;
    is wrong; is a fabrication; is fake news; are false; is a legend; is a hoax"""
)
"""Ends that deny the whole sentence before them: ``That … is a myth.``"""

UNMET = _table(
    "has yet to; have yet to; had yet to; is yet to; are yet to; fails to; failed to"
)
"""Phrases by which something is said not to have been done."""

MODALS = frozenset(
    "may might could would should perhaps maybe possibly allegedly".split()
)
"""Words by which a sentence says what may be, not what is."""

WISHES = frozenset("hopefully wish wishes wished if unless".split())
"""Words by which it says what is wished, or what would be on a condition."""

TITLES = frozenset(
    """prof professor dr mr mrs ms sir dame madam excellency hon rev amb gen sen
    comrade""".split()
)
"""Titles that belong to the name after them, and are no part of what is said."""

ATTRIBUTING = frozenset(
    """said say says saying stated states noted notes argued argues argue remarked
    remarks stressed stresses emphasized emphasised emphasizes emphasises claimed claims
    believes believed believe explained explains added adds told tells announced pointed
    reports reported report thinks holds held considers considered called calls
    described describes declared declares insisted insists maintained maintains praised
    praises suggested suggests warned warns observed observes wrote writes acknowledged
    acknowledges affirmed affirms underlined underlines opined contends contended
    regards regarded views sees put quoted predicted predicts recalled recalls commented
    comments concluded concludes observe write argue contend asserts asserted""".split()
)
"""Verbs by which a clause is made somebody's words."""

SURE_ATTRIBUTING = ATTRIBUTING - frozenset(
    """notes states reports report held holds called calls put views sees claims added
    adds announced maintains maintained considers considered regards regarded praised
    praises suggested suggests describes described quoted concluded concludes observe
    write argue contend comments""".split()
)
"""Those that are hardly anything else, so that no *that* need follow."""

PLANNED = (
    "will",
    "shall",
    "plan to",
    "plans to",
    "planned to",
    "planning to",
    "is planned",
    "are planned",
    "intends to",
    "intend to",
    "intended to",
    "aims to",
    "aim to",
    "hopes to",
    "hope to",
    "is to",
    "are to",
    "is set to",
    "are set to",
    "set to",
    "is expected to",
    "are expected to",
    "expected to",
    "expects to",
    "expect to",
    "is due to",
    "are due to",
    "is going to",
    "are going to",
    "scheduled to",
    "slated to",
    "promised",
    "promises",
    "pledged",
    "pledges",
    "vowed to",
    "vows to",
    "committed to",
    "committed itself to",
    "committed themselves to",
    "commits to",
    "commits itself to",
    "agreed to",
    "agrees to",
    "wants to",
    "want to",
    "seeks to",
    "seek to",
    "would like to",
    "looking to",
    "preparing to",
    "prepares to",
    "proposes to",
    "proposed to",
    "proposed",
    "proposes",
    "has proposed",
    "undertook to",
    "undertakes to",
    "resolved to",
    "plans for",
    "in the works",
    "on the drawing board",
    "envisages",
    "envisaged",
    "about to",
    "prepare to",
)
"""Phrases by which a clause speaks of what is yet to be done."""

UNDERWAY = (
    "is building",
    "are building",
    "being built",
    "under construction",
    "is constructing",
    "are constructing",
    "being constructed",
    "is developing",
    "are developing",
    "being developed",
    "is setting up",
    "are setting up",
    "being set up",
)
"""Phrases by which a clause speaks of what has begun and is not done."""

DONE = (
    "has built",
    "have built",
    "has finished",
    "have finished",
    "has completed",
    "have completed",
    "was completed",
    "were completed",
    "is complete",
    "already",
    "is over",
    "is now",
    "are now",
    "finished",
    "finished building",
    "has opened",
    "have opened",
    "has established",
    "have established",
    "has launched",
    "have launched",
    "was inaugurated",
    "has been built",
    "have been built",
    "now operates",
    "is operating",
    "are operating",
    "in operation",
    "up and running",
)
"""Phrases that say that something is done, not only planned."""

STATUS_WORDS = frozenset(
    "finish finished finishes completed complete completes already".split()
)
"""Words that say only that something is done, which the status holds."""

PLACE_WORDS = frozenset(
    ("in", "at", "near", "outside", "based", "hosted", "to", "from")
)
"""Words before the name of a place."""

NO_PLACES = frozenset(("belt", "bri", "brics", "chinese"))
"""Words with a capital that follow those and name no place: ``in Belt and Road``."""

CLAUSE_BREAKS = frozenset(("while", "whereas", "but"))

_AUXILIARIES = """is are was were has have had will would can could may might must does did
    do shall should""".split()  # noqa: E501
_VERBS = """accept account achieve add adopt aim allow announce apply attract award back
    belong benefit boost call carry claim close combine commission complete conclude
    conduct connect consist contribute cooperate cover create cut declare deliver deploy
    describe design develop devote discover draw earn employ enable encourage end enjoy
    ensure enter establish estimate exceed exchange expand expect explore export express
    extend face feature finance finish focus follow form found fund gather generate help
    host implement import improve include increase install intend introduce invest invite
    involve join launch last link list maintain manage mark measure meet mention monitor
    move name number observe obtain occur offer open operate oppose organise organize own
    participate pass plan pledge prepare present produce promise promote propose protect
    provide publish purchase quote raise rank reach receive recommend reduce refuse reject
    release remain rely renew replace represent request require respond return review
    save score seek serve settle share show sign spend sponsor stage start state stay
    stop stress study suffer supply support survey suspend target tend test total trade
    train transfer transform travel treat turn unite use use visit want warn welcome win
    work""".split()  # noqa: E501
_IRREGULAR = """got began begun brought built came chose drew felt found gave goes went grew
    held kept knew leads led left lost made makes met paid put ran read rose runs said
    saw says sees sells sold sent set sits spans spent speaks spoke spreads stands stood
    takes taught tells told thinks thought took won writes wrote buys bought brings sends
    keeps holds gives gets got becomes became falls fell cuts draws drew hits wins lies
    lay meets sets pays puts grows rises loses comes gives builds finds begins leaves
    costs cost shows deals""".split()  # noqa: E501


def _forms(verb: str) -> list[str]:
    """Return the finite forms of a regular verb."""
    if verb.endswith("e"):
        return [verb + "s", verb + "d"]
    if verb.endswith("y") and verb[-2] not in "aeou":
        return [verb[:-1] + "ies", verb[:-1] + "ied"]
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    doubled = verb + verb[-1] + "ed"
    return [verb + ending, verb + "ed", doubled]


FINITE = frozenset(
    (*_AUXILIARIES, *_IRREGULAR, *(form for verb in _VERBS for form in _forms(verb)))
)
"""Verb forms that show that what follows ``and`` is a clause of its own."""

PLAIN = frozenset(
    (*_VERBS, *"stand go come make take hold keep get lie say see give become".split())
)
"""Verbs as they stand after a plural: ``agreements stand at 119``."""

_ALIKE = (
    "first",
    "only sole solely exclusively exclusive alone just",
    "all every everyone each",
    "most majority",
    "largest biggest greatest",
    "smallest least",
    "world global worldwide globe planet earth globally international",
    "domestic nationwide national",
    "best",
    "highest top",
    "fastest",
    "never",
    "always",
    "oldest",
    "leading leader",
    "mandatory compulsory obliged required",
    "exceeds exceed overtook overtaken surpassed outpaced",
)
STRONG = {word: row.split() for row in _ALIKE for word in row.split()}
_CAUSES = "because due owing".split()
_HELPS = "help helped helps assistance assisted support aid aided".split()
STRONG |= {word: [*_CAUSES, *_HELPS] for word in _CAUSES}
"""Words that make a claim stronger, each with those that say no less."""

SUPERLATIVES = frozenset(
    """first only sole most largest biggest greatest smallest best highest top fastest
    oldest leading""".split()
)
"""Words that are true of one in some scope, and of another in a wider one."""

COMPARATIVES = frozenset(
    "bigger larger greater smaller better higher faster older".split()
)
"""Words with which *no* says that something is the most."""

WIDTHS = (
    frozenset("world global worldwide globe planet globally international".split()),
    frozenset("domestic nationwide national domestically nationally local".split()),
)
"""Scopes of which one excludes the other, for the same number."""


_STATUSES: dict[str, dict[str, list[str]]] = {}
for _status, _phrases in ("planned", PLANNED), ("underway", UNDERWAY), ("done", DONE):
    for _phrase in _phrases:
        _begun = _STATUSES.setdefault(_status, {})
        _begun.setdefault(_phrase.partition(" ")[0], []).append(_phrase)

SHORTENED = ("n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll")
"""Ends of words that are two small words in one: ``don't``, ``they're``."""

AUXILIARIES = frozenset(_AUXILIARIES)
"""Verbs that another follows: ``has``, ``will``; and those that only join: ``is``."""

NOW = (
    "now",
    "currently",
    "today",
    "to date",
    "at present",
    "presently",
    "so far",
    "these days",
)
"""Words that say that something is so at the time of writing."""

RUNNING = (
    "in operation",
    "up and running",
    "now operates",
    "is operating",
    "are operating",
    "are at work",
    "is running",
    "are running",
    "fully operational",
)
"""Phrases that say that something works already."""

_NOUNS = frozenset(
    ("plan to", "plans to", "hope to", "aim to", "plans for", "promises")
)
_ARTICLES = frozenset("a an the its their his her this that new national".split())
_PERFECT = frozenset(("has", "have", "had"))
_PARTICIPLES = frozenset(
    """built begun held made set brought put sent begun become won given taken led met
    drawn grown gone come found""".split()
)


def status_of(words: str) -> str:
    """Return how far what a row of folded words speaks of has come, if it says.

    >>> status_of("huawei is to build labs"), status_of("the center has opened")
    ('planned', 'done')
    """
    apart = words.split()
    for status in _STATUSES:
        if _says(apart, status):
            return status
    return "done" if _is_perfect(apart) else ""


def is_planned(words: list[str]) -> bool:
    """Whether folded words speak of what is planned only.

    >>> is_planned("huawei is to build labs".split())
    True
    """
    return _says(words, "planned")


def _says(words: list[str], status: str) -> bool:
    phrases = _STATUSES[status]
    if phrases.keys().isdisjoint(words):
        return False
    row = f" {' '.join(words)} "
    return any(
        f" {phrase} " in row and not _is_noun(phrase, row)
        for first in phrases.keys() & words
        for phrase in phrases[first]
    )


def _is_noun(phrase: str, row: str) -> bool:
    """Whether a phrase stands after an article, and is no verb: ``a plan to``."""
    before = row.partition(f" {phrase} ")[0].rpartition(" ")[2]
    return phrase in _NOUNS and (
        before in _ARTICLES or (phrase == "plan to" and not before.endswith("s"))
    )


def _is_perfect(words: list[str]) -> bool:
    """Whether a verb of *words* is in the perfect: ``have concluded``."""
    for at, word in enumerate(words):
        if word not in _PERFECT:
            continue
        for following in words[at + 1 : at + 3]:
            if following.endswith("ed") or following in _PARTICIPLES:
                return True
    return False
