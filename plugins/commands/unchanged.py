"""Answers at once where a build would find nothing changed: no file that goes in or comes out, no option, no moment.

This is proved before Pelican, or anything else that takes time to load, is loaded. A file is taken for unchanged when
its size, its times and its number on the disk are what they were; one that was saved so shortly before the last build
that its times could not tell is compared byte for byte. Whatever is not certain, a build finds out.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

# Two saves within this time may leave the same times on a file (the coarsest file systems count in seconds).
_UNTOLD_NS = 2_000_000_000
# Variables that say what a build makes.
_VARIABLES = ("SOURCE_DATE_EPOCH", "BROADSIDE_SAMPLES", "TZ")
# The size of the digests in which a build knows what it has written (bridge/digest.py, which takes time to load).
DIGEST_BYTES = 16
# What no build reads or writes: Python's own copies of code.
_SKIPPED = "__pycache__"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a tree of files was like: the digest of all their signs, and the digests of those lately saved, by path."""

    sign: str
    lately: dict[str, str] = field(default_factory=dict)


# What nobody has looked at.
UNSEEN = Seen(sign="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One finished build: what it was asked, what went in and came out, how long it stands, and what it said."""

    asked: list[str]
    inputs: list[str]
    output: str
    went_in: Seen
    came_out: Seen
    since: float
    until: float
    said: str


def circumstances(arguments: Iterable[str]) -> list[str]:
    """Return what a build is asked for: the words as typed, from where, by which Python, with which variables."""
    variables = [os.environ.get(name, "") for name in _VARIABLES]
    return [*arguments, os.getcwd(), sys.version, sys.prefix, *variables]


def look(paths: Iterable[str], known: Callable[[str], str] = lambda _: "") -> Seen:
    """Return what files, and all files below folders, are like now; `known` has the digests of some, by path."""
    signs, lately = hashlib.blake2b(digest_size=DIGEST_BYTES), {}
    recent = time.time_ns() - _UNTOLD_NS
    for path in paths:
        for file, found in _files(path):
            sign = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
            signs.update(f"{file}\0{sign}\n".encode(errors="surrogateescape"))
            # A new name for an old file changes st_ctime alone, and not what is in it.
            if found.st_mtime_ns > recent or os.name == "nt":
                lately[file] = known(file) or _digest(file)
    return Seen(sign=signs.hexdigest(), lately=lately)


def remember(root: Path, proof: Proof) -> None:
    """Keep the proof of the last build, in one step."""
    place = _place(root)
    body = json.dumps(asdict(proof))
    place.parent.mkdir(parents=True, exist_ok=True)
    staged = place.with_name(f"{place.name}.new")
    staged.write_text(f"{_seal(body)}\n{body}", encoding="utf-8", errors="surrogateescape")
    staged.replace(place)


def answer(root: Path, arguments: list[str]) -> str | None:
    """Return what the last build said, when another would make the same and say the same; None when that may differ."""
    try:
        seal, _, body = _place(root).read_text(encoding="utf-8", errors="surrogateescape").partition("\n")
        if seal != _seal(body):
            return None
        proof = json.loads(body)
        if proof["asked"] != circumstances(arguments) or not proof["since"] <= time.time() < proof["until"]:
            return None
        is_same = _is_same(proof["inputs"], proof["went_in"]) and _is_same([proof["output"]], proof["came_out"])
        return str(proof["said"]) if is_same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _place(root: Path) -> Path:
    return root / ".cache" / "last-build.json"


def _is_same(paths: list[str], before: dict[str, object]) -> bool:
    lately = before["lately"]
    if look(paths).sign != before["sign"] or not isinstance(lately, dict):
        return False
    return all(_digest(file) == digest for file, digest in lately.items())


def _files(path: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield a file, or every file below a folder in order, with what the system says of it; links are followed."""
    if not os.path.isdir(path):
        if os.path.exists(path):
            yield path, os.stat(path)
        return
    waiting, seen = [path], {os.path.realpath(path)}
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        for entry in found:
            if entry.is_dir():
                real = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
                if entry.name != _SKIPPED and real not in seen:
                    seen.add(real)
                    waiting.append(entry.path)
            elif entry.is_file():
                yield entry.path, entry.stat()


def _digest(file: str) -> str:
    with open(file, "rb") as opened:
        return hashlib.file_digest(opened, partial(hashlib.blake2b, digest_size=DIGEST_BYTES)).hexdigest()


def _seal(body: str) -> str:
    return hashlib.blake2b(body.encode(errors="surrogateescape"), digest_size=DIGEST_BYTES).hexdigest()
