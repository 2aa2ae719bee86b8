"""Words that may differ by language, and the direction in which a language is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# Scripts written from right to left, by the language subtags that use them (CLDR characterOrder).
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku-arab", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A text in the site's own language, and in any others it was given in."""

    default: str
    by_language: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def in_(self, language: str) -> str:
        """Return the text in a language, in its base language ("es" for "es-MX"), or as the site says it."""
        base = language.partition("-")[0]
        return self.by_language.get(language) or self.by_language.get(base) or self.default

    def __str__(self) -> str:
        return self.default

    def __bool__(self) -> bool:
        return bool(self.default)


def direction(language: str) -> str:
    """Return "rtl" or "ltr", as HTML's dir attribute wants it."""
    language = language.lower()
    return "rtl" if language in RIGHT_TO_LEFT or language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"
