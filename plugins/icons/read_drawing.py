"""Reads an SVG of the library's own as its mark; one that runs, loads or needs anything is refused with the reason."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from plugins.icons.model import Mark
from plugins.tools.drawing import box_of, length_px

SIZE_LIMIT_BYTES = 50_000
_SVG = "{http://www.w3.org/2000/svg}"
# What runs, loads, or holds another document; text needs a font that the reader may not have.
_REFUSED = {
    "script": "it holds a script",
    "foreignObject": "it holds a page within the drawing",
    "image": "it holds a photograph",
    "text": "it holds text, for which not every reader has the font",
    "animate": "it moves",
    "animateTransform": "it moves",
    "animateMotion": "it moves",
    "set": "it moves",
}
_ELSEWHERE = re.compile(r"@import|url\((?!\s*[\"']?#)|expression\(|javascript:", re.IGNORECASE)


class UnusableDrawingError(ValueError):
    """Why a file cannot be an icon, as the end of a sentence: "it holds a script"."""


def read_drawing(data: bytes) -> Mark:
    """Return an SVG file as a mark; raises UnusableDrawingError."""
    if len(data) > SIZE_LIMIT_BYTES:
        raise UnusableDrawingError(f"it is larger than {SIZE_LIMIT_BYTES // 1000} kB")
    root = _parsed(data)
    for element in root.iter():
        for reason in _reasons(element):
            raise UnusableDrawingError(reason)
    x, y, width, height = _box(root)
    if width <= 0 or height <= 0:
        raise UnusableDrawingError("it says neither viewBox nor width and height")
    ET.register_namespace("", _SVG[1:-1])
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    return Mark(svg=_within(root, (x, y, width, height)), x=x, y=y, width=width, height=height)


def _parsed(data: bytes) -> ET.Element:
    if b"<!ENTITY" in data.upper():
        raise UnusableDrawingError("it defines entities, which other programs read in their own ways")
    try:
        root = ET.fromstring(data)  # noqa: S314 - without entities there is nothing that could grow
    except (ET.ParseError, ValueError, LookupError):
        raise UnusableDrawingError("it is no SVG") from None
    if root.tag != f"{_SVG}svg":
        raise UnusableDrawingError("it is no SVG")
    return root


def _reasons(element: ET.Element) -> Iterator[str]:
    """Yield what speaks against one element."""
    name = str(element.tag).rpartition("}")[2]
    if name in _REFUSED:
        yield _REFUSED[name]
    if name == "style" and _ELSEWHERE.search(element.text or ""):
        yield "its style loads something from elsewhere"
    for attribute, value in element.attrib.items():
        key = attribute.rpartition("}")[2].lower()
        if key.startswith("on"):
            yield "it holds a script"
        elif (key in {"href", "src"} and not value.strip().startswith("#")) or _ELSEWHERE.search(value):
            yield "it loads something from elsewhere"


def _box(root: ET.Element) -> tuple[float, float, float, float]:
    width, height = (length_px(root.get(side, "")) or 0.0 for side in ("width", "height"))
    return box_of(root.get("viewBox", "")) or (0.0, 0.0, width, height)


def _within(root: ET.Element, box: tuple[float, float, float, float]) -> str:
    """Return the drawing as an element that keeps its own box, wherever it is put."""
    x, y, width, height = (f"{number:g}" for number in box)
    root.attrib.update({"x": x, "y": y, "width": width, "height": height, "viewBox": f"{x} {y} {width} {height}"})
    return ET.tostring(root, encoding="unicode")
