"""What stands in a chunk of a file: records, the header, what is no record."""

from collections.abc import Iterator
from pathlib import Path

from sinotech.errors import quoted
from sinotech.findings import Findings
from sinotech.model import SECTIONS, Header, Omission, Part, Record, Retired
from sinotech.records.chunks import KNOWN, SMALL, Chunk, ChunkedFile, File
from sinotech.records.fields import read_part
from sinotech.records.jsonlines import read_lines
from sinotech.records.reader import Placed, read_text

Entry = Record | Header | Omission | Retired

_ASIDE = {"records": Header, "omissions": Omission, "retired": Retired}


def read_parts(chunk: Chunk, findings: Findings) -> Iterator[Entry]:
    """Yield what *chunk* holds; what is wrong is noted."""
    for placed in read_entries(chunk, findings):
        part = _read(chunk, placed, findings)
        if isinstance(part, Entry):
            yield part
        if findings.are_too_many:
            break
    if findings.are_too_many:
        findings.stop()


def _read(chunk: Chunk, placed: Placed, findings: Findings) -> Part | None:
    """Return what is *placed* in *chunk*; None if nothing, or if that is wrong."""
    key, line, node = placed
    cut = "" if chunk.file.is_json else chunk.section
    section = SECTIONS.get(key)
    if cut not in {"", key}:
        message = f"section {quoted(key)} must begin a line with its name and a colon"
    elif key not in KNOWN:
        known = ", ".join(["records", *SECTIONS, "omissions", "retired"])
        message = f"unknown section {quoted(key)}; there are: {known}"
    elif node is None:
        return None
    elif section:
        return read_part(section, node, findings, file=chunk.file.name)
    else:
        return read_part(_ASIDE[key], node, findings)
    findings.add(line, "E010", message)
    return None


def read_entries(chunk: Chunk, findings: Findings) -> Iterator[Placed]:
    """Yield ``(section, line, node)`` for each entry of *chunk*; see read_text."""
    try:
        content = chunk.read()
        text = content.decode("utf-8" if chunk.offset else "utf-8-sig")
    except OSError as error:
        findings.add(1, "E001", f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        line = chunk.line + error.object.count(b"\n", 0, error.start)
        findings.add(line, "E001", "is not UTF-8 here; save the file as UTF-8")
    else:
        if chunk.file.is_json:
            yield from read_lines(text, chunk.line, findings)
        elif chunk.resumed:
            text = f"{chunk.section}:\n{text}"
            yield from read_text(text, chunk.line - 1, findings)
        else:
            yield from read_text(text, chunk.line, findings)


def header_of(path: Path) -> Header | None:
    """Return what the file *path* says of itself, reading no further than that."""
    file, findings = File(path, path.name), Findings(path.name)
    size = path.stat().st_size
    for chunk in (Chunk(file, "", 0, min(size, SMALL), 1, ""), *_headers(file, size)):
        for part in read_parts(chunk, findings):
            if isinstance(part, Header):
                return part
    return None


def _headers(file: File, size: int) -> Iterator[Chunk]:
    """Yield the chunks of a large file in which a header may be, were it not first."""
    if size > SMALL:
        chunks = ChunkedFile(file, Findings(file.name)).chunks
        yield from (chunk for chunk in chunks if chunk.section == "records")
