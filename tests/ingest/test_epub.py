"""An e-book is read chapter by chapter, in the order of its spine."""

import pytest

from tests.ingest.writers import epub
from tui.document import Document, Unreadable
from tui.ingest import read

METADATA = (
    "<dc:title>On Reading</dc:title><dc:creator>Ann B</dc:creator><dc:creator>Carl D</dc:creator>"
    "<dc:publisher>Reader Press</dc:publisher><dc:date>2025-05-28T00:00:00Z</dc:date>"
)


def opened(*chapters: str, contents: str = "", metadata: str = METADATA) -> Document:
    (document,) = read("a.epub", epub(chapters, metadata=metadata, contents=contents))
    return document


def blocks(document: Document) -> list[tuple[str, int, str]]:
    return [(p.kind, p.level, document.text[p.start : p.end]) for p in document.paragraphs]


def test_chapters_follow_the_spine_with_their_headings() -> None:
    document = opened(
        "<section><h1>One</h1><p>The first <i>chapter</i>’s\n words.</p><h2>Deeper</h2>"
        "<p>More words.</p></section>",
        "<h1>Two</h1><p>The second.<br/>A new line.</p><hr/><pre>x = 1\n  y</pre>",
    )
    assert blocks(document) == [
        ("heading", 1, "One"),
        ("body", 0, "The first chapter’s words."),
        ("heading", 2, "Deeper"),
        ("body", 0, "More words."),
        ("heading", 1, "Two"),
        ("body", 0, "The second.\nA new line."),
        ("code", 0, "x = 1\n  y"),
    ]


def test_lists_quotes_tables_and_captions_have_their_kinds() -> None:
    document = opened(
        "<h1>One</h1><ul><li>one</li><li>two<ol><li>deep</li></ol></li></ul>"
        "<blockquote><p>Quoted.</p></blockquote>"
        "<figure><img alt=''/><figcaption>A picture of it.</figcaption></figure>"
        "<table><caption>Trade</caption><tr><th>Year</th><th>Trade</th></tr>"
        "<tr><td>2024</td><td>381</td></tr></table>"
    )
    assert blocks(document)[1:] == [
        ("list", 1, "• one"),
        ("list", 1, "• two"),
        ("list", 2, "1. deep"),
        ("quote", 0, "Quoted."),
        ("caption", 0, "A picture of it."),
        ("caption", 0, "Trade"),
        ("table", 0, "Year │ Trade"),
        ("table", 0, "2024 │ 381"),
    ]


def test_a_chapter_without_a_heading_takes_its_name_from_the_contents() -> None:
    document = opened(
        "<p>The words of the first.</p>",
        "<h1>Its own</h1><p>The words of the second.</p>",
        contents='<nav><a href="text/c0.xhtml">Named one</a><a href="text/c1.xhtml">No</a></nav>',
    )
    headings = [text for kind, _, text in blocks(document) if kind == "heading"]
    assert headings == ["Named one", "Its own"]


def test_the_package_says_title_authors_publisher_and_date() -> None:
    document = opened("<p>The words.</p>")
    assert document.title == "On Reading"
    assert document.authors == ("Ann B", "Carl D")
    assert document.outlet == "Reader Press"
    assert document.date == "2025-05-28"


def test_the_entities_of_html_are_known_without_its_definitions() -> None:
    document = opened("<p>Words&nbsp;&mdash; and &eacute;&amp;&lt;.</p>")
    assert document.text == "Words — and é&<."


def test_a_book_under_a_lock_is_refused() -> None:
    lock = (
        '<encryption><e:EncryptedData xmlns:e="x"><e:CipherData>'
        '<e:CipherReference URI="OEBPS/text/c0.xhtml"/></e:CipherData></e:EncryptedData>'
        "</encryption>"
    )
    with pytest.raises(Unreadable, match="encrypted"):
        read("a.epub", epub(["<p>Words.</p>"], encryption=lock))


def test_a_locked_font_locks_no_book() -> None:
    lock = '<encryption><e xmlns="x"><CipherReference URI="OEBPS/font.otf"/></e></encryption>'
    assert read("a.epub", epub(["<p>Words.</p>"], encryption=lock))[0].text == "Words."


def test_an_empty_book_is_refused() -> None:
    with pytest.raises(Unreadable, match="no text in it"):
        read("a.epub", epub(["<p> </p>"]))


def test_a_chapter_that_cannot_be_unpacked_is_named() -> None:
    data = bytearray(epub([f"<p>{'Words of all kinds. ' * 50}</p>"]))
    begins = data.index(b"OEBPS/text/c0.xhtml") + len(b"OEBPS/text/c0.xhtml")
    data[begins + 8 : begins + 40] = bytes(32)
    with pytest.raises(Unreadable) as refusal:
        read("a.epub", bytes(data))
    assert refusal.value.reason == "damaged: OEBPS/text/c0.xhtml cannot be unpacked"
