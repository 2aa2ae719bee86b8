"""Builds the site beside the old one, puts it in its place when it is fine, and says what happened."""

from __future__ import annotations

import os
import tempfile
import traceback
import zoneinfo
from hashlib import sha256
from pathlib import Path
from typing import Any

from plugins.bridge.build import KEY, Build
from plugins.bridge.logs import listen
from plugins.commands.asked import Asked, settings_of
from plugins.commands.crash import problem_of
from plugins.commands.exchange import exchange, recover, staging_of
from plugins.commands.locks import only_one
from plugins.commands.plainly import PlainError
from plugins.commands.report import Report, render_json, render_text
from plugins.commands.rules import NO_BUILD
from plugins.commands.try_events import events_at_hand
from plugins.kernel.problems import Severity


def run(root: Path, asked: Asked) -> int:
    """Build, print the report and return the exit code."""
    report = build(root, events_at_hand(root, asked))
    print(render_text(report, notes=asked.notes), end="")
    if asked.report:
        Path(asked.report).write_text(render_json(report), encoding="utf-8")
    return 0 if report.is_published else 1


def build(root: Path, asked: Asked) -> Report:
    """Build into a folder beside the output and exchange the two, unless something speaks against it."""
    # Time zones come from the pinned tzdata, not from the machine, so that every machine builds the same.
    zoneinfo.reset_tzpath(to=())
    # What Pelican logs goes into the report instead of the terminal, from its first word on.
    listen()
    settings = _read_settings(root, settings_of(asked))
    output = Path(asked.output or settings["OUTPUT_PATH"]).resolve()
    refuse_to_lose(output, Path(settings["PATH"]), root)
    with only_one(_lock_of(output), "Another command is building this site; waiting for it."):
        recover(output)
        settings["OUTPUT_PATH"] = str(staging_of(output))
        if not asked.no_cache:
            settings["BROADSIDE_LEDGER"] = str(_ledger_of(root, output))
            settings["BROADSIDE_LAST"] = str(output)
        failure = _make(settings, debug=asked.debug)
        report = _report(settings, failure, root, asked, _as_typed(output))
        if report.is_published:
            exchange(output)
        else:
            recover(output)
    return report


def _read_settings(root: Path, override: dict[str, Any]) -> dict[str, Any]:
    from pelican.settings import read_settings

    try:
        settings: dict[str, Any] = read_settings(str(root / "pelicanconf.py"), override=override)
    except SyntaxError as failure:
        raise PlainError(
            f"pelicanconf.py, line {failure.lineno}, is not Python: {failure.msg}. Mend that line."
        ) from None
    return settings


def _make(settings: dict[str, Any], *, debug: bool) -> Exception | None:
    """Let Pelican build; return what stopped it, if anything did."""
    import pelican

    pelican.console.quiet = True
    try:
        pelican.Pelican(settings).run()
    except Exception as failure:
        if debug:
            traceback.print_exc()
        return failure
    return None


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
    )


def refuse_to_lose(output: Path, content: Path, root: Path) -> None:
    """Raise PlainError when the output folder holds anything that a new site must not replace."""
    for kept, name in ((content, "the content"), (root, "the project"), (Path.home(), "your home folder")):
        if kept.resolve().is_relative_to(output):
            raise PlainError(f"The site cannot go to {output}, which holds {name}: name another folder with --output.")
    if output.is_relative_to(content.resolve()):
        raise PlainError(f"The site cannot go to {output}, inside the content: name another folder with --output.")
    if output.exists() and not _is_replaceable(output):
        raise PlainError(
            f"The folder {output} holds something that is not a site of ours, and a build would remove it: "
            "name an empty or a new folder with --output."
        )


def _is_replaceable(output: Path) -> bool:
    if not output.is_dir():
        return False
    names = {entry.name for entry in output.iterdir()}
    return not names or ("index.html" in names and ".git" not in names)


def _ledger_of(root: Path, output: Path) -> Path:
    """Return where what is known of a site is kept between builds."""
    return root / ".cache" / f"{sha256(os.fsencode(output)).hexdigest()[:16]}.ledger"


def _lock_of(output: Path) -> Path:
    digest = sha256(os.fsencode(output)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"broadside-{digest}.lock"


def _as_typed(output: Path) -> str:
    try:
        return f"{output.relative_to(Path.cwd()).as_posix()}/"
    except ValueError:
        return str(output)
