"""The report for people and the one for programs say the same, in the words of docs/report.md."""

from __future__ import annotations

import json
import re
from pathlib import Path

from plugins.commands.report import Report, render_json, render_text
from plugins.kernel.problems import Problem, error, note, warning

BAD_DATE = error("facts.wrong-value", "A value of the wrong type.")
NO_ALT = warning("images.no-alt", "No words.")
FOREIGN = note("facts.foreign-word", "A word.")
POSTS = {"read": 504, "published": 494, "waiting": 1, "drafts": 2, "left_out": 7}
EVENTS = {"read": 33, "published": 32, "waiting": 0, "drafts": 0, "left_out": 1, "rows": 36, "joined": 3}


def report(*problems: Problem, **changes) -> Report:
    whole = {
        "counts": {"posts": POSTS, "events": EVENTS, "pages": dict.fromkeys(POSTS, 0)},
        "problems": problems,
        "defaults": (),
        "pages": 612,
        "is_published": True,
        "output": "output/",
    }
    return Report(**(whole | changes))


def dated(line: int, file: str = "posts/b.md") -> Problem:
    return BAD_DATE.at(file, line=line, column="date", value="x", what="x is not a date.", cure="Write 2026-10-17.")


def test_the_report_for_people_reads_as_a_page():
    found = report(
        NO_ALT.at("posts/a.md", line=9, what="A picture has no words.", cure="Say what it shows."),
        dated(12),
        dated(3),
        FOREIGN.at("events.csv", line=2, column="place", what="Mellon is not a branch.", cure="Nothing need be done."),
    )
    assert render_text(found, notes=False) == (
        "Read\n"
        "  posts   504: 494 published, 1 waiting for its day, 2 drafts, 7 left out\n"
        "  events  33 from 36 rows (3 joined to another): 32 published, 1 left out\n"
        "\n"
        "To mend (2 errors)\n"
        "  posts/b.md\n"
        "    line 3, date: x is not a date.\n"
        "      Write 2026-10-17.  [facts.wrong-value]\n"
        "    line 12, date: x is not a date.\n"
        "      Write 2026-10-17.  [facts.wrong-value]\n"
        "\n"
        "Worth a look (1 warning)\n"
        "  posts/a.md\n"
        "    line 9: A picture has no words.\n"
        "      Say what it shows.  [images.no-alt]\n"
        "\n"
        "1 note: add --notes to read them.\n"
        "\n"
        "Made 612 pages in output/. Next: python3 tasks.py serve shows them in a browser.\n"
    )
    assert "line 2, place: Mellon is not a branch." in render_text(found, notes=True)


def test_every_error_is_named_and_a_flood_of_warnings_is_cut_unless_asked_for():
    found = report(
        *(dated(line) for line in range(1, 101)),
        *(NO_ALT.at("posts/a.md", line=line, what="No words.", cure="Say it.") for line in range(1, 101)),
    )
    short, long = render_text(found, notes=False), render_text(found, notes=True)
    assert (short.count("[facts.wrong-value]"), short.count("[images.no-alt]")) == (100, 40)
    assert "  and 60 more: add --notes to read them all." in short
    assert long.count("[images.no-alt]") == 100


def test_a_site_that_was_not_replaced_says_so():
    said = render_text(report(dated(1), is_published=False), notes=False)
    assert said.endswith("output/ was left as it is. Next: mend what is named above and run the same command again.\n")


def test_an_empty_folder_is_reported_in_words():
    assert render_text(report(counts={}, pages=0), notes=False).startswith("Nothing was read.\n")


def test_errors_come_first_for_programs_too():
    rules = [
        one["rule"] for one in json.loads(render_json(report(FOREIGN.at("z", what="", cure=""), dated(1))))["problems"]
    ]
    assert rules == ["facts.wrong-value", "facts.foreign-word"]


def fields(text: str, heading: str) -> list[str]:
    section = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(\w+)`", section, re.MULTILINE)


def test_the_schema_is_the_one_that_is_documented(root: Path):
    text = (root / "docs/report.md").read_text(encoding="utf-8")
    written = json.loads(render_json(report(dated(1))))
    assert list(written) == fields(text, "The whole")
    assert list(written["counts"]["events"]) == fields(text, "Counts of one kind")
    assert list(written["problems"][0]) == fields(text, "One problem")
