"""Words that say how exactly a number is meant, and the units of measures."""

_BEFORE = (
    (
        "more_than",
        "more than|over|above|in excess of|exceeding|exceeds|exceeded|exceed|surpassed|"  # noqa: ISC004
        "surpassing|surpasses|surpass|upwards of|upward of|greater than|beyond|passed|"
        "topped|topping|past|higher than|well over|larger than|north of|"
        "not only|better than|slightly above|slightly over|slightly more than|just over|"  # noqa: E501
        "just above|a little over|a little more than|a bit over|a shade over|some over",
    ),
    (
        "at_least",
        "at least|no fewer than|no less than|not less than|not fewer than|minimum of",
    ),
    (
        "nearly",
        "nearly|almost|close to|just under|approaching|just short of|a little under|"  # noqa: ISC004
        "just below|not quite|slightly under|shy of|short of|just shy of|a shade under",
    ),
    (
        "about",
        "about|around|approximately|roughly|some|circa|approx|or so|in the region of|"  # noqa: ISC004
        "an estimated|estimated|something like|in the order of|near|round about|ca",
    ),
    (
        "up_to",
        "up to|at most|no more than|not more than|as many as|a maximum of|maximum of|"  # noqa: ISC004
        "not exceeding|not over|at the very most|at the most",
    ),
    (
        "fewer_than",
        "fewer than|less than|under|below|lower than|well under|not even|smaller than",
    ),
    ("exactly", "exactly|precisely|just|only|merely|a mere|a total of exactly"),
)
_AFTER = (
    ("at_least", "or more|or above|or over|and more|plus|and above"),
    ("more_than", "odd|and counting"),
    ("up_to", "or fewer|or less|at most|at the most|or under|at the very most|tops"),
    ("about", "or so|or thereabouts"),
    ("at_least", "at least"),
)
HEDGES = {tuple(p.split()): code for code, ps in _BEFORE for p in ps.split("|")}
AFTERTHOUGHTS = {tuple(p.split()): code for code, ps in _AFTER for p in ps.split("|")}

PERCENT = frozenset(("%", "percent", "pct", "percentage"))
MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY"}
MEASURES = {
    name: (unit, factor)
    for unit, factor, names in (
        ("m2", 1.0, "square meters|square metres|square meter|square metre|sq m|sqm"),
        ("m2", 1e4, "hectares|hectare|ha"),
        ("m2", 1e6, "square kilometers|square kilometres|sq km"),
        ("m2", 4046.8564224, "acres|acre"),
        (
            "t/ha",
            1.0,
            "tons per hectare|tonnes per hectare|tons a hectare|tonnes a hectare|t ha|"  # noqa: ISC004
            "tons hectare|tonnes of cassava per hectare|tons of cassava per hectare",
        ),
        ("t", 1.0, "tons|tonnes|ton|tonne|metric tons|metric tonnes"),
        ("years", 1.0, "years|year"),
        ("years", 10.0, "decades|decade"),
        ("t", 1e-3, "kilograms|kilogram|kg|kilos"),
    )
    for name in names.split("|")
}
"""Units of area and weight, with what one is in square metres or tonnes (SI)."""
CURRENCIES = {
    "dollar": "USD",
    "dollars": "USD",
    "usd": "USD",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "cny": "CNY",
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "pounds": "GBP",
    "reais": "BRL",
    "rubles": "RUB",
    "roubles": "RUB",
}
JOINED = frozenset(
    """way year month week day hour stop time step sided dimensional phase stage point
    level size third track off man woman person party""".split()
)
"""Words that make an adjective with a number before a hyphen: no number of anything."""
NUMBERED = frozenset(
    "version phase stage article chapter section level grade model".split()
)
"""Words after which a number is a name: ``version 3.0``."""
AFTER_BARE = frozenset(
    ("", "in", "with", "by", "from", "now", "thanks", "and", "after")
)
SPREADING = ("exten", "spread", "stretch", "span")
"""How verbs begin after which *over* is no hedge: ``extends over six hectares``."""
KNOWN = 5
"""Up to this, a number after *the* only says which things are meant: the four founders."""  # noqa: E501
