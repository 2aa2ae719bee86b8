"""A whole site is read once more: `check` gives every kind of advice, on its line, and a build gives none."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from plugins.advice import rules
from plugins.kernel.problems import Rule
from tests.conftest import ROOT, Built

NOW = ("--now", "2026-10-08T14:20")
LIBRARY = """name = "Our Library"
time_zone = "America/Denver"
address = "https://our.example/"
languages = ["en", "es"]
[[branches]]
id = "central"
name = "Central"
[branches.hours]
monday = "9:00-20:00"
saturday = "9:00-20:00"
[[closures]]
date = 2026-10-12
hours = "closed"
[[closures]]
date = 2026-10-19
hours = "9:00-13:00"
[[audiences]]
id = "adults"
name = "Adults"
ages = "18+"
"""
EVENTS = """id,title,date,start,end,repeat,branch,audience,program,description,cost,registration
chess,Chess,2026-10-05,17:00,19:00,weekly,central,adults,,"From 6 pm to 8 pm, at twelve boards.",,
talk,A Talk,2026-10-17,14:00,15:00,,central,adults,,"The talk is free. For teens.",$5,required
old,An Old Talk,2026-10-01,14:00,15:00,,central,adults,kettles,,,
long,A Long Talk,2026-10-19,11:00,14:00,,central,,,,,
"""
POST = """---
title: Come to the old talk
date: 2026-09-01
event: old
---

![A kettle on a table](images/small.png)

Come on Saturday 16 October, [here](/nowhere/), to [the fees](/fees/#nothing). {hard}
"""
HARD = (
    "Documentation demonstrating residential qualifications constitutes an indispensable prerequisite; prospective "
    "applicants are encouraged to familiarize themselves with applicable regulations regarding eligibility. "
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a small site in which everything could be better."""
    files = {
        "library.toml": LIBRARY,
        "words.toml": '[[avoid]]\nword = "prerequisite"\n[[avoid]]\nuse = "words"\n',
        "events/all.csv": EVENTS,
        "posts/talk.md": POST.replace("{hard}", HARD * 6),
        "pages/fees.md": "---\ntitle: Fees\nupdated: 2025-01-01\n---\n\nNone.\n",
        "pages/fees.es.md": "---\ntitle: Tarifas\nlang: es\nupdated: 2024-01-01\n---\n\nNada.\n",
        "pages/about.md": "---\ntitle: About\n---\n\nWe are here.\n",
        "programs/kettles.md": "---\ntitle: Kettles\nsummary: We mend kettles.\nreviewed: 2026-10-01\n---\n\nCome.\n",
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "content/images").mkdir()
    Image.new("RGB", (120, 80), "green").save(tmp_path / "content/images/small.png")
    return tmp_path / "content"


def check(content: Path, *options: str) -> list[dict[str, Any]]:
    command = [sys.executable, str(ROOT / "tasks.py"), "check", "--format", "json", "--content", str(content), *NOW]
    done = subprocess.run([*command, *options], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    problems: list[dict[str, Any]] = json.loads(done.stdout)["problems"]
    return problems


def test_every_kind_of_advice_is_given_on_its_line(content: Path):
    said = {(one["rule"], one["file"], one["line"]) for one in check(content) if one["rule"].startswith("advice.")}
    post = "posts/talk.md"
    assert said == {
        ("advice.dead-anchor", post, 9),
        ("advice.dead-link", post, 9),
        ("advice.event-over", post, 4),
        ("advice.falls-out", "events/all.csv", 2),
        ("advice.free-and-cost", "events/all.csv", 3),
        ("advice.hard-to-read", post, 9),
        ("advice.link-words", post, 9),
        ("advice.never-reviewed", "pages/about.md", 1),
        ("advice.no-access", "events/all.csv", 2),
        ("advice.no-access", "events/all.csv", 3),
        ("advice.no-access", "events/all.csv", 5),
        ("advice.no-audience", "events/all.csv", 5),
        ("advice.no-next-meeting", "programs/kettles.md", 2),
        ("advice.no-way-to-book", "events/all.csv", 3),
        ("advice.other-audience", "events/all.csv", 3),
        ("advice.other-time", "events/all.csv", 2),
        ("advice.past-closing", "events/all.csv", 5),
        ("advice.small-picture", "images/small.png", None),
        ("advice.translation-behind", "pages/fees.es.md", 4),
        ("advice.untouched", "pages/fees.es.md", 4),
        ("advice.untouched", "pages/fees.md", 3),
        ("advice.word", post, 9),
        ("advice.words-file", "words.toml", None),
        ("advice.wrong-weekday", post, 9),
    }
    # These two want a large file, and another site: they are tried by themselves.
    given = {rule for rule, _, _ in said} | {rules.LARGE_PICTURE.name, rules.GONE.name}
    assert given == {rule.name for rule in vars(rules).values() if isinstance(rule, Rule)}


def test_a_build_gives_no_advice_and_takes_the_list_of_words_for_content(content: Path, build: Callable[..., Built]):
    said = {one["rule"] for one in build("--content", str(content), *NOW).report["problems"]}
    assert not any(rule.startswith("advice.") for rule in said)
    assert "files.unused" not in said


def test_what_a_build_knew_is_used_and_advice_is_given_all_the_same(content: Path, build: Callable[..., Built]):
    before = check(content)
    build("--content", str(content), *NOW)
    assert check(content) == before


def test_a_broken_file_keeps_no_advice_from_another(content: Path):
    (content / "posts/broken.md").write_text("---\ntitle: [never\n---\n", encoding="utf-8")
    (content / "pages/fees.md").write_bytes(b"---\ntitle: Fees\nlang: 3\n---\n\xff")
    said = {one["rule"] for one in check(content)}
    assert {"text.front-matter", "advice.wrong-weekday", "advice.no-access", "advice.word"} <= said


def test_the_demo_is_written_as_we_advise():
    said = [one for one in check(ROOT / "content") if one["severity"] != "note"]
    assert [one for one in said if one["rule"].startswith("advice.")] == []
