from collections.abc import Sequence

from tui.document import Document, Paragraph
from tui.panes.layout import Layout, Row


def document(*paragraphs: str) -> Document:
    spans, at = [], 0
    for text in paragraphs:
        spans.append(Paragraph(at, at + len(text)))
        at += len(text) + 1
    return Document("d", "\n".join(paragraphs), tuple(spans), "")


def words(layout: Layout, rows: Sequence[Row]) -> list[str]:
    text = layout.document.text
    return [row.text or text[row.start : row.end] for row in rows]


THREE = document("one two three", "four five", "six")


def test_a_screen_begins_anywhere_and_ends_with_the_document() -> None:
    layout = Layout(THREE, 8)
    assert words(layout, layout.window((0, 1), 4)) == ["three", "", "four", "five"]
    assert words(layout, layout.window((2, 0), 10)) == ["six"]


def test_moving_down_and_up_again_comes_back() -> None:
    layout = Layout(THREE, 8)
    assert layout.moved((0, 0), 3) == (1, 0)
    assert layout.moved(layout.moved((0, 0), 5), -5) == (0, 0)


def test_no_move_leaves_the_document() -> None:
    layout = Layout(THREE, 8)
    assert layout.moved((0, 0), -7) == (0, 0)
    assert layout.moved((0, 0), 1000) == (2, 0)


def test_the_last_top_puts_the_last_row_at_the_bottom() -> None:
    layout = Layout(THREE, 8)
    assert words(layout, layout.window(layout.last_top(3), 3)) == ["five", "", "six"]


def test_every_offset_has_the_row_that_shows_it() -> None:
    layout = Layout(THREE, 8)
    for offset in range(len(THREE.text)):
        index, number = layout.place_of(offset)
        row = layout.rows(index)[number]
        assert row.start <= offset <= row.end or THREE.text[offset].isspace()


def test_inferred_headings_stand_above_and_notes_below_without_changing_offsets() -> None:
    layout = Layout(THREE, 20, {1: "≈ Method"}, {1: "(list missing)"})
    rows = layout.window((1, 0), 9)
    assert words(layout, rows) == ["≈ Method", "", "four five", "(list missing)", "", "six"]
    assert layout.place_of(14) == (1, 2)


def test_only_the_paragraphs_in_view_are_wrapped() -> None:
    layout = Layout(document(*["word " * 30] * 50_000), 40)
    layout.window(layout.place_of(len(layout.document.text) // 2), 40)
    assert len(layout._rows) < 60


def test_an_empty_document_has_no_rows() -> None:
    layout = Layout(document(), 40)
    assert layout.window((0, 0), 10) == []
    assert layout.last_top(10) == layout.moved((0, 0), 5) == (0, 0)
