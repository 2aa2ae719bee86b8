"""Ages as people write them."""

from __future__ import annotations

import pytest

from plugins.library.parse_ages import parse_ages
from plugins.library.unclear import UnclearError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0-4", (0, 4)),
        ("5–11", (5, 11)),
        ("12 to 17", (12, 17)),
        ("ages 12-17", (12, 17)),
        ("18+", (18, None)),
        ("18 and over", (18, None)),
        ("under 5", (0, 4)),
        ("under 5s", (0, 4)),
        ("up to 4", (0, 4)),
        ("7", (7, 7)),
        ("all", (None, None)),
        ("All ages", (None, None)),
        ("", (None, None)),
    ],
)
def test_ages_are_understood(text, expected):
    assert parse_ages(text) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [("17-12", 'Did you mean "12-17"?'), ("teens", '"18\\+"'), ("under 0", "understood"), ("-4", "understood")],
)
def test_other_ages_are_explained(text, said):
    with pytest.raises(UnclearError, match=said.replace("?", "\\?")):
        parse_ages(text)
