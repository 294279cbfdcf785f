"""Dates as sources write them become ISO 8601, as exact as they are."""

import pytest

from tui.ingest.dates import iso_date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2025-05-28T10:00:00Z", "2025-05-28"),
        ("2025-05", "2025-05"),
        ("2025", "2025"),
        ("2025/05/28 10:00", "2025-05-28"),
        ("20250528", "2025-05-28"),
        ("28 May 2025", "2025-05-28"),
        ("Wed, 28 May 2025 10:00:00 GMT", "2025-05-28"),
        ("May 28, 2025", "2025-05-28"),
        ("Published: Sept. 3rd, 2024 at 10:00", "2024-09-03"),
        ("August 2024", "2024-08"),
        ("1748426400", "2025-05-28"),
        ("1748426400000", "2025-05-28"),
        ("05/06/2025", ""),  # May or June?
        ("2025-77", "2025"),
        ("45 May 2025", "2025-05"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(words: str, date: str) -> None:
    assert iso_date(words) == date
