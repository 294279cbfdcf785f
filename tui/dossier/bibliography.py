"""A dossier in, its documents as BibTeX entries out, each with a key of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

from tui.document import Document
from tui.dossier import facts
from tui.dossier.model import Dossier

_ESCAPED = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_",
}  # fmt: skip
"""What LaTeX takes for an order; braces must pair even where they are escaped."""
_TABLE = str.maketrans(_ESCAPED)
_WORD = re.compile(r"[a-z]{4,}")
MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
"""The names that BibTeX knows, three letters each."""


def entries(dossier: Dossier) -> Iterator[str]:
    """Yield the entries, the paper's first."""
    taken: Counter[str] = Counter()
    for document in dossier.documents:
        base = key(document)
        taken[base] += 1
        own = base if taken[base] == 1 else f"{base}-{taken[base]}"
        fields = ",\n".join(f"  {name} = {value}" for name, value in fields_of(document))
        yield f"@misc{{{own},\n{fields}\n}}\n\n"


def key(document: Document) -> str:
    """Give who, when and what about in plain letters: `newtimes2025kazakhstan`."""
    author = document.authors[0].split()[-1] if document.authors else document.outlet
    who = "".join(re.findall(r"[a-z]+", ascii_only(author)))
    about = _WORD.search(ascii_only(document.name))
    return f"{who}{document.date[:4]}{about[0] if about else ''}" or "document"


def ascii_only(text: str) -> str:
    """Give text in small letters without marks."""
    return normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def fields_of(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the names and values of the fields that the document tells."""
    if document.authors:
        yield "author", braced(" and ".join(map(person, document.authors)))
    yield "title", braced(f"{{{tex(document.name)}}}")
    if document.outlet:
        yield "howpublished", braced(tex(document.outlet))
    year, _, rest = document.date.partition("-")
    if year.isdecimal():
        yield "year", braced(year)
    if (month := rest[:2]).isdecimal() and 1 <= int(month) <= 12:
        yield "month", MONTHS[3 * int(month) - 3 : 3 * int(month)]
    if document.url:
        yield "url", braced(address(document.url))
    yield "note", braced(f"SHA-256 of the file: {document.sha256}")


def person(author: str) -> str:
    """Give a name; one that would be parted at its `and` or comma stays together."""
    whole = tex(author)
    return f"{{{whole}}}" if re.search(r"\band\b|,", author) else whole


def braced(value: str) -> str:
    """Give a value as a field has it."""
    return f"{{{value}}}"


def address(url: str) -> str:
    """Give an address, which is taken as it stands but for what would end it."""
    return re.sub(r"[{}\\\s]", lambda m: f"%{ord(m[0]):02X}", facts.line(url))


def tex(text: str) -> str:
    """Give text in one line, as LaTeX prints it."""
    return facts.line(text).translate(_TABLE)
