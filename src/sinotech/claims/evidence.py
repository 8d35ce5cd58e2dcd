"""A record as evidence: its features, and what it is linked to."""

from sinotech.stored import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from sinotech.prose.features import Features
    from sinotech.query.evidence import Held
    from sinotech.query.records import Document


class Evidence:
    """A record that a claim is compared with.

    *ids* are what it is about, itself included; *kinds* what each of them is. *about*
    and *alone* are the ids and features of the record itself, when it stands together
    with others.
    """

    __slots__ = (
        "_doc",
        "about",
        "alone",
        "features",
        "id",
        "ids",
        "kind",
        "kinds",
        "number",
    )

    def __init__(self, held: "Held", features: "Features") -> None:
        """Hold a record and its features."""
        self._doc: str | Document = held.doc
        self.features, self.number = features, held.number
        self.id, self.kind = held.id, held.kind
        self.ids = {held.id, *held.kinds, *features.speaker_ids}
        self.about, self.alone = self.ids, features
        self.kinds = {held.id: held.kind, **held.kinds}

    @property
    def doc(self) -> "Document":
        """Return the record as it is printed."""
        doc = self._doc
        if isinstance(doc, str):
            made: Document = load(doc)
            self._doc = doc = made
        return doc

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
        made._doc = doc  # noqa: SLF001  # its own
        made.id, made.kind, made.number = str(doc["id"]), str(doc["kind"]), 0
        made.ids = made.about = {made.id}
        made.kinds = {made.id: made.kind}
        return made

    def joined(self, others: "Iterable[Evidence]") -> "Evidence":
        """Return this record with what *others*, about the same thing, say besides."""
        others = list(others)
        made = type(self).__new__(type(self))
        for name in self.__slots__:
            setattr(made, name, getattr(self, name))
        made.features = self.features.joined(other.features for other in others)
        made.ids = self.ids.union(*(other.ids for other in others))
        return made
