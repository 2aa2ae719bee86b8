"""Which files have a digest of what they hold in their names, so that they can be kept for ever."""

from __future__ import annotations

import re
from collections.abc import Iterable

# site.3fa9c2b1d0.css below theme/, feeds/ and embed/, when published; kettle-3fa9c2b1d0-800.avif among the pictures, in
# any case (plugins/tools/shown_picture.py). Staff may call a form minutes.20261012.pdf: so the folder counts.
PATTERN = (
    r"(?:theme|feeds|embed)/.*\.[0-9a-f]{8,64}\.[a-z0-9]+"
    r"|(?:images|videos)/.*-[0-9a-f]{10}-(?:[0-9]+|moving)\.(?:avif|webp|jpg|png)"
)
_DIGEST = re.compile(PATTERN)


def has_digest(path: str) -> bool:
    """Tell whether a file's name changes whenever the file does."""
    return bool(_DIGEST.fullmatch(path))


def digest_globs(files: Iterable[str]) -> tuple[str, ...]:
    """Return what stands for files with a digest and for no other, such as "theme/*.css": a glob knows no patterns."""
    by_glob: dict[str, bool] = {}
    for file in files:
        glob = _glob_of(file)
        by_glob[glob] = by_glob.get(glob, True) and has_digest(file)
    return tuple(sorted(glob for glob, is_lasting in by_glob.items() if glob and is_lasting))


def _glob_of(file: str) -> str:
    folder, has_folder, name = file.partition("/")
    return f"{folder}/*.{name.rpartition('.')[2]}" if has_folder and "." in name else ""
