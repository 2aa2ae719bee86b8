"""Keeps the texts of documents in a file of their own, so that a build reads none that no page needs anew."""

from __future__ import annotations

from pathlib import Path

from plugins.bridge.digest import hashed

# Where a text lies in the file: its first byte, and how many there are.
Place = tuple[int, int]
# Texts that nobody names any more are let be until they take more room than this share.
_WASTE = 0.5


class TextStore:
    """Texts by their digest; one that is not as it was written counts as lost."""

    def __init__(self, path: Path | None, places: dict[bytes, Place]) -> None:
        self._path = path
        self._places = places
        self._new: dict[bytes, bytes] = {}

    def add(self, text: str) -> bytes:
        """Keep a text, and return its digest."""
        data = text.encode(errors="surrogatepass")
        digest = hashed(data)
        if digest not in self._places:
            self._new[digest] = data
        return digest

    def get(self, digest: bytes) -> str | None:
        """Return a text, or None when it is lost."""
        data = self._new.get(digest)
        if data is None:
            data = self._read(digest)
        return None if data is None else data.decode(errors="surrogatepass")

    def save(self, wanted: set[bytes]) -> dict[bytes, Place]:
        """Write what is new, and return where each text that is still wanted lies."""
        if self._path is None:
            return {}
        kept = {digest: place for digest, place in self._places.items() if digest in wanted}
        size = self._path.stat().st_size if self._path.exists() else 0
        if sum(length for _, length in kept.values()) < size * _WASTE:
            self._new |= {digest: data for digest in kept if (data := self._read(digest)) is not None}
            kept, size = {}, 0
        with self._path.open("ab" if size else "wb") as file:
            for digest in self._new.keys() & wanted:
                kept[digest] = (file.tell(), file.write(self._new[digest]))
        return kept

    def _read(self, digest: bytes) -> bytes | None:
        place = self._places.get(digest)
        if place is None or self._path is None:
            return None
        try:
            with self._path.open("rb") as file:
                file.seek(place[0])
                data = file.read(place[1])
        except OSError:
            return None
        return data if hashed(data) == digest else None
