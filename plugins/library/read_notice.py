"""The urgent notice: what it says, about which branches, from when until when."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from plugins.kernel.library import Notice
from plugins.library import rules
from plugins.library.parse_days import parse_moment
from plugins.library.read_branches import read_branch_ids
from plugins.library.reading import Section

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def read_notice(section: Section, known: tuple[str, ...], zone: tzinfo) -> Notice | None:
    """Return the notice; None when a part of it is unclear, or when it is only about branches nobody knows."""
    text = section.phrase("text")
    if not text:
        section.missing("text", '"…"')
    about = read_branch_ids(section, known) if section.raw("branches") else ()
    moments = _moments(section, zone)
    if not text or moments is None or (section.raw("branches") and not about):
        return None
    starts, ends = moments
    return Notice(text=text, branches=about, starts=starts, ends=ends)


def _moments(section: Section, zone: tzinfo) -> tuple[datetime, datetime] | None:
    """Return when a notice begins (at once when it does not say so) and ends (which it must say)."""
    starts: datetime | None = _LONG_AGO.astimezone(zone)
    if section.has("from"):
        starts = section.parsed("from", rules.BAD_DATE, lambda value: parse_moment(value, zone, end_of_day=False))
    if not section.has("until"):
        section.missing("until", "2026-01-14T20:00")
    ends = section.parsed("until", rules.BAD_DATE, lambda value: parse_moment(value, zone, end_of_day=True))
    if starts is None or ends is None:
        return None
    if ends <= starts:
        section.report(rules.BAD_DATE, "until", what="The notice ends before it begins.", cure="Swap from and until.")
        return None
    return starts, ends
