"""Keys in the field's short form in, Textual's bindings out: each with id, words and tooltip."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.actions import parse
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

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


def working(screen: Screen[Any]) -> Iterator[tuple[DOMNode, Binding]]:
    """Yield the bindings of the keys that work here and now, the focused pane's first.

    Letters that would be typed are left out, and so are the framework's own bindings, which have
    no id: where they do nothing ours work.
    """
    taken: set[str] = set()
    line = screen.focused
    for node, bindings in screen._modal_binding_chain:
        for pressed, binding in bindings:
            sign = shown_key(pressed)
            letter = sign if len(sign) == 1 else None
            if line is not None and node is not line and line.check_consume_key(pressed, letter):
                continue
            works = binding.id and node.check_action(parse(binding.action)[1], ())
            if works and pressed not in taken:
                taken.add(pressed)
                yield node, binding


def bound_in(pane: DOMNode) -> list[Binding]:
    """Give the bindings of a pane with the keys that the reader set, whatever has the focus."""
    bindings = pane._bindings.copy()
    bindings.apply_keymap(pane.app._keymap)
    return [binding for _, binding in bindings if binding.id]


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
    return Binding(
        keys,
        action,
        description,
        show=show,
        priority=priority,
        id=id,
        key_display=_DISPLAY.get(keys),
        tooltip=tooltip or description,
    )
