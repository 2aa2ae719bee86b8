"""What library.toml says of feeds."""

from __future__ import annotations

import pytest

from plugins.library.read_library import read_library


@pytest.mark.parametrize(
    ("written", "days", "hub", "category", "rules"),
    [
        ("", 28, "", "Education", []),
        ("announce_days = 14", 14, "", "Education", []),
        ("announce_days = 0", 28, "", "Education", ["library.out-of-range"]),
        ('announce_days = "soon"', 28, "", "Education", ["library.wrong-type"]),
        ('hub = "https://hub.example/"', 28, "https://hub.example/", "Education", []),
        ('hub = "hub"', 28, "", "Education", ["library.bad-address"]),
        ('podcast_category = "arts"', 28, "", "Arts", []),
        ('podcast_category = "Knitting"', 28, "", "Education", ["library.bad-choice"]),
        ("days = 3", 28, "", "Education", ["library.unknown-key"]),
    ],
)
def test_what_stands_under_feeds(tmp_path, written, days, hub, category, rules):
    (tmp_path / "library.toml").write_text(f'name = "Small"\n[feeds]\n{written}\n', "utf-8")
    library, problems, _ = read_library(tmp_path)
    assert (library.announce_days, library.hub, library.podcast_category) == (days, hub, category)
    assert [one.rule for one in problems] == rules
