"""What a search gives back: passages of documents, and the words to light up in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tui.document import Document, Span
from tui.search.highlight import Marker

Tier = Literal["exact", "stem", "fuzzy"]


class Hit(NamedTuple):
    """One passage that answers the query."""

    document: Document
    """Where it was found."""
    start: int
    """The passage's first code point; a passage is a sentence."""
    end: int
    """One past its last."""
    score: float
    """Higher is better. The whole part says how the words were met: 3 all exactly, 2 all in some
    form or completion, 1 all but some of them guessed, 0 only some of the words."""
    tier: Tier
    """The loosest way a word had to be read: as typed; another form of it or its completion; a
    corrected typing error."""
    marked: Marker | tuple[Span, ...] = ()
    """What to light up, or what knows it."""

    @property
    def matches(self) -> tuple[Span, ...]:
        """The words that were met, in the document's code points: in order, not overlapping."""
        if isinstance(self.marked, Marker):
            return self.marked.spans(self.document.text, self.start, self.end)
        return self.marked


def _no_counts() -> tuple[tuple[Document, int], ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query."""

    query: str
    """As typed."""
    total: int
    """How many passages answer it, the hits among them."""
    suggestion: str | None
    """The query with unknown words corrected, where the hits are those of the corrected words."""
    reading: str
    """How the query was read, in one line for the reader; empty where there is nothing to say."""
    hits: tuple[Hit, ...]
    """The best passages, best first; in reading order where one document was searched through."""
    whole: int = 0
    """How many passages have all the words, in whatever form."""
    tally: Callable[[], tuple[tuple[Document, int], ...]] = field(default=_no_counts, repr=False)
    """Counts the passages of each document when it is asked to."""

    @property
    def counts(self) -> tuple[tuple[Document, int], ...]:
        """The documents with passages that answer, and how many each has, the most first."""
        return self.tally()
