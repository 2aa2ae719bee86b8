"""The first mistake of a file that is not TOML, and how to mend it."""

from __future__ import annotations

from datetime import datetime

import pytest

from plugins.library.parse_toml import Mistake, parse_toml


@pytest.mark.parametrize(
    ("source", "line", "cure"),
    [
        ("name = Juniper", 1, 'Words go between quotation marks: name = "Juniper"'),
        ('x = 1\nname: "Juniper"', 2, "Write = instead of the colon: name = …"),
        ('name = "Juniper\nhue = 1', 1, "A quotation mark is missing."),
        ("name = “Juniper”", 1, "Use straight quotation marks"),
        ('name = "a"\nname = "b"', 2, "there twice"),
        ("[brand]\nhue = 1\n[brand]\nhue = 2", 3, "there twice"),
        ("date = 2026-02-30", 1, "no such day"),
        ("a = [1,\n2", 2, "docs/library-toml.md"),
        ("[brand\nhue = 2", 1, "docs/library-toml.md"),
        ('a = """never closed', 1, "quotation mark"),
    ],
)
def test_a_mistake_has_a_line_and_a_cure(source, line, cure):
    mistake = parse_toml(source)
    assert isinstance(mistake, Mistake)
    assert (mistake.line, cure in mistake.cure) == (line, True), mistake
    assert mistake.column >= 1
    assert mistake.text == source.splitlines()[line - 1].strip()


def test_a_moment_needs_no_seconds():
    source = 'from = 2026-01-14T11:00  # snow\nuntil = 2026-01-14 20:00\ntext = "at 2026-01-14T11:00"\n'
    assert parse_toml(source) == {
        "from": datetime.fromisoformat("2026-01-14T11:00"),
        "until": datetime.fromisoformat("2026-01-14T20:00"),
        "text": "at 2026-01-14T11:00",
    }
