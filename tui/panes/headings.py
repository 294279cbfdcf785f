"""A document or a section of the contents in, its row in the list and its reason out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tui.document import Document, Section
from tui.panes.forest import Forest, matching
from tui.panes.line import Piece, Row, beside
from tui.panes.painter import SIGNS


def heading_row(
    forest: Forest, node: int, width: int, *, here: bool, wanted: str, hits: Sequence[int]
) -> Row:
    """Give a node's row: the reader's place, fold, origin, title, and how many hits it holds.

    `wanted` are the filter's words, to light up; `hits` the offsets of hits in the document.
    """
    item = forest.nodes[node]
    style = "contents--here" if here else ""
    left: list[Piece] = [("▸" if here else " ", style)]
    left.append((indent(forest, node, width) + _fold_mark(forest, node), "rows--quiet"))
    right: list[Piece] = []
    if isinstance(item, Document):
        title, style = item.name, f"contents--document {style}"
        if item.role == "paper":
            right.append((" ◆?" if item.role_reason else " ◆", ""))
        if forest.waiting(node):
            right.append((" …", "rows--quiet"))
    else:
        title = " ".join(item.title.split())
        left.append((SIGNS[item.origin], "contents--origin"))
    left.extend(_lit(title, wanted, style))
    count = hits_in(item, hits)
    if count:
        right.append((f" ◂ {count}", "contents--hits"))
    return beside(tuple(left), tuple(right), width)


def indent(forest: Forest, node: int, width: int) -> str:
    """Give the space before a node's fold mark, never so much that no title fits."""
    return " " * min(2 * max(0, forest.depth[node] - 1), width // 3)


def _fold_mark(forest: Forest, node: int) -> str:
    if not forest.has_children(node):
        return "  "
    return "▹ " if forest.is_folded(node) else "▾ "


def _lit(title: str, wanted: str, style: str) -> Iterator[Piece]:
    done = 0
    for start, end in matching(title, wanted):
        yield title[done:start], style
        yield title[start:end], f"{style} contents--match"
        done = end
    yield title[done:], style


def hits_in(item: Document | Section, hits: Sequence[int]) -> int:
    """Count the hits that begin in a section, or all for a document."""
    if isinstance(item, Document):
        return len(hits)
    return bisect_left(hits, item.end) - bisect_left(hits, item.start)


def reason_of(item: Document | Section) -> str:
    """Say where a heading comes from, how sure it is and why; or a document's role."""
    if isinstance(item, Document):
        guess = f", guessed: {item.role_reason}" if item.role_reason else ""
        return f"{item.path} · {item.role}{guess}"
    if item.origin == "given":
        return "heading given by the source"
    sure = f"{item.origin}, {item.confidence:.0%} sure"
    return f"{sure} · {item.reason}" if item.reason else sure
