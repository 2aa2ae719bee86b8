"""A value that is worked out late is worked out once, and equal to another by what it depends on."""

from __future__ import annotations

from plugins.kernel.later import Later, settled, text_of


def test_it_is_worked_out_once_and_when_it_is_looked_at():
    calls = []
    later = Later("mark", lambda: calls.append(1) or "text")
    assert (later.made, calls) == (None, [])
    assert [later.value, later.value, later.made, calls] == ["text", "text", "text", [1]]


def test_equal_marks_are_equal_values():
    one, same, other = Later(1, str), Later(1, int), Later(2, str)
    assert (one == same, one == other, hash(one) == hash(same), one == 1) == (True, False, True, False)


def test_names_and_texts_are_settled():
    assert settled({"a": 1, "b": Later(0, lambda: 2)}) == {"a": 1, "b": 2}
    assert (text_of("x"), text_of(Later(0, lambda: "y"))) == ("x", "y")
