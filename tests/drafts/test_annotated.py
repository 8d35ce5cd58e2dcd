"""Copies of Word files with comments: the right words, and nothing else changed."""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinotech.drafts.annotated import Note, annotate
from sinotech.drafts.document import Document
from sinotech.drafts.ranges import STRICT, WORD
from sinotech.drafts.reading import read_bytes

WHEN = dt.datetime(2026, 3, 5, 12, 30, tzinfo=dt.UTC)
W = f"{{{WORD}}}"
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/\
vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def word_file(body: str | bytes, **others: str) -> bytes:
    """Return a Word file with the *body*, or a whole part, and *others* by name."""
    if isinstance(body, str) and not body.startswith("<?xml"):
        body = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    office = STRICT_OFFICE if STRICT in str(body) else OFFICE
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(office=office),
        "word/document.xml": body,
        **{f"word/{name}.xml": text for name, text in others.items()},
    }
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return made.getvalue()


def run(text: str, format_: str = "") -> str:
    """Return a run of *text*."""
    told = f"<w:rPr>{format_}</w:rPr>" if format_ else ""
    return f"<w:r>{told}<w:t>{text}</w:t></w:r>"


def noted(document: Document, words: str) -> Note:
    """Return a note on *words*, which are in the document once."""
    assert document.source.count(words) == 1
    begin = document.source.index(words)
    return Note(begin, begin + len(words), (f"On: {words}",))


def annotated(content: bytes, folder: Path, *words: str) -> bytes:
    """Return the copy of a file with a comment on each of *words*."""
    document = read_bytes(content, "draft.docx")
    notes = [noted(document, one) for one in words]
    target = folder / "copy.docx"
    assert annotate(content, document, notes, target, WHEN) == len(words)
    copy = target.read_bytes()
    assert read_bytes(copy, "copy.docx").source == document.source
    return copy


def part(content: bytes, name: str = "word/document.xml") -> bytes:
    """Return a part of a file."""
    return ZipFile(io.BytesIO(content)).read(name)


def tree(data: bytes) -> ET.Element:
    """Return the root of a part."""
    return ET.fromstring(data)  # noqa: S314  # our own


def ranges(content: bytes) -> dict[str, str]:
    """Return the words of each comment, by its text, as another program reads them."""
    open_: dict[str, str] = {}
    done: dict[str, str] = {}
    referred: list[str] = []
    for one in tree(part(content)).iter():
        id_ = one.get(f"{W}id", "")
        if one.tag == f"{W}commentRangeStart":
            open_[id_] = ""
        elif one.tag == f"{W}commentRangeEnd":
            done[id_] = open_.pop(id_)
        elif one.tag == f"{W}commentReference":
            referred.append(id_)
        text = (one.text or "") if one.tag == f"{W}t" else ""
        text = "\t" if one.tag == f"{W}tab" else text
        open_ = {key: told + text for key, told in open_.items()}
    assert open_ == {}
    assert sorted(referred) == sorted(done)
    return {said: done[id_] for id_, said in comments(content).items()}


def comments(content: bytes) -> dict[str, str]:
    """Return what each comment says, by its id."""
    root = tree(part(content, "word/comments.xml"))
    ids = [one.get(f"{W}id", "") for one in root]
    assert len(set(ids)) == len(ids)
    said = ("\n".join("".join(p.itertext()) for p in one.iter(f"{W}p")) for one in root)
    return dict(zip(ids, said, strict=True))


def signs(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield each character of the text with its format."""
    for one in tree(part(content)).iter(f"{W}r"):
        format_ = one.find(f"{W}rPr")
        told = "" if format_ is None else ET.tostring(format_, encoding="unicode")
        for text in one.iter(f"{W}t"):
            yield from ((sign, told) for sign in text.text or "")


BOLD, RED = "<w:b/>", '<w:color w:val="C00000"/>'
LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'
FIELD = '<w:fldSimple w:instr="DATE">{}</w:fldSimple>'
INSERTED = '<w:ins w:id="9" w:author="B">{}</w:ins>'
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "body",
    [
        run("Before. The words. After."),
        run("Before. The words."),
        run("The words. After."),
        run("The words."),
        run("Before. The ") + run("wor", BOLD) + run("ds. After.", RED),
        run("Before. ") + run("The words.", BOLD) + run(" After."),
        run("Before. The", BOLD) + LINK.format(run(" words. After.", RED)),
        LINK.format(run("Before. The words. After.")),
        CONTROL.format(run("Before. The words. After.")),
        INSERTED.format(run("Before. The")) + FIELD.format(run(" words.")),
        "<w:r><w:t>Before. </w:t><w:t>The words.</w:t><w:t> After.</w:t></w:r>",
        "<w:r><w:t>Before.</w:t><w:br/><w:t>The words.</w:t><w:br/></w:r>",
        run("Before &lt;. <!-- a --> The words. &amp;"),
        run("B&#x4E2D;&#119070;. The words. After."),
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"]
)
def test_a_comment_is_at_the_very_words(tmp_path: Path, body: str, around: str) -> None:
    """Runs are cut where it begins and ends, within paragraphs, links or tables."""
    content = word_file(around.format(f"<w:p>{body}</w:p>"))
    copy = annotated(content, tmp_path, "The words.")
    assert ranges(copy) == {"On: The words.": "The words."}
    assert list(signs(copy)) == list(signs(content))


def test_comments_that_meet_do_not_overlap(tmp_path: Path) -> None:
    """One ends before the next begins, with a blank or nothing between them."""
    body = f"<w:p>{run('One two. Three.中文。四。', BOLD)}</w:p>"
    words = ["One two.", "Three.", "中文。", "四。"]
    copy = annotated(word_file(body), tmp_path, *words)
    assert ranges(copy) == {f"On: {one}": one for one in words}


def test_a_tab_may_begin_or_end_the_words(tmp_path: Path) -> None:
    """What is no text is not cut, and stays where it is."""
    body = "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>"
    copy = annotated(word_file(body), tmp_path, "\tb\t")
    assert ranges(copy) == {"On: \tb\t": "\tb\t"}


TEXT_BOX = """<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>
<w:txbxContent><w:p><w:r><w:t>Boxed words. More.</w:t></w:r></w:p></w:txbxContent>
</v:textbox></v:shape></w:pict></w:r>"""


def test_words_in_a_text_box_are_repeated(tmp_path: Path) -> None:
    """The comment is at what the box hangs on, for Word takes none within."""
    body = f"<w:p>{run('Before.')}{TEXT_BOX}{run(' After.')}</w:p>"
    copy = annotated(word_file(body), tmp_path, "Boxed words.", "After.")
    told = "In this text box: “Boxed words.”\nOn: Boxed words."
    assert ranges(copy)[told] == "Boxed words. More."
    assert ranges(copy)["On: After."] == "After."


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_words_in_a_note_are_repeated_at_its_mark(tmp_path: Path, kind: str) -> None:
    """There is one comment at the mark of the right note."""
    marks = (f'<w:r><w:{kind}Reference w:id="{id_}"/></w:r>' for id_ in (2, 3))
    body = f"<w:p>{run('A')}{next(marks)}{run('b')}{next(marks)}</w:p>"
    notes = "".join(
        f'<w:{kind} w:id="{id_}"><w:p>{run(f"Note {id_} says.")}</w:p></w:{kind}>'
        for id_ in (2, 3)
    )
    text = f'<w:{kind}s xmlns:w="{WORD}">{notes}</w:{kind}s>'
    content = word_file(body, **{f"{kind}s": text})
    copy = annotated(content, tmp_path, "Note 3 says.")
    (told,) = comments(copy).values()
    assert told == f"In this {kind}: “Note 3 says.”\nOn: Note 3 says."
    assert (
        f'<w:commentRangeStart w:id="0"/><w:r><w:{kind}Reference w:id="3"/></w:r>'
        '<w:commentRangeEnd w:id="0"/>'
    ).encode() in part(copy)
    assert part(copy, f"word/{kind}s.xml") == part(content, f"word/{kind}s.xml")


def written_by_python_docx() -> bytes:
    """Return a file with a comment of somebody else, as a library writes it."""
    made = docx.Document()
    made.add_heading("Pacts", 1)
    paragraph = made.add_paragraph("Older. ")
    bold = paragraph.add_run("The words.")
    bold.bold = True
    made.add_comment(bold, "A remark", author="Ann", initials="A")
    made.add_table(1, 1).cell(0, 0).text = "A cell says so."
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_python_docx_reads_it_back(tmp_path: Path) -> None:
    """Text and formats are as they were; the comments of others are kept."""
    content = written_by_python_docx()
    copy = annotated(content, tmp_path, "The words.", "A cell says so.")
    old, new = (docx.Document(io.BytesIO(one)) for one in (content, copy))
    assert [p.text for p in new.paragraphs] == [p.text for p in old.paragraphs]
    assert new.tables[0].cell(0, 0).text == "A cell says so."
    assert [(one.comment_id, one.author, one.text) for one in new.comments] == [
        (0, "Ann", "A remark"),
        (1, "sinotech", "On: The words."),
        (2, "sinotech", "On: A cell says so."),
    ]
    (*_, last) = new.comments
    assert last.timestamp == WHEN
    assert list(signs(copy)) == list(signs(content))


def test_all_else_stays_as_it_was(tmp_path: Path) -> None:
    """Other parts are the same bytes, in the same order; so is all of the text's part
    but for what was put in.
    """  # noqa: D205
    content = written_by_python_docx()
    copy = annotated(content, tmp_path, "A cell says so.")
    old, new = ZipFile(io.BytesIO(content)), ZipFile(io.BytesIO(copy))
    assert new.namelist() == old.namelist()
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"word/document.xml", "word/comments.xml"}
    rest = part(copy)
    for mark in (
        b'<w:commentRangeStart w:id="1"/>',
        b'<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
    ):
        assert rest.count(mark) == 1
        rest = rest.replace(mark, b"")
    assert rest == part(content)


def test_prefixes_are_kept(tmp_path: Path) -> None:
    """Declarations that nothing uses, and what may be ignored, as Word wants them."""
    root = (
        f'<?xml version="1.0" encoding="utf-8"?>\r\n<x:document xmlns:x="{WORD}" '
        'xmlns:w14="urn:w14" xmlns:mc="urn:mc" mc:Ignorable="w14">'
    )
    text = "<x:body><x:p><x:r><x:t>A. The words. B.</x:t></x:r></x:p></x:body>"
    content = word_file(f"{root}{text}</x:document>")
    copy = annotated(content, tmp_path, "The words.")
    assert part(copy).startswith(root.encode())
    assert b'<x:commentRangeStart x:id="0"/>' in part(copy)
    assert ranges(copy) == {"On: The words.": "The words."}


@pytest.mark.parametrize("namespace", [WORD, STRICT])
def test_a_namespace_may_have_no_prefix(tmp_path: Path, namespace: str) -> None:
    """What is put in declares one for itself; in the strict form, too."""
    content = word_file(
        f'<?xml version="1.0"?><document xmlns="{namespace}"><body><p><r>'
        "<t>A. The words. B.</t></r></p></body></document>"
    )
    copy = annotated(content, tmp_path, "The words.")
    root = tree(part(copy))
    (begin,) = root.iter(f"{{{namespace}}}commentRangeStart")
    assert begin.get(f"{{{namespace}}}id") == "0"
    office = STRICT_OFFICE if namespace == STRICT else OFFICE
    told = part(copy, "word/_rels/document.xml.rels").decode()
    assert f'Type="{office}/comments" Target="comments.xml"' in told


def test_the_first_comments_are_a_part_of_their_own(tmp_path: Path) -> None:
    """It has a content type and a relation, and one name that was free."""
    content = word_file(f"<w:p>{run('The words.')}</w:p>", comments="<not-ours/>")
    copy = annotated(content, tmp_path, "The words.")
    assert part(copy, "word/comments.xml") == b"<not-ours/>"
    types = part(copy, "[Content_Types].xml").decode()
    assert 'PartName="/word/comments1.xml"' in types
    told = part(copy, "word/_rels/document.xml.rels").decode()
    assert 'Target="comments1.xml"' in told


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_other_encodings_become_utf_8(tmp_path: Path, encoding: str) -> None:
    """A part that is in another encoding is in UTF-8 then, and says so."""
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><w:document xmlns:w="{WORD}">'
        f"<w:body><w:p>{run('Ä. The wörds. Ü.')}</w:p></w:body></w:document>"
    )
    copy = annotated(word_file(text.encode(encoding)), tmp_path, "The wörds.")
    assert ranges(copy) == {"On: The wörds.": "The wörds."}
    assert part(copy).startswith(b'<?xml version="1.0" encoding="UTF-8"?>')


def test_what_cannot_be_cut_is_taken_whole(tmp_path: Path) -> None:
    """Text that XML has as it stands is all of the comment's words."""
    body = "<w:p><w:r><w:t><![CDATA[A. The words. B.]]></w:t></w:r></w:p>"
    copy = annotated(word_file(body), tmp_path, "The words.")
    assert ranges(copy) == {"On: The words.": "A. The words. B."}


def test_without_notes_the_copy_is_the_same(tmp_path: Path) -> None:
    """Every part has the same bytes."""
    content = written_by_python_docx()
    copy = annotated(content, tmp_path)
    old, new = ZipFile(io.BytesIO(content)), ZipFile(io.BytesIO(copy))
    assert {n: new.read(n) for n in new.namelist()} == {
        n: old.read(n) for n in old.namelist()
    }


def test_a_part_that_is_there_twice_is_written_once(tmp_path: Path) -> None:
    """The last is the one that is read."""
    stream = io.BytesIO(word_file(f"<w:p>{run('Words.')}</w:p>", other="first"))
    with ZipFile(stream, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/other.xml", "last")
    copy = annotated(stream.getvalue(), tmp_path, "Words.")
    assert part(copy, "word/other.xml") == b"last"
    names = ZipFile(io.BytesIO(copy)).namelist()
    assert len(set(names)) == len(names)


def test_a_copy_that_would_be_huge_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What unpacks to more than a document is refused, and nothing is left."""
    monkeypatch.setattr("sinotech.drafts.annotated.LARGEST", 100_000)
    content = word_file(f"<w:p>{run('Words.')}</w:p>", bomb="0" * 200_000)
    document = read_bytes(content, "draft.docx")
    with pytest.raises(BadZipFile, match="unpacked"):
        annotate(content, document, [], tmp_path / "copy.docx", WHEN)
    assert list(tmp_path.iterdir()) == []


RUNS = st.lists(
    st.tuples(
        st.text(st.sampled_from("ab 中𝄞&<"), min_size=1, max_size=6),
        st.sampled_from(["", BOLD, RED]),
        st.sampled_from(["{}", LINK, INSERTED, CONTROL]),
    ),
    min_size=1,
    max_size=6,
)


@given(runs=RUNS, data=st.data())
def test_any_words_of_any_runs(
    runs: list[tuple[str, str, str]],
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Wherever comments begin and end, they have their words, and formats stay."""
    body = "".join(
        around.format(run(text.replace("&", "&amp;").replace("<", "&lt;"), format_))
        for text, format_, around in runs
    )
    content = word_file(f"<w:p>{body}</w:p>")
    document = read_bytes(content, "draft.docx")
    size = len(document.source) - 1
    places = st.integers(0, size)
    pairs = data.draw(st.lists(st.tuples(places, places), max_size=4))
    notes = [
        Note(min(pair), max(pair), (f"{number}",))
        for number, pair in enumerate(pairs)
        if pair[0] != pair[1]
    ]
    target = tmp_path_factory.mktemp("copy") / "copy.docx"
    assert annotate(content, document, notes, target, WHEN) == len(notes)
    copy = target.read_bytes()
    assert list(signs(copy)) == list(signs(content))
    if notes:
        words = {
            one.paragraphs[0]: document.source[one.begin : one.end] for one in notes
        }
        assert ranges(copy) == words
