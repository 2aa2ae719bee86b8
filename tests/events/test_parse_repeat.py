"""How people say that something repeats, and the rule it becomes."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.events.parse_repeat import parse_letters, parse_repeat
from plugins.events.parse_rule import UnreadableRepeatError, parse_rule
from plugins.events.repeat_words import LANGUAGES
from plugins.events.rule_days import RuleDays
from plugins.events.series import Recurrence

ENGLISH = [
    ("weekly", "FREQ=WEEKLY"),
    ("Every week", "FREQ=WEEKLY"),
    ("once a week", "FREQ=WEEKLY"),
    ("daily", "FREQ=DAILY"),
    ("every day", "FREQ=DAILY"),
    ("every 3 days", "FREQ=DAILY;INTERVAL=3"),
    ("every other day", "FREQ=DAILY;INTERVAL=2"),
    ("every Tuesday and Thursday", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("Thursdays & Tuesdays", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("Monday, Wednesday, Friday", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    ("Weekly on Tuesday", "FREQ=WEEKLY;BYDAY=TU"),
    ("Weekly (Tuesdays)", "FREQ=WEEKLY;BYDAY=TU"),
    ("every other Monday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
    ("alternate Mondays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
    ("every two weeks", "FREQ=WEEKLY;INTERVAL=2"),
    ("every 2 weeks on Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
    ("Tuesdays every three weeks", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"),
    ("fortnightly", "FREQ=WEEKLY;INTERVAL=2"),
    ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("Mon-Fri", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("Tuesday through Thursday", "FREQ=WEEKLY;BYDAY=TU,WE,TH"),
    ("Saturday to Monday", "FREQ=WEEKLY;BYDAY=MO,SA,SU"),
    ("weekends", "FREQ=WEEKLY;BYDAY=SA,SU"),
    ("every other weekend", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU"),
    ("second and fourth Saturday", "FREQ=MONTHLY;BYDAY=2SA,4SA"),
    ("2nd & 4th Sat.", "FREQ=MONTHLY;BYDAY=2SA,4SA"),
    ("every second and fourth Saturday", "FREQ=MONTHLY;BYDAY=2SA,4SA"),
    ("third Sunday of the month", "FREQ=MONTHLY;BYDAY=3SU"),
    ("every second Saturday of the month", "FREQ=MONTHLY;BYDAY=2SA"),
    ("Monthly on the third Saturday", "FREQ=MONTHLY;BYDAY=3SA"),
    ("last Friday", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("every first Monday", "FREQ=MONTHLY;BYDAY=1MO"),
    ("first Monday and third Wednesday", "FREQ=MONTHLY;BYDAY=1MO,3WE"),
    ("first Monday of every other month", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO"),
    ("every 3 months on the last Friday", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR"),
    ("first weekday of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
    ("1st and 15th of the month", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    ("Monthly on day 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("last day of every month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("15th and last day of the month", "FREQ=MONTHLY;BYMONTHDAY=15,-1"),
]
SPANISH = [
    ("semanal", "FREQ=WEEKLY"),
    ("todos los días", "FREQ=DAILY"),
    ("Todos los martes y jueves", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("cada miércoles", "FREQ=WEEKLY;BYDAY=WE"),
    ("cada dos semanas", "FREQ=WEEKLY;INTERVAL=2"),
    ("lunes alternos", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
    ("de lunes a viernes", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("entre semana", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("segundo y cuarto sábado", "FREQ=MONTHLY;BYDAY=2SA,4SA"),
    ("tercer domingo de cada mes", "FREQ=MONTHLY;BYDAY=3SU"),
    ("último viernes del mes", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("los días 1 y 15 de cada mes", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
]
RULES = [
    ("FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2"),
    ("RRULE:FREQ=MONTHLY;BYDAY=+2SA,4SA;INTERVAL=1;WKST=MO", "FREQ=MONTHLY;BYDAY=2SA,4SA"),
    ("freq=weekly; byday=th,tu", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("FREQ=YEARLY;BYDAY=2SU;BYMONTH=5", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU"),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU"),
]


@pytest.mark.parametrize(("text", "rule"), ENGLISH + SPANISH + RULES)
def test_words_become_a_rule(text: str, rule: str):
    found = parse_repeat(text)
    assert found
    assert (found.rule, found.until, found.count) == (rule, None, None)


@pytest.mark.parametrize(
    ("text", "rule", "until", "count"),
    [
        ("Recurring daily until 2026-12-20", "FREQ=DAILY", "2026-12-20", None),
        ("weekly on Tuesday until December 15, 2026", "FREQ=WEEKLY;BYDAY=TU", "2026-12-15", None),
        ("todos los sábados hasta el 15 de diciembre de 2026", "FREQ=WEEKLY;BYDAY=SA", "2026-12-15", None),
        ("every Tuesday, 6 times", "FREQ=WEEKLY;BYDAY=TU", "None", 6),
        ("cada lunes, 8 veces", "FREQ=WEEKLY;BYDAY=MO", "None", 8),
        ("FREQ=WEEKLY;COUNT=10", "FREQ=WEEKLY", "None", 10),
        ("FREQ=WEEKLY;UNTIL=20261219", "FREQ=WEEKLY", "2026-12-19", None),
        # Five in the morning in UTC is still the evening before in Denver.
        ("FREQ=WEEKLY;UNTIL=20261219T050000Z", "FREQ=WEEKLY", "2026-12-18", None),
    ],
)
def test_an_end_may_stand_with_the_words(text: str, rule: str, until: str, count: int | None):
    found = parse_repeat(text, zone=ZoneInfo("America/Denver"))
    assert found
    assert (found.rule, str(found.until), found.count) == (rule, until, count)


@pytest.mark.parametrize("text", ["never", "No", "does not repeat", "one-time", "nunca", "no se repite"])
def test_some_words_say_that_it_does_not_repeat(text: str):
    assert parse_repeat(text) is None


@pytest.mark.parametrize(
    ("text", "what", "cure"),
    [
        # Two readings
        ("monthly", "the same date or the same day of the week", "third Saturday of the month"),
        ("mensual", "the same date or the same day of the week", "17th of the month"),
        ("yearly", "each year", "FREQ=YEARLY"),
        ("every second Saturday", "every so many weeks, or once a month", "every other Saturday"),
        ("cada segundo sábado", "every so many weeks, or once a month", "second Saturday of the month"),
        ("biweekly", "twice in that time, or once in two of them", "every two weeks"),
        ("quincenal", "twice in that time, or once in two of them", "every two weeks"),
        ("second Saturday and Sunday", "for certain", "1st and 15th of the month"),
        ("every two Tuesdays", "for certain", "every other Monday"),
        ("15th", "for certain", "1st and 15th of the month"),
        ("every other weekday", "for certain", "weekdays"),
        # Words we do not know
        ("every Tuesady", 'read "tuesady"', 'Did you mean "tuesday"?'),
        ("every Tuesday at 10am", 'read "at", "am"', "weekly"),
        ("every Tuesday in term time", 'read "term"', "also"),
        ("every Tuesday until summer", 'read "until", "summer"', "also"),
        ("every Tuesday until 5/6/2026", "5 June 2026", "column until"),
        ("…", "cannot read", "weekly"),
        # Days that are none
        ("40th of the month", "no month has", "1st and 15th"),
        ("6th Monday of the month", "no month has", "second and fourth"),
        ("every 0 days", "for certain", "weekly"),
        ("0th of the month", "for certain", "weekly"),
        # Rules
        ("FREQ=HOURLY", "more often than once a day", "a row for each time"),
        ("FREQ=DAILY;BYHOUR=9,15", "more often than once a day", "a row for each time"),
        ("FREQ=DAILY;BYDAY=2SA", "counts days of the week (2SA)", "FREQ=MONTHLY"),
        ("FREQ=MONTHLY;BYDAY=6SA", "counts days of the week (6SA)", "FREQ=MONTHLY"),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "gives days of a month", "FREQ=MONTHLY"),
        ("FREQ=WEEKLY;BYEASTER=1", '"BYEASTER"', "FREQ=MONTHLY"),
        ("FREQ=WEEKLY;BYDAY=XX", 'BYDAY cannot be "XX"', "FREQ=MONTHLY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", 'BYMONTHDAY cannot be "32"', "FREQ=MONTHLY"),
        ("FREQ=WEEKLY;INTERVAL=0", 'INTERVAL cannot be "0"', "FREQ=MONTHLY"),
        ("FREQ=WEEKLY;FREQ=DAILY", "FREQ twice", "FREQ=MONTHLY"),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20261219", "both UNTIL and COUNT", "Keep one"),
        ("FREQ=WEEKLY;UNTIL=20261340", "in no calendar", "FREQ=MONTHLY"),
        ("FREQ=MONTHLY;BYSETPOS=1", "nothing to count", "FREQ=MONTHLY"),
    ],
)
def test_what_is_not_certain_is_refused_with_what_can_be_written(text: str, what: str, cure: str):
    with pytest.raises(UnreadableRepeatError) as refusal:
        parse_repeat(text)
    assert what in str(refusal.value)
    assert cure in refusal.value.cure


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("T,Th", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("Su,M,T,W,Th,F,Sa", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"),
        ("MO WE", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("M/W/F", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("S", ""),
        ("MWF", ""),
        ("", ""),
        ("weekly", ""),
    ],
)
def test_letters_of_other_systems_are_days(text: str, rule: str):
    found = parse_letters(text)
    assert (found.rule if found else "") == rule


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
def test_a_language_has_every_day_and_ordinal_and_each_word_once(words):
    assert (len(words.weekdays), len(words.ordinals), len(words.numbers.split())) == (7, 5, 12)
    said = "|".join([*words.weekdays, *words.ordinals, words.last, *words.signs.values()]).split("|")
    phrases = [phrase.strip() for phrase in said] + words.numbers.split()
    assert sorted(phrases) == sorted(set(phrases))
    assert set(words.signs) >= set("EAdwmyDKMYBVRx-?0")


SAID = st.sampled_from(sorted({" ".join(phrase) for words in LANGUAGES.values() for phrase in words.table()}))
OTHERS = st.sampled_from(
    "0 1 2 15 31 99 1st 2nd 4th 31st , & - / ( ) until hasta 2026-12-19 FREQ=WEEKLY ;BYDAY= MO".split()
)


@settings(deadline=None)
@given(st.lists(SAID | OTHERS, max_size=8).map(" ".join) | st.text(max_size=40))
def test_any_text_is_a_sound_rule_or_refused_with_a_cure(text: str):
    try:
        found = parse_repeat(text)
    except UnreadableRepeatError as refusal:
        found, said = None, (str(refusal), refusal.cure)
        assert all(said), text
    if found is not None:
        assert parse_rule(found.rule) == Recurrence(rule=found.rule)
        assert RuleDays(Recurrence(rule=found.rule), date(2024, 1, 1)).between(date(2024, 1, 1), date(2033, 1, 1))
