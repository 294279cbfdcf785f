"""Results of the headless verbs in, their JSON on standard output out."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tui.document import Document, Span, Unreadable
from tui.outline import outline
from tui.output import FURNITURE
from tui.output.places import section_title

if TYPE_CHECKING:
    from tui.claims import Claim, Comparison, Evidence, Finding
    from tui.search import Found, Hit

Shape = dict[str, Any]

_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON may carry as it is but a terminal or an encoder may stumble over."""


def outlines(documents: Sequence[Document]) -> None:
    """Print `{"documents": […]}`."""
    write({"documents": [outline_shape(document) for document in documents]})


def outline_shape(document: Document) -> Shape:
    """Give a document with its sections and its furniture."""
    return {
        "path": document.path,
        "title": document.title,
        "role": document.role,
        "sha256": document.sha256,
        "characters": len(document.text),
        "words": len(document.text.split()),
        "language": document.language,
        "sections": [
            {
                "title": section.title,
                "level": section.level,
                "start": section.start,
                "end": section.end,
                "origin": section.origin,
                "confidence": section.confidence,
                "reason": section.reason,
            }
            for section in outline(document)
        ],
        "furniture": [
            {"start": paragraph.start, "end": paragraph.end, "kind": paragraph.kind}
            for paragraph in document.paragraphs
            if paragraph.kind in FURNITURE
        ],
    }


def hits(found: Found, *, context: int, with_section: bool) -> None:
    """Print `{"query", "total", "suggestion", "hits": […]}`; the text's options don't matter."""
    write(
        {
            "query": found.query,
            "total": found.total,
            "suggestion": found.suggestion,
            "hits": [hit_shape(hit) for hit in found.hits],
        }
    )


def hit_shape(hit: Hit) -> Shape:
    """Give a hit with its place."""
    return {
        "path": hit.document.path,
        "section": section_title(hit.document, hit.start),
        "page": hit.document.page_at(hit.start),
        "start": hit.start,
        "end": hit.end,
        "text": hit.document.text[hit.start : hit.end],
        "score": hit.score,
        "tier": hit.tier,
        "matches": [pair(span) for span in hit.matches],
    }


def claims(paper: Document, claims: Sequence[Claim], *, every: bool) -> None:
    """Print `{"path", "claims": […]}`."""
    write(
        {
            "path": paper.path,
            "claims": [
                claim_shape(claim) | {"score": claim.score, "reasons": list(claim.reasons)}
                for claim in claims
            ],
        }
    )


def claim_shape(claim: Claim) -> Shape:
    """Give what a claim is wherever it is named."""
    return {
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "section": claim.section,
    }


def findings(
    comparison: Comparison,
    findings: Iterable[Finding],
    added: Container[Claim] = (),
    unread: Sequence[Unreadable] = (),
) -> None:
    """Print `{"paper", "searched", "claims": […]}`; what was not searched is named, if any.

    A claim that the reader added has `"added": true`.
    """
    searched = comparison.searched
    skipped = [{"path": report.path, "reason": why} for report, why in searched.skipped]
    skipped += [{"path": problem.path, "reason": problem.reason} for problem in unread]
    write(
        {
            "paper": comparison.paper.path,
            "searched": {
                "reports": searched.reports,
                "passages": searched.passages,
                "threshold": searched.threshold,
                **({"skipped": skipped} if skipped else {}),
            },
            "claims": [
                claim_shape(finding.claim)
                | ({"added": True} if finding.claim in added else {})
                | {
                    "strength": finding.strength,
                    "silent": finding.silent,
                    "evidence": [evidence_shape(evidence) for evidence in finding.evidence],
                }
                for finding in findings
            ],
        }
    )


def evidence_shape(evidence: Evidence) -> Shape:
    """Give a passage with what it shares with the claim and what it differs in."""
    return {
        "path": evidence.document.path,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "rank": evidence.rank,
        "score": evidence.score,
        "coverage": evidence.coverage,
        "band": evidence.band,
        "shared": [
            {"kind": shared.kind, "claim": pair(shared.claim), "passage": pair(shared.passage)}
            for shared in evidence.shared
        ],
        "signals": [signal.text for signal in evidence.signals],
    }


def pair(span: Span) -> list[int]:
    """Give a span as `[start, end]`."""
    return [span.start, span.end]


def write(shape: Shape) -> None:
    """Print JSON in UTF-8, whatever the locale, with nothing in it that acts on a terminal."""
    text = json.dumps(shape, ensure_ascii=False)
    safe = _UNSAFE.sub(lambda unsafe: f"\\u{ord(unsafe[0]):04x}", text)
    sys.stdout.buffer.write(safe.encode() + b"\n")
