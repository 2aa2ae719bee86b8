"""Reads the body of an answer: all of it or nothing, and never more than the limit, packed or unpacked."""

from __future__ import annotations

import http.client
import zlib
from collections.abc import Iterator

from plugins.commands.fetch_connection import FetchError

_GZIP = 31  # zlib: the largest window, and a header of gzip
_STEP_BYTES = 65_536


def read_body(response: http.client.HTTPResponse, limit: int) -> bytes:
    """Return the whole body, unpacked; raises FetchError when it is too large, or ends too early."""
    packing = str(response.headers.get("Content-Encoding", "identity")).strip().casefold()
    if packing not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError("packs its answer in a way that we did not ask for")
    chunks = _whole(response, limit)
    body = _unpacked(chunks, limit) if packing.endswith("gzip") else b"".join(chunks)
    if not body:
        raise FetchError("answers with nothing at all")
    return body


def _whole(response: http.client.HTTPResponse, limit: int) -> Iterator[bytes]:
    """Yield the body as it comes, and see that all of it has come."""
    promised = response.length
    if promised is not None and promised > limit:
        raise FetchError(_too_large(limit))
    size = 0
    while chunk := response.read(_STEP_BYTES):
        size += len(chunk)
        if size > limit:
            raise FetchError(_too_large(limit))
        yield chunk
    if promised is not None and size < promised:
        raise FetchError(f"broke off in the middle of its answer, after {size} of {promised} bytes")


def _unpacked(chunks: Iterator[bytes], limit: int) -> bytes:
    unpacker, parts, size = zlib.decompressobj(_GZIP), [], 0
    for chunk in chunks:
        packed = chunk
        while packed:
            part = unpacker.decompress(packed, _STEP_BYTES)
            size += len(part)
            if size > limit:
                raise FetchError(_too_large(limit))
            parts.append(part)
            packed = unpacker.unconsumed_tail or unpacker.unused_data
            if unpacker.eof and packed:
                unpacker = zlib.decompressobj(_GZIP)
    parts.append(unpacker.flush())
    if not unpacker.eof:
        raise FetchError("broke off in the middle of its answer")
    return b"".join(parts)


def _too_large(limit: int) -> str:
    return f"sends more than {limit / 1_000_000:g} MB, which no list of events needs"
