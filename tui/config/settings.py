"""A TOML file in, the reader's settings out; and settings in, the file that would make them out."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.config.keys import Bound, name_of, names_of
from tui.config.source import BadSetting, Name, Source, called, meant, quoted

VARIABLE = "SIDELIGHT_CONFIG"
"""The environment variable that names another file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the reader can set; each field's default is what holds without a file."""

    theme: str = ""
    """The name of the theme; empty for the one used last."""
    width: int = 76
    """The length of the page's lines, in cells."""
    contents: bool = True
    """Whether the contents are shown at the start, where there is room for them."""
    mouse: bool = True
    """Whether the program takes the mouse; otherwise it stays the terminal's."""
    threshold: float = 0.5
    """The strength, 0..1, below which the reports are silent on a claim."""
    keys: tuple[tuple[str, str], ...] = ()
    """An action's id and its keys, separated by commas, for each that is not as it comes."""
    source: Source = field(default=Source(Path("config.toml")), compare=False, repr=False)
    """What they were read from."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A value that the file may hold, apart from the keys."""

    attribute: str
    """The field of `Settings`; the type of its default is the value's."""
    says: str
    """What it does, in a line for the reader."""
    least: float = 0
    """For a number, the smallest that is allowed."""
    most: float = 0
    """And the greatest."""


_KNOWN: Mapping[Name, _Known] = {
    ("theme",): _Known("theme", "The name of a theme; empty for the one used last"),
    ("width",): _Known("width", "The length of the page's lines, 24 to 200 cells", 24, 200),
    ("contents",): _Known("contents", "Whether the contents are shown at the start"),
    ("mouse",): _Known("mouse", "Whether the mouse is the program's, not the terminal's"),
    ("compare", "threshold"): _Known(
        "threshold", "The strength, 0 to 1, below which the reports are silent on a claim", 0, 1
    ),
}
_TABLES = ("compare", "keys")
_TYPES = {str: "text in quotes", bool: "true or false", int: "a whole number", float: "a number"}


def location(path: Path | None = None) -> Path:
    """Give where the settings are: the path named, else the environment's, else the usual one."""
    if named := path or os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("sidelight") / "config.toml"


def load(path: Path | None = None) -> Settings:
    """Read the settings; what is not in the file, or all where there is none, is as it comes.

    Raises `BadSetting` for a file that cannot be read, or was named and is not there, for broken
    TOML, unknown names, wrong types, numbers out of range, and keys that do not exist.
    """
    file = location(path)
    try:
        source = Source(file, file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        if path or os.environ.get(VARIABLE):
            raise BadSetting(file, 0, "no such file") from None
        return Settings(source=Source(file))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BadSetting(file, line, "not UTF-8") from None
    except OSError as error:
        raise BadSetting(file, 0, (error.strerror or str(error)).lower()) from None
    return _settings(source)


def _settings(source: Source) -> Settings:
    values: dict[str, Any] = {}
    keys: dict[str, str] = {}
    for name, value in source.values():
        if name[0] == "keys" and len(name) > 1 and value != {}:
            action = ".".join(name[1:])
            if action in keys:
                raise source.wrong(name, f"the keys of {action} are said twice")
            keys[action] = names_of(source, name, value)
        elif known := _KNOWN.get(name):
            values[known.attribute] = _checked(source, name, value, known)
        elif value != {} or (name[0] != "keys" and name != ("compare",)):
            raise source.wrong(name, _unknown(name))
    return Settings(**values, keys=tuple(keys.items()), source=source)


def _unknown(name: Name) -> str:
    if len(name) == 1 and name[0] in _TABLES:
        return f"{called(name)} is a table: [{called(name)}]"
    known = [*map(called, _KNOWN), *_TABLES]
    return f"no setting {called(name)}{meant(called(name), known)}"


def _checked(source: Source, name: Name, value: object, known: _Known) -> object:
    """Give the value as its field has it, or say what it should be."""
    kind = type(getattr(Settings(), known.attribute))
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        raise source.wrong(name, f"{called(name)} must be {_TYPES[kind]}")
    if known.most and isinstance(value, int | float) and not known.least <= value <= known.most:
        reason = f"{called(name)} must be {known.least:g} to {known.most:g}, not {value:g}"
        raise source.wrong(name, reason)
    return value


def check_theme(settings: Settings, themes: Collection[str]) -> None:
    """Raise `BadSetting` where the theme is none of those there are."""
    theme = settings.theme
    if theme and theme not in themes:
        raise settings.source.wrong(("theme",), f"no theme {theme}{meant(theme, themes)}")


def printed(settings: Settings, bindings: Iterable[Bound] = ()) -> str:
    """Write all settings as TOML that `load` reads back to the same, each with where it is set.

    With `bindings`, the keys that are as they come are listed too, as comments.
    """
    return "\n".join(_lines(settings, bindings)) + "\n"


def _lines(settings: Settings, bindings: Iterable[Bound]) -> Iterator[str]:
    source = settings.source
    lines = {name: f"line {source.line_of(name)}" for name, _ in source.values()}
    there = (
        f"the lines are those of {_commented(source.path)}"
        if source.text
        else (f"nothing is set in {_commented(source.path)}")
    )
    yield f"# {there}; {VARIABLE} names another file"
    table = ""
    for name, known in _KNOWN.items():
        yield ""
        if len(name) > 1 and name[0] != table:
            table = name[0]
            yield f"[{table}]"
        yield f"# {known.says}"
        value = _written(getattr(settings, known.attribute))
        yield f"{name[-1]} = {value}  # {lines.get(name, 'as it comes')}"
    yield from ("", "[keys]", "# Keys of an action, separated by commas; ctrl+q always quits")
    comes = {bound.id: bound for bound in bindings}
    for action, keys in settings.keys:
        where = lines.get(name_of(source, action), "")
        more = f"; as it comes: {quoted(comes[action].keys)}" if action in comes else ""
        yield f"{quoted(action)} = {quoted(keys)}  # {where}{more}"
    for action, bound in comes.items():
        if action not in dict(settings.keys):
            yield f"# {quoted(action)} = {quoted(bound.keys)}  # {bound.says}"


def _commented(path: Path) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in str(path))


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return quoted(value) if isinstance(value, str) else repr(value)
