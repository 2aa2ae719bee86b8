"""What advice is about: a text with what is known of it, and the site around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from plugins.kernel.problems import Problem, Rule

Kind = Literal["post", "page", "program", "infographic", "event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A text to judge: that of a post, a page or a program, or what the row of an event says.

    `written` is how it stands in its file from `line` on, `html` what became of it, with links from the site's root.
    `day` is the day from which it speaks: that of a post, of an event, or of the last change of a page. `facts` are its
    facts as they were written, `lines` where they stand. `own` is false for what comes from elsewhere.
    """

    kind: Kind
    file: str
    language: str
    title: str
    html: str = ""
    written: str = ""
    line: int = 1
    column: str | None = None
    address: str = ""
    own: bool = True
    day: date | None = None
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def base_language(self) -> str:
        """Return its language without a region: "en"."""
        return self.language.partition("-")[0].lower()

    def say(self, rule: Rule, what: str, cure: str, *near: str, value: str = "") -> Problem:
        """Return a problem of this text, on the line on which the first of some fragments stands."""
        return rule.at(self.file, line=self._line(near), column=self.column, value=value, what=what, cure=cure)

    def say_of(self, rule: Rule, fact: str, what: str, cure: str, value: str = "") -> Problem:
        """Return a problem of one of its facts."""
        line = self.lines.get(fact, self.line)
        return rule.at(self.file, line=line, column=fact, value=value, what=what, cure=cure)

    def _line(self, near: tuple[str, ...]) -> int:
        if self.kind == "event":
            return self.line
        text = self.written.casefold()
        places = (text.find(fragment.casefold()) for fragment in near if fragment)
        found = next((place for place in places if place >= 0), 0)
        return self.line + text.count("\n", 0, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class AvoidedWord:
    """A word that the library would rather not use: what to say in its place, and why; "" for every language."""

    word: str
    use: str = ""
    why: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The site around the texts: `has` tells whether there is a page or file at an address.

    `home` is the site's own address, `frame_ids` are the parts that the theme gives to pages besides those of a text.
    """

    by_address: Mapping[str, Piece]
    home: str
    has: Callable[[str], bool]
    frame_ids: frozenset[str] = frozenset()
