"""What is seen about a claim and a passage, and what is not."""

import pytest

from tests.claims.documents import document
from tests.claims.pairs import DIFFER, OTHER
from tests.claims.pairs_agreeing import OTHER as MORE_OTHER
from tests.claims.pairs_differing import DIFFER as MORE_DIFFER
from tui.claims import Comparison, Signal, claims
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
        ("near-verbatim", "Kenya sold its tea.", "Kenya sold its coffee."),
    ],
)
def test_a_signal_is_not_imagined(kind: str, claim: str, passage: str) -> None:
    assert kind not in kinds(claim, passage)


def test_every_signal_lies_inside_its_sentence() -> None:
    for pair in (*DIFFER, *OTHER, *MORE_DIFFER, *MORE_OTHER):
        paper, report, found = signals(*pair)
        for signal in found:
            for span, text in ((signal.claim, paper.text), (signal.passage, report.text)):
                assert span is None or 0 <= span.start < span.end <= len(text)
