"""NUMBERS → a small file, and back."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path
from zlib import compress, decompress, error


def pack(path: Path, numbers: Sequence[int], kind: str = "I") -> None:
    """Write numbers of a width, as `array` names it.

    The bytes of each weight stand together: most of the high ones are the same.
    """
    held = array(kind, numbers)
    size, packed = held.itemsize, held.tobytes()
    path.write_bytes(compress(b"".join([packed[weight::size] for weight in range(size)])))


def unpacked(path: Path, kind: str = "I") -> array[int]:
    """Read numbers back; raises OSError, or ValueError for what is damaged."""
    numbers = array(kind)
    try:
        held, size = decompress(path.read_bytes()), numbers.itemsize
    except error as damage:
        raise ValueError(f"{path.name}: {damage}") from None
    each = len(held) // size
    packed = bytearray(len(held))
    for weight in range(size):
        packed[weight::size] = held[weight * each : (weight + 1) * each]
    numbers.frombytes(packed)
    return numbers
