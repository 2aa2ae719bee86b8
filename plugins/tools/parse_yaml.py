"""Reads facts in YAML by a real parser (ruamel.yaml), for files whose facts are more than names, words and lists."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plugins.tools.front_matter import FrontMatterError, Text, Value, duplicate, field_name

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


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
    return {field_name(str(key.value)): first_line + key.start_mark.line for key, _ in node.value}


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
        name = field_name(str(key.value))
        if name in found:
            raise duplicate(str(key.value), first_line + key.start_mark.line)
        found[name] = _value(value, first_line, seen)
    return found
