"""Reads the block of facts at the head of a Markdown file, in YAML or as plain "Key: value" lines.

YAML is read by a real parser, as YAML 1.2 without aliases and without duplicate keys, and every plain value stays the
text that was written (14:30, 012 and no are not turned into something else): the fields know their own types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plugins.tools.flat_yaml import read_flat

_FENCE = re.compile(r"-{3,}[ \t]*(?:#.*)?$")
_CLOSE = re.compile(r"(?:-{3,}|\.{3})[ \t]*$")
_PAIR = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


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
            name = _field_name(pair[1])
            if name in fields:
                raise _duplicate(pair[1], number + 1)
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
    names = [_field_name(name) for name, _, _ in flat or ()]
    if flat is None or len(set(names)) < len(names):
        return parse_yaml(text, first_line)
    fields: dict[str, Value] = {name: _flat_value(value) for name, (_, _, value) in zip(names, flat, strict=True)}
    return fields, {name: line for name, (_, line, _) in zip(names, flat, strict=True)}


def _flat_value(value: tuple[str, int] | list[tuple[str, int]]) -> Value:
    return [Text(*item) for item in value] if isinstance(value, list) else Text(*value)


def parse_yaml(text: str, first_line: int) -> tuple[dict[str, Value], dict[str, int]]:
    """Return the facts of a block and the line of each, by the parser; raises FrontMatterError."""
    node = _compose(text, first_line)
    if node is None:
        return {}, {}
    if not isinstance(node, MappingNode):
        raise FrontMatterError(
            "The block at the top is not a list of facts.",
            first_line,
            "Write one fact a line, such as: title: My title",
        )
    return _mapping(node, first_line, set()), _places(node, first_line)


def _compose(text: str, first_line: int) -> Node | None:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    try:
        node: Node | None = yaml.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise FrontMatterError(
            f"YAML: {error.problem or error.context}.", line, _cure_of(str(error.problem))
        ) from error
    except (YAMLError, ValueError) as error:
        raise FrontMatterError(f"YAML: {error}.", first_line, _cure_of("")) from error
    return node


def _cure_of(problem: str) -> str:
    if "mapping values" in problem:
        return 'A value that holds a colon needs quotation marks around it, such as: title: "Tea: a history"'
    if "tab" in problem or "cannot start any token" in problem:
        return "Put quotation marks around the value, and indent with spaces, not with tabs."
    return "Check the quotation marks, hyphens and indents on this line and on the one before it."


def _places(node: MappingNode, first_line: int) -> dict[str, int]:
    return {_field_name(str(key.value)): first_line + key.start_mark.line for key, _ in node.value}


def _value(node: Node, first_line: int, seen: set[int]) -> Value:
    if id(node) in seen:
        raise FrontMatterError(
            "YAML aliases (*name) are not read here.", first_line + node.start_mark.line, "Write the value out again."
        )
    seen.add(id(node))
    if isinstance(node, MappingNode):
        return _mapping(node, first_line, seen)
    if isinstance(node, SequenceNode):
        return [_value(item, first_line, seen) for item in node.value]
    return _scalar(node, first_line + node.start_mark.line)


def _scalar(node: Node, line: int) -> Text:
    plain = isinstance(node, ScalarNode) and node.style is None
    return Text("" if plain and node.value in _NULLS else node.value, line)


def _mapping(node: MappingNode, first_line: int, seen: set[int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = _field_name(str(key.value))
        if name in found:
            raise _duplicate(str(key.value), first_line + key.start_mark.line)
        found[name] = _value(value, first_line, seen)
    return found


def _duplicate(name: str, line: int) -> FrontMatterError:
    return FrontMatterError(f'"{name}" is given twice.', line, "Keep one of the two lines.")


def _field_name(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")
