"""What a drawing (SVG) says of its size, and whether a reader's browser may be handed it."""

from __future__ import annotations

import codecs
import re
from html import unescape
from pathlib import Path

_SVG = re.compile(r"<svg\b[^>]*>")
_SVG_ATTRIBUTE = re.compile(r"\b(width|height|viewBox)\s*=\s*[\"']([^\"']*)[\"']")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
# A length in pixels, or in a unit of about that; a share of the page (100%) is no size of the drawing.
_LENGTH = re.compile(r"\s*(\d+\.?\d*|\.\d+)(?:px|pt)?\s*")
_BOX_NUMBERS = 4
_UNSAFE = re.compile(
    r"<script|<foreignObject|\son[a-z]+\s*=|javascript:|<!ENTITY|@import|\x00"
    r"|(?:href|src)\s*=\s*[\"']\s*(?:https?:)?//|url\(\s*[\"']?\s*(?:https?:)?//",
    re.IGNORECASE,
)
# What browsers pass over within an address, as in "java\nscript:" (the URL standard strips tabs and line ends).
_PASSED_OVER = str.maketrans("", "", "\t\n\r")


def drawing_size(path: Path) -> tuple[int, int] | None:
    """Return width and height of a drawing in pixels, or None where it says neither."""
    found = _SVG.search(path.read_text("utf-8", errors="replace"))
    given = dict(_SVG_ATTRIBUTE.findall(found[0])) if found else {}
    width, height = length_px(given.get("width", "")), length_px(given.get("height", ""))
    if width is not None and height is not None:
        return round(width), round(height)
    box = box_of(given.get("viewBox", ""))
    return (round(box[2]), round(box[3])) if box else None


def length_px(text: str) -> float | None:
    """Return a length that a drawing gives itself, in pixels; None for a share of the page, or nothing."""
    found = _LENGTH.fullmatch(text)
    return float(found[1]) if found else None


def box_of(text: str) -> tuple[float, float, float, float] | None:
    """Return the four numbers of a viewBox: left, top, width, height; None where it is not of four."""
    numbers = [float(number) for number in _NUMBER.findall(text)]
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == _BOX_NUMBERS else None


def unsafe_part(data: bytes) -> str:
    """Return what makes a drawing unsafe, as a browser would read it, or nothing."""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = unescape(data.decode("utf-16" if is_wide else "utf-8", errors="replace"))
    found = _UNSAFE.search(text) or _UNSAFE.search(text.translate(_PASSED_OVER))
    return found[0].strip() if found else ""
