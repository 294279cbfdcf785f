"""A source that changed: read again, the reader's place found by its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from tui import ingest
from tui.document import Collection, Document

WATCHED = 200
"""How many sources are watched for changes; more are read again only when asked."""
MISSED = 2
"""After so many looks in a row that did not find it a source is gone."""
_WORDS = 80
"""How many code points of the text around it a place is found by, at first."""


@dataclass(slots=True)
class Watch:
    """When each source was last changed, as far as it was looked at."""

    gone: list[str] = field(default_factory=list)
    """The sources found gone at the last look; each is told once until it is there again."""
    _stamps: dict[str, tuple[int, int]] = field(default_factory=dict)
    _missed: Counter[str] = field(default_factory=Counter)

    def changed(self, documents: Iterable[Document]) -> list[Document]:
        """Give the documents whose sources changed since the last look; none at the first."""
        found: list[Document] = []
        looked: dict[str, bool] = {}
        self.gone.clear()
        for document, _ in zip(documents, range(WATCHED), strict=False):
            if document.path not in looked:
                looked[document.path] = self._look(document.path)
            if looked[document.path]:
                found.append(document)
        return found

    def _look(self, path: str) -> bool:
        try:
            status = Path(path).stat()
        except (OSError, ValueError):
            self._missed[path] += path in self._stamps
            if self._missed[path] == MISSED:  # before, an editor may be writing it anew
                self.gone.append(path)
            return False
        self._missed.pop(path, None)
        stamp = status.st_mtime_ns, status.st_size
        before = self._stamps.get(path)
        self._stamps[path] = stamp
        return before is not None and before != stamp


def reread(collection: Collection, document: Document) -> Document | None:
    """Read a document's source again; None if it says the same. Raises Unreadable."""
    siblings = [other for other in collection.documents if other.path == document.path]
    place = siblings.index(document)
    again = ingest.read(document.path)
    new = again[min(place, len(again) - 1)]
    if new.text == document.text:
        return None
    return replace(new, role=document.role, role_reason=document.role_reason)


def replaced(collection: Collection, old: Document, new: Document) -> Collection:
    """Give the collection with one document in place of another."""
    documents = tuple(new if other is old else other for other in collection.documents)
    return replace(collection, documents=documents)


def same_place(old: Document, new: Document, offset: int) -> int:
    """Find the words that stood at an offset; where they are gone, the same share of the text."""
    expected = offset * len(new.text) // max(len(old.text), 1)
    size = _WORDS
    while size >= 10:
        words = old.text[offset : offset + size]
        at = _nearest(new.text, words, expected) if words.strip() else -1
        if at >= 0:
            return at
        size //= 2
    return min(expected, max(len(new.text) - 1, 0))


def _nearest(text: str, words: str, expected: int) -> int:
    after = text.find(words, expected)
    before = text.rfind(words, 0, expected + len(words))
    found = [at for at in (before, after) if at >= 0]
    return min(found, key=lambda at: abs(at - expected), default=-1)
