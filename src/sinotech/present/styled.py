"""The sources of answers alone, as files for programs."""

from sinotech.present.form import Format
from sinotech.safe import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from sinotech.answers.answer import Answer


class References(Format):
    """A file that programs read, made bit by bit: the sources of answers, each once.

    Only the ids of those sources are kept.
    """

    def __init__(
        self,
        fields: str | None,
        section: str | None,
        tell: "Callable[[Answer], None]",
    ) -> None:
        """Begin an empty file."""
        super().__init__(fields, section, tell)
        self._ids: set[str] = set()
        self._end = ""

    def text(self, answer: "Answer") -> str:
        """Return the whole file of one answer; maybe empty."""
        return self.text_of_line(answer, "", first=True) + self.text_of_end()

    def text_of_line(self, answer: "Answer", asked: str, *, first: bool) -> str:  # noqa: ARG002
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

    def text_of_end(self) -> str:
        """Return how the file ends; nothing if it is empty."""
        return self._end


def _lines(reference: str) -> str:
    """Return *reference* with its own line ends, and nothing else that acts."""
    return "\n".join(visible(line) for line in reference.split("\n"))
