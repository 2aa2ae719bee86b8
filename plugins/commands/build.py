"""Builds the site beside the old one, puts it in its place when it is fine, and says what happened."""

from __future__ import annotations

import os
import re
import zoneinfo
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from plugins.bridge.ahead import Ahead
from plugins.bridge.asked_now import FOREVER
from plugins.bridge.build import KEY, Build
from plugins.bridge.course import Course, render_profile, terminal
from plugins.bridge.elsewhere import Elsewhere, Gate
from plugins.bridge.first import First
from plugins.bridge.foreign import foreign_plugins
from plugins.bridge.logs import listen
from plugins.bridge.staging import Staging
from plugins.bridge.survey import survey
from plugins.bridge.version import SETTINGS_FILES
from plugins.commands.asked import Asked, settings_of
from plugins.commands.crash import problem_of
from plugins.commands.exchange import recover, staging_of
from plugins.commands.locks import only_one
from plugins.commands.places import as_typed, ledger_of, lock_of
from plugins.commands.put_in_place import put_in_place
from plugins.commands.ready import load, ready_ahead, run_pelican
from plugins.commands.refuse_to_lose import refuse_to_lose
from plugins.commands.report import Report, render_json, render_text
from plugins.commands.rules import NO_BUILD
from plugins.commands.site_settings import WRITING, read_settings
from plugins.commands.unchanged import UNSEEN, Proof, Seen, circumstances, look, remember
from plugins.kernel.problems import Severity
from plugins.tools.web_address import is_web_address


def run(
    root: Path, asked: Asked, words: Sequence[str] = (), first: First | None = None, ahead: Ahead | None = None
) -> int:
    """Build, print the report and return the exit code.

    `words` is what was typed, where it may be typed again; `first` says what is shown before the rest is made, and
    `ahead` turns texts into HTML already.
    """
    course = Course(terminal=terminal())
    is_proof = is_repeatable(words, asked)
    made = make(root, at_hand(root, asked), course, first, ahead=ahead, is_proof=is_proof)
    said = render_text(made.report, notes=asked.notes)
    print(said, end="")
    if asked.report:
        Path(asked.report).write_text(render_json(made.report), encoding="utf-8")
    if asked.profile:
        print(f"\n{render_profile(course)}", end="")
    if made.report.is_published and is_proof:
        remember(root, made.proof(words, said))
    return 0 if made.report.is_published else 1


def at_hand(root: Path, asked: Asked) -> Asked:
    """Return the options with a spreadsheet of events that lies on the web brought here."""
    if not is_web_address(asked.events):
        return asked
    from plugins.commands.try_events import events_at_hand

    return events_at_hand(root, asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of a build, and what must be the same for another to come to the same from when until when (`span`)."""

    report: Report
    inputs: tuple[str, ...]
    went_in: Seen
    came_out: Seen
    output: Path
    span: tuple[float, float]
    build: Build | None

    def proof(self, words: Sequence[str], said: str) -> Proof:
        """Return what lets the next command answer at once when nothing has changed."""
        return Proof(
            asked=circumstances(words),
            inputs=list(self.inputs),
            output=str(self.output),
            went_in=self.went_in,
            came_out=self.came_out,
            since=self.span[0],
            until=self.span[1],
            said=said,
        )


def build(root: Path, asked: Asked) -> Report:
    """Build and return the report."""
    return make(root, asked, Course()).report


def make(
    root: Path,
    asked: Asked,
    course: Course,
    first: First | None = None,
    *,
    ahead: Ahead | None = None,
    conf: str = WRITING,
    is_proof: bool = True,
) -> Made:
    """Build into a folder beside the output and exchange the two, unless something speaks against it.

    `conf` is the file of settings, `ahead` is at the texts. With `first`, all that needs no content is done before it
    waits. Without `is_proof`, nobody asks what went in and came out. Raises StaleError when what was done is overtaken.
    """
    settings = _settings(root, asked, course, conf) | {"BROADSIDE_FIRST": first, "BROADSIDE_AHEAD": ahead}
    output = Path(asked.output or settings["OUTPUT_PATH"]).resolve()
    settings |= _places(root, asked, settings, output)
    inputs, begin = _inputs(root, settings), _beginning(root, asked, settings, output)
    ready = ready_ahead(settings, first, debug=asked.debug) if first else None
    with only_one(lock_of(output), "Another command is building this site; waiting for it."):
        if ready:
            ready.check()
        recover(output)
        settings |= begin()
        with course.stage("looking at what goes in"):
            went_in, came_out = look(inputs) if is_proof else UNSEEN, UNSEEN
        with course.stage("the whole of Pelican's work"):
            failure = run_pelican(ready.site if ready else load(settings, debug=asked.debug), debug=asked.debug)
        made: Build | None = settings.get(KEY)
        report = _report(settings, failure, root, asked, as_typed(output))
        if made and report.is_published:
            with course.stage("exchanging the sites and keeping what is known"):
                came_out = put_in_place(made, output, is_proof=is_proof, is_served=first is not None)
    span = _standing(settings)
    return Made(report=report, inputs=inputs, went_in=went_in, came_out=came_out, output=output, span=span, build=made)


def _settings(root: Path, asked: Asked, course: Course, conf: str) -> dict[str, Any]:
    # Time zones come from the pinned tzdata, not from the machine, so that every machine builds the same.
    zoneinfo.reset_tzpath(to=())
    # What Pelican logs goes into the report instead of the terminal, from its first word on.
    listen()
    with course.stage("settings"):
        return read_settings(root, settings_of(asked), conf) | {"BROADSIDE_COURSE": course}


def _places(root: Path, asked: Asked, settings: Mapping[str, Any], output: Path) -> dict[str, Any]:
    """Return the settings that say where a build works, and with which version of the code if that is known.

    Raises PlainError where something would be lost in that place.
    """
    refuse_to_lose(output, Path(settings["PATH"]), root)
    first: First | None = settings["BROADSIDE_FIRST"]
    return {
        "OUTPUT_PATH": str(staging_of(output)),
        "BROADSIDE_VERSION": first.version if first else b"",
        "BROADSIDE_LEDGER": "" if asked.no_cache else str(ledger_of(root, output)),
        # Copies of photographs are known by what is in these and by what makes them, so they are right in any case.
        "BROADSIDE_PICTURES": str(root / ".cache" / "pictures"),
    }


def _beginning(root: Path, asked: Asked, settings: Mapping[str, Any], output: Path) -> Callable[[], dict[str, Any]]:
    """Return what lets other processes, which are made now, begin; it returns what they are at from then on."""
    gate = Gate()
    is_whole = asked.no_cache or foreign_plugins(settings) or not settings["PLUGINS"]
    texts = [str(settings[name]) for name in ("PATH", "BROADSIDE_POSTS") if settings[name]]
    begun = {
        "BROADSIDE_SURVEY": Elsewhere(partial(survey, root, texts, settings["BROADSIDE_VERSION"]), gate),
        "BROADSIDE_STAGING": Staging(staging_of(output), None if is_whole else output, gate),
    }

    def begin() -> dict[str, Any]:
        gate.open()
        return begun

    return begin


def _inputs(root: Path, settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the files and folders that say what is made."""
    code = [str(root / name) for name in ("plugins", *SETTINGS_FILES)]
    given = [str(settings[name]) for name in ("PATH", "THEME", "BROADSIDE_POSTS")]
    # Of a pattern, the folder in which its files are: one more of them is a change.
    events = re.split(r"[*?\[]", str(settings["BROADSIDE_EVENTS"]))[0]
    folder = events if not events or Path(events).is_file() else str(Path(events).parent)
    return tuple(path for path in [*code, *given, folder] if path)


def _standing(settings: Mapping[str, Any]) -> tuple[float, float]:
    """Return from when until when a build comes to the same, in seconds since 1970: at any time when now was given."""
    made: Build | None = settings.get(KEY)
    if made is None or foreign_plugins(settings):
        return (0, 0)
    if settings["BROADSIDE_NOW"] or os.environ.get("SOURCE_DATE_EPOCH"):
        return (0, FOREVER)
    return (made.watch.now, made.memory.until)


def is_repeatable(words: Sequence[str], asked: Asked) -> bool:
    """Tell whether the words typed are this one command, with nothing to do besides building."""
    values = [value for value in asdict(asked).values() if isinstance(value, str) and value]
    for word in words[1:]:
        if not word.startswith("--") and word not in values:
            return False
        values = [value for value in values if value != word]
    return list(words[:1]) == ["build"] and not (
        asked.report or asked.debug or asked.no_cache or asked.profile or is_web_address(asked.events)
    )


def _report(settings: dict[str, Any], failure: Exception | None, root: Path, asked: Asked, output: str) -> Report:
    made: Build | None = settings.get(KEY)
    problems = [*(made.sorted_problems() if made else ()), *listen().take()]
    if failure:
        problems.append(problem_of(failure, Path(settings["PATH"]), root))
    elif not made:
        problems.append(NO_BUILD.at("pelicanconf.py", what=NO_BUILD.about, cure="Put it first in PLUGINS."))
    is_stopped = asked.strict and any(problem.severity is Severity.ERROR for problem in problems)
    return Report(
        counts=made.counts if made else {},
        problems=problems,
        defaults=list(made.defaults) if made else [],
        pages=made.pages if made else 0,
        is_published=bool(made) and not failure and not is_stopped,
        output=output,
        is_preview=asked.drafts,
        sources=made.sources if made and asked.report else {},
    )
