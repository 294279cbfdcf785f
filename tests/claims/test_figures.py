"""Figures in digits and in words: value, kind, unit, and what is none."""

import pytest

from tui.claims.agreeing import same_figure
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
    ("three in four of them", [("percent", "75", "%")]),
    ("3 in 4 women", [("percent", "75", "%")]),
    ("an eighth of the land", [("percent", "12.5", "%")]),
    ("5pc of them", [("percent", "5", "%")]),
    ("a dozen ships", [("number", "12", "ship")]),
    ("exports doubled", [("number", "2", "fold")]),
    ("it will triple by then", [("number", "3", "fold")]),
    ("a tenfold rise", [("number", "10", "fold")]),
    ("twice as many", [("number", "2", "fold")]),
    ("three times as many", [("number", "3", "fold")]),
    ("went there twice", [("number", "2", "time")]),
    ("went there three times", [("number", "3", "time")]),
    ("0.3 km from here", [("number", "300", "metr")]),
    ("three decades", [("number", "30", "year")]),
    ("the 14-year-old man", [("number", "14", "year")]),
    ("40 square miles", [("number", "40", "square mile")]),
    ("from 5 to 9 percent", [("percent", "5", "%"), ("percent", "9", "%")]),
    ("between 20 and 30 ships", [("number", "20", "ship"), ("number", "30", "ship")]),
    ("$4 to 5 billion", [("money", "4000000000", "$"), ("money", "5000000000", "$")]),
    ("5 million Kenyan shillings", [("money", "5000000", "kenyan shilling")]),
    ("5 million US dollars", [("money", "5000000", "$")]),
    ("A$5m", [("money", "5000000", "A$")]),
    ("EUR 30 million", [("money", "30000000", "€")]),
    ("3,2 milliards de francs", [("money", "3200000000", "franc")]),
    ("4,5 % der Bauern", [("percent", "4.5", "%")]),
    ("1.234,5 Punkte", [("number", "1234.5", "punkt")]),
    ("1,234.5 points", [("number", "1234.5", "point")]),
    ("1.234.567 Menschen", [("number", "1234567", "menschen")]),
    ("ended in 2019.12 The rebels", [("date", "2019", "")]),
    ("ended in 2019,12 and so", [("date", "2019", "")]),
    ("12 March 2020 — Two ships sank in 2019.", [("number", "2", "ship"), ("date", "2019", "")]),
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
        "Growth was slow (Galbraith, Daniel, and Vissel 2010).",
        "Growth was slow (Arellano, 1987).",
        "lmer (Bates, Mächler, Bolker and Walker 2015; Smith et al. 2012)",
        "as before (Smith 2010; Jones 2012)",
        "as before (Smith 2010: 12)",
        "KIGALI, March 12 (Reuters) - The rebels left.",
        "Published on 12 March 2020 by the ministry",
        "By Jane Doe, 2020",
        "growth.12 The states",
        "states12 and",
        "S2 Fig and Eq (3)",
    ],
)
def test_citations_labels_and_codes_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_a_figure_knows_its_place() -> None:
    text = "Trade reached $104,700, marking a 14.4% increase."
    assert [text[f.start : f.end] for f in figures(text)] == ["$104,700", "14.4%"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("$4.8 billion", "4.8 billion euros", False),
        ("$4.8 billion", "US$4,800 million", True),
        ("5 million dollars", "5 million euros", False),
        ("5 million dollars", "5 million Australian dollars", False),
        ("5 million francs", "5 million Rwandan francs", True),
        ("148 votes", "killed 148 people", False),
        ("148 votes", "148 parliamentary votes", True),
        ("148 votes", "all of the 148", True),
        ("5 days", "the 5 were", False),
        ("193 states", "193 member states", True),
        ("3.5 percent", "3.5 percentage points", False),
        ("3.5 percent", "3.5 per cent", True),
        ("half of the farms", "50% of the farms", True),
        ("a third of the farms", "33 percent of the farms", True),
        ("a third of the farms", "33.3% of the farms", True),
        ("two-thirds of the farms", "67pc of the farms", True),
        ("a third of the farms", "34 percent of the farms", False),
        ("three in four farms", "75 % of farms", True),
        ("300 metres", "0.3 km", True),
        ("300 metres", "300 feet", False),
        ("300 metres", "984 feet", False),
        ("300 km long", "300 miles long", False),
        ("30 square km", "30 square miles", False),
        ("three decades", "30 years", True),
        ("three decades", "a three-day visit", False),
        ("twelve ships", "a dozen ships", True),
        ("trade doubled", "trade tripled", False),
        ("went twice", "went two times", True),
        ("4 June 2020", "in 2020", True),
        ("4 June 2020", "5 June 2020", False),
        ("4 June", "4 June 2020", True),
        ("in the 1990s", "in 1990", False),
    ],
)
def test_figures_agree_in_value_and_in_unit(one: str, other: str, same: bool) -> None:
    (first,), (second,) = figures(one), figures(other)
    assert same_figure(first, second) is same
    assert same_figure(second, first) is same
