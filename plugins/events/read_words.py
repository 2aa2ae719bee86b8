"""Where the event of a row is, whom it is for and what it is about, in the words of library.toml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from plugins.events import rules
from plugins.events.row import Row
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Topic
from plugins.kernel.problems import Rule
from plugins.kernel.text import closest, did_you_mean, slug

Kind = TypeVar("Kind", Audience, Topic)


def read_place(row: Row) -> tuple[Branch | None, str, str]:
    """Return the branch, the place when it is elsewhere, and the room."""
    said, place, room = (row.text(name).replace("\n", ", ") for name in ("branch", "place", "room"))
    if row.sheet.foreign:
        return _foreign_place(row, said, place, room)
    branch = _branch(row, said or ("" if place or row.text("online") else row.sheet.default_branch))
    if said and branch is None:
        known = [branch.id for branch in row.sheet.library.branches]
        row.report(rules.UNKNOWN_BRANCH, "branch", f'There is no branch "{said}".', did_you_mean(said, known), said)
    return branch, place, room


def _foreign_place(row: Row, said: str, place: str, room: str) -> tuple[Branch | None, str, str]:
    """Return the same for a file of another system, where a location may be a branch, a room or a place."""
    words = list(dict.fromkeys(word for word in (said, place, room) if word))
    for word in words:
        branch = _branch(row, word)
        if branch is not None:
            return branch, "", ", ".join(other for other in words if other != word)
    default = None if said else _branch(row, row.sheet.default_branch)
    if default is not None:
        return default, "", ", ".join(words)
    if said and row.sheet.library.branches:
        what = f'We have no branch "{said}", so it is kept as the place.'
        near = closest(said, [str(branch.name) for branch in row.sheet.library.branches])
        cure = f'Did you mean "{near}"?' if near else "Add the branch to library.toml if it is one of yours."
        _say_once(row, "branch", what, cure, said)
    house, *rest = words or [""]
    return None, house, ", ".join(rest)


def _branch(row: Row, word: str) -> Branch | None:
    for branch in row.sheet.library.branches:
        if _folded(word) in _names(branch.id, branch.name, branch.short_name):
            return branch
    return None


def read_audiences(row: Row) -> tuple[Audience, ...]:
    """Return whom the event is for."""

    def foreign(id_: str, name: str) -> Audience:
        return Audience(id=id_, name=Phrase(default=name))

    return _known(row, "audience", row.sheet.library.audiences, rules.UNKNOWN_AUDIENCE, foreign)


def read_topics(row: Row) -> tuple[Topic, ...]:
    """Return what the event is about."""

    def foreign(id_: str, name: str) -> Topic:
        return Topic(id=id_, name=Phrase(default=name))

    return _known(row, "topics", row.sheet.library.topics, rules.UNKNOWN_TOPIC, foreign)


def _known(
    row: Row, name: str, known: tuple[Kind, ...], unknown: Rule, foreign: Callable[[str, str], Kind]
) -> tuple[Kind, ...]:
    """Return the entries that the words of a column name, each once; the others are kept as text, or reported."""
    found: dict[str, Kind] = {}
    for word in words_of(row, name):
        entry = next((entry for entry in known if _folded(word) in _names(entry.id, entry.name)), None)
        if entry is None and row.sheet.foreign:
            entry = foreign(slug(word), word)
            what = f'"{word}" is not in library.toml, so it is kept as text.'
            if known:
                _say_once(row, name, what, did_you_mean(word, _ids(known)), word)
        if entry is None:
            row.report(unknown, name, f'"{word}" is not in library.toml.', _cure(word, known), word)
        else:
            found.setdefault(entry.id, entry)
    return tuple(found.values())


def _say_once(row: Row, name: str, what: str, cure: str, word: str) -> None:
    """Note a word of another system that is not in library.toml, where it first stands."""
    if row.sheet.memo.is_first((name, word)):
        row.report(rules.FOREIGN_WORD, name, what, cure, word)


def words_of(row: Row, name: str) -> tuple[str, ...]:
    """Return the words of a list, each once: parted by ";" in our own files, or by comma or bar elsewhere."""
    found: dict[str, str] = {}
    for text in row.texts(name):
        for word in re.split(_separator(row, text), text):
            found.setdefault(_folded(word), word.strip())
    return tuple(word for word in found.values() if word)


def _separator(row: Row, text: str) -> str:
    if not row.sheet.foreign or ";" in text:
        return r"[;\n]"
    return r"[|\n]" if "|" in text else r"[,\n]"


def _cure(word: str, known: tuple[Kind, ...]) -> str:
    parts = [part.strip() for part in word.split(",")]
    ids = _ids(known)
    if len(parts) > 1 and all(part in ids for part in parts):
        return f'Part several by a semicolon: "{"; ".join(parts)}".'
    return did_you_mean(word, ids)


def _ids(known: Iterable[Audience | Topic]) -> list[str]:
    return [entry.id for entry in known]


def _names(id_: str, name: Phrase, *others: str) -> set[str]:
    return {_folded(word) for word in (id_, name.default, *name.by_language.values(), *others) if word}


def _folded(word: str) -> str:
    return " ".join(word.casefold().replace("’", "'").split())
