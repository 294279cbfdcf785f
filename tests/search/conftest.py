from __future__ import annotations

from pathlib import Path

import pytest

from tui.document import Document
from tui.ingest import read
from tui.search import Index

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def seeds() -> tuple[Document, ...]:
    return tuple(d for path in sorted(SEEDS.glob("*.txt")) for d in read(str(path)))


@pytest.fixture(scope="session")
def index(seeds: tuple[Document, ...]) -> Index:
    return Index.of(seeds)
