"""Several documents in, a telling word and a letter for each out, where there is little room."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

from tui.document import Document

OPENING = 20_000
"""Code points of a document that are looked at."""
CAPITALISED = re.compile(r"(?<![.!?:“\"\n]\s)\b[^\W\d_a-z][^\W\d_]{2,}")
"""A capitalised word that does not begin a sentence."""
ANY = ascii_uppercase + ascii_lowercase + digits
"""The letters to take when the words give none; `*` after that."""


class Label(NamedTuple):
    """What to call a document in a narrow column, and in a line."""

    letter: str
    """Its own among the documents."""
    word: str
    """A word of the document, or its number."""


def labels(documents: Sequence[Document]) -> tuple[Label, ...]:
    """Call each document by the name that it uses much and the others don't."""
    counts = [
        Counter(CAPITALISED.findall(f"{document.title} , {document.text[:OPENING]}"))
        for document in documents
    ]
    everywhere: Counter[str] = Counter()
    for count in counts:
        everywhere.update(count)
    taken: set[str] = set()
    words: set[str] = set()
    chosen: list[Label] = []
    for number, count in enumerate(counts, 1):
        telling = sorted(count, key=lambda word: (-(count[word] ** 2) / everywhere[word], word))
        word = next((word for word in telling if word not in words), str(number))
        letters = (letter.upper() for word in telling[:9] for letter in (word[0], *word[1:]))
        letter = next((c for c in (*letters, *ANY) if c not in taken and len(c) == 1), "*")
        taken.add(letter)
        words.add(word)
        chosen.append(Label(letter, word))
    return tuple(chosen)
