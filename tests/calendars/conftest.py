"""What the tests of calendars share: the calendars of some events at a moment, in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from plugins.calendars.choose_calendars import choices
from plugins.calendars.model import Telling, Voice, period_at
from plugins.calendars.site_calendars import SiteCalendars
from plugins.events.agenda import Agenda
from plugins.events.model import Event
from plugins.kernel.library import Library
from plugins.tools.interface import read_interface
from tests.calendars.cases import LIBRARY

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def voice_of(root: Path) -> Callable[[Library], Voice]:
    interface = read_interface(root / "theme/translations")
    return lambda library: Voice(library=library, say=partial(interface.say, library.languages[0]))


@pytest.fixture(scope="session")
def calendars(voice_of: Callable[[Library], Voice]) -> Callable[..., Files]:
    """Return a function from events and a moment to every calendar file, by its address."""

    def files(events: Iterable[Event], now: datetime, library: Library = LIBRARY, text: str = "") -> Files:
        agenda = Agenda(events, library)
        made = SiteCalendars(agenda, voice_of(library), period_at(now), ("darkgreen", "#264e32"), lambda _: True)
        found = made.files(choices(agenda, {}), lambda event: Telling(text=text or event.teaser))
        return {address: file.data for address, file in found}

    return files
