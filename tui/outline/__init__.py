"""DOCUMENT → SECTIONS: the outline, given, detected or inferred, each node with its reason."""

from tui.outline.sections import missing_lists, outline, section_at

__all__ = ["missing_lists", "outline", "section_at"]
