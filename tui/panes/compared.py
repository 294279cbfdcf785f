"""A page whose text is judged: the reader's verdicts have keys there that elsewhere move it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.panes.keys import key
from tui.panes.page import Page
from tui.panes.page_keys import PAGE_KEYS

MOVED: tuple[Binding, ...] = (
    key("compared.next", "pagedown", "screens(1.0)", "Page down", "One screen down"),
    key("compared.half_up", "ctrl+u", "screens(-0.5)", "Half up", "Half a screen up"),
    key("compared.narrower", "comma", "measure(-4)", "Narrower", "Shorter lines"),
    key("compared.wider", "full_stop", "measure(4)", "Wider", "Longer lines"),
)
"""What gives keys to the verdicts, and those it keeps or has instead: `space`, `u`, `<`, `>`."""
_DONE = {binding.action for binding in MOVED}


class ComparedPage(Page, inherit_bindings=False):
    """A page beside another: `space`, `u`, `<` and `>` are the reader's word on what is there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(each for each in PAGE_KEYS if isinstance(each, Binding) and each.action not in _DONE),
        *MOVED,
    ]
