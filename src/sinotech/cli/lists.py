"""The commands that list all records of a kind."""

from sinotech.errors import NOT_FOUND
from sinotech.present.answer import Answer
from sinotech.query import records as query

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from sinotech.query.records import Document


def countries(store: "sqlite3.Connection") -> Answer:
    """Answer with the countries recorded."""
    return _listed(query.find_kind(store, "country"), "countries")


def people(store: "sqlite3.Connection") -> Answer:
    """Answer with the people recorded."""
    return _listed(query.find_kind(store, "person"), "people")


def organizations(store: "sqlite3.Connection") -> Answer:
    """Answer with the organizations recorded."""
    return _listed(query.find_kind(store, "organization"), "organizations")


def groups(store: "sqlite3.Connection") -> Answer:
    """Answer with the groups and regions recorded."""
    return _listed(query.find_kind(store, "group"), "groups")


def measures(store: "sqlite3.Connection") -> Answer:
    """Answer with what is counted."""
    return _listed(query.find_kind(store, "measure"), "measures")


def programs(store: "sqlite3.Connection") -> Answer:
    """Answer with the programs recorded."""
    return _listed(query.find_kind(store, "program"), "programs")


def sources(store: "sqlite3.Connection") -> Answer:
    """Answer with the sources recorded."""
    return _listed(query.find_sources(store), "sources")


def _listed(found: "list[Document]", what: str) -> Answer:
    if found:
        return Answer(f"{what}@1", found)
    notice = f"no {what} are recorded"
    return Answer(f"{what}@1", [], notices=(notice,), exit_code=NOT_FOUND)
