"""Days that a sentence gives by how long after, or before, another of its days.

``Announced in August 2023, it opened four months later``: in December 2023.
"""

from sinotech.prose.time import Time, months

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from sinotech.claims.reading import Sentence
    from sinotech.prose.quantity import Quantity

_MONTHS = {"month": 1, "months": 1, "year": 12, "years": 12}
_VAGUE = frozenset("over about around nearly almost some roughly within only".split())
_WAYS = {"later": 1, "afterwards": 1, "after": 1, "earlier": -1, "before": -1}


def read_durations(sentence: "Sentence", days: "Iterable[Time]") -> None:
    """Read ``four months later`` in *sentence* as the month that it means.

    *days* are those of the whole text that the sentence is of. Nothing is read unless
    they are of one month.
    """
    known = {
        (time.earliest, time.latest)
        for time in days
        if not time.text.endswith(tuple(_WAYS))
    }
    if len(known) != 1:
        return
    earliest, latest = known.pop()
    if earliest[:7] != latest[:7] or not earliest[:4].isdecimal():
        return
    for quantity in list(sentence.quantities):
        time = _time_of(sentence, quantity, earliest)
        if time is None:
            continue
        sentence.times.append(time)
        sentence.quantities.remove(quantity)
        sentence.units = [
            unit for unit in sentence.units if not time.first <= unit.first <= time.last
        ]


def _time_of(sentence: "Sentence", quantity: "Quantity", earliest: str) -> Time | None:
    """Return the month that lies *quantity* months or years from *earliest*."""
    words = [token.word for token in sentence.tokens]
    at = quantity.last + (words[quantity.last] not in _MONTHS)
    unit, way = [*words[at : at + 2], "", ""][:2]
    vague = quantity.hedge != "bare" or words[quantity.first - 1] in _VAGUE
    if unit not in _MONTHS or way not in _WAYS or vague:
        return None
    steps = int(quantity.low) * _MONTHS[unit] * _WAYS[way]
    year, month = divmod(int(earliest[:4]) * 12 + int(earliest[5:7]) - 1 + steps, 12)
    time = Time(*months(year, month + 1, month + 1), quantity.first, at + 1)
    time.text = sentence.within(time.first, time.last)
    return time
