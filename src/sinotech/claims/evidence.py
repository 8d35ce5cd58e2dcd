"""A record as evidence: its features, and what it is linked to."""

from copy import copy

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

    __slots__ = ("about", "alone", "doc", "features", "id", "ids", "kinds", "number")

    def __init__(self, held: "Held", features: "Features") -> None:
        """Hold a record and its features."""
        self.doc, self.features, self.number = held.doc, features, held.number
        self.id = held.id
        self.ids = {held.id, *held.kinds, *features.speaker_ids}
        self.about, self.alone = self.ids, features
        self.kinds = {held.id: str(held.doc["kind"]), **held.kinds}

    @classmethod
    def of_text(cls, doc: "Document", features: "Features") -> "Evidence":
        """Return a sentence that is in no record set, as evidence."""
        made = cls.__new__(cls)
        made.doc, made.features, made.alone = doc, features, features
        made.id, made.number = str(doc["id"]), 0
        made.ids = made.about = {made.id}
        made.kinds = {made.id: str(doc["kind"])}
        return made

    def joined(self, others: "Iterable[Evidence]") -> "Evidence":
        """Return this record with what *others*, about the same thing, say besides."""
        made, made.features = copy(self), copy(self.features)
        mine = made.features
        made.ids = set(self.ids)
        for name in ("stems", "concepts", "words"):
            setattr(mine, name, set(getattr(mine, name)))
        for other in others:
            its = other.features
            mine.stems |= its.stems
            mine.concepts |= its.concepts
            mine.words |= its.words
            made.ids |= other.ids
        return made
