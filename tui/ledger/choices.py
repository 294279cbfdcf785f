"""Which claims are the reader's own: added or dropped, kept in the ledger, found by their words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.document import Document, Span, index_at
from tui.ingest import sentences
from tui.ledger.book import Ledger
from tui.ledger.model import Choice, folded, source_of

if TYPE_CHECKING:
    from tui.claims import Claim

ADDED, DROPPED = "+", "×"
"""The reader's signs beside a claim."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the reader said of a paper's sentences; where nothing was said the program's word is."""

    ledger: Ledger
    """Where they are kept."""

    def signs(self, paper: Document) -> dict[Span, str]:
        """Give the reader's sign of each sentence that has one."""
        chosen = self.ledger.choices(paper.sha256)
        return {
            Span(choice.start, choice.end): ADDED if choice.added else DROPPED
            for choice in chosen
            if paper.text[choice.start : choice.end] == choice.text
        }

    def claims(self, paper: Document, *, dropped: bool = False) -> tuple[Claim, ...]:
        """Give the paper's claims as the reader wants them, in its order; or with the dropped."""
        from tui.claims import claims

        signs = self.signs(paper)
        every = claims(paper, every=True)
        left = {span for span, sign in signs.items() if sign == ADDED or not dropped}
        kept = [c for c in claims(paper) if Span(c.start, c.end) not in left]
        kept += [_claim(paper, every, span) for span, sign in signs.items() if sign == ADDED]
        return tuple(sorted(kept, key=lambda claim: claim.start))

    def toggle(self, paper: Document, claim: Claim) -> None:
        """Add a sentence to the claims or drop it; a second time takes the word back."""
        from tui.claims import claims

        known = {Span(c.start, c.end) for c in claims(paper)}
        span = Span(claim.start, claim.end)
        choice = Choice(span.start, span.end, claim.text, span not in known)
        if span in self.signs(paper):
            self.ledger.unchoose(paper.sha256, choice)
        else:
            self.ledger.choose(paper.sha256, choice, source_of(paper))

    def recover(self, paper: Document) -> tuple[Choice, ...]:
        """Find what was said of a paper's older text by its exact words; give what is not there.

        A sentence that stands there twice is not found: it is not said which one was meant. What
        is lost stays with the older text and is told of once.
        """
        old = list(self.ledger.choices_before(paper.sha256, source_of(paper)))
        places = defaultdict[str, list[Span]](list)
        for sentence in sentences(paper) if old else ():
            words = folded(paper.text[sentence.start : sentence.end])
            places[words].append(Span(sentence.start, sentence.end))
        lost = []
        for before, choice in old:
            found = places[folded(choice.text)]
            if len(found) == 1:
                start, end = found[0].start, found[0].end
                again = replace(choice, start=start, end=end, text=paper.text[start:end])
                self.ledger.unchoose(before, choice)
                self.ledger.choose(paper.sha256, again, source_of(paper))
            else:
                self.ledger.choose(before, choice)
                lost.append(choice)
        return tuple(lost)


def _claim(paper: Document, every: tuple[Claim, ...], span: Span) -> Claim:
    """Give the sentence as a claim; its bounds stay those it was chosen with."""
    near = every[index_at(every, span.start)]
    if (near.start, near.end) == (span.start, span.end):
        return near
    text = paper.text[span.start : span.end]
    return replace(near, id=f"{near.id}+{span.start}", start=span.start, end=span.end, text=text)
