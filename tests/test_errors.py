"""What is raised: it goes from one process to another whole."""

import pickle
from collections.abc import Iterator

import pytest

from sinotech import errors
from sinotech.errors import AmbiguousError, RecordError, SinotechError, StoreError
from sinotech.findings import Finding


def of_all_classes() -> Iterator[SinotechError]:
    """Yield an error of each class."""
    yield AmbiguousError("“B” is several", [{"id": "br", "kind": "c", "name": "B"}])
    yield RecordError([Finding("a.yaml", 1, "E101", "it is there twice")] * 2)
    yield StoreError.damaged(ValueError("odd"), "a.db")
    classes = [one for one in vars(errors).values() if isinstance(one, type)]
    for one in classes:
        if issubclass(one, SinotechError) and one not in {AmbiguousError, RecordError}:
            yield one("it is wrong", "mend it")


@pytest.mark.parametrize("error", [*of_all_classes()], ids=lambda e: type(e).__name__)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_can_be_pickled(error: SinotechError, protocol: int) -> None:
    """Its class, text and attributes stay, as a pool of processes needs it."""
    again = pickle.loads(pickle.dumps(error, protocol))  # noqa: S301  # our own
    assert type(again) is type(error)
    assert (str(again), repr(again)) == (str(error), repr(error))
    assert (vars(again), again.args) == (vars(error), error.args)
