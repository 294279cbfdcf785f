"""A zip archive of XML from anywhere → its members, with bounds on what they may cost."""

from __future__ import annotations

import re
import zlib
from html.entities import name2codepoint
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from tui.document import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST = 64 * 2**20
"""No member may hold more than this many bytes when unpacked."""

_WHOLE = 256 * 2**20
"""Nor all members that are read together."""


_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]+);")


class Archive:
    """The members of one archive, unpacked when asked for, within bounds."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self._zip = ZipFile(BytesIO(data))
        self._names = frozenset(self._zip.namelist())
        self._left = _WHOLE

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """Unpack a member; raise Unreadable where it is damaged, encrypted or far too large."""
        limit = min(_LARGEST, self._left)
        try:
            with self._zip.open(name) as member:
                data = member.read(limit + 1)  # the size it claims may be a lie
        except KeyError:
            raise Unreadable(self.path, f"damaged: {name} is missing") from None
        except RuntimeError:
            raise Unreadable(self.path, "encrypted") from None
        except (BadZipFile, NotImplementedError, OSError, EOFError, ValueError, zlib.error):
            raise Unreadable(self.path, f"damaged: {name} cannot be unpacked") from None
        if len(data) > limit:
            raise Unreadable(self.path, f"{name} is far too large when unpacked")
        self._left -= len(data)
        return data

    def xml(self, name: str) -> _Element:
        """Parse a member; its own entities are not expanded and nothing outside is fetched."""
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, recover=True
        )
        root = etree.fromstring(_ENTITY.sub(_numbered, self.read(name)), parser)
        if root is None:
            raise Unreadable(self.path, f"damaged: {name} is no XML")
        return root

    def xml_if_there(self, name: str) -> _Element | None:
        """Parse a member that an archive may lack; one that is broken counts as lacking."""
        if name not in self:
            return None
        try:
            return self.xml(name)
        except (Unreadable, SyntaxError):  # lxml's errors of syntax are Python's
            return None


def _numbered(entity: re.Match[bytes]) -> bytes:
    """Write an entity of HTML by its number, as XML without HTML's own definitions needs it."""
    code = name2codepoint.get(entity[1].decode("ascii"))
    return entity[0] if code is None or code < 128 else b"&#%d;" % code
