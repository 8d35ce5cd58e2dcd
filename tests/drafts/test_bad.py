"""What cannot be read is said in one line, with what to do about it."""

import os
import socket
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest

from sinotech.drafts import blocks, docx, opening
from sinotech.drafts.reading import read_bytes, read_document, read_text
from sinotech.errors import DraftError, UsageError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>It is so.</w:t></w:r></w:p>'
END = "</w:body></w:document>"


def archive(**parts: str) -> bytes:
    """Return a ZIP archive of *parts*; a double line in a name stands for a slash."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(f"{name.replace('__', '/')}.xml", text)
    return stream.getvalue()


TEXTS = [
    (b"One.\nT\xffwo.", "draft.md:2: not UTF-8 (byte 0xFF); convert"),
    (b"One.\r\n\r\nTw\xc3", "draft.md:3: not UTF-8 (byte 0xC3); convert"),
    (b"One.\rTwo.\0", "draft.md:2: a NUL byte, so this is no text; "),
    ("One.".encode("utf-16"), "draft.md is in UTF-16; convert it to UTF-8: iconv "),
    ("One.".encode("utf-16-be"), "draft.md:1: a NUL byte, so this is no text; "),
    ("\ufeffOne.".encode("utf-32-le"), "draft.md is in UTF-32; convert it to UTF-8"),
    (b"%PDF-1.7\n", "draft.md is a PDF: no text; take its text out"),
    (archive(a="x"), "draft.md is an archive: no text; name it .docx"),
    (b"{\\rtf1\\ansi}", "draft.md is RTF: no text; save it as .docx"),
    (b"\xd0\xcf\x11\xe0\xa1", "draft.md is of an old Office, or locked: no text; "),
    (b"\x89PNG\r\n\x1a\n", "draft.md is a picture: no text; "),
]


@pytest.mark.parametrize(("content", "message"), TEXTS)
def test_what_is_no_text(content: bytes, message: str) -> None:
    """The line tells what it is, where, and what to do; it is data, so exit code 4."""
    with pytest.raises(DraftError) as raised:
        read_bytes(content, "draft.md")
    assert str(raised.value).startswith(message)
    assert raised.value.exit_code == 4
    assert raised.value.remedy


WORD = [
    (
        b"One.",
        "a.docx is a broken Word document: File is not a zip file; save it again",
    ),
    (b"", "a.docx is a broken Word document: "),
    (archive(a="x"), "a.docx is no Word document: it has no word/document.xml; "),
    (archive(word__document=""), "a.docx is a broken Word document: no element found"),
    (archive(word__document="<a>"), "a.docx is a broken Word document: no element"),
    (archive(word__document=BODY), "a.docx is a broken Word document: no element"),
    (
        archive(word__document=f'<!DOCTYPE a [<!ENTITY b "c">]>{BODY}{END}'),
        "a.docx is a broken Word document: it declares a document type; ",
    ),
    (
        archive(word__document=f"{BODY}{END}")[:-30],
        "a.docx is a broken Word document: File is not a zip file; ",
    ),
    (
        archive(word__document=f'<?xml version="1.0" encoding="x"?>{BODY}{END}'),
        "a.docx is a broken Word document: ",
    ),
    (
        archive(word__document=f'{BODY}<w:p><w:r><w:sym w:char="x"/></w:r></w:p>{END}'),
        "a.docx is a broken Word document: ",
    ),
    (
        archive(word__document=f"{BODY}{END}", word__styles="<"),
        "a.docx is a broken Word document: ",
    ),
]


@pytest.mark.parametrize(("content", "message"), WORD)
def test_a_broken_word_document(content: bytes, message: str) -> None:
    """One line tells that it is broken, and how."""
    with pytest.raises(DraftError) as raised:
        read_bytes(content, "a.docx")
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


def test_every_byte_of_a_word_document_spoilt() -> None:
    """Whatever is wrong in an archive, it is read, or told in one line."""
    sound = archive(word__document=f"{BODY}{END}")
    told = 0
    for at in range(len(sound)):
        spoilt = bytearray(sound)
        spoilt[at] ^= 0xFF
        try:
            list(read_bytes(bytes(spoilt), "a.docx").sentences())
        except DraftError as error:
            told += "\n" not in str(error)
    assert told > len(sound) // 4


def test_a_zip_bomb() -> None:
    """Of a part, no more is unpacked than is read; the limit is told."""
    body = BODY + " " * (docx.LARGEST_PART + 1) + END
    with pytest.raises(
        DraftError, match=r"^a\.docx: word/document\.xml is over 64 MiB"
    ):
        read_bytes(archive(word__document=body), "a.docx")


def test_a_long_paragraph_of_word() -> None:
    """It is told by its number; what is too much of it is not kept."""
    long = BODY.replace("It is so.", "x " * (blocks.LONGEST * 2))
    document = read_bytes(archive(word__document=f"{long}{END}"), "a.docx")
    assert len(document.source) < blocks.LONGEST * 2
    with pytest.raises(DraftError, match=r"^a\.docx:1: a paragraph of over 1,000,000"):
        list(document.sentences())


def test_controls_within_controls() -> None:
    """What stands in the place of an answer is hidden, and what is around it is not."""
    run = "<w:r><w:t>{}</w:t></w:r>"
    inner = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{run.format('Type.')}</w:sdt>"
    outer = f"<w:sdt>{run.format('It is ')}{inner}{run.format('so.')}</w:sdt>"
    body = f"{BODY.removesuffix('</w:p>')}{run.format(' ')}{outer}</w:p>"
    document = read_bytes(archive(word__document=f"{body}{END}"), "a.docx")
    assert [one.text for one in document.sentences()] == ["It is so.", "It is so."]


def test_an_archive_of_very_many_files() -> None:
    """Its list of files is not read."""
    end = b"PK\5\6" + bytes(8) + (1 << 30).to_bytes(4, "little") + bytes(6)
    with pytest.raises(DraftError, match="too many files"):
        read_bytes(b"PK\3\4" + end, "a.docx")


def test_a_locked_word_document() -> None:
    """One with a password is no archive, but an old kind of file."""
    with pytest.raises(
        DraftError, match="is of an old Office, or locked: no text; save it"
    ):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx")


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file is read up to a limit, which is told, whatever its size."""
    path = tmp_path / "draft.txt"
    with path.open("wb") as stream:
        stream.truncate(opening.LARGEST + 1)
    with pytest.raises(DraftError, match=r"draft\.txt is larger than 32 MiB; give it "):
        read_document(path)


@pytest.mark.parametrize("media", ["markdown", "text", "html"])
def test_a_line_without_end(media: str) -> None:
    """A paragraph longer than any is told with its line."""
    source = "<p>One.</p>\n\n" + "x " * (blocks.LONGEST // 2 + 1)
    document = read_text(source, "draft", media)
    with pytest.raises(DraftError, match=r"^draft:3: a paragraph of over 1,000,000"):
        list(document.sentences())


def test_a_folder(tmp_path: Path) -> None:
    """A folder is no draft."""
    folder = tmp_path / "notes.md"
    folder.mkdir()
    with pytest.raises(DraftError, match=r"notes\.md is a folder; give a file"):
        read_document(folder)


def test_nothing_there(tmp_path: Path) -> None:
    """A file that has vanished, or a link to it."""
    with pytest.raises(DraftError, match=r"there is no file .*a\.md; check the path"):
        read_document(tmp_path / "a.md")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    with pytest.raises(DraftError, match="a link that leads nowhere"):
        read_document(tmp_path / "b.md")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_a_device_a_socket(tmp_path: Path) -> None:
    """Nobody waits for what a pipe with a name may never hold."""
    pipe = tmp_path / "a.md"
    os.mkfifo(pipe)
    with pytest.raises(DraftError, match="is a pipe; give a file, or - and its text"):
        read_document(pipe)
    with pytest.raises(DraftError, match="/dev/null is a device"):
        read_document("/dev/null")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        with pytest.raises(DraftError, match="is a socket"):
            read_document(tmp_path / "s")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="there is no /dev/fd")
def test_a_pipe_of_the_shell() -> None:
    """What a command writes into <(…) is read."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as stream:
        stream.write(b"It is so.")
    document = read_document(f"/dev/fd/{reading}", name="a.txt")
    os.close(reading)
    assert [one.text for one in document.sentences()] == ["It is so."]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_no_leave_to_read(tmp_path: Path) -> None:
    """A file that may not be read is named."""
    path = tmp_path / "a.md"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(DraftError, match=r"a\.md cannot be read: Permission denied"):
        read_document(path)


def test_an_odd_path() -> None:
    """A path that no system takes is told, too."""
    with pytest.raises(DraftError, match="cannot be read"):
        read_document("a\0.md")
    with pytest.raises(DraftError, match="cannot be read: File name too long"):
        read_document("a" * 5000)


def test_half_characters() -> None:
    """An editor may hand over half a character: it has its place, but is none."""
    document = read_text("It is \ud83d so. It **is**.", "draft", "markdown")
    assert [one.text for one in document.sentences()] == ["It is \ufffd so.", "It is."]


def test_no_kind_of_text() -> None:
    """A caller may ask for what there is."""
    with pytest.raises(UsageError, match="rst is not a kind of text; these are: mark"):
        read_text("It is so.", "draft", "rst")


@pytest.mark.parametrize("installed", [None, ModuleType("pyromark")])
def test_a_missing_extra(
    monkeypatch: pytest.MonkeyPatch, installed: ModuleType | None
) -> None:
    """Without pyromark, the command that installs it is told; plain text is read."""
    monkeypatch.setitem(sys.modules, "pyromark", installed)
    told = r"^draft\.md is Markdown, .*: pip install 'sinotech\[check\]'$"
    with pytest.raises(DraftError, match=told):
        read_text("It is so.", "draft.md")
    sentences = list(read_text("It is so. It was.", "draft.txt").sentences())
    assert len(sentences) == 2
