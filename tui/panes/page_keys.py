"""The keys of the page, in less's and vim's words."""

from __future__ import annotations

from textual.binding import BindingType

from tui.panes.keys import key

PAGE_KEYS: list[BindingType] = [
    key("page.down", "j,down", "rows(1)", "Line down", "One line down; 5j: five"),
    key("page.up", "k,up", "rows(-1)", "Line up", "One line up; 5k: five"),
    key("page.next", "space,pagedown", "screens(1.0)", "Page down", "One screen down"),
    key("page.back", "b,pageup", "screens(-1.0)", "Page up", "One screen up"),
    key("page.half_down", "d,ctrl+d", "screens(0.5)", "Half down", "Half a screen down"),
    key("page.half_up", "u,ctrl+u", "screens(-0.5)", "Half up", "Half a screen up"),
    key("page.top", "g,home", "top", "Top", "To the beginning"),
    key("page.end", "G,end", "end", "End", "To the end; 42G: to paragraph 42"),
    key("page.next_paragraph", "right_curly_bracket", "paragraph(1)", "Next paragraph"),
    key("page.previous_paragraph", "left_curly_bracket", "paragraph(-1)", "Paragraph before"),
    key("page.narrower", "less_than_sign", "measure(-4)", "Narrower", "Shorter lines"),
    key("page.wider", "greater_than_sign", "measure(4)", "Wider", "Longer lines"),
    key(
        "page.select",
        "v",
        "select",
        "Select",
        "Select a sentence; then j k by sentence, l h by word, } { by paragraph",
    ),
    key("page.longer", "l", "extend('word', True)", "Longer selection"),
    key("page.shorter", "h", "extend('word', False)", "Shorter selection"),
    key("page.quote", "y", "copy(True)", "Copy with place", "Quote with document and place"),
    key("page.copy", "Y", "copy(False)", "Copy the words"),
    key("page.mark", "m", "letter('m')", "Mark", "m and a letter: mark this place"),
    key("page.to_mark", "apostrophe", "letter('’')", "To mark", "’ and its letter: go there"),
    key("page.cancel", "escape", "cancel", "Cancel", "Drop the selection or count"),
]
