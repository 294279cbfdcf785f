"""What a claim and a passage have in common, and what only looks so."""

import pytest

from tests.claims.documents import document
from tui.claims.alignment import shared
from tui.claims.parsing import parse
from tui.document import Document, Span


def written(made: Document, span: Span) -> str:
    return made.text[span.start : span.end]


def held(claim: str, passage: str) -> list[tuple[str, str, str]]:
    """Give the shared names, numbers and dates, and the words, as they are written."""
    paper, report = document(claim, role="paper"), document(passage)
    mine = parse(paper, 0, len(claim))
    weights = {term.stem: 1.0 for term in mine.terms}
    return [
        (item.kind, written(paper, item.claim), written(report, item.passage))
        for item in shared(mine, parse(report, 0, len(passage)), weights, {})
    ]


@pytest.mark.parametrize(
    ("claim", "passage", "name", "other"),
    [
        ("Then Kagame spoke.", "They met Paul Kagame.", "Kagame", "Paul Kagame"),
        ("He met Tokayev.", "The Kazakh President Kassym Tokayev.", "Tokayev", "Kassym Tokayev"),
        ("He met Ms Brown.", "They met Ann Brown.", "Brown", "Ann Brown"),
        ("The UN met.", "Then the United Nations met.", "UN", "United Nations"),
        ("The AI grew.", "They use artificial intelligence.", "AI", "artificial intelligence"),
        ("They use artificial intelligence.", "The AI grew.", "artificial intelligence", "AI"),
        ("The SPT rose.", "They put a sugar purchase tax on it.", "SPT", "sugar purchase tax"),
        ("The GDP grew.", "Its gross domestic product grew.", "GDP", "gross domestic product"),
        (
            "The US left.",
            "They joined the United States.",
            "US",
            "United States",
        ),
        (
            "The Organisation Internationale de la Francophonie met.",
            "In Paris the Francophonie met.",
            "Organisation Internationale de la Francophonie",
            "Francophonie",
        ),
    ],
)
def test_a_name_is_shared_in_another_form(claim: str, passage: str, name: str, other: str) -> None:
    assert ("name", name, other) in held(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("They joined Smart Africa.", "They left Africa."),
        ("They joined South Africa.", "They left Africa."),
        ("South Korea won.", "North Korea won."),
        ("Anna Kovar won.", "Then Peter Kovar won."),
        ("Anna Kovar won.", "Peter Kovar won."),
        ("They met the World Bank.", "They met the Bank of England."),
        ("They met the Bank of England.", "They went to England."),
        ("They met the Bank of Kigali.", "They met in Kigali."),
        ("They met Smart Kigali.", "They met in Kigali."),
        ("They met the Security Council.", "They met the Council."),
        ("The UN Security Council met.", "The City Council met."),
        ("The AI grew.", "They met Amnesty International."),
        ("They met in Nationals Park.", "They met in National Parks."),
        ("Then Omar was BANNED from it.", "They met Ilhan Omar Nationwide Ban."),
        ("The AI grew.", "They saw an increase."),
    ],
)
def test_a_generic_part_is_no_shared_name(claim: str, passage: str) -> None:
    assert "name" not in {kind for kind, *_ in held(claim, passage)}


def test_the_words_of_a_shared_name_are_not_counted_again() -> None:
    items = held("The UN and the United Nations Security Council met.", "The United Nations met.")
    assert [kind for kind, mine, _ in items if mine in ("United", "Nations")] == []
    assert ("name", "UN", "United Nations") in items


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dam cost $4.8 billion.", "The dam cost 4.8 billion euros."),
        ("They paid 5 million dollars.", "They paid 5 million euros."),
        ("It got 148 votes.", "It killed 148 people."),
        ("It took three decades.", "It was a three-day visit."),
        ("It grew (Arellano, 1987).", "It grew in 1987."),
        ("It grew in 2020.", "12 March 2020 — It grew."),
    ],
)
def test_what_has_another_unit_is_not_shared(claim: str, passage: str) -> None:
    assert {kind for kind, *_ in held(claim, passage)}.isdisjoint({"number", "date"})
