"""A paragraph of a PDF → whether it is none of words: code, output, a formula, rows of figures."""

from __future__ import annotations

import re

from tui.ingest import furniture

_LONGEST = 600
"""Longer paragraphs, in characters, are looked at no further."""

_PROMPT = re.compile(
    r"(?:[A-Za-z]{0,8}>{1,3}|In ?\[\d+\]:|\+) (?=.*[=()\[\]{}<$_|\"])"
    r"|[A-Z]\w{0,7}> ?\w|\$ (?:[a-z./][\w./-]*)(?: [-\w.:/@=\"']+)*$"
)
"""What a console writes before that which is typed."""

_ADDRESS = re.compile(
    r"(?:https?://|www\.|doi:|10\.\d{4})\S+|[\w.+-]+@[\w.-]+|[\w./-]+\.", re.IGNORECASE
)
"""Addresses, also at the end of a reference, are often set like code."""
_CALL = re.compile(r"[A-Za-z_][\w.:$]*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\);?")
_ASSIGNED = re.compile(r"[\w.$\[\](),\"']+ ?(?:<-|:=) ?\S")
_ITEM = re.compile(r"(?:[•▪◦‣·–*]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\[\w{1,12}\])\s")

_WORDS = re.compile(
    r"[^\W\d_]{3,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|(?<!\w)(?:a|an|as|at|by|he|if|in|is"
    r"|it|no|of|on|or|to|up|us|we|de|le|la|un|et|en|es|il|zu|so)(?!\w)",
    re.IGNORECASE,
)
"""A word, or a character of a script that parts none."""

_MIXED = re.compile(r"[a-z][µͰ-Ͽ]|[µͰ-Ͽ][a-z]", re.IGNORECASE)
"""Latin and Greek letters in one: a formula's."""

_NAMED = re.compile(r"\b(?:sin|cos|tan|exp|log|min|max|lim|sup|inf|arg|det|var|cov|diag|tr)\b")
_OPENS = re.compile(r"[\"“‘'(]?[A-Z][^\W\d_]{2,}[.,;:]?\s.*[.!?][\"”’')]*$", re.DOTALL)
"""A sentence from its capital letter to its stop."""

_SIGN = re.compile(r"[=<>≤≥≈≡∼∝∈⊂→↦+±×÷·∑∏∫∂∇√⊤⊗∞′^|\\]")
_RELATION = re.compile(r"[=≤≥≈≡∼∝∈→↦∑∏∫]")
_CHARACTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SAID = 3
"""More characters than these of a script that parts no words say something."""
_NO_WORD = re.compile(r"[\d()\[\]{}|=<>+\u0370-\u03ff\u2200-\u22ff′^]")
_FIGURE = re.compile(r"\W*\d[\d.,:/eE%*+−–-]*\W*")

_SENTENCE, _MOST = 12, 0.7
"""The pieces between white space, and the share of the characters in words, of a sentence."""
_FEW, _FEWER = 0.45, 0.3
"""The share of the characters that belong to words, below which a paragraph with a sign of
relation is a formula, and below which one with any sign or figures is none of words."""

_BRIEF = 80
"""Whatever is longer and has neither signs nor many figures is prose."""


def is_code(text: str, *, mono: bool) -> bool:
    """Say whether a paragraph is to be shown as it stands, for it is no sentence.

    `mono` says that all of it is monospaced and the document's text is not. In doubt a paragraph
    is text: a caption, a list's item and what runs from a capital letter to a full stop are.
    """
    if mono:
        return _ADDRESS.fullmatch(text) is None
    if _PROMPT.match(text):  # a sentence may follow what was typed
        return len(text.split()) < _SENTENCE or _wordy(text) < _MOST
    if len(text) > _LONGEST or furniture.caption(text) or furniture.furniture(text):
        return False
    if _CALL.fullmatch(text) or (_ASSIGNED.match(text) and not _OPENS.match(text)):
        return True
    if _OPENS.match(text) or len(_CHARACTER.findall(text)) > _SAID:
        return False
    item = _ITEM.match(text) is not None
    relation = _RELATION.search(text) is not None
    signed = relation or _SIGN.search(text) is not None or _figures(text) > 0.3
    if not signed and len(text) > _BRIEF:
        return False  # prose, as almost all
    share = _wordy(text)
    if relation and share < (_FEWER if item else _FEW):
        return True
    if item:
        return False
    if not share:
        return _NO_WORD.search(text) is not None
    return share < _FEWER and signed


def _wordy(text: str) -> float:
    """Give the share of the characters that belong to words."""
    inked = len("".join(text.split()))
    words = [word for word in _WORDS.findall(_NAMED.sub("", text)) if not _MIXED.search(word)]
    return sum(map(len, words)) / inked if inked else 0.0


def _figures(text: str) -> float:
    """Give the share of the pieces between white space that are figures."""
    pieces = text.split()
    return sum(_FIGURE.fullmatch(piece) is not None for piece in pieces) / len(pieces)
