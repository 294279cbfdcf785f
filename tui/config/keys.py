"""Keys as people write them in, their names out; and the clashes of those that are set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tui.config.source import Name, Source, called, meant

if TYPE_CHECKING:
    from tui.config.settings import Settings

QUIT = "app.quit"
QUIT_KEY = "ctrl+q"
"""There is always this way out, whatever is set."""
_NAMED = frozenset(
    {"escape", "enter", "tab", "backspace", "space", "delete", "insert"}
    | {"home", "end", "pageup", "pagedown", "up", "down", "left", "right"}
)
"""Keys without a sign, but for f1 to f24."""
_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Signs that have a shorter name than Unicode's."""
_MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})


@dataclass(frozen=True, slots=True)
class Bound:
    """An action of the program and the keys it comes with."""

    id: str
    """What the configuration calls it; one action may be bound in several scopes."""
    scope: str
    """Where its keys work: there no two actions may share a key."""
    keys: str
    """Separated by commas."""
    says: str = ""
    """What it does, in a line for the reader."""


def check_keys(settings: Settings, bindings: Iterable[Bound]) -> None:
    """Raise `BadSetting` for an unknown action, a lost way out, or a key with two actions.

    Actions that share a key as they come are left to do so: only what is set can clash.
    """
    bindings, source, chosen = tuple(bindings), settings.source, dict(settings.keys)
    known = {bound.id for bound in bindings}
    for action, keys in chosen.items():
        if action not in known:
            raise _wrong(source, action, f"no action {action}{meant(action, sorted(known))}")
        if (action == QUIT) != (QUIT_KEY in keys.split(",")):
            raise _wrong(source, action, f"{QUIT_KEY} must stay with {QUIT}")
    taken: dict[tuple[str, str], Bound] = {}
    for bound in bindings:
        for key in key_names(chosen.get(bound.id, bound.keys)):
            other = taken.setdefault((bound.scope, key), bound)
            said = [action for action in chosen if action in (other.id, bound.id)]
            both_come = key in key_names(other.keys) and key in key_names(bound.keys)
            if other.id != bound.id and said and not both_come:
                both = " and ".join(_placed(settings, each.id) for each in (other, bound))
                raise _wrong(source, said[-1], f"{key} would be both {both}")


def _placed(settings: Settings, action: str) -> str:
    if action not in dict(settings.keys):
        return f"{action} (as it comes)"
    return f"{action} (line {settings.source.line_of(name_of(settings.source, action))})"


def _wrong(source: Source, action: str, reason: str) -> Exception:
    return source.wrong(name_of(source, action), reason)


def name_of(source: Source, action: str) -> Name:
    """Give an action's name as the file has it: `page.down` may be one key, quoted, or two."""
    return next(
        (name for name, _ in source.values() if name[0] == "keys" and ".".join(name[1:]) == action),
        ("keys",),
    )


def names_of(source: Source, name: Name, value: object) -> str:
    """Give the keys that a configuration says by their names, or raise `BadSetting`."""
    if not isinstance(value, str):
        raise source.wrong(name, f'{called(name)} must be keys: "j,down"')
    for key in value.split(","):
        if not key.strip():
            raise source.wrong(name, f"{called(name)}: a key is missing (a comma is called comma)")
        if key_name(key) is None:
            near = meant(key.strip(), _NAMED | _signs())
            raise source.wrong(name, f"{called(name)}: no key {key.strip()}{near}")
        if key.strip().isdecimal() and key.strip() != "0":  # with which no number begins
            raise source.wrong(name, f"{called(name)}: {key.strip()} is for counts, as in 5j")
    return ",".join(key_names(value))


def key_names(keys: str) -> tuple[str, ...]:
    """Give the names of keys separated by commas, each once; those that do not exist as said."""
    return tuple(dict.fromkeys(key_name(key) or key.strip() for key in keys.split(",")))


def key_name(key: str) -> str | None:
    """Give a key's name, `ctrl+shift+up` or `question_mark` for `?`; None where there is none."""
    held, _, last = key.strip().rpartition("+")
    if not last:  # the key is + itself
        held, last = held.removesuffix("+"), "+"
    modifiers = set(held.lower().split("+")) if held else set()
    if len(last) == 1 and modifiers:
        last = last.lower()
    if modifiers == {"shift"} and len(last) == 1 and last.isalpha():
        modifiers, last = set(), last.upper()
    name = _sign(last) if len(last) == 1 else last.lower()
    function = re.fullmatch(r"f([1-9]|1\d|2[0-4])", name)
    exists = len(name) == 1 or name in _NAMED or name in _signs() or function
    return "+".join([*sorted(modifiers), name]) if exists and modifiers <= _MODIFIERS else None


def _sign(character: str) -> str:
    """Give the name of a character that is neither letter nor digit; these are their own names."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name) or character


@cache
def _signs() -> frozenset[str]:
    """Give the names of the signs on keyboards of the Latin alphabet."""
    return frozenset(_sign(chr(code)) for code in (*range(33, 127), *range(161, 256)))
