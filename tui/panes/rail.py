"""The paper's claims as a list with one glyph column a report: the coverage matrix to walk."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import islice, takewhile
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui.document import Document
from tui.ledger.choices import DROPPED
from tui.panes.columns import GLYPHS, Band, best_bands, counted
from tui.panes.keys import key
from tui.panes.labels import Label, labels
from tui.panes.line import Piece, Row, beside, fit
from tui.panes.orders import OPEN, ORDERED, ORDERS, Order, arranged
from tui.panes.rows import Rows

if TYPE_CHECKING:
    from tui.claims import Claim, Finding

LISTED = 9
"""The most reports that a legend names."""
LABELLED = 50
"""The most reports that are called by a word of their own."""


class Rail(Rows):
    """Claims with a number, their words, and what each report says: ● ◐ ○, or · for silence.

    Beside the number stands what the reader says: + or × of the sentence, ✓ ✗ ± ~ ∅ ? of the claim.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rail--number",  # the claim's place in the paper
        "rail--own",  # the reader's own sign beside it
        "rail--verdict",  # what the reader's verdicts make of it
        "rail--dropped",  # what is no claim by the reader's word
        "rail--strong",  # ●
        "rail--partial",  # ◐
        "rail--weak",  # ○
        "rail--silent",  # ·
        "rail--skipped",  # –, not searched
        "rail--report",  # a report's letter above its column
        "rail--chosen",  # the letter of the report that stands beside the paper
    }
    HEADER = 1
    BINDINGS: ClassVar[list[BindingType]] = [
        key("rail.order", "o", "order", "Order", ORDERED, show=True),
    ]

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.claims: tuple[Claim, ...] = ()
        """In the paper's order."""
        self.reports: tuple[Document, ...] = ()
        """In the columns' order."""
        self.order: Order = "paper"
        """How the claims stand; they don't move by themselves when findings come."""
        self.labels: tuple[Label, ...] = ()
        """What each report is called: a letter above its column, a word elsewhere."""
        self.chosen: Document | None = None
        """The report that stands beside the paper."""
        self.signs: Mapping[int, str] = {}
        """The reader's own sign of a cell beside some claims' numbers."""
        self.dropped: set[int] = set()
        """Claims that are none by the reader's word, by their places: shown dimmed."""
        self.verdicts: Mapping[int, str] = {}
        """The sign of what the reader's verdicts make of each claim that has any."""
        self._skipped: frozenset[Document] = frozenset()
        self._items: list[int | str] = []
        self._findings: dict[int, Finding] = {}
        self._best: dict[int, Mapping[Document, Band]] = {}

    # What the owner does

    def show(
        self,
        claims: Sequence[Claim],
        reports: Sequence[Document],
        skipped: Collection[Document] = (),
    ) -> None:
        """List the claims; the columns fill as findings are set, those of the skipped with –."""
        self.claims, self.reports = tuple(claims), tuple(reports)
        self._skipped = frozenset(skipped)
        self.labels = labels(self.reports[:LABELLED])
        self._findings, self._best = {}, {}
        self._arrange(0)

    def set(self, claim: int, finding: Finding) -> None:
        """Show what was found for a claim, named by its place in the paper, from 0."""
        self._findings[claim] = finding
        self._best[claim] = best_bands(finding)
        self.refresh_rows(self.row_of(claim))

    def sign(self, signs: Mapping[int, str]) -> None:
        """Show the reader's own signs, by the claims' places; the machine's stay at the right."""
        self.signs = signs
        self.dropped = {place for place, sign in signs.items() if sign == DROPPED}
        self.refresh()

    def judge(self, verdicts: Mapping[int, str]) -> None:
        """Show the signs of what the reader's verdicts make of claims, by their places."""
        self.verdicts = verdicts
        self.refresh()

    def to_unjudged(self) -> bool:
        """Go to the next claim that is not judged, around the end; say if there is another."""
        for index in (*range(self.cursor + 1, self.count), *range(self.cursor)):
            claim = self.claim_at(index)
            if claim is not None and claim not in self.dropped and self._open(claim):
                self.move_to(index)
                return True
        return False

    def _open(self, claim: int) -> bool:
        return self.verdicts.get(claim, " ") in OPEN

    def walk(self, by: int) -> None:
        """Move the cursor over that many claims, the dropped ones passed by."""
        ahead = range(self.cursor + 1, self.count) if by > 0 else range(self.cursor - 1, -1, -1)
        kept = [i for i in ahead if self.selectable(i) and self._items[i] not in self.dropped]
        if kept:
            self.move_to(kept[min(abs(by), len(kept)) - 1])

    def choose_report(self, report: Document | None) -> None:
        """Mark the column of the report that stands beside the paper."""
        self.chosen = report
        self.refresh_header()

    @property
    def claim(self) -> int | None:
        """The claim under the cursor, by its place in the paper, from 0."""
        item = self._items[self.cursor] if self._items else None
        return item if isinstance(item, int) else None

    def claim_at(self, index: int) -> int | None:
        """Give the claim of a row, by its place in the paper; None for a section's row."""
        item = self._items[index] if 0 <= index < len(self._items) else None
        return item if isinstance(item, int) else None

    def row_of(self, claim: int) -> int:
        """Give the row of a claim."""
        if self.order == "paper":
            return claim
        return self._items.index(claim)

    def move_to_claim(self, claim: int, *, quiet: bool = False) -> None:
        """Bring the cursor to a claim, named by its place in the paper."""
        self.move_to(self.row_of(claim), quiet=quiet)

    def called(self, report: Document) -> str:
        """Give the word a report is called by where there is little room; empty for its name."""
        words = dict(zip(self.reports, self.labels, strict=False))
        return words[report].word if report in words else ""

    @property
    def legend(self) -> str:
        """Which letter is which report, in one line."""
        if len(self.reports) > LISTED:
            return f"{len(self.reports):,} reports"
        return " · ".join(f"{letter} {word}" for letter, word in self.labels)

    # Drawing

    def selectable(self, index: int) -> bool:
        """Whether the row is a claim."""
        return isinstance(self._items[index], int)

    def header(self, line: int, width: int) -> Row:
        """Give the title and the columns' letters."""
        left: Row = ((" Claims ", ""), (ORDERS[self.order], "rows--quiet"))
        if not self._fits(width - 2):
            return beside(left, ((f"{len(self.reports):,} reports  ", "rail--report"),), width)
        right: list[Piece] = []
        for (letter, _), report in zip(self.labels, self.reports, strict=False):
            style = "rail--report" + (" rail--chosen" if report is self.chosen else "")
            right += [(" ", ""), (letter, style)]
        return beside(left, (*right, (" ", "")), width)

    def row(self, index: int, width: int) -> Row:
        """Give a section's name and size, or a claim: number, words, a glyph a report."""
        item = self._items[index]
        if isinstance(item, str):
            below = takewhile(lambda it: isinstance(it, int), islice(self._items, index + 1, None))
            count = sum(it not in self.dropped for it in below)
            return beside(((item, "rows--group"),), ((f" {count} ", "rail--number"),), width)
        words = " " + " ".join(self.claims[item].text[: width * 4].split())
        digits = len(str(len(self.claims)))
        number = (f"{item + 1:>{digits}}", "rail--number")
        own = (self.signs.get(item, " "), "rail--own") if self.signs else ("", "")
        verdict = (self.verdicts.get(item, " "), "rail--verdict")
        if item in self.dropped:
            return fit((number, own, verdict, (words, "rail--dropped")), width)
        return beside((number, own, verdict, (words, "")), self._columns(item, width), width)

    def _columns(self, claim: int, width: int) -> Row:
        best = self._best.get(claim)
        if not self._fits(width):
            return counted(best, len(self.reports))
        if best is None:
            return (("  " * len(self.reports), ""),)
        bands = (
            "skipped" if report in self._skipped else best.get(report, "silent")
            for report in self.reports
        )  # fmt: skip
        return tuple(
            piece for band in bands for piece in ((" ", ""), (GLYPHS[band], f"rail--{band}"))
        )

    def _fits(self, width: int) -> bool:
        """Whether a column a report leaves more than half of the line to the words."""
        return 2 * len(self.reports) <= max(8, width * 2 // 5)

    # Order

    def action_order(self) -> None:
        """Let the claims stand in the next order; the cursor stays on its claim."""
        orders = list(ORDERS)
        self.set_order(orders[(orders.index(self.order) + 1) % len(orders)])

    def set_order(self, order: Order) -> None:
        """Let the claims stand in this order; the cursor stays on its claim."""
        self.order = order
        self._arrange(self.claim or 0)

    def _arrange(self, claim: int) -> None:
        known = self.dropped, self._findings, self.verdicts
        self._items = arranged(self.order, self.claims, *known)
        self.fill(len(self._items), self.row_of(claim) if self._items else 0)
