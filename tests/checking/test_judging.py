"""What is said of a sentence: enough to mend it at once."""

import sqlite3
from collections.abc import Iterator

import pytest

from sinotech.checking.check import Options, check_document
from sinotech.checking.codes import CODES
from sinotech.claims.session import Session
from sinotech.drafts.reading import read_text


@pytest.fixture(scope="module")
def session(real_db: object) -> Iterator[Session]:
    """Return what is known of words in the record set itself."""
    store = sqlite3.connect(f"file:{real_db}?mode=ro", uri=True)
    yield Session(store)
    store.close()


TOLD = [
    (
        "China had trained over 18,000 professionals for its partner countries.",
        "S001",
        "contradicted: “over 18,000”, where the sources say over 16,000: professionals",
        ["fig-bri-professionals-trained-16000"],
    ),
    (
        "The third Belt and Road Forum was held in Shanghai in October 2023.",
        "S001",
        "contradicted: “Shanghai”, where the sources say Beijing (October 2023: The ",
        ["ev-belt-and-road-forum-3"],
    ),
    (
        "The BRICS Technology Transfer Center was launched in Kunming in 2015.",
        "S001",
        "contradicted: “2015”, where the sources say 2017",
        ["brics-technology-transfer-center"],
    ),
    (
        "China has signed 118 intergovernmental agreements on science and technology.",
        "S002",
        "outdated: “118”, where the sources now say 119: intergovernmental science and",
        ["fig-sti-agreements-119-2025"],
    ),
    (
        (
            "China and Brazil launched their Science and Technology Innovation "
            "Center on 13 December 2025."
        ),
        "S003",
        "conflicting: one source says 13 December 2025: ",
        ["ev-brazil-center-launch-13-december", "ev-brazil-center-launch-8-december"],
    ),
    (
        (
            "China participates in more than 200 international organizations and "
            "mechanisms."
        ),
        "S003",
        "conflicting: one source says more than 200: international organizations",
        ["fig-international-organizations-200-2025", "fig-sti-organizations-1000-blog"],
    ),
    (
        "Beijing has signed 118 intergovernmental science and technology agreements.",
        "S002",
        "outdated: “118”, where the sources now say 119: intergovernmental science and",
        ["fig-sti-agreements-119-2025"],
    ),
    (
        (
            "Between 2013 and 2024 China trained over 18,000 professionals from 60 "
            "partner countries in 12 fields."
        ),
        "S001",
        "contradicted: “over 18,000”, where the sources say over 16,000: professionals",
        ["fig-bri-professionals-trained-16000"],
    ),
    (
        "China's RMB had a share of 5.3 percent in transactions in April 2025.",
        "S001",
        "contradicted: “5.3 percent”, where the sources say 3.5 percent: share of",
        ["fig-rmb-share-2025-04"],
    ),
]


@pytest.mark.parametrize(("sentence", "code", "told", "ids"), TOLD)
def test_a_finding_tells_how_to_mend_it(
    session: Session, sentence: str, code: str, told: str, ids: list[str]
) -> None:
    """It names what differs, what the sources have instead, and the records."""
    document = read_text(sentence, "d.txt")
    (one,) = check_document(session, document, Options(frozenset(CODES)))
    assert (one.code, [record["id"] for record in one.records]) == (code, ids)
    assert one.message.startswith(told)
    assert not one.differs or f"“{one.differs[0]}”" in told
    assert all(differing in sentence for differing in one.differs)
    assert all(record["citation"] for record in one.records)
