"""What pages for people say in words: where a passage stands, what was searched, what it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from tui.claims import Evidence
from tui.document import Document, shorten, visible
from tui.dossier.model import Beside, Dossier, Entry, Said
from tui.outline import section_at

CAVEAT = "“Supports” means borne out by the press, not true."
"""Stands on every page."""

SILENT, NOT_SEARCHED = "silent", "not searched"
"""What is said of a claim without a passage, where there were reports to search or none."""

GLYPHS = {"strong": "●", "partial": "◐", "weak": "○", SILENT: "·"}
"""The glyphs of the bands, the strongest first, and of silence."""

LEGEND = "● strong, ◐ partial, ○ weak, · silent"
"""What the glyphs mean."""

ORPHANED = "orphaned"
"""What is said of a verdict that stands beside nothing."""

NEAR = 0.005
"""The least coverage, 0..1, that is told as near."""

CONFIRMED = "silence confirmed"
"""What the reader's word on a silence is called: no report speaks of the claim."""

LABELS: Mapping[str, str] = {
    "supports": "states or entails the claim",
    "contradicts": "states the opposite or an incompatible value",
    "mentions": "refers to it, no evidence either way",
    "overstates": "the same finding, stronger",
    "understates": "the same finding, weaker",
    "unrelated": "rejects the passage",
    "undecided": "to be decided later",
}
"""What the reader may say of a passage, and what it means."""

MOST = 24
"""So many reports have a column in the matrix of a page."""

WIDE = 60
"""So many characters of a claim stand in the matrix of a page."""

PROGRAM = (
    "The program says what is there: which words, names and figures a passage shares with a claim "
    "and what differs. It never says what that means."
)
READER = "Only the reader says what a passage means for a claim."


def line(text: str) -> str:
    """Give words in one line, white space folded, with nothing that steers what shows them."""
    return visible(" ".join(text.split()))


def words(passage: Beside) -> str:
    """Give a passage in one line."""
    return line(passage.report.text[passage.start : passage.end])


def opening(entry: Entry) -> str:
    """Give the first words of a claim."""
    return shorten(line(entry.finding.claim.text), WIDE)


def place(document: Document, offset: int) -> str:
    """Give section, page and line as far as there are any: `Methods, p. 4, line 80`."""
    section, page = section_at(document, offset), document.page_at(offset)
    parts = (section.title if section else "", f"p. {page}" if page else "")
    return line(", ".join([*filter(None, parts), f"line {document.line_at(offset)}"]))


def name(document: Document) -> str:
    """Give what a document is called."""
    return line(document.name)


def about(document: Document) -> str:
    """Give who published a document and when, as far as it says so."""
    return line(", ".join(filter(None, (*document.authors, document.outlet, document.date))))


def said(word: Said) -> str:
    """Give the reader's word on a passage or on a silence."""
    return CONFIRMED if word.passage is None and word.label == "unrelated" else word.label


def numbers(dossier: Dossier) -> dict[Document, str]:
    """Give the short names of the reports: R1, R2, in the order they were named."""
    given = dossier.documents[1:]
    return {report: f"R{number}" for number, report in enumerate(given, 1)}


def bands(entry: Entry) -> dict[Document, str]:
    """Give for each report with a passage for a claim the band of the one that covers most."""
    most: dict[Document, Evidence] = {}
    for evidence in entry.finding.evidence:
        best = most.setdefault(evidence.document, evidence)
        if evidence.coverage > best.coverage:
            most[evidence.document] = evidence
    return {report: evidence.band for report, evidence in most.items()}


def state(dossier: Dossier, entry: Entry) -> str:
    """Give the best band of a claim, or that it is silent, or that nothing was searched."""
    if not dossier.searched.passages:
        return NOT_SEARCHED
    there = set(bands(entry).values())
    return SILENT if entry.finding.silent else next(band for band in GLYPHS if band in there)


def amount(number: int, what: str) -> str:
    """Give a number with its noun: `1 report`, `1,200 reports`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def searched(dossier: Dossier) -> str:
    """Say what was searched, and how: in N reports, M sentences, threshold t."""
    by = dossier.searched
    meaning = f" and meaning ({line(by.vectors)})" if by.vectors else ""
    return (
        f"{amount(by.reports, 'report')}, {amount(by.passages, 'sentence')}, "
        f"threshold {by.threshold:g}, by words{meaning}"
    )


def cuts(dossier: Dossier) -> str:
    """Say how the bands were cut."""
    bands = "; ".join(
        f"{GLYPHS[band]} {band} from {100 * least:g}% and {items} in common"
        for band, (least, items) in dossier.cuts.items()
    )
    return (
        "The share of a claim’s distinctive words, by weight, that a passage holds, and how many "
        f"words, names and figures the two have in common: {bands}. A passage with less, or with "
        "one common word alone, is not shown. A claim whose strength is below the threshold of "
        f"{dossier.searched.threshold:g} is silent."
    )


def balance(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield whose word it is, and it: how many claims are met and silent, and what came of them."""
    states = Counter(state(dossier, entry) for entry in dossier.entries)
    told = ", ".join(f"{states[one]:,} {one}" for one in (*GLYPHS, NOT_SEARCHED) if states[one])
    yield "The program", f"{amount(len(dossier.entries), 'claim')}: {told}"
    made = Counter(entry.outcome for entry in dossier.entries)
    yield "The reader", ", ".join(f"{count:,} {outcome}" for outcome, count in made.most_common())


def silence(dossier: Dossier) -> str:
    """Say in what there was no passage for a claim."""
    if not dossier.searched.passages:
        return "Not searched: there was no report that could be."
    return f"No passage in {searched(dossier)}."


def nearest(entry: Entry) -> Beside | None:
    """Give the passage that comes nearest to a claim that the reports are silent about."""
    near = entry.finding.nearest
    if near is None or any(
        (near.document, near.start) == (p.report, p.start) for p in entry.passages
    ):
        return None
    return Beside(near.document, near.start, near.end, near, None)


def band(passage: Beside) -> str:
    """Give the band of a passage, and how much of the claim it holds."""
    if passage.evidence is None:
        return "not among the passages that the program lists"
    name = passage.evidence.band
    return f"{GLYPHS[name]} {name}: {passage.evidence.coverage:.0%} of the claim’s words"


def seen(passage: Beside) -> Iterator[str]:
    """Yield what the program sees about a passage."""
    yield band(passage)
    for signal in passage.evidence.signals if passage.evidence else ():
        yield line(signal.text)


def columns(dossier: Dossier) -> tuple[list[Document], str]:
    """Give the reports that the matrix shows, and what to say of the others."""
    spoken = {report for entry in dossier.entries for report in bands(entry)}
    shown = [report for report in dossier.reports if report in spoken]
    told = []
    if len(shown) > MOST:
        told.append(f"{amount(len(shown) - MOST, 'further report')} with passages: see .csv")
    if mute := len(dossier.reports) - len(shown):
        told.append(f"{amount(mute, 'report')} without a passage for any claim")
    return shown[:MOST], f"Not shown: {'; '.join(told)}." if told else ""


def method(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield how the page came about."""
    yield "Program", f"Sidelight {dossier.version}"
    if dossier.made:
        yield "Made", line(dossier.made)
    yield "Searched", f"{searched(dossier)}."
    yield "Bands", cuts(dossier)
    yield "Program’s words", PROGRAM
    yield "Reader’s words", READER
    yield (
        "Places",
        "Lines are those of the text as it was loaded from the file with the SHA-256 given. "
        "A verdict whose words no longer stand at their place is never moved to another.",
    )


def moment(dossier: Dossier) -> str:
    """Give the time it was made at as ISO 8601 has it in whole; empty if none is told."""
    return f"{dossier.made}T00:00:00Z" if len(dossier.made) == len("2026-11-22") else dossier.made


def unsearched(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield what was not searched, and why."""
    numbered = numbers(dossier)
    for report, reason in dossier.searched.skipped:
        yield f"{numbered[report]} {line(report.path)}", line(reason)
    for problem in dossier.unread:
        yield line(problem.path), line(problem.reason)
