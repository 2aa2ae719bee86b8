"""Reads the facts at the head of a file as the kinds of value they are, and says all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import TypeVar

from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Library, Topic
from plugins.kernel.problems import Problem, Rule, Severity
from plugins.kernel.text import did_you_mean, shorten, slug
from plugins.tools import rules
from plugins.tools.front_matter import FrontMatter, Text, Value
from plugins.tools.parse_moment import parse_moment

_YES = {"yes": True, "true": True, "on": True, "1": True, "no": False, "false": False, "off": False, "0": False}

Word = TypeVar("Word", Branch, Audience, Topic)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of one file, and the problems found while reading them.

    `own` is true for the library's own files, where an unknown word is a mistake; elsewhere it is kept as text.
    """

    front: FrontMatter
    file: str
    library: Library
    own: bool = True
    problems: list[Problem] = field(default_factory=list)

    @property
    def has_error(self) -> bool:
        """Tell whether anything was found that keeps the file from being published."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def text(self, name: str) -> str:
        """Return a fact as one line of text, "" where it is missing."""
        value = self.front.fields.get(name, "")
        if isinstance(value, str):
            return " ".join(value.split())
        self._say(
            rules.UNUSED_VALUE, name, value, f'"{name}" is one text, not a list.', f"Write it as {name}: some words"
        )
        return ""

    def block(self, name: str) -> str:
        """Return a fact as Markdown, with its line breaks."""
        value = self.front.fields.get(name, "")
        return str(value).strip() if isinstance(value, str) else self.text(name)

    def required(self, name: str, example: str) -> str:
        """Return a fact that must be there; a problem when it is not."""
        found = self.text(name)
        if not found:
            self.problems.append(
                rules.MISSING_FIELD.at(
                    self.file,
                    line=1,
                    column=name,
                    what=f"There is no {name}.",
                    cure=f"Add a line such as: {name}: {example}",
                )
            )
        return found

    def texts(self, *names: str) -> tuple[Text, ...]:
        """Return a fact as a list: a YAML list, or words with commas or semicolons between them; no word twice."""
        found: dict[str, Text] = {}
        for name in names:
            for part in self._parts(name):
                word = " ".join(part.split())
                if word:
                    found.setdefault(word.casefold(), Text(word, part.line))
        return tuple(found.values())

    def _parts(self, name: str) -> list[Text]:
        value = self.front.fields.get(name, "")
        if isinstance(value, list):
            if all(isinstance(item, str) for item in value):
                return value
        elif isinstance(value, Text):
            return [Text(part, value.line) for part in value.split(";" if ";" in value else ",")]
        if value:
            self._say(
                rules.UNUSED_VALUE, name, value, f'"{name}" is not a plain list.', f"Write it as {name}: one, another"
            )
        return []

    def moment(self, name: str, rule: Rule = rules.WRONG_VALUE) -> datetime | None:
        """Return a date, with or without a time and a zone, as a moment in the library's zone."""
        written = self.text(name)
        if not written:
            return None
        try:
            return parse_moment(written, self.library)
        except ValueError:
            self._say(
                rule,
                name,
                written,
                f'"{written}" is not a date.',
                f"Write it as {name}: 2026-10-17 (year, month, day).",
            )
        return None

    def day(self, name: str) -> date | None:
        """Return a date."""
        found = self.moment(name)
        return found.date() if found else None

    def yes(self, name: str, *, default: bool) -> bool:
        """Return a fact that is yes or no."""
        written = self.text(name)
        if not written:
            return default
        if written.casefold() not in _YES:
            self._say(rules.WRONG_VALUE, name, written, f'"{written}" is neither yes nor no.', f"Write {name}: yes")
        return _YES.get(written.casefold(), default)

    def choice(self, name: str, allowed: Iterable[str], default: str) -> str:
        """Return one of a few words."""
        written = self.text(name).casefold() or default
        known = tuple(allowed)
        if written in known:
            return written
        rule = rules.WRONG_VALUE if self.own else rules.UNUSED_VALUE
        self._say(rule, name, written, f'"{written}" is not a known {name}.', did_you_mean(written, known))
        return default

    def branches(self) -> tuple[Branch, ...]:
        """Return the branches that are named, by id or name."""
        return self._known("branches", Branch)

    def audiences(self) -> tuple[Audience, ...]:
        """Return the audiences that are named, by id or name."""
        return self._known("audiences", Audience)

    def topics(self) -> tuple[Topic, ...]:
        """Return the topics that are named, by id or name."""
        return self._known("topics", Topic)

    def _known(self, name: str, kind: type[Word]) -> tuple[Word, ...]:
        words = self.texts(name, _singular(name))
        if not words:
            return ()
        # The library is asked by those that name a word only, so that a change of it concerns no others.
        known: tuple[Word, ...] = getattr(self.library, name)
        by_word = {str(one.name).casefold(): one for one in known} | {one.id.casefold(): one for one in known}
        found: dict[str, Word] = {}
        for word in words:
            one = by_word.get(word.casefold()) or by_word.get(slug(word))
            if one is None:
                self._say_unknown(name, word, [one.id for one in known])
                one = None if self.own else kind(id=slug(word), name=Phrase(default=word))
            if one is not None:
                found.setdefault(one.id, one)
        return tuple(found.values())

    def _say_unknown(self, name: str, word: Text, known: list[str]) -> None:
        kind = _singular(name)
        if self.own:
            what, cure, rule = f'There is no {kind} "{word}".', did_you_mean(word, known), rules.UNKNOWN_WORD
        else:
            what = f'"{word}" is no {kind} of this library; it was kept as text.'
            cure, rule = f"Add it to library.toml if it should become a {kind}.", rules.FOREIGN_WORD
        self.problems.append(rule.at(self.file, line=word.line, column=name, value=word, what=what, cure=cure))

    def say_unknown_fields(self, known: Iterable[str]) -> None:
        """Note every fact that this kind of page does not know."""
        names = sorted(known)
        for name in self.front.fields:
            if name not in names:
                cure = "Leave it, or take it out." if not self.own else did_you_mean(name, names)
                self._say(rules.UNKNOWN_FIELD, name, "", f'No page shows the fact "{name}".', cure)

    def say(self, rule: Rule, name: str, what: str, cure: str) -> None:
        """Report what is wrong with one fact."""
        self._say(rule, name, self.front.fields.get(name, ""), what, cure)

    def _say(self, rule: Rule, name: str, value: Value | str, what: str, cure: str) -> None:
        self.problems.append(
            rule.at(
                self.file,
                line=self.front.lines.get(name),
                column=name,
                value=shorten(str(value), 80),
                what=what,
                cure=cure,
            )
        )


def _singular(name: str) -> str:
    return {"branches": "branch"}.get(name, name.removesuffix("s"))


def language_and_name(facts: Facts, path: PurePosixPath) -> tuple[str, str]:
    """Return the language of a file of ours and its name without it: "get-a-card.es.md" is ("es", "get-a-card")."""
    stem, _, ending = path.stem.rpartition(".")
    known = facts.library.languages
    name, named = (stem, ending.lower()) if stem and ending.lower() in known else (path.stem, "")
    written = facts.text("lang").lower()
    if written and written not in known:
        cure = f'{did_you_mean(written, known)} A language of the site stands in library.toml under "languages".'
        facts.say(rules.WRONG_VALUE, "lang", f'"{written}" is not a language of this site.', cure)
    return written or named or known[0], name


def unknown_program(program: str, known: Iterable[str], *, file: str, line: int | None) -> tuple[Problem, ...]:
    """Return a warning when a post or an event names a program that the library does not have."""
    names = frozenset(known)
    if not program or program in names:
        return ()
    what = f'There is no program "{program}"; this is published without it.'
    cure = did_you_mean(program, names) if names else "Describe it in a file in content/programs/, or take it out."
    return (rules.UNKNOWN_PROGRAM.at(file, line=line, column="program", value=program, what=what, cure=cure),)
