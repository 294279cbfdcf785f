"""The paper's claims as a list with one glyph column a report: the coverage matrix to walk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import BindingType

from tui.document import Document
from tui.panes.keys import key
from tui.panes.labels import Label, labels
from tui.panes.line import Piece, Row, beside
from tui.panes.rows import Rows

if TYPE_CHECKING:
    from tui.claims import Claim, Evidence, Finding

Band = Literal["strong", "partial", "weak", "silent"]
Order = Literal["paper", "section", "score", "silence"]

GLYPHS: dict[Band, str] = {"strong": "●", "partial": "◐", "weak": "○", "silent": "·"}
ORDERS: dict[Order, str] = {
    "paper": "",
    "section": "by section",
    "score": "by score",
    "silence": "silent first",
}
"""How the claims may stand, and what the header says then."""


class Rail(Rows):
    """Claims with a number, their words, and what each report says: ● ◐ ○, or · for silence."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rail--number",  # the claim's place in the paper
        "rail--strong",  # ●
        "rail--partial",  # ◐
        "rail--weak",  # ○
        "rail--silent",  # ·
        "rail--report",  # a report's letter above its column
        "rail--chosen",  # the letter of the report that stands beside the paper
    }
    HEADER = 1
    BINDINGS: ClassVar[list[BindingType]] = [
        key("rail.order", "o", "order", "Order", "Paper, section, score, silence", show=True),
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
        self._items: list[int | str] = []
        self._findings: dict[int, Finding] = {}
        self._bands: dict[int, tuple[Band, ...]] = {}

    # What the owner does

    def show(self, claims: Sequence[Claim], reports: Sequence[Document]) -> None:
        """List the claims; the columns fill as findings are set."""
        self.claims, self.reports = tuple(claims), tuple(reports)
        self.labels = labels(self.reports)
        self._findings, self._bands = {}, {}
        self._arrange(0)

    def set(self, claim: int, finding: Finding) -> None:
        """Show what was found for a claim, named by its place in the paper, from 0."""
        self._findings[claim] = finding
        self._bands[claim] = bands(finding, self.reports)
        self.refresh_rows(self.row_of(claim))

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

    @property
    def legend(self) -> str:
        """Which letter is which report, in one line."""
        return " · ".join(f"{letter} {word}" for letter, word in self.labels)

    # Drawing

    def selectable(self, index: int) -> bool:
        """Whether the row is a claim."""
        return isinstance(self._items[index], int)

    def header(self, line: int, width: int) -> Row:
        """Give the title and the columns' letters."""
        left: Row = ((" Claims ", ""), (ORDERS[self.order], "rows--quiet"))
        if not self._fits(width - 2):
            return beside(left, ((f"{len(self.reports)} reports  ", "rail--report"),), width)
        right: list[Piece] = []
        for (letter, _), report in zip(self.labels, self.reports, strict=True):
            style = "rail--report" + (" rail--chosen" if report is self.chosen else "")
            right += [(" ", ""), (letter, style)]
        return beside(left, (*right, (" ", "")), width)

    def row(self, index: int, width: int) -> Row:
        """Give a section's name, or a claim: number, words, a glyph a report."""
        item = self._items[index]
        if isinstance(item, str):
            return ((item, "rows--group"),)
        claim = self.claims[item]
        digits = len(str(len(self.claims)))
        left: Row = (
            (f"{item + 1:>{digits}} ", "rail--number"),
            (" ".join(claim.text[: width * 4].split()), ""),
        )
        return beside(left, self._columns(item, width), width)

    def _columns(self, claim: int, width: int) -> Row:
        found = self._bands.get(claim)
        if self._fits(width):
            if found is None:
                return (("  " * len(self.reports), ""),)
            return tuple(
                piece for band in found for piece in ((" ", ""), (GLYPHS[band], f"rail--{band}"))
            )
        return counted(found or (), len(self.reports))

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
        places: list[int] = list(range(len(self.claims)))
        if self.order == "score":
            places.sort(key=lambda place: -self.claims[place].score)
        elif self.order == "silence":
            places.sort(key=self._strength)
        self._items = list(places)
        if self.order == "section":
            self._items = []
            for place in places:
                section = self.claims[place].section
                if not place or section != self.claims[place - 1].section:
                    self._items.append(section or "(no section)")
                self._items.append(place)
        self.fill(len(self._items), self.row_of(claim) if self._items else 0)

    def _strength(self, claim: int) -> tuple[int, float]:
        """Sort silence first, and last what is not known yet."""
        finding = self._findings.get(claim)
        if finding is None:
            return 2, 0.0
        return 0 if finding.silent else 1, finding.strength


def bands(finding: Finding, reports: Sequence[Document]) -> tuple[Band, ...]:
    """Give each report's best band for the claim."""
    best: dict[Document, Evidence] = {}
    if not finding.silent:
        for evidence in finding.evidence:
            best.setdefault(evidence.document, evidence)
    return tuple(best[report].band if report in best else "silent" for report in reports)


def counted(found: Sequence[Band], reports: int) -> Row:
    """Give how many reports say each, where there are too many for a column each."""
    counts: Mapping[Band, int] = Counter(found)
    digits = len(str(reports))
    pieces: list[Piece] = []
    for band in ("strong", "partial", "weak"):
        count = counts.get(band, 0)
        text = f" {GLYPHS[band]}{count:<{digits}}" if count else " " * (digits + 2)
        pieces.append((text, f"rail--{band}"))
    silent = bool(found) and counts.get("silent", 0) == reports
    return (*pieces, (f" {GLYPHS['silent']}" if silent else "  ", "rail--silent"))
