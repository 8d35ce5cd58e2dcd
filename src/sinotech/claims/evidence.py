"""A record as evidence: its features, and what it is linked to."""

from sinotech.prose.features import STATED
from sinotech.rawjson import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sinotech.prose.features import Features
    from sinotech.query.evidence import EvidenceRow
    from sinotech.query.records import Document


_WORDINGS = 3
"""Wordings of a record in which it is looked up who does what to whom."""

_QUOTED = 3
"""Words of a find phrase that are hardly in a claim by chance."""


class Evidence:
    """A record that a claim is compared with.

    *ids* are what it is about, itself included; *kinds* what each of them is. *about*
    and *alone* are the ids and features of the record itself, when it stands together
    with others, those *beside* it.
    """

    __slots__ = (
        "_doc",
        "about",
        "alone",
        "beside",
        "features",
        "id",
        "ids",
        "kind",
        "kinds",
        "number",
        "wordings",
    )

    def __init__(self, row: "EvidenceRow", features: "Features") -> None:
        """Hold a record and its features."""
        self._doc: str | Document = row.doc
        self.features, self.number = features, row.number
        self.id, self.kind = row.id, row.kind
        self.wordings = row.wordings
        self.beside: Sequence[Evidence] = ()
        self.ids = {row.id, *row.kinds, *features.speaker_ids}
        self.about, self.alone = self.ids, features
        self.kinds = {row.id: row.kind, **row.kinds}

    @property
    def doc(self) -> "Document":
        """Return the record as it is printed."""
        doc = self._doc
        if isinstance(doc, str):
            made: Document = load(doc)
            self._doc = doc = made
        return doc

    @property
    def own_texts(self) -> list[str]:
        """Return what the record states, in our words."""
        doc = self.doc
        own = (doc.get(name) for name in STATED)
        return [str(text) for text in own if text]

    @property
    def texts(self) -> list[str]:
        """Return what the record states, and the same in some other words."""
        return self.own_texts + self.wordings.splitlines()[:_WORDINGS]

    def is_quoted(self, text: str) -> bool:
        """Whether *text* has the very words by which a citation finds the record."""
        row = " ".join(text.lower().replace("- ", "-").split())
        for citation in self.doc["citations"][:1]:
            find = (citation["find"] or "").lower()
            if len(find.split()) >= _QUOTED and find in row:
                return True
        return False

    def say(self, others: "Iterable[Evidence]") -> None:
        """Let it state what *others* state, too."""
        said = self.features.said.union(*(other.features.said for other in others))
        self.features.said = said

    @property
    def place(self) -> str:
        """Return where it was, if the record says; most are not read for that."""
        doc = self._doc
        if isinstance(doc, str) and '"place":' not in doc:
            return ""
        return self.doc.get("place") or ""

    @classmethod
    def of_text(cls, doc: "Document", features: "Features") -> "Evidence":
        """Return a sentence that is in no record set, as evidence."""
        made = cls.__new__(cls)
        made.features = made.alone = features
        made.wordings, made.beside = "", ()
        made._doc = doc  # noqa: SLF001  # its own
        made.id, made.kind, made.number = str(doc["id"]), str(doc["kind"]), 0
        made.ids = made.about = {made.id}
        made.kinds = {made.id: made.kind}
        return made

    def joined(
        self, others: "Iterable[Evidence]", *, naming: bool = True
    ) -> "Evidence":
        """Return this record with what *others*, about the same thing, say besides.

        Only if *naming* is it about what they are about as well.
        """
        others = list(others)
        made = type(self).__new__(type(self))
        for name in self.__slots__:
            setattr(made, name, getattr(self, name))
        made.beside = others
        made.features = self.features.joined(other.features for other in others)
        if naming:
            made.ids = self.ids.union(*(other.ids for other in others))
        return made
