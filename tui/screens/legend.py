"""What the reports are compared with in, every sign that is drawn and what it means out."""

from __future__ import annotations

from collections.abc import Iterator

from tui.ledger.choices import ADDED, DROPPED
from tui.panes import outcomes
from tui.panes.columns import GLYPHS as BANDS
from tui.panes.counts import SIGNS
from tui.panes.numbers import ABSENT, GLYPHS, SKIPPED

Signs = tuple[tuple[str, str], ...]
"""Signs with what they mean, in words that one would search for."""

CONTENTS: Signs = (
    ("◆", "the paper; ◆? only guessed to be it: --paper FILE says so outright"),
    ("≈", "an inferred heading: it does not stand in the text"),
    ("·", "a detected heading: a line of the text that looks like one"),
    ("▸", "where you are"),
    ("▾ ▹", "unfolded, folded: sections below it are shown, or hidden"),
    (f"{SIGNS['claims']}5", "so many claims; 2/5: two of five judged by you"),
    (f"{SIGNS['hits']}3", "so many hits of the last search"),
    (f"{SIGNS['marks']}a", "your mark a stands there; ’a goes to it"),
    ("1.2k", "so many words"),
)
PAGE: Signs = (
    ("▏", "the paragraph you are in"),
    ("▌", "the claim, or the passage of the report"),
    ("▸ •", "the match you are at, the other matches"),
    ("┃", "what you have selected"),
    ("▫ # ·", "a caption, keywords, furniture around the text: never a claim, never evidence"),
    ("≈", "an inferred heading; similar, not the same word"),
    ("paper?", "guessed: --paper FILE and --reports FILE say it outright"),
)
NUMBERS: Signs = (
    (GLYPHS["same"], "a report gives the same number for the same thing"),
    (GLYPHS["differs"], "numbers differ: a report gives another for the same thing"),
    (GLYPHS["also"], "the number also occurs in a report, for another thing"),
    (ABSENT, "absent in the report"),
    (SKIPPED, "the report was not searched"),
)


def legend(threshold: float) -> Iterator[tuple[str, Signs]]:
    """Yield the signs by where they stand; a claim below the threshold, 0..1, is silent."""
    yield "Signs of what a report says to a claim", tuple(_bands(threshold))
    yield "Signs of what you say to a claim", tuple(_own())
    yield "Signs in the contents", CONTENTS
    yield "Signs on the page", PAGE
    yield "Signs of numbers in the overview", NUMBERS


def _bands(threshold: float) -> Iterator[tuple[str, str]]:
    from tui.claims.findings import CUTS, ITEMS

    for band, least in CUTS.items():
        of = " of the claim’s distinctive words, by weight," if band == "strong" else ""
        items = f", and {ITEMS[band]} or more items" if ITEMS[band] > 1 else ""
        yield BANDS[band], f"{band}: a passage holds {least:.0%}{of} or more{items}"
    yield BANDS["silent"], "silent: no passage of the report speaks to the claim"
    yield BANDS["skipped"], "the report was not searched: another language, or no text"
    yield (
        f"{threshold:.2f}",
        "the threshold: a claim is silent where its strength, which says from 0 to 1 how far all"
        " reports together speak to it, is below; the settings can change it",
    )


def _own() -> Iterator[tuple[str, str]]:
    yield ADDED, "you made it a claim"
    yield DROPPED, "you dropped it: no claim"
    yield from outcomes.LEGEND
