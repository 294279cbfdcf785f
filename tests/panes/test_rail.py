"""The claims as a list: a glyph for each report, counts where they don't fit, and the orders."""

from __future__ import annotations

from typing import Literal

import pytest
from textual.app import App, ComposeResult

from tests.panes.samples import a_document, text_of
from tui.claims import Claim, Evidence, Finding
from tui.document import Document
from tui.ledger.choices import DROPPED
from tui.panes.columns import Band, best_bands, counted
from tui.panes.labels import labels
from tui.panes.rail import Rail
from tui.panes.rows import Rows

A = a_document("Visit to Baku, and Baku again.", title="To Baku")
B = a_document("A visit to Astana.", title="To Astana")
CLAIMS = tuple(
    Claim(str(n), n, n + 1, f"Claim number {n}\nin two lines", section, score, ())
    for n, (section, score) in enumerate(
        [("Introduction", 0.2), ("Introduction", 0.9), ("Discussion", 0.5)]
    )
)


def evidence(
    document: Document, band: Literal["strong", "partial", "weak"], rank: int = 1
) -> Evidence:
    return Evidence(document, 0, 5, document.text[:5], rank, 1.0, 0.5, band, (), ())


def a_finding(claim: int, *found: Evidence, strength: float = 0.7, silent: bool = False) -> Finding:
    return Finding(CLAIMS[claim], strength, silent, found, None, ())


class Comparing(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.moved: list[int] = []

    def compose(self) -> ComposeResult:
        yield Rail()

    def on_mount(self) -> None:
        rail = self.query_one(Rail)
        rail.show(CLAIMS, (A, B))
        rail.focus()

    def on_rows_moved(self, event: Rows.Moved) -> None:
        self.moved.append(event.index)


def drawn(rail: Rail) -> list[str]:
    return [rail.render_line(y).text.rstrip() for y in range(rail.size.height)]


async def test_each_report_has_a_column_that_fills_as_findings_come() -> None:
    app = Comparing()
    async with app.run_test(size=(32, 5)):
        rail = app.query_one(Rail)
        rail.set(
            0, a_finding(0, evidence(B, "partial"), evidence(B, "weak"), evidence(A, "strong"))
        )
        rail.set(2, a_finding(2, silent=True, strength=0.1))
        assert drawn(rail) == [
            " Claims                     B A",
            "▌1  Claim number 0 in two…  ● ◐",
            " 2  Claim number 1 in two…",
            " 3  Claim number 2 in two…  · ·",
            "",
        ]
        assert rail.legend == "B Baku · A Astana"
        assert rail.called(B) == "Astana"


async def test_a_report_that_was_not_searched_is_not_silent() -> None:
    app = Comparing()
    async with app.run_test(size=(32, 5)):
        rail = app.query_one(Rail)
        rail.show(CLAIMS, (A, B), skipped=[A])
        rail.set(0, a_finding(0, evidence(B, "weak")))
        assert drawn(rail)[1].endswith(" – ○")


async def test_claims_stand_in_other_orders_and_the_cursor_stays_on_its_claim() -> None:
    app = Comparing()
    async with app.run_test(size=(40, 7)) as pilot:
        rail = app.query_one(Rail)
        rail.set(1, a_finding(1, evidence(A, "weak"), strength=0.6))
        rail.set(2, a_finding(2, silent=True, strength=0.1))
        await pilot.press("j", "o")
        assert [line[:16].rstrip() for line in drawn(rail)] == [
            " Claims by secti", " Introduction", " 1  Claim number", "▌2  Claim number",
            " Discussion", " 3  Claim number", "",
        ]  # fmt: skip
        assert rail.claim == 1
        await pilot.press("o")
        assert [rail.claim_at(row) for row in range(3)] == [1, 2, 0]
        await pilot.press("o")
        assert [rail.claim_at(row) for row in range(3)] == [2, 1, 0], "silent, found, not yet known"
        rail.move_to_claim(2)
        assert rail.cursor == 0
        rail.judge({0: "✓", 2: "?"})
        await pilot.press("o")
        assert [rail.claim_at(row) for row in range(3)] == [1, 2, 0], "what is open comes first"
        await pilot.press("o")
        assert rail.order == "paper"


async def test_the_reader_s_signs_stand_beside_the_numbers_and_move_nothing() -> None:
    app = Comparing()
    async with app.run_test(size=(40, 5)):
        rail = app.query_one(Rail)
        before = [line[3:] for line in drawn(rail)]
        rail.judge({0: "✓", 1: "∅"})
        assert [line[1:4] for line in drawn(rail)[1:4]] == ["1✓ ", "2∅ ", "3  "]
        assert [line[3:] for line in drawn(rail)] == before
        rail.sign({1: DROPPED})
        assert drawn(rail)[2].startswith(" 2×∅ Claim")


async def test_the_next_claim_to_judge_is_found_around_the_end_and_is_no_dropped_one() -> None:
    app = Comparing()
    async with app.run_test(size=(40, 7)):
        rail = app.query_one(Rail)
        rail.judge({1: "✓"})
        assert rail.to_unjudged() and rail.claim == 2
        assert rail.to_unjudged() and rail.claim == 0
        rail.sign({2: DROPPED})
        assert not rail.to_unjudged() and rail.claim == 0, "there is no other"
        rail.set_order("section")
        rail.judge({0: "✓", 1: "?", 2: "✗"})
        assert rail.to_unjudged() and rail.claim == 1, "what was put off is still to be judged"


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (None, "               "),
        (("strong", "strong", "weak"), " ●2      ○1    "),
        (("partial",) * 23, "     ◐23       "),
        ((), "             ·"),
    ],
)
def test_columns_that_do_not_fit_fold_into_counts(
    found: tuple[Band, ...] | None, wanted: str
) -> None:
    best = None if found is None else {a_document(str(n)): band for n, band in enumerate(found)}
    assert text_of(counted(best, 23)).rstrip() == wanted.rstrip()
    assert len(text_of(counted(best, 23))) == 14


async def test_many_reports_are_counted_in_the_header() -> None:
    app = Comparing()
    async with app.run_test(size=(40, 4)):
        rail = app.query_one(Rail)
        rail.show(CLAIMS, (A, *(a_document(str(n)) for n in range(99))))
        rail.set(0, a_finding(0, evidence(A, "strong")))
        assert drawn(rail)[0].split() == ["Claims", "100", "reports"]
        assert drawn(rail)[1].endswith("●1")


def test_a_report_shows_its_best_band_and_silence_shows_none() -> None:
    found = (evidence(A, "partial"), evidence(A, "strong", 2), evidence(B, "weak", 3))
    assert best_bands(a_finding(0, *found)) == {A: "strong", B: "weak"}
    assert best_bands(a_finding(0, *found, silent=True)) == {}


@pytest.mark.parametrize(
    ("texts", "letters"),
    [
        (["In Baku, the Baku talks.", "In Astana, the Astana talks."], "BA"),
        (["The Baku talks with Georgia.", "The Berlin talks with Georgia."], "BE"),
        (["no capital at all", "nothing"], "AB"),
        (["The Rwanda story."] * 3, "RWA"),
    ],
)
def test_a_report_is_called_by_what_only_it_speaks_of(texts: list[str], letters: str) -> None:
    found = labels([a_document(text) for text in texts])
    assert "".join(label.letter for label in found) == letters
    assert len({label.word for label in found}) == len(texts)
