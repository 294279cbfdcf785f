"""DOCUMENT without headings → the sections its words let one infer, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from tui.document import Document, Paragraph, Section
from tui.outline import labels, model
from tui.outline.align import align
from tui.outline.roadmap import Roadmap, roadmap

_FEWEST = 8
"""Fewer blocks than this need no inferred sections."""
_MOST = 3000
"""More blocks than this get landmarks: the model was not made for books."""
_SECTION = -1.1
"""Log-odds from which on a section is believed."""
_SUBSECTION = -0.4
"""Log-odds from which on a sub-section is believed."""
_CONVINCING = 0.6
"""A text that is no paper needs at least one section as sure as this."""


def infer(document: Document) -> list[Section]:
    """Infer sections: the front matter, then the plan that the text announces, else the model.

    Captions, keywords and furniture were told apart before and take no part.
    """
    text = document.text
    body = [p for p in document.paragraphs if p.kind in ("body", "list", "quote")]
    if not _FEWEST <= len(body) <= _MOST:
        return []
    blocks = [text[p.start : p.end] for p in body]
    paper = document.role == "paper"
    odds = model.odds(blocks, paper=paper)
    front, opening = _front(document, body) if paper else ([], 0)
    plan = roadmap(blocks) if paper else None
    if plan:
        upper = _planned(plan, blocks, odds, opening)
    else:
        upper = _believed(blocks, odds, opening)
        if not paper and not any(sure > _CONVINCING for _, _, sure, _ in upper[1:]):
            return []
    if front and not (upper and upper[0][0] <= opening):
        upper.insert(0, (opening, "Introduction", 0.8, "it follows the abstract and keywords"))
    lower = _lower(blocks, odds, upper, opening)
    told = [
        Section(title, level, body[index].start, body[index].end, "inferred", sure, reason)
        for level, nodes in ((1, upper), (2, lower))
        for index, title, sure, reason in nodes
    ]
    return [*front, *told]


Node = tuple[int, str, float, str]


def _front(document: Document, body: Sequence[Paragraph]) -> tuple[list[Section], int]:
    """Give the nodes of abstract and keywords, and the index of the block that opens the rest."""
    keywords = next((p for p in document.paragraphs[:14] if p.kind == "keywords"), None)
    if keywords is None or body[0].start > keywords.start:
        return [], 0
    opening = next((i for i, p in enumerate(body) if p.start > keywords.start), 0)
    abstract = Section(
        "Abstract",
        1,
        body[0].start,
        body[0].end,
        "inferred",
        0.9,
        "it stands before the keywords",
    )
    listed = Section(
        "Keywords",
        1,
        keywords.start,
        keywords.end,
        "detected",
        keywords.confidence,
        keywords.reason,
    )
    return [abstract, listed], opening


def _planned(
    plan: Roadmap,
    blocks: Sequence[str],
    odds: model.Odds,
    opening: int,
) -> list[Node]:
    """Give the sections that the text's plan announces, placed after it, and the introduction."""
    after = plan.last + 1
    items = [item for item in plan.items if item.number > 1]
    placed = align(items, blocks[after:], odds.sections[after:], blocks[0])
    nodes: list[Node] = [(opening, "Introduction", 0.8, "it holds the plan of the text")]
    for item, (place, sure) in zip(items, placed, strict=False):
        index = after + place
        label = labels.announced(item.words) or labels.inferred(blocks[index : index + 4])[0]
        said = odds.reasons[index]
        reason = f"section {item.number} of the plan the text announces"
        nodes.append((index, label, sure, f"{reason}; {said}" if said else reason))
    return nodes


def _believed(blocks: Sequence[str], odds: model.Odds, opening: int) -> list[Node]:
    nodes: list[Node] = []
    for index in range(opening + 1, len(blocks)):
        if odds.sections[index] > _SECTION:
            label, how = labels.inferred(blocks[index : index + 4])
            said = odds.reasons[index]
            reason = f"{said}; named by {how}" if said else f"named by {how}"
            nodes.append((index, label, _chance(odds.sections[index]), reason))
    if nodes and nodes[0][0] > opening:
        nodes.insert(0, (opening, labels.opening(blocks[opening]), 0.5, "the beginning"))
    return nodes


def _lower(
    blocks: Sequence[str],
    odds: model.Odds,
    upper: Sequence[Node],
    opening: int,
) -> list[Node]:
    """Give the sub-sections inside the sections."""
    taken = {node[0] for node in upper}
    nodes: list[Node] = []
    first = upper[1][0] if len(upper) > 1 else opening
    for index in range(first + 1, len(blocks)):
        if index in taken or odds.subsections[index] <= _SUBSECTION:
            continue
        label, how = labels.inferred(blocks[index : index + 2])
        said = odds.reasons[index]
        reason = f"{said}; named by {how}" if said else f"named by {how}"
        nodes.append((index, label, _chance(odds.subsections[index]), reason))
    return nodes


def _chance(odds: float) -> float:
    return round(1 / (1 + exp(-odds)), 2)
