"""EDTF dates as people write them."""

MONTHS = (
    "January February March April May June July August September October November "
    "December"
).split()


def spell(date: str | None) -> str:  # noqa: PLR0911  # one for each form of EDTF
    """Return the EDTF expression *date* in words; empty if there is none.

    >>> spell("2025-06-10/2025-06-12"), spell("2024-09-28"), spell("2025-06~")
    ('10–12 June 2025', '28 September 2024', 'about June 2025')
    >>> spell("2025-12-13/.."), spell("../2023"), spell("202X"), spell("2024?")
    ('13 December 2025 or later', '2023 or earlier', '2020s', '2024 (uncertain)')
    """
    if not date:
        return ""
    start, slash, end = date.partition("/")
    if not slash:
        return _one(start)
    if end == "..":
        return f"{_one(start)} or later"
    if start == "..":
        return f"{_one(end)} or earlier"
    if start[:7] == end[:7] and len(start) == len(end) == len("2025-06-10"):
        return f"{int(start[8:])}–{_one(end)}"
    if start[:4] == end[:4] and len(start) == len(end) == len("2025-06"):
        return f"{MONTHS[int(start[5:]) - 1]}–{_one(end)}"
    return f"{_one(start)} – {_one(end)}"


def _one(date: str) -> str:
    qualifier = date[-1] if date[-1] in "?~%" else ""
    year, month, day = [*date.rstrip("?~%").split("-"), "", ""][:3]
    if year.endswith("XX"):
        words = f"the {year[:2]}00s"
    elif year.endswith("X"):
        words = f"{year[:3]}0s"
    else:
        words = " ".join(
            part
            for part in (
                day.lstrip("0"),
                MONTHS[int(month) - 1] if month else "",
                year,
            )
            if part
        )
    before = "about " if qualifier in {"~", "%"} else ""
    return before + words + (" (uncertain)" if qualifier in {"?", "%"} else "")
