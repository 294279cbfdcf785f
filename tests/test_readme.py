"""The README says what is true: its keys are the bindings, its pictures are there."""

import re
from pathlib import Path

import pytest

from tui.screens.bindings import key_table

README = Path(__file__).parent.parent / "README.md"


@pytest.mark.parametrize("scope", [("page",), ("reading",), ("comparing", "reading")])
def test_the_keys_of_the_readme_are_the_bindings(scope: tuple[str, ...]) -> None:
    assert key_table(*scope) in README.read_text("utf-8")


def test_the_pictures_of_the_readme_are_there() -> None:
    text = README.read_text("utf-8")
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)
    assert len(pictures) == 2
    assert all((README.parent / picture).is_file() for picture in pictures)
