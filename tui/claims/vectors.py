"""TEXTS → VECTORS: static word vectors, from the extra [semantic] or from a folder of the reader's.

Without them everything works; with them a claim also finds what says the same in other words.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from tui.claims.words import FIGURE, RAREST, frequencies, words
from tui.document import SidelightError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

SMOOTHING = 1e-3
"""A word of this frequency counts half of a rare one (Arora, Liang and Ma 2017)."""
BATCH = 512
"""Texts embedded at a time."""


class NoVectors(SidelightError):
    """Vectors cannot be had here; the message says why, in one line."""


@dataclass(slots=True)
class Vectors:
    """Word vectors of one model; the words met are kept."""

    name: str
    """What to call the model in a status line."""
    weights: Matrix
    """A row per token of the model's vocabulary."""
    tokenizer: Any
    """Splits a word into tokens of the model."""
    known: dict[str, int] = field(default_factory=dict)
    """word → its row in `rows`."""
    rows: Matrix = field(init=False)
    """The words' vectors, each the sum of its tokens', weighed down where the word is common."""
    learning: Lock = field(default_factory=Lock)
    """Held while words are added to the two."""

    def __post_init__(self) -> None:
        self.rows = self.weights[:0]

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Give a row of length 1 per text: the weighted sum of its words (zeros for none)."""
        import numpy as np

        rows = np.zeros((len(texts), self.weights.shape[1]), dtype=np.float32)
        for start in range(0, len(texts), BATCH):
            lists = [words(text) for text in texts[start : start + BATCH]]
            self.learn(word for found in lists for word in found)
            known = self.known
            ids = [known[word] for found in lists for word in found]
            lengths = np.array([len(found) for found in lists])
            if not ids:
                continue
            table = self.rows[ids]
            filled = np.flatnonzero(lengths)
            starts = np.cumsum(lengths[filled]) - lengths[filled]
            rows[start + filled] = np.add.reduceat(table, starts, axis=0)
        return unit(rows)

    def words(self, words: Sequence[str]) -> Matrix:
        """Give a row of length 1 per word."""
        self.learn(words)
        return unit(self.rows[[self.known[word] for word in words]] if words else self.rows[:0])

    def learn(self, words: Iterable[str]) -> None:
        """Make the vectors of words not met before; one thread at a time, others may read on."""
        import numpy as np

        words = dict.fromkeys(words)
        with self.learning:
            new = [word for word in words if word not in self.known]
            if not new:
                return
            rows = np.zeros((len(new), self.weights.shape[1]), dtype=np.float32)
            tokens = self.tokenizer.encode_batch(new, add_special_tokens=False)
            for place, (word, encoded) in enumerate(zip(new, tokens, strict=True)):
                share = frequencies().get(word, FIGURE if word[0].isdigit() else RAREST)
                weight = SMOOTHING / (SMOOTHING + share)
                rows[place] = self.weights[encoded.ids].sum(axis=0) * weight
            self.rows = np.concatenate([self.rows, rows])
            # A word is known only once its row stands there.
            self.known.update(zip(new, range(len(self.known), len(self.rows)), strict=True))


@dataclass(frozen=True, slots=True)
class Encoder:
    """A model that embeds whole texts: a folder of model2vec or sentence-transformers."""

    name: str
    """What to call the model in a status line."""
    model: Any
    """Has `encode(texts)`."""

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Give a row of length 1 per text."""
        import numpy as np

        return unit(np.asarray(self.model.encode(list(texts)), dtype=np.float32))

    def words(self, words: Sequence[str]) -> Matrix:
        """Give a row of length 1 per word."""
        return self.embed(words)


Model = Vectors | Encoder


def unit(rows: Matrix) -> Matrix:
    """Scale each row to length 1; zeros stay."""
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)


def load(path: str = "") -> Model:
    """Load the vectors of the extra, or of a local model's folder; NoVectors says why not."""
    # The products are small: more threads would only wait for one another, and keys for them.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    return local(path) if path else packaged()


@cache
def packaged() -> Vectors:
    """Read weights and tokenizer from the installed wheel `wordllama`.

    Its own loader looks for the tokenizer on the network; the files are all there.
    """
    spec = find_spec("wordllama")
    if spec is None or not spec.submodule_search_locations:
        raise NoVectors("matching by meaning is off: install sidelight[semantic] to have it")
    folder = Path(spec.submodule_search_locations[0])
    weights = sorted(folder.glob("weights/*.safetensors"))
    tokenizers = sorted(folder.glob("tokenizers/*.json"))
    if not weights or not tokenizers:
        raise NoVectors("matching by meaning is off: the wordllama package holds no weights")
    try:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer
    except ImportError as error:
        raise NoVectors(f"matching by meaning is off: {error.name} is not installed") from None
    (matrix,) = load_file(weights[0]).values()
    tokenizer = Tokenizer.from_file(str(tokenizers[0]))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Vectors("static vectors of wordllama", matrix.astype("float32"), tokenizer)


def local(path: str) -> Encoder:
    """Load a model from a folder with whichever library is installed and takes it."""
    if not Path(path).is_dir():
        raise NoVectors(f"{path}: no such folder of vectors")
    if find_spec("model2vec"):
        from model2vec import StaticModel  # type: ignore[import-not-found]

        try:
            return Encoder(f"model2vec {path}", StaticModel.from_pretrained(path))
        except (OSError, ValueError, KeyError):
            pass
    if find_spec("sentence_transformers"):
        from sentence_transformers import (  # type: ignore[import-not-found]
            SentenceTransformer,
        )

        try:
            return Encoder(f"sentence-transformers {path}", SentenceTransformer(path))
        except (OSError, ValueError, KeyError) as error:
            raise NoVectors(f"{path}: {error}") from None
    raise NoVectors(f"{path}: install model2vec or sentence-transformers to use it")
