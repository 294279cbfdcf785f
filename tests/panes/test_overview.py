"""The lists of the overview: sections and reports above their rows, a glyph or a count a report."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widget import Widget

from tests.panes.samples import a_document
from tui.claims import Claim, Finding
from tui.claims.overview import Silence
from tui.document import Sentence, Span
from tui.panes.detail import Detail
from tui.panes.numbers import Held, Number, NumberLedger
from tui.panes.overview import SilentClaims
from tui.panes.uncovered import Left, UncoveredPassages

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
        ledger.hold([Held(0, A, Span(7, 10), "differs"), Held(1, B, Span(3, 7), "same")], 0)
        ledger.hold([], 2)
        assert drawn(ledger) == [
            "▌148             …that were cast it won 148 in 2013.  ≠ · –",
            " 2013            …cast it won 148 in 2013.            · = –",
        ]
        assert ledger.detail() == (
            "≠ 150 in “Won in Baku”: It won 150 votes.",
            "· absent in “Rain in Astana”",
            "– not searched “Pluie”",
            f"The paper: {PAPER.text}",
        )
        ledger.hold([Held(0, A, Span(7, 10), "same")], 2)
        assert " = · –" in drawn(ledger)[0], "somewhere it gives the same"
        ledger.hold([Held(n, B, Span(3, 7), "also") for n in (0, 1)], 2)
        assert [line[-6:] for line in drawn(ledger)] == [" = ◦ –", " · = –"], "which tells most"


async def test_many_reports_are_counted() -> None:
    ledger = NumberLedger()
    many = tuple(a_document("It won 148.") for _ in range(1200))
    async with One(ledger).run_test(size=(60, 6)):
        ledger.show(PAPER, NUMBERS, many, ())
        ledger.hold(
            [
                Held(0, report, Span(7, 10), "same" if n > 1 else "differs")
                for n, report in enumerate(many)
            ],
            1200,
        )
        assert drawn(ledger)[0].endswith(" =1198 ≠2")
        assert len(ledger.detail()) < 12, "the rest is counted"


def gone_to(ledger: NumberLedger) -> object:
    return ledger.target


async def test_a_figure_leads_to_the_paper_or_to_the_report_that_is_chosen() -> None:
    ledger = NumberLedger()
    async with One(ledger).run_test(size=(60, 8)) as pilot:
        ledger.focus()
        ledger.show(PAPER, NUMBERS, (A, B, FRENCH), {FRENCH})
        ledger.hold([Held(0, A, Span(7, 10), "differs"), Held(0, B, Span(3, 7), "same")], 2)
        assert gone_to(ledger) == (PAPER, Span(0, 56), 0)
        await pilot.press("right")
        assert gone_to(ledger) == (A, Span(0, 17), None)
        assert ledger.detail()[0].startswith("▸ ≠ 150 in “Won in Baku”")
        await pilot.press("right")
        assert gone_to(ledger) == (B, Span(0, 18), None)
        await pilot.press("right", "left", "left")
        assert gone_to(ledger) == (A, Span(0, 17), None)
        await pilot.press("j")
        ledger.keep()
        await pilot.press("k")
        assert gone_to(ledger) == (PAPER, Span(0, 56), 0), "each row begins with the paper"


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
            " Pluie  1 of 1 sentences",
            "   Il pleut.",
            " All covered in 1 report: Rain in Astana",
        ]
        assert rows.sentences == 3
        await pilot.press("j")
        assert rows.at(rows.cursor)[0].report is FRENCH
        assert rows.detail() == ("Il pleut.", "in “Pluie”")


async def test_a_sentence_keeps_its_line_when_the_list_is_made_anew() -> None:
    rows = UncoveredPassages()
    both = Left(A, (Sentence(0, 17, 0), Sentence(18, 31, 1)), 2)
    french = Left(FRENCH, (Sentence(0, 9, 0),), 1)
    async with One(rows).run_test(size=(60, 6)) as pilot:
        rows.focus()
        rows.show([both, french])
        await pilot.press("G")
        rows.keep()
        line = rows.cursor - rows.top
        rows.show([Left(B, (Sentence(0, 18, 0),), 1), both, french])
        assert rows.at(rows.cursor)[0].report is FRENCH
        assert rows.cursor - rows.top == line
        rows.show([])
        rows.add([french])
        assert rows.at(rows.cursor)[0].report is FRENCH


async def test_what_there_is_no_room_for_is_scrolled_to() -> None:
    detail = Detail()
    detail.styles.height = 2
    async with One(detail).run_test(size=(20, 4)):
        detail.show(["one two three four", "five six seven", "eight"])
        assert drawn(detail, 0) == ["one two three four", "five six seven     ▾"]
        detail.scroll_pages(1)
        assert drawn(detail, 0) == ["five six seven", "eight"]
        detail.scroll_pages(5)
        assert drawn(detail, 0)[-1] == "eight"
        detail.scroll_pages(-5)
        assert drawn(detail, 0)[0] == "one two three four"


async def test_a_section_counts_its_silent_claims_among_those_compared_so_far() -> None:
    claim = Claim("1", 0, 56, PAPER.text, "Introduction", 0.9, ())
    silent = (Finding(claim, 0.0, True, (), None, ()),)
    silences = (Silence("Method", 4, ()), Silence("Introduction", 9, silent))
    rows = SilentClaims()
    async with One(rows).run_test(size=(60, 8)):
        rows.show(silences, {0: 0}, whole=False)
        assert drawn(rows)[0].split("  ")[-1] == "1 silent of 9 compared"
        rows.show(silences, {0: 0})
        assert drawn(rows)[0].split("  ")[-1] == "1 of 9 silent"
        assert rows.detail()[-1] == "Nothing near in any report"
        assert drawn(rows)[-1] == " None silent in: Method", "in one line: nothing to go to"
        assert rows.claims == 1
