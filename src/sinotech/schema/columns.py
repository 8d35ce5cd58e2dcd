"""Which fields the records of each kind have in CSV and TSV, and what they mean.

A path leads through the JSON: ``speaker.name``, ``citations.label``. Through a list it
leads to each item, and the values are joined by semicolons.
"""

_ABOUT = (
    ("countries", "ISO 3166 codes of the countries concerned"),
    ("groups", "ids of the groups and regions concerned"),
    ("programs", "ids of the programs concerned"),
    ("organizations", "ids of the organizations concerned"),
    ("people", "ids of the people concerned"),
)
_END = (
    ("standing", "article, or corroborating if no article states it"),
    ("conflicts", "ids of the conflicts about it"),
    ("notes", "what a reader must know besides"),
    ("citations.source", "ids of the sources that state it"),
    ("citations.section", "the sub-heading it stands under"),
    ("citations.paragraph", "the paragraph of the article, from 1"),
    ("citations.find", "words that find the place with Ctrl-F"),
    ("citations.label", "the citation as a footnote prints it"),
    ("citations.link", "the address of the place, where known"),
    ("citations.styled", "the citation in the style asked for (only with --style)"),
)
_ID = (("id", "its id, for `sinotech show`"), ("kind", "the kind of record"))
_NAME = (
    ("name", "its name"),
    ("aliases", "its other names"),
    ("aliases_ours", "those of them that no source prints"),
)

FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "source": (
        *_ID,
        ("type", "news, opinion, declaration, blog or caption"),
        ("standing", "article or corroborating"),
        ("title", "its headline"),
        ("authors", "the byline's names"),
        ("publisher", "who published it"),
        ("container", "newspaper, magazine or website"),
        ("published", "when, as EDTF"),
        ("inferred", "fields that are inferred, with the basis of each"),
        ("url", "its address"),
        ("file", "name of the text it was read from"),
        ("held", "the part of it that is held, if not all"),
        ("short", "its short name"),
        ("reference", "its line in a list of sources"),
        ("styled", "its reference in the style asked for (only with --style)"),
        ("defects", "what is wrong or missing in it"),
        ("notes", "what a reader must know besides"),
        ("cited", "citations that point to it (only in lists)"),
    ),
    "country": (
        *_ID,
        ("iso2", "ISO 3166 alpha-2 code"),
        *_NAME,
        ("held", "records about it, by kind (only in lists)"),
        ("notes", "what a reader must know besides"),
    ),
    "group": (
        *_ID,
        *_NAME,
        ("type", "organization, mechanism, region or category"),
        ("members.party.id", "members that a source names"),
        ("members.since", "when each joined"),
        *_END,
    ),
    "program": (
        *_ID,
        ("name", "its full name"),
        ("abbreviation", "its abbreviation"),
        ("aliases", "its other names"),
        ("aliases_ours", "those of them that no source prints"),
        ("type", "initiative, mechanism, forum, center…"),
        ("parent.id", "the program it belongs to"),
        ("summary", "what it is"),
        ("place", "where it is"),
        ("role", "the role of what was asked for (only in profiles)"),
        ("status.state", "states it went through, oldest first"),
        ("status.date", "when each was reached"),
        ("participants.party.id", "who takes part"),
        ("participants.role", "each one's role"),
        ("held", "records about it, by kind (only in lists)"),
        *_END,
    ),
    "organization": (
        *_ID,
        ("name", "its full name"),
        ("abbreviation", "its abbreviation"),
        ("aliases", "its other names"),
        ("aliases_ours", "those of them that no source prints"),
        ("type", "company, university, government…"),
        ("country.id", "its country"),
        ("parent.id", "the body it belongs to"),
        ("summary", "what the sources say it is"),
        *_END,
    ),
    "person": (
        *_ID,
        *_NAME,
        ("role", "the role in which the source presents them"),
        ("country.id", "their country"),
        ("organization.id", "the body they speak for"),
        *_END,
    ),
    "measure": (
        *_ID,
        ("label", "what is counted"),
        ("definition", "what is counted, and what is not"),
        ("unit", "the unit"),
        ("scope", "of whom, where"),
        ("counting", "total, period, share, rate, size, ordinal or change"),
        ("misreadings", "what it is mistaken for"),
        ("differs_from", "ids of measures it is mistaken for"),
        ("notes", "what a reader must know besides"),
    ),
    "figure": (
        *_ID,
        ("measure", "id of what it counts"),
        ("label", "what it counts"),
        ("value", "the number, if not a range"),
        ("low", "lower end of a range"),
        ("high", "upper end of a range"),
        (
            "hedge",
            "exact, more_than, at_least, nearly, about, up_to, fewer_than, dozens",
        ),
        ("unit", "the unit"),
        ("as_written", "the number as the source prints it"),
        ("as_of", "the date it is true of, as EDTF"),
        ("as_of_start", "the first day of that; empty if open (only in rows)"),
        ("as_of_end", "the last day of that; empty if open (only in rows)"),
        ("as_of_basis", "how that date is known, unless the sentence says it"),
        ("scope", "of whom, where"),
        ("speaker.name", "who says so, if the source names them"),
        *_ABOUT,
        *_END,
    ),
    "event": (
        *_ID,
        ("type", "happened, or planned when the source was written"),
        ("date", "when, as EDTF"),
        ("date_basis", "how the date is known, unless the sentence says it"),
        ("what", "what"),
        ("place", "where"),
        ("earliest", "first day it may be of (only in timelines)"),
        ("latest", "last day it may be of (only in timelines)"),
        *_ABOUT,
        *_END,
    ),
    "statement": (
        *_ID,
        ("type", "fact, plan or opinion"),
        ("text", "what is said"),
        ("speaker.name", "who says it; empty if the text itself does"),
        ("holder", "who says it, where no name is given"),
        ("date", "the time it speaks of, as EDTF"),
        *_ABOUT,
        *_END,
    ),
    "conflict": (
        *_ID,
        ("title", "what it is about"),
        ("cause", "date, scope, definition, translation, source_error or unresolved"),
        ("explanation", "what a reader should make of it"),
        ("records", "ids of the records that disagree"),
        ("current", "the record that supersedes the others"),
        *_ABOUT,
        *_END,
    ),
    "found": (
        *_ID,
        ("snippet", "its title or text, with the words that matched marked (search)"),
        ("shares", "names of what both are about (related)"),
        ("score", "how much they share: more is closer (related)"),
        ("citations.label", "where it is written"),
    ),
    "compared": (
        ("of", "id of what is compared"),
        ("section", "the section of its profile"),
        *_ID,
        ("title", "the line that stands for the record"),
        ("date", "when, as EDTF"),
        ("role", "its role there"),
        ("citations.label", "where it is written"),
    ),
    "participant": (
        ("party.id", "who takes part: id"),
        ("party.kind", "what kind of record that is"),
        ("party.name", "its name"),
        ("role", "in what role"),
        ("citations.label", "where it is written"),
    ),
    "member": (
        ("party.id", "the member: id"),
        ("party.kind", "what kind of record that is"),
        ("party.name", "its name"),
        ("since", "when it joined, as EDTF"),
        ("citations.label", "where it is written"),
    ),
    "step": (
        ("state", "the state reached"),
        ("date", "when, as EDTF"),
        ("note", "the word the source uses, or a doubt"),
        ("citations.label", "where it is written"),
    ),
    "record": (
        ("section", "the section of the profile it stands in"),
        *_ID,
        ("title", "the line that stands for it"),
        ("date", "when, as EDTF"),
        ("role", "its role, or that of what was asked for"),
        ("citations.label", "where it is written"),
    ),
    "evidence": (
        ("part", "the part of the claim (only in rows)"),
        ("verdict", "the verdict on it (only in rows)"),
        ("confidence", "how sure the verdict is (only in rows)"),
        ("rule", "the one rule that was applied (only in rows)"),
        *_ID,
        ("relation", "supports, contradicts, rival, supersedes or nearest"),
        ("says", "what the record says"),
        ("value", "its number, as written, or its date"),
        ("comparison", "how it compares, in a line (only of the nearest)"),
        ("cause", "why it differs from what decides, if that is recorded"),
        ("decides", "whether the verdict was read from it"),
        ("score", "how much of the claim it holds, 0 to 1"),
        ("reasons", "how it compares, in words"),
        ("standing", "article or corroborating"),
        ("opinion", "whether it is an opinion"),
        ("speaker", "who says so, if named"),
        *_END[3:],
    ),
    "claim": (
        ("claim", "the claim as given; of a long one, its beginning"),
        ("verdict", "the verdict on it; empty if there is none: see error"),
        ("confidence", "how sure the verdict is: certain or likely"),
        ("evidence", "ids of the records that decide"),
        ("says", "what the first of them says"),
        ("citation", "where that is written, as a footnote or --style prints it"),
        ("link", "the address of the place, where known"),
        ("score", "how much of the claim that record holds, 0 to 1"),
        ("reasons", "why, in words"),
        ("error", "why there is no verdict: the claim is empty, or no text"),
    ),
    "diagnostic": (
        ("path", "the file, as it was named"),
        ("line", "the line of the sentence, from 1; of .docx, the paragraph"),
        ("column", "the column of its first character, from 1, in code points"),
        ("end_line", "the line of its last character"),
        ("end_column", "the column just behind that"),
        ("offset", "code points of the file before it"),
        ("length", "code points of the file that it takes"),
        ("code", "S001 contradicted, S002 outdated…: see `sinotech help codes`"),
        ("level", "error, warning or note"),
        ("message", "what the sources say"),
        ("sentence", "the sentence as a reader reads it"),
        ("verdict", "the verdict on it; null of a suppression"),
        ("confidence", "how sure the verdict is: certain or likely"),
        ("quoted", "whether it is a quotation"),
        ("inherited", "what was read into it from the sentences before"),
        ("differs", "words of it that the sources have otherwise, where known"),
        ("fingerprint", "what a baseline knows it by"),
        ("records.id", "ids of the records that decide"),
        ("records.says", "what each says"),
        ("records.value", "the number of each, as written, or its date"),
        ("records.citation", "where each is written"),
        ("records.link", "the address of that, where known"),
    ),
    "finding": (
        ("file", "the file of records"),
        ("line", "the line in it"),
        ("code", "E: forbids compiling; W: advice"),
        ("message", "what is wrong"),
    ),
    "count": (
        ("by", "what is counted by: kind, source, country, program or year"),
        ("of", "which one"),
        ("title", "its name"),
        ("kind", "the kind of record counted"),
        ("records", "how many"),
    ),
    "untouched": (
        ("source", "the article, or the text's file"),
        ("paragraph", "the paragraph of the article, or the line of the file"),
        ("kind", "number, name or line"),
        ("text", "what no record touches"),
        ("context", "the words around it"),
    ),
    "exported": (
        ("directory", "the folder made"),
        ("format", "csv, sqlite, parquet or jsonl"),
        ("files", "files of tables"),
        ("tables", "rows of each table"),
        ("records", "the record set"),
    ),
    "change": (
        ("change", "added, removed or changed"),
        ("id", "the id of the record"),
        ("kind", "the kind of record"),
        ("title", "the line that stands for it"),
        ("field", "the field that differs; empty if the whole record does"),
        ("old", "what it was; empty if nothing"),
        ("new", "what it is; empty if nothing"),
        ("citations.source", "ids of the sources that state it"),
        ("citations.section", "the sub-heading it stands under"),
        ("citations.paragraph", "the paragraph of the article, from 1"),
        ("citations.find", "words that find the place with Ctrl-F"),
        ("citations.label", "the citation as a footnote prints it"),
        ("citations.link", "the address of the place, where known"),
    ),
    "build": (
        ("database", "the file made"),
        ("records", "records compiled, by kind"),
        ("sha256", "of the record files"),
    ),
    "field": (
        ("field", "path of the field"),
        ("type", "its type, in the words of JSON Schema"),
        ("column", "whether CSV has it where no fields are chosen"),
        ("meaning", "what it holds"),
    ),
    "schema": (
        ("command", "name of the command"),
        ("schema", "id of the schema of its answer"),
        ("about", "what the command answers"),
    ),
    "topic": (
        ("topic", "name of the topic"),
        ("about", "what it is about"),
    ),
    "entry": (
        ("term", "the word, code or option"),
        ("meaning", "what it means"),
    ),
    "version": (
        ("tool", "sinotech"),
        ("version", "the tool's version"),
        ("records.name", "name of the record set"),
        ("records.version", "its version"),
        ("records.sha256", "hash of the record files"),
        ("database_schema", "hash of the database schema that is read"),
        ("python", "version of Python"),
        ("sqlite", "version of SQLite"),
    ),
    "document": (
        ("$id", "the schema's own id"),
        ("title", "the id that answers carry"),
        ("description", "what the command answers"),
    ),
}
"""The fields of each kind of row, in the order of the columns."""


def value_at(record: object, path: str) -> object:
    """Return what *path* leads to in *record*; a list of each if it leads through one.

    >>> value_at({"citations": [{"label": "a"}, {"label": "b"}]}, "citations.label")
    ['a', 'b']
    """
    if isinstance(record, list):
        return [value_at(one, path) for one in record]
    if not isinstance(record, dict):
        return None
    step, _, rest = path.partition(".")
    found = record.get(step)
    if found is None and step in _DAYS:
        return _day(record, step)
    return value_at(found, rest) if rest else found


_DAYS = ("as_of_start", "as_of_end")
"""Fields that no record has: they are read from its ``as_of``."""


def _day(record: "dict[str, object]", field: str) -> str | None:
    """Return the first or last day of ``as_of``, unless it is open there.

    >>> _day({"as_of": "2023-02/.."}, "as_of_start")
    '2023-02-01'
    """
    from sinotech.edtf import FIRST_DAY, LAST_DAY, parse  # for CSV alone

    if not (text := record.get("as_of")):
        return None
    try:
        _, first, last = parse(str(text))
    except ValueError:  # of a stranger's database
        return None
    day = first if field == "as_of_start" else last
    return None if day in {FIRST_DAY, LAST_DAY} else day
