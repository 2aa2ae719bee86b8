"""Names a place along an axis in the language of the page: a month, a year, a branch, or what is left of many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.model import Label
from plugins.infographics.read_periods import MONTHS_IN_YEAR, Period
from plugins.infographics.worked import Place
from plugins.kernel.library import Library
from plugins.tools.dates import date_words, month_letter, month_words, months_words, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Who tells what a block shows: its words, and the library whose branches tables name."""

    words: ChartWords
    library: Library

    def say(self, key: str, **values: object) -> str:
        """Return words about numbers."""
        return self.words.say(f"chart_says.{key}", values)

    def label(self, place: Place) -> Label:
        """Return the label of a place."""
        if place.others:
            rest = self.say("rest", n=place.others, count=str(place.others))
            return Label(full=rest, short=rest)
        if place.period is not None:
            return period_label(place.period, self.words.spoken)
        return self.named(place.text)

    def named(self, text: str) -> Label:
        """Return the label of a text: a branch by its name here, all else as it stands."""
        wanted = text.casefold()
        for branch in self.library.branches:
            if wanted in (branch.id, str(branch.name).casefold(), branch.short_name.casefold()):
                name = branch.name.in_(self.words.spoken)
                return Label(full=name, short=branch.short_name or name)
        return Label(full=text, short=text)

    def when(self, place: Place) -> str:
        """Return "in 2019", "on 3 May 2019", or the label alone of what is no time."""
        label = self.label(place)
        if place.period is None:
            return label.full
        return self.say("in_period" if place.period.months else "on_day", label=label.full)


@lru_cache(maxsize=4096)
def period_label(period: Period, lang: str) -> Label:
    """Return "2025", "2024–25", "September 2025", "Apr – Jun 2023" or a day."""
    starts = period.starts
    if period.months == MONTHS_IN_YEAR:
        full = str(starts.year) if starts.month == 1 else f"{starts.year}–{(starts.year + 1) % 100:02d}"
        return Label(full=full, short=full, starts=starts)
    if period.months == 1:
        return Label(full=month_words(starts, lang), short=month_letter(starts, lang), starts=starts)
    if not period.months:
        return Label(full=date_words(starts, lang), short=short_date(starts, lang), starts=starts)
    last = period.ends - timedelta(days=1)
    span = months_words(starts, last, lang)
    return Label(full=span, short=span, starts=starts)
