r"""Text that a format takes as text, whatever it holds.

Nothing is lost: each of these can be read back. Nothing is imported, so that a
citation's place can be escaped when it is printed.
"""

_TEX = str.maketrans(
    {
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",  # \{ would upset BibTeX, which counts braces
        "}": "\\textbraceright{}",
        "^": "\\textasciicircum{}",
        "~": "\\textasciitilde{}",
        "<": "\\textless{}",
        ">": "\\textgreater{}",
        "|": "\\textbar{}",
        "`": "\\textasciigrave{}",
    }
    | {char: f"\\{char}" for char in "$&#%_"}
)

_APART = "\x1f"
"""Stands for what is put between two signs; no record can hold it."""

_WIKI = str.maketrans({char: f"&#{ord(char)};" for char in "&|{}[]<>'_~=\"*#:;"})
_WIKI_PLAIN = "'_~=\"*#:;"
"""Characters that mean something to a wiki only when doubled, or first in a line."""


def tex(text: str) -> str:
    r"""Return *text* for a field of BibTeX.

    >>> tex("50% of {A_1} & ~B")
    '50\\% of \\textbraceleft{}A\\_1\\textbraceright{} \\& \\textasciitilde{}B'
    """
    for pair in ("--", "''", ",,"):  # which TeX would make one sign of
        while pair in text:
            text = text.replace(pair, f"{pair[0]}{_APART}{pair[1]}")
    return text.translate(_TEX).replace(_APART, "{}")


def wikitext(text: str) -> str:
    """Return *text* for a parameter of a template, on one line.

    >>> wikitext("A|B {{c}} ''d'' e: f's"), wikitext("* a")
    ("A&#124;B &#123;&#123;c&#125;&#125; &#39;&#39;d&#39;&#39; e: f's", '&#42; a')
    """
    escaped = []
    for index, char in enumerate(text):
        lone = index > 0 and char not in (text[index - 1], text[index + 1 : index + 2])
        plain = char in _WIKI_PLAIN and (lone or (index > 0 and char in "*#:;="))
        harmless = plain or (index == 0 and char in "'\"_~=" and text[1:2] != char)
        escaped.append(char if harmless else char.translate(_WIKI))
    return "".join(escaped)


def comment(text: str) -> str:
    """Return *text* for a comment in wikitext, which no hyphens can end."""
    return text.replace("--", "- -").replace("--", "- -").replace(">", "&gt;")


def address(url: str) -> str:
    """Return *url* with what would end or split it in a template percent-encoded.

    >>> address("https://example.org/a|b?c=[d]")
    'https://example.org/a%7Cb?c=%5Bd%5D'
    """
    return "".join(
        _percent(char) if char in " |{}[]<>\"'`\\^" else char for char in url
    )


def fragment(text: str) -> str:
    """Return *text* for a text fragment, of which only letters, digits and . _ ~ stay.

    The rules of the WICG want the hyphen, the comma and the ampersand encoded; the rest
    is so that the address can be pasted anywhere.

    >>> fragment("sci-tech, R&D"), fragment("科")
    ('sci%2Dtech%2C%20R%26D', '%E7%A7%91')
    """
    encoded = text.translate(_PERCENT)
    if encoded.isascii():
        return encoded
    return "".join(char if char.isascii() else _percent(char) for char in encoded)


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


_PERCENT = {
    code: f"%{code:02X}"
    for code in range(128)
    if not chr(code).isalnum() and chr(code) not in "._~"
}
