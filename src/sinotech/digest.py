"""What a compiled database depends on: the records, the schema, the compiler."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).parent
SCHEMA_FILE = _PACKAGE / "compile" / "schema.sql"

_READERS = {"cli", "present", "query", "store.py", "verify.py"}
"""Parts of the package that only read the database, and have no part in making it."""


def digest_of(paths: Sequence[Path]) -> str:
    """Return the sha256 of the file that *paths* names, or of several sha256s."""
    digests = [_sha256_or_none(path) for path in paths if path.is_file()]
    if len(digests) == 1:
        return digests[0]
    return sha256("\n".join(digests).encode()).hexdigest()


def schema_digest() -> str:
    """Return the sha256 of ``schema.sql``."""
    return _sha256(SCHEMA_FILE)


def compiler_digest() -> str:
    """Return a hash over the package's files that decide what is compiled.

    A checkout's cached database is found by it, so that a changed compiler never
    answers from what an older one made.
    """
    digest = sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        place = path.relative_to(_PACKAGE)
        if path.suffix in {".py", ".sql", ".txt"} and place.parts[0] not in _READERS:
            digest.update(f"{place.as_posix()} {_sha256(path)}\n".encode())
    return digest.hexdigest()


def _sha256_or_none(path: Path) -> str:
    try:
        return _sha256(path)
    except OSError:
        return "unreadable"  # the loader says so


def _sha256(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
