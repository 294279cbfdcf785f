"""What a reader's verdicts make of a claim."""

import pytest

from tui.ledger.verdict import LABELS, Label, Outcome, Quote, Verdict, outcome

CLAIM = Quote(0, 9, "A claim.")


@pytest.mark.parametrize(
    ("labels", "made"),
    [
        ((), "not yet read"),
        (("undecided",), "not yet read"),
        (("supports", "unrelated"), "borne out"),
        (("overstates",), "borne out"),
        (("contradicts", "mentions"), "contradicted"),
        (("contradicts", "understates"), "conflicting"),
        (("mentions", "unrelated", "undecided"), "mentioned only"),
        (("unrelated", "unrelated"), "silent"),
    ],
)
def test_verdicts_make_an_outcome(labels: tuple[Label, ...], made: Outcome) -> None:
    assert set(labels) <= set(LABELS)
    verdicts = [Verdict(CLAIM, "r", Quote(n, n + 1, "x"), label) for n, label in enumerate(labels)]
    assert outcome(verdicts) == made
