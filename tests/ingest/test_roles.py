from __future__ import annotations

from pathlib import Path

import pytest

from tui.ingest.kinds import tell
from tui.ingest.roles import guess
from tui.ingest.text import read_text, split

SEEDS = Path(__file__).parents[2] / "seeds"
NEWS = "The minister said on Monday that trade had grown, according to the agency. He left. " * 6
STUDY = "Small states act (Vital, 1967; Smith et al., 2009) in this study, as we show. "


@pytest.mark.parametrize(("name", "role"), [("000", "paper"), ("001", "report"), ("002", "report")])
def test_the_seeds_are_one_paper_and_two_reports(name: str, role: str) -> None:
    (path,) = SEEDS.glob(f"{name}_*.txt")
    document = read_text(str(path), path.read_bytes())
    assert document.role == role
    assert document.role_reason


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (NEWS, "report"),
        (NEWS * 40, "report"),
        (STUDY * 40, "paper"),
        ("Abstract\n\n" + STUDY * 20 + "\n\nReferences\n\nVital (1967)", "paper"),
        ("Short.", "report"),
        ("", "report"),
    ],
)
def test_length_citations_and_manner_tell_the_role(text: str, role: str) -> None:
    found, reason = guess(text, tell(text, split(text)))
    assert found == role
    assert reason
