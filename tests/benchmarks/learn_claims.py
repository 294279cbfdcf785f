"""SENTENCES → `tui/claims/model.py`: learns the weights that say whether a sentence is checkable.

    python -m tests.benchmarks.learn_claims --data PATH > tui/claims/model.py

Logistic regression (ridge, Newton's steps) on the features, and on the commonest words of
general English, so that nothing of the training set's subject is learned. The weights are
frozen: the program never learns.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

from tui.claims.features import NAMES, features
from tui.claims.figures import figures
from tui.claims.words import frequencies, terms

COMMON = 250
RIDGE = 5.0
SMALLEST = 0.1

HEADER = '''"""How much each feature and each common word says that a sentence is checkable, frozen.

Written by `python -m tests.benchmarks.learn_claims`: logistic regression on sentences of debates.
"""

from __future__ import annotations
'''


def load(data: Path) -> tuple[list[str], list[int]]:
    """Read the sentences and whether each is worth checking."""
    with gzip.open(data / "claims" / "check-worthy-train.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [row["text"] for row in rows], [row["check_worthy"] for row in rows]


def common_words(texts: list[str]) -> list[str]:
    """Give the commonest words of general English that the sentences hold at least 15 times."""
    counts = Counter(word for text in texts for word in {term.word for term in terms(text)})
    known = [w for w, n in counts.items() if n >= 15 and w in frequencies() and w.isalpha()]
    return sorted(known, key=lambda word: (-frequencies()[word], word))[:COMMON]


def matrix(texts: list[str], vocabulary: list[str]) -> Any:
    """Give a row per sentence: 1, its features, and for each word whether it stands there."""
    import numpy as np

    rows = []
    for text in texts:
        found = terms(text)
        words = {term.word for term in found}
        rows.append(
            [1.0, *features(text, found, figures(text)), *(float(w in words) for w in vocabulary)]
        )
    return np.array(rows)


def fit(rows: Any, labels: Any, ridge: float = RIDGE, steps: int = 25) -> Any:
    """Fit a logistic regression; the constant is not held down."""
    import numpy as np

    weights = np.zeros(rows.shape[1])
    held = np.full(rows.shape[1], ridge)
    held[0] = 0.0
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - labels) + held * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(held)
        weights -= np.linalg.solve(curve, slope)
    return weights


def table(name: str, rows: dict[str, float], comment: str) -> str:
    """Write a table of weights as Python."""
    lines = [f'    "{key}": {value:.2f},' for key, value in rows.items()]
    return "\n".join([f"{name}: dict[str, float] = {{", *lines, "}", f'"""{comment}"""', ""])


def main() -> None:
    """Learn from the whole set and print the module."""
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    texts, labels = load(parser.parse_args().data)
    vocabulary = common_words(texts)
    weights = fit(matrix(texts, vocabulary), np.array(labels, float))
    named = dict(zip(NAMES, weights[1 : 1 + len(NAMES)], strict=True))
    words = dict(zip(vocabulary, weights[1 + len(NAMES) :], strict=True))
    words = {word: weight for word, weight in sorted(words.items()) if abs(weight) >= SMALLEST}
    print(HEADER)
    print(f"CONSTANT = {weights[0]:.2f}")
    print(table("FEATURES", named, "By the names of `features.NAMES`."))
    print(table("COMMON", words, "By the word itself, once per sentence."), end="")


if __name__ == "__main__":
    main()
