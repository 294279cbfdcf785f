"""DOCUMENT without headings → the sections its words let one infer, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from math import exp

from tui.document import Document, Paragraph, Section
from tui.outline import labels, model
from tui.outline.align import align
from tui.outline.cues import REGISTERS
from tui.outline.roadmap import Roadmap, roadmap
from tui.outline.stages import STAGES
from tui.outline.weights import Weights

_FEWEST = 8
"""Fewer blocks than this need no inferred sections."""
_MOST = 2000
"""More blocks than this get landmarks: the model was not made for books."""
_ENDS = 2500
"""Characters of a long block that are looked at, at either end."""
_CROWDING = 1.0
"""What a place loses, in log-odds, beside a surer one: sections of a single block are rare."""
_ABSTRACT = 400
"""Characters of a paper's first block from which on it is taken for the abstract."""
_AT_ONCE = 2.0
"""What the block after such a one gains, in log-odds: abstracts rarely have two paragraphs."""
_EAGER = 0.2
"""What every section gains, in log-odds: the model is shy, being regularised."""
_CROWDING_BELOW = 0.3
"""The same for sub-sections, except among methods, where each block often has its own."""
_TOLD = 0.5
"""What a sub-section gains, in log-odds, whose opening words call for a usual label."""
METHODS = STAGES.index("methods")
_NAMED = {
    STAGES.index(stage): title
    for stage, title in (
        ("methods", "Methods"),
        ("results", "Results"),
        ("discussion", "Discussion"),
        ("conclusion", "Conclusion"),
    )
}
_MOSTLY = 0.5
"""The mean share from which on a stage names a section."""
_SERIES = re.compile(r"\b(?:following|below)\b[^.]{0,200}:\W*$")
"""A block that ends by announcing a series."""
_FRONT = -1.0
"""Log-odds from which on one of the first blocks ends the abstract."""
_TECHNICAL = 0.15
"""A text that is no paper needs this share of blocks with code or formulas: prose of the kind the
model was learned from. It knows nothing of news or stories."""


def infer(document: Document, weights: Weights | None = None) -> list[Section]:
    """Infer sections: the front matter, then the plan that the text announces, else the model.

    Captions, keywords and furniture were told apart before and take no part.
    """
    text = document.text
    body = [p for p in document.paragraphs if p.kind in ("body", "list", "quote")]
    if not _FEWEST <= len(body) <= _MOST:
        return []
    blocks = [_clipped(text[p.start : p.end]) for p in body]
    paper = document.role == "paper"
    if not paper and not _technical(blocks):
        return []
    odds = model.odds(blocks, paper=paper, weights=weights)
    front, opening = _front(document, body, odds) if paper else ([], 0)
    plan = roadmap(blocks) if paper else None
    if plan:
        upper = _planned(plan, blocks, odds, opening)
    else:
        upper = _believed(blocks, odds, opening, paper=paper)
    lower = _lower(blocks, odds, upper, opening, sure=plan is not None)
    told = [
        Section(title, level, body[index].start, body[index].end, "inferred", sure, reason)
        for level, nodes in ((1, upper), (2, lower))
        for index, title, sure, reason in nodes
    ]
    return [*front, *labels.distinct(told, text)]


def _clipped(block: str) -> str:
    """Leave the middle out of a block of unusual length: sections show at its ends."""
    if len(block) <= 2 * _ENDS:
        return block
    return f"{block[:_ENDS]} {block[-_ENDS:]}"


def _technical(blocks: Sequence[str]) -> bool:
    coded = sum(REGISTERS["code"].search(block) is not None for block in blocks)
    return coded >= _TECHNICAL * len(blocks)


def chosen(odds: Sequence[float], crowding: Sequence[float]) -> list[int]:
    """Choose the places whose F1 can be expected to be best, never the first block.

    `crowding` is what a place loses, in log-odds, beside a surer one.

    The surest k places, with the k that makes 2·(chances of the chosen)/(k + all chances) most.
    """
    places = range(1, len(odds))
    chances = {
        place: _chance(
            odds[place]
            - crowding[place]
            * sum(
                _chance(odds[beside] + 1)
                for beside in (place - 1, place + 1)
                if 0 < beside < len(odds) and odds[beside] > odds[place]
            )
        )
        for place in places
    }
    surest = sorted(places, key=lambda place: -chances[place])
    whole, best, most, gained = sum(chances.values()), 0, 0.0, 0.0
    for count, place in enumerate(surest, start=1):
        gained += chances[place]
        if 2 * gained / (count + whole) > most:
            best, most = count, 2 * gained / (count + whole)
    return sorted(surest[:best])


Node = tuple[int, str, float, str]


def _front(
    document: Document, body: Sequence[Paragraph], odds: model.Odds
) -> tuple[list[Section], int]:
    """Give the nodes of abstract and keywords, and the index of the block that opens the rest."""
    keywords = next((p for p in document.paragraphs[:14] if p.kind == "keywords"), None)
    if keywords is None:
        whole = body[0].end - body[0].start >= _ABSTRACT
        opening = max(range(1, 4), key=lambda p: odds.sections[p] + _AT_ONCE * (whole and p == 1))
        if not whole and odds.sections[opening] < _FRONT:
            return [], 0
        return [_front_node("Abstract", body[0], "it stands before the introduction", 0.7)], opening
    opening = next((i for i, p in enumerate(body) if p.start > keywords.start), 0)
    if not opening:
        return [], 0
    abstract = _front_node("Abstract", body[0], "it stands before the keywords", 0.9)
    listed = _front_node("Keywords", keywords, keywords.reason, keywords.confidence)
    return [abstract, replace(listed, origin="detected")], opening


def _front_node(title: str, paragraph: Paragraph, reason: str, sure: float) -> Section:
    return Section(title, 1, paragraph.start, paragraph.end, "inferred", sure, reason)


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


def _believed(blocks: Sequence[str], odds: model.Odds, opening: int, *, paper: bool) -> list[Node]:
    """Give the sections that the model believes in, and the beginning before them."""
    likely = [logit + _EAGER for logit in odds.sections]
    places = chosen(likely, [_CROWDING if paper else 0.0] * len(blocks))
    places = [place for place in places if place > opening]
    nodes = [_node(blocks, odds, place, odds.sections[place], 4) for place in places]
    nodes = _staged(nodes, odds.stages, len(blocks))
    if paper and opening:
        nodes.insert(0, (opening, "Introduction", 0.7, "it follows the abstract"))
    elif nodes:
        nodes.insert(0, (opening, labels.opening(blocks[opening]), 0.5, "the beginning"))
    return nodes


def _staged(nodes: Sequence[Node], shares: Sequence[Sequence[float]], end: int) -> list[Node]:
    """Name a paper's sections by their stage where most of their words are of it, each once."""
    named: list[Node] = []
    used: set[str] = set()
    for node, below in zip_longest(nodes, nodes[1:]):
        last = below[0] if below else end
        rows = shares[node[0] : last]
        if rows:
            means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
            stage = max(_NAMED, key=lambda index: means[index])
            title = _NAMED[stage]
            if means[stage] > _MOSTLY and title not in used:
                used.add(title)
                why = f"{node[3].partition('; ')[0]}; most of its words are of that stage"
                node = (node[0], title, node[2], why)
        named.append(node)
    return named


def _lower(
    blocks: Sequence[str], odds: model.Odds, upper: Sequence[Node], opening: int, *, sure: bool
) -> list[Node]:
    """Give the sub-sections inside the sections.

    Where the sections are `sure`, being announced, the introduction and the conclusion have
    none. A section that opens by announcing what follows has one a block.
    """
    bounds = [*(node[0] for node in upper), len(blocks)]
    crowding = [_CROWDING_BELOW * (1 - share[METHODS]) for share in odds.stages] or [0.0] * len(
        blocks
    )
    likely = [
        logit + _TOLD * bool(labels.triggered(block))
        for logit, block in zip(odds.subsections, blocks, strict=True)
    ]
    places = {place for place in chosen(likely, crowding) if place > opening}
    series: set[int] = set()
    for first, end in pairwise(bounds):
        if _SERIES.search(blocks[first]) and 3 <= end - first - 1 <= 12:
            series |= set(range(first + 1, end))
    if sure:
        places -= {*range(bounds[0], bounds[1]), *range(bounds[-2], bounds[-1])}
    return [
        _item(blocks, place) if place in series else _node(blocks, odds, place, likely[place], 2)
        for place in sorted((places | series) - set(bounds))
    ]


def _item(blocks: Sequence[str], place: int) -> Node:
    label, how = labels.inferred(blocks[place : place + 1])
    return place, label, 0.5, f"one of a series that its section announces; named by {how}"


def _node(blocks: Sequence[str], odds: model.Odds, place: int, sure: float, span: int) -> Node:
    label, how = labels.inferred(blocks[place : place + span])
    return place, label, round(_chance(sure), 2), f"{odds.reasons[place]}; named by {how}"


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
