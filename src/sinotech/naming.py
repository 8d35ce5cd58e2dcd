"""When two spellings are the same name.

Shared by the compiler, which stores names folded, and by look-ups, which fold what was
asked; so it imports nothing that a look-up does not need.
"""

_SAME = str.maketrans(
    {
        "&": " and ",
        "’": "",
        "‘": "",
        "'": "",
        "ʼ": "",
        "ß": "ss",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
    }
)


_AMERICAN = {
    "centre": "center",
    "centres": "centers",
    "defence": "defense",
    "labour": "labor",
    "organisation": "organization",
    "organisations": "organizations",
    "programme": "program",
    "programmes": "programs",
}
"""British spellings of words that names are made of."""

HAN = "\u3400-\u9fff"
"""Chinese characters, but rare ones, as a set of an expression names them."""

ECHOED = 2000
"""Characters of a question that an answer repeats: a screen, and as many as are read of
a claim."""

TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord minister vice president ambassador
    director general academician secretary spokesperson counselor counsellor datuk dato
    yb his her excellency""".split()
)
"""Words that stand before a person's name and are no part of it."""


def is_cjk(char: str) -> bool:
    """Whether *char* is one that is written without spaces between words."""
    return is_han(char) or "\u3040" <= char <= "\u30ff"


def is_han(char: str) -> bool:
    """Whether *char* is a Chinese character."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"


def bigrams(text: str) -> list[str]:
    """Return each pair of neighbours in the Chinese or Japanese runs of *text*.

    The full-text index holds them, so that two characters are found inside a name. A
    single character stands for itself.

    >>> bigrams("一带一路 and 东盟")
    ['一带', '带一', '一路', '东盟']
    """
    pairs: list[str] = []
    if text.isascii():
        return pairs
    run = ""
    for char in f"{text} ":
        if is_cjk(char):
            run += char
            continue
        pairs += [run[i : i + 2] for i in range(max(len(run) - 1, min(len(run), 1)))]
        run = ""
    return pairs


def shortened(text: str, most: int) -> str:
    """Return the words of *text* that *most* characters hold, and that there are more.

    >>> shortened("one two three", 9), shortened("one two", 9)
    ('one two […]', 'one two')
    """
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[:most]} […]"


def untitled(folded: str) -> str:
    """Return a folded name of a person without the titles before it.

    >>> untitled("vice minister chen jiachang")
    'chen jiachang'
    """
    words = folded.split()
    while len(words) > 1 and words[0] in TITLES:
        words.pop(0)
    return " ".join(words)


def fold(name: str) -> str:
    """Return *name* without what does not tell names apart.

    That is case, accents, width, punctuation and doubled spaces.

    >>> fold("  Côte d’Ivoire "), fold("sci‑tech — R&D"), fold("ＢＲＩＣＳ")
    ('cote divoire', 'sci tech r and d', 'brics')
    """
    name = name.translate(_SAME)
    if not name.isascii():
        from unicodedata import category, normalize

        decomposed = normalize("NFKD", name.casefold())
        name = "".join(c for c in decomposed if category(c)[0] != "M").translate(_SAME)
        name = normalize("NFC", name)
    kept = [c if c.isalnum() else " " for c in name.casefold()]
    return " ".join("".join(kept).split())


def key(name: str) -> str:
    """Return *name* folded, in American spelling and without a leading *the*.

    Names are stored and looked up by it.

    >>> key("The Programme Centre"), key("the")
    ('program center', 'the')
    """
    words = [_AMERICAN.get(word, word) for word in fold(name).split()]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def edits(one: str, other: str, most: int) -> int:
    """Return how many edits turn *one* into *other*; more than *most* if so.

    An edit inserts, deletes or replaces a letter, or swaps two neighbours (optimal
    string alignment distance).

    >>> edits("brazl", "brazil", 2), edits("barzil", "brazil", 2)
    (1, 1)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    one, other = _differing(one, other)
    above: list[int] = []
    last: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, last, row = last, row, [most + 1] * (len(other) + 1)
        row[0] = i
        for j in range(max(1, i - most), min(len(other), i + most) + 1):
            b = other[j - 1]  # further from the diagonal, it takes more than *most*
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, above[j - 2] + 1)
            row[j] = cost
        if min(row) > most:
            return most + 1
    return row[-1]


def _differing(one: str, other: str) -> tuple[str, str]:
    """Return both without what they begin and end with in common."""
    shortest = min(len(one), len(other))
    begin = 0
    while begin < shortest and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < shortest - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[begin : len(one) - end], other[begin : len(other) - end]


def sign(folded: str) -> int:
    """Return 64 bits that count each letter of *folded*: none, one, or more.

    One edit changes at most one bit from 0 to 1 and one from 1 to 0, so that most
    names that are many edits apart are told apart without comparing them.

    >>> bin(sign("aab") ^ sign("ab"))
    '0b10'
    """
    bits = 0
    for char in folded:
        code = ord(char) - ord("a")
        first = 1 << 2 * (code if 0 <= code < _LETTERS else _LETTERS + code % 6)
        bits |= first << 1 if bits & first else first
    return bits


_LETTERS = 26
"""Letters with a count of their own; all other characters share six."""
