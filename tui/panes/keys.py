"""Keys in the field's short form in, Textual's bindings out: each with id, words and tooltip."""

from __future__ import annotations

from textual.binding import Binding

_DISPLAY = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "equals_sign": "=",
    "slash": "/",
    "question_mark": "?",
    "full_stop": ".",
    "colon": ":",
    "vertical_line": "|",
    "apostrophe": "'",
    "ctrl+right": "^→",
}


def key(
    id: str, keys: str, action: str, description: str, tooltip: str = "", *, show: bool = False
) -> Binding:
    """Bind keys (comma-separated, the first is the one shown) to an action.

    `show` puts it in the footer; help and palette list every binding.
    """
    first = keys.split(",")[0]
    return Binding(
        keys,
        action,
        description,
        show=show,
        id=id,
        key_display=_DISPLAY.get(first),
        tooltip=tooltip or description,
    )
