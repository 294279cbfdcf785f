"""A document or a section of the contents in, its row in the list and its reason out."""

from __future__ import annotations

from collections.abc import Iterator

from tui.document import Document, Section
from tui.panes.counts import Counts
from tui.panes.forest import Forest, matching
from tui.panes.line import Piece, Row, beside
from tui.panes.painter import SIGNS
from tui.panes.wrap import cells


def heading_row(
    forest: Forest, node: int, width: int, counts: Counts, *, here: bool, wanted: str
) -> Row:
    """Give a node's row: the reader's place, fold, origin, title, and what is counted in it.

    `wanted` are the filter's words, to light up.
    """
    item, document = forest.nodes[node], forest.document_of(node)
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
    room = width - sum(cells(text) for text, _ in (*left, *right))
    return beside(tuple(left), (*right, *counts.row(document, item, room, width)), width)


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


def reason_of(item: Document | Section) -> str:
    """Say where a heading comes from, how sure it is and why; or a document's role."""
    if isinstance(item, Document):
        guess = f", guessed: {item.role_reason}" if item.role_reason else ""
        return f"{item.path} · {item.role}{guess}"
    if item.origin == "given":
        return "heading given by the source"
    sure = f"{item.origin}, {item.confidence:.0%} sure"
    return f"{sure} · {item.reason}" if item.reason else sure
