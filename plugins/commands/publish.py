"""Publishes: builds the site, dresses it for the web, checks it, and puts it in the old one's place in one step."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.bridge.build import Build
from plugins.bridge.course import Course, render_profile, terminal
from plugins.bridge.staging import Staging
from plugins.bridge.version import version_of
from plugins.commands.asked import Asked
from plugins.commands.build import Made, make
from plugins.commands.checks.check_site import Checked, Wanted, check_site
from plugins.commands.checks.locate import located
from plugins.commands.checks.secrets import secrets_of
from plugins.commands.checks.weights import heaviest
from plugins.commands.exchange import exchange, recover, staging_of
from plugins.commands.locks import only_one
from plugins.commands.places import as_typed, lock_of, packed_of, plain_of, seen_of
from plugins.commands.publishing.dress import Dressed, Dressing, dress
from plugins.commands.publishing.last_site import Asking, LastSiteError, last_site
from plugins.commands.publishing.manifest import Manifest
from plugins.commands.publishing.pack_store import PackStore
from plugins.commands.publishing.references import Place
from plugins.commands.refuse_to_lose import refuse_to_lose
from plugins.commands.report import Report, many, render_json, render_text
from plugins.commands.rules import LAST_UNKNOWN, NO_ADDRESS
from plugins.commands.site_settings import PUBLIC, read_settings
from plugins.hosting.model import HEADERS_FILE
from plugins.hosting.render_headers_file import render_headers_file
from plugins.kernel.library import PLACEHOLDER_ADDRESS, Library
from plugins.kernel.problems import Problem, Severity

_WAITING = "Another command is publishing this site; waiting for it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What came of publishing: the report, and the library whose site it is, where it was read."""

    report: Report
    output: Path
    library: Library | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    """A site on its way out: what was built of it, where it goes, and what was published there last."""

    root: Path
    asked: Asked
    output: Path
    build: Build
    last: Manifest | None

    @property
    def address(self) -> str:
        return self.build.library.address


def run(root: Path, asked: Asked, last: str = "") -> int:
    """Publish into the output folder, print the report and return the exit code."""
    course = Course(terminal=terminal())
    published = publish(root, asked, course, last=last)
    print(render_text(published.report, notes=asked.notes), end="")
    if asked.report:
        Path(asked.report).write_text(render_json(published.report), encoding="utf-8")
    if asked.profile:
        print(f"\n{render_profile(course)}", end="")
    return 0 if published.report.is_published else 1


def publish(root: Path, asked: Asked, course: Course, *, last: str = "", stops: bool = True) -> Published:
    """Publish and return the report; `stops` is False where problems are only said, as in a preview."""
    settings = read_settings(root, {"PATH": asked.content} if asked.content else {}, PUBLIC)
    output = Path(asked.output or settings["OUTPUT_PATH"]).resolve()
    refuse_to_lose(output, Path(settings["PATH"]), root)
    with only_one(lock_of(output), _WAITING):
        recover(output)
        made = make(root, replace(asked, output=str(plain_of(output))), course, conf=PUBLIC, is_proof=False)
        if made.build is None or not made.report.is_published:
            return _stopped(made, output)
        manifest, unknown = _last(root, output, made.build, last)
        site = _Site(root=root, asked=asked, output=output, build=made.build, last=manifest)
        staging = Staging(staging_of(output), output)
        with course.stage("names, styles and packed copies"):
            dressed = dress(_dressing(site, staging, settings))
        staging.finish()
        with course.stage("checking what goes out"):
            checked = check_site(staging_of(output), _wanted(site), seen_of(root, output), version_of(root))
        found = located([*dressed.problems, *checked.problems], made.build.content)
        problems = list(dict.fromkeys([*made.report.problems, *_unplaced(site), *unknown, *found]))
        is_fine = not stops or all(one.severity is not Severity.ERROR for one in problems)
        if is_fine:
            exchange(output)
            PackStore(packed_of(root)).tidy()
        said = _said(site, dressed, checked)
        report = replace(made.report, problems=problems, is_published=is_fine, output=as_typed(output), said=said)
        return Published(report=report, output=output, library=made.build.library)


def _stopped(made: Made, output: Path) -> Published:
    report = replace(made.report, output=as_typed(output), is_published=False)
    return Published(report=report, output=output, library=made.build.library if made.build else None)


def _unplaced(site: _Site) -> list[Problem]:
    """Return that nobody has said where the site will be, if so: feeds would lead their readers nowhere."""
    if site.address != PLACEHOLDER_ADDRESS:
        return []
    what = (
        f'No "address" is named, so feeds, calendars and cards would lead to {PLACEHOLDER_ADDRESS}, which is nowhere.'
    )
    cure = 'Write at its top where the site will be, such as: address = "https://www.your-library.org/"'
    return [NO_ADDRESS.at("library.toml", column="address", what=what, cure=cure)]


def _last(root: Path, output: Path, build: Build, typed: str) -> tuple[Manifest | None, list[Problem]]:
    try:
        return last_site(Asking(typed=typed, root=root, output=output, address=build.library.address)), []
    except LastSiteError as failure:
        cure = "Look there yourself, or name a copy of it with --last; if nothing was ever published: --last nothing."
        return None, [LAST_UNKNOWN.at("", value=typed, what=str(failure), cure=cure)]


def _dressing(site: _Site, staging: Staging, settings: Mapping[str, Any]) -> Dressing:
    def for_hosts(files: Iterable[str]) -> dict[str, bytes]:
        text = render_headers_file(site.build.library, files, settings["HOSTING_HOST"])
        return {HEADERS_FILE: text.encode()}

    return Dressing(
        plain=plain_of(site.output),
        last=site.output,
        staging=staging,
        place=Place(address=site.address),
        store=PackStore(packed_of(site.root)),
        theme=Path(site.asked.theme or settings["THEME"]),
        for_hosts=for_hosts,
    )


def _wanted(site: _Site) -> Wanted:
    sources = {source.name or source.file: source.address for source in site.build.library.event_sources}
    return Wanted(
        address=site.address,
        last=site.last.files if site.last else {},
        secrets=secrets_of(sources, os.environ),
        source_of=site.build.holder,
    )


def _said(site: _Site, dressed: Dressed, checked: Checked) -> str:
    """Return what is said of a site that has gone out: how much of it is new, and what its heaviest pages weigh."""
    files, last = dressed.manifest.files, site.last.files if site.last else {}
    new = sum(last.get(file) != digest for file, digest in files.items())
    lines = [
        f"Published {many(len(checked.site.pages), 'page')} in {as_typed(site.output)}: {many(len(files), 'file')}, "
    ]
    lines[0] += f"{new} of them new or changed." if site.last else "with nothing known of a last site to compare with."
    for part, (weight, address) in heaviest(checked.weights).items():
        size, limit = (f"{number / 1000:.1f}" for number in (weight.size_bytes, weight.limit_bytes))
        lines.append(f"  {part:<25} {size:>6} KB of {limit:>6}  {address}")
    return "\n".join([*lines, "Next: python3 tasks.py preview shows it as a web server would."])
