"""DOCUMENTS → CLAIMS → EVIDENCE: what each report says to each claim of the paper, and why."""

from tui.claims.alignment import Shared
from tui.claims.comparison import Comparison
from tui.claims.extraction import Claim, claims
from tui.claims.findings import Evidence, Finding, Searched, Why
from tui.claims.signals import Signal

__all__ = [
    "Claim",
    "Comparison",
    "Evidence",
    "Finding",
    "Searched",
    "Shared",
    "Signal",
    "Why",
    "claims",
]
