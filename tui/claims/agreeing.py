"""FIGURE × FIGURE → whether they agree: the same value in the same unit, or only the value."""

from __future__ import annotations

from tui.claims.figures import Figure
from tui.claims.units import measure

SMALL = 12
"""A number up to this stands everywhere: without its noun it says nothing."""


def same_figure(one: Figure, other: Figure) -> bool:
    """Say whether two figures agree in value and unit; dates as far as the less exact one says."""
    if one.kind != other.kind:
        return False
    if one.kind == "date":
        return same_date(one.value, other.value)
    return same_value(one, other) and same_unit(one, other)


def same_date(one: str, other: str) -> bool:
    """Say whether one date is the other, or lies in it: 28 May 2013, in 2013, on 28 May."""
    a, b = sorted((one, other), key=len)
    if a.startswith("--"):
        return b.endswith(a[1:]) and (len(b) != 7 or a == b)
    return b.startswith(a) and (a == b or not b.endswith("s"))


def same_value(one: Figure, other: Figure) -> bool:
    """Say whether two figures have one value; a third is 33 percent and 33.3 percent."""
    return one.value == other.value or abs(one.amount - other.amount) < max(one.rough, other.rough)


def same_unit(one: Figure, other: Figure) -> bool:
    """Say whether two figures count the same: one currency, one measure, or one noun.

    A bare number may count anything; where it is small, that tells nothing.
    """
    if one.kind != other.kind:
        return False
    if one.unit == other.unit:
        return True
    if one.kind == "money":
        return one.unit.endswith(" " + other.unit) or other.unit.endswith(" " + one.unit)
    if one.kind == "percent" or measure(one.unit) or measure(other.unit):
        return False
    if not one.unit or not other.unit:
        return one.amount > SMALL
    return not set(one.counted).isdisjoint(other.counted)
