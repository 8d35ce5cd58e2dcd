"""Profiles made ready to be printed, when a database is made that will be asked often.

A floor below, the compile cannot do it: it is told to (``finish``) by who builds.
"""

from sinotech.answers.asking import complete
from sinotech.answers.lookups import profile_of
from sinotech.kinds import PROFILES
from sinotech.present.form import page_of
from sinotech.present.text import as_plain
from sinotech.query.paging import Window
from sinotech.rawjson import FIRST, MANY, dump

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


LONG = 1 << 14
"""Characters of JSON from which on it is read sooner in one piece than put together."""


def draw_profiles(store: "sqlite3.Connection", most: int = MANY) -> None:
    """Insert ``drawn``: every profile as it is printed if nothing else is asked for.

    That is as plain text; what is ``LONG``, as JSON too. Nothing in sets of more than
    *most* records, where others are asked for each time, and drawing all of them
    would take as long as compiling.
    """
    (records,) = store.execute("SELECT count(*) FROM record").fetchone()
    if records > most:
        return
    sql = f"""SELECT number, kind, id FROM record
              WHERE kind IN ({", ".join("?" * len(PROFILES))}) ORDER BY number"""  # noqa: S608
    for number, kind, id_ in store.execute(sql, sorted(PROFILES)).fetchall():
        answer = profile_of(store, kind, id_, Window(FIRST))
        if answer is None:
            continue
        complete(answer, store)
        ready = answer.ready()
        kept = ready if sum(map(len, ready)) >= LONG else (None, None)
        row = (number, dump(answer.pages), as_plain(page_of(answer)), *kept)
        store.execute("INSERT INTO drawn VALUES (?, ?, ?, ?, ?)", row)
