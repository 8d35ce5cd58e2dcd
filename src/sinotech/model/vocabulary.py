"""The words that fields of choice may hold."""

SOURCE_TYPES = ("news", "opinion", "declaration", "blog", "caption")
STANDINGS = ("article", "corroborating")
CONTAINERS = ("newspaper", "magazine", "website")
GROUP_TYPES = ("organization", "mechanism", "region", "category")
PROGRAM_TYPES = (
    "initiative",
    "mechanism",
    "forum",
    "conference",
    "declaration",
    "agreement",
    "plan",
    "program",
    "big_science",
    "facility",
    "center",
    "laboratory",
    "network",
    "fund",
    "platform",
    "mission",
    "project",
    "expo",
    "park",
    "system",
)
STATES = (
    "proposed",
    "announced",
    "signed",
    "under_construction",
    "launched",
    "operating",
    "suspended",
    "ended",
)
ORGANIZATION_TYPES = (
    "company",
    "university",
    "institute",
    "government",
    "intergovernmental",
    "society",
    "observatory",
    "media",
    "alliance",
    "other",
)
COUNTINGS = ("total", "period", "share", "rate", "size", "ordinal", "change")
HEDGES = (
    "exact",
    "more_than",
    "at_least",
    "nearly",
    "about",
    "up_to",
    "fewer_than",
    "dozens",
)
EVENT_TYPES = ("happened", "planned")
STATEMENT_TYPES = ("fact", "opinion", "plan")
CAUSES = ("date", "scope", "definition", "translation", "source_error", "unresolved")
