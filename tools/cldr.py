"""Writes ``src/sinotech/compile/cldr.txt``: the names of territories that CLDR gives.

    python tools/cldr.py

Run it when a newer release of Babel has a newer CLDR; read the difference before it is
committed. The compile reads the file instead of CLDR, so that a record set compiles to
the same wherever it is compiled, and without Babel.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version, get_global

from sinotech.naming import key

FILE = Path(__file__).parent.parent / "src" / "sinotech" / "compile" / "cldr.txt"

LANGUAGES = (
    "zh zh_Hant es fr pt ru ar de ja ko hi sw id ms th vi km lo my ur fa tr it am kk"
).split()
"""CLDR locales besides English: the UN's, and those of countries that records name."""

REGIONS = {
    "002": "africa",
    "142": "asia",
    "150": "europe",
    "419": "latin-america",
    "035": "southeast-asia",
    "034": "south-asia",
    "143": "central-asia",
    "EU": "european-union",
}
"""Codes of CLDR (UN M49 regions, and the EU), and the groups that they are here."""

_NO_TERRITORY = set("EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA".split())
"""Codes of CLDR that ISO 3166 does not assign to a country or territory."""

_WITHDRAWN = set("ZAR 278 280 DDR 230 249 FXX BUR 736 TMP 720 886 YMD".split())
"""Codes that CLDR still maps, of states that are no more (ISO 3166-3)."""

_HEAD = """\
# Names of territories and regions, of CLDR {version}; see LICENSE-UNICODE.
# Written by tools/cldr.py, never edited. A territory a line:
# code | other codes of ISO 3166 | English name | names in other languages
# A region: @ and the group that it is here | names
"""


def main() -> None:
    """Write the file."""
    FILE.write_text(text(), encoding="utf-8", newline="\n")


def text() -> str:
    """Return what the file holds, of the CLDR that the installed Babel has."""
    lines = [*_territory_lines(), *_region_lines()]
    head = _HEAD.format(version=version())
    return head + "".join(f"{line}\n" for line in lines)


def version() -> str:
    """Return the version of the CLDR that the installed Babel has."""
    return str(get_cldr_version())


def _territory_lines() -> Iterator[str]:
    english = _names("en")
    codes = _codes(english)
    others = [_names(language) for language in LANGUAGES]
    shared = _shared_words([english[code] for code in codes])
    for code, more in codes.items():
        names = dict.fromkeys(own[code] for own in others if code in own)
        kept = [n for n in names if n != english[code] and key(n) not in shared]
        yield "|".join((code, ",".join(more), english[code], *kept))


def _region_lines() -> Iterator[str]:
    named = [_names(language) for language in ("en", *LANGUAGES)]
    for code, group in REGIONS.items():
        names = dict.fromkeys(own[code] for own in named if code in own)
        yield "|".join((f"@{group}", *names))


def _names(language: str) -> Mapping[str, str]:
    return Locale.parse(language).territories


def _shared_words(english: list[str]) -> set[str]:
    """Return words that the *english* names of several territories share.

    "Congo" is one country's name in Spanish; but who writes it in English may mean
    either, so another language does not decide it.
    """
    counts = Counter(word for name in english for word in key(name).split())
    return {word for word, count in counts.items() if count > 1}


def _codes(english: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the alpha-2 codes, each with its alpha-3 and numeric codes."""
    codes: dict[str, list[str]] = {
        code: []
        for code in sorted(english)
        if len(code) == 2 and code.isalpha() and code not in _NO_TERRITORY  # noqa: PLR2004
    }
    for old, new in sorted(get_global("territory_aliases").items()):
        if len(new) == 1 and new[0] in codes and _is_current(old):
            codes[new[0]].append(old)
    return codes


def _is_current(code: str) -> bool:
    return len(code) == 3 and code not in _WITHDRAWN  # noqa: PLR2004


if __name__ == "__main__":
    main()
