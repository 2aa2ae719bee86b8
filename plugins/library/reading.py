"""One heading of library.toml, asked for its values by kind; whatever is wrong with one is noted, with its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import TypeVar

from plugins.kernel.languages import Phrase
from plugins.kernel.library import NO_WORDS
from plugins.kernel.problems import Problem, Rule
from plugins.kernel.text import closest, shorten
from plugins.library import rules
from plugins.library.keys import KEYS, headings_of
from plugins.library.locate import Lines, Path
from plugins.library.unclear import UnclearError

_SHOWN_VALUE_LIMIT = 80
Parsed = TypeVar("Parsed")


class Reading:
    """What has been found so far in one file: problems, and defaults that were used instead of values."""

    def __init__(self, file: str, lines: Lines) -> None:
        self.file = file
        self.lines = lines
        self.languages: tuple[str, ...] = ("en",)
        self.problems: list[Problem] = []
        self.defaults: list[str] = []


class Section:
    """The values under one heading; a value that is missing or wrong comes back as its default."""

    def __init__(self, reading: Reading, values: Mapping[str, object], path: Path = ()) -> None:
        self.reading = reading
        self._values = values
        self._path = path
        self._report_unknown_keys()

    @property
    def heading(self) -> str:
        """Return the heading as it is written in the file: "branches.hours"."""
        return ".".join(part for part in self._path if isinstance(part, str))

    def has(self, key: str) -> bool:
        return key in self._values

    def raw(self, key: str) -> object:
        return self._values.get(key)

    def line(self, key: str = "", item: str | int | None = None) -> int:
        """Return the line of a key, of one item of its list or table, or of the heading itself."""
        path = (*self._path, key) if key else self._path
        return self.reading.lines.line(path if item is None else (*path, item)) or 1

    def report(
        self, rule: Rule, key: str, *, what: str, cure: str, item: str | int | None = None, value: str | None = None
    ) -> None:
        """Note a problem with a key, or with one item of its list or table; `value` is what may be shown of it."""
        held = self._values.get(key, "") if value is None else value
        self.reading.problems.append(
            rule.at(
                self.reading.file,
                line=self.line(key, item),
                column=f"{self.heading}.{key}".lstrip("."),
                value=shorten(_shown(held if item is None else _item(held, item)), _SHOWN_VALUE_LIMIT),
                what=what,
                cure=cure,
            )
        )

    def missing(self, key: str, example: str) -> None:
        """Note that a key without which this makes no sense is not there."""
        what = f'"{key}" is missing under [{self.heading}].' if self.heading else f'"{key}" is missing.'
        self.report(rules.MISSING_KEY, key, what=what, cure=f"Add a line: {key} = {example}")

    def text(self, key: str, default: str = "") -> str:
        value = self._values.get(key)
        if value is None:
            return default
        if isinstance(value, str):
            return " ".join(value.split()) or default
        self._wrong_type(key, "a text", f'Put it between quotation marks: {key} = "{_shown(value)}"')
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._values.get(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value.strip(),) if value.strip() else ()
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(item.strip() for item in value if item.strip())
        self._wrong_type(key, "a list of texts", f'Write it in brackets: {key} = ["one", "two"]')
        return ()

    def phrase(self, key: str) -> Phrase:
        value = self._values.get(key)
        if not isinstance(value, Mapping):
            words = self.text(key)
            return Phrase(default=words) if words else NO_WORDS
        by_language = {language: words for language, words in value.items() if self._is_phrase_in(key, language, words)}
        first = by_language.get(self.reading.languages[0]) or next(iter(by_language.values()), "")
        return Phrase(default=" ".join(first.split()), by_language=MappingProxyType(by_language))

    def _is_phrase_in(self, key: str, language: str, words: object) -> bool:
        if not isinstance(words, str):
            self._wrong_type(key, "a text in each language", f'Write {key} = {{ {language} = "…" }}')
            return False
        if language not in self.reading.languages:
            self.report(
                rules.UNUSED_LANGUAGE,
                key,
                item=language,
                what=f'"{key}" has words in "{language}", which is not among the languages of the site.',
                cure=f'Add "{language}" to languages at the top of the file, or take the words out.',
            )
        return True

    def number(self, key: str, low: float, high: float) -> float | None:
        """Return a number between two limits, or None."""
        value = self._values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self._wrong_type(key, "a number", f"Write it without quotation marks: {key} = {low:g}")
            return None
        if low <= value <= high:
            return float(value)
        what = f'"{key}" is {value}, but it goes from {low:g} to {high:g}.'
        self.report(rules.OUT_OF_RANGE, key, what=what, cure=f"Write a number from {low:g} to {high:g}.")
        return None

    def parsed(self, key: str, rule: Rule, parse: Callable[[object], Parsed]) -> Parsed | None:
        """Return what a parser makes of a value, or None when there is none or it is unclear."""
        if key not in self._values:
            return None
        try:
            return parse(self._values[key])
        except UnclearError as unclear:
            self.report(rule, key, what=unclear.what, cure=unclear.cure)
            return None

    def section(self, key: str) -> Section:
        """Return the heading below this one, empty when it is not there."""
        value = self._values.get(key)
        path = (*self._path, key)
        if value is None or isinstance(value, Mapping):
            return Section(self.reading, value or {}, path)
        heading = f"{self.heading}.{key}".lstrip(".")
        self._wrong_type(key, "a heading with lines below it", f"Write [{heading}] on a line of its own.")
        return Section(self.reading, {}, path)

    def sections(self, key: str) -> tuple[Section, ...]:
        """Return every heading of this name, in order."""
        value = self._values.get(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(item, Mapping) for item in value):
            return tuple(Section(self.reading, item, (*self._path, key, index)) for index, item in enumerate(value))
        heading = f"{self.heading}.{key}".lstrip(".")
        self._wrong_type(key, "a heading that may come again", f"Write [[{heading}]], with two brackets.")
        return ()

    def _wrong_type(self, key: str, wanted: str, cure: str) -> None:
        what = f'"{key}" should be {wanted}, and is {_kind(self._values[key])}.'
        self.report(rules.WRONG_TYPE, key, what=what, cure=cure)

    def _report_unknown_keys(self) -> None:
        known = KEYS[self.heading]
        for key in self._values:
            if key not in known:
                where = f"under [{self.heading}]" if self.heading else "at the top of library.toml"
                what = f'Nothing reads "{key}" {where}.'
                self.report(rules.UNKNOWN_KEY, key, what=what, cure=_unknown_key_cure(key, known))


def _unknown_key_cure(key: str, known: tuple[str, ...]) -> str:
    near = closest(key, known)
    if near:
        return f'Did you mean "{near}"?'
    elsewhere = headings_of(key)
    if "" in elsewhere:
        return "Move the line to the top of the file, above the first line in brackets."
    if elsewhere:
        return f"It belongs under [{elsewhere[0]}]."
    return f"What may stand here: {', '.join(known)}."


def _item(value: object, item: str | int) -> object:
    if isinstance(value, Mapping):
        return value.get(str(item), "")
    return value[item] if isinstance(value, list) and isinstance(item, int) else value


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return ", ".join(f"{key} = {_shown(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(_shown(item) for item in value)
    return str(value)


def _kind(value: object) -> str:
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, "true or false"),
        (str, "a text"),
        ((int, float), "a number"),
        (list, "a list"),
        (Mapping, "a table"),
        ((date, time), "a date or a time"),
    )
    return next((words for kind, words in kinds if isinstance(value, kind)), "something else")
