"""A web page and the article read of it → the page with the article's parts in one place.

Magazines part a long article by advertisements into several boxes of one kind, of which an
extractor takes the first for the article.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONG = 100
"""Shorter paragraphs, in characters, say nothing about where an article is."""

_MOST = 0.5
"""Boxes of one kind that hold more than this share of the page's prose hold the article."""

_READ = 0.85
"""When less than this share of their prose was read, some of the boxes were missed."""

Box = tuple["_Element", str]
"""What a paragraph stands in, and the paragraph's words."""


def rejoined(page: str, read: str) -> _Element | None:
    """Give the page with the boxes of its article joined, or None where nothing was missed.

    `read` is the text that was taken for the article. Boxes of different `<article>` elements
    are different articles, and stay so.
    """
    from lxml import html

    try:
        tree = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, SyntaxError):  # lxml's errors of syntax are Python's
        return None
    kinds: defaultdict[tuple[object, ...], list[Box]] = defaultdict(list)
    for paragraph in tree.iter("p"):
        words = " ".join(paragraph.text_content().split())
        links = sum(len(link.text_content()) for link in paragraph.iter("a"))
        box = paragraph.getparent()
        if box is not None and len(words) >= _LONG and links < 0.3 * len(words):
            article = next(box.iterancestors("article"), None)
            kinds[box.tag, box.get("class"), article].append((box, words))
    whole = sum(len(words) for boxes in kinds.values() for _, words in boxes)
    known = _letters(read)
    for boxes in kinds.values():
        first, *others = dict.fromkeys(box for box, _ in boxes)
        size = sum(len(words) for _, words in boxes)
        seen = sum(len(words) for _, words in boxes if _letters(words)[:50] in known)
        if others and size > _MOST * whole and 0 < seen < _READ * size:
            for other in others:
                first.extend(list(other))
            return tree
    return None


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
