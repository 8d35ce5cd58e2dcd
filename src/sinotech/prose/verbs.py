"""Verbs: which word forms are finite, which verbs help others, which ascribe words."""

_AUXILIARIES = """is are was were has have had will would can could may might must does did
    do shall should""".split()  # noqa: E501

_IN_E = """achieve announce close combine complete conclude contribute cooperate
    create declare describe devote enable encourage ensure estimate exchange explore
    face feature finance generate improve include increase introduce invite involve
    manage measure move name observe operate oppose organise organize participate
    pledge prepare produce promise promote propose provide purchase quote raise
    receive reduce refuse release replace require save score serve settle share
    showcase stage state trade underscore unite use use welcome""".split()
"""Regular verbs that end in *e*."""

_IN_Y = """apply carry rely study supply""".split()
"""Regular verbs of which the *y* becomes *i* before an ending."""

_HISSING = """establish express finish focus launch pass publish reach stress""".split()
"""Regular verbs that take *es*."""

_REGULAR = """accept account add adopt aim allow attract award back belong benefit
    boost call claim commission conduct connect consist cover cut deliver deploy
    design develop discover draw earn employ end enjoy enter exceed expand expect
    export extend follow form found fund gather help highlight host implement import
    install
    intend invest join last link list maintain mark meet mention monitor number
    obtain occur offer open own plan present protect rank recommend reject remain
    renew represent request respond return review seek show sign spend sponsor start
    stay stop suffer support survey suspend target tend test total train transfer
    transform travel treat turn visit want warn win work""".split()
"""All other regular verbs."""

_IRREGULAR = """got began begun brought built came chose drew felt found gave goes went grew
    held kept knew leads led left lost made makes met paid put ran read rose runs said
    saw says sees sells sold sent set sits spans spent speaks spoke spreads stands stood
    takes taught tells told thinks thought took won writes wrote buys bought brings sends
    keeps holds gives gets got becomes became falls fell cuts draws drew hits wins lies
    lay meets sets pays puts grows rises loses comes gives builds finds begins leaves
    costs cost shows deals""".split()  # noqa: E501


def _with(ending: str, verbs: list[str]) -> list[str]:
    """Return each of *verbs* with an *ending*."""
    return (f"{ending} ".join(verbs) + ending).split()


AUXILIARIES = frozenset(_AUXILIARIES)
"""Verbs that another follows: ``has``, ``will``; and those that only join: ``is``."""

FINITE = frozenset(
    (
        *(*_AUXILIARIES, *_IRREGULAR),
        *(*_with("s", _IN_E), *_with("d", _IN_E)),
        *(form for verb in _IN_Y for form in (f"{verb[:-1]}ies", f"{verb[:-1]}ied")),
        *(*_with("es", _HISSING), *_with("s", _REGULAR)),
        *_with("ed", _HISSING + _REGULAR),
        *[f"{verb}{verb[-1]}ed" for verb in _HISSING + _REGULAR],
    )
)
"""Verb forms that show that what follows ``and`` is a clause of its own.

Of each regular verb, a form with its last letter doubled is among them, which is
right for a few (``planned``) and wrong, but read, for the others.
"""

PAST = frozenset(
    """sought hid broke caught cost cut drove dealt fought flew forbade forgot forgave
    froze heard hurt laid lent lit lost paid quit rode rang shook shed shot shut
    sang sank slept spun stole stuck struck swore swept swam swung tore threw
    understood upheld withdrew withheld woke wore wove overthrew oversaw
    undid""".split()
) | {form for form in _IRREGULAR if not form.endswith("s")}
"""Past forms of irregular verbs."""

PARTICIPLES = frozenset(
    """become begun broken brought built bought caught chosen come cost cut dealt drawn
    driven eaten fallen felt flown forbidden forgotten fought found frozen given
    gone got grown heard held hidden hurt kept known laid led left lent lit lost
    made met overseen overthrown paid put quit read risen run seen sent set shed
    shot shown shrunk shut sold sought spent split spread spun stolen struck
    stuck sung sunk swept sworn taken taught thrown told torn understood
    undertaken undone upheld withdrawn withheld won worn written""".split()
)
"""Participles of irregular verbs."""

PLAIN = frozenset(
    (
        *(*_IN_E, *_IN_Y, *_HISSING, *_REGULAR),
        *"stand go come make take hold keep get lie say see give become".split(),
    )
)
"""Verbs as they stand after a plural: ``agreements stand at 119``."""

MODALS = frozenset(
    "may might could would should perhaps maybe possibly allegedly".split()
)
"""Words by which a sentence says what may be, not what is."""

WISHES = frozenset("hopefully wish wishes wished if unless".split())
"""Words by which it says what is wished, or what would be on a condition."""

ATTRIBUTING = frozenset(
    """said say says saying stated states noted notes argued argues argue remarked
    remarks stressed stresses emphasized emphasised emphasizes emphasises claimed
    claims believes believed believe explained explains added adds told tells
    announced pointed reports reported report thinks holds held considers considered
    called calls described describes declared declares insisted insists maintained
    maintains praised praises suggested suggests warned warns observed observes wrote
    writes acknowledged acknowledges highlighted highlights confirmed confirms
    affirmed affirms underlined underlines opined contends contended regards regarded
    views sees put quoted predicted predicts recalled recalls commented comments
    concluded concludes observe write argue contend asserts asserted""".split()
)
"""Verbs by which a clause is made somebody's words."""

SURE_ATTRIBUTING = ATTRIBUTING - frozenset(
    """notes states reports report held holds called calls put views sees claims added
    adds announced maintains maintained considers considered regards regarded praised
    praises suggested suggests describes described quoted concluded concludes observe
    write argue contend comments highlighted highlights confirmed confirms""".split()
)
"""Those that are hardly anything else, so that no *that* need follow."""
