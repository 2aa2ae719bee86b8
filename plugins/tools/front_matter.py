"""Reads the block of facts at the head of a Markdown file, in YAML or as plain "Key: value" lines.

YAML is read by a real parser, as YAML 1.2 without aliases and without duplicate keys, and every plain value stays the
text that was written (14:30, 012 and no are not turned into something else): the fields know their own types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from plugins.tools.flat_yaml import read_flat

_FENCE = re.compile(r"-{3,}[ \t]*(?:#.*)?$")
_CLOSE = re.compile(r"(?:-{3,}|\.{3})[ \t]*$")
_PAIR = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")


class Text(str):
    """A value as it was written, which remembers its line (counted from 1)."""

    __slots__ = ("line",)
    line: int

    def __new__(cls, text: str, line: int) -> Self:
        self = super().__new__(cls, text)
        self.line = line
        return self

    def __reduce__(self) -> tuple[type[Text], tuple[str, int]]:
        return Text, (str(self), self.line)


Value = Text | list[Any] | dict[str, Any]


class FrontMatterError(ValueError):
    """The block cannot be read; `line` is where, counted from 1, and `cure` how to mend it."""

    def __init__(self, what: str, line: int, cure: str) -> None:
        super().__init__(what)
        self.line = line
        self.cure = cure


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The facts of a file by field name (lower case, "-" as "_"), its text, and the line its text begins on."""

    fields: Mapping[str, Value]
    lines: Mapping[str, int]
    body: str
    body_line: int


def split(text: str) -> FrontMatter:
    """Return a file's facts and its text.

    Raises FrontMatterError when there is a block and it cannot be read.
    """
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[first].rstrip() == "+++":
        what, cure = "The facts at the top are in TOML.", "Write them between lines of ---, such as: title: My title"
        raise FrontMatterError(what, first + 1, cure)
    if lines and _FENCE.match(lines[first]):
        return _split_yaml(lines, first)
    return _split_pairs(lines, first)


def _split_yaml(lines: list[str], first: int) -> FrontMatter:
    for end in range(first + 1, len(lines)):
        if _CLOSE.match(lines[end]):
            fields, places = _read_yaml("\n".join(lines[first + 1 : end]), first + 2)
            body = "\n".join(lines[end + 1 :])
            return FrontMatter(fields=fields, lines=places, body=body, body_line=end + 2)
    raise FrontMatterError(
        "The block of facts at the top is opened with --- but never closed.",
        first + 1,
        "Put a line of three hyphens (---) after the last fact, before the text begins.",
    )


def _split_pairs(lines: list[str], first: int) -> FrontMatter:
    fields: dict[str, Value] = {}
    places: dict[str, int] = {}
    name, number = "", first
    for number in range(first, len(lines)):
        line = lines[number]
        pair = _PAIR.match(line)
        if not line.strip():
            break
        if pair:
            name = field_name(pair[1])
            if name in fields:
                raise duplicate(pair[1], number + 1)
            fields[name], places[name] = Text((pair[2] or "").strip(), number + 1), number + 1
        elif name and line[:1].isspace():
            fields[name] = Text(f"{fields[name]}\n{line.strip()}".strip(), places[name])
        else:
            break
    else:
        number = len(lines)
    return FrontMatter(fields=fields, lines=places, body="\n".join(lines[number:]), body_line=number + 1)


def _read_yaml(text: str, first_line: int) -> tuple[dict[str, Value], dict[str, int]]:
    flat = read_flat(text, first_line)
    names = [field_name(name) for name, _, _ in flat or ()]
    if flat is None or len(set(names)) < len(names):
        from plugins.tools.parse_yaml import parse_yaml

        return parse_yaml(text, first_line)
    fields: dict[str, Value] = {name: _flat_value(value) for name, (_, _, value) in zip(names, flat, strict=True)}
    return fields, {name: line for name, (_, line, _) in zip(names, flat, strict=True)}


def _flat_value(value: tuple[str, int] | list[tuple[str, int]]) -> Value:
    return [Text(*item) for item in value] if isinstance(value, list) else Text(*value)


def duplicate(name: str, line: int) -> FrontMatterError:
    """Return the error of a fact that is given twice."""
    return FrontMatterError(f'"{name}" is given twice.', line, "Keep one of the two lines.")


def field_name(name: str) -> str:
    """Return the name of a fact as we look for it: lower case, with underscores."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")
