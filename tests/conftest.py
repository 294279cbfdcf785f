"""What every test has: folders of its own for settings, the reader's things and the cache."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the tester's own settings, ledger and cache out of the tests, and safe from them."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("SIDELIGHT_CONFIG", "SIDELIGHT_LEDGER"):
        monkeypatch.delenv(variable, raising=False)
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home
