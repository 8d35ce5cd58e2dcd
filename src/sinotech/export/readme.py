"""The README of an export: what its tables are, and what to beware of."""

from collections.abc import Iterator, Mapping, Sequence

from sinotech.export.as_sqlite import NAME as DATABASE
from sinotech.export.as_sqlite import VIEWS
from sinotech.export.columns import Column
from sinotech.export.package import NAME as PACKAGE
from sinotech.export.package import Written, licenses_of

NAME = "README.md"
"""Its file."""

_HEAD = """# {name} {version}, as tables

What a set of records says of China's international cooperation in science and
technology, made by `sinotech export --format {form}`. The hash of the records is
`{sha256}`.

No figure stands without its measure: `measures` says what it counts, and
`measure_misreadings` what it does not. Where a fact is written is in `citations`, with
the words (`find`) that find the place in the article. `conflicts` says which records
disagree.
"""

_KEYS = """
## Keys

Every record has a row in `records` and one in the table of its kind, under the same
`id`. A column whose name ends in `_id` refers to one of them; `{package}` says to
which. The rows of a record's parts are numbered by `position`.

## Dates and numbers

A date is given as the source states it, in EDTF (`2024-09`, `2023/..`, `202X`), and
beside it as its first and its last day (`as_of_start`, `as_of_end`), empty where it is
open. A figure has a `value`, or `low` and `high`; `hedge` says how exactly it is meant
(`more_than`, `about`…), and `as_written` is the number as printed.
"""

_TRAPS = """
## Two traps

- **`NA` is Namibia.** pandas, R and others take `NA` for a missing value. In this
  export only an empty cell is one:
  `pandas.read_csv(path, keep_default_na=False, na_values=[""])`,
  `read.csv(path, na.strings = "")`.
- **Cells are as they are.** A text that begins with `=`, `+`, `-` or `@` is kept, where
  a spreadsheet would take it for a formula. Import such columns as text.

Read all rows before types are guessed: `polars.read_csv(path,
infer_schema_length=None)`. Whole numbers with gaps become decimals in pandas unless
`dtype="Int64"` is asked for. R reads `true` and `false` as text unless `colClasses`
says `logical`.
"""

_VIEWS = """
## Views

`{file}` holds all tables, with keys and indexes, and {views}; `.schema` in the
`sqlite3` shell says what they are.
"""


_LICENSES = """
## Licenses

{records}Names of territories that no record gives are from the Unicode
Common Locale Data Repository: copyright © 2004-2026 Unicode, Inc., under the
[Unicode License V3](https://www.unicode.org/license.txt).
"""

_OUR_LICENSE = """The records are under
[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/): use them for anything, and
give credit to "sinotech, records {version}". Titles of articles and find phrases are
their publishers'. """

_OTHER_LICENSE = """Whoever keeps the records says what may be done with them. """


def readme(form: str, origin: Mapping[str, str], tables: Sequence[Written]) -> str:
    """Return what the README says of *tables* in a *form*, made of *origin*."""
    parts = [_HEAD.format(form=form, **origin), _KEYS.format(package=PACKAGE)]
    if form == "csv":
        parts.append(_TRAPS)
    if form == "sqlite":
        names = " and ".join(f"`{name}`" for name in VIEWS)
        parts.append(_VIEWS.format(file=DATABASE, views=names))
    parts += ["\n## Tables\n\n| table | rows | what |\n| --- | --- | --- |\n"]
    parts += (
        f"| {one.table.name} | {one.rows} | {one.table.holds} |\n" for one in tables
    )
    for one in tables:
        parts += _columns(one)
    records = _OUR_LICENSE if licenses_of(origin) else _OTHER_LICENSE
    parts.append(_LICENSES.format(records=records.format(**origin)))
    return "".join(parts)


def _columns(written: Written) -> Iterator[str]:
    """Yield the table of the columns of a table."""
    key = ", ".join(written.table.key)
    yield f"\n### {written.table.name}\n\nKey: {key}.\n\n"
    yield "| column | type | empty | meaning |\n| --- | --- | --- | --- |\n"
    for column in written.table.columns:
        empty = "never" if column.required else "possibly"
        yield f"| {column.name} | {column.type} | {empty} | {_meaning(column)} |\n"


def _meaning(column: Column) -> str:
    told = column.meaning.replace("|", "\\|")
    if column.choices:
        told += f": {', '.join(column.choices)}"
    return f"{told} → `{column.to}`" if column.to else told
