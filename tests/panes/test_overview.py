"""The lists of the overview: sections and reports above their rows, a glyph or a count a report."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widget import Widget

from tests.panes.samples import a_document
from tui.claims import Claim, Finding
from tui.claims.overview import Silence
from tui.document import Sentence, Span
from tui.panes.numbers import Held, Number, NumberLedger
from tui.panes.overview import Left, SilentClaims, UncoveredPassages

PAPER = a_document("Of all the many votes that were cast it won 148 in 2013.", role="paper")
NUMBERS = (Number(Span(44, 47), Span(0, 56), 0), Number(Span(51, 55), Span(0, 56), None))
A = a_document("It won 150 votes.", "Nothing else.", title="Won in Baku")
B = a_document("In 2013 it rained.", title="Rain in Astana")
FRENCH = a_document("Il pleut.", title="Pluie")


class One(App[None]):
    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield self.widget


def drawn(rows: Widget, first: int = 3) -> list[str]:
    lines = [rows.render_line(y).text.rstrip() for y in range(first, rows.size.height)]
    return [line for line in lines if line]


async def test_a_figure_is_the_same_differs_is_absent_or_was_not_searched() -> None:
    ledger = NumberLedger()
    async with One(ledger).run_test(size=(60, 8)):
        ledger.show(PAPER, NUMBERS, (A, B, FRENCH), {FRENCH})
        assert [line[-6:] for line in drawn(ledger)] == ["     –"] * 2, "nothing is read yet"
        ledger.hold([Held(0, A, Span(7, 10), False), Held(1, B, Span(3, 7), True)], 0)
        ledger.hold([], 2)
        assert drawn(ledger) == [
            "▌148             …that were cast it won 148 in 2013.  ≠ · –",
            " 2013            …cast it won 148 in 2013.            · = –",
        ]
        assert (
            ledger.detail()[1]
            == "Won in Baku: ≠ 150 · Rain in Astana: absent · Pluie: not searched"
        )
        ledger.hold([Held(0, A, Span(7, 10), True)], 2)
        assert " = · –" in drawn(ledger)[0], "somewhere it gives the same"


async def test_many_reports_are_counted() -> None:
    ledger = NumberLedger()
    many = tuple(a_document("It won 148.") for _ in range(1200))
    async with One(ledger).run_test(size=(60, 6)):
        ledger.show(PAPER, NUMBERS, many, ())
        ledger.hold([Held(0, report, Span(7, 10), n > 1) for n, report in enumerate(many)], 1200)
        assert drawn(ledger)[0].endswith(" =1198  ≠2")
        assert len(ledger.detail()[1]) < 400


async def test_reports_arrive_below_each_other_and_the_cursor_stays_on_a_sentence() -> None:
    rows = UncoveredPassages()
    async with One(rows).run_test(size=(60, 10)) as pilot:
        rows.focus()
        rows.add([Left(A, (Sentence(0, 17, 0), Sentence(18, 31, 1)), 2)])
        await pilot.press("j")
        rows.add([Left(B, (), 1), Left(FRENCH, (Sentence(0, 9, 0),), 1)])
        assert drawn(rows) == [
            " Won in Baku  2 of 2 sentences",
            "   It won 150 votes.",
            "▌  Nothing else.",
            " Rain in Astana  0 of 1 sentences",
            " Pluie  1 of 1 sentences",
            "   Il pleut.",
        ]
        assert rows.sentences == 3
        await pilot.press("j")
        assert rows.at(rows.cursor)[0].report is FRENCH
        assert rows.detail() == ("Il pleut.", "in “Pluie”")


async def test_a_section_counts_its_silent_claims_among_those_compared_so_far() -> None:
    claim = Claim("1", 0, 56, PAPER.text, "Introduction", 0.9, ())
    silences = (Silence("Introduction", 9, (Finding(claim, 0.0, True, (), None, ()),)),)
    rows = SilentClaims()
    async with One(rows).run_test(size=(60, 8)):
        rows.show(silences, {0: 0}, whole=False)
        assert drawn(rows)[0].split("  ")[-1] == "1 silent of 9 compared"
        rows.show(silences, {0: 0})
        assert drawn(rows)[0].split("  ")[-1] == "1 of 9 silent"
        assert rows.detail()[-1] == "Nothing near in any report"
