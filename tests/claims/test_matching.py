"""A record is compared with a claim no further than it can matter."""

from types import SimpleNamespace

import pytest

from sinotech.claims import matching, settings
from sinotech.claims.engine import judge
from sinotech.claims.match import BEARS
from sinotech.claims.session import Session

CLAIMS = (
    "China has signed 119 intergovernmental science and technology agreements.",
    "In 2024 the Ministry of Science of Brazil denied that 70 labs were built.",
    "The first China-Pakistan center opened in Chengdu after 2019.",
)


def test_no_share_below_that_is_enough_for_anything() -> None:
    """So a record that holds less than ``TOGETHER`` of a claim never settles it."""
    anchored = settings.COVERED - settings.ANCHORED
    enough = (settings.SAME, settings.COUNTED, settings.EXACTLY, anchored)
    assert min(enough) >= settings.TOGETHER


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_is_compared_late_changes_nothing(
    session: Session, monkeypatch: pytest.MonkeyPatch, claim: str
) -> None:
    """All that is left out would not have settled the claim, and can be asked for."""
    early = judge(session, claim)
    every = SimpleNamespace(**{**vars(settings), "TOGETHER": -1.0})
    monkeypatch.setattr(matching, "settings", every)
    late = judge(session, claim)
    assert early.verdict == late.verdict
    few, many = early.parts[0].matches, late.parts[0].matches
    relations = {one.evidence.id: one.relation for one in many}
    assert all(relations[one.evidence.id] == one.relation for one in few)
    told = {one.evidence.id: one.reasons for one in many}
    assert all(told[one.evidence.id] == one.reasons for one in few)
    assert any(one.relation == BEARS for one in few)
