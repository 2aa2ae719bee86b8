"""Says all that is wrong, or could be better, in what the library has written; nothing is built."""

from __future__ import annotations

import traceback
import zoneinfo
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.bridge.build import KEY, Build
from plugins.bridge.logs import listen
from plugins.bridge.unwritten import read_through
from plugins.commands.ask_elsewhere import ask_elsewhere
from plugins.commands.asked import Asked, settings_of
from plugins.commands.build import at_hand
from plugins.commands.check_sarif import render_sarif
from plugins.commands.check_texts import render_github, render_json, render_text
from plugins.commands.crash import problem_of
from plugins.commands.findings import Finding, finder
from plugins.commands.places import ledger_of
from plugins.commands.plainly import PlainError
from plugins.commands.rules import NO_BUILD
from plugins.commands.site_settings import read_settings
from plugins.kernel.problems import Problem, Severity

FINE, TO_MEND, STOPPED = 0, 1, 2
FORMATS = ("text", "json", "github", "sarif")
# Naming this file asks about all of them: a branch that is gone is wrong where it is named.
WHOLE = "library.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was asked for besides the options of a build: `files` are those to speak of, none means all."""

    asked: Asked
    files: Sequence[str] = ()
    form: str = "text"
    strict: bool = False
    online: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of it: all that was found, what was read, and whether it could be read to its end."""

    findings: Sequence[Finding]
    counts: dict[str, dict[str, int]]
    is_whole: bool
    kept_back: frozenset[str] = frozenset()


def run(root: Path, check: Check) -> int:
    """Print what was found and return the exit code: 0 fine, 1 something to mend, 2 it could not be read."""
    if check.form not in FORMATS:
        raise PlainError(f"--format {check.form} is none we know: write {', '.join(FORMATS[:-1])} or {FORMATS[-1]}.")
    named = [_there(file) for file in check.files]
    checked = _look_ahead(root, check, look(root, check), named)
    checked = replace(checked, findings=[one for one in checked.findings if _is_named(one, named)])
    print(_renderer(check)(checked.findings, checked.counts), end="")
    return _code(checked, strict=check.strict)


def _look_ahead(root: Path, check: Check, checked: Checked, named: Sequence[Path]) -> Checked:
    """Look at named files whose day has not come, or that are drafts, as they will be: who names one wants to know."""
    ahead = [path for path in named if any(path.as_posix().endswith(f"/{file}") for file in checked.kept_back)]
    if not ahead or check.asked.drafts:
        return checked
    later = look(root, replace(check, asked=replace(check.asked, drafts=True)))
    theirs = [one for one in later.findings if one.path and _is_named(one, ahead)]
    others = [one for one in checked.findings if one not in theirs]
    return replace(checked, findings=[*others, *theirs], is_whole=checked.is_whole and later.is_whole)


def _renderer(check: Check) -> Callable[[Sequence[Finding], dict[str, dict[str, int]]], str]:
    if check.form == "text":
        return lambda findings, counts: render_text(findings, counts, notes=check.asked.notes)
    if check.form == "github":
        return lambda findings, counts: render_github(findings, counts, notes=check.asked.notes)
    return render_json if check.form == "json" else render_sarif


def _there(file: str) -> Path:
    if not Path(file).exists():
        raise PlainError(f"There is no file {file}: name one that exists, or none at all for all of them.")
    return Path(file).resolve()


def _is_named(finding: Finding, named: Sequence[Path]) -> bool:
    """Tell whether somebody asked about the file of a finding; what is about the whole site is always said."""
    if not named or finding.path is None or any(path.name == WHOLE for path in named):
        return True
    place = finding.path.resolve()
    return any(place == path or path in place.parents for path in named)


def _code(checked: Checked, *, strict: bool) -> int:
    if not checked.is_whole:
        return STOPPED
    stopping = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return TO_MEND if any(one.problem.severity in stopping for one in checked.findings) else FINE


def look(root: Path, check: Check) -> Checked:
    """Read the site as a build does, and return all that is to be said of it."""
    zoneinfo.reset_tzpath(to=())
    listen()
    settings = _settings(root, check)
    failure = _read(settings, debug=check.asked.debug)
    made: Build | None = settings.get(KEY)
    problems = [*(made.sorted_problems() if made else ()), *listen().take(), *_failed(settings, failure, root)]
    find = finder(root, Path(settings["PATH"]).resolve())
    return Checked(
        findings=[find(problem) for problem in problems],
        counts=made.counts if made else {},
        is_whole=bool(made) and failure is None,
        kept_back=made.kept_back if made else frozenset(),
    )


def _settings(root: Path, check: Check) -> dict[str, Any]:
    settings = read_settings(root, settings_of(at_hand(root, check.asked)))
    settings["BROADSIDE_ADVICE"] = True
    settings["BROADSIDE_ASK"] = ask_elsewhere if check.online else None
    # What the last build knew of files that are the same is known here, too; nothing is added to it.
    settings["BROADSIDE_LEDGER"] = str(ledger_of(root, Path(settings["OUTPUT_PATH"]).resolve()))
    settings["BROADSIDE_PICTURES"] = str(root / ".cache" / "pictures")
    return settings


def _read(settings: dict[str, Any], *, debug: bool) -> Exception | None:
    try:
        read_through(settings)
    except Exception as failure:
        if debug:
            traceback.print_exc()
        return failure
    return None


def _failed(settings: dict[str, Any], failure: Exception | None, root: Path) -> list[Problem]:
    if failure is not None:
        return [problem_of(failure, Path(settings["PATH"]), root)]
    if KEY not in settings:
        return [NO_BUILD.at("pelicanconf.py", what=NO_BUILD.about, cure="Put it first in PLUGINS.")]
    return []
