"""Which version of everything made a site: what another version, Python or machine left is not trusted."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

from plugins.bridge.digest import hashed

SETTINGS_FILES = ("pelicanconf.py", "publishconf.py", "requirements.txt")


def version_of(root: Path) -> bytes:
    """Return the digest of all code, settings and locked packages, of this Python and this machine."""
    files = [*sorted((root / "plugins").rglob("*.py")), *(root / name for name in SETTINGS_FILES)]
    parts = [path.read_bytes() for path in files if path.is_file()]
    here = f"{sys.version} {platform.platform()} {platform.node()} {root}".encode()
    return hashed(b"".join(hashed(part) for part in [here, *parts]))


def digest_of(folder: Path, names: str) -> bytes:
    """Return the digest of the files of a folder whose names are of a kind ("*.toml")."""
    return hashed(b"".join(path.name.encode() + hashed(path.read_bytes()) for path in sorted(folder.glob(names))))
