"""Where the event of a row is, whom it is for and what it is about, in the words of library.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from plugins.events import rules
from plugins.events.known_words import folded
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
        _say_once(row, "branch", what, [str(branch.name) for branch in row.sheet.library.branches], said)
    house, *rest = words or [""]
    return None, house, ", ".join(rest)


def _branch(row: Row, word: str) -> Branch | None:
    return row.sheet.known.branches.get(folded(word)) if word else None


def read_audiences(row: Row) -> tuple[Audience, ...]:
    """Return whom the event is for."""
    library = row.sheet.library
    return _known(row, "audience", row.sheet.known.audiences, _ids(library.audiences), rules.UNKNOWN_AUDIENCE, Audience)


def read_topics(row: Row) -> tuple[Topic, ...]:
    """Return what the event is about."""
    return _known(row, "topics", row.sheet.known.topics, _ids(row.sheet.library.topics), rules.UNKNOWN_TOPIC, Topic)


def _known(
    row: Row, name: str, known: Mapping[str, Kind], ids: list[str], unknown: Rule, kind: type[Kind]
) -> tuple[Kind, ...]:
    """Return the entries that the words of a column name, each once; the others are kept as text, or reported."""
    found: dict[str, Kind] = {}
    for word in words_of(row, name):
        entry = known.get(folded(word))
        if entry is None and row.sheet.foreign:
            entry = kind(id=slug(word), name=Phrase(default=word))
            if known:
                _say_once(row, name, f'"{word}" is not in library.toml, so it is kept as text.', ids, word)
        if entry is None:
            row.report(unknown, name, f'"{word}" is not in library.toml.', _cure(word, ids), word)
        else:
            found.setdefault(entry.id, entry)
    return tuple(found.values())


def _say_once(row: Row, name: str, what: str, known: list[str], word: str) -> None:
    """Note a word of another system that is not in library.toml, where it first stands."""
    if row.sheet.memo.is_first((name, word)):
        near = closest(word, known)
        cure = f'Did you mean "{near}"?' if near else "Add it to library.toml, if it is one of yours."
        row.report(rules.FOREIGN_WORD, name, what, cure, word)


def words_of(row: Row, name: str) -> tuple[str, ...]:
    """Return the words of a list, each once: parted by ";" in our own files, or by comma or bar elsewhere."""
    texts = row.texts(name)
    return _remembered(row, texts) if texts else ()


def _remembered(row: Row, texts: tuple[str, ...]) -> tuple[str, ...]:
    found = row.sheet.memo.words.get(texts)
    if found is None:
        found = row.sheet.memo.words[texts] = _split(texts, foreign=row.sheet.foreign)
    return found


def _split(texts: tuple[str, ...], *, foreign: bool) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in texts:
        for word in re.split(_separator(text, foreign=foreign), text):
            found.setdefault(folded(word), word.strip())
    return tuple(word for word in found.values() if word)


def _separator(text: str, *, foreign: bool) -> str:
    if not foreign or ";" in text:
        return r"[;\n]"
    return r"[|\n]" if "|" in text else r"[,\n]"


def _cure(word: str, ids: list[str]) -> str:
    parts = [part.strip() for part in word.split(",")]
    if len(parts) > 1 and all(part in ids for part in parts):
        return f'Part several by a semicolon: "{"; ".join(parts)}".'
    return did_you_mean(word, ids)


def _ids(known: Iterable[Audience | Topic]) -> list[str]:
    return [entry.id for entry in known]
