"""E206: what is left out on purpose."""

from collections.abc import Iterable, Iterator

from sinotech.checks.rules import Index
from sinotech.findings import Finding
from sinotech.model import Omission


def phrases_of(omissions: Iterable[Omission]) -> frozenset[tuple[str, str]]:
    """Return the phrases that are left out, each with its source."""
    return frozenset((o.source, o.find) for o in omissions if o.source and o.find)


def omission_faults(
    omissions: Iterable[Omission], file: str, index: Index
) -> Iterator[Finding]:
    """Yield what is wrong with the *omissions* of *file*, once all records were judged."""  # noqa: E501
    for omission in omissions:
        where = (file, omission.line, "E206")
        in_article = omission.source is not None and omission.find is not None
        in_text = omission.file is not None and bool(omission.span)
        if in_article == in_text:
            yield Finding(*where, "give source and find, or file and span")
        elif in_article and omission.source not in index.by_id:
            yield Finding(*where, f"there is no source {omission.source!r}")
        elif (omission.source, omission.find) in index.recorded:
            yield Finding(*where, f"{omission.find!r} is left out and recorded at once")
