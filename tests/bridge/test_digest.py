"""A digest is that of what a value says: the same for equal values, and another for any other."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.bridge.asked_now import AskedNow
from plugins.bridge.digest import Digests, UnknownValueError
from plugins.kernel.languages import Phrase
from plugins.kernel.later import Later

DENVER = ZoneInfo("America/Denver")
TWICE = datetime(2026, 11, 1, 1, 30, tzinfo=DENVER)


class Size(StrEnum):
    SMALL = "small"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    name: str
    parts: tuple[Any, ...] = ()
    note: str | None = None
    seen: list[str] = field(default_factory=list, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    name: str
    parts: tuple[Any, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    name: str


# No two of them say the same, though Python takes some for equal, and others are written alike.
ALL_DIFFERENT = (
    *("", "1", "small", "None", b"1", 1, 1.0, True, False, 0, None, Decimal(1), Size.SMALL, 2**80, "\ud800"),
    *((), ("",), ("", ""), (None,), ((),), ("1", "2"), ("12",), (("1",), "2"), ("1", ("2",)), {"1": "2"}, {"1", "2"}),
    *({}, set(), {"2": "1"}, {"1": {"2": "3"}}, {"a": "1", "b": "2"}, {"a": "2", "b": "1"}),
    *(Thing(name="a"), Other(name="a"), One(name="a"), Thing(name="a", note=""), Thing(name="a", parts=("b",))),
    *(Thing(name="a", parts=("b",), note="c"), Thing(name="a", note="b"), (Thing(name="a"),), Thing(name="")),
    *(
        date(2026, 11, 1),
        datetime.combine(date(2026, 11, 1), time(0)),
        time(0),
        time(0, tzinfo=UTC),
        TWICE,
        TWICE.replace(fold=1),
    ),
    *(TWICE.replace(tzinfo=None), TWICE.replace(tzinfo=UTC), UTC, DENVER, timezone(timedelta(hours=1))),
    *(PurePosixPath("1"), PurePosixPath("1/2"), Later("1", str), Later("2", str), Later(("1",), str)),
    *(("moment", "1"), ["mapping"], ("set",), ("later", "1"), ("day", "2026-11-01"), ("enum", "Size", "SMALL")),
)


def test_values_that_say_something_else_have_another_digest():
    digests = Digests()
    alike = [(a, b) for a, b in combinations(ALL_DIFFERENT, 2) if digests.of(a) == digests.of(b)]
    assert alike == []


@pytest.mark.parametrize(
    ("one", "same"),
    [
        (lambda: ("a", 1), lambda: ["a", 1]),
        (lambda: "a<b", lambda: Markup("a<b")),
        (lambda: {"a": 1, "b": 2}, lambda: {"b": 2, "a": 1}),
        (lambda: {"a": 1}, lambda: MappingProxyType({"a": 1})),
        (lambda: {"a", "b", "c"}, lambda: frozenset({"c", "b", "a"})),
        (lambda: Thing(name="a", seen=["b"]), lambda: Thing(name="a", seen=["c"])),
        (lambda: Later("a", lambda: 1), lambda: Later("a", lambda: 2)),
        (lambda: TWICE, lambda: AskedNow.of(TWICE)),
        (lambda: (name := str(10**6), name), lambda: (str(10**6), str(10**6))),
        (lambda: sys.intern(str(10**7)), lambda: str(10**7)),
    ],
)
def test_values_that_say_the_same_have_one_digest(one: Callable[[], Any], same: Callable[[], Any]):
    assert Digests().of(one()) == Digests().of(same())


def test_of_now_it_is_noted_that_it_was_asked():
    now = AskedNow.of(TWICE)
    Digests().of(now)
    assert now.watch.until < (TWICE + timedelta(seconds=1)).timestamp()


def test_what_a_value_was_made_of_may_stand_for_it():
    digests, first, second = Digests(), Phrase(default="a"), Phrase(default="b")
    digests.know(first, b"mark", ("x",))
    digests.know(second, b"mark", ("x",))
    assert digests.of(first) == digests.of(second) != Digests().of(first)
    digests.know(second, b"mark", ("y",))
    assert digests.of(first) != digests.of(second)


def test_a_value_of_an_unknown_kind_has_none_however_deep_it_lies():
    with pytest.raises(UnknownValueError, match="object"):
        Digests().of([{"a": Thing(name="a", parts=(object(),))}])


PLAIN = st.one_of(
    st.text(), st.integers(), st.booleans(), st.none(), st.floats(allow_nan=False), st.dates(), st.times()
)
NESTED = st.recursive(
    PLAIN | st.datetimes(timezones=st.none() | st.just(DENVER)),
    lambda inner: (
        st.lists(inner).map(tuple)
        | st.dictionaries(st.text(), inner)
        | st.builds(Thing, name=st.text(), note=st.none() | st.text())
    ),
    max_leaves=8,
)


@given(NESTED, NESTED)
def test_two_values_have_one_digest_when_they_are_written_alike(one: Any, other: Any):
    assert (Digests().of(one) == Digests().of(other)) == (repr(one) == repr(other) or _sorted(one) == _sorted(other))


def _sorted(value: Any) -> str:
    """Return how Python writes a value, with mappings in order of their names."""
    if isinstance(value, dict):
        return f"{{{sorted((key, _sorted(item)) for key, item in value.items())}}}"
    if isinstance(value, tuple):
        return f"({','.join(map(_sorted, value))})"
    return repr(value)
