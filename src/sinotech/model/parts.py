"""What is written inside records, and of a file itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import ClassVar

from sinotech.edtf import Period
from sinotech.fieldspec import (
    FieldSpec,
    Use,
    choice_field,
    count_field,
    date_field,
    flag_field,
    id_field,
    lines_field,
    name_field,
    part_field,
    part_list,
    ref_field,
    text_field,
    text_list,
)
from sinotech.model.vocabulary import STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something written inside a record, which remembers its lines."""

    short_for: ClassVar[str | None] = None
    """The field that plain text stands for, where a part is written as text."""

    line: int = field(default=0, compare=False, repr=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def line_of(self, name: str) -> int:
        """Return the line where the field *name* stands, else the part's own."""
        return self.lines.get(name, self.line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Part):
    """A source with a locator: where in it a fact is written."""

    source: str = ref_field(
        "source", meaning="the article", required=True, uses=Use.BY_ID
    )
    section: str | None = name_field("the sub-heading it stands under, as printed")
    paragraph: int | None = count_field(
        "its paragraph, counted through the article from 1"
    )
    find: str | None = name_field("at most eight words that find the place with Ctrl-F")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Part):
    """Another name of a record."""

    short_for = "name"

    name: str = name_field("the name", required=True)
    lang: str | None = name_field("its language, if not English: zh, pt, es…")
    ours: bool = flag_field("true if no source prints this name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Author(Part):
    """An author as the byline names them."""

    short_for = "name"

    name: str = name_field("as printed, such as LIN Yuchen", required=True)
    family: str | None = name_field("family name, for citation styles")
    given: str | None = name_field("given name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles(Part):
    """Other forms of a title, where a citation style asks for them."""

    short: str | None = name_field("its first words, if it is long")
    sentence: str | None = name_field(
        "with capitals as in a sentence, proper names kept"
    )
    headline: str | None = name_field("with capitals as in a headline")
    latin: str | None = name_field("in Latin letters, if it is printed in others")
    english: str | None = name_field("in English, in words of ours")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Part):
    """The text that an article was read from, and how it is laid out there."""

    file: str = name_field("name of the file it was read from", required=True)
    sha256: str = name_field("hash of that file's bytes", required=True)
    span: tuple[tuple[int, int], ...] = lines_field(
        "its lines in reading order: 9-17, 23-37", required=True
    )
    headings: tuple[tuple[int, int], ...] = lines_field("lines that are sub-headings")
    joins: tuple[tuple[int, int], ...] = lines_field(
        "lines whose paragraph goes on after a column break"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference(Part):
    """A field of a source that no page states, and what it was worked out from."""

    field: str = name_field("the field", required=True)
    basis: str = text_field("what it rests on", required=True, uses=Use.NAMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Part):
    """A member of a group, as a source states it."""

    party: str = ref_field("country", "group", meaning="the member", required=True)
    since: Period | None = date_field("when it joined")
    cites: tuple[Citation, ...] = part_list(Citation, "where it says so", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Part):
    """A party to a program, and its role there."""

    party: str = ref_field(
        "country", "group", "organization", "person", meaning="who", required=True
    )
    role: str = name_field("in what role: founder, host, partner…", required=True)
    cites: tuple[Citation, ...] = part_list(Citation, "where it says so", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Part):
    """One step of a program's status."""

    state: str = choice_field(STATES, "the state reached")
    date: Period | None = date_field("when it was reached, or as of when it is stated")
    note: str | None = text_field(
        "the word the source uses, or a doubt", uses=Use.PROSE
    )
    cites: tuple[Citation, ...] = part_list(Citation, "where it says so", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Part):
    """The country whose cooperation a set records, and the words that name it."""

    country: str = ref_field("country", meaning="the country: CN", required=True)
    words: tuple[str, ...] = text_list(
        "words that name it: China, Chinese, RMB", uses=Use.NAMED
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Part):
    """What a file of records says of itself."""

    name: str = name_field("name of the record set", required=True)
    version: str = name_field("its version", required=True)
    format: int = count_field("version of this format: 1", required=True)
    overlay: bool = flag_field(
        "true if its records may replace those of files before it"
    )
    subject: Subject | None = part_field(
        Subject, "the country whose cooperation it records"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired(Part):
    """An id that is no longer used."""

    id: str = id_field("the old id")
    now: str = ref_field(meaning="the id that stands for it now", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission(Part):
    """Something in a text that no record is made of, on purpose.

    Either *find*, a phrase of the article *source*, or *lines* of the text *file* that
    belong to no article.
    """

    reason: str = text_field("why it is left out", required=True, uses=Use.NAMED)
    source: str | None = ref_field("source", meaning="the article", uses=Use.BY_ID)
    find: str | None = name_field("the words left out, as printed")
    file: str | None = name_field("a text, for lines that belong to no article")
    span: tuple[tuple[int, int], ...] = lines_field("those lines")


def field_specs(of: type[Part]) -> Mapping[str, FieldSpec]:
    """Return the fields that may be written in *of*, in the order declared."""
    if of not in _FORMS:
        declared = (f for f in fields(of) if "form" in f.metadata)
        _FORMS[of] = {f.name: f.metadata["form"] for f in declared}
    return _FORMS[of]


def required(of: type[Part]) -> frozenset[str]:
    """Return the fields that must be written in *of*."""
    if of not in _REQUIRED:
        names = (name for name, form in field_specs(of).items() if form.required)
        _REQUIRED[of] = frozenset(names)
    return _REQUIRED[of]


def used(of: type[Part], use: Use) -> tuple[str, ...]:
    """Return the fields of *of* that have a *use*, in the order declared."""
    key = of, use.value
    if key not in _USED:
        _USED[key] = tuple(n for n, form in field_specs(of).items() if form.uses & use)
    return _USED[key]


_USED: dict[tuple[type[Part], int], tuple[str, ...]] = {}
_FORMS: dict[type[Part], Mapping[str, FieldSpec]] = {}
_REQUIRED: dict[type[Part], frozenset[str]] = {}
