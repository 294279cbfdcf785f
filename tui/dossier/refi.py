"""A dossier in, a REFI-QDA project out: the texts, coded by the program and by the reader.

The reader's verdicts and the program's bands are two groups of codes by two users. Positions
count code points of the texts in the archive, which are those that were loaded, line ends LF.
See REFI-QDA Standard 1.5, qdasoftware.org.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tui.document import Document
from tui.dossier import facts
from tui.dossier.codebook import (
    PROGRAM,
    READER,
    SILENT,
    SPOKEN,
    attributes,
    codebook,
    guid,
    words,
)
from tui.dossier.model import Dossier, Orphan

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first time an archive can tell, which stands for none."""
NO_TIME = "1980-01-01T00:00:00Z"
"""The same, where others need some time."""


@dataclass(frozen=True, slots=True, order=True)
class Selection:
    """A stretch of a document and one code of it."""

    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    user: str
    """Who codes it."""
    code: str
    """The name of the code."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is written beside a selection, and when it was said."""

    text: str
    """The words."""
    time: str = ""
    """As ISO 8601 in UTC, if it is told."""


Coded = dict[Selection, list[Remark]]
"""What is coded in one document."""


def write(dossier: Dossier, file: IO[bytes]) -> None:
    """Write the archive, the same bytes for the same dossier."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        with archive.open(entry("project.qde"), "w") as project:
            for piece in pieces(dossier):
                project.write(piece.encode("utf-8", "replace"))
        for document in dossier.documents:
            source = entry(f"sources/{guid_of(document)}.txt")
            archive.writestr(source, plain(document.text).encode("utf-8", "replace"))


def entry(name: str) -> ZipInfo:
    """Give the head of a file in the archive: no clock, no owner."""
    info = ZipInfo(name, BEGINNING)
    info.compress_type, info.create_system = ZIP_DEFLATED, 3
    info.external_attr = 0o100644 << 16
    return info


def plain(text: str) -> str:
    """Give a text with no line end but LF, character for character."""
    return text.replace("\r", "\n")


def pieces(dossier: Dossier) -> Iterator[str]:
    """Yield the project's XML from top to bottom."""
    time = facts.moment(dossier) or NO_TIME
    project = attributes(
        name=facts.name(dossier.paper),
        origin=f"Sidelight {dossier.version}",
        creatingUserGUID=guid("user", PROGRAM),
        creationDateTime=time,
    )
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<Project xmlns="urn:QDA-XML:project:1.0"{project}>\n<Users>\n'
    for user in (READER, PROGRAM):
        yield f"<User{attributes(guid=guid('user', user), name=user)}/>\n"
    yield "</Users>\n"
    yield from codebook(dossier)
    yield "<Sources>\n"
    coded = codings(dossier)
    for document, name in zip(dossier.documents, names(dossier.documents), strict=True):
        yield from source(document, name, coded.get(document, {}), time)
    yield "</Sources>\n"
    about = f"{facts.CAVEAT} {facts.PROGRAM} {facts.READER} Searched: {facts.searched(dossier)}."
    lost = "".join(f"\n{orphan_line(orphan)}" for orphan in dossier.orphans)
    yield f"<Description>{words(about + lost)}</Description>\n</Project>\n"


def orphan_line(orphan: Orphan) -> str:
    """Tell a verdict that stands beside nothing."""
    word, passage = orphan.said, orphan.said.passage
    beside = f"; passage: “{facts.line(passage.text)}” ({word.report})" if passage else ""
    told = f"{facts.said(word)}; {orphan.reason}; claim: “{facts.line(word.claim.text)}”{beside}"
    return f"{facts.ORPHANED.capitalize()}: {told}{f'; {word.note}' if word.note else ''}"


def codings(dossier: Dossier) -> dict[Document, Coded]:
    """Gather what is coded: claims in the paper, passages in the reports."""
    coded: dict[Document, Coded] = defaultdict(lambda: defaultdict(list))
    for entry in dossier.entries:
        claim, silent = entry.finding.claim, entry.finding.silent
        told = f"Claim {entry.number}: {facts.line(claim.text)}"
        inside = coded[dossier.paper]
        here = Selection(claim.start, claim.end, PROGRAM, SILENT if silent else SPOKEN)
        missing = ", ".join(entry.finding.missing)
        inside[here].append(Remark(f"In no report: {missing}" if missing else ""))
        if word := entry.silence:
            mine = Selection(claim.start, claim.end, READER, facts.said(word))
            inside[mine].append(Remark(word.note, word.decided_at))
        for passage in entry.passages:
            inside, place = coded[passage.report], (passage.start, passage.end)
            if evidence := passage.evidence:
                seen = "; ".join(signal.text for signal in evidence.signals)
                here = Selection(*place, PROGRAM, evidence.band)
                inside[here].append(Remark(f"{told} [{seen}]" if seen else told))
            if word := passage.said:
                note = f"{told} — {word.note}" if word.note else told
                here = Selection(*place, READER, word.label)
                inside[here].append(Remark(note, word.decided_at))
    return coded


def source(document: Document, name: str, coded: Coded, time: str) -> Iterator[str]:
    """Yield a document with its selections, in their order."""
    identity = guid_of(document)
    own = attributes(
        guid=identity,
        name=name,
        plainTextPath=f"internal://{identity}.txt",
        creatingUser=guid("user", PROGRAM),
        creationDateTime=time,
    )
    yield f"<TextSource{own}>\n<Description>{words(description(document))}</Description>\n"
    for here in sorted(coded):
        remarks = coded[here]
        user, of = guid("user", here.user), (identity, here.start, here.end, here.user, here.code)
        when = max((remark.time for remark in remarks), default="") or time
        said = attributes(creatingUser=user, creationDateTime=when)
        place = attributes(
            guid=guid("selection", *of),
            name=facts.line(document.text[here.start : here.end])[:80],
            startPosition=str(here.start),
            endPosition=str(here.end),
        )
        memo = words("\n".join(filter(None, (remark.text for remark in remarks))))
        code = attributes(targetGUID=guid("code", here.user, here.code))
        yield f"<PlainTextSelection{place}{said}><Description>{memo}</Description>"
        yield f"<Coding{attributes(guid=guid('coding', *of))}{said}><CodeRef{code}/></Coding>"
        yield "</PlainTextSelection>\n"
    yield "</TextSource>\n"


def description(document: Document) -> str:
    """Give where a document is from, and what its bytes are."""
    told = (facts.name(document), facts.about(document), document.url, document.path)
    return "\n".join(filter(None, (*told, f"SHA-256: {document.sha256}")))


def names(documents: Iterable[Document]) -> Iterator[str]:
    """Yield names for the sources, no two the same: importers make files of them."""
    taken: set[str] = set()
    used: Counter[str] = Counter()
    for document in documents:
        shown = "".join(c if c.isalnum() or c in " .,-’" else "_" for c in facts.name(document))
        base = name = shown.strip(" ._")[:80] or "document"
        while name.casefold() in taken:
            used[base] += 1
            name = f"{base} {used[base] + 1}"
        taken.add(name.casefold())
        yield name


def guid_of(document: Document) -> str:
    """Give the identifier of a document."""
    return guid("document", document.path, document.sha256)
