"""Now notes until when what was said of it holds, whoever asks, and however often."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from plugins.bridge.asked_now import FOREVER, AskedNow

DENVER = ZoneInfo("America/Denver")
# The clocks go back the next day at 2:00.
NOW = datetime(2026, 10, 31, 14, 20, tzinfo=DENVER)
MIDNIGHT = datetime(2026, 11, 1, tzinfo=DENVER)


@pytest.mark.parametrize(
    ("ask", "said", "until"),
    [
        (lambda now: now.date(), date(2026, 10, 31), MIDNIGHT),
        (lambda now: now.weekday(), 5, MIDNIGHT),
        (lambda now: now.month, 10, MIDNIGHT),
        (lambda now: now.hour, 14, NOW.replace(hour=15, minute=0)),
        (lambda now: now < NOW + timedelta(minutes=5), True, NOW + timedelta(minutes=5)),
        (lambda now: now < NOW - timedelta(minutes=5), False, None),
        (lambda now: now.isoformat(), "2026-10-31T14:20:00-06:00", NOW + timedelta(microseconds=1)),
        # Of tomorrow's date, nine hours of today are left.
        (lambda now: (now + timedelta(days=1)).date(), date(2026, 11, 1), MIDNIGHT),
    ],
)
def test_an_answer_holds_until_it_would_be_another(ask, said, until):
    now = AskedNow.of(NOW)
    assert now.watch.until == FOREVER
    assert ask(now) == said
    assert now.watch.until == (until.timestamp() if until else FOREVER)
    assert ask(now) == said
    assert now.watch.until == (until.timestamp() if until else FOREVER)


def test_each_watch_hears_of_the_day_for_itself():
    now = AskedNow.of(NOW)
    now.date()
    for other in (AskedNow.of(now.plain), now.astimezone(ZoneInfo("UTC")), now + timedelta(days=1)):
        other.watch.until = FOREVER
        other.date()
        assert NOW.timestamp() < other.watch.until <= MIDNIGHT.timestamp()
