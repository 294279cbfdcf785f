"""The way of the data: who may import whom, and that importing does nothing else."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tui"
LAYERS = (
    ("spans",),
    ("document",),
    ("config",),
    ("ingest",),
    ("outline", "search"),
    ("claims",),
    ("library",),
    ("ledger", "dossier"),
    ("panes",),
    ("screens",),
    ("terminal",),
    ("app",),
    ("start",),
    ("output",),
    ("arguments", "commands"),
    ("verbs",),
    ("cli",),
    ("__main__",),
)
DEPTH = {name: depth for depth, layer in enumerate(LAYERS) for name in layer}
PANES = {"page", "contents", "finder", "rail", "signals", "marks"}
WITH_TEXTUAL = {"panes", "screens", "app"}
HEAVY = (
    "textual numpy tantivy wordfreq trafilatura lxml pypdfium2 markdown_it wordllama tokenizers"
    " htmldate dateparser sentencex Stemmer rapidfuzz sqlite3"
)
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.relative_to(PACKAGE).parts[0] != "seeds")


def name_of(module: Path) -> str:
    """The dotted name, `tui.search.query`; a package's `__init__` has the package's name."""
    parts = module.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(name: str) -> str:
    """The second name of a dotted name: `search` of `tui.search.query`."""
    return name.split(".")[1] if "." in name else ""


def imported(tree: ast.AST, package: str) -> Iterator[str]:
    """Every module a tree imports, wherever in it, by its whole name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")
            base = ".".join(above[: len(above) - node.level + 1]) if node.level else ""
            source = ".".join(part for part in (base, node.module) if part)
            for alias in node.names:
                whole = f"{source}.{alias.name}"
                yield whole if is_module(whole) else source


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return name.startswith("tui") and (path.with_suffix(".py").exists() or path.is_dir())


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imports_of(module: Path) -> set[str]:
    name = name_of(module)
    package = name if module.name == "__init__.py" else name.rpartition(".")[0]
    return set(imported(tree_of(module), package))


def ids(module: Path) -> str:
    return name_of(module)


@pytest.mark.parametrize("module", MODULES, ids=ids)
def test_a_module_imports_only_layers_below_its_own(module: Path) -> None:
    own = part_of(name_of(module))
    if not own:
        return  # tui/__init__ is the version and imports nothing, which the next line holds
    assert own in DEPTH, f"{own} has no layer: add it where it belongs"
    for name in imports_of(module):
        other = part_of(name) if name.split(".")[0] == "tui" else ""
        if other and other != own:
            assert DEPTH[other] < DEPTH[own], f"{name_of(module)} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=ids)
def test_only_app_screens_and_panes_import_textual(module: Path) -> None:
    uses = any(name.split(".")[0] == "textual" for name in imports_of(module))
    assert not uses or part_of(name_of(module)) in WITH_TEXTUAL


@pytest.mark.parametrize("pane", sorted(PANES))
def test_a_pane_imports_no_other_pane(pane: str) -> None:
    """What panes share (a base widget, wrapping, ink) is no pane itself."""
    own = f"tui.panes.{pane}"
    others = {f"tui.panes.{name}" for name in PANES - {pane}}
    for module in MODULES:
        if name_of(module) == own or name_of(module).startswith(own + "."):
            shared = {".".join(name.split(".")[:3]) for name in imports_of(module)}
            assert not shared & others, f"{name_of(module)} imports {sorted(shared & others)}"


@pytest.mark.parametrize("module", MODULES, ids=ids)
def test_importing_a_module_does_nothing_but_define(module: Path) -> None:
    for statement in tree_of(module).body:
        assert not _acts(statement), f"{name_of(module)}: {ast.unparse(statement)[:80]}"


def _acts(statement: ast.stmt) -> bool:
    """Say whether a statement at the top of a module is more than a definition or a constant."""
    if isinstance(statement, ast.Expr):
        return not isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.If):
        test = ast.unparse(statement.test)
        return test not in ("TYPE_CHECKING", "__name__ == '__main__'") and any(
            map(_acts, [*statement.body, *statement.orelse])
        )
    return isinstance(statement, ast.While | ast.With)


READS = {"open", "read_text", "read_bytes", "read", "glob", "iterdir", "is_dir", "getenv", "run"}


@pytest.mark.parametrize("module", MODULES, ids=ids)
def test_importing_a_module_reads_no_file_and_no_setting(module: Path) -> None:
    for statement in tree_of(module).body:
        for call in _calls_at_import(statement):
            assert call not in READS, f"{name_of(module)} calls {call} at import"


def _calls_at_import(statement: ast.AST) -> Iterator[str]:
    """The names of what is called while a statement is executed, not inside functions."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return
    if isinstance(statement, ast.If) and "__main__" in ast.unparse(statement.test):
        return
    if isinstance(statement, ast.Call):
        function = statement.func
        yield function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)
    for child in ast.iter_child_nodes(statement):
        yield from _calls_at_import(child)


def test_the_command_and_the_domain_import_no_heavy_library() -> None:
    names = [
        name_of(module)
        for module in MODULES
        if part_of(name_of(module)) not in (*WITH_TEXTUAL, "__main__")
    ]
    code = (
        "import sys\n"
        f"for name in {names!r}: __import__(name)\n"
        f"print(*sorted({set(HEAVY.split())!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
