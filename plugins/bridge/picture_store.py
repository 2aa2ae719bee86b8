"""Photographs by their content: what was seen when one was looked at, and its copies, kept from build to build.

A folder beside the other caches, named after everything that decides what a copy is like (our code, Pillow, the kind of
machine). Each file in it is sealed with a digest; one that is not exactly ours counts as lost, and is made again.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from plugins.bridge.digest import SIZE_BYTES, hashed
from plugins.tools import photograph as model
from plugins.tools.photograph import Photograph, PictureError

_MAKERS = ("look_at_picture", "open_picture", "photograph", "shrink")


class PictureStore:
    """Looks at photographs and makes their copies, once for each content; without a folder, nothing is kept.

    `print_of` returns the digest of a file. `used` are the pictures that facts name; `offered` are all photographs of
    the content folder, with their names there.
    """

    def __init__(self, folder: Path | None, print_of: Callable[[Path], str]) -> None:
        self._root, self._print_of = folder, print_of
        self._seen: dict[str, Photograph | PictureError] = {}
        self.used: set[Path] = set()
        self.offered: dict[Path, str] = {}

    def use(self, path: Path) -> None:
        """Remember that a page shows a picture."""
        self.used.add(path)

    def look(self, path: Path) -> tuple[Photograph, str]:
        """Return what a page must know of a photograph, and its digest; raises PictureError for one it cannot show."""
        digest = self._print_of(path)
        # The same bytes under another name may be mislabelled there.
        key = f"{digest}-{hashed(path.name.encode(errors='surrogateescape')).hex()[:8]}.seen"
        if key not in self._seen:
            self._seen[key] = self._known(key) or self._look(path, key)
        seen = self._seen[key]
        if isinstance(seen, PictureError):
            raise seen
        return seen, digest

    def kept(self, path: Path, copy: str) -> bytes | None:
        """Return one copy of a photograph ("480.avif"), or None where it is not there as it was made."""
        _, digest = self.look(path)
        return self._read(f"{digest}/{copy}")

    def make(self, path: Path) -> dict[str, bytes]:
        """Make all copies of a photograph, keep them, and return them."""
        from plugins.tools.shrink import shrink

        photograph, digest = self.look(path)
        made = dict(shrink(path, photograph))
        for copy, data in made.items():
            self._write(f"{digest}/{copy}", data)
        return made

    def tidy(self) -> None:
        """Throw away what another version has kept."""
        if self._folder is not None and self._root is not None and self._folder.is_dir():
            for other in self._root.iterdir():
                if other != self._folder:
                    shutil.rmtree(other, ignore_errors=True)

    @cached_property
    def _folder(self) -> Path | None:
        if self._root is None:
            return None
        code = [Path(model.__file__).with_name(f"{name}.py").read_bytes() for name in _MAKERS]
        here = f"{version('pillow')} {platform.system()} {platform.machine()}".encode()
        return self._root / hashed(b"".join(hashed(part) for part in (here, *code))).hex()

    def _look(self, path: Path, key: str) -> Photograph | PictureError:
        from plugins.tools.look_at_picture import look_at

        seen: Photograph | PictureError
        try:
            seen = look_at(path)
            said: dict[str, object] = {"photograph": asdict(seen)}
        except PictureError as error:
            seen, said = error, {"problem": [error.what, error.cure]}
        self._write(key, json.dumps(said).encode())
        return seen

    def _known(self, key: str) -> Photograph | PictureError | None:
        kept = self._read(key)
        if kept is None:
            return None
        said = json.loads(kept)
        return PictureError(*said["problem"]) if "problem" in said else Photograph(**said["photograph"])

    def _read(self, name: str) -> bytes | None:
        if self._folder is None:
            return None
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        body = data[SIZE_BYTES:]
        return body if data[:SIZE_BYTES] == _seal(name, body) else None

    def _write(self, name: str, body: bytes) -> None:
        """Keep some bytes, in one step, as several processes may at once; where there is no room, they are not kept."""
        if self._folder is None:
            return
        path = self._folder / name
        staged = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(_seal(name, body) + body)
            staged.replace(path)


def _seal(name: str, body: bytes) -> bytes:
    return hashed(name.encode() + b"\0" + body)
