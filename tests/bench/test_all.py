"""The report of the benchmark: what other scripts measured is kept."""

import all as report


def test_sections_of_others_are_kept() -> None:
    """A section that is measured again is replaced, any other stays as it was."""
    before = "# Results\n\n## Starting\n\nold\n\n## Spark\n\nkept\n"
    told = "# Results\n\n## Starting\n\nnew\n"
    assert report.with_others(told, before) == (
        "# Results\n\n## Starting\n\nnew\n\n## Spark\n\nkept\n"
    )


def test_a_report_without_others_is_as_it_is() -> None:
    """Nothing is added where all is measured again."""
    told = "# Results\n\n## Starting\n\nnew\n"
    assert report.with_others(told, told) == told
