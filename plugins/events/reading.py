"""What reading events comes to."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.events.model import Event
from plugins.kernel.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of a spreadsheet: `rows` is the sum of the events, the rows joined to one, and those left out.

    `header` holds the names of its columns, nothing where it is no list of events.
    """

    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    rows: int = 0
    joined: int = 0
    left_out: int = 0
    header: tuple[str, ...] = ()
