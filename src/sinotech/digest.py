"""What a compiled database depends on: the records, the schema, the compiler."""

from collections.abc import Sequence
from hashlib import file_digest, sha256
from pathlib import Path

_PACKAGE = Path(__file__).parent
SCHEMA_FILE = _PACKAGE / "compile" / "schema.sql"

_READERS = {"cli", "present", "query", "store.py", "verify.py"}
"""Parts of the package that only read the database, and have no part in making it."""


def digest_of(digests: Sequence[str]) -> str:
    """Return one sha256 for those of several files; a single one stands for itself."""
    if len(digests) == 1:
        return digests[0]
    return sha256("\n".join(digests).encode()).hexdigest()


def digest_of_file(path: Path) -> str:
    """Return the sha256 of a file; a word in its place if it cannot be read."""
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "unreadable"  # the loader says so


def schema_digest() -> str:
    """Return the sha256 of ``schema.sql``."""
    return digest_of_file(SCHEMA_FILE)


def compiler_digest() -> str:
    """Return a hash over the package's files that decide what is compiled.

    A checkout's cached database is found by it, so that a changed compiler never
    answers from what an older one made.
    """
    digest = sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        place = path.relative_to(_PACKAGE)
        if path.suffix in {".py", ".sql", ".txt"} and place.parts[0] not in _READERS:
            digest.update(f"{place.as_posix()} {digest_of_file(path)}\n".encode())
    return digest.hexdigest()
