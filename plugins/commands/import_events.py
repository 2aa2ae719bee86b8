"""Turns a spreadsheet of another system into one of our own, with ids, for good."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from plugins.commands.asked import Asked
from plugins.commands.plainly import PlainError
from plugins.commands.put import put
from plugins.commands.report import many, problem_lines
from plugins.commands.site_settings import Site, read_site
from plugins.events.columns import keys_of
from plugins.events.own_words import Owned, own_words
from plugins.events.read_events import read_events
from plugins.events.reading import Reading
from plugins.events.render_csv import render_csv
from plugins.kernel.library import Library
from plugins.kernel.problems import Severity
from plugins.kernel.text import did_you_mean, slug
from plugins.tools.decode import is_encoding

Order = Literal["day-first", "month-first", ""]
WORDS_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """The options as they were typed."""

    file: str
    to: str = ""
    content: str = ""
    timezone: str = ""
    date_order: str = ""
    encoding: str = ""
    columns: str = ""
    branch: str = ""
    replace: bool = False
    notes: bool = False


def run(root: Path, asked: Import) -> int:
    """Read, write and say what came of it; return 1 when a row was left out that somebody has to mend."""
    source = Path(asked.file)
    if not source.is_file():
        raise PlainError(f"{asked.file} is no file: name the spreadsheet that is to be imported.")
    site, reading = _read(root, source, asked)
    target = _target(asked, source, site.content)
    owned = own_words(reading.events, site.library)
    print(_counts(reading, asked.file))
    print(_unknown_words(owned), end="")
    print("\n".join(problem_lines(reading.problems, notes=asked.notes)))
    if owned.events:
        put(target, render_csv(owned.events, site.library.time_zone).encode())
        print(f"Wrote {many(len(owned.events), 'event')} to {_as_typed(target)}. {_next(asked)}")
    else:
        print("Nothing was written.")
    return 1 if any(problem.severity is Severity.ERROR for problem in reading.problems) else 0


def _read(root: Path, source: Path, asked: Import) -> tuple[Site, Reading]:
    site = read_site(root, Asked(content=asked.content, timezone=asked.timezone))
    reading = read_events(
        source.read_bytes(),
        file=source.name,
        library=site.library,
        time_zone=ZoneInfo(site.time_zone) if site.time_zone else site.library.time_zone,
        foreign=True,
        default_branch=_branch(asked.branch, site.library),
        today=site.now.date(),
        columns=_columns(asked.columns),
        date_order=_order(asked.date_order),
        encoding=_encoding(asked.encoding),
    )
    return site, reading


def _branch(typed: str, library: Library) -> str:
    known = [branch.id for branch in library.branches]
    if typed and typed not in known:
        raise PlainError(f"--branch {typed} is no branch in library.toml. {did_you_mean(typed, known)}")
    return typed


def _order(typed: str) -> Order:
    for order in get_args(Order):
        if typed == order:
            return order  # type: ignore[no-any-return]
    raise PlainError(f"--date-order {typed} is none we know: write day-first (17/10/2026) or month-first (10/17/2026).")


def _encoding(typed: str) -> str:
    if typed and not is_encoding(typed):
        raise PlainError(f"--encoding {typed} is none we know: write one such as cp1252 or utf-8.")
    return typed


def _columns(typed: str) -> dict[str, str]:
    """Return the map that "Was=title, Wann=date" stands for."""
    pairs = [pair.partition("=") for pair in typed.split(",") if pair.strip()]
    columns = {theirs.strip(): ours.strip() for theirs, _, ours in pairs}
    wrong = next((ours for theirs, ours in columns.items() if not theirs or not keys_of({theirs: ours})), None)
    if wrong is not None:
        raise PlainError(f'--columns names "{wrong}", which is no column of ours: write "Was=title, Wann=date".')
    return columns


def _target(asked: Import, source: Path, content: Path) -> Path:
    target = Path(asked.to).resolve() if asked.to else content / "events" / f"{slug(source.stem)}.csv"
    if target.is_dir():
        raise PlainError(f"--to names the folder {asked.to}: name a file in it, such as {asked.to.rstrip('/')}/a.csv.")
    if target == source.resolve():
        raise PlainError(f"{asked.file} would be overwritten by what is read from it: name another file with --to.")
    if target.exists() and not asked.replace:
        raise PlainError(f"{_as_typed(target)} is there already: name another with --to, or add --replace.")
    return target


def _as_typed(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def _counts(reading: Reading, file: str) -> str:
    told = [many(len(reading.events), "event")]
    told += [f"{reading.joined} joined to another"] if reading.joined else []
    told += [f"{reading.left_out} left out"] if reading.left_out else []
    return f"{file}: {many(reading.rows, 'row')}: {', '.join(told)}.\n"


def _unknown_words(owned: Owned) -> str:
    lines = [
        f"  {name}: {_listed(words)}."
        for name, words in (("audience", owned.audiences), ("topics", owned.topics))
        if words
    ]
    if not lines:
        return ""
    cure = "  Add those you want to library.toml, and import the file again."
    return "\n".join(["Words that library.toml does not have; they were left out", *lines, cure, "", ""])


def _listed(words: Counter[str]) -> str:
    shown = ", ".join(f"{word} ({count})" for word, count in words.most_common(WORDS_SHOWN))
    return f"{shown} and {len(words) - WORDS_SHOWN} more" if len(words) > WORDS_SHOWN else shown


def _next(asked: Import) -> str:
    if asked.to:
        return "Next: look through it; from now on it is yours to edit."
    return "Next: look through it; the next build has it, and from now on it is yours to edit."
