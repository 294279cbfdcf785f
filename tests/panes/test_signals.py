"""What is said about a claim and a passage, in the machine's words only."""

from __future__ import annotations

from typing import Literal

import pytest
from textual.app import App, ComposeResult

from tests.panes.samples import a_document, text_of
from tui.claims import Claim, Evidence, Finding, Searched, Shared, Signal
from tui.claims.alignment import SharedKind
from tui.document import Span
from tui.panes.signals import Signals, brief, full, near, of_report, silence

PAPER = a_document("Smart Rwanda spends 148 on tech hubs.", title="The paper", role="paper")
REPORT = a_document(
    "Smart Rwanda has a budget of 150 for tech and hubs.", "Tech.", title="The report"
)
CLAIM = Claim("1", 0, len(PAPER.text), PAPER.text, "Discussion", 0.9, ())
SEARCHED = Searched(2, 1284, 0.5)


def both(kind: SharedKind, mine: str, theirs: str) -> Shared:
    """Give what two words share, by where they stand."""
    start, other = PAPER.text.index(mine), REPORT.text.index(theirs)
    mine_at, theirs_at = Span(start, start + len(mine)), Span(other, other + len(theirs))
    return Shared(kind, mine_at, theirs_at, len(mine) / 10)


def passage(
    rank: int, coverage: float, *shared: Shared, signals: tuple[Signal, ...] = ()
) -> Evidence:
    band: Literal["strong", "weak"] = "strong" if coverage > 0.5 else "weak"
    return Evidence(REPORT, 0, 51, REPORT.text[:51], rank, 1.0, coverage, band, shared, signals)


BEST = passage(
    1, 0.62, both("name", "Smart Rwanda", "Smart Rwanda"), both("term", "tech", "tech"),
    both("similar", "spends", "budget"), both("term", "hubs", "hubs"),
    signals=(Signal("numbers", "numbers differ: 148 ↔ 150"),),
)  # fmt: skip
FOUND = Finding(CLAIM, 0.8, False, (BEST, passage(2, 0.2)), BEST, ("CHOGM",))
SILENT = Finding(CLAIM, 0.12, True, (), BEST, ("CHOGM", "Commonwealth"))


def test_a_passage_says_place_band_words_items_signals_rank_and_what_is_missing() -> None:
    assert text_of(brief(PAPER, FOUND, FOUND.evidence, 0, "Kazakhstan")) == (
        "1 of 2 in Kazakhstan  ● strong: 62% of the distinctive words (spends ≈ budget, tech, hubs)"
        " · name: Smart Rwanda · numbers differ: 148 ↔ 150 · rank 1 of 2, then ○ 20%"
        " · in no report: CHOGM"
    )


def test_a_rank_is_among_the_passages_kept_of_each_report() -> None:
    first, later = passage(1, 0.62), passage(7, 0.2)
    finding = Finding(CLAIM, 0.8, False, (first, later), first, ())
    assert text_of(brief(PAPER, finding, (first, later), 1, "Kazakhstan")).endswith("rank 2 of 2")
    assert any(text_of(row).startswith("       2. ○ 20%") for row in full(PAPER, finding, first))


@pytest.mark.parametrize(
    ("finding", "searched", "line"),
    [
        (
            SILENT,
            SEARCHED,
            "· silent: no passage in 2 reports, 1,284 sentences, above 0.50 (this claim 0.12)"
            " · nearest: “Smart Rwanda has a budget of 150 for tech and hubs.”"
            " 62% of the distinctive words · in no report: CHOGM, Commonwealth",
        ),
        (
            Finding(CLAIM, 0.0, True, (), None, ()),
            Searched(0, 0, 0.5, ((REPORT, "French"),)),
            "not searched: no report could be searched · not searched: The report, French",
        ),
        (FOUND, SEARCHED, "· silent: no passage in Baku, others have some · in no report: CHOGM"),
    ],
)
def test_silence_says_what_was_searched(finding: Finding, searched: Searched, line: str) -> None:
    assert text_of(silence(finding, searched, "Baku")) == line


def test_passages_are_those_of_one_report_or_of_all() -> None:
    other = a_document("Else.")
    assert of_report(FOUND, REPORT) == of_report(FOUND, None) == FOUND.evidence
    assert of_report(FOUND, other) == ()


class Saying(App[None]):
    def compose(self) -> ComposeResult:
        yield Signals()


def drawn(signals: Signals) -> list[str]:
    return [signals.render_line(y).text.rstrip() for y in range(signals.size.height)]


async def test_what_does_not_fit_is_cut_with_a_sign_and_shown_on_demand() -> None:
    app = Saying()
    async with app.run_test(size=(60, 20)) as pilot:
        signals = app.query_one(Signals)
        signals.show(PAPER, FOUND, SEARCHED, REPORT)
        assert drawn(signals)[0].startswith(" 1 of 2 in “The report”  ● strong: 62%")
        assert drawn(signals)[2].endswith("…")
        signals.show(PAPER, FOUND, SEARCHED, REPORT, called="Baku")
        assert drawn(signals)[0].startswith(" 1 of 2 in Baku  ●"), "a word of its own is no quote"
        signals.action_why()
        await pilot.pause()
        assert "    name  Smart Rwanda  1.2" in [line[1:] for line in drawn(signals)]
        assert " similar  spends ≈ budget  0.6" in [line[1:] for line in drawn(signals)]
        signals.show(PAPER, None, SEARCHED, REPORT)
        assert not any(drawn(signals)), "nothing is said before it is found"


def test_a_passage_without_any_of_the_claim_s_words_is_not_the_nearest() -> None:
    unrelated = Finding(CLAIM, 0.0, True, (), passage(1, 0.004), ())
    said = text_of(silence(unrelated, SEARCHED, "Baku"))
    assert said.endswith("(this claim 0.00) · nothing near")
    assert near(unrelated) is None
    assert near(SILENT) is BEST
