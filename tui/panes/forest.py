"""Outlines in, the nodes of a list that folds and filters out; it knows no widget."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

from tui.document import Document, Section

MANY = 12
"""From how many documents on only the papers' sections are listed until one is unfolded."""
LIKENESS = 75.0
"""From which `partial_ratio` on a misspelt word counts as found; 0..100."""


Place = tuple[Document, int]
"""A node named so that it outlives its forest: its document and how far it is below that."""


class Forest:
    """Documents and their sections in reading order, with what is folded and what is in the list.

    A node is an index: a document's, followed by those of its sections. Folds and filter are
    taken over from the forest before, for what both hold.
    """

    def __init__(
        self,
        documents: Sequence[Document] = (),
        outlines: Mapping[Document, Sequence[Section]] | None = None,
        before: Forest | None = None,
    ) -> None:
        self._outlines = dict(outlines or {})
        self._documents = tuple(documents)
        self._places = {document: place for place, document in enumerate(self._documents)}
        self.nodes: list[Document | Section] = []
        """A document, its sections, the next document, …"""
        self.depth = array("i")
        """0 for a document; sections by how they are nested, whatever their levels."""
        self._parents = array("i")
        self._roots = array("i")
        for document in documents:
            self._add(document, self._outlines.get(document, ()))
        self._folded = bytearray(len(self.nodes))
        self.visible: Sequence[int] = ()
        """The nodes in the list, in order."""
        self.matched = 0
        """How many nodes the filter found, those around them not counted."""
        self._wanted = ""
        self._titles: list[str] = []
        self._fold_like(before)
        self.filter(before._wanted if before else "")

    def _add(self, document: Document, sections: Iterable[Section]) -> None:
        root = len(self.nodes)
        self._roots.append(root)
        self.nodes.append(document)
        self.depth.append(0)
        self._parents.append(-1)
        open_levels, open_nodes = [0], [root]
        for node, section in enumerate(sections, root + 1):
            while len(open_nodes) > 1 and open_levels[-1] >= section.level:
                open_levels.pop()
                open_nodes.pop()
            self.nodes.append(section)
            self.depth.append(len(open_nodes))
            self._parents.append(open_nodes[-1])
            open_levels.append(section.level)
            open_nodes.append(node)

    def _fold_like(self, before: Forest | None) -> None:
        many = len(self._documents) > MANY
        for place, document in enumerate(self._documents):
            root, end = self._roots[place], self._end(place)
            if before is None or document not in before._places:
                self._folded[root] = many and document.role != "paper"
                continue
            held = before._places[document]
            first, last = before._roots[held], before._end(held)
            if last - first == end - root:
                self._folded[root:end] = before._folded[first:last]
            else:
                self._folded[root] = before._folded[first]

    def _end(self, place: int) -> int:
        return self._roots[place + 1] if place + 1 < len(self._roots) else len(self.nodes)

    # Nodes

    def document_of(self, node: int) -> Document:
        """Give the document that the node belongs to."""
        return self._documents[bisect_right(self._roots, node) - 1]

    def place_of(self, node: int) -> Place | None:
        """Name a node for another forest; None for no node."""
        if node < 0:
            return None
        document = self.document_of(node)
        return document, node - self._roots[self._places[document]]

    def node_of(self, place: Place | None) -> int:
        """Give the node that has the name, else its document's; -1 where that is not here."""
        if place is None or place[0] not in self._places:
            return -1
        held = self._places[place[0]]
        root = self._roots[held]
        return root + place[1] if root + place[1] < self._end(held) else root

    def parent(self, node: int) -> int:
        """Give the node that holds this one; -1 for a document."""
        return self._parents[node]

    def has_children(self, node: int) -> bool:
        """Whether there is something to fold."""
        return node + 1 < len(self.nodes) and self._parents[node + 1] == node

    def is_folded(self, node: int) -> bool:
        """Whether what the node holds is out of the list; a filter shows it all the same."""
        return bool(self._folded[node]) and not self._wanted

    def waiting(self, node: int) -> bool:
        """Whether a document's outline has not come yet."""
        return self.nodes[node] not in self._outlines

    def node_at(self, document: Document, offset: int) -> int:
        """Give the deepest section that holds the offset, or the document; -1 if it isn't open."""
        if document not in self._places:
            return -1
        root = self._roots[self._places[document]]
        sections = self._outlines.get(document, ())
        node = root + bisect_right(sections, offset, key=lambda section: section.start)
        while node > root and sections[node - root - 1].end <= offset:
            node = self._parents[node]
        return node

    def shown(self, node: int) -> int:
        """Give the node itself or, where it is not in the list, the nearest around it; else -1."""
        while node >= 0 and self._find(node) < 0:
            node = self._parents[node]
        return node

    def row_of(self, node: int) -> int:
        """Give the place in the list of the node or of what is shown of it; -1 for none."""
        return self._find(self.shown(node))

    def _find(self, node: int) -> int:
        row = bisect_left(self.visible, node)
        return row if row < len(self.visible) and self.visible[row] == node else -1

    # What is in the list

    def fold(self, node: int, folded: bool) -> None:
        """Take what the node holds out of the list, or put it back."""
        self._folded[node] = folded
        self.filter(self._wanted)

    def fold_all(self, folded: bool) -> None:
        """Fold or unfold everything; a document that is alone stays open."""
        self._folded = bytearray([folded]) * len(self.nodes)
        if len(self._roots) == 1:
            self._folded[0] = False
        self.filter(self._wanted)

    def filter(self, wanted: str) -> int:
        """List what the words find and what holds it; give the first found, or the first node.

        Each word stands in the title, in any case and with or without accents; a word that
        stands in no title finds those which have something like it.
        """
        words = plain(wanted).split()
        self._wanted = " ".join(words)
        if not words:
            self.visible = self._unfolded()
            self.matched = len(self.nodes)
            return 0
        if not self._titles:
            self._titles = [plain(_title(node)) for node in self.nodes]
        found = sorted(set.intersection(*(self._having(word) for word in words)))
        self.matched = len(found)
        listed = set(found)
        for node in found:
            while (node := self._parents[node]) >= 0 and node not in listed:
                listed.add(node)
        self.visible = sorted(listed)
        return found[0] if found else 0

    def _having(self, word: str) -> set[int]:
        found = {node for node, title in enumerate(self._titles) if word in title}
        if found or len(word) < 3:
            return found
        from rapidfuzz import fuzz, process

        long_enough = {
            node: title for node, title in enumerate(self._titles) if len(title) >= len(word) - 1
        }
        alike = process.extract(
            word, long_enough, scorer=fuzz.partial_ratio, score_cutoff=LIKENESS, limit=None
        )
        return {node for _, _, node in alike}

    def _unfolded(self) -> Sequence[int]:
        if not any(self._folded):
            return range(len(self.nodes))
        visible: list[int] = []
        hidden_below = len(self.nodes)
        for node, (depth, folded) in enumerate(zip(self.depth, self._folded, strict=True)):
            if depth <= hidden_below:
                visible.append(node)
                hidden_below = depth if folded else len(self.nodes)
        return visible


def matching(title: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Give where the filter's words stand in the title, or what is most like them, in order."""
    words = plain(wanted).split()
    if not words:
        return ()
    text = plain(title)
    spans: list[tuple[int, int]] = []
    for start, end in sorted(span for word in words if (span := _place(word, text))):
        if not spans or spans[-1][1] <= start:
            spans.append((start, end))
    return tuple(spans)


def _place(word: str, text: str) -> tuple[int, int] | None:
    start = text.find(word)
    if start >= 0:
        return start, start + len(word)
    if len(word) < 3 or len(text) < len(word) - 1:
        return None
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(word, text, score_cutoff=LIKENESS)
    return (found.dest_start, found.dest_end) if found else None


def plain(text: str) -> str:
    """Give the text in small letters without accents, character for character."""
    if text.isascii():
        return text.lower()
    return "".join(normalize("NFD", letter)[0].lower()[0] for letter in text)


def _title(node: Document | Section) -> str:
    return node.name if isinstance(node, Document) else node.title
