"""Small files of each format, made by hand: what is written in them is known."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import NamedTuple

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Words(NamedTuple):
    """Words set on a page of a PDF."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "F1"


def column(x: float, top: float, lines: Iterable[str], size: float = 10) -> list[Words]:
    """Lines below each other, their pitch 1.2 times their size."""
    return [Words(x, top - 1.2 * size * i, line, size) for i, line in enumerate(lines)]


def pdf(
    pages: Sequence[Sequence[Words]],
    *,
    bookmarks: Sequence[tuple[str, int]] = (),
    encrypted: bool = False,
    title: str = "",
    face: str = "",
) -> bytes:
    """A PDF in Helvetica (F1), its bold (F2) and Courier (F3); bookmarks are (title, page from 0).

    `face` says more of F1, as what a font's dictionary of descriptions holds.
    """
    objects: dict[int, bytes] = {}
    first_page, first_mark = 10, 10 + 2 * len(pages)
    kids = " ".join(f"{first_page + 2 * i} 0 R" for i in range(len(pages)))
    outlines = f"/Outlines {first_mark} 0 R" if bookmarks else ""
    objects[1] = f"<</Type/Catalog/Pages 2 0 R{outlines}>>".encode()
    objects[2] = f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode()
    described = b"/FontDescriptor 6 0 R" if face else b""
    objects[3] = (
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding%s>>" % described
    )
    objects[6] = f"<</Type/FontDescriptor/FontName/Helvetica/Flags 4{face}>>".encode()
    objects[4] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"
    objects[7] = b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
    objects[5] = (
        f"<</Title({title})/CreationDate(D:20250528101500Z)/Author(Ann B; Carl D)>>".encode()
    )
    for number, page in enumerate(pages):
        content = b"\n".join(_shown(words) for words in page)
        at = first_page + 2 * number
        objects[at] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {at + 1} 0 R"
            "/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 7 0 R>>>>>>"
        ).encode()
        objects[at + 1] = b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)
    for number, (name, page_number) in enumerate(bookmarks, 1):
        following = f"/Next {first_mark + number + 1} 0 R" if number < len(bookmarks) else ""
        objects[first_mark + number] = (
            f"<</Title({name})/Parent {first_mark} 0 R{following}"
            f"/Dest[{first_page + 2 * page_number} 0 R/Fit]>>"
        ).encode()
    if bookmarks:
        last = first_mark + len(bookmarks)
        objects[first_mark] = (
            f"<</Type/Outlines/First {first_mark + 1} 0 R/Last {last} 0 R/Count {len(bookmarks)}>>"
        ).encode()
    return _assembled(objects, encrypted)


def _shown(words: Words) -> bytes:
    text = words.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    place = f"BT /{words.font} {words.size} Tf 1 0 0 1 {words.x} {words.y} Tm (".encode()
    return place + text.encode("cp1252") + b") Tj ET"


def _assembled(objects: dict[int, bytes], encrypted: bool) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places: dict[int, int] = {}
    for number, body in sorted(objects.items()):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start, size = out.tell(), max(objects) + 1
    out.write(b"xref\n0 1\n0000000000 65535 f \n")
    for number, place in places.items():
        out.write(b"%d 1\n%010d 00000 n \n" % (number, place))
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (
        b"11" * 32,
        b"22" * 32,
    )
    extra = lock if encrypted else b""
    out.write(b"trailer\n<</Size %d/Root 1 0 R/Info 5 0 R%s>>\n" % (size, extra))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def zipped(members: dict[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def docx(body: str, *, core: str = "", **members: str) -> bytes:
    """A Word file with this inside its body; the members are parts beside it, by name."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/></w:style>'
        for style_id, name in (
            ("T", "Title"),
            ("H1", "heading 1"),
            ("H2", "heading 2"),
            ("C", "caption"),
            ("Q", "Quote"),
            ("TOC1", "toc 1"),
        )
    )
    parts: dict[str, str | bytes] = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
    }
    for name, xml in members.items():
        parts[f"word/{name}.xml"] = f'<w:x xmlns:w="{W}">{xml}</w:x>'
    return zipped({**parts, "docProps/core.xml": core} if core else parts)


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """A paragraph of a Word file."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def epub(
    chapters: Sequence[str], *, metadata: str = "", contents: str = "", **others: str
) -> bytes:
    """An e-book whose chapters are these bodies; `contents` is the inside of its list of them."""
    items = "".join(
        f'<item id="c{i}" href="text/c{i}.xhtml" media-type="application/xhtml+xml"/>'
        for i in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{i}"/>' for i in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}"
        '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        f"</manifest><spine>{spine}</spine></package>"
    )
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/>'
        "</rootfiles></container>",
        "OEBPS/book.opf": package,
        "OEBPS/nav.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{contents}</body></html>',
        **{f"META-INF/{name}.xml": xml for name, xml in others.items()},
    }
    for number, body in enumerate(chapters):
        members[f"OEBPS/text/c{number}.xhtml"] = (
            '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>never seen</title></head><body>{body}</body></html>"
        )
    return zipped(members)
