"""Where a claim is cut into parts."""

import pytest

from sinotech.claims.parts import split_claim


@pytest.mark.parametrize(
    ("claim", "parts"),
    [
        ("", []),
        ("It opened in the U.S. in 2024", ["It opened in the U.S. in 2024"]),
        (
            "Labs were built. 50 more will follow",
            ["Labs were built.", "50 more will follow"],
        ),
        (
            "There are 119. China built them all; Brazil paid for them",
            ["There are 119", "China built them all", "Brazil paid for them"],
        ),
        (
            "China built 70 labs, while Brazil opened three centers",
            ["China built 70 labs", "Brazil opened three centers"],
        ),
        (
            "China built 70 labs and also opened three centers",
            ["China built 70 labs", "China opened three centers"],
        ),
        (
            "Officials said that labs were built, and they trained 50 people",
            [
                "Officials said that labs were built",
                "Officials said that they trained 50 people",
            ],
        ),
        (
            "China signed the Belt and Road science pact",
            ["China signed the Belt and Road science pact"],
        ),
        (
            "China launched it\twhile\tBrazil paid for it",
            ["China launched it", "Brazil paid for it"],
        ),
        ("中国签署119个协定。北斗出口", ["中国签署119个协定", "北斗出口"]),
    ],
)
def test_a_claim_is_cut_into_parts(claim: str, parts: list[str]) -> None:
    """Sentences part; so do clauses with verbs of their own, and take their subject."""
    assert split_claim(claim) == parts
