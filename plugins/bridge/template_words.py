"""The filters and functions that templates may use (theme/README.md lists them; a test compares)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from plugins.bridge.build import Build
from plugins.bridge.template_context import DirectContext
from plugins.kernel.library import Branch, Week
from plugins.tools import dates, doors, numbers
from plugins.tools.css_measures import quarter_class
from plugins.tools.display import ONE_LINE, Compositor, Line, Voice
from plugins.tools.palette import Palette, palette
from plugins.tools.when import Timed, when_words


def install(env: Environment, theme: Path, build: Build) -> None:
    """Give a Jinja environment everything templates may use."""
    env.context_class = DirectContext
    compositor = Compositor(theme / "fonts-ttf")
    env.globals.update(
        fit=partial(_fit, compositor),
        fit_lines=partial(_fit_lines, compositor),
        colors=_colors(palette(build.library.hue, build.library.chroma)),
        when_words=_when_words,
        door_of=_door_of,
    )
    env.filters.update(
        {name: _in_language(function) for name, function in _SPOKEN.items()},
        day_words=_day_words,
        week_words=_week_words,
        iso=_iso,
        quarter_class=lambda moment, kind: quarter_class(kind, _time(moment)),
        week_data=doors.week_data,
        days_data=doors.days_data,
        phone_digits=lambda phone: re.sub(r"[^\d+]", "", phone),
    )


@pass_context
def _door_of(context: Context, branch: Branch) -> doors.Door:
    return doors.door_of(branch, context["now"])


@pass_context
def _when_words(context: Context, one: Timed) -> str:
    return when_words(one, context["lang"], context["now"])


def _in_language(function: Callable[..., str]) -> Callable[..., str]:
    @pass_context
    def spoken(context: Context, value: Any) -> str:
        return function(value, context["lang"])

    return spoken


_SPOKEN: dict[str, Callable[..., str]] = {
    "short_day": lambda value, lang: dates.short_day(_day(value), lang),
    "weekday": lambda value, lang: dates.weekday(_day(value), lang),
    "month_words": lambda value, lang: dates.month_words(_day(value), lang),
    "date_words": lambda value, lang: dates.date_words(_day(value), lang),
    "day_month": lambda value, lang: dates.day_and_month(_day(value), lang),
    "short_date": lambda value, lang: dates.short_date(_day(value), lang),
    "short_weekday": lambda value, lang: dates.short_weekday(_day(value), lang),
    "short_month": lambda value, lang: dates.short_month(_day(value), lang),
    "clock_words": lambda value, lang: dates.clock_words(_time(value), lang),
    "hour_words": lambda value, lang: dates.hour_words(_time(value), lang),
    "hours_words": dates.hours_words,
    "count_words": numbers.count_words,
    "language_words": dates.language_words,
}


@pass_context
def _day_words(context: Context, value: date) -> str:
    day = _day(value)
    return dates.day_words(day, context["lang"], year=day.year != context["now"].year)


@pass_context
def _week_words(context: Context, week: Week) -> str:
    return doors.week_words(week, context["lang"])


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _time(value: time | datetime) -> time:
    # Words say no seconds; of now, its hour and minute are asked, so that a page stands for as long as they do.
    return time(value.hour, value.minute) if isinstance(value, datetime) else value


def _iso(value: date | time) -> str:
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


def _fit(compositor: Compositor, text: str, voice: Voice = "wood", tag: str = "span", extra: str = "") -> Markup:
    return _markup(compositor.line(str(text), voice), tag, extra)


def _fit_lines(compositor: Compositor, title: str, one_line: int = ONE_LINE) -> Markup:
    lines = compositor.title(str(title), one_line)
    if not lines:
        return Markup('<span class="long">{}</span>').format(title)
    return Markup("").join(_markup(line, "span", "") for line in lines)


def _markup(line: Line, tag: str, extra: str) -> Markup:
    classes = f"{line.classes} {extra}".strip()
    return Markup(f'<{tag} class="{escape(classes)}">{escape(line.text)}</{tag}> ')


def _colors(colors: Palette) -> dict[str, str]:
    return {"paper_light": colors.theme_light, "paper_dark": colors.theme_dark}
