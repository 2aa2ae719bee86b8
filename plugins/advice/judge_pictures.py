"""Finds photographs with too few dots for a page, and files that are far too large."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.advice import rules
from plugins.kernel.problems import Problem

# A column of text is wider than this on any screen but a telephone's.
FEWEST_PX = 600
# A photograph of a phone has 4 to 8 MB; every clone of the project fetches each of them.
LARGEST_MB = 12
_MB = 1024 * 1024


def judge_picture(file: str, width: int, height: int, size_bytes: int) -> Iterator[Problem]:
    """Yield what could be better about a photograph that pages show; `file` is its name below the content folder."""
    if max(width, height) < FEWEST_PX:
        yield rules.SMALL_PICTURE.at(
            file,
            value=f"{width} by {height}",
            what=f"This photograph has {width} by {height} dots, too few for a page: it looks blurred, or small.",
            cure="Take the file from the camera itself, not from an email or a website: 1600 dots across are good.",
        )
    if size_bytes > LARGEST_MB * _MB:
        yield rules.LARGE_PICTURE.at(
            file,
            value=f"{size_bytes // _MB} MB",
            what=f"The file of this photograph has {size_bytes // _MB} MB, and every colleague has to fetch it.",
            cure="Save it as a JPEG with at most 4000 dots across.",
        )
