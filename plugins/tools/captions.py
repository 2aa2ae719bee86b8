"""What stands below a picture or a video: a caption for everyone, and whose work it is."""

from __future__ import annotations

import re

_CREDIT = re.compile(r"\s*\bcredit:\s*", re.IGNORECASE)


def parted(caption: str) -> tuple[str, str]:
    """Return a caption's words and its credit, which follows "Credit:"."""
    words, _, credit = _CREDIT.sub("\0", caption, count=1).partition("\0")
    return words.strip(), credit.strip()


def render_caption(words: str, credit: str, *more: str) -> str:
    """Return the caption of a figure; all of it is HTML, and nothing comes of nothing."""
    said = (words, f'<small class="credit">{credit}</small>' if credit else "", *more)
    inside = " ".join(filter(None, said))
    return f"<figcaption>{inside}</figcaption>" if inside else ""
