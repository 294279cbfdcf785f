from __future__ import annotations

from pathlib import Path

import pytest

from tui.document import Document
from tui.ingest.text import read_text
from tui.outline import missing_lists, outline, section_at

SEEDS = Path(__file__).parents[2] / "seeds"


def opened(name: str) -> Document:
    (path,) = SEEDS.glob(f"{name}_*.txt")
    return read_text(str(path), path.read_bytes())


@pytest.fixture(scope="module")
def paper() -> Document:
    return opened("000")


def lines(document: Document, level: int = 1) -> dict[str, int]:
    return {s.title: document.line_at(s.start) for s in outline(document) if s.level == level}


def test_the_stripped_paper_has_the_sections_that_it_announces(paper: Document) -> None:
    assert lines(paper) == {
        "Abstract": 1,
        "Keywords": 2,
        "Introduction": 3,
        "Theoretical and empirical literature": 11,
        "Conceptual framework": 18,
        "Methodological approach": 27,
        "Case studies": 36,
        "Discussion": 63,
        "Policy recommendations": 79,
        "Conclusion": 86,
    }


def test_every_inferred_section_says_why_and_how_sure(paper: Document) -> None:
    for section in outline(paper):
        assert section.reason
        assert 0 < section.confidence < 1
        assert section.origin in ("inferred", "detected")
        assert 0 < len(section.title) <= 60
        assert section.title[0].isupper() or section.title[0].isdigit()


def test_the_report_has_its_four_sub_headings() -> None:
    document = opened("002")
    assert [(s.title, s.origin) for s in outline(document)] == [
        ("Preparatory Diplomacy: Laying the Groundwork", "detected"),
        ("Shared Tech Aspirations", "detected"),
        ("Trade Outlook: Rebuilding Economic Ties", "detected"),
        ("A Step Toward a Global Rwanda", "detected"),
    ]


def test_no_landmark_is_nameless() -> None:
    document = read_text("a.txt", b"." * 9000 + b"\n\n" + b"word. " * 2000)
    assert all(section.title for section in outline(document))


def test_a_column_without_sections_gets_landmarks_and_no_invented_sections() -> None:
    sections = outline(opened("001"))
    assert sections
    assert all(s.reason.startswith("landmark") for s in sections)


def test_sections_lie_within_their_parents_and_cover_the_text_after_the_first(
    paper: Document,
) -> None:
    sections = outline(paper)
    top = [s for s in sections if s.level == 1]
    assert [s.end for s in top] == [*(s.start for s in top[1:]), len(paper.text)]
    for section in sections:
        holder = section_at(paper, section.start)
        assert holder is section
        assert section.start < section.end


def test_the_deepest_section_holds_an_offset(paper: Document) -> None:
    inside = paper.text.index("It was elected with 148 votes")
    section = section_at(paper, inside)
    assert section is not None
    top = [s for s in outline(paper) if s.level == 1 and s.start <= inside < s.end]
    assert [s.title for s in top] == ["Case studies"]


def test_an_announced_list_that_is_missing_is_noted(paper: Document) -> None:
    texts = [paper.paragraphs[i] for i in missing_lists(paper)]
    assert texts
    assert all(paper.text[p.end - 1] == ":" for p in texts)
    present = read_text("a.txt", b"Three things:\n\n- one\n- two\n\nThat is all there is to say.")
    assert missing_lists(present) == ()
