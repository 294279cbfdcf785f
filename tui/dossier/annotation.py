"""A dossier in, a collection of W3C Web Annotations as JSON-LD out.

What the reader judged is `assessing`, by a person; what the program found is `linking`, by a
piece of software. Places count code points from 0 in the text as loaded.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from tui.document import Document, Spanned
from tui.dossier import facts
from tui.dossier.model import Dossier, Entry, Orphan, Quoted, Said

Node = dict[str, Any]

SPACE = UUID("6f3c5a4e-52d1-5b0e-9d0a-7a1f0c1d5e11")
"""The name space of all names made here: the same is named the same each time."""
AROUND = 32
"""So many code points are given before and after a quote."""
_HALF = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no encoding has."""
_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What JSON may carry as it is, but what shows it may stumble over."""


def pieces(dossier: Dossier) -> Iterator[str]:
    """Yield the collection, an annotation a line."""
    total = sum(1 for _ in every(dossier))
    identity = name("collection", dossier.paper.sha256, *(r.sha256 for r in dossier.reports))
    head = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": identity,
        "type": "AnnotationCollection",
        "label": f"{dossier.paper.name}, in the light of the news. {facts.CAVEAT}",
        "generator": program(dossier),
        **({"generated": facts.moment(dossier)} if dossier.made else {}),
        "total": total,
    }
    page = {"id": f"{identity}#1", "type": "AnnotationPage", "partOf": identity, "startIndex": 0}
    yield f'{dumped(head)[:-1]}, "first": {dumped(page)[:-1]}, "items": ['
    between = "\n"
    for annotation in every(dossier):
        yield between + dumped(annotation)
        between = ",\n"
    yield "\n]}}\n"


def dumped(node: Node) -> str:
    """Give a node in one line of JSON that every encoder and terminal can take."""
    plain = _HALF.sub("\ufffd", json.dumps(node, ensure_ascii=False))
    return _UNSAFE.sub(lambda unsafe: f"\\u{ord(unsafe[0]):04x}", plain)


def every(dossier: Dossier) -> Iterator[Node]:
    """Yield what the reader judged, be it beside nothing now, then what the program found."""
    for entry in dossier.entries:
        yield from judged(dossier, entry)
    for orphan in dossier.orphans:
        yield from orphaned(dossier, orphan)
    for entry in dossier.entries:
        yield from found(dossier, entry)


def judged(dossier: Dossier, entry: Entry) -> Iterator[Node]:
    """Yield the reader's words on a claim's passages and on its silence."""
    claim = place(dossier.paper, entry.finding.claim)
    if entry.silence:
        yield reader(dossier, entry.silence, claim, None)
    told = set()
    for passage in entry.passages:
        if passage.said and id(passage.said) not in told:  # twins: one word, one annotation
            told.add(id(passage.said))
            yield reader(dossier, passage.said, place(passage.report, passage), claim)


def orphaned(dossier: Dossier, orphan: Orphan) -> Iterator[Node]:
    """Yield a verdict with the words it was said of, tagged with why they are found no more."""
    word = orphan.said
    claim = {"source": content(dossier.paper.sha256), **quoted(word.claim)}
    if word.passage is None:
        told = reader(dossier, word, claim, None)
    else:
        source = content(word.report)
        told = reader(dossier, word, {"source": source, **quoted(word.passage)}, claim)
    told["body"].append(textual("tagging", f"{facts.ORPHANED}: {orphan.reason}"))
    yield told


def reader(dossier: Dossier, word: Said, target: Node, claim: Node | None) -> Node:
    """Give one word of the reader: what is said of the target, and of which claim."""
    body: list[Node] = [textual("tagging", facts.said(word))]
    if word.note:
        body.append(textual("commenting", word.note))
    if claim:
        body.append({**claim, "purpose": "linking"})
    where = (word.passage.start, word.passage.end) if word.passage else ()
    return {
        "id": name("judged", word.report, word.claim.start, word.claim.end, *where),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"id": name("reader"), "type": "Person", "nickname": "the reader"},
        **({"created": word.decided_at} if word.decided_at else {}),
        "generator": program(dossier),
        "body": body,
        "target": target,
    }


def found(dossier: Dossier, entry: Entry) -> Iterator[Node]:
    """Yield the passages that the program set beside a claim."""
    claim = entry.finding.claim
    for passage in entry.passages:
        if evidence := passage.evidence:
            whole = (passage.report.path, passage.report.sha256, passage.start, passage.end)
            yield {
                "id": name("found", *whole, claim.start, claim.end),
                "type": "Annotation",
                "motivation": "linking",
                "creator": program(dossier),
                "body": [
                    textual("tagging", evidence.band),
                    *(textual("describing", signal.text) for signal in evidence.signals),
                    {**place(dossier.paper, claim), "purpose": "linking"},
                ],
                "target": place(passage.report, passage),
            }


def place(document: Document, span: Spanned) -> Node:
    """Give a stretch of a document by its words and by its place."""
    text, start, end = document.text, span.start, span.end
    around = {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
    source = {
        "id": content(document.sha256),
        "type": "Text",
        "language": document.language,
        "schema:name": document.name,
        "schema:sha256": document.sha256,
        **({"schema:url": document.url} if document.url else {}),
    }
    return {"source": source, **selected(text[start:end], start, end, around)}


def quoted(quote: Quoted) -> Node:
    """Give words that stand there no more as they stood."""
    return selected(quote.text, quote.start, quote.end, {})


def selected(exact: str, start: int, end: int, around: Node) -> Node:
    """Give what selects words in a source: what they are, and where."""
    quote = {"type": "TextQuoteSelector", "exact": exact, **around}
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"type": "SpecificResource", "selector": [quote, position]}


def content(sha256: str) -> str:
    """Name a document by its bytes (RFC 6920), which stay what was judged wherever they lie."""
    digest = urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def textual(purpose: str, value: str) -> Node:
    """Give a body of plain words."""
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def program(dossier: Dossier) -> Node:
    """Give the program that wrote the file, and found what it found."""
    label = f"Sidelight {dossier.version}"
    return {"id": name("program", dossier.version), "type": "Software", "name": label}


def name(*parts: object) -> str:
    """Give an identifier that the same parts always have."""
    return uuid5(SPACE, "\0".join(map(repr, parts))).urn
