"""DOCUMENTS and a folder → INDEX on disk, made once for its content and mapped into memory.

Every collection of contents has a folder of its own, complete from the moment it has its name:
it is made under another name, from the nearest collection there is, and then renamed. So two
programs never write the same files, and a reader never sees half an index.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import mkdtemp
from time import time
from zlib import compress, crc32, decompress

import tui
from tui.document import Document
from tui.search.index import Index, Split, made, measured, quiet, write
from tui.search.packing import pack, unpacked
from tui.search.table import Table
from tui.search.vocabulary import Vocabulary, backwards

_FORMAT = 9
"""Raised whenever the files or what is folded into them change; with the program's version it is
part of every name, so that what another version made is never read."""

_KEPT = 6
"""So many collections stay on disk, those used last."""

_MOST_GONE = 0.1
"""A collection of which a larger part is gone is made anew: its words are still counted."""

_MANY = 50_000
"""So many words are not sorted backwards at the first typing error: that would be felt."""

_HEAD = 4096
_ABANDONED = 86_400
"""An unfinished index that nobody has written to for so many seconds is left over."""


class _Broken(Exception):
    """What is in the folder cannot be used."""


def stored(
    documents: tuple[Document, ...], folder: Path, split: Split | None
) -> Generator[int, None, Index]:
    """Open the index of the documents in the folder, or make it there, in steps.

    Raises OSError or ValueError where the folder cannot be written.
    """
    keys = _keys(documents)
    home = folder / _name(keys)
    try:
        return _open(home, documents, keys)
    except _Broken:
        shutil.rmtree(home, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(prefix=".", dir=folder))
    try:
        yield from _make(work, folder, documents, keys, split)
        _name_it(work, home)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    _forget_old(folder)
    try:
        return _open(home, documents, keys)
    except _Broken as error:
        raise OSError(f"cannot read back the index: {error}") from None


def _keys(documents: Sequence[Document]) -> list[str]:
    """Give what tells the content of each document from all others, whatever its path."""
    keys, times = [], dict[str, int]()
    for document in documents:
        head = crc32(document.text[:_HEAD].encode("utf-8", "surrogatepass"))
        key = f"{document.sha256}.{len(document.text):x}.{head:08x}.{document.language}"
        times[key] = times.get(key, 0) + 1
        keys.append(f"{key}.{times[key]}")
    return keys


def _name(keys: Iterable[str]) -> str:
    digest = blake2b(f"{_FORMAT} {tui.__version__}\n".encode(), digest_size=16)
    for key in sorted(keys):
        digest.update(key.encode() + b"\n")
    return digest.hexdigest()


def _open(home: Path, documents: tuple[Document, ...], keys: Sequence[str]) -> Index:
    """Open a finished index; raises _Broken where it is none or not as it was left."""
    import tantivy

    numbers = _manifest(home)
    if any(key not in numbers for key in keys):
        raise _Broken("other documents")
    try:
        postings = quiet(tantivy.Index.open(str(home / "postings")))
        postings.reload()
        words = decompress((home / "words").read_bytes()).decode().split("\n")
        counts = unpacked(home / "frequencies")
        order = unpacked(home / "backwards") if len(counts) >= _MANY else ()
        table = _table(home)
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise _Broken(str(error)) from None
        raise
    words = words if len(counts) else []
    vocabulary = Vocabulary(words, counts, _languages(documents), order)
    with suppress(OSError):  # a folder that can only be read serves as well
        os.utime(home)
    numbered = {numbers[key]: document for key, document in zip(keys, documents, strict=True)}
    return Index(documents, vocabulary, postings.schema, postings.searcher(), numbered, table)


def _make(
    work: Path,
    folder: Path,
    documents: tuple[Document, ...],
    keys: Sequence[str],
    split: Split | None,
) -> Generator[int, None, None]:
    """Write an index into an empty folder, beginning with the nearest one there is."""
    import tantivy

    near, numbers = _nearest(folder, keys)
    path = work / "postings"
    if near is not None:
        shutil.copytree(near / "postings", path, copy_function=_link)
        postings, table = quiet(tantivy.Index.open(str(path))), _table(near)
    else:
        path.mkdir()
        postings, table = made(path), Table()
    gone = [number for key, number in numbers.items() if key not in set(keys)]
    kept = {key: number for key, number in numbers.items() if key in set(keys)}
    free = max([*numbers.values(), *table.documents[-1:]], default=-1) + 1
    new = [(key, d) for key, d in zip(keys, documents, strict=True) if key not in kept]
    yield from write(postings, table, enumerate((d for _, d in new), free), split, gone)
    kept |= {key: free + place for place, (key, _) in enumerate(new)}
    words, counts = measured(postings.searcher())
    (work / "words").write_bytes(compress("\n".join(words).encode()))
    pack(work / "frequencies", counts)
    if len(words) >= _MANY:
        pack(work / "backwards", backwards(words))
    pack(work / "counts", table.counts())
    pack(work / "starts", table.starts)
    pack(work / "lengths", table.lengths, "H")
    _sign(work, kept)


def _nearest(folder: Path, keys: Sequence[str]) -> tuple[Path | None, dict[str, int]]:
    """Find the finished index that shares most with these contents, and its documents' numbers."""
    wanted = set(keys)
    best: tuple[Path | None, dict[str, int]] = (None, {})
    most = len(wanted) // 2
    for home in _homes(folder):
        try:
            numbers = _manifest(home)
        except _Broken:
            continue
        shared = len(wanted & numbers.keys())
        if shared > most and len(numbers) - shared <= _MOST_GONE * len(numbers):
            best, most = (home, numbers), shared
    return best


def _sign(work: Path, numbers: Mapping[str, int]) -> None:
    """Write down what the index holds and how its files were left."""
    said = json.dumps({"files": _files(work), "numbers": numbers}).encode()
    (work / "manifest").write_bytes(b"%08x\n" % crc32(said) + said)


def _manifest(home: Path) -> dict[str, int]:
    """Give the numbers of the documents; raises _Broken unless all files are as they were left."""
    try:
        check, _, said = (home / "manifest").read_bytes().partition(b"\n")
        if int(check, 16) != crc32(said):
            raise _Broken("manifest damaged")
        read = json.loads(said)
        if read["files"] != _files(home):
            raise _Broken("files changed")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _Broken(str(error)) from None
    numbers: dict[str, int] = read["numbers"]
    return numbers


def _files(home: Path) -> dict[str, list[int]]:
    """Give size and time of change of every file that holds something, by its name."""
    files = {}
    for path in sorted(home.rglob("*")):
        if path.is_file() and path.name != "manifest" and not path.name.endswith(".lock"):
            state = path.stat()
            files[str(path.relative_to(home))] = [state.st_size, state.st_mtime_ns]
    return files


def _name_it(work: Path, home: Path) -> None:
    """Give a finished index its name, unless another program was faster."""
    try:
        work.rename(home)
    except OSError:
        if not home.exists():
            raise


def _homes(folder: Path) -> list[Path]:
    """Give the finished indexes of this program, those used last first."""
    found = [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")]
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def _forget_old(folder: Path) -> None:
    """Remove the indexes used longest ago, and what a program that was killed left behind."""
    left = [path for path in folder.glob(".*") if time() - path.stat().st_mtime > _ABANDONED]
    for path in _homes(folder)[_KEPT:] + left:
        shutil.rmtree(path, ignore_errors=True)


def _link(source: str, target: str) -> None:
    """Share a file between two indexes: tantivy never changes one, but for its lists of files."""
    if source.endswith(".json"):
        shutil.copy2(source, target)
    elif not source.endswith(".lock"):
        try:
            os.link(source, target)
        except OSError:  # a file system without links
            shutil.copy2(source, target)


def _table(home: Path) -> Table:
    counts, starts = unpacked(home / "counts"), unpacked(home / "starts")
    return Table.of(counts, starts, unpacked(home / "lengths", "H"))


def _languages(documents: Sequence[Document]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(document.language for document in documents))
