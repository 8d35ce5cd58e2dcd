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


def period(first: str, last: str) -> str:
    """Return the days from *first* to *last* in words.

    >>> period("2024-09-01", "2024-09-30"), period("2013-01-01", "2024-12-31")
    ('September 2024', '2013 – 2024')
    >>> period("2025-06-10", "2025-06-12"), period("XXXX-12-13", "XXXX-12-13")
    ('10–12 June 2025', '13 December')
    >>> period("0001-01-01", "2023-12-31"), period("2025-06-01", "9999-12-31")
    ('31 December 2023 or earlier', '1 June 2025 or later')
    """
    from sinotech.edtf import FIRST_DAY, LAST_DAY  # only here: look-ups do without

    if first == FIRST_DAY:
        return spell(f"../{last}")
    if last == LAST_DAY:
        return spell(f"{first}/..")
    if first.startswith("XXXX"):  # of no year
        told = period(f"2000{first[4:]}", f"2000{last[4:]}")
        return told.removesuffix(" 2000") if " " in told else ""
    if first[4:] == "-01-01" and last[4:] == "-12-31":
        one, other = first[:4], last[:4]
    elif first[7:] == "-01" and last[8:] >= "28":
        one, other = first[:7], last[:7]
    else:
        one, other = first, last
    return spell(one if one == other else f"{one}/{other}")


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
