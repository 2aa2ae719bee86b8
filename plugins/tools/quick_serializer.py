"""Writes the tree that Python-Markdown made as HTML, as its own serializer does, with less ado for each element."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import serializers

_BOOLEAN: frozenset[str] = serializers.BOOLEAN_ATTRIBUTES["html"]  # type: ignore[attr-defined]  # newer than its types
# Elements whose text is not escaped.
_RAW = frozenset({"script", "style"})


def to_html(element: Element) -> str:
    """Return an element as HTML."""
    parts: list[str] = []
    try:
        _write(element, parts.append)
    except (AttributeError, TypeError, RecursionError):
        # A comment, a name in a namespace, or a tree too deep to walk so: the original does them all.
        return serializers.to_html_string(element)
    return "".join(parts)


def _write(element: Element, write: Callable[[str], None]) -> None:
    tag, text, tail, items = element.tag, element.text, element.tail, element.items()
    name = tag.lower()
    begin = "<" + tag + (_attributes(items) if items else "") + ">"
    end = "" if name in HTML_EMPTY else "</" + tag + ">"
    if text:
        begin += text if name in _RAW else _escape(text)
    if tail:
        end += _escape(tail)
    if len(element):
        write(begin)
        for child in element:
            _write(child, write)
        write(end)
    else:
        write(begin + end)


def _attributes(items: Iterable[tuple[str, str]]) -> str:
    return "".join([_attribute(name, value) for name, value in sorted(items)])


def _attribute(name: str, value: str | None) -> str:
    if value is None:
        return " " + name
    value = _escape(value).replace('"', "&quot;")
    return " " + value if name == value and name in _BOOLEAN else " " + name + '="' + value + '"'


def _escape(text: str) -> str:
    """Return text with what is special in HTML escaped, but for what is an entity already."""
    if "&" in text:
        text = serializers.RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text
