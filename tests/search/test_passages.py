from __future__ import annotations

from tests.search.made import document
from tui.search import Index, candidates, frequency

FIRST = document(
    "Trade grew fast. Tea did not. Nobody traded coffee for tea.", ("caption", "Trade.")
)
SECOND = document("Trading tea is old.", "Nothing else.")
INDEX = Index.of([FIRST, SECOND])


def told(limit: int = 10, **weights: float) -> list[str]:
    return [
        found.text[passage.start : passage.end]
        for found, passage, _ in candidates(INDEX, weights, limit)
    ]


def test_passages_that_hold_the_weightiest_stems_come_first() -> None:
    assert told(trade=2.0, tea=1.0)[0] == "Trading tea is old."
    assert set(told(trade=2.0, tea=1.0)[:2]) == {
        "Trading tea is old.",
        "Nobody traded coffee for tea.",
    }
    assert told(coffe=1.0) == ["Nobody traded coffee for tea."]


def test_only_the_body_and_only_the_documents_named_count() -> None:
    assert "Trade." not in told(trade=1.0)
    assert {d for d, _, _ in candidates(INDEX, {"trade": 1.0}, 10, [SECOND])} == {SECOND}
    assert candidates(INDEX, {"trade": 1.0}, 10, []) == ()


def test_the_score_follows_the_weights_alone() -> None:
    (_, _, light), *_ = candidates(INDEX, {"coffe": 1.0}, 1)
    (_, _, heavy), *_ = candidates(INDEX, {"coffe": 3.0}, 1)
    assert abs(heavy - 3 * light) < 1e-3
    assert 0 < light <= 2.2


def test_unknown_stems_are_skipped() -> None:
    assert candidates(INDEX, {"xqzwv": 1.0}, 5) == ()
    assert candidates(INDEX, {}, 5) == ()
    assert candidates(INDEX, {"xqzwv": 1.0, "old": 1.0}, 5)[0][0] is SECOND


def test_a_stem_is_as_frequent_as_its_words() -> None:
    assert frequency(INDEX, "trade") == 4
    assert frequency(INDEX, "xqzwv") == 0
