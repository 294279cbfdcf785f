"""A web page is read as its article: no menus, headings as marked, metadata from the page."""

import pytest

from tui.document import Unreadable
from tui.ingest import read
from tui.ingest.html import decode

PROSE = (
    "The ministers of both countries met in the capital on Wednesday and spoke about trade, "
    "visas and flights, and signed agreements that the parliaments will have to ratify this year."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Trade grows – The Daily Reader</title>
<meta property="og:title" content="Trade grows between two countries">
<meta property="og:site_name" content="The Daily Reader">
<meta name="author" content="Ann Bell">
<meta property="article:published_time" content="2025-05-28T10:00:00Z">
<link rel="canonical" href="https://reader.example/trade-grows">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Trade grows between two countries</h1>
<p>{PROSE} First.</p><p>{PROSE} Second.</p>
<h2>What was signed</h2>
<p>{PROSE} Third.</p>
<ul><li>An agreement on the visas of students and of workers.</li>
<li>An agreement on flights between the two capitals.</li></ul>
<h2>What comes next</h2>
<p>{PROSE} Fourth.</p><p>{PROSE} Fifth.</p>
</article>
<footer><p>Copyright 2025 The Daily Reader. All rights reserved.</p></footer>
</body></html>"""
MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://reader.example/trade\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n'
    "--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    "--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    f"{PAGE}\r\n--B--\r\n"
)


@pytest.mark.parametrize("data", [PAGE.encode(), MHTML.encode()], ids=["html", "mhtml"])
def test_the_article_is_read_and_the_page_around_it_is_not(data: bytes) -> None:
    (document,) = read("saved", data)
    for number in ("First", "Second", "Third", "Fourth", "Fifth"):
        assert number in document.text
    assert "Home" not in document.text
    assert "rights reserved" not in document.text
    headings = [p for p in document.paragraphs if p.kind == "heading"]
    shown = [(document.text[p.start : p.end], p.level, p.origin) for p in headings]
    assert shown == [("What was signed", 1, "given"), ("What comes next", 1, "given")]
    items = [document.text[p.start : p.end] for p in document.paragraphs if p.kind == "list"]
    assert items[1] == "• An agreement on flights between the two capitals."


def test_the_page_says_its_title_authors_outlet_date_and_address() -> None:
    (document,) = read("a.html", PAGE.encode())
    assert document.title == "Trade grows between two countries"
    assert document.authors == ("Ann Bell",)
    assert document.outlet == "The Daily Reader"
    assert document.date == "2025-05-28"
    assert document.url == "https://reader.example/trade-grows"


def test_an_article_that_is_parted_into_boxes_is_read_to_its_end() -> None:
    boxes = "".join(
        f'<div class="chunk"><div class="ad"><p>Subscribe now.</p></div><div class="article__body">'
        f"{''.join(f'<p>Part {box}, paragraph {i}: {PROSE}</p>' for i in range(6))}</div></div>"
        for box in range(3)
    )
    page = f"<html><body><article><h1>Title</h1>{boxes}</article></body></html>"
    (document,) = read("a.html", page.encode())
    for box in range(3):
        assert f"Part {box}, paragraph 5" in document.text


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><nav><a href='/a'>A</a> <a href='/b'>B</a></nav></body></html>",
        "<!doctype html><script>var words = 'never read';</script>",
        "<html><body>" + "<div>" * 5000,
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read("a.html", page.encode())
    assert refusal.value.reason in ("no article in this page", "no text in it")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é".encode(), "é"),
        ("é".encode("utf-8-sig"), "é"),
        ("é".encode("utf-16"), "é"),
        (b'<meta charset="iso-8859-1">\x93\xe9\x94', '<meta charset="iso-8859-1">“é”'),
        (b"<meta charset=windows-1251>\xc7\xe0", "<meta charset=windows-1251>За"),
        (b"<meta charset=nonsense>\xe9", "<meta charset=nonsense>é"),
        (b"\xe9", "é"),
    ],
)
def test_a_page_is_decoded_as_browsers_do(data: bytes, text: str) -> None:
    assert decode(data) == text
