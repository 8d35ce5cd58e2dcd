"""Answers whose sources are printed in a citation style."""

from sinotech.safe import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.answers.answer import Answer


class References:
    """A file that programs read, made bit by bit: the sources of answers, each once.

    Only the ids of those sources are kept.
    """

    def __init__(self) -> None:
        """Begin an empty file."""
        self._ids: set[str] = set()
        self._end = ""

    def add(self, answer: "Answer") -> str:
        """Return what the file goes on with for the sources of *answer*."""
        style = answer.style
        if style is None or not answer.found:
            return ""
        ids = dict.fromkeys(source["id"] for source in answer.sources)
        new = [id_ for id_ in ids if id_ not in self._ids]
        texts = [_lines(style.reference(id_)) for id_ in new]
        if not texts:
            return ""
        begun = bool(self._ids)
        self._ids.update(new)
        if style.name == "csl-json":
            self._end = "\n]\n"
            return (",\n" if begun else "[\n") + ",\n".join(texts)
        text = ("\n" if begun else "") + "\n".join(f"{text}\n" for text in texts)
        return text.replace("\n", "\r\n") if style.name == "ris" else text

    def end(self) -> str:
        """Return how the file ends; nothing if it is empty."""
        return self._end


def references_of(answer: "Answer") -> str:
    """Return the sources of *answer* as a file that programs read; maybe empty."""
    references = References()
    return references.add(answer) + references.end()


def _lines(reference: str) -> str:
    """Return *reference* with its own line ends, and nothing else that acts."""
    return "\n".join(visible(line) for line in reference.split("\n"))
