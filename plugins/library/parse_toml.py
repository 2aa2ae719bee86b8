"""The TOML of library.toml, read more kindly than the standard asks, and its mistakes explained by the line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

_PLACE = re.compile(r"(?P<what>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)
# TOML 1.0 wants seconds, which nobody writes; TOML 1.1 does not.
_NO_SECONDS = re.compile(
    r"^([ \t]*[\w.-]+[ \t]*=[ \t]*\d{4}-\d\d-\d\d[T ]\d\d:\d\d)(?=[ \t]*(?:#.*)?\r?$)", re.MULTILINE
)
_COLON = re.compile(r"\s*([\w-]+)\s*:\s*(.*)")
_BARE_WORD = re.compile(r"\s*([\w.-]+)\s*=\s*([^\"'\[{\s].*?)\s*")
_TWICE = ("overwrite", "declare", "mutate", "namespace", "duplicate", "redefine")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Where TOML ends to be TOML, counted from 1, what stands there, and how to mend it."""

    line: int
    column: int
    text: str
    cure: str


def parse_toml(source: str) -> dict[str, object] | Mistake:
    """Return the tables of a source, or its first mistake."""
    try:
        return tomllib.loads(source)
    except (ValueError, RecursionError):
        pass
    completed = _NO_SECONDS.sub(r"\1:00", source)
    try:
        return tomllib.loads(completed)
    except (ValueError, RecursionError) as failure:
        return _mistake(str(failure), source)


def _mistake(message: str, source: str) -> Mistake:
    lines = source.splitlines() or [""]
    found = _PLACE.fullmatch(message)
    line = int(found["line"]) if found and found["line"] else len(lines)
    column = int(found["column"]) if found and found["column"] else len(lines[-1]) + 1
    text = lines[min(line, len(lines)) - 1]
    return Mistake(line=line, column=column, text=text.strip(), cure=_cure(message.casefold(), text))


def _cure(message: str, text: str) -> str:
    if any(word in message for word in _TWICE):
        return "This key or heading is there twice: keep one of them."
    if "date" in message:
        return "There is no such day in the calendar, or no such time on a clock."
    return _cure_of_line(text)


def _cure_of_line(text: str) -> str:
    if "“" in text.partition('"')[0] or "”" in text.partition('"')[0]:
        return 'Use straight quotation marks, ", around the text.'
    if text.replace('\\"', "").count('"') % 2:
        return "A quotation mark is missing."
    if found := _COLON.fullmatch(text):
        return f"Write = instead of the colon: {found[1]} = …"
    if found := _BARE_WORD.fullmatch(text):
        return f'Words go between quotation marks: {found[1]} = "{found[2]}"'
    return "Compare the line with the examples in docs/library-toml.md."
