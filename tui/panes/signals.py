"""A finding and one passage of it in, two or three lines out that say why, or what was searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.strip import Strip
from textual.widget import Widget

from tui.document import Document, shorten
from tui.panes.keys import key
from tui.panes.line import Piece, Row, fit, inks_of, painted, wrapped

if TYPE_CHECKING:
    from tui.claims import Evidence, Finding, Searched, Shared

GLYPHS = {"strong": "●", "partial": "◐", "weak": "○"}
NAMES = {"number": ("number", "numbers"), "date": ("date", "dates"), "name": ("name", "names")}
QUIET = "signals--quiet"
NEAR = 0.005
"""The least coverage, 0..1, that is not told as 0%."""
NOTHING_NEAR = "nothing near"
BETWEEN: Piece = (" · ", QUIET)


class Signals(Widget):
    """What the program has to say about a claim and a passage; never what it means."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "signals--quiet",  # what is secondary
        "signals--strong",  # the bands
        "signals--partial",
        "signals--weak",
        "signals--silent",
        "signals--term",  # shared words, in the page's colours for them
        "signals--name",
        "signals--number",  # shared numbers and dates
        "signals--signal",  # what a reader should look at
        "signals--missing",  # what stands in no report
    }
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Signals { height: 3; }
    Signals.-why { height: 10; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("signals.why", "w", "why", "Why", "All that was matched, or only the chief", show=True),
    ]

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.why = False
        """Whether everything that was matched is listed."""
        self._brief: Row = ()
        self._full: tuple[Row, ...] = ()

    def show(
        self,
        paper: Document,
        finding: Finding | None,
        searched: Searched,
        report: Document | None = None,
        place: int = 0,
        called: str = "",
    ) -> None:
        """Say why the report's passage in that place (0 its best) stands beside the claim.

        No finding yet: nothing is said. No passage of the report: what was searched. `called` is
        a short name for the report.
        """
        self._brief, self._full = (), ()
        if finding is not None:
            own = () if finding.silent else of_report(finding, report)
            if place < len(own):
                name = _called(called, own[place].document)
                self._brief = brief(paper, finding, own, place, name)
                self._full = tuple(full(paper, finding, own[place]))
            else:
                name = _called(called, report)
                self._brief = silence(finding, searched, name)
                if (nearest := near(finding)) is not None:
                    self._full = tuple(full(paper, finding, nearest))
        self.refresh()

    def action_why(self) -> None:
        """List everything that was matched, or only the chief."""
        self.why = not self.why
        self.set_class(self.why, "-why")
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one of the lines."""
        width, height = self.size
        lines = self._lines(width - 2)
        line = lines[y] if y < len(lines) else ()
        if y == height - 1 and len(lines) > height:
            line = (*fit(line, width - 4), (" …", QUIET))
        return painted(fit(((" ", ""), *line), width), width, inks_of(self))

    def _lines(self, width: int) -> list[Row]:
        return [*wrapped(self._brief, width), *(self._full if self.why else ())]


def of_report(finding: Finding, report: Document | None) -> tuple[Evidence, ...]:
    """Give the finding's passages in one report, or in all."""
    return tuple(e for e in finding.evidence if report in (None, e.document))


def near(finding: Finding) -> Evidence | None:
    """Give the nearest passage, unless it holds none of the claim's distinctive words."""
    nearest = finding.nearest
    return nearest if nearest is not None and nearest.coverage >= NEAR else None


def brief(paper: Document, finding: Finding, own: Sequence[Evidence], place: int, name: str) -> Row:
    """Say place, band, coverage with the words, what else is shared, and the signals."""
    evidence = own[place]
    row: list[Piece] = [
        (f"{place + 1} of {len(own)} in {name}  ", QUIET),
        (f"{GLYPHS[evidence.band]} {evidence.band}", f"signals--{evidence.band}"),
        (f": {evidence.coverage:.0%} of the distinctive words", ""),
    ]
    words = list(_words(paper, evidence))
    if words:
        row += [(" (", ""), *_listed(words, "signals--term"), (")", "")]
    for fragment in (*_items(paper, evidence), *_signals(evidence)):
        row += [BETWEEN, *fragment]
    row += [BETWEEN, *_rank(finding, evidence)]
    if finding.missing:
        row += [BETWEEN, *_missing(finding)]
    return tuple(row)


def full(paper: Document, finding: Finding, evidence: Evidence) -> Iterator[Row]:
    """Say each matched pair, each signal, and the passages that come after this one."""
    for item in _weightiest(evidence):
        mine, theirs = _text(paper, item), _text(evidence.document, item, in_report=True)
        pair = mine if mine.casefold() == theirs.casefold() else f"{mine} ≈ {theirs}"
        weight = f"  {item.weight:.1f}" if item.weight else ""
        yield ((f"{item.kind:>8}  ", QUIET), (pair, _style(item.kind)), (weight, QUIET))
    for signal in evidence.signals:
        yield (("  signal  ", QUIET), (signal.text, "signals--signal"))
    for place, other in enumerate(_ranked(finding), 1):
        if other is not evidence:
            yield (
                (f"{place:>8}. ", QUIET),
                (f"{GLYPHS[other.band]} ", f"signals--{other.band}"),
                (f"{other.coverage:.0%}  ", QUIET),
                (shorten(other.text, 200), ""),
            )


def silence(finding: Finding, searched: Searched, name: str) -> Row:
    """Say that there is no passage, in what it was looked for, and what comes nearest."""
    row: list[Piece] = []
    if finding.evidence and not finding.silent:
        row.append((f"· silent: no passage in {name}, others have some", "signals--silent"))
    elif not searched.reports:
        why = "no report could be searched" if searched.skipped else "there is no report"
        row.append((f"not searched: {why}", "signals--silent"))
    else:
        where = f"{_many(searched.reports, 'report')}, {_many(searched.passages, 'sentence')}"
        limit = f", above {searched.threshold:.2f} (this claim {finding.strength:.2f})"
        row += [(f"· silent: no passage in {where}", "signals--silent"), (limit, QUIET)]
        if (nearest := near(finding)) is not None:
            text = shorten(nearest.text, 120)
            row += [BETWEEN, ("nearest: ", QUIET), (f"“{text}”", QUIET)]
            row.append((f" {nearest.coverage:.0%} of the distinctive words", QUIET))
        else:
            row += [BETWEEN, (NOTHING_NEAR, QUIET)]
    for document, reason in searched.skipped:
        row += [BETWEEN, (f"not searched: {shorten(document.name, 24)}, {reason}", QUIET)]
    if finding.missing and searched.reports:
        row += [BETWEEN, *_missing(finding)]
    return tuple(row)


def _words(paper: Document, evidence: Evidence) -> Iterable[str]:
    """Give the shared words once each, with what is merely alike as `claim ≈ passage`."""
    words: dict[str, str] = {}
    for item in _weightiest(evidence):
        if item.kind in ("term", "similar"):
            mine = _text(paper, item)
            theirs = _text(evidence.document, item, in_report=True)
            words.setdefault(
                mine.casefold(), f"{mine} ≈ {theirs}" if item.kind == "similar" else mine
            )
    return words.values()


def _weightiest(evidence: Evidence) -> list[Shared]:
    return sorted(evidence.shared, key=lambda item: -item.weight)


def _items(paper: Document, evidence: Evidence) -> Iterator[Row]:
    for kind, (one, many) in NAMES.items():
        texts = {_text(paper, item): None for item in evidence.shared if item.kind == kind}
        if texts:
            yield ((f"{many if len(texts) > 1 else one}: ", ""), *_listed(texts, _style(kind)))


def _signals(evidence: Evidence) -> Iterator[Row]:
    for signal in evidence.signals:
        yield ((signal.text, "signals--signal"),)


def _rank(finding: Finding, evidence: Evidence) -> Row:
    ranked = _ranked(finding)
    place = ranked.index(evidence) + 1
    of = f"rank {place} of {len(ranked)}"
    said = "".join(f", then {GLYPHS[e.band]} {e.coverage:.0%}" for e in ranked[place : place + 1])
    return ((of + said, QUIET),)


def _ranked(finding: Finding) -> list[Evidence]:
    """Give the passages kept, the best first; not all of a report are, so their ranks have gaps."""
    return sorted(finding.evidence, key=lambda e: e.rank)


def _missing(finding: Finding) -> Row:
    return (("in no report: ", ""), (", ".join(finding.missing), "signals--missing"))


def _listed(texts: Iterable[str], style: str) -> Iterator[Piece]:
    for place, text in enumerate(texts):
        yield (", " if place else "", "")
        yield (" ".join(text.split()), style)


def _style(kind: str) -> str:
    kinds = {"date": "number", "similar": "term"}
    return f"signals--{kinds.get(kind, kind)}"


def _text(document: Document, item: Shared, in_report: bool = False) -> str:
    span = item.passage if in_report else item.claim
    return " ".join(document.text[span.start : span.end].split())


def _called(word: str, report: Document | None) -> str:
    """Give a report's word, or its name in quotes: “1 of 2 in In a landmark move” reads ill."""
    return shorten(word, 24) if word or report is None else f"“{shorten(report.name, 22)}”"


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
