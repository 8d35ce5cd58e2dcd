"""Word documents, written by hand and by python-docx, read as a reader sees them."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from sinotech.drafts.document import Document
from sinotech.drafts.reading import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def part(root: str, inside: str, namespace: str = W) -> str:
    """Return the XML of a part whose *root* holds *inside*."""
    names = f'xmlns:w="{namespace}" xmlns:mc="{MC}" xmlns:m="urn:m" xmlns:v="urn:v"'
    return f'<?xml version="1.0"?><w:{root} {names}>{inside}</w:{root}>'


def made(body: str, namespace: str = W, **parts: str) -> Document:
    """Return the document whose body holds *body*, beside the roots of *parts*."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        body = f"<w:body>{body}</w:body>"
        archive.writestr("word/document.xml", part("document", body, namespace))
        for name, inside in parts.items():
            archive.writestr(f"word/{name}.xml", part(name, inside, namespace))
    return read_bytes(stream.getvalue(), "draft.docx")


def p(*runs: str, style: str = "") -> str:
    """Return a paragraph of *runs*, which are runs, other elements, or plain text."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of *text*."""
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def texts(document: Document) -> list[str]:
    """Return the texts of all blocks."""
    return [block.text for block in document.blocks]


BOX = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
TRAPS = [
    ("inserted", p("It ", f"<w:ins>{r('is')}</w:ins>", " so."), ["It is so."]),
    (
        "deleted",
        p("It is ", "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>", "so."),
        ["It is so."],
    ),
    (
        "moved",
        p(f"<w:moveFrom>{r('Not here. ')}</w:moveFrom>", "It is.")
        + p(f"<w:moveTo>{r('But here.')}</w:moveTo>"),
        ["It is.", "But here."],
    ),
    (
        "a table in a table",
        "<w:tbl><w:tr><w:tc>"
        + p("One.")
        + "<w:tbl><w:tr><w:tc>"
        + p("Two.")
        + "</w:tc></w:tr></w:tbl>"
        + p("Three.")
        + "</w:tc></w:tr></w:tbl>",
        ["One.", "Two.", "Three."],
    ),
    (
        "content controls",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('It is.')}</w:sdtContent></w:sdt>"
        + p(f"<w:sdt><w:sdtContent>{r('So it is.')}</w:sdtContent></w:sdt>"),
        ["It is.", "So it is."],
    ),
    (
        "what a content control asks for",
        p(
            "It ",
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
            f"<w:sdtContent>{r('Click here.')}</w:sdtContent></w:sdt>",
            "is.",
        ),
        ["It is."],
    ),
    (
        "a text box, once, within a sentence",
        p(
            "It is ",
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
            f"{BOX}</w:drawing></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>",
            "so.",
        ),
        ["It is so.", "In the box."],
    ),
    ("an old text box", p(f"<w:r><w:pict>{BOX}</w:pict></w:r>"), ["In the box."]),
    (
        "hidden",
        p("It is ", r("not ", "<w:vanish/>"), r("so", '<w:vanish w:val="0"/>'), "."),
        ["It is so."],
    ),
    (
        "hidden before a change, or only the mark of the paragraph",
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
        + r("It is so.", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")
        + "</w:p>",
        ["It is so."],
    ),
    (
        "fields and links",
        p(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            "<w:r><w:instrText>PAGE</w:instrText></w:r>"
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
            "It ",
            f"<w:hyperlink>{r('is ')}</w:hyperlink>",
            f"<w:fldSimple w:instr='DATE'>{r('so')}</w:fldSimple>",
            f"<w:smartTag>{r('.')}</w:smartTag>",
        ),
        ["It is so."],
    ),
    (
        "struck, raised, and how it is pronounced",
        p(
            "It ",
            r("was ", "<w:strike/>"),
            "is 10",
            r("6", '<w:vertAlign w:val="superscript"/>'),
            " labs",
            r("3", '<w:position w:val="8"/><w:sz w:val="19"/>'),
            r(" co", '<w:position w:val="0"/>'),
            r("2", '<w:vertAlign w:val="subscript"/><w:position w:val="-4"/>'),
            f"<w:r><w:ruby><w:rt>{r('hao')}</w:rt>"
            f"<w:rubyBase>{r('好')}</w:rubyBase></w:ruby></w:r>",
        ),
        ["It is 10⁶ labs co2好"],
    ),
    (
        "signs that are elements",
        p(
            "A",
            "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
            "<w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:sym w:char='F0B7'/>"
            "<w:sym w:char='03B1'/><w:sym w:char='D800'/></w:r>",
        ),
        ["A b c‑de α"],
    ),
    (
        "stops of tabs are none",
        "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
        + r("It is.")
        + "</w:p>",
        ["It is."],
    ),
    (
        "formulas and comments",
        p("It is<!-- not --> ", "<m:r><m:t>x</m:t></m:r>", "so &amp; so."),
        ["It is so & so."],
    ),
]


@pytest.mark.parametrize("namespace", [W, STRICT], ids=["transitional", "strict"])
@pytest.mark.parametrize(
    ("body", "expected"), [one[1:] for one in TRAPS], ids=[one[0] for one in TRAPS]
)
def test_what_a_reader_sees(body: str, expected: list[str], namespace: str) -> None:
    """All tracked changes accepted, nothing hidden, and everything once."""
    assert texts(made(body, namespace)) == expected


STYLES = """
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Kopf"><w:name w:val="Kopf"/><w:basedOn w:val="berschrift1"/>
</w:style>
<w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>
<w:style w:styleId="V1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Code"><w:name w:val="HTML Preformatted"/></w:style>
<w:style w:styleId="SourceText"><w:name w:val="Source Text"/></w:style>
<w:style w:styleId="Quotations"><w:name w:val="Quotations"/></w:style>
<w:style w:styleId="L"><w:name w:val="List Bullet"/></w:style>
<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="Inner"><w:basedOn w:val="Secret"/></w:style>
<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>
<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>
"""


def test_what_styles_say() -> None:
    """They tell headings, quotations, lists and contents, and hide text."""
    unseen = '<w:rStyle w:val="Inner"/>'
    shown = f'{unseen}<w:vanish w:val="false"/>'
    numbered = "<w:p><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>"
    level = "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>"
    cell = "<w:tbl><w:tr><w:tc>" + p("F.", style="L") + "</w:tc></w:tr></w:tbl>"
    document = made(
        p("A.", style="Kopf")
        + p("B.", style="Q")
        + p("B ", r("code", '<w:rStyle w:val="SourceText"/>'), "2.", style="Quotations")
        + p("No.", style="V1")
        + p("No.", style="Code")
        + p("No.", style="Secret")
        + p("C.", r(" No.", unseen), r(" Yes.", shown), style="L")
        + f"{numbered}{r('D.')}</w:p>{level}{r('E.')}</w:p>{cell}"
        + p("G.", style="A"),
        styles=STYLES,
    )
    assert [[block.kind, block.text] for block in document.blocks] == [
        ["heading", "A."],
        ["quotation", "B."],
        ["quotation", "B 2."],
        ["item", "C. Yes."],
        ["item", "D."],
        ["heading", "E."],
        ["cell", "F."],
        ["paragraph", "G."],
    ]


NOTES = (
    f'<w:footnote w:type="separator">{p("No.")}</w:footnote>'
    f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", " A note is read.")}'
    "</w:footnote>"
)
ENDNOTES = f'<w:endnote w:id="1">{p("An endnote is read.")}</w:endnote>'


def test_places() -> None:
    """A line is a paragraph, empty ones too; notes come behind, without separators."""
    document = made(
        p("It is. ", "It **is** so.") + p() + p("The next\nis here."),
        footnotes=NOTES,
        endnotes=ENDNOTES,
    )
    assert document.source == (
        "It is. It **is** so.\n\nThe next is here.\n A note is read.\n"
        "An endnote is read.\n"
    )
    found = [
        (*document.place(one.span()[0]), one.block.kind, one.text)
        for one in document.sentences()
    ]
    assert found == [
        (1, 1, "paragraph", "It is."),
        (1, 8, "paragraph", "It **is** so."),
        (3, 1, "paragraph", "The next is here."),
        (4, 2, "footnote", "A note is read."),
        (5, 1, "footnote", "An endnote is read."),
    ]


def test_paragraphs_are_counted_by_their_start_tags() -> None:
    """One in a text box comes behind the one that it hangs in."""
    document = made(p("One ", f"<w:r><w:pict>{BOX}</w:pict></w:r>", "is.") + p("Two."))
    assert document.source == "One is.\nIn the box.\nTwo.\n"


def test_a_paragraph_whose_end_was_deleted() -> None:
    """It goes on in the next, and each half keeps its place."""
    gone = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    document = made(p("One.") + gone + r("It is") + "</w:p>" + p("so. It was."))
    assert document.source == "One.\nIt is\nso. It was.\n"
    found = [(*document.place(one.span()[0]), one.text) for one in document.sentences()]
    assert found == [(1, 1, "One."), (2, 1, "It is so."), (3, 5, "It was.")]


def test_anchors() -> None:
    """Each character of the source is one of the element that its anchor names."""
    body = p("It ", f"<w:del>{r('no')}</w:del>", "<w:r><w:tab/></w:r>", "is") + p("so.")
    document = made(body, footnotes=NOTES)
    found = [
        (document.source[one.begin : one.end], one.part, one.element)
        for one in document.anchors
    ]
    # document 0, body 1, p 2, r 3, rPr 4, t 5; del 6, r 7, rPr 8, t 9; r 10, tab 11; …
    assert found == [
        ("It ", "word/document.xml", 5),
        ("\t", "word/document.xml", 11),
        ("is", "word/document.xml", 14),
        ("so.", "word/document.xml", 18),
        # footnotes 0, footnote 1 … t 5; footnote 6, p 7, r 8, footnoteRef 9, r 10 …
        (" A note is read.", "word/footnotes.xml", 12),
    ]


def test_what_python_docx_writes() -> None:
    """A document of its own is read, and its anchors are of the elements it knows."""
    written = docx.Document()
    written.add_heading("China opens labs", 1)
    paragraph = written.add_paragraph("It ")
    paragraph.add_run("is").bold = True
    paragraph.add_run(" so.\tIt was ").add_break()
    hidden = paragraph.add_run("not ")
    hidden.font.hidden = True
    paragraph.add_run("so.")
    written.add_paragraph("An item is one.", style="List Number")
    written.add_paragraph("It was said.", style="Intense Quote")
    table = written.add_table(1, 2)
    table.cell(0, 1).text = "53 labs"
    stream = BytesIO()
    written.save(stream)
    document = read_bytes(stream.getvalue(), "draft.docx")
    found = [
        (*document.place(one.span()[0]), one.block.kind, one.text, one.quoted)
        for one in document.sentences()
    ]
    assert found == [
        (1, 1, "heading", "China opens labs", False),
        (2, 1, "paragraph", "It is so.", False),
        (2, 11, "paragraph", "It was so.", False),
        (3, 1, "item", "An item is one.", False),
        (4, 1, "quotation", "It was said.", True),
        (6, 1, "cell", "53 labs", False),
    ]
    elements = list(written.element.iter())
    for anchor in document.anchors:
        text = document.source[anchor.begin : anchor.end]
        element = elements[anchor.element]
        assert element.text == text or element.tag in {qn("w:tab"), qn("w:br")}
