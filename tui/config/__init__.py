"""What the reader can set: a TOML file in; settings, or one line that says what is wrong, out."""

from tui.config.keys import Bound, check_keys
from tui.config.settings import VARIABLE, Settings, check_theme, load, location, printed
from tui.config.source import BadSetting

__all__ = [
    "VARIABLE",
    "BadSetting",
    "Bound",
    "Settings",
    "check_keys",
    "check_theme",
    "load",
    "location",
    "printed",
]
