"""The lines of `status`: each says one thing that is coming, waits, ends or is missing, and where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from plugins.commands.report import many
from plugins.commands.status_view import View
from plugins.events.find_over import last_day
from plugins.events.model import Event, Occurrence
from plugins.kernel.library import Branch
from plugins.tools.dates import clock_words, day_words

# More than a screenful is no glance.
SHOWN = 20
AHEAD = timedelta(days=400)


def day(one: date | datetime) -> str:
    """Return "Tue 13 October"."""
    plain = one.date() if isinstance(one, datetime) else one
    weekday, _, rest = day_words(plain, "en").partition(" ")
    return f"{weekday[:3]} {rest}"


def upcoming(view: View) -> Iterator[str]:
    """Yield what takes place, first what is not as announced, then the first of what is once, and how many more."""
    found = [one for one in view.agenda.between(view.today, view.last) if one.finishes > view.now]
    changed = [one for one in found if one.status.value != "confirmed"]
    once = [one for one in found if one not in changed and not one.event.is_series]
    shown = sorted([*changed, *once], key=lambda one: (one.starts.date(), one.starts.time()))
    yield from (_meeting(one) for one in shown[:SHOWN])
    if rest := len(found) - len(shown[:SHOWN]):
        yield f"{'and ' if shown else ''}{many(rest, 'meeting')} of series and others, as usual."
    yield from _closures(view)
    for _, program, is_draft in view.programs:
        for deadline in program.deadlines.dates if program.deadlines and not is_draft else ():
            if view.is_near(deadline.date):
                yield f"{day(deadline.date)}: {program.title}: {deadline.text}"


def _meeting(one: Occurrence) -> str:
    time = "all day" if one.all_day else clock_words(one.starts.time(), "en")
    place = f", {one.where}" if one.where else ""
    state = "" if one.status.value == "confirmed" else f" ({one.status.value})"
    return f"{day(one.starts)}, {time}: {one.event.summary}{place}{state}"


def _closures(view: View) -> Iterator[str]:
    """Yield each day on which branches are closed or keep other hours, with how many meetings fall out."""
    out = view.agenda.skipped(view.today, view.last)
    for number in range((view.last - view.today).days + 1):
        on = view.today + timedelta(days=number)
        special = [(branch, branch.special_on(on)) for branch in view.library.branches]
        closed = [(branch, found) for branch, found in special if found is not None and not found.hours]
        if closed:
            names = "Everything" if len(closed) == len(special) else _names([branch for branch, _ in closed])
            reason = f" ({closed[0][1].reason})" if closed[0][1].reason else ""
            lost = sum(1 for one in out if one.date == on and one.moved is None)
            yield f"{day(on)}: {names} closed{reason}" + (
                f"; {many(lost, 'meeting')} of series fall out." if lost else "."
            )


def _names(branches: list[Branch]) -> str:
    names = [str(branch.name) for branch in branches]
    return f"{', '.join(names[:-1])} and {names[-1]}" if names[1:] else names[0]


def waiting(view: View) -> Iterator[str]:
    """Yield posts whose day has not come, drafts, and booking that has not opened."""
    for file, post in sorted(view.posts, key=lambda one: one[1].date):
        if post.outcome == "waiting":
            yield f"{day(post.date)}: the post “{post.title}” appears ({file})."
    for event in sorted(view.events, key=_opening):
        opens = event.registration.opens
        if opens is not None and opens > view.now:
            yield f"{day(opens)}: booking opens for “{event.summary}” ({place_of(event)})."
    yield from (f"Draft: “{post.title}” ({file})." for file, post in view.posts if post.outcome == "drafts")
    yield from (f"Draft: “{program.title}” ({file})." for file, program, is_draft in view.programs if is_draft)


def _opening(event: Event) -> float:
    return event.registration.opens.timestamp() if event.registration.opens else 0


def place_of(event: Event) -> str:
    """Return where an event is written."""
    return f"{event.source}, line {event.line}"


def ending(view: View) -> Iterator[str]:
    """Yield the notice, booking that closes, and series that are on for the last time."""
    notice = view.library.notice
    if notice is not None and view.has_come(notice.starts) and not view.has_come(notice.ends):
        yield f"{day(notice.ends)}, {clock_words(notice.ends.time(), 'en')}: the notice at the head of every page."
    for event in view.events:
        closing = event.registration.last_day
        if closing is not None and view.is_near(closing) and not view.has_come(event.registration.closes):
            yield f"{day(closing)}: booking closes for “{event.summary}” ({place_of(event)})."
    for event in view.events:
        last = last_day(event, view.last + timedelta(days=1)) if event.is_series else None
        if last is not None and view.is_near(last):
            yield f"{day(last)}: “{event.summary}” is on for the last time ({place_of(event)})."


def missing(view: View) -> Iterator[str]:
    """Yield programs without a next meeting, branches without hours, and days off that a series was to be on."""
    heard = {post.program for _, post in view.posts if post.audio}
    home = view.library.languages[0]
    coming = {one.event.program for one in view.agenda.between(view.today, view.today + AHEAD)}
    for file, program, is_draft in view.programs:
        if not is_draft and program.language == home and program.slug not in coming | heard:
            yield f"The program “{program.title}” has no next meeting ({file})."
    for branch in view.library.branches:
        if not any(branch.week) and not branch.special_days:
            yield f"{branch.name} has no opening hours (library.toml)."
    if not any(view.is_near(event.starts.date()) for event in view.events) and not coming:
        yield "Nothing is on: no spreadsheet holds an event to come."
    yield from _shut_out(view)


def _shut_out(view: View) -> Iterator[str]:
    """Yield what is to be on once, on a day on which its branch is closed."""
    for event in view.events:
        branch, first = event.branch, event.starts.date()
        special = branch.special_on(first) if branch else None
        if branch is None or special is None or special.hours or event.is_series or event.is_off or first < view.today:
            continue
        yield f"{day(first)}: “{event.summary}” is to be on while {branch.name} is closed ({place_of(event)})."
