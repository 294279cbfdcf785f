"""FINDINGS × VERDICTS → FILES: a comparison as tables, pages, annotations, a project, a list."""

from tui.dossier.files import SUFFIXES, check, export
from tui.dossier.making import dossier
from tui.dossier.model import Beside, Dossier, Entry, Orphan, Said, Unwritable

__all__ = [
    "SUFFIXES",
    "Beside",
    "Dossier",
    "Entry",
    "Orphan",
    "Said",
    "Unwritable",
    "check",
    "dossier",
    "export",
]
