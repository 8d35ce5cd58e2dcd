"""The records, as values: what each kind holds, and what every field means.

Each class is one kind of record, or a part of one. Its fields say, through
:class:`sinotech.forms.Form`, what may be written in YAML; the loader, the checks and
the format's documentation all read that.
"""

from sinotech.model.kinds import (
    SECTIONS,
    Conflict,
    Country,
    Event,
    Figure,
    Group,
    Linked,
    Measure,
    Organization,
    Person,
    Program,
    Record,
    Source,
    Statement,
    Worded,
    kind_of,
)
from sinotech.model.parts import (
    Author,
    Citation,
    Header,
    Inference,
    Member,
    Name,
    Omission,
    Part,
    Participant,
    Retired,
    Step,
    Text,
    Titles,
    forms,
)

__all__ = [
    "SECTIONS",
    "Author",
    "Citation",
    "Conflict",
    "Country",
    "Event",
    "Figure",
    "Group",
    "Header",
    "Inference",
    "Linked",
    "Measure",
    "Member",
    "Name",
    "Omission",
    "Organization",
    "Part",
    "Participant",
    "Person",
    "Program",
    "Record",
    "Retired",
    "Source",
    "Statement",
    "Step",
    "Text",
    "Titles",
    "Worded",
    "forms",
    "kind_of",
]
