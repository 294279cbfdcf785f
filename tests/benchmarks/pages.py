"""Web PAGES whose articles are known → blocks with what is furniture, and what tells it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import numpy as np

from tests.benchmarks.learn import logistic
from tui.ingest import furniture, runs

_BREAKS = frozenset(
    re.split(
        r"\s+",
        """p div li h1 h2 h3 h4 h5 h6 td th tr br ul ol section article
header footer nav blockquote figure figcaption form button label option dd dt table aside main title
pre""",
    )
)
_HIDDEN = frozenset(("script", "style", "noscript", "svg", "template", "head", "iframe", "select"))


@dataclass(frozen=True, slots=True)
class Page:
    """One page as blocks of text, in order."""

    blocks: tuple[str, ...]
    """Every block that a reader of the page would see."""
    article: tuple[bool, ...]
    """Which of them belong to the article."""


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._hidden += tag in _HIDDEN
        if tag in _BREAKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        if tag in _BREAKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.blocks[-1] += data


def pages(data: Path) -> Iterator[Page]:
    """Read the pages; a block is the article's if it is a line of it, or a long part of it."""
    truth = json.loads((data / "html" / "ground-truth.json").read_text(encoding="utf-8"))
    for name, known in sorted(truth.items()):
        (path,) = (data / "html" / "pages").glob(f"{name}*")
        parser = _Blocks()
        parser.feed(gzip.decompress(path.read_bytes()).decode("utf-8", "replace"))
        blocks = [" ".join(block.split()) for block in parser.blocks]
        kept = tuple(block for block in blocks if _bare(block))
        whole = _bare(known["articleBody"])
        lines = {_bare(line) for line in known["articleBody"].split("\n")}
        yield Page(
            kept,
            tuple(b in lines or (len(b) >= 30 and b in whole) for b in map(_bare, kept)),
        )


def _bare(words: str) -> str:
    return re.sub(r"\W+", "", words.lower())


def learn_runs(known_pages: Sequence[Page]) -> dict[str, float]:
    """Learn what tells furniture by its shape and its company."""
    rows: list[list[float]] = []
    wanted: list[float] = []
    for page in known_pages:
        known = [len(b) <= runs.LONGEST and furniture.furniture(b) for b in page.blocks]
        for block, row, inside in zip(
            page.blocks, runs.signs(page.blocks, known), page.article, strict=True
        ):
            if len(block) <= runs.LONGEST:
                rows.append(row)
                wanted.append(float(not inside))
    return logistic(np.array(rows), np.array(wanted), runs.NAMES, 20.0, 0.05)
