"""Reads YAML that is plain facts and lists, as most front matter is, without a parser; all else it leaves alone.

What it does read comes out as tools/front_matter.py would have it (a test compares the two on every shape it takes).
Only a control character within plain words is read here and refused there: it is one that nobody can see, and better
reported than the end of a page. Where it would need to be understood, the parser has the word.
"""

from __future__ import annotations

import re

Line = tuple[int, str]
Value = tuple[str, int]
Fact = tuple[str, int, Value | list[Value]]

_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?: +(.*))?")
_ITEM = re.compile(r"( *)- +(.*)")
# What cannot begin a plain value, and what cannot stand inside one (YAML 1.2, 7.3.3).
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<][^\t]*")
_NOT_INSIDE = re.compile(r": |:$")
_COMMENT = r"(?: +#.*)?"
_DOUBLE = r'"([^"\\\t]*(?:\\["\\/_nt][^"\\\t]*)*)"'
_SINGLE = r"'([^'\t]*(?:''[^'\t]*)*)'"
_QUOTED = re.compile(f"(?:{_DOUBLE}|{_SINGLE}){_COMMENT}")
_AS_IT_STANDS = re.compile(r"\"[^\"\\\t]*\"|'[^'\t]*'")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"_": "\u00a0", "n": "\n", "t": "\t"}
# In a list on one line a plain value is words and no more: commas, brackets, quotes and colons mean something there.
_WORDS = r"[^\W_](?:[\w .'’/+()–-]*[\w)])?"
_FLOW_ITEM = re.compile(f"{_DOUBLE}|{_SINGLE}|({_WORDS})")
_FLOW = re.compile(rf"\[ *(?:{_FLOW_ITEM.pattern})(?: *, *(?:{_FLOW_ITEM.pattern}))* *(?P<end>\]){_COMMENT}")
# A text on the lines below its name, all of them indented alike: folded to one line, or as it stands.
_JOINTS = {">": " ", ">-": " ", "|": "\n", "|-": "\n"}
_BLOCK_LINE = re.compile(r"( +)([^ \t].*)")
# YAML ends a line at these as well, and folds them.
_SEPARATORS = ("\x85", "\u2028", "\u2029", "\r")
_NULLS = frozenset({"null", "Null", "NULL"})


def read_flat(text: str, first_line: int) -> list[Fact] | None:
    """Return each fact with its line and its value or list of values, each with its line; None for any other YAML."""
    if any(separator in text for separator in _SEPARATORS):
        return None
    facts: list[Fact] = []
    rest = list(enumerate(text.split("\n"), first_line))[::-1]
    while rest:
        number, line = rest.pop()
        if not line or (line.startswith("#") and line.isprintable()):
            continue
        fact = _fact(line, number, rest)
        if fact is None:
            return None
        facts.append(fact)
    return facts or None


def _fact(line: str, number: int, rest: list[Line]) -> Fact | None:
    """Return the fact that begins with a line; the lines below that belong to it are taken off the rest."""
    key = _KEY.fullmatch(line.rstrip(" "))
    if not key:
        return None
    name, written = key.groups()
    value: str | list[Value] | None
    if not written:
        value = _items(rest)
    elif written.startswith("["):
        value = _flow(written, number)
    elif written in _JOINTS:
        value = _block(written, rest)
    else:
        value = _scalar(written)
    if value is None:
        return None
    return (name, number, value if isinstance(value, list) else (value, number if written else _next(number, rest)))


def _next(number: int, rest: list[Line]) -> int:
    """Return the line of the next fact, or the last: there the parser finds a value that is not written at all."""
    found = (place for place, line in reversed(rest) if line and not line.startswith("#"))
    return next(found, rest[0][0] if rest else number)


def _items(rest: list[Line]) -> list[Value] | str | None:
    """Return the list that stands on the next lines, or "" where there is none."""
    values: list[Value] = []
    indents: set[str] = set()
    while rest and (item := _ITEM.fullmatch(rest[-1][1].rstrip(" "))):
        value = _scalar(item[2])
        indents.add(item[1])
        if value is None or len(indents) > 1:
            return None
        values.append((value, rest.pop()[0]))
    return values or ""


def _flow(written: str, number: int) -> list[Value] | None:
    """Return the items of a list on one line, '[one, "two words"]'."""
    found = _FLOW.fullmatch(written)
    if not found or not written.isprintable():
        return None
    items = _FLOW_ITEM.finditer(written, 1, found.start("end"))
    return [(_plain(item[3]) if item[3] else _unquoted(item), number) for item in items]


def _block(mark: str, rest: list[Line]) -> str | None:
    """Return the text on the next lines, which are indented alike and none of them empty."""
    lines: list[str] = []
    indents: set[str] = set()
    while rest and (line := _BLOCK_LINE.fullmatch(rest[-1][1])):
        indents.add(line[1])
        lines.append(line[2])
        rest.pop()
    if len(indents) != 1 or not all(line.isprintable() for line in lines):
        return None
    has_end = bool(rest) and not mark.endswith("-")
    return _JOINTS[mark].join(lines) + ("\n" if has_end else "")


def _scalar(written: str) -> str | None:
    quoted = _QUOTED.fullmatch(written)
    if quoted:
        return _unquoted(quoted) if written.isprintable() or _AS_IT_STANDS.fullmatch(written) else None
    value, _, comment = written.partition(" #")
    value = value.rstrip(" ")
    if not _PLAIN.fullmatch(value) or _NOT_INSIDE.search(value) or not comment.isprintable():
        return None
    return _plain(value)


def _plain(value: str) -> str:
    return "" if value in _NULLS else value


def _unquoted(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[2].replace("''", "'")
    if "\\" not in found[1]:
        return found[1]
    return _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), found[1])
