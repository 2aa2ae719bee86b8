"""Remembers what has gone up since the last deployment that was finished, so that one that breaks is taken up again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path


class Journal:
    """What one destination has been sent, by file and digest; its name is a digest too, so that it tells nothing.

    `base` is the list of the destination as it was found. What was noted beside another list is no longer certain: in
    between somebody else may have brought another site there.
    """

    def __init__(self, root: Path, destination: str, base: bytes | None) -> None:
        name = sha256(destination.encode()).hexdigest()[:16]
        self._path = root / ".cache" / "deploy" / f"{name}.json"
        self._base = sha256(base or b"").hexdigest()

    def read(self) -> dict[str, str]:
        """Return what went up before the last attempt broke: the digest of each file, or "" where that is uncertain."""
        found = self._found()
        is_certain = found.get("base") == self._base
        files = found.get("files")
        if not isinstance(files, dict):
            return {}
        return {str(file): str(digest) if is_certain else "" for file, digest in files.items()}

    def note(self, files: Iterable[str], digests: Mapping[str, str]) -> None:
        """Remember that files are there now."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        said = self.read() | {file: digests[file] for file in files}
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps({"base": self._base, "files": said}), "utf-8")
        draft.replace(self._path)

    def close(self) -> None:
        """Forget all of it: the list at the destination says it now."""
        with suppress(FileNotFoundError):
            self._path.unlink()

    def _found(self) -> dict[str, object]:
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
