"""What is seen about a claim and a passage, and what is not."""

import pytest

from tests.claims.documents import document
from tests.claims.pairs import DIFFER, OTHER
from tests.claims.pairs_agreeing import OTHER as MORE_OTHER
from tests.claims.pairs_dates import DIFFER as REDATED
from tests.claims.pairs_dates import OTHER as OTHER_DATES
from tests.claims.pairs_differing import DIFFER as MORE_DIFFER
from tui.claims import Comparison, Signal, claims
from tui.claims.alignment import shared
from tui.claims.parsing import parse
from tui.claims.signals import signals as signals_of
from tui.document import Document


def signals(claim: str, passage: str) -> tuple[Document, Document, tuple[Signal, ...]]:
    paper, report = document(claim, role="paper"), document(passage)
    finding = Comparison(paper, [report]).finding(claims(paper, every=True)[0], every=True)
    return paper, report, finding.evidence[0].signals


def kinds(claim: str, passage: str) -> set[str]:
    return {signal.kind for signal in signals(claim, passage)[2]}


def test_numbers_differ_is_said_with_a_precision_of_95_percent() -> None:
    assert len(DIFFER) + len(OTHER) == 60
    assert len(MORE_DIFFER) + len(MORE_OTHER) > 100
    for differ, other in ((DIFFER, OTHER), (MORE_DIFFER, MORE_OTHER)):
        right = sum("numbers differ" in kinds(*pair) for pair in differ)
        wrong = sum("numbers differ" in kinds(*pair) for pair in other)
        assert right / (right + wrong) >= 0.95
        assert right >= 0.8 * len(differ)


def test_dates_differ_is_said_with_a_precision_of_95_percent() -> None:
    right = sum("dates differ" in kinds(*pair) for pair in REDATED)
    wrong = sum("dates differ" in kinds(*pair) for pair in OTHER_DATES)
    assert right / (right + wrong) >= 0.95
    assert right >= 0.8 * len(REDATED)
    assert not any("dates differ" in kinds(*pair) for pair in (*DIFFER, *MORE_DIFFER))


def test_differing_numbers_show_both_values_and_places() -> None:
    claim = "Kenya was elected to the council with 148 votes."
    paper, report, found = signals(claim, "Kenya won its council seat with 139 votes.")
    (signal,) = (s for s in found if s.kind == "numbers differ")
    assert signal.text == "numbers differ: 148 ↔ 139"
    assert signal.claim and signal.passage
    assert paper.text[signal.claim.start : signal.claim.end] == "148"
    assert report.text[signal.passage.start : signal.passage.end] == "139"


CASES = [
    ("negation", "Kenya supports the treaty.", "Kenya does not support the treaty."),
    ("negation", "Ghana never signed the accord.", "Ghana signed the accord in May."),
    ("wording", "Coffee may cause insomnia.", "Coffee causes insomnia in adults."),
    ("wording", "The drug is associated with strokes.", "The drug causes strokes."),
    ("conditional", "Tea exports help farmers.", "Tea exports could help farmers."),
    ("opinion", "Tea exports help farmers.", "I think tea exports help farmers."),
    ("dates", "Kenya joined the bloc in 2009.", "In 2009 Kenya joined the bloc."),
    ("names", "Nairobi hosted the fair.", "The fair came to Nairobi."),
    ("numbers", "The fair drew 5,000 guests.", "Five thousand guests came to the fair."),
    (
        "near-verbatim",
        "Officials said the new bridge over the river will open in May.",
        "The new bridge over the river will open in May, they said.",
    ),
]


@pytest.mark.parametrize(("kind", "claim", "passage"), CASES)
def test_a_signal_is_seen(kind: str, claim: str, passage: str) -> None:
    assert kind in kinds(claim, passage)


@pytest.mark.parametrize(
    ("kind", "claim", "passage"),
    [
        ("negation", "Kenya supports the treaty.", "However, Kenya supports the treaty."),
        ("negation", "Kenya leads in tea.", "Kenya leads not only in tea but in coffee."),
        ("negation", "Kenya never sold tea.", "Kenya has not sold tea."),
        ("wording", "Coffee may cause insomnia.", "Coffee might cause insomnia."),
        ("conditional", "Kenya joined the bloc.", "On May 26 Kenya joined the bloc."),
        ("numbers differ", "Kenya sold tea in 2009.", "Kenya sold tea in 2012."),
        ("wording", "Tea may help sleep.", "We show that tea from Kenya grows on hills for sleep."),
        ("same value", "They are aged 16 to 24.", "They are 16 years old in all."),
        ("near-verbatim", "Kenya sold its tea.", "Kenya sold its coffee."),
    ],
)
def test_a_signal_is_not_imagined(kind: str, claim: str, passage: str) -> None:
    assert kind not in kinds(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage", "text"),
    [
        ("The tonic may cause rashes.", "The tonic causes rashes.", "wording: “may” ↔ “causes”"),
        ("The tonic causes rashes.", "The tonic may cause rashes.", "wording: “causes” ↔ “may”"),
        ("It was in 2009 that Togo joined.", "Togo joined in 2010.", "dates differ: 2009 ↔ 2010"),
        ("Togo sold 40 ships.", "Togo sold 50 ships.", "numbers differ: 40 ↔ 50"),
        ("Togo met on 4 June 2020.", "In 2020 Togo met.", "shares dates: 2020"),
        ("In 2020 Togo met.", "Togo met on 4 June 2020.", "shares dates: 2020"),
        ("A third of Togo is wood.", "33% of Togo is wood.", "shares numbers: A third = 33%"),
        ("The UN met in Oslo.", "The United Nations met.", "shares names: UN ≈ United Nations"),
        (
            "Togo got 148 votes in May.",
            "Storms killed 148 people in Togo in May.",
            "same value, other unit: 148 votes ↔ 148 people",
        ),
        (
            "The dam cost $4.8 billion.",
            "The dam cost 4.8 billion euros.",
            "same value, other unit: $4.8 billion ↔ 4.8 billion euros",
        ),
    ],
)
def test_a_signal_shows_the_claim_first(claim: str, passage: str, text: str) -> None:
    assert text in {signal.text for signal in signals(claim, passage)[2]}


ORDER = [
    "numbers differ", "dates differ", "wording", "negation", "same text", "near-verbatim",
    "conditional", "opinion", "same value", "other numbers", "numbers", "dates", "names",
]  # fmt: skip


def test_what_differs_comes_first_and_what_is_shared_last() -> None:
    mixed = (
        ("Togo sold 40 ships.", "I think Togo never sold 50 ships."),
        ("In May 2020 Togo may sell 90 ships.", "In May 2020 Togo will not sell all 70 ships."),
    )
    for pair in (*DIFFER, *OTHER, *MORE_DIFFER, *MORE_OTHER, *REDATED, *OTHER_DATES, *mixed):
        places = [ORDER.index(signal.kind) for signal in signals(*pair)[2]]
        assert places == sorted(places)


def test_numbers_differ_also_where_all_is_about_one_country() -> None:
    paper = document("Kenya was elected to the council with 148 votes.", role="paper")
    others = (f"Kenya has a lake, number {n}, and fish in it." for n in range(20))
    report = document("Kenya won its council seat with 139 votes.", *others)
    finding = Comparison(paper, [report]).finding(claims(paper, every=True)[0], every=True)
    assert finding.evidence[0].signals[0].text == "numbers differ: 148 ↔ 139"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Its virtue is not given; it is built of stone.", "The port was built on free land."),
        ("Togo aims at lasting peace there.", "No trade lives without calm, and peace is far."),
    ],
)
def test_a_negation_of_something_else_is_none(claim: str, passage: str) -> None:
    one, other = document(claim, role="paper"), document(passage)
    mine, theirs = parse(one, 0, len(claim)), parse(other, 0, len(passage))
    common = shared(mine, theirs, {term.stem: 1.0 for term in mine.terms}, {})
    found = signals_of(mine, theirs, common, covered=0.12)
    assert "negation" not in {signal.kind for signal in found}


def test_an_adjective_is_no_shared_name() -> None:
    assert "names" not in kinds("Several Kenyan envoys sold tea.", "They sold tea in Kenya.")


def test_a_name_that_stands_everywhere_is_no_signal() -> None:
    paper = document("Kenya sold tea to Oslo.", role="paper")
    others = (f"Kenya has a lake, number {n}, and fish in it." for n in range(20))
    report = document("Kenya sent tea to Oslo.", *others)
    finding = Comparison(paper, [report]).finding(claims(paper, every=True)[0])
    assert "shares names: Oslo" in {signal.text for signal in finding.evidence[0].signals}


def test_a_negation_is_seen_only_where_the_passage_shares_enough() -> None:
    paper = document(
        "Kenya sold its tea from the highland farms to traders of the port in Oslo.", role="paper"
    )
    report = document("Kenya does not ask what its neighbours want to hear from it in the end.")
    finding = Comparison(paper, [report]).finding(claims(paper, every=True)[0], every=True)
    assert "negation" not in {signal.kind for signal in finding.evidence[0].signals}


def test_every_signal_lies_inside_its_sentence() -> None:
    for pair in (*DIFFER, *OTHER, *MORE_DIFFER, *MORE_OTHER):
        paper, report, found = signals(*pair)
        for signal in found:
            for span, text in ((signal.claim, paper.text), (signal.passage, report.text)):
                assert span is None or 0 <= span.start < span.end <= len(text)
