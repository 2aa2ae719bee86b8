"""What the last build knew and made, kept for the next; a file that is not exactly ours is thrown away."""

from __future__ import annotations

import pickle
import platform
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.bridge.digest import SIZE_BYTES, hashed

# A cut or changed file is seen by its digest before anything of it is read.
_FORMAT = b"broadside ledger 1\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage:
    """One page as it was made: of what (`key`), with which bytes (`content`), and how much of now it looked at."""

    key: bytes
    content: bytes
    asked: frozenset[str]
    now: str
    year: int


@dataclass(slots=True, kw_only=True)
class Ledger:
    """The pages of a build by file, what was worked out by key, and what is known of each template."""

    pages: dict[str, MadePage] = field(default_factory=dict)
    results: dict[bytes, Any] = field(default_factory=dict)
    templates: dict[bytes, Any] = field(default_factory=dict)


def version_of(root: Path) -> bytes:
    """Return the digest of all code, locked packages and measured fonts, of this Python and this machine."""
    sources = sorted([*(root / "plugins").rglob("*.py"), *(root / "theme" / "fonts-ttf").glob("*.ttf")])
    parts = [path.read_bytes() for path in [*sources, root / "requirements.txt"] if path.is_file()]
    here = f"{sys.version} {platform.platform()} {platform.node()} {root}".encode()
    return hashed(b"".join(hashed(part) for part in [here, *parts]))


def read_ledger(path: Path, version: bytes) -> Ledger:
    """Return what the last build left, or an empty ledger when there is none that can be trusted."""
    try:
        data = path.read_bytes()
    except OSError:
        return Ledger()
    head = _FORMAT + version
    sealed, body = data[len(head) : len(head) + SIZE_BYTES], data[len(head) + SIZE_BYTES :]
    if not data.startswith(head) or sealed != hashed(body):
        return Ledger()
    try:
        found = pickle.loads(body)
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError):
        return Ledger()
    return found if isinstance(found, Ledger) else Ledger()


def write_ledger(path: Path, version: bytes, ledger: Ledger) -> None:
    """Keep what this build knew and made, in one step: a build that is killed leaves the old ledger or the new one."""
    body = pickle.dumps(ledger, protocol=pickle.HIGHEST_PROTOCOL)
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f"{path.name}.new")
    staged.write_bytes(_FORMAT + version + hashed(body) + body)
    staged.replace(path)
