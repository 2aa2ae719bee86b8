"""One build: what it reads from, what it found, what became of each file, and what was wrong."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment

from plugins.bridge.ahead import Ahead
from plugins.bridge.asked_library import AskedLibrary
from plugins.bridge.asked_now import AskedNow, Watch
from plugins.bridge.course import Course
from plugins.kernel.entry import Entry
from plugins.kernel.library import MenuItem
from plugins.kernel.problems import Problem, Severity
from plugins.tools.body import Draw
from plugins.tools.content_files import OFFERED, ContentFiles
from plugins.tools.interface import Interface
from plugins.tools.markdown import Converter

KEY = "BUILD"
Kind = TypeVar("Kind")


class Outcome(StrEnum):
    """What became of one file or event."""

    PUBLISHED = "published"
    WAITING = "waiting"
    DRAFTS = "drafts"
    LEFT_OUT = "left_out"


@dataclass(slots=True, kw_only=True)
class Build:
    """All that one build knows; it lives in Pelican's settings, so that a second build in one process has its own.

    `foot` leads to the standing pages that are not in the menu, and to `sections`: lists that are there when something
    is in them. `charts` are what is drawn on the page at each address. `names` holds, by file ("news/a/index.html"),
    what a page may use besides, and as `content_mark` the digest of its content; `anywhere` are the files whose names
    any process may work out, since these ask for no picture and meet no problem. `wanted` is the address each file asks
    for, until it has it; `read_anew` are the files of which nothing was known when this build read them. `on_pages`
    holds what derivers tell every page, by the name it has in templates: a function of the page's address and language.
    `frame_links` are the links around every page, by place and language (bridge/page.py).
    `draw` gives, for the metadata of a text and the address of its page, what draws its blocks. `only_read` is
    true where no file is made. `at_last` is what is written of all pages together, when each of them has its head.
    """

    library: AskedLibrary
    now: AskedNow
    content: Path
    convert: Converter
    drafts_shown: bool = False
    only_read: bool = False
    folders: tuple[str, ...] = OFFERED
    defaults: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    foot: tuple[MenuItem, ...] = ()
    sections: tuple[MenuItem, ...] = ()
    charts: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    names: dict[str, Callable[[], dict[str, Any]]] = field(default_factory=dict)
    on_pages: dict[str, Callable[[str, str], Any]] = field(default_factory=dict)
    interface: Interface = field(default_factory=lambda: Interface(words={}))
    frame_links: dict[tuple[str, str, str], list[Any]] = field(default_factory=dict)
    at_last: list[Callable[[], None]] = field(default_factory=list)
    templates: Environment | None = None
    writer: Any = None
    memory: Any = None
    pictures: Any = None
    draw: Callable[[Mapping[str, Any], str], Draw] | None = None
    pages: int = 0
    begun: bool = False
    course: Course = field(default_factory=Course)
    ahead: Ahead | None = None
    wanted: dict[str, str] = field(default_factory=dict)
    read_anew: set[str] = field(default_factory=set)
    anywhere: set[str] = field(default_factory=set)
    _places: tuple[str, ...] = ()
    _outcomes: dict[str, dict[str, Outcome]] = field(default_factory=dict)
    _addresses: dict[str, str] = field(default_factory=dict)
    _extra: dict[str, dict[str, int]] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    _lenient: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def take_ahead(self) -> None:
        """Take over the HTML of texts that another process has made by now."""
        if self.ahead is not None:
            self.convert.known = self.ahead.take()
            self.ahead = None

    @property
    def watch(self) -> Watch:
        """Return until when all that was asked of now stays the same."""
        return self.now.watch

    def watched(self, make: Callable[[], Kind]) -> tuple[Kind, Watch]:
        """Return what a function makes, and what it asked of now."""
        before = self.now
        self.now = asked = AskedNow.of(before.plain)
        try:
            return make(), asked.watch
        finally:
            before.watch.note(asked.watch.until)
            self.now = before

    @property
    def files(self) -> ContentFiles:
        """Return the content folder, to find pictures and files in."""
        return ContentFiles(root=self.content, folders=self.folders, look=self.pictures.look)

    def shown(self, path: Path | str) -> str:
        """Return a file's path as people know it: below the content folder, or below where they stand."""
        name = os.fspath(path)
        if not self._places:
            self._places = (f"{self.content}{os.sep}", f"{os.getcwd()}{os.sep}")
        for folder in self._places:
            if name.startswith(folder):
                return name[len(folder) :].replace(os.sep, "/")
        return name.replace(os.sep, "/")

    def record(self, kind: str, file: str, outcome: Outcome) -> None:
        """Remember what became of a file; a later word about the same file replaces an earlier one."""
        self._outcomes.setdefault(kind, {})[file] = outcome
        self._used.add(file)

    def outcome(self, kind: str, file: str) -> Outcome:
        """Return what became of a file."""
        return self._outcomes[kind][file]

    @property
    def kept_back(self) -> frozenset[str]:
        """Return the files whose day has not come, and the drafts."""
        later = (Outcome.WAITING, Outcome.DRAFTS)
        return frozenset(file for kind in self._outcomes.values() for file, what in kind.items() if what in later)

    def use(self, *files: str) -> None:
        """Remember that files of the content folder were read, or are meant for no page."""
        self._used.update(files)

    def is_used(self, file: str) -> bool:
        """Tell whether any plugin has read a file of the content folder."""
        return file in self._used

    def add_counts(self, kind: str, **numbers: int) -> None:
        """Add numbers that only one kind has, such as an event sheet's rows."""
        counts = self._extra.setdefault(kind, {})
        for name, number in numbers.items():
            counts[name] = counts.get(name, 0) + number

    def expect(self, *kinds: str) -> None:
        """Name kinds that are counted even when there are none of them."""
        for kind in kinds:
            self._outcomes.setdefault(kind, {})

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """Return for each kind how many were read and what became of them; read is the sum of the rest."""
        return {kind: self._extra.get(kind, {}) | _count(found) for kind, found in sorted(self._outcomes.items())}

    def claim(self, address: str, file: str) -> str:
        """Take an address for a file; return the file that has it already, or "" when it was free.

        Names that differ in case only count as one, since some file systems and readers see no difference.
        """
        holder = self._addresses.setdefault(address.casefold(), file)
        return "" if holder == file else holder

    def holder(self, address: str) -> str:
        """Return the file that has an address; "" where it is free, or where no file of content is behind it."""
        holder = self._addresses.get(address.casefold(), "")
        return holder if "." in holder else ""

    def has(self, address: str) -> bool:
        """Tell whether the site has a page or file at an address."""
        return address.casefold() in self._addresses

    @property
    def sources(self) -> dict[str, str]:
        """Return for each page that is made of a file or a row where that is written: "events/a.csv, line 3"."""
        found = sorted(self._addresses.items())
        return {address: file for address, file in found if address.endswith("/") and "." in file}

    def addresses_below(self, prefix: str) -> tuple[str, ...]:
        """Return every address that begins with a prefix, in order."""
        return tuple(sorted(address for address in self._addresses if address.startswith(prefix)))

    def be_lenient(self, file: str, *rules: str) -> None:
        """Let no single line of a file that is not ours stop publishing, as to rules whose names begin so."""
        self._lenient[file] = rules

    def is_lenient(self, file: str, rule: str) -> bool:
        """Tell whether a rule does not keep what it is about from being published, in a file that is not ours."""
        return bool(self._lenient.get(file)) and rule.startswith(self._lenient[file])

    def _weighed(self, problem: Problem) -> Problem:
        is_softened = problem.line is not None and problem.rule.startswith(self._lenient.get(problem.file, ()))
        if is_softened and problem.severity is Severity.ERROR:
            return replace(problem, severity=Severity.WARNING)
        return problem

    @property
    def has_errors(self) -> bool:
        """Tell whether anything was found that stops publishing."""
        return any(self._weighed(problem).severity is Severity.ERROR for problem in self.problems)

    def sorted_problems(self) -> list[Problem]:
        """Return each problem once, by file, line and rule."""
        unique = dict.fromkeys(map(self._weighed, self.problems))
        return sorted(unique, key=lambda one: (one.file, one.line or 0, one.rule, one.column or "", one.value))


def _count(found: Mapping[str, Outcome]) -> dict[str, int]:
    by_outcome = Counter(found.values())
    return {"read": len(found)} | {str(outcome): by_outcome[outcome] for outcome in Outcome}


def build_of(settings: Mapping[str, Any]) -> Build:
    """Return the build that these Pelican settings belong to."""
    build: Build = settings[KEY]
    return build
