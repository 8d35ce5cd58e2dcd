"""HTML to blocks."""

import re
from collections.abc import Iterator

from sinotech.drafts.blocks import Part
from sinotech.drafts.page import Page

_XML = re.compile(r"\ufeff?\s*<\?xml\b")


def parse(source: str) -> Iterator[Part]:
    """Yield the parts of *source*."""
    page = Page(is_xml=bool(_XML.match(source)))
    size = len(source)
    yield from page.html(source, range(size), range(1, size + 1))
    page.flush()
    yield from page.drained()
