"""Units of measures, money and shares, and how the unit of a quantity is read."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.prose.numerals import Numerals
    from sinotech.prose.quantity import Quantity

PERCENT = frozenset(("%", "percent", "pct", "percentage"))
"""Signs and words after a share of a hundred."""


MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY"}
"""Signs of money, each with its currency (ISO 4217)."""


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
"""Words for money, each with its currency (ISO 4217)."""

_WIDEST = max(len(name.split()) for name in MEASURES)
"""Words of the longest unit."""

_MEASURING = frozenset(name.split()[0] for name in MEASURES)
"""First words of units."""


def read_unit(row: "Numerals", found: "Quantity") -> None:
    """Read the sign or word that says what *found* is measured in."""
    _read_measure(row, found)
    after = row.tokens[found.last + 1] if found.last + 1 < len(row.tokens) else None
    following = (after.word or after.text) if after else ""
    if following == "per" and row.word(found.last + 2) == "cent":
        found.unit, found.last = "percent", found.last + 2
    elif following in PERCENT:
        found.unit, found.last = "percent", found.last + 1
    elif following in CURRENCIES:
        found.unit, found.last = CURRENCIES[following], found.last + 1
    elif following in MONEY and not _is_number(row, found.last + 2):
        found.unit, found.last = MONEY[following], found.last + 1
    elif following == "us" and row.word(found.last + 2) in CURRENCIES:
        found.unit, found.last = "USD", found.last + 2
    if row.word(found.last + 1) in {"point", "points"} and found.unit == "percent":
        found.unit, found.last = "points", found.last + 1
    before = row.tokens[found.first - 1] if found.first else None
    if before and before.text in MONEY:
        found.unit, found.first = MONEY[before.text], found.first - 1
        if row.word(found.first - 1) in {"us", "rmb"}:
            found.first -= 1


def _read_measure(row: "Numerals", found: "Quantity") -> None:
    """Turn an area or a weight into the unit that others are compared in."""
    first = found.last + 1
    if row.word(first) not in _MEASURING:
        return
    for end in range(min(first + _WIDEST, len(row.words)), first, -1):
        name = " ".join(row.words[first:end])
        if name in MEASURES:
            unit, factor = MEASURES[name]
            found.unit, found.last = unit, end - 1
            found.multiply(factor)
            return


def _is_number(row: "Numerals", at: int) -> bool:
    """Whether the token at *at* is digits, to which a sign before it belongs."""
    return at < len(row.tokens) and row.tokens[at].kind == "number"
