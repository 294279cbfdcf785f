"""ACRONYM → the words it stands for: as everybody knows, or as a text spells it out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tui.claims.words import Term, functional, terms

_KNOWN = """
ai artificial intelligence; au African Union; aids acquired immunodeficiency syndrome;
asean Association of Southeast Asian Nations; ceo chief executive officer; drc Democratic Republic
of the Congo; ecowas Economic Community of West African States; eu European Union; fdi foreign
direct investment; gdp gross domestic product; gni gross national income; gnp gross national
product; hiv human immunodeficiency virus; icc International Criminal Court; ict information and
communication technology; ict information and communications technology; imf International Monetary
Fund; iot internet of things; nato North Atlantic Treaty Organization; nato North Atlantic Treaty
Organisation; ngo non-governmental organisation; ngo non-governmental organization; oecd
Organisation for Economic Co-operation and Development; opec Organization of the Petroleum
Exporting Countries; ppp public-private partnership; sdgs Sustainable Development Goals; smes small
and medium enterprises; uae United Arab Emirates; uk United Kingdom; un United Nations; unga United
Nations General Assembly; unsc United Nations Security Council; us United States; usa United States
of America; who World Health Organization; who World Health Organisation; wto World Trade
Organization
"""
"""What texts use without a definition, each with the words it stands for."""
JOINING = ("and", "of", "the", "for")
"""Words that an acronym leaves out."""
LEAST = 3
"""From so many letters on, a run of words that an acronym spells is no accident."""


@cache
def general() -> dict[str, tuple[str, ...]]:
    """Give the acronyms that everybody knows, in lower case, each with the stems it stands for."""
    found: dict[str, tuple[str, ...]] = {}
    for line in " ".join(_KNOWN.split()).split("; "):
        short, _, long = line.partition(" ")
        found.setdefault(short, tuple(t.stem for t in terms(long) if t.word not in JOINING))
    return found


def spelled_out(
    acronym: str, long: tuple[str, ...], words: Sequence[Term]
) -> tuple[int, int] | None:
    """Find where words, in order, stand for an acronym; long are the stems it is known to mean.

    One that is not known is spelled by words with its letters, none of them mere grammar.
    """
    own = [term for term in words if term.word not in JOINING]
    size = len(long) or len(acronym)
    if not long and size < LEAST:
        return None
    for at in range(len(own) - size + 1):
        run = own[at : at + size]
        if long:
            met = all(term.stem == stem for term, stem in zip(run, long, strict=True))
        else:
            met = "".join(t.word[0] for t in run) == acronym and not any(
                functional(t.word) for t in run
            )
        if met:
            return run[0].start, run[-1].end
    return None
