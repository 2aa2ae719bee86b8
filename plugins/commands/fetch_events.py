"""Fetches the web sources of events and keeps a good copy of each, and moves what is over into the archive."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from plugins.commands.archive_events import Shelves, archive_lost, archive_own
from plugins.commands.asked import Asked
from plugins.commands.fetch import Answer, Wanted, fetch
from plugins.commands.fetch_connection import FetchError, Limits
from plugins.commands.plainly import PlainError
from plugins.commands.put import put
from plugins.commands.report import many
from plugins.commands.site_settings import read_site
from plugins.events.copies import Copy, age_days, ago, bad_rows, called, mark_of, note_of, render_note, way_of
from plugins.events.make_copy import Made, NotGoodError, make_copy
from plugins.events.sources import Sheet, read_note
from plugins.kernel.library import EventSource, Library
from plugins.kernel.problems import Problem, Severity
from plugins.tools.web_address import MissingSecretError, is_web_address, with_secrets

AT_ONCE = 8
LONGEST_DAYS = 3660


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is to be done: where, when, and whose lists may be shorter than they were."""

    content: Path
    library: Library
    now: datetime
    accepted: frozenset[str] = frozenset()
    is_dry: bool = False
    limits: Limits = field(default_factory=Limits)

    @property
    def shelves(self) -> Shelves:
        """Return what the archive needs to know."""
        return Shelves(content=self.content, library=self.library, today=self.now.date(), is_dry=self.is_dry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one source, in sentences, and whether a site can be published with it."""

    sentences: tuple[str, ...]
    is_fine: bool = True


def run(root: Path, asked: Asked, *, accepted: list[str], days: str, is_dry: bool) -> int:
    """Fetch, put away, and say what happened; return 1 where a source is left without a copy that can be used."""
    work, problems = work_of(root, asked)
    keep_days = _days(days)
    work = replace(work, accepted=_known(work.library, accepted), is_dry=is_dry)
    told = list(fetch_all(work))
    wrong = [f"{one.file}, line {one.line}: {one.what} {one.cure}" for one in problems]
    # What a row means may hang on what is wrong there.
    moved = ["Nothing is moved before library.toml is mended."] if wrong else list(archive_own(work.shelves, keep_days))
    _print("To mend first", wrong)
    _print("Sources on the web", [sentence for one in told for sentence in one.sentences])
    _print("Archive", moved or [f"Nothing has been over for {keep_days} days."])
    print(_next(is_dry=is_dry))
    return 0 if all(one.is_fine for one in told) and not wrong else 1


def work_of(root: Path, asked: Asked) -> tuple[Work, list[Problem]]:
    """Return where the work is, and what is wrong with the sources in library.toml."""
    site = read_site(root, asked)
    errors = [one for one in site.problems if one.severity is Severity.ERROR]
    about = [one for one in errors if site.library.is_default or (one.column or "").startswith("events")]
    return Work(content=site.content, library=site.library, now=site.now), about


def _days(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or int(typed) > LONGEST_DAYS:
        raise PlainError(f"--keep-days {typed} is not a number of days: write one from 0 to {LONGEST_DAYS}.")
    return int(typed)


def _known(library: Library, accepted: list[str]) -> frozenset[str]:
    names = {called(source).strip('"') for source in library.event_sources if source.address}
    for name in accepted:
        if name not in names:
            known = ", ".join(sorted(names)) or "there is none"
            raise PlainError(f"--accept names {name}, and no source on the web has that name: {known}.")
    return frozenset(accepted)


def _print(heading: str, lines: list[str]) -> None:
    if lines:
        print("\n".join([heading, *(f"  {line}" for line in lines), ""]))


def _next(*, is_dry: bool) -> str:
    if is_dry:
        return "Nothing was written. Next: the same without --dry-run."
    return "Next: python3 tasks.py build, and commit content/events with the rest."


def fetch_all(work: Work) -> Iterator[Told]:
    """Fetch every web source, several at once, and keep what is good, in the order of library.toml."""
    sources = [source for source in work.library.event_sources if source.address]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for source, answer in zip(sources, pool.map(partial(_ask, work), sources), strict=True):
            yield _take(work, source, answer)


def _ask(work: Work, source: EventSource) -> Answer | str:
    """Return the answer of a source, or why there is none."""
    known = _copy_of(work, source)
    is_asked_again = known is not None and known.way == way_of(source)
    try:
        address = with_secrets(source.address, os.environ)
        if not is_web_address(address):
            return "has no whole address once the variables in it are filled in"
        return fetch(
            Wanted(
                address=address,
                allow_private=source.allow_private,
                etag=known.etag if known and is_asked_again else "",
                last_modified=known.last_modified if known and is_asked_again else "",
                limits=work.limits,
            )
        )
    except MissingSecretError as missing:
        return f"needs the variable {missing}, which the environment does not have"
    except FetchError as failure:
        return str(failure)


def _copy_of(work: Work, source: EventSource) -> Copy | None:
    """Return what is noted of the copy of a source, if there is one of its address."""
    noted = read_note(source, work.content)
    is_there = noted is not None and noted.mark == mark_of(source.address) and (work.content / source.file).is_file()
    return noted if is_there else None


def _take(work: Work, source: EventSource, answer: Answer | str) -> Told:
    known = _copy_of(work, source)
    if isinstance(answer, str):
        return _stays(work, source, known, answer)
    if answer.body is None and known is not None:
        _note(work, source, replace(known, fetched=work.now))
        return Told(sentences=(f"{called(source)} has nothing new.",))
    earlier = (work.content / source.file).read_bytes() if known else None
    is_compared = called(source).strip('"') not in work.accepted
    try:
        made = make_copy(answer.body or b"", source, work.library, work.now.date(), earlier if is_compared else None)
    except NotGoodError as refusal:
        return _stays(work, source, known, str(refusal))
    return _keep(work, source, answer, made, earlier)


def _stays(work: Work, source: EventSource, known: Copy | None, reason: str) -> Told:
    """Say why the last good copy stays, and how old it is."""
    begun = f"{called(source)} {reason}."
    if known is None:
        return Told(sentences=(f"{begun} There is no copy of it, so its events are missing.",), is_fine=False)
    age = age_days(known, work.now)
    is_fine = age <= source.max_age_days
    end = "stays" if is_fine else f"is too old to be published: library.toml allows {source.max_age_days} days"
    return Told(sentences=(f"{begun} The copy of {known.fetched:%Y-%m-%d}, {ago(age)}, {end}.",), is_fine=is_fine)


def _keep(work: Work, source: EventSource, answer: Answer, made: Made, earlier: bytes | None) -> Told:
    """Write the copy and what is noted of it; what is over and no longer in it goes into the archive first."""
    sheet = Sheet(path=work.content / source.file, file=source.file, source=source, foreign=True)
    uids = [event.uid for event in made.reading.events]
    lost = list(archive_lost(work.shelves, sheet, earlier, uids)) if earlier is not None else []
    text = made.text.encode()
    if not work.is_dry:
        put(work.content / source.file, text)
    _note(
        work,
        source,
        Copy(
            mark=mark_of(source.address),
            fetched=work.now,
            rows=made.reading.rows,
            way=way_of(source),
            etag=answer.etag,
            last_modified=answer.last_modified,
        ),
    )
    return Told(sentences=(_said(source, made, is_same=text == earlier), *lost))


def _said(source: EventSource, made: Made, *, is_same: bool) -> str:
    bad, events = bad_rows(made.reading), many(len(made.reading.events), "event")
    parts = [f"{called(source)} has {'the same ' if is_same else ''}{events}"]
    parts += [f"; {bad} of its {made.reading.rows} rows cannot be used, as the build will say"] if bad else []
    parts += [f"; kept without what is private ({', '.join(made.private)})"] if made.private else []
    return f"{''.join(parts)}: {source.file}."


def _note(work: Work, source: EventSource, copy: Copy) -> None:
    if not work.is_dry:
        put(work.content / note_of(source.file), render_note(copy, source.address).encode())
