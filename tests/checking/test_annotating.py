"""`check --annotate`: comments at what is found in a Word file."""

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from conftest import Sinotech

WRONG = "China has signed 120 intergovernmental agreements on science and technology."
OLD = "China has signed 118 intergovernmental agreements on science and technology."
FIGURE = "fig-sti-agreements-119-2025"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a draft to the working folder."""
    monkeypatch.chdir(tmp_path)
    made = docx.Document()
    paragraph = made.add_paragraph("A report. ")
    paragraph.add_run(WRONG[:20]).bold = True
    paragraph.add_run(f"{WRONG[20:]} It goes on.")
    made.add_table(1, 1).cell(0, 0).text = OLD
    made.save("draft.docx")
    return tmp_path / "draft.docx"


def test_each_finding_is_a_comment(
    sinotech: Sinotech, real_db: Path, draft: Path
) -> None:
    """With its code, value and citation; the text of the copy is the draft's."""
    options = ("--annotate", "copy.docx", "--db", str(real_db))
    result = sinotech("check", "draft.docx", *options)
    assert result.code == 1
    assert "copy.docx: 2 comments written\n" in result.err
    old, new = docx.Document("draft.docx"), docx.Document("copy.docx")
    assert [p.text for p in new.paragraphs] == [p.text for p in old.paragraphs]
    wrong, outdated = new.comments
    assert {one.author for one in new.comments} == {"sinotech"}
    first, cited = (one.text for one in wrong.paragraphs)
    assert first.startswith("S001 contradicted: ")
    assert "the sources say 119: " in first
    assert FIGURE in cited
    assert outdated.text.startswith("S002 outdated: ")
    assert "the sources now say 119: " in outdated.text


def test_what_is_suppressed_gets_no_comment(
    sinotech: Sinotech, real_db: Path, draft: Path
) -> None:
    """What a baseline holds is not told, and so not commented on."""
    argv = ["check", "draft.docx", "--db", str(real_db)]
    sinotech(*argv, "--write-baseline", "known.json")
    argv += ["--baseline", "known.json", "--annotate", "copy.docx"]
    assert "0 comments written" in sinotech(*argv).err
    assert Path("copy.docx").is_file()


LINES = [
    ("draft.docx --annotate draft.docx", "is the draft itself"),
    ("draft.docx --annotate ./link.docx", "is the draft itself"),
    ("draft.docx draft.docx notes.md --annotate copy.docx", "is for one file"),
    ("notes.md --annotate copy.docx", "notes.md is none"),
    (
        "draft.docx --annotate copy.docx --write-baseline ./copy.docx",
        "--annotate and --write-baseline are one file",
    ),
    ("draft.docx --annotate copy.md", "does not end with .docx"),
    ("draft.docx --annotate notes.md/copy.docx", "there is no folder notes.md"),
]


@pytest.mark.parametrize(("line", "told"), LINES)
def test_what_cannot_be_annotated_is_a_usage_error(
    sinotech: Sinotech, real_db: Path, draft: Path, line: str, told: str
) -> None:
    """One line says why, and the draft stays as it was."""
    Path("notes.md").write_text("Rain fell.\n")
    Path("link.docx").symlink_to("draft.docx")
    before = draft.read_bytes()
    result = sinotech("check", *line.split(), "--db", str(real_db))
    assert result.code == 2
    (*_, last) = result.err.splitlines()
    assert last.startswith("error: ")
    assert told in last
    assert draft.read_bytes() == before
    assert not Path("copy.docx").exists()


def test_a_damaged_part_is_told(sinotech: Sinotech, real_db: Path, draft: Path) -> None:
    """A part that the check does not read may be broken: exit 4, and no copy."""
    stream = io.BytesIO()
    with ZipFile(draft) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            is_read = not name.endswith("document.xml.rels")
            new.writestr(name, old.read(name) if is_read else "<Relationships")
    draft.write_bytes(stream.getvalue())
    options = ("--annotate", "copy.docx", "--db", str(real_db))
    result = sinotech("check", "draft.docx", *options)
    assert result.code == 4
    assert "error: draft.docx is damaged (" in result.err
    assert not Path("copy.docx").exists()
