"""While somebody writes: a table that is saved is on screen, drawn anew, before they look up."""

from __future__ import annotations

from tests.commands.serving import Serving, until
from tests.whole_project import copy_project

POST = "---\ntitle: P\ndate: 2026-01-01\n---\n\n```bars\ntable: t.csv\nsource: Us\ndated: 2025\n```\n"


def test_a_saved_table_is_drawn_at_once_and_a_broken_one_says_so(tmp_path):
    copy_project(tmp_path)
    for name in ("posts", "data"):
        (tmp_path / "content" / name).mkdir(parents=True)
    table = tmp_path / "content/data/t.csv"
    table.write_text("Branch,Loans\nA,5\nB,3\n", "utf-8")
    (tmp_path / "content/posts/p.md").write_text(POST, "utf-8")
    serving = Serving(tmp_path, "--now", "2026-02-02T10:00")
    try:
        assert "A has the most loans: 5 of 8" in serving.get("/news/p/")[1]
        for text, said in (("B,9", "B has the most loans: 9 of 14"), ("B,many", "A drawing is missing here")):
            table.write_text(f"Branch,Loans\nA,5\n{text}\n", "utf-8")
            until(lambda said=said: said in serving.get("/news/p/")[1], serving)
    finally:
        serving.process.terminate()
        serving.process.wait(20)
