"""What is wrong with a page is shown where it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.commands.checks.locate import located
from plugins.commands.rules import LINK

TEXT = "---\ntitle: A\n---\n\nSee [the news](/news/none/).\nAnd [this](form.pdf).\n"


@pytest.mark.parametrize(
    ("file", "value", "place"),
    [
        ("posts/a.md", "../../news/none/", "posts/a.md:5"),
        ("posts/a.md", "/news/none/", "posts/a.md:5"),
        ("posts/a.md", "form.pdf", "posts/a.md:6"),
        ("posts/a.md", "../elsewhere/", "posts/a.md"),
        ("posts/a.md", "", "posts/a.md"),
        ("posts/b.md", "form.pdf", "posts/b.md"),
        ("events/2026.csv, line 12", "x", "events/2026.csv:12"),
        ("/events/2026-10/", "form.pdf", "/events/2026-10/"),
    ],
)
def test_a_problem_has_its_line_where_it_can_be_found(tmp_path: Path, file: str, value: str, place: str):
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/a.md").write_text(TEXT, encoding="utf-8")
    problem = LINK.at(file, value=value, what="It leads nowhere.", cure="Correct it.")
    assert [one.place for one in located([problem], tmp_path)] == [place]
