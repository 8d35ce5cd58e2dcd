"""Verbs that can mean the same act, for the words of one record set.

They are WordNet's (``verbs.txt``, written by ``tools/verbs.py``): two verbs that share
a class can mean nearly the same act, and some are opposites.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sinotech.prose.stems import Stemmer

VERBS_FILE = Path(__file__).with_name("verbs.txt")
_NONE = "-"


class Verb(NamedTuple):
    """A verb: its *forms*, whether it is *mostly* one, what it shares and opposes."""

    forms: tuple[str, ...]
    mostly: str
    classes: frozenset[str]
    opposites: tuple[str, ...]


@cache
def verbs() -> dict[str, Verb]:
    """Return the verbs that ship with the tool, by lemma."""
    found = {}
    for line in VERBS_FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        lemma, irregular, mostly, classes, against = line.split("\t")
        forms = () if irregular == _NONE else tuple(irregular.split())
        opposites = () if against == _NONE else tuple(against.split())
        found[lemma] = Verb(
            (lemma, *forms), mostly, frozenset(classes.split()), opposites
        )
    return found


def verb_rows(records: Mapping[str, int]) -> Iterator[tuple[str, str, str, str]]:
    """Yield each verb's stem, if it is mostly one, and stems of records akin to it.

    *records* says how many records hold each stem. The last column are the stems of its
    opposites.
    """
    stems = Stemmer().stems({form for verb in verbs().values() for form in verb.forms})
    by_stem: dict[str, list[Verb]] = defaultdict(list)
    by_class: dict[str, set[str]] = defaultdict(set)
    for verb in verbs().values():
        for stem in {stems[form] for form in verb.forms}:
            by_stem[stem].append(verb)
        for known in {stems[form] for form in verb.forms} & records.keys():
            for one in verb.classes:
                by_class[one].add(known)
    for stem, of in sorted(by_stem.items()):
        akin = {other for verb in of for one in verb.classes for other in by_class[one]}
        against = {
            stems[form]
            for verb in of
            for lemma in verb.opposites
            for form in (verbs()[lemma].forms if lemma in verbs() else ())
        }
        kinds = {verb.mostly for verb in of}
        mostly = "v" if "v" in kinds else "=" if "=" in kinds else "n"
        yield stem, mostly, " ".join(sorted(akin - {stem})), " ".join(sorted(against))
