"""Where the events come from, and whose clock they are told by."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from zoneinfo import ZoneInfo

from plugins.kernel.library import EventSource
from plugins.kernel.moments import zone_named, zone_names
from plugins.kernel.text import closest
from plugins.library import rules
from plugins.library.read_branches import report_unknown_branch
from plugins.library.reading import Section


def read_time_zone(section: Section) -> ZoneInfo | None:
    """Return the time zone under a heading, or None when there is none that is known."""
    name = section.text("time_zone")
    zone = zone_named(name) if name else None
    if name and zone is None:
        near = _zone_near(name)
        cure = f'Did you mean "{near}"?' if near else 'Write one such as "America/Denver" or "Europe/Madrid".'
        section.report(rules.BAD_TIME_ZONE, "time_zone", what=f'There is no time zone "{name}".', cure=cure)
    return zone


def _zone_near(name: str) -> str:
    wanted = name.casefold().replace(" ", "_")
    names = zone_names()
    by_city = {known.rpartition("/")[2].casefold(): known for known in reversed(names)}
    return by_city.get(wanted.rpartition("/")[2], "") or closest(wanted, names)


def read_event_source(section: Section, known: tuple[str, ...]) -> EventSource | None:
    """Return a source of events, or None when it names no file in the content folder."""
    if not section.has("file"):
        section.missing("file", '"events/*.csv"')
    file = section.text("file")
    zone = read_time_zone(section)
    branch = section.text("branch")
    if branch and branch not in known:
        report_unknown_branch(section, "branch", branch, known)
        branch = ""
    if not file or not _is_inside(section, file):
        return None
    return EventSource(file=file, name=section.text("name"), time_zone=zone, branch=branch or None)


def _is_inside(section: Section, file: str) -> bool:
    outside = PurePosixPath(file).is_absolute() or PureWindowsPath(file).drive or "\\" in file
    if not outside and ".." not in PurePosixPath(file).parts:
        return True
    what = f'"{file}" is not a file within the content folder.'
    section.report(
        rules.BAD_FILE, "file", what=what, cure='Write it as seen from the content folder: "events/ours.csv".'
    )
    return False
