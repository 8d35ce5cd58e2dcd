"""Names by which people are hurt first: what they are read as, and what is said of it.

The notices are neutral: they say how a name was read here, and take no side on what a
place is.
"""

READ_AS = {
    "England": "gb",
    "Scotland": "gb",
    "Wales": "gb",
    "Northern Ireland": "gb",
    "Great Britain": "gb",
    "ROC": "cg",
}
"""Names that are not, or not only, those of the territory that they are read as."""

_UNITED_KINGDOM = "is read as the United Kingdom, of which it is a part"
_OWN = "is read as itself, by its code in ISO 3166; it is counted under no other name"

NOTICES = {
    ("country", "gb", "england"): f"England {_UNITED_KINGDOM}",
    ("country", "gb", "scotland"): f"Scotland {_UNITED_KINGDOM}",
    ("country", "gb", "wales"): f"Wales {_UNITED_KINGDOM}",
    ("country", "gb", "northern ireland"): f"Northern Ireland {_UNITED_KINGDOM}",
    ("country", "cg", "roc"): (
        "ROC is read as the Republic of the Congo, for which the sources use it; "
        "elsewhere it often means the Republic of China (Taiwan: TW)"
    ),
    ("country", "ge", "georgia"): "Georgia is read as the country, not the U.S. state",
    ("country", "gn", "guinea"): (
        "Guinea is read as the Republic of Guinea (GN), not Equatorial Guinea (GQ), "
        "Guinea-Bissau (GW) or Papua New Guinea (PG)"
    ),
    ("country", "sd", "sudan"): "Sudan is read as the Sudan (SD), not South Sudan (SS)",
    ("country", "ne", "niger"): "Niger (NE) is another country than Nigeria (NG)",
    ("country", "dm", "dominica"): (
        "Dominica (DM) is another country than the Dominican Republic (DO)"
    ),
    ("country", "cd", "drc"): (
        "DRC is read as the Democratic Republic of the Congo (CD), "
        "not the Republic of the Congo (CG)"
    ),
    ("program", "once", "once"): (
        "ONCE is read as the program Ocean Negative Carbon Emissions"
    ),
    ("program", "fast", "fast"): (
        "FAST is read as the Five-hundred-meter Aperture Spherical radio Telescope"
    ),
}
"""What is said when a name is read so: by kind, target and folded name."""

BY_WHATEVER_NAME = {
    ("country", "tw"): f"Taiwan {_OWN}",
    ("country", "hk"): f"Hong Kong {_OWN}",
    ("country", "mo"): f"Macao {_OWN}",
    ("country", "ps"): f"Palestine {_OWN}",
    ("country", "xk"): (
        "Kosovo is read as itself, by a code (XK) that ISO 3166 leaves to its users"
    ),
}
"""What is said by whatever name, in whatever language, these are asked for."""
