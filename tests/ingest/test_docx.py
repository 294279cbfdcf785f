"""A Word file is read with its headings, lists, tables and notes; what is hidden stays hidden."""

import pytest

from tests.ingest.writers import docx, paragraph, zipped
from tui.document import Document, Unreadable
from tui.ingest import parts, read

ITEM = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
)


def blocks(document: Document) -> list[tuple[str, int, str]]:
    return [(p.kind, p.level, document.text[p.start : p.end]) for p in document.paragraphs]


def opened(body: str, **members: str) -> Document:
    (document,) = read("a.docx", docx(body, **members))
    return document


def test_styles_make_titles_headings_captions_and_quotes() -> None:
    document = opened(
        paragraph("On Trade", "T")
        + paragraph("Introduction", "H1")
        + paragraph("Trade between the two countries grew in the year 2024.")
        + paragraph("Numbers", "H2")
        + paragraph("Figure 1: Trade by year", "C")
        + paragraph("It grew, he said.", "Q")
    )
    assert blocks(document) == [
        ("title", 0, "On Trade"),
        ("heading", 1, "Introduction"),
        ("body", 0, "Trade between the two countries grew in the year 2024."),
        ("heading", 2, "Numbers"),
        ("caption", 0, "Figure 1: Trade by year"),
        ("quote", 0, "It grew, he said."),
    ]
    assert document.title == "On Trade"


def test_an_outline_level_makes_a_heading_too() -> None:
    document = opened(
        paragraph("Methods", properties='<w:outlineLvl w:val="0"/>')
        + paragraph("Deeper", properties='<w:outlineLvl w:val="2"/>')
        + paragraph("The words of the text.")
        + paragraph("Results", properties='<w:outlineLvl w:val="0"/>')
    )
    assert [(kind, level) for kind, level, _ in blocks(document)] == [
        ("heading", 1),
        ("heading", 2),
        ("body", 0),
        ("heading", 1),
    ]


def test_lists_are_counted_as_word_counts_them() -> None:
    body = "".join(
        paragraph(words, properties=ITEM.format(depth, 7))
        for words, depth in (("one", 0), ("deep", 1), ("deeper", 1), ("two", 0), ("again", 1))
    )
    document = opened(body + paragraph("loose", properties=ITEM.format(0, 9)), numbering=NUMBERING)
    assert [text for _, _, text in blocks(document)] == [
        "1. one",
        "1.a) deep",
        "1.b) deeper",
        "2. two",
        "2.a) again",
        "• loose",
    ]


def test_tables_stand_in_columns_and_frames_of_one_column_dissolve() -> None:
    def row(*cells: str) -> str:
        inner = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
        return f"<w:tr>{inner}</w:tr>"

    table = f"<w:tbl>{row('Year', 'Trade')}{row('2024', '381,700')}</w:tbl>"
    frame = f"<w:tbl>{row('Framed words of a text.')}</w:tbl>"
    assert blocks(opened(table + frame)) == [
        ("table", 0, "Year │ Trade"),
        ("table", 0, "2024 │ 381,700"),
        ("body", 0, "Framed words of a text."),
    ]


def test_notes_stand_at_the_end_by_their_numbers() -> None:
    body = (
        "<w:p><w:r><w:t>Trade grew</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:t> in 2024.</w:t></w:r></w:p>'
    )
    notes = f'<w:footnote w:id="5">{paragraph("By the ministry’s count.")}</w:footnote>'
    assert [text for _, _, text in blocks(opened(body, footnotes=notes))] == [
        "Trade grew[1] in 2024.",
        "[1] By the ministry’s count.",
    ]


def test_deleted_words_and_doubled_shapes_are_not_read() -> None:
    body = (
        "<w:p><w:r><w:t>It was </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>always</w:t></w:r></w:ins><w:r><w:t> so.</w:t></w:r>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:p>"
    )
    assert [text for _, _, text in blocks(opened(body))] == ["It was always so.", "In a box."]


def test_core_properties_are_metadata() -> None:
    core = (
        '<c xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        "<dc:title>On Trade</dc:title><dc:creator>Ann B; Carl D</dc:creator>"
        "<t:created>2025-05-28T10:00:00Z</t:created></c>"
    )
    (document,) = read("a.docx", docx(paragraph("The words."), core=core))
    assert document.title == "On Trade"
    assert document.authors == ("Ann B", "Carl D")
    assert document.date == "2025-05-28"


def test_an_entity_that_expands_without_end_is_never_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "words words words words">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
    )
    members: dict[str, str | bytes] = {
        "word/document.xml": bomb + "]>"
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{paragraph('&j;The end.')}</w:body></w:document>"
    }
    (part,) = parts("a.docx", zipped(members))
    assert isinstance(part, Unreadable) or len(part.text) < 100


def test_a_member_far_larger_than_its_archive_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.ingest.archive._LARGEST", 10_000)
    with pytest.raises(Unreadable, match="far too large"):
        read("a.docx", docx(paragraph("words " * 10_000)))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK is how prose may begin, too.", "no DOCX file: its content is plain text"),
        (docx(""), "no text in it"),
        (zipped({"word/document.xml": "no XML at all"}), "damaged: word/document.xml is no XML"),
    ],
)
def test_a_broken_word_file_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read("a.docx", data)
    assert refusal.value.reason == reason
