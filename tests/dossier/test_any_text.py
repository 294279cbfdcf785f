"""Whatever stands in a document: every format can be read back, and nothing of it gets out."""

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from tests.dossier.made import small, written
from tests.dossier.test_bibliography import entries
from tests.dossier.test_tables import COLUMNS

ORDERS = "=+-@<>&\"'`|*_{}[]()\\/#$~%^!:;, \t\n\r\x00\x1b\x85\u2028\u202e\u2067\ufffe\ud800ab1é人"
TEXTS = st.text(ORDERS, min_size=1, max_size=60) | st.text(
    st.characters(exclude_categories=()), min_size=1, max_size=20
)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_every_format_is_read_back(text: str) -> None:
    dossier = small(text, text)
    rows = list(csv.reader(StringIO(written(dossier, ".csv").decode(), newline=""), strict=True))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 4
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+@\t\r")]
    page = html.fromstring(written(dossier, ".html").decode())
    assert len(page.xpath("//article")) == 2
    assert not page.xpath("//script | //article//a[not(starts-with(@href, '#'))]")
    annotations = json.loads(written(dossier, ".jsonld"))
    assert annotations["total"] == len(annotations["first"]["items"]) == 4
    archive = ZipFile(BytesIO(written(dossier, ".qdpx")))
    project = etree.fromstring(archive.read("project.qde"))
    assert len(project.findall(".//{*}PlainTextSelection")) == 5
    for document, path in zip(dossier.documents, archive.namelist()[1:], strict=True):
        assert len(archive.read(path).decode()) == len(document.text)
    assert len(entries(written(dossier, ".bib").decode())) == 3
    written(dossier, ".md").decode()
