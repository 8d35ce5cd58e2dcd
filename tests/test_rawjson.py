"""Documents as they are stored: read and written as the json module does."""

import importlib.util
import json
import sqlite3
import sys
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinotech import rawjson
from sinotech.query.records import find_profile
from sinotech.rawjson import RawJSON, dump, load, read, sources_of

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
)


def by_json(data: object) -> str:
    """Return *data* as the json module writes it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


@pytest.fixture(scope="module", params=["_json", "json"])
def written(request: pytest.FixtureRequest) -> ModuleType:
    """Return the module as it is, and as it is where ``_json`` is missing."""
    if request.param == "_json":
        return rawjson
    spec = importlib.util.find_spec("sinotech.rawjson")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    held = sys.modules["_json"]
    sys.modules["_json"] = None  # type: ignore[assignment]  # forbids the import
    try:
        spec.loader.exec_module(module)
    finally:
        sys.modules["_json"] = held
    return module


@pytest.mark.slow
@given(JSON)
def test_it_is_written_as_json_does(written: ModuleType, data: Any) -> None:  # noqa: ANN401
    """Anything is the same bytes as the json module's, and reads back as it was."""
    assert written.dump(data) == by_json(data)
    assert written.load(by_json(data)) == data


@pytest.mark.parametrize("text", ["", "{", "{} {}", "nothing", "[1,]", "{} "])
def test_what_is_no_json_is_refused(written: ModuleType, text: str) -> None:
    """A text that is not exactly one value of JSON raises ValueError."""
    with pytest.raises(ValueError, match=r"\S"):
        written.load(text)


def test_a_lone_surrogate_is_escaped(written: ModuleType) -> None:
    """What cannot be written as UTF-8 is escaped, so that the line can."""
    assert written.dump(["ü\ud800"]) == r'["\u00fc\ud800"]'


def test_documents_are_written_as_they_were_read(real: sqlite3.Connection) -> None:
    """Each stored document is what writing it again would give, to the byte."""
    for doc, cites in real.execute("SELECT doc, cites FROM record"):
        document = json.loads(doc)
        assert by_json(document) == doc
        assert list(dict.fromkeys(sources_of(document))) == cites.split()


@pytest.mark.parametrize("id_", ["cn", "br", "brics", "most", "global-south"])
def test_what_is_unread_prints_as_if_read(real: sqlite3.Connection, id_: str) -> None:
    """A profile written from its texts is the profile read, and written again."""
    profile = find_profile(real, id_)
    assert profile is not None
    documents = read(profile.sections)
    assert dump(profile.sections, 1) == by_json(documents)
    assert dump({"data": profile.sections}, 2) == by_json({"data": documents})
    cited = list(dict.fromkeys(sources_of(documents)))
    assert list(dict.fromkeys(sources_of(profile.sections))) == cited


def test_a_role_takes_no_field_away(real: sqlite3.Connection) -> None:
    """No document that is listed with a role in it has a role of its own."""
    sql = """SELECT doc FROM link JOIN record ON number = link.record
             WHERE link.role IS NOT NULL"""
    documents = [json.loads(doc) for (doc,) in real.execute(sql)]
    assert documents
    assert not any("role" in document for document in documents)


def test_a_role_is_the_last_field() -> None:
    """A role is written as it was said, whatever it holds."""
    unread = RawJSON()
    unread.add('{"id":"a"}', "one two", 'the "host"')
    assert read(unread) == [{"id": "a", "role": 'the "host"'}]
    assert unread.sources == ["one", "two"]
    assert load(dump(unread)) == read(unread)
