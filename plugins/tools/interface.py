"""The site's own words in each language, from theme/translations/*.toml, with the right plural of each (babel)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

FALLBACK = "en"
# Says words in one language: a key and its values.
Say = Callable[[str, Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """All words of the interface, by language and then by key ("home.news")."""

    words: Mapping[str, Mapping[str, str | Mapping[str, str]]]

    def knows(self, language: str) -> bool:
        """Tell whether there are words in a language."""
        return _base(language) in self.words

    def say(self, language: str, key: str, values: Mapping[str, Any]) -> str:
        """Return the words of a key, with values filled in; English where a language has none.

        `n` chooses between plural forms (one, two, few, many, other; CLDR). Raises KeyError for an unknown key.
        """
        return self.pattern(language, key, values.get("n", 0)).format(**values)

    def pattern(self, language: str, key: str, number: object = 0) -> str:
        """Return the words of a key with their places still open, in the plural form that a number takes."""
        spoken = _base(language) if key in self.words.get(_base(language), {}) else FALLBACK
        found = self.words[spoken][key]
        return found if isinstance(found, str) else found.get(_plural(spoken, number), found["other"])


def read_interface(folder: Path) -> Interface:
    """Read every language of a theme; the file's name is the language."""
    return Interface(
        words={path.stem: _flat(tomllib.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.toml"))}
    )


def _flat(tables: Mapping[str, Any], prefix: str = "") -> dict[str, str | Mapping[str, str]]:
    found: dict[str, str | Mapping[str, str]] = {}
    for name, value in tables.items():
        if isinstance(value, dict) and "other" not in value:
            found |= _flat(value, f"{prefix}{name}.")
        else:
            found[f"{prefix}{name}"] = value
    return found


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _plural(language: str, number: object) -> str:
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(FALLBACK)
    return str(locale.plural_form(number)) if isinstance(number, int | float) else "other"
