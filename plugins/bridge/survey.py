"""What a build must know of files before it can begin, found out while code is still being loaded."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from plugins.bridge.digest import hashed
from plugins.bridge.staging import files_of
from plugins.bridge.version import version_of

# Files that are read as texts (bridge/documents.py).
TEXTS = (".md", ".markdown", ".mkd", ".mdown")


class Survey(NamedTuple):
    """The version of everything that makes a site, and the digest of each text by its path."""

    version: bytes
    texts: dict[str, bytes]


def survey(root: Path, folders: Iterable[str], version: bytes = b"") -> Survey:
    """Look at the code below the project's root, and at the texts in folders; one that cannot be read is left out.

    Where the version of the code is known, it is not looked at.
    """
    texts: dict[str, bytes] = {}
    for folder in folders:
        for name, _ in files_of(Path(folder)):
            if name.endswith(TEXTS):
                path = f"{folder}/{name}"
                try:
                    with open(path, "rb", buffering=0) as file:
                        texts[path] = hashed(file.read())
                except OSError:
                    continue
    return Survey(version=version or version_of(root), texts=texts)
