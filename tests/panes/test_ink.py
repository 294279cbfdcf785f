from tui.document import Span
from tui.panes.ink import Layers, pieces


def test_a_line_is_cut_where_a_layer_begins_or_ends() -> None:
    layers = Layers()
    layers.set("claim", [Span(0, 20)])
    layers.set("search", [Span(5, 8), Span(18, 25)])
    cut = pieces(3, 20, layers.over(3, 20))
    assert cut == [
        (3, 5, ("claim",)),
        (5, 8, ("claim", "search")),
        (8, 18, ("claim",)),
        (18, 20, ("claim", "search")),
    ]


def test_spans_of_one_layer_that_overlap_become_one() -> None:
    layers = Layers()
    layers.set("search", [Span(4, 9), Span(0, 5), Span(12, 12)])
    assert layers.over(0, 20) == {"search": [(0, 9)]}


def test_a_line_touches_only_the_spans_on_it() -> None:
    layers = Layers()
    layers.set("search", [Span(i * 10, i * 10 + 3) for i in range(10_000)])
    assert layers.over(500, 520) == {"search": [(500, 503), (510, 513)]}
    assert layers.over(503, 510) == {}


def test_setting_the_same_spans_again_changes_nothing() -> None:
    layers = Layers()
    assert layers.set("lit", [Span(1, 2)])
    assert not layers.set("lit", [Span(1, 2)])
    assert layers.set("lit", [])
