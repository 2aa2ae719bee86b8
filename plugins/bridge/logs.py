"""Listens to Pelican's log, where its errors end, and turns each record into a problem."""

from __future__ import annotations

import logging
import re

from plugins.bridge import rules
from plugins.kernel.problems import Problem

_IGNORED = (
    "Empty alt attribute",  # images.no-alt says it, with a line
    "Watched path does not exist",  # a library may have no folder of its own for every kind
    "Other resources were not found",  # each of them is said by links.missing
    "No valid files found in content",  # the report says how many were read
    "Docutils has no localization",  # about reStructuredText, which is not what staff write
    "Feeds generated without SITEURL",  # feeds are ours
)
_FILE = re.compile(r"(?:Could not process|Skipping) ([^\s:]+)")
_LINK = re.compile(r"Unable to find '([^']*)'")


class Listener(logging.Handler):
    """Keeps what Pelican warns of until a build asks for it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)

    def take(self) -> tuple[Problem, ...]:
        """Return the problems that were logged, and forget them."""
        records, self.records = self.records, []
        return tuple(problem for record in records if (problem := as_problem(record.getMessage())))


def listen() -> Listener:
    """Return the one listener of this process, attached to Pelican's logger."""
    logger = logging.getLogger("pelican")
    for handler in logger.handlers:
        if isinstance(handler, Listener):
            return handler
    listener = Listener()
    logger.addHandler(listener)
    return listener


def as_problem(message: str) -> Problem | None:
    """Return what a message of Pelican's means for an author, or None when it means nothing."""
    if message.startswith(_IGNORED):
        return None
    if "plugin" in message and message.startswith("Cannot"):
        return rules.PLUGIN.at(
            "pelicanconf.py",
            value=message.splitlines()[0],
            what=f"A plugin does not start: {': '.join(message.splitlines()[:2])}",
            cure="Check its name in PLUGINS and that it is installed; nothing it makes is on the site.",
        )
    link = _LINK.match(message)
    if link:
        return rules.LINK.at(
            "",
            value=link[1],
            what=f'A link leads to "{link[1]}", which is not published.',
            cure="Mend the file it leads to (see above), or take the link out.",
        )
    file = _FILE.match(message)
    rule = rules.FILE if file else rules.SAID
    return rule.at(
        file[1] if file else "",
        value=message.splitlines()[0],
        what=f"Pelican says: {message.splitlines()[0]}",
        cure="Mend the file it names; if it names none, run the build with --debug and ask who looks after the site.",
    )
