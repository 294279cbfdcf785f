"""Settings read from TOML, written back, and refused with the line that is wrong."""

import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims.silence import THRESHOLD
from tui.config import BadSetting, Bound, Settings, check_keys, check_theme, load, location, printed
from tui.config.keys import key_name

BINDINGS = (
    Bound("app.quit", "app", "ctrl+q"),
    Bound("page.down", "page", "j,down"),
    Bound("page.up", "page", "k,up"),
    Bound("page.cancel", "page", "escape"),
    Bound("search.clear", "page", "escape"),
    Bound("find.next", "reading", "n"),
    Bound("find.open", "reading", "f,ctrl+f"),
    Bound("find.open", "comparing", "f"),
    Bound("compare.close", "comparing", "q,c"),
)


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "config.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def complaint(file: Path) -> str:
    """What is said of the file, without its name."""
    with pytest.raises(BadSetting) as caught:
        check_keys(load(file), BINDINGS)
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix(str(file)).lstrip(":").strip()


def test_every_setting_is_read(tmp_path: Path) -> None:
    text = """
theme = "nord"
width = 90
contents = false
mouse = false
[compare]
threshold = 1  # a whole number is a number too
[keys]
"page.down" = "j, n"
page.up = "k,?"
find = { next = "ctrl+Right" }
"""
    keys = (("page.down", "j,n"), ("page.up", "k,question_mark"), ("find.next", "ctrl+right"))
    expected = Settings("nord", 90, False, False, 1.0, keys)
    assert load(written(tmp_path, text)) == expected


@pytest.mark.parametrize("text", ["", "# nothing\n", "[keys]\n[compare]\n", "\ufeffwidth = 76\r\n"])
def test_what_is_not_in_the_file_is_as_it_comes(tmp_path: Path, text: str) -> None:
    assert load(written(tmp_path, text)) == Settings()


def test_the_threshold_that_it_comes_with_is_the_comparison_s() -> None:
    assert Settings().threshold == THRESHOLD


WRONG = [
    ("widht = 80", "1: no setting widht; did you mean width?"),
    ("# a\n\n  zzzz.qqqq = 1", "3: no setting zzzz.qqqq"),
    ("[compare]\nthreshhold = 1", "2: no setting compare.threshhold; did you mean"),
    ('"compare.threshold" = 1', '1: no setting "compare.threshold"; did you mean'),
    ("[compare]\n[compare.more]", "2: no setting compare.more"),
    ("[[keys]]\na = 1", "1: keys is a table: [keys]"),
    ("\ncompare = 3", "2: compare is a table: [compare]"),
    ("width = 23", "1: width must be 24 to 200, not 23"),
    ("[compare]\n\nthreshold = 1.5", "3: compare.threshold must be 0 to 1, not 1.5"),
    ("compare.threshold = nan", "1: compare.threshold must be 0 to 1, not nan"),
    ("width = 80.0", "1: width must be a whole number"),
    ("width = true", "1: width must be a whole number"),
    ("mouse = 1", "1: mouse must be true or false"),
    ("theme = {}", "1: theme must be text in quotes"),
    ("width = 80\n\n# of three lines\ntheme = [\n  1,\n]\nmouse = true", "4: theme must be text"),
    ('contents = true\ntheme = """\nwidth = 3\n"""\nwidth = 3', "5: width must be 24 to 200"),
    ("width = 80\nwidth = 90", "2: not TOML: cannot overwrite a value"),
    ("width = 80\ntheme = ", "2: not TOML: invalid value"),
    ('theme = """\nwidth', "2: not TOML: "),
    (b"width = 80\n# \xff", "2: not UTF-8"),
    ("[keys]\n'page.down' = 3", '2: keys."page.down" must be keys: "j,down"'),
    ("[keys]\npage.down = ''", "2: keys.page.down: a key is missing"),
    ("[keys]\npage.down = 'j,,k'", "2: keys.page.down: a key is missing"),
    ("[keys]\npage.down = 'pagedwn'", "2: keys.page.down: no key pagedwn; did you mean pagedown?"),
    ("[keys]\npage.down = 'j,5'", "2: keys.page.down: 5 is for counts, as in 5j"),
    ("[keys]\npage.down = 'j'\n'page.down' = 'n'", "3: the keys of page.down are said twice"),
    ("[keys]\n'page.dwn' = 'j'", "2: no action page.dwn; did you mean page.down?"),
    ("[keys.page]\n\ndwn = 'j'", "3: no action page.dwn; did you mean page.down?"),
    (
        "[keys]\npage.up = 'u'\n'page.down' = 'j,u'",
        "3: u would be both page.down (line 3) and page.up (line 2)",
    ),
    ("[keys]\npage.up = 'u,j'", "2: j would be both page.down (as it comes) and page.up (line 2)"),
    ("[keys]\nfind.open = 'c'", "2: c would be both find.open (line 2) and compare.close (as it"),
    ("[keys]\napp.quit = 'x'", "2: ctrl+q must stay with app.quit"),
    ("[keys]\nfind.next = 'ctrl+Q,n'", "2: ctrl+q must stay with app.quit"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_wrong_line_is_named_with_the_reason(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    assert complaint(written(tmp_path, text)).startswith(said)


GOOD_KEYS = [
    "page.down = 'n'",  # another scope has n as well
    "page.down = 'k'\npage.up = 'j'",  # swapped
    "app.quit = 'ctrl+q,ctrl+x'",
    "page.down = '0,j'",  # no number begins with it
    "search.clear = 'escape,f12'",  # it shares escape with another as they come
]


@pytest.mark.parametrize("text", GOOD_KEYS)
def test_keys_that_do_not_clash_are_taken(tmp_path: Path, text: str) -> None:
    check_keys(load(written(tmp_path, f"[keys]\n{text}")), BINDINGS)


def test_a_theme_that_does_not_exist_is_named_with_the_nearest(tmp_path: Path) -> None:
    settings = load(written(tmp_path, "\ntheme = 'nrod'"))
    with pytest.raises(BadSetting, match="2: no theme nrod; did you mean nord"):
        check_theme(settings, ("nord", "gruvbox"))
    check_theme(settings, ("nrod",))
    check_theme(Settings(), ())


def test_the_environment_names_the_file_and_an_argument_goes_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIDELIGHT_CONFIG", str(written(tmp_path, "width = 90")))
    assert load().width == 90
    with pytest.raises(BadSetting, match="other: no such file"):
        load(tmp_path / "other")
    monkeypatch.delenv("SIDELIGHT_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "empty"))
    assert location() == tmp_path / "empty" / "sidelight" / "config.toml"
    assert load() == Settings()


def test_a_folder_where_the_file_should_be_is_said_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="is a directory"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("j", "j"),
        ("J", "J"),
        ("shift+j", "J"),
        ("ctrl+J", "ctrl+j"),
        ("?", "question_mark"),
        ("+", "plus"),
        ("ctrl++", "ctrl+plus"),
        ("-", "minus"),
        ("/", "slash"),
        ("é", "é"),
        ("¿", "inverted_question_mark"),
        ("comma", "comma"),
        ("less_than_sign", "less_than_sign"),
        ("Shift+Ctrl+Up", "ctrl+shift+up"),
        ("f12", "f12"),
        ("f25", None),
        ("hello", None),
        ("cntrl+x", None),
        ("ctrl+", "ctrl+plus"),
    ],
)
def test_keys_are_named_as_the_terminal_s_events_are(written: str, name: str | None) -> None:
    assert key_name(written) == name


def test_signs_are_named_as_in_the_framework() -> None:
    from textual.keys import _character_to_key

    for sign in string.punctuation:
        assert key_name(sign) == _character_to_key(sign)


names = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
keys = st.lists(st.sampled_from(["j", "ctrl+x", "question_mark", "f1"]), min_size=1, unique=True)
settings = st.builds(
    Settings,
    theme=names,
    width=st.integers(24, 200),
    contents=st.booleans(),
    mouse=st.booleans(),
    threshold=st.floats(0, 1),
    keys=st.dictionaries(names, keys.map(",".join), max_size=4).map(lambda d: tuple(d.items())),
)


@given(settings)
def test_what_is_printed_is_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> None:
    file = tmp_path_factory.getbasetemp() / "config.toml"
    file.write_text(printed(settings, BINDINGS), "utf-8", newline="")
    assert load(file) == settings


def test_all_actions_are_printed_with_their_keys() -> None:
    text = printed(replace(Settings(), keys=(("page.down", "n"),)), BINDINGS)
    assert '\n"page.down" = "n"  # ' in text
    assert '\n# "page.up" = "k,up"  # ' in text


def test_what_is_printed_says_where_it_is_set(tmp_path: Path) -> None:
    file = written(tmp_path, "# mine\nwidth = 90\n\n[keys]\n'page.down' = 'j,n'\n")
    text = printed(load(file), BINDINGS)
    assert f"# the lines are those of {file}; " in text
    assert "\nwidth = 90  # line 2\n" in text
    assert "\nmouse = true  # as it comes\n" in text
    assert '\n"page.down" = "j,n"  # line 5; as it comes: "j,down"\n' in text
    assert "nothing is set in " in printed(Settings())


@given(
    st.lists(
        st.sampled_from(["a = 1", "[b]", "c.d = [\n 2\n]", "# x", "", "[b.c]", "'q' = '''\n'''"])
    )
)
def test_a_value_is_found_on_the_line_that_it_begins(lines: list[str]) -> None:
    from tui.config.source import Source

    text = "\n".join([*lines, ""])
    source = Source(Path("x"), text)
    try:
        values = list(source.values())
    except BadSetting:
        return
    for name, _ in values:
        line = text.split("\n")[source.line_of(name) - 1]
        assert line.startswith((name[-1], f"'{name[-1]}'", ".".join(name[-2:]), "[")), (name, line)
