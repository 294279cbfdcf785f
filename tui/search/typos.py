"""Two spellings → what it costs to take one for the other: the slips of hands cost little."""

from __future__ import annotations

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_OFFSETS = (0.0, 0.5, 0.75, 1.25)

_KEYS = {
    key: (row, x + _OFFSETS[row]) for row, keys in enumerate(_ROWS) for x, key in enumerate(keys)
}

NEIGHBOURS: dict[str, str] = {
    key: "".join(
        other
        for other, (far, there) in _KEYS.items()
        if other != key and abs(far - row) <= 1 and abs(there - x) <= 1.0
    )
    for key, (row, x) in _KEYS.items()
}
"""The keys around each key of a QWERTY keyboard."""

_SOUND = ("aeiouy", "ckq", "sz", "dt", "bp", "fv", "gj", "mn", "iy", "vw")
"""Letters taken for one another by the ear."""

_SWAPPED = 0.6
_DOUBLED = 0.5
_MISSING = 0.7
_NEIGHBOUR = 0.8
_ALIKE = 0.85
_OTHER = 1.1
"""What each slip costs: the dearer, the more other keys might have been hit as well."""
_FIRST = 0.8
"""The first letter is rarely wrong: what an edit of it costs on top."""


def cost(typed: str, meant: str) -> float:
    """Give the cost of typing the one when the other was meant: 0 for the same, about 1 an edit."""
    start = 0
    end_typed, end_meant = len(typed), len(meant)
    while start < end_typed and start < end_meant and typed[start] == meant[start]:
        start += 1
    while end_typed > start and end_meant > start and typed[end_typed - 1] == meant[end_meant - 1]:
        end_typed -= 1
        end_meant -= 1
    if start == end_typed == end_meant:
        return 0.0
    wrong, right = typed[start:end_typed], meant[start:end_meant]
    return _middle(wrong, right, typed[start - 1 : start]) + (_FIRST if start == 0 else 0.0)


def _middle(wrong: str, right: str, before: str) -> float:
    """Cost of what differs, after `before`."""
    if len(wrong) == len(right) == 1:
        return _substitution(wrong, right)
    if len(wrong) == 2 and wrong == right[::-1]:
        return _SWAPPED
    if not wrong:
        return sum(_DOUBLED if letter == before else _MISSING for letter in right)
    if not right:
        return sum(_slip(letter, before) for letter in wrong)
    return _aligned(wrong, right, before)


def _aligned(wrong: str, right: str, before: str) -> float:
    """Give the cheapest alignment of two short stretches (Damerau and Levenshtein, weighted)."""
    above: list[float] = []
    row = [0.0]
    for j, letter in enumerate(right):
        row.append(row[-1] + (_DOUBLED if letter == (right[j - 1] if j else before) else _MISSING))
    for i, typed in enumerate(wrong):
        previous = wrong[i - 1] if i else before
        below = [row[0] + _slip(typed, previous)]
        for j, meant in enumerate(right):
            missing = _DOUBLED if meant == (right[j - 1] if j else before) else _MISSING
            same = 0.0 if typed == meant else _substitution(typed, meant)
            best = min(row[j] + same, row[j + 1] + _slip(typed, previous), below[j] + missing)
            if i and j and typed == right[j - 1] and meant == previous:
                best = min(best, above[j - 1] + _SWAPPED)
            below.append(best)
        above, row = row, below
    return row[-1]


def _substitution(typed: str, meant: str) -> float:
    if typed in NEIGHBOURS.get(meant, ""):
        return _NEIGHBOUR
    if any(typed in letters and meant in letters for letters in _SOUND):
        return _ALIKE
    return _OTHER


def _slip(letter: str, before: str) -> float:
    """Cost of a letter too many: cheap where it repeats the one before or lies beside it."""
    if letter == before:
        return _DOUBLED
    return _NEIGHBOUR if letter in NEIGHBOURS.get(before, "") else _OTHER
