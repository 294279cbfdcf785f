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
    "comma": ",",
    "plus": "+",
    "minus": "-",
    "vertical_line": "|",
    "apostrophe": "'",
    "ctrl+right": "^→",
}


def shown_key(name: str) -> str:
    """Give a key's name as people write it: `]` for right_square_bracket, `^o` for ctrl+o."""
    return _DISPLAY.get(name, name.replace("ctrl+", "^"))


def says(binding: Binding) -> str:
    """Give what a binding does, in full: its name, and what the tooltip adds to it."""
    more = binding.tooltip
    if not more or more == binding.description:
        return binding.description
    return f"{binding.description}: {more[0].lower()}{more[1:]}"


def key(
    id: str,
    keys: str,
    action: str,
    description: str,
    tooltip: str = "",
    *,
    show: bool = False,
    priority: bool = False,
) -> Binding:
    """Bind keys (comma-separated, the first is the one shown) to an action.

    `show` puts it in the footer; help and palette list every binding. `priority` keys work
    whatever has the focus: never a letter.
    """
    first = keys.split(",")[0]
    return Binding(
        keys,
        action,
        description,
        show=show,
        priority=priority,
        id=id,
        key_display=_DISPLAY.get(first),
        tooltip=tooltip or description,
    )
