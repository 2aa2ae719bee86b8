"""Reads the options of a build as they were typed, and says at once which of them cannot be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from glob import glob
from pathlib import Path
from typing import Any

from plugins.commands.option_help import CHECK, FLAGS
from plugins.commands.plainly import PlainError

# The options of `check` that are followed by a value.
_VALUED = frozenset(f"--{name}" for name in CHECK if name not in FLAGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options as they were typed; paths are relative to where the person stands."""

    content: str = ""
    posts: str = ""
    output: str = ""
    events: str = ""
    timezone: str = ""
    now: str = ""
    today: str = ""
    strict: bool = False
    report: str = ""
    notes: bool = False
    drafts: bool = False
    debug: bool = False
    no_cache: bool = False
    profile: bool = False
    theme: str = ""


def asked_of(words: Sequence[str]) -> Asked | None:
    """Return the options of a plain `build` as it was typed; None for anything else, which Invoke understands."""
    if list(words[:1]) != ["build"]:
        return None
    kinds = {field.name: field.type for field in fields(Asked)}
    given: dict[str, Any] = {}
    rest = list(words[1:])
    while rest:
        word, has_value, value = rest.pop(0).partition("=")
        name = word.removeprefix("--").replace("-", "_")
        if not word.startswith("--") or name not in kinds or (kinds[name] == "bool" and has_value):
            return None
        if kinds[name] == "str" and not has_value and (not rest or rest[0].startswith("-")):
            return None
        given[name] = True if kinds[name] == "bool" else value if has_value else rest.pop(0)
    return Asked(**given)


def spread(words: Sequence[str]) -> list[str]:
    """Return the words of a `check` with --file before each name of a file, which Invoke takes for a task otherwise."""
    if list(words[:1]) != ["check"]:
        return list(words)
    found, rest = ["check"], list(words[1:])
    while rest:
        word = rest.pop(0)
        if word == "--":
            return found + [one for name in rest for one in ("--file", name)]
        found += [word] if word.startswith("-") else ["--file", word]
        if word in _VALUED and rest:
            found.append(rest.pop(0))
    return found


def settings_of(asked: Asked) -> dict[str, Any]:
    """Return the settings that the options stand for; PlainError for one that cannot be meant."""
    if asked.report and not Path(asked.report).resolve().parent.is_dir():
        raise PlainError(
            f"--report names {asked.report}, and its folder does not exist: name one in a folder that does."
        )
    settings: dict[str, Any] = {
        "BROADSIDE_NOW": _moment(asked),
        "BROADSIDE_POSTS": _folder(asked.posts, "--posts"),
        "BROADSIDE_EVENTS": _spreadsheets(asked.events),
        "BROADSIDE_TIMEZONE": _zone(asked.timezone),
        "BROADSIDE_DRAFTS": asked.drafts,
        # The problems are printed by the command, so they need not be logged as well.
        "BROADSIDE_REPORT": True,
    }
    if asked.content:
        settings["PATH"] = _folder(asked.content, "--content")
    if asked.theme:
        settings["THEME"] = _folder(asked.theme, "--theme")
    return settings


def _folder(typed: str, option: str) -> str:
    if typed and not Path(typed).is_dir():
        raise PlainError(f"{option} names {typed}, and there is no such folder: name one that exists.")
    return str(Path(typed).resolve()) if typed else ""


def _spreadsheets(typed: str) -> str:
    if typed and not files_of(typed):
        raise PlainError(f"--events names {typed}, and there is no such file: name one that exists.")
    return str(Path(typed).resolve()) if typed else ""


def files_of(typed: str) -> list[Path]:
    """Return the files that a name or a pattern such as exports/*.csv stands for, from where the person stands."""
    if not typed or Path(typed).is_file():
        return [Path(typed).resolve()] if typed else []
    found = (Path(one).resolve() for one in glob(typed, recursive=True))  # noqa: PTH207 (Path has no absolute patterns)
    return sorted(path for path in found if path.is_file())


def _zone(typed: str) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(typed).key if typed else ""
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PlainError(
            f"--timezone {typed} is not the name of a time zone: write it like America/New_York or Europe/Madrid."
        ) from None


def _moment(asked: Asked) -> str:
    """Return now in ISO form, or nothing when the clock decides (or SOURCE_DATE_EPOCH)."""
    if asked.now and asked.today:
        raise PlainError("--now and --today both say when it is: leave one of them out.")
    try:
        if asked.today:
            return f"{date.fromisoformat(asked.today)}T00:00"
        return datetime.fromisoformat(asked.now).isoformat() if asked.now else ""
    except ValueError:
        raise PlainError(
            f"{asked.now or asked.today} is not a moment that we can read: "
            "write --now 2026-10-08T14:20 or --today 2026-10-08."
        ) from None
