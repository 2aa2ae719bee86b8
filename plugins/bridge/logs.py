"""Listens to Pelican's log, where its errors end, and turns each record into a problem."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from pathlib import Path

from plugins.bridge import rules
from plugins.kernel.problems import Problem

_IGNORED = (
    "Empty alt attribute",  # images.no-alt says it, with a line
    "Watched path does not exist",  # a library may have no folder of its own for every kind
    "Other resources were not found",  # each of them is said by links.missing
    "No valid files found in content",  # the report says how many were read
    "Docutils has no localization",  # about reStructuredText, which is not what staff write
    "Feeds generated without SITEURL",  # feeds are ours
    "Cannot get modification stamp",  # our readers say which file cannot be opened
)
_FILE = re.compile(r"Could not process (.+)|Skipping (.+?): ")
_TWINS = re.compile(r"There are \d+ items .* with lang (\S+): \n(.+)", re.DOTALL)
# Said besides the one above, about the same files.
_TWINS_AGAIN = re.compile(r"There are \d+ original \(not translated\) items")
_LINK = re.compile(r"Unable to find '([^']*)'")


# Gives a file's path as people know it.
Shown = Callable[[Path], str]


class Listener(logging.Handler):
    """Keeps what Pelican warns of until a build asks for it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)

    def take(self, shown: Shown = str) -> tuple[Problem, ...]:
        """Return the problems that were logged, and forget them; `shown` gives a path as people know it."""
        records, self.records = self.records, []
        return tuple(problem for record in records if (problem := as_problem(record.getMessage(), shown)))


def listen() -> Listener:
    """Return the one listener of this process, attached to Pelican's logger."""
    logger = logging.getLogger("pelican")
    for handler in logger.handlers:
        if isinstance(handler, Listener):
            return handler
    listener = Listener()
    logger.addHandler(listener)
    return listener


def as_problem(message: str, shown: Shown = str) -> Problem | None:
    """Return what a message of Pelican's means for an author, or None when it means nothing."""
    first_line = message.partition("\n")[0]
    if message.startswith(_IGNORED) or _TWINS_AGAIN.match(message):
        return None
    if message.startswith(("Cannot load plugin", "Cannot register plugin")):
        return _plugin(message, first_line)
    if twins := _TWINS.match(message):
        return _twins(twins[1], [shown(Path(path)) for path in twins[2].splitlines()])
    if link := _LINK.match(message):
        what, cure = f'A link leads to "{link[1]}", which is not published.', "Mend the file it leads to, or the link."
        return rules.LINK.at("", value=link[1], what=what, cure=cure)
    file = _FILE.match(message)
    rule = rules.FILE if file else rules.SAID
    return rule.at(
        shown(Path(file[1] or file[2])) if file else "",
        value=first_line,
        what=f"Pelican says: {first_line}",
        cure="Mend the file it names; if it names none, run the build with --debug and ask who looks after the site.",
    )


def _plugin(message: str, first_line: str) -> Problem:
    return rules.PLUGIN.at(
        "pelicanconf.py",
        value=first_line,
        what=f"A plugin does not start: {': '.join(message.splitlines()[:2])}",
        cure="Check its name in PLUGINS and that it is installed; nothing it makes is on the site.",
    )


def _twins(language: str, files: list[str]) -> Problem:
    return rules.SAME_TRANSLATION.at(
        files[0],
        column="translation_key",
        value=language,
        what=f"{' and '.join(files)} say that they are one page, and all of them are in the language {language}.",
        cure="Give each a translation_key of its own, or say with lang: which language it is in.",
    )
