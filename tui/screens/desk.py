"""What is open and what has been computed from it so far; the screens share one desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.config import Settings
from tui.document import Collection, Document, Section, Span, index_at
from tui.ledger import Verdict, Verdicts
from tui.ledger.choices import DROPPED, Choices
from tui.screens.judged import Judged
from tui.screens.keeping import Keeper
from tui.screens.places import Marks
from tui.screens.reload import replaced

if TYPE_CHECKING:
    from tui.claims import Claim, Comparison, Finding
    from tui.ledger import Choice
    from tui.library import Opened
    from tui.search import Found, Index

NO_LIST = "(list missing in the source)"


@dataclass(slots=True, repr=False)
class Desk:
    """Filled in step by step by the work behind the reading screen; read by every screen."""

    steps: Iterator[Opened]
    """What is still to be opened."""
    keeper: Keeper
    """What is kept of the reader's own."""
    settings: Settings = field(default_factory=Settings)
    """What the reader set."""
    collection: Collection = field(default_factory=Collection)
    """What is open by now."""
    enough: bool = False
    """Whether the reader wants no more to be opened."""
    beginning: Document | None = None
    """The beginning of a long text, shown until the whole of it is read."""
    complete: bool = False
    """Whether all has been computed that is computed ahead."""
    outlines: dict[Document, Sequence[Section]] = field(default_factory=dict)
    """The outlines inferred so far."""
    index: Index | None = None
    """The search index, once it is built."""
    paper: Document | None = None
    """Whose claims are compared."""
    claims: tuple[Claim, ...] = ()
    """The paper's claims, once they are found: the program's, from `settle` on the reader's too;
    what the reader dropped stays among them, so that it can be brought back."""
    signs: dict[Span, str] = field(default_factory=dict)
    """The reader's own sign of each sentence of the paper that has one."""
    comparison: Comparison | None = None
    """The reports prepared for the claims, once they are."""
    asked: bool = False
    """Whether the reader asked for the claims, which of a long paper are not read ahead."""
    mouse: bool = True
    """Whether the program has the mouse, not the terminal."""
    walked: int = 0
    """Where the claim begins that was compared last."""
    listed: int = 0
    """Which list of the overview was looked at last."""
    findings: dict[str, Finding] = field(default_factory=dict)
    """What the reports say, by the claim's id, as far as it is computed."""
    judged: Judged = field(init=False)
    """The reader's verdicts on the paper's claims."""

    def __post_init__(self) -> None:
        self.judged = Judged(Verdicts(self.keeper.ledger))

    @property
    def marks(self) -> Marks:
        """Places the reader marked."""
        return Marks(self.keeper.ledger)

    @property
    def choices(self) -> Choices:
        """What the reader made a claim, or none."""
        return Choices(self.keeper.ledger)

    @property
    def documents(self) -> tuple[Document, ...]:
        """What is open by now."""
        return self.collection.documents

    @property
    def first(self) -> Document | None:
        """What to show first: what was read last time, the paper, or what was named first."""
        for document in self.collection.documents:
            if document.sha256 == self.keeper.memory.document:
                return document
        documents = self.collection.papers or self.collection.documents
        return documents[0] if documents else None

    @property
    def start(self) -> tuple[Document, int | None] | None:
        """What to begin with, and the offset where it was named with a line."""
        if self.collection.place is not None:
            return self.collection.place
        return (self.first, None) if self.first else None

    @property
    def with_contents(self) -> bool:
        """Whether to begin with the contents, where there is room: as it was left, or is set."""
        panes = self.keeper.memory.panes
        return "contents" in panes if panes else self.settings.contents

    def replace(self, old: Document, new: Document) -> None:
        """Put a document that was read again in the place of what it was; forget what followed."""
        self.collection = replaced(self.collection, old, new)
        self.outlines.pop(old, None)
        self.marks.move(old, new)
        self.complete = False
        self.index, self.comparison, self.paper = None, None, None
        self.claims, self.signs = (), {}
        self.findings = {}
        self.judged.load(None)

    @property
    def waits(self) -> bool:
        """Whether the claims of a long paper are only read when the reader asks for them."""
        unread = self.complete and self.comparison is None and not self.asked
        return unread and bool(self.collection.papers)

    @property
    def matching(self) -> str:
        """Say how passages are found by now."""
        meaning = self.comparison is not None and self.comparison.vectors is not None
        return "by words and meaning" if meaning else "by words"

    def refine(self, comparison: Comparison) -> None:
        """Take a better comparison of the same claims; what was found before is found anew."""
        self.comparison, self.findings = comparison, {}

    def notes_of(self, document: Document) -> dict[int, str]:
        """Give the notes to show below paragraphs, where the outline is known."""
        if document not in self.outlines:
            return {}
        from tui.outline import missing_lists

        return dict.fromkeys(missing_lists(document), NO_LIST)

    def section_at(self, document: Document, offset: int) -> Section | None:
        """Give the deepest section that holds the offset, where the outline is known."""
        if document not in self.outlines:
            return None
        from tui.outline import section_at

        return section_at(document, offset)

    def search(
        self, query: str, within: tuple[Document, int, int] | Document | None = None
    ) -> Found | None:
        """Search what is open; None while it is still being indexed."""
        from tui.search import search

        if self.index is None:
            return None
        return search(self.index, query, limit=200, within=within, sections=self._outline_of)

    def _outline_of(self, document: Document) -> Sequence[Section]:
        return self.outlines.get(document, ())

    def finding(self, claim: Claim) -> Finding | None:
        """Give what the reports say to a claim, computed now if it was not before."""
        findings = self.findings  # with a better comparison come others
        found, comparison = findings.get(claim.id), self.comparison
        if found is None and comparison is not None:
            found = findings[claim.id] = comparison.finding(claim)
        return found

    def at_hand(self, claim: Claim) -> Finding | None:
        """Give the same if it is known, or known in a blink: a key must not wait for it."""
        if self.comparison is not None and self.comparison.quick:
            return self.finding(claim)
        return self.findings.get(claim.id)

    def settle(self) -> tuple[Choice | Verdict, ...]:
        """Let the claims be as the reader wants them; give what was said of words that are gone."""
        if self.paper is None or self.comparison is None:
            return ()
        choices = self.choices.recover(self.paper)
        verdicts = self.judged.verdicts.recover(self.paper, self.documents)
        self.claims = self.choices.claims(self.paper, dropped=True)
        self.signs = self.choices.signs(self.paper)
        self.judged.load(self.paper, self.collection.reports)
        return *choices, *verdicts

    def toggle(self, claim: Claim) -> str:
        """Add a claim or drop it, or take that back; give the sign it has now."""
        if self.paper is not None:
            self.choices.toggle(self.paper, claim)
            self.signs = self.choices.signs(self.paper)
        return self.signs.get(Span(claim.start, claim.end), "")

    def sentence(self, offset: int) -> Claim | None:
        """Give the claim or other sentence of the paper that holds the offset, or the last."""
        place = self.claim_at(self.paper, offset) if self.paper else None
        if place is not None or self.paper is None:
            return None if place is None else self.claims[place]
        from tui.claims import claims

        every = claims(self.paper, every=True)
        return every[index_at(every, offset)] if every else None

    @property
    def dropped(self) -> tuple[Span, ...]:
        """Give the sentences of the paper that are no claims by the reader's word."""
        return tuple(span for span, sign in self.signs.items() if sign == DROPPED)

    @property
    def kept(self) -> tuple[Claim, ...]:
        """Give the claims without those that the reader dropped."""
        dropped = set(self.dropped)
        return tuple(claim for claim in self.claims if Span(claim.start, claim.end) not in dropped)

    @property
    def signed(self) -> dict[int, str]:
        """Give the reader's signs by the claims' places."""
        spans = (Span(claim.start, claim.end) for claim in self.claims)
        return {i: self.signs[span] for i, span in enumerate(spans) if span in self.signs}

    def claim_at(self, document: Document, offset: int) -> int | None:
        """Give the place among the claims of the one that holds the offset."""
        if document is not self.paper:
            return None
        return next((i for i, c in enumerate(self.claims) if c.start <= offset < c.end), None)

    def claim_near(self, document: Document | None, offset: int) -> int:
        """Give the place of the first claim that ends after the offset, or of the last."""
        if document is not self.paper or not self.claims:
            return 0
        after = (i for i, claim in enumerate(self.claims) if claim.end > offset)
        return next(after, len(self.claims) - 1)
