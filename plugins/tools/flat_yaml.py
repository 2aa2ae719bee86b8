"""Reads YAML that is plain facts and lists, as most front matter is, without a parser; all else it leaves alone.

What it does read comes out as tools/front_matter.py would have it (a test compares the two on every shape it takes).
"""

from __future__ import annotations

import re

Value = tuple[str, int]
Fact = tuple[str, int, Value | list[Value]]

_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?: +(.*?))? *$")
_ITEM = re.compile(r"( *)- +(.*?) *$")
# What cannot begin a plain value, and what cannot stand inside one (YAML 1.2, 7.3.3).
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<][^\t]*")
_NOT_INSIDE = re.compile(r": |:$| #")
_QUOTED = re.compile(r"\"([^\"\\\t]*)\"|'([^'\t]*)'")
# In a list on one line, words and no more: commas, brackets, quotes and colons mean something there.
_FLOW_ITEM = re.compile(r"[^\W_](?:[\w .'’/+()–-]*[\w)])?")
_NULLS = frozenset({"null", "Null", "NULL"})


def read_flat(text: str, first_line: int) -> list[Fact] | None:
    """Return each fact with its line and its value or list of values, each with its line; None for any other YAML."""
    facts: list[Fact] = []
    for number, line in enumerate(text.split("\n"), first_line):
        if not line.strip():
            if line or facts:
                return None
            continue
        fact = _fact(line, number, facts)
        if fact is None:
            return None
        if fact is not _JOINED:
            facts.append(fact)
    is_empty = any(values == [] for _, _, values in facts)
    return None if is_empty or not facts else facts


_JOINED: Fact = ("", 0, [])


def _fact(line: str, number: int, facts: list[Fact]) -> Fact | None:
    key = _KEY.fullmatch(line)
    if key:
        if not key[2]:
            return (key[1], number, [])
        value = _flow(key[2]) if key[2].startswith("[") else _scalar(key[2])
        if isinstance(value, list):
            return (key[1], number, [(item, number) for item in value])
        return None if value is None else (key[1], number, (value, number))
    item = _ITEM.fullmatch(line)
    values = facts[-1][2] if facts else None
    value = _scalar(item[2]) if item else None
    if value is None or not isinstance(values, list):
        return None
    values.append((value, number))
    return _JOINED


def _flow(written: str) -> list[str] | None:
    """Return the items of a list on one line, "[one, two words]"."""
    items = [item.strip(" ") for item in written[1:-1].split(",")]
    if not written.endswith("]") or not all(_FLOW_ITEM.fullmatch(item) for item in items):
        return None
    return ["" if item in _NULLS else item for item in items]


def _scalar(written: str) -> str | None:
    quoted = _QUOTED.fullmatch(written)
    if quoted:
        return quoted[1] if quoted[1] is not None else quoted[2]
    if not _PLAIN.fullmatch(written) or _NOT_INSIDE.search(written):
        return None
    return "" if written in _NULLS else written
