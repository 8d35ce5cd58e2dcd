"""Sentences of documents that are made up stand exactly where they were written."""

from dataclasses import dataclass, field
from email import message_from_string
from html import unescape
from importlib.metadata import distributions
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinotech.drafts.document import Document
from sinotech.drafts.page import RAISED
from sinotech.drafts.reading import read_bytes, read_text

WORDS = ["labs", "pact", "énergie", "中国", "𠀀x", "it's", "R&D", "a<b", "x*y", "co-op"]
STYLES = ["plain", "strong", "within", "entities", "link", "raised"]
GAPS = ["blank", "blank", "blank", "soft", "hard", "code", "hidden", "comment", "note"]
Word = tuple[str, str, str]
Sentence = list[Word]
sentences = st.lists(
    st.tuples(*map(st.sampled_from, (WORDS, STYLES, GAPS))), min_size=2, max_size=6
)
blocks = st.lists(
    st.tuples(st.integers(0, 4), st.lists(sentences, min_size=1, max_size=3)),
    min_size=1,
    max_size=5,
)
"""Blocks: the number of a kind, and sentences of words, each in a style, with what is
between it and the next."""


@dataclass
class Written:
    """A source that grows, and the sentences in it: texts, and where they stand."""

    source: str = ""
    sentences: list[tuple[str, int, int]] = field(default_factory=list)
    text: str = ""
    begin: int = -1

    def markup(self, text: str) -> None:
        """Write *text*, which is not read."""
        self.source += text

    def say(self, text: str, written: str | None = None) -> None:
        """Write *text*, if need be as it is *written*."""
        if self.begin < 0:
            self.begin = len(self.source)
        self.text += text
        self.source += text if written is None else written

    def end(self) -> None:
        """End the sentence."""
        self.sentences.append((self.text, self.begin, len(self.source)))
        self.text, self.begin = "", -1


class Markdown:
    """How things are written in Markdown; a line of a block begins with *front*."""

    KINDS = (("", ""), ("> ", "> "), ("- ", "  "), ("1.  ", "    "), ("# ", ""))
    SIGNS = ("**", "**", "[", "](https://x.org/a_b '\"It\" is')", "<sup>", "</sup>")
    ENTITIES = ("&{};", "&#{};")

    def __init__(self, end: str) -> None:
        self.line_end = end
        self.front = ""
        self.one_line = False

    def begin(self, kind: int, out: Written) -> None:
        """Begin a block."""
        first, self.front = self.KINDS[kind]
        self.one_line = kind == len(self.KINDS) - 1
        out.markup(first)

    def end(self, out: Written) -> None:
        """End a block; a comment keeps lists apart."""
        out.markup(f"{self.line_end * 2}<!-- It is not. -->{self.line_end * 2}")

    def gap(self, name: str) -> str:
        """Return what is written in the gap *name*; a blank is read there."""
        line = " " if self.one_line else self.line_end + self.front
        return {
            "soft": line,
            "hard": f"<br>{line}" if self.one_line else f"  {line}",
            "code": " `not *x*` ",
            "hidden": " <span hidden>It is not. </span> ",
            "comment": " <!-- It is not. --> ",
            "note": " [3] ",
        }.get(name, " ")

    def escaped(self, char: str) -> str:
        """Return *char* as it is written in a word."""
        return f"\\{char}" if char in "&<*" else char


class Html(Markdown):
    """How things are written in HTML."""

    KINDS = (
        *(("<p>", "</p>"), ("<blockquote>", "</blockquote>"), ("<ul><li>", "</ul>")),
        *(("<div><p>", "</div>"), ("<h2>", "</h2>")),
    )
    SIGNS = (
        *("<b>", "</b>", "<a href='https://x.org/?a&amp;b>'>", "</a>"),
        *("<sup>", "</sup>"),
    )

    def begin(self, kind: int, out: Written) -> None:
        """Begin a block."""
        first, self.last = self.KINDS[kind]
        out.markup(first)

    def end(self, out: Written) -> None:
        """End a block; a script is no block."""
        out.markup(f"{self.last}{self.line_end}<script>'<p>It is not.'</script>")

    def gap(self, name: str) -> str:
        """Return what is written in the gap *name*; a blank is read there."""
        return super().gap(name).replace("`not *x*`", "<code>not</code>")

    def escaped(self, char: str) -> str:
        """Return *char* as it is written in a word."""
        return {"&": "&amp;", "<": "&lt;"}.get(char, char)


def write_word(text: str, style: str, form: Markdown, out: Written) -> None:
    """Write the word *text* in *style*."""
    before, after, opening, closing, raising, lowering = form.SIGNS
    marks = {"link": (opening, closing)}
    if text.isalpha():  # beside other signs, stars are none of emphasis
        marks |= {"within": (before, after), "strong": (before, after)}
    first, last = marks.get(style, ("", ""))
    for at, char in enumerate(text):
        if at == (style == "within"):
            out.markup(first)
        written = form.escaped(char)
        if style == "entities" and not char.isalpha():
            written = f"&#{ord(char)};"
        out.say(char, written)
    out.markup(last)
    if style == "raised" and text.isascii() and len(text) >= 4 and text.isalpha():
        out.markup(f"{raising}1{lowering}")


def write(
    found: list[tuple[int, list[Sentence]]], form: Markdown, out: Written
) -> None:
    """Write blocks of sentences; each begins with a word that states something."""
    for kind, several in found:
        form.begin(kind, out)
        for number, sentence in enumerate(several):
            out.markup(" " if number else "")
            write_word("Was", sentence[0][1], form, out)
            for text, style, gap in sentence:
                written = form.gap(gap)
                is_chinese = text == out.text[-2:] == "中国" and gap in {"soft", "hard"}
                out.say("" if is_chinese and written.strip(" ") else " ", written)
                write_word(text, style, form, out)
            out.say(" ", form.gap(sentence[0][2]))
            out.say("so.")
            out.end()
        form.end(out)


def read(document: Document) -> list[tuple[str, int, int]]:
    """Return the sentences of *document*: texts, and where they stand."""
    return [(one.text, *one.span()) for one in document.sentences()]


@settings(max_examples=60, deadline=None)
@given(blocks, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"]))
@pytest.mark.parametrize("media", ["markdown", "html"])
def test_a_sentence_stands_where_it_was_written(
    media: str, found: list[tuple[int, list[Sentence]]], line_end: str, mark: str
) -> None:
    """Whatever the markup in it and about it, in every kind of block."""
    out = Written(mark)
    write(found, Markdown(line_end) if media == "markdown" else Html(line_end), out)
    assert read(read_text(out.source, "draft", media)) == out.sentences


RUNS = ["shown", "shown", "bold", "deleted", "hidden", "inserted", "tab"]
runs = st.lists(
    st.tuples(
        st.sampled_from(RUNS), st.sampled_from(["It is", " so. ", "一带", "a&b "])
    ),
    max_size=6,
)


def word_run(kind: str, text: str) -> tuple[str, str]:
    """Return the XML of a run, and what a reader sees of it."""
    text_xml = text.replace("&", "&amp;")
    inside = f'<w:t xml:space="preserve">{text_xml}</w:t>'
    run = f"<w:r>{inside}</w:r>"
    return {
        "bold": (f"<w:r><w:rPr><w:b/></w:rPr>{inside}</w:r>", text),
        "deleted": (f"<w:del>{run.replace('w:t', 'w:delText')}</w:del>", ""),
        "hidden": (f"<w:r><w:rPr><w:vanish/></w:rPr>{inside}</w:r>", ""),
        "inserted": (f"<w:ins>{run}</w:ins>", text),
        "tab": ("<w:r><w:tab/></w:r>", "\t"),
    }.get(kind, (run, text))


@settings(max_examples=60, deadline=None)
@given(st.lists(runs, max_size=5))
def test_a_paragraph_of_word_is_what_is_shown(
    found: list[list[tuple[str, str]]],
) -> None:
    """However it is parted into runs, its block is what its line shows."""
    body, shown = "", []
    for one in found:
        written = [word_run(kind, text) for kind, text in one]
        body += f"<w:p>{''.join(xml for xml, _ in written)}</w:p>"
        shown.append("".join(text for _, text in written))
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        xml = f"<w:document {names}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", xml)
    document = read_bytes(stream.getvalue(), "draft.docx")
    assert document.source == "".join(f"{text}\n" for text in shown)
    assert [block.text for block in document.blocks] == [
        " ".join(text.split()) for text in shown if text.strip()
    ]
    for text, begin, end in read(document):
        assert " ".join(document.source[begin:end].split()) == text


def misplaced(document: Document) -> list[tuple[str, str, str]]:
    """Return the characters of *document* that do not stand where they are said to."""
    wrong = []
    for block in document.blocks:
        places = zip(block.text, block.begins, block.ends, strict=True)
        for char, begin, end in places:
            written = document.source[begin:end]
            is_mark = char in "“”" and written.lower().startswith(("<q", "</q"))
            seen = " ", written, *unescape(written), written.translate(RAISED)
            if not is_mark and char not in seen:
                wrong.append((document.path, char, written))
        assert sorted(block.begins) == list(block.begins)
        assert sorted(block.ends) == list(block.ends)
    return wrong


SIGNS = r"""<p> </p> <div <li> <br> <q> <sup> <pre> <script> <span/hidden> &amp; &#0; \
    &notit; <!-- --> `` ``` ~~~ * ** _ [ ]( ) ![ [^1] [^1]: [3] | |--| # > - 1. + ---
    +++ === http://x.org/a) #tag a@b.org ¹ “ ” " ‘ ’ 中国 。 Dr. It is. 53 {{ {% é 𠀀
    sinotech: off ignore[S001] on""".split()
BLANKS = (
    " ",
    " ",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\t",
    "    ",
    "\u3000",
    "\u00ad",
    "\ufeff",
)
texts = st.lists(st.sampled_from([*SIGNS, *BLANKS])).map("".join)


@settings(max_examples=150, deadline=None)
@given(texts)
@pytest.mark.parametrize("media", ["markdown", "html", "text"])
def test_any_text_is_read(media: str, source: str) -> None:
    """Whatever it holds, sentences stand in it, in their order, and nowhere twice."""
    document = read_text(source, "draft", media)
    assert misplaced(document) == []
    for block in document.blocks:
        assert block.text == " ".join(block.text.split())
    for one in document.sentences():
        begin, end = one.span()
        assert 0 <= begin < end <= len(source)
        assert one.text == one.block.text[one.begin : one.end] == one.text.strip()
        assert document.place(begin) < document.place(end)
    for suppression in document.suppressions:
        assert 0 <= suppression.begin < suppression.end <= len(source)
        assert 0 <= suppression.first <= suppression.last <= len(source)


PACKAGES = [one for one in distributions() if one.read_text("METADATA")]


@pytest.mark.skipif(not PACKAGES, reason="no package here describes itself")
def test_nothing_is_misplaced_in_real_documents() -> None:
    """The descriptions of the packages at hand: each character is where it stands."""
    read_through = 0
    for package in PACKAGES:
        message = message_from_string(package.read_text("METADATA") or "")
        source = str(message.get_payload())
        is_markdown = "markdown" in message.get("Description-Content-Type", "")
        media = "markdown" if is_markdown else "text"
        document = read_text(source, package.name, media)
        assert misplaced(document) == []
        read_through += sum(1 for _ in document.sentences())
    assert read_through
