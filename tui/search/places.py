"""`in:`, `kind:` and a scope → filters over the postings, and words that say so to the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from tui.document import Document, Kind, Section, Span, derived
from tui.search.folding import fold
from tui.search.index import HIDDEN, KINDS, UNSEEN, Index
from tui.search.query import Filter

if TYPE_CHECKING:
    import tantivy

Within: TypeAlias = tuple[Document, int, int] | Document | None
"""A scope: a document, a stretch of one, or everything."""

Outline: TypeAlias = Callable[[Document], Sequence[Section]] | None
Filters: TypeAlias = "list[tuple[tantivy.Occur, tantivy.Query]]"

_OPENING = 600
"""Characters of a document that may name what it is about."""
_ALIKE = 80
"""How like a name a misspelt one must be, of 100 (RapidFuzz partial_ratio)."""

_Stretch = tuple[int, int, int]  # document's number, start, end


def placed(
    index: Index, filters: Sequence[Filter], within: Within, sections: Outline
) -> tuple[Filters, str]:
    """Give the filters over the postings for a query's places, and how they were read."""
    if not filters and within is None and not index.hides:
        return [], ""
    import tantivy

    result: Filters = []
    said = []
    kinds = _kinds(filters)
    if kinds:
        result.append(of_kinds(index, kinds))
        said.append("only " + ", ".join(kinds))
    elif kinds is not None:
        said += [f"no kind like “{wanted.value}”" for wanted in filters if wanted.field == "kind"]
    if kinds == () and index.hides:
        result.append((tantivy.Occur.MustNot, numbered(index, "kind", UNSEEN)))
    if within is not None:
        document, start, end = within if isinstance(within, tuple) else (within, 0, -1)
        numbers = [n for n, d in index.numbered.items() if d is document]
        result.append((tantivy.Occur.Must, _stretches(index, [(n, start, end) for n in numbers])))
    for wanted in filters:
        if wanted.field == "in":
            places, names = _named(index, fold(wanted.value), sections)
            if places:
                occur = tantivy.Occur.MustNot if wanted.banned else tantivy.Occur.Must
                result.append((occur, _stretches(index, places)))
            said.append(_said(wanted, names))
    return result, " · ".join(said)


def _kinds(filters: Sequence[Filter]) -> tuple[Kind, ...] | None:
    """Give the kinds to look in: () for all that are not hidden, None for really all."""
    chosen: dict[Kind, None] = {}
    for wanted in filters:
        if wanted.field == "kind":
            value = fold(wanted.value)
            if value == "all":
                return None
            hidden = HIDDEN if "furniture".startswith(value) else frozenset()
            met = [kind for kind in KINDS if kind.startswith(value) or kind in hidden]
            if wanted.banned:
                met = [kind for kind in KINDS if kind not in met and kind not in HIDDEN]
            chosen.update(dict.fromkeys(met))
    return tuple(chosen)


def of_kinds(index: Index, kinds: Sequence[Kind]) -> tuple[tantivy.Occur, tantivy.Query]:
    """Make the filter for kinds; the first has no number, so it is what none of the others is."""
    import tantivy

    with_first = KINDS[0] in kinds
    asked = [n for n, kind in enumerate(KINDS) if n and (kind in kinds) != with_first]
    occur = tantivy.Occur.MustNot if with_first else tantivy.Occur.Must
    return occur, _any([numbered(index, "kind", number) for number in asked])


def _named(index: Index, value: str, sections: Outline) -> tuple[list[_Stretch], list[str]]:
    """Find the documents and sections that a name means: by role, name, then alike, then topic."""
    documents = index.numbered.items()
    role = value.rstrip("s")
    if len(role) > 1 and ("paper".startswith(role) or "report".startswith(role)):
        return [(n, 0, -1) for n, d in documents if d.role.startswith(role)], [role]
    names = [*_documents(index), *_sections(index, sections)]
    found = [name for name in names if value in name.folded]
    if not found and len(value) > 3:
        from rapidfuzz.fuzz import partial_ratio
        from rapidfuzz.process import extract

        folded = [name.folded for name in names]
        near = extract(value, folded, scorer=partial_ratio, score_cutoff=_ALIKE, limit=None)
        best = max((score for _, score, _ in near), default=0)
        found = [names[place] for _, score, place in near if score >= best - 5]
    if not found:
        found = [
            _Name(d.name, "", (n, 0, -1)) for n, d in documents if value in fold(d.text[:_OPENING])
        ]
    return [name.place for name in found], list(dict.fromkeys(name.said for name in found))


class _Name(NamedTuple):
    """What a document or a section is called."""

    said: str
    """For the reader."""
    folded: str
    """To look in."""
    place: _Stretch
    """Where it is."""


_NAMES: WeakKeyDictionary[Index, tuple[_Name, ...]] = WeakKeyDictionary()


def _documents(index: Index) -> tuple[_Name, ...]:
    """Give what the documents are called, gathered once an index."""
    if index not in _NAMES:
        _NAMES[index] = tuple(
            _Name(name, fold(name), (number, 0, -1))
            for number, d in index.numbered.items()
            for name in (d.name, d.path.rpartition("/")[2], d.outlet, d.date)
            if name
        )
    return _NAMES[index]


def _sections(index: Index, sections: Outline) -> Iterable[_Name]:
    """Give what the sections are called."""
    for number, document in index.numbered.items():
        if sections is not None:
            for section in sections(document):
                place = number, section.start, section.end
                yield _Name(section.title, fold(section.title), place)
        else:
            for heading, span in _headed(document):
                yield _Name(heading, fold(heading), (number, span.start, span.end))


@derived
def _headed(document: Document) -> tuple[tuple[str, Span], ...]:
    """Give the headings among the paragraphs, each with the stretch to the next of its level."""
    heads = [p for p in document.paragraphs if p.kind == "heading"]
    ends = [
        next((h.start for h in heads[place + 1 :] if h.level <= head.level), -1)
        for place, head in enumerate(heads)
    ]
    return tuple(
        (document.text[head.start : head.end], Span(head.start, end))
        for head, end in zip(heads, ends, strict=True)
    )


def _stretches(index: Index, places: Sequence[_Stretch]) -> tantivy.Query:
    """Make the filter that lets through what starts in one of the stretches."""
    import tantivy

    whole = {number for number, start, end in places if start <= 0 and end < 0}
    queries = [numbered(index, "document", number) for number in sorted(whole)]
    for number, start, end in places:
        if number not in whole:
            begin, after = index.table.stretch(number, max(start, 0), end)
            queries.append(
                tantivy.Query.range_query(
                    index.schema,
                    "number",
                    tantivy.FieldType.Integer,
                    begin,
                    after,
                    include_upper=False,
                )
            )
    return _any(queries)


def numbered(index: Index, field: str, number: int) -> tantivy.Query:
    """Let through what has the number in the field."""
    import tantivy

    return tantivy.Query.term_query(index.schema, field, number)


def _any(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """Let through what meets any of the queries, scoring nothing."""
    import tantivy

    if not queries:
        return tantivy.Query.empty_query()
    either = tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])
    return tantivy.Query.const_score_query(either, 0.0)


def _said(wanted: Filter, names: list[str]) -> str:
    value = fold(wanted.value)
    if not names:
        return f"no document or section like “{value}”"
    where = names[0] if len(names) == 1 else f"{len(names)} places like “{value}”"
    return ("not in " if wanted.banned else "in ") + where
