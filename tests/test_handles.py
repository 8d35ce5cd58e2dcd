"""An open record set among threads and processes, closed, and asked wrongly."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from paths import MINI, ROOT
from processes import LONG, outcome, started

import sinotech
from sinotech.claims import judge_text
from sinotech.store import open_store


@pytest.fixture(params=["records", "db"])
def ref(request: pytest.FixtureRequest, mini_db: Path) -> Any:  # noqa: ANN401
    """Open the small record set by the API: ours, and as somebody else's."""
    asked = {"records": MINI} if request.param == "records" else {"db": mini_db}
    with sinotech.open(**asked) as opened:
        yield opened


QUESTIONS: list[tuple[str, tuple[str, ...], dict[str, Any]]] = [
    ("country", ("Brazil",), {}),
    ("cite", ("Brazil takes part in the work of 50 laboratories",), {}),
    ("search", ("laboratories",), {}),
    ("figures", (), {"country": "Brazil"}),
    ("compare", ("Brazil", "Norway"), {}),
    ("related", ("fig-labs-50",), {}),
]


def test_threads_share_a_record_set(ref: sinotech.Reference) -> None:
    """Whoever asks in whatever thread is answered as if nobody else asked."""
    expected = [getattr(ref, name)(*args, **named) for name, args, named in QUESTIONS]

    def ask(number: int) -> bool:
        name, args, named = QUESTIONS[number % len(QUESTIONS)]
        found = getattr(ref, name)(*args, **named)
        return bool(found == expected[number % len(QUESTIONS)])

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(96)))


def test_threads_go_through_the_same_list(
    ref: sinotech.Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each gets all of it, whatever the others have read in between."""
    monkeypatch.setattr("sinotech.api.A_PAGE", 1)
    expected = ref.figures(all=True)
    with ThreadPoolExecutor(4) as pool:
        for found in pool.map(lambda _: list(ref.each("figures")), range(12)):
            assert found == expected


def test_another_thread_may_close_it(ref: sinotech.Reference) -> None:
    """It waits for its turn, and then nothing more can be asked."""
    closing = Thread(target=ref.close)
    closing.start()
    closing.join()
    with pytest.raises(sinotech.HandleError, match="is closed; open it again"):
        ref.country("Brazil")


def test_what_is_closed_is_not_damaged(ref: sinotech.Reference) -> None:
    """Every way to ask says that it is closed; to close it again is no mistake."""
    half = ref.each("countries")
    next(half)
    ref.close()
    ref.close()
    for ask in (
        lambda: ref.country("Brazil"),
        lambda: ref.cite("Brazil takes part"),
        lambda: ref.envelope("countries"),
        lambda: list(ref.each("countries")),
        ref.__enter__,
    ):
        with pytest.raises(sinotech.HandleError, match="this record set is closed"):
            ask()
    assert len(list(half)) > 0  # the page that was read


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs timers")
def test_a_signal_may_close_it(ref: sinotech.Reference) -> None:
    """A question during which it is closed is answered, or says that it is closed."""

    def close(*_: object) -> None:
        ref.close()

    before = signal.signal(signal.SIGALRM, close)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.02)
        with pytest.raises(sinotech.HandleError, match="this record set is closed"):
            ask_for_ever(ref)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def ask_for_ever(ref: sinotech.Reference) -> None:
    """Ask *ref* until it raises anything."""
    while True:
        ref.cite("Brazil takes part in the work of 50 laboratories")


def test_too_deep_a_stack_is_no_damage(ref: sinotech.Reference) -> None:
    """Who asks with few calls left is answered, or told just that, whosever it is."""

    def down(calls: int) -> None:
        if calls:
            down(calls - 1)
        else:
            ref.compare("Brazil", "Norway")
            ref.cite("Brazil takes part in the work of 50 laboratories")

    calls, frame = 0, sys._getframe()  # noqa: SLF001
    while frame := frame.f_back:  # type: ignore[assignment]
        calls += 1
    for left in range(5, 100, 5):
        with suppress(RecursionError):
            down(sys.getrecursionlimit() - calls - left)


FORKED = """
import os, sys, sinotech
from sinotech.claims import judge_text
ref = sinotech.open(sys.argv[1])
judge_text("119 labs were built.", "119 labs were built.")
if os.fork() == 0:
    try:
        ref.country("Brazil")
    except sinotech.HandleError as error:
        print(error, flush=True)
    ref.close()  # harmless
    with sinotech.open(sys.argv[1]) as own:
        print(own.country("Brazil")["country"]["id"], flush=True)
    print(judge_text("119 labs were built.", "119 labs were built.").label, flush=True)
    os._exit(0)
os.wait()
print(ref.country("Brazil")["country"]["id"])
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_opens_its_own(mini_db: Path) -> None:
    """It is told so; the parent's goes on, and sentences are judged in both."""
    done = subprocess.run(
        [sys.executable, "-c", FORKED, str(mini_db)],
        env={"PYTHONPATH": str(ROOT / "src"), "SINOTECH_DB": str(mini_db)},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=LONG,
    )
    told, *rest = done.stdout.splitlines()
    assert told.startswith("this record set was opened before the process was forked")
    assert rest == ["br", "supports", "br"]


FORKING = """
import os, sys, threading, sinotech
from sinotech.claims import judge_text
ref = sinotech.open(sys.argv[1])
judged = "119 labs were built."
judge_text(judged, judged)
done = False

def ask():
    while not done:
        ref.cite("Brazil takes part in the work of 50 laboratories")
        judge_text(judged, judged)
        sinotech.open(sys.argv[1]).close()

threads = [threading.Thread(target=ask) for _ in range(3)]
for thread in threads:
    thread.start()
for number in range(30):
    if os.fork() == 0:
        with sinotech.open(sys.argv[1]) as own:
            assert own.country("Brazil")["country"]["id"] == "br"
        assert judge_text(judged, judged).label == "supports"
        os._exit(0)
    assert os.wait()[1] == 0, number
done = True
for thread in threads:
    thread.join()
ref.country("Brazil")
print("all")
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_fork_waits_for_questions(mini_db: Path) -> None:
    """What other threads ask meanwhile never leaves a process that hangs."""
    done = outcome(started("-c", FORKING, mini_db, SINOTECH_DB=str(mini_db)))
    assert done[:2] == (0, "all\n"), done[2]


def test_threads_judge_sentences() -> None:
    """What words mean is known to all threads."""
    with ThreadPoolExecutor(8) as pool:
        asked = ["119 labs were built."] * 32
        labels = {v.label for v in pool.map(judge_text, asked, asked)}
    assert labels == {"supports"}


TYPES: list[tuple[str, tuple[Any, ...], dict[str, Any], str]] = [
    ("country", (None,), {}, "name is None; it takes a str"),
    ("country", (b"Brazil",), {}, "name is of type bytes; it takes a str"),
    ("country", ("Brazil",), {"limit": 2.5}, "limit is of type float; it takes an int"),
    ("country", ("Brazil",), {"limit": "2"}, "limit is of type str; it takes an int"),
    ("country", ("Brazil",), {"limit": True}, "limit is of type bool; it takes an int"),
    ("country", ("Brazil",), {"offset": Decimal(1)}, "offset is of type Decimal"),
    ("country", ("Brazil",), {"all": 1}, "all is of type int; it takes True or False"),
    ("country", ("Brazil",), {"strict": None}, "strict is None; it takes True or"),
    ("program", (7,), {}, "name is of type int"),
    ("person", (["A"],), {}, "name is of type list"),
    ("org", (None,), {}, "name is None"),
    ("group", (None,), {}, "name is None"),
    ("cite", (None,), {}, "claim is None; it takes a str"),
    ("cite", ("a",), {"as_of": 2024}, "as_of is of type int; it takes a str, or None"),
    ("cite", ("a",), {"limit": 1.0}, "limit is of type float"),
    ("cite", ("a",), {"explain": "yes"}, "explain is of type str"),
    ("figures", ("a", None), {}, "words is None; it takes str, each of them"),
    ("figures", (), {"country": 1}, "country is of type int; it takes a str, or None"),
    ("figures", (), {"as_of": 2024.5}, "as_of is of type float"),
    ("figure", (1,), {}, "id is of type int"),
    ("source", (None,), {}, "id is None"),
    ("show", (object(),), {}, "id is of type object"),
    ("search", (b"a",), {}, "words is of type bytes"),
    ("search", ("a",), {"kind": ["figure"]}, "kind is of type list"),
    ("timeline", (), {"first": 2020}, "first is of type int"),
    ("series", (None,), {}, "measure is None"),
    ("compare", ("Brazil", 1), {}, "names is of type int"),
    ("related", (None,), {}, "id is None"),
    ("related", ("bri",), {"limit": 2.5}, "limit is of type float"),
    ("conflicts", (), {"program": b""}, "program is of type bytes"),
    ("countries", (), {"limit": int}, "limit is of type type"),
    ("countries", (), {"offset": 0.0}, "offset is of type float"),
    ("envelope", (None,), {}, "command is None; it takes the name of a command"),
    ("envelope", ("country",), {}, "name is None; it takes a str"),
    ("envelope", ("search",), {"words": "China"}, "words is of type str; it takes a l"),
    ("envelope", ("compare",), {"names": None}, "names is None; it takes a list of st"),
]


@pytest.mark.parametrize(("method", "args", "named", "told"), TYPES)
def test_a_wrong_type_names_its_parameter(
    mini_db: Path, method: str, args: tuple[Any, ...], named: dict[str, Any], told: str
) -> None:
    """It is a TypeError that says what the parameter takes, and never damage."""
    with sinotech.open(mini_db) as ref, pytest.raises(TypeError, match=told):
        getattr(ref, method)(*args, **named)


@pytest.mark.parametrize(
    ("command", "asked", "told"),
    [
        (None, {}, "command is None"),
        ("figures", {"section": 5}, "section is of type i"),
    ],
)
def test_wrong_types_of_each(
    ref: sinotech.Reference, command: str | None, asked: dict[str, Any], told: str
) -> None:
    """They are told when the first record is wanted."""
    with pytest.raises(TypeError, match=told):
        list(ref.each(command, **asked))  # type: ignore[arg-type]


OUT_OF_RANGE = [
    ({"limit": 0}, "limit is 0; give a number from 1"),
    ({"limit": -3}, "limit is -3; give a number from 1"),
    ({"offset": -1}, "offset is -1; give a number from 0"),
]


@pytest.mark.parametrize(("named", "told"), OUT_OF_RANGE)
def test_a_number_out_of_range_is_a_value_error(
    ref: sinotech.Reference, named: dict[str, int], told: str
) -> None:
    """It is a ValueError and a UsageError at once."""
    for error in (ValueError, sinotech.UsageError):
        with pytest.raises(error, match=told):
            ref.countries(**named)  # type: ignore[arg-type]


HUGE = (2**53 + 1, 2**63, 2**70, 10**5000)


@pytest.mark.parametrize(("method", "args", "named"), QUESTIONS)
@pytest.mark.parametrize("limit", HUGE, ids=["2**53 + 1", "2**63", "2**70", "10**5000"])
def test_a_limit_may_be_any_number(
    ref: sinotech.Reference,
    method: str,
    args: tuple[str, ...],
    named: dict[str, Any],
    limit: int,
) -> None:
    """What is larger than can be counted with is all there is, or after all of it."""
    ask = getattr(ref, method)
    every = 2**53
    assert ask(*args, **named, limit=limit) == ask(*args, **named, limit=every)
    if method not in {"cite", "related"}:
        after = ask(*args, **named, offset=limit)
        assert after == ask(*args, **named, offset=every)
    with pytest.raises(sinotech.UsageError, match=r"limit .* number from 1"):
        ask(*args, **named, limit=-limit)


@pytest.mark.parametrize(
    ("args", "named", "told"),
    [
        ((b"my.db",), {}, "db is of type bytes; it takes a path: a str or an os.Path"),
        ((7,), {}, "db is of type int"),
        ((["my.db"],), {}, "db is of type list"),
        ((), {"records": None}, "records is None; it takes a path"),
        ((), {"records": b"my.yaml"}, "records is of type bytes"),
        ((), {"records": ["my.yaml", None]}, "records is None; .* or a list of them"),
        ((), {"records": {"a": 1}}, "records is of type dict"),
    ],
)
def test_what_is_opened_is_a_path(
    args: tuple[Any, ...], named: dict[str, Any], told: str
) -> None:
    """Anything else is a TypeError that names the parameter."""
    with pytest.raises(TypeError, match=told):
        sinotech.open(*args, **named)


def test_only_a_connection_is_a_store() -> None:
    """Who makes a Reference by hand is told how it is made."""
    with pytest.raises(TypeError, match=r"store is of type str; .* sinotech\.open\(\)"):
        sinotech.Reference("my.db")  # type: ignore[arg-type]
    with sinotech.Reference(open_store(records=[str(MINI)])) as ref:
        assert len(ref.countries()) == 4


@pytest.mark.parametrize(("claim", "evidence"), [(None, "a"), ("a", b"b")])
def test_sentences_are_text(claim: Any, evidence: Any) -> None:  # noqa: ANN401
    """judge_text names what is not."""
    with pytest.raises(TypeError, match=r"(claim is of type N|evidence is of type b)"):
        judge_text(claim, evidence)
