"""Reads the plainest marks within a line: `code`, *emphasis*, **strength** and [links](address), side by side.

Most texts have no others, and what Python-Markdown makes of these is an element each, with the text between them.
Whatever is nested, escaped, ambiguous or unusual is not read here.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.util import STX, AtomicString, code_escape

# A text that holds one of these is not read here: escapes, HTML, pictures, and what was marked up before.
_ODD = ("\\", "<", "![", "  \n", STX)
_PLAIN = r"(?!\s)([^`*_\[\]]+)(?<!\s)"
# Each begins with its own character, and what else that character might begin comes last and has no group.
# Underscores mark whole words only; a run of stars is as long at its end as at its beginning.
_MARK = re.compile(
    rf"`([^`]+)`(?!`)|\*\*{_PLAIN}\*\*(?!\*)|\*{_PLAIN}\*(?!\*)"
    rf"|__(?<![\w_]__){_PLAIN}__(?![\w_])|_(?<![\w_]_){_PLAIN}_(?![\w_])"
    r"|\[([^`*_\[\]]+)\]\(([^\s()<>\"'`\[\]]+)\)|`|\*|_|\["
)
_CODE, _STRONG, _EM, _STRONG_TOO, _EM_TOO, _ADDRESS = 1, 2, 3, 4, 5, 7
_TAGS = {_STRONG: "strong", _EM: "em", _STRONG_TOO: "strong", _EM_TOO: "em"}


def read_marks(text: str) -> tuple[str | None, list[Element]] | None:
    """Return the text before the first mark and an element for each, its tail the text after it; None when unsure."""
    if any(odd in text for odd in _ODD) or ("&" in text and ";" in text):
        return None
    begin: str | None = None
    elements: list[Element] = []
    done = 0
    for found in _MARK.finditer(text):
        if found.lastindex is None:
            return None
        between = text[done : found.start()]
        if not elements:
            begin = between or None
        elif between:
            elements[-1].tail = between
        elements.append(_element(found.lastindex, found))
        done = found.end()
    if elements and done < len(text):
        elements[-1].tail = text[done:]
    return (begin, elements) if elements else None


def _element(kind: int, found: re.Match[str]) -> Element:
    if kind == _CODE:
        element = Element("code")
        element.text = AtomicString(code_escape(found[_CODE].strip()))
    elif kind == _ADDRESS:
        element = Element("a", {"href": found[_ADDRESS]})
        element.text = found[_ADDRESS - 1]
    else:
        element = Element(_TAGS[kind])
        element.text = found[kind]
    return element
