"""Exports that tests share."""

from pathlib import Path

import pytest
from conftest import MadeOnce
from exported import READERS, export


@pytest.fixture(scope="session")
def mini_exports(made_once: MadeOnce, mini_db: Path) -> Path:
    """Export the small record set, in a folder for each form, once."""

    def make(folder: Path) -> None:
        for form in READERS:
            export(mini_db, folder / form, form)

    return made_once("mini-exports", make)


@pytest.fixture(scope="session")
def real_exports(made_once: MadeOnce, real_db: Path) -> Path:
    """Export the record set itself, in a folder for each form, once."""

    def make(folder: Path) -> None:
        for form in READERS:
            export(real_db, folder / form, form)

    return made_once("real-exports", make)
