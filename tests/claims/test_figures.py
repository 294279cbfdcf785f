"""Figures in digits and in words: value, kind, unit, and what is none."""

import pytest

from tui.claims.figures import figures

CASES = [
    ("elected with 148 votes out of 193", [("number", "148", "vote"), ("number", "193", "")]),
    ("reached $381,700 in 2024", [("money", "381700", "$"), ("date", "2024", "")]),
    ("down from $6.7 million", [("money", "6700000", "$")]),
    ("a 14.4% increase", [("percent", "14.4", "%")]),
    ("fell to 6 per cent", [("percent", "6", "%")]),
    ("over 5,000 delegates", [("number", "5000", "deleg")]),
    ("twenty-five countries", [("number", "25", "countri")]),
    ("two hundred and six thousand people", [("number", "206000", "peopl")]),
    ("half a million dollars", [("money", "500000", "$")]),
    ("on May 28", [("date", "--05-28", "")]),
    ("on 28 May 2025", [("date", "2025-05-28", "")]),
    ("in April 2013", [("date", "2013-04", "")]),
    ("in the 1990s", [("date", "1990s", "")]),
    ("from 2024 to 2029", [("date", "2024", ""), ("date", "2029", "")]),
    ("fell by 3 percentage points", [("percent", "3", "points")]),
    ("two dozen ships", [("number", "24", "ship")]),
    ("the Bandung Conference (1955)", [("date", "1955", "")]),
    ("Chair of the African Union (2018)", [("date", "2018", "")]),
    ("80m people", [("number", "80000000", "peopl")]),
    ("two-thirds of the farms", [("percent", "67", "%")]),
    ("Three quarters of all insects", [("percent", "75", "%")]),
    ("fell by a third", [("percent", "33", "%")]),
    ("more than half of the birds", [("percent", "50", "%")]),
    ("one in five children", [("percent", "20", "%")]),
    ("half a dozen ships", [("number", "6", "ship")]),
    ("US$5bn", [("money", "5000000000", "$")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_figure_is_normalised(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(f.kind, f.value, f.unit) for f in figures(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "small states (Vital, 1967; Keohane, 1969)",
        "solidarity (Chaturvedi et al., 2012)",
        "As Whitfield (2009) notes, even small states",
        "consistent with Nye’s (2004) concept",
        "the findings of Björkdahl (2008), who saw it first",
        "norms, introduced by Sikkink (1998), as others say (Sikkink, 1998)",
        "as shown before [12, 14]",
        "Section 5 and Table 2",
        "the M23 rebels, the P3 and COVID-19",
        "in the 21st century",
        "one of the few",
        "the third largest of the first half of the year",
        "Figs. 2, 3a and 4",
        "S2 Fig and Eq (3)",
    ],
)
def test_citations_labels_and_codes_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_a_figure_knows_its_place() -> None:
    text = "Trade reached $104,700, marking a 14.4% increase."
    assert [text[f.start : f.end] for f in figures(text)] == ["$104,700", "14.4%"]
