"""What stands in a piece of a file: records, the header, what is no record."""

from collections.abc import Iterator
from pathlib import Path

from sinotech.errors import quoted
from sinotech.findings import Findings
from sinotech.model import SECTIONS, Header, Omission, Part, Record, Retired
from sinotech.records.fields import read_part
from sinotech.records.jsonlines import read_lines
from sinotech.records.pieces import KNOWN, SMALL, Cut, File, Piece
from sinotech.records.reader import Placed, read_text

Entry = Record | Header | Omission | Retired

_ASIDE = {"records": Header, "omissions": Omission, "retired": Retired}


def read_parts(piece: Piece, findings: Findings) -> Iterator[Entry]:
    """Yield what *piece* holds; what is wrong is noted."""
    for placed in read_entries(piece, findings):
        part = _read(piece, placed, findings)
        if isinstance(part, Entry):
            yield part
        if findings.are_too_many:
            break
    if findings.are_too_many:
        findings.stop()


def _read(piece: Piece, placed: Placed, findings: Findings) -> Part | None:
    """Return what is *placed* in *piece*; None if nothing, or if that is wrong."""
    key, line, node = placed
    cut = "" if piece.file.is_json else piece.section
    section = SECTIONS.get(key)
    if cut not in {"", key}:
        message = f"section {quoted(key)} must begin a line with its name and a colon"
    elif key not in KNOWN:
        known = ", ".join(["records", *SECTIONS, "omissions", "retired"])
        message = f"unknown section {quoted(key)}; there are: {known}"
    elif node is None:
        return None
    elif section:
        return read_part(section, node, findings, file=piece.file.name)
    else:
        return read_part(_ASIDE[key], node, findings)
    findings.add(line, "E010", message)
    return None


def read_entries(piece: Piece, findings: Findings) -> Iterator[Placed]:
    """Yield ``(section, line, node)`` for each entry of *piece*; see read_text."""
    try:
        content = piece.read()
        text = content.decode("utf-8" if piece.offset else "utf-8-sig")
    except OSError as error:
        findings.add(1, "E001", f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        line = piece.line + error.object.count(b"\n", 0, error.start)
        findings.add(line, "E001", "is not UTF-8 here; save the file as UTF-8")
    else:
        if piece.file.is_json:
            yield from read_lines(text, piece.line, findings)
        elif piece.resumed:
            text = f"{piece.section}:\n{text}"
            yield from read_text(text, piece.line - 1, findings)
        else:
            yield from read_text(text, piece.line, findings)


def header_of(path: Path) -> Header | None:
    """Return what the file *path* says of itself, reading no further than that."""
    file, findings = File(path, path.name), Findings(path.name)
    size = path.stat().st_size
    for piece in (Piece(file, "", 0, min(size, SMALL), 1, ""), *_headers(file, size)):
        for part in read_parts(piece, findings):
            if isinstance(part, Header):
                return part
    return None


def _headers(file: File, size: int) -> Iterator[Piece]:
    """Yield the pieces of a large file in which a header may be, were it not first."""
    if size > SMALL:
        pieces = Cut(file, Findings(file.name)).pieces
        yield from (piece for piece in pieces if piece.section == "records")
