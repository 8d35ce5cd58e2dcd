"""The command that writes the records as tables for other programs."""

from contextlib import closing

from sinotech.answers.answer import Answer
from sinotech.errors import UsageError
from sinotech.progress import Bar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = 50_000
"""Records, each counted in every table that it is read for, that take a second."""


def export(
    *,
    dir_: str | None,
    form: str | None,
    partition_by: str | None,
    force: bool,
    db: str | None,
    records: "Sequence[str]",
) -> Answer:
    """Write all tables to the folder *dir_*, and answer with what was written."""
    from sinotech.export.export import Export
    from sinotech.query.records import find_origin
    from sinotech.store import Wall, open_store

    if dir_ is None:
        raise UsageError("DIR is missing", "see sinotech export --help")
    export = Export(dir_, form or "csv", partition=partition_by, force=force)
    with Bar() as bar:
        store = open_store(db, records, bar)
    with closing(store):
        with Bar(LONG) as bar:
            written = export.write(store, bar)
        with Wall(store):
            origin = find_origin(store)
    data = {
        "directory": dir_,
        "format": export.form,
        "files": len({path for one in written for path in one.files}),
        "tables": {one.table.name: one.rows for one in written},
        "records": origin,
    }
    return Answer("export@1", data)
