"""Tables of claims: judged as `cite` judges them, row by row."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import Sinotech
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paths import ROOT

from sinotech import batch
from sinotech.batch import COLUMNS, judge_batches, judge_frame, schema
from sinotech.errors import StoreError, UsageError
from sinotech.schema.columns import FIELDS

CLAIMS = [
    "Brazil takes part in the work of the laboratories",
    None,
    "",
    "green cheese",
    "Brazil and China run over 50 joint laboratories",
    "Brazil takes part\0 in the work",
]
Row = dict[str, Any]


def record_batch(claims: list[str | None]) -> Any:  # noqa: ANN401
    """Return a batch of claims, each with a number."""
    return pa.record_batch({"n": range(len(claims)), "text": pa.array(claims, "str")})


def rows_of(batches: Any) -> list[Row]:  # noqa: ANN401
    """Return all rows of some batches."""
    return [row for one in batches for row in one.to_pylist()]


def test_each_row_is_that_of_the_command(mini_db: Path, on_mini: Sinotech) -> None:
    """Verdict, evidence and all are those that `cite --one-row` prints."""
    stdin = "\n".join(claim or "" for claim in CLAIMS).encode()
    line = ("cite", "-", "--one-row", "--format", "jsonl")
    printed = [json.loads(row) for row in on_mini(*line, stdin=stdin).out.splitlines()]
    judged = rows_of(judge_batches([record_batch(CLAIMS)], "text", mini_db))
    assert [row["claim"] for row in judged] == CLAIMS
    assert [row["verdict"] for row in judged][:4] == [
        "supported",
        None,
        None,
        "not_found",
    ]
    for row, expected in zip(judged, printed, strict=True):
        if row["error"]:
            assert expected["error"].endswith(row["error"])
        elif row["claim"]:
            assert row == expected
    assert [bool(row["error"]) for row in judged] == [0, 0, 1, 0, 0, 1]


def test_a_frame_has_the_same_rows(mini_db: Path) -> None:
    """Its index stays, and a null is one."""
    frame = pd.DataFrame({"text": CLAIMS, "n": range(6)}, index=list("abcdef"))
    judged = judge_frame(frame, "text", mini_db, keep=["n"])
    assert list(judged.columns) == ["n", *COLUMNS]
    assert list(judged.index) == list("abcdef")
    batches = judge_batches([record_batch(CLAIMS)], "text", mini_db, keep=["n"])
    fields = [pa.field("n", pa.int64()), *schema()]
    table = pa.Table.from_pandas(judged, pa.schema(fields), preserve_index=False)
    assert table.to_pylist() == rows_of(batches)


def test_the_schema_is_fixed(mini_db: Path) -> None:
    """Whatever comes in, and for no rows at all; each field says what it means."""
    assert schema().names == list(COLUMNS) == [name for name, _ in FIELDS["claim"]]
    assert all(field.metadata[b"description"] for field in schema())
    texts = pa.string(), pa.large_string(), pa.string_view(), pa.null()
    for type_ in (*texts, pa.dictionary(pa.int8(), pa.string())):
        empty = pa.record_batch({"text": pa.array([None], type_)})
        for given_batch in (empty, empty.slice(0, 0)):
            (made,) = judge_batches([given_batch], "text", mini_db)
            assert made.schema.equals(schema(), check_metadata=True)
            assert made.num_rows == given_batch.num_rows
    none = judge_frame(pd.DataFrame({"text": []}), "text", "none.db")
    some = judge_frame(pd.DataFrame({"text": CLAIMS}), "text", mini_db)
    assert none.dtypes.equals(some.dtypes)


def test_batches_are_judged_as_they_are_asked_for(mini_db: Path) -> None:
    """One in, one out: nothing is held."""
    taken: list[int] = []

    def batches() -> Any:  # noqa: ANN401
        for number in range(3):
            taken.append(number)
            yield record_batch(["green cheese"] * number)

    judged = judge_batches(batches(), "text", mini_db)
    assert taken == []
    for number in range(3):
        assert next(judged).num_rows == number
        assert taken == list(range(number + 1))


def test_it_is_judged_as_of_a_day(real_db: Path) -> None:
    """As by `cite --as-of`."""
    text = "China has signed 116 intergovernmental S&T agreements."
    frame = pd.DataFrame({"text": [text]})
    assert judge_frame(frame, "text", real_db).verdict[0] == "outdated"
    before = judge_frame(frame, "text", real_db, as_of="2024-01")
    assert before.verdict[0] != "outdated"


def batches_of(**columns: Any) -> Any:  # noqa: ANN401
    """Return batches with these columns."""
    return [pa.record_batch(columns)]


ERRORS: list[tuple[Callable[[Path], object], str]] = [
    (
        lambda db: list(judge_batches(batches_of(a=["x"]), "text", db)),
        "there is no column 'text'; there are: a",
    ),
    (
        lambda db: list(judge_batches(batches_of(text=[1]), "text", db)),
        "column 'text' holds int64, no text; cast it to string",
    ),
    (
        lambda db: list(
            judge_batches(batches_of(text=["x"]), "text", db, keep=["day"])
        ),
        "there is no column 'day'; there are: text",
    ),
    (
        lambda db: judge_batches([], "claim", db, keep=["claim"]),
        "keep names 'claim', which is a column of the answer; rename it first",
    ),
    (
        lambda db: judge_batches([], "claim", db, as_of="soon"),
        "as_of: 'soon' is no date such as",
    ),
    (
        lambda db: judge_frame(pd.DataFrame({"a": ["x"]}), "text", db),
        "there is no column 'text'; there are: a",
    ),
    (
        lambda db: judge_frame(pd.DataFrame({"text": ["x", 3.5]}), "text", db),
        "column 'text' holds 3.5, no text; convert it: astype('string')",
    ),
    (
        lambda db: judge_frame(
            pd.DataFrame([["x", "y"]], columns=["text", "text"]), "text", db
        ),
        "there are two columns 'text'; rename one of them",
    ),
]


@pytest.mark.parametrize(("call", "message"), ERRORS)
def test_what_cannot_be_judged_is_told(
    mini_db: Path, call: Callable[[Path], object], message: str
) -> None:
    """It is one line, with a remedy."""
    with pytest.raises(UsageError) as raised:
        call(mini_db)
    assert str(raised.value).startswith(message)


TYPES: list[tuple[Callable[[], object], str]] = [
    (
        lambda: judge_batches(pa.table({"a": ["x"]}), "a"),
        "batches is of type Table; it takes an iterator of RecordBatch",
    ),
    (lambda: judge_batches("x", "a"), "batches is of type str"),
    (
        lambda: list(judge_batches([pd.DataFrame({"a": ["x"]})], "a")),
        "batches holds a DataFrame; it takes RecordBatch, each of them",
    ),
    (lambda: judge_frame({"a": ["x"]}, "a"), "frame is of type dict"),
    (lambda: judge_batches([], "a", keep="b"), "keep is of type str"),
]


@pytest.mark.parametrize(("call", "message"), TYPES)
def test_what_is_of_another_type_is_told(
    mini_db: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: Callable[[], object],
    message: str,
) -> None:
    """It says what is taken instead."""
    monkeypatch.setenv("SINOTECH_DB", str(mini_db))
    with pytest.raises(TypeError, match=message):
        call()


def test_a_database_that_is_not_there_is_told() -> None:
    """Before the first batch is asked for."""
    with pytest.raises(StoreError, match=r"there is no database none\.db"):
        judge_batches([], "text", "none.db")


FRAME, BATCHES = pd.DataFrame({"a": ["x"]}), batches_of(a=["x"])
NEEDS: list[tuple[str, Callable[[], object]]] = [
    ("pandas", lambda: judge_frame(FRAME, "a")),
    ("pyarrow", lambda: judge_batches(BATCHES, "a")),
    ("pyarrow", schema),
]


@pytest.mark.parametrize(("package", "call"), NEEDS)
def test_without_its_packages_it_says_how_to_get_them(
    monkeypatch: pytest.MonkeyPatch, package: str, call: Callable[[], object]
) -> None:
    """The command that installs them is named."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UsageError) as raised:
        call()
    assert str(raised.value) == (
        f"sinotech.batch needs {package}; install it: pip install 'sinotech[batch]'"
    )


def test_importing_it_imports_no_engine() -> None:
    """Neither pandas nor pyarrow, until they are needed."""
    code = "import sys, sinotech.batch; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert not {"pandas", "pyarrow", "numpy"} & {*done.stdout.split()}


def test_a_process_opens_a_database_once(mini_db: Path) -> None:
    """However often it is asked, and by however many threads."""
    before = len(batch._readers)  # noqa: SLF001
    frame = pd.DataFrame({"text": CLAIMS})
    alone = judge_frame(frame, "text", mini_db)
    with ThreadPoolExecutor(4) as pool:
        several = pool.map(lambda _: judge_frame(frame, "text", str(mini_db)), range(8))
        assert all(one.equals(alone) for one in several)
    assert len(batch._readers) <= before + 1  # noqa: SLF001


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.slow
def test_a_process_that_was_forked_opens_its_own(mini_db: Path) -> None:
    """It judges as its parent does, which goes on as before."""
    code = """if True:
        import os, sys
        import pandas as pd
        import pyarrow as pa
        from sinotech import batch
        frame = pd.DataFrame({"text": [sys.argv[2]]})
        def verdict():
            return batch.judge_frame(frame, "text", sys.argv[1]).verdict[0]
        first = verdict()
        batches = [pa.RecordBatch.from_pandas(frame)]
        begun = batch.judge_batches(batches, "text", sys.argv[1])
        if not (child := os.fork()):
            here = {key for key in batch._readers if key[0] == os.getpid()}
            assert not here
            assert verdict() == first
            assert len(batch._readers) == 2
            batch._readers.popitem()
            assert next(begun)["verdict"][0].as_py() == first
            assert len(batch._readers) == 2
            os._exit(7)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
        assert verdict() == first
        print(first)
    """
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, str(mini_db), str(CLAIMS[0])],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.stdout, done.stderr) == ("supported\n", "")


ONCE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@ONCE
@given(st.lists(st.none() | TEXT, max_size=4), st.integers(1, 4))
def test_any_text_has_its_row(
    mini_db: Path, claims: list[str | None], size: int
) -> None:
    """Whatever it is, and however the table is cut, in order; Arrow as pandas."""
    table = pa.table({"text": pa.array(claims, pa.string())})
    cut = table.to_batches(max_chunksize=size)
    rows = rows_of(judge_batches(cut, "text", mini_db))
    assert [row["claim"] for row in rows] == claims
    for row in rows:
        assert (row["verdict"] is None) == (row["claim"] is None or bool(row["error"]))
    frame = judge_frame(pd.DataFrame({"text": claims}, dtype="string"), "text", mini_db)
    whole = pa.Table.from_pandas(frame, schema(), preserve_index=False)
    assert whole.to_pylist() == rows


def test_half_a_sign_is_no_text(mini_db: Path) -> None:
    """Arrow holds no lone surrogates, pandas does: each is an error of its row."""
    frame = pd.DataFrame({"text": ["Brazil \udcff", "green cheese"]}, dtype="object")
    judged = judge_frame(frame, "text", mini_db)
    assert [bool(one) for one in judged.error.notna()] == [True, False]
    pa.Table.from_pandas(judged, schema())


def test_polars_has_the_same_types(mini_db: Path) -> None:
    """A frame of Polars is made of the batches as they are."""
    batches = judge_batches([record_batch(CLAIMS)], "text", mini_db)
    frame = pl.from_arrow(list(batches))
    assert isinstance(frame, pl.DataFrame)
    assert frame["evidence"].to_list()[0] == ["st-fact"]
    assert frame.schema == pl.DataFrame(schema().empty_table()).schema
