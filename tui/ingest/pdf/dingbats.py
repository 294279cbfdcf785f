"""A page's text whose letters are called dingbats → the letters.

Fonts drawn by old TeX programs name the letter of code n `an`, and so are the glyphs of Zapf
Dingbats named. What reads these names gives ❛ for a97, which is a. The codes that Zapf Dingbats
has no glyph for come out as themselves.
"""

from __future__ import annotations

import re

_RUNS = (
    (16, "✏✑✒✓✔✕✖"),  # quotation marks and dashes, as the Cork encoding has them
    (27, "✛✜✢✣✤"),  # its ligatures
    (33, "✦✧★✩✪✫✬✭✮✯✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿❀❁❂❃❄❅❆❇❈❉❊❋●❍■❏❑▲▼◆❖"),
    (81, "◗❘❙❚❯❱❲❳❨❩❬❭❪❫❴❵❛❜❝❞❡❢❣❤✐❥❦❧♠♥♦♣"),
    (117, "✉✈✇①②③④⑤⑥⑦"),
)
"""What stands for the codes from each number on, in the order of the glyphs' names."""

_LETTERS = {
    ord(glyph): chr(first + place) for first, run in _RUNS for place, glyph in enumerate(run)
}
_GLYPHS = "".join(map(chr, _LETTERS))
_WORD = re.compile(rf"(?=\w*[{_GLYPHS}])[{_GLYPHS}a-zA-Z]{{3,}}")
_BROKEN = re.compile(rf"(?<=[{_GLYPHS}a-z])✲(?=\r\n)")
_MOST = 0.4
"""The share of a page's letters in words with dingbats, from which on dingbats are letters."""


def readable(text: str) -> str:
    """Give a page's text with its letters, as many as there were, where dingbats stand for them.

    A word broken at a line's end has the mark there that pdfium puts instead of its hyphen.
    """
    if not any(glyph in text for glyph in "❛❡♥♦"):
        return text
    inked = sum(not character.isspace() for character in text)
    if sum(len(word) for word in _WORD.findall(text)) < _MOST * inked:
        return text
    return _BROKEN.sub("\ufffe", text).translate(_LETTERS)
