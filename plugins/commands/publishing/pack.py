"""Makes the packed copies of a text that web servers send in its place: Brotli and gzip, as small as they get."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import brotli

# Files of text, by the end of their names; pictures, fonts and recordings are packed by what they are.
TEXTS = frozenset("css csv html ics js json map md mjs opml srt svg txt vtt webmanifest xml xsl".split())


class Packing(NamedTuple):
    """One way to pack: how it is named on the web, and how a text is packed and unpacked."""

    encoding: str
    pack: Callable[[bytes], bytes]
    unpack: Callable[[bytes], bytes]


def _gzip(data: bytes) -> bytes:
    # Without the time, so that the same text is the same bytes.
    return gzip.compress(data, compresslevel=9, mtime=0)


def _brotli(data: bytes) -> bytes:
    return bytes(brotli.compress(data, quality=11))


# By the end that a packed copy's name has besides.
PACKINGS: Mapping[str, Packing] = MappingProxyType(
    {".br": Packing("br", _brotli, brotli.decompress), ".gz": Packing("gzip", _gzip, gzip.decompress)}
)


def is_text(file: str) -> bool:
    """Tell whether a file is published with packed copies."""
    return "." in file and file.rpartition(".")[2].lower() in TEXTS


def is_packed(file: str) -> bool:
    """Tell whether a file is a packed copy of another."""
    stem, _, ending = file.rpartition(".")
    return f".{ending}" in PACKINGS and is_text(stem)


def unpacks_to(packed: bytes, data: bytes, packing: Packing) -> bool:
    """Tell whether a packed copy is exactly that of a text."""
    try:
        return packing.unpack(packed) == data
    except (OSError, EOFError, ValueError, zlib.error, brotli.error):
        return False
