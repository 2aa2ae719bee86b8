"""What is begun with `new` builds without a complaint, overwrites nothing, and is told to people step by step."""

from __future__ import annotations

import codecs
import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.commands.new import run
from plugins.commands.new_file import render_facts
from plugins.commands.new_questions import QUESTIONS
from plugins.commands.option_help import NEW
from plugins.commands.plainly import PlainError
from plugins.tools.front_matter import split

NOW = "2026-10-08T14:20"
New = Callable[..., int]
EVENT = {"kind": "event", "title": "Soup and Stories", "date": "2027-01-13", "start": "2 pm"}


def quoted(sheet: str) -> str:
    return "".join(",".join(f'"{cell}"' for cell in line.split(",")) + "\n" for line in sheet.splitlines())


@pytest.fixture
def content(tmp_path: Path, root: Path) -> Path:
    """Return a copy of the demo's words: all but pictures and recordings."""
    folder = tmp_path / "content"
    for name in ("posts", "programs", "pages", "events", "infographics", "data"):
        shutil.copytree(root / "content" / name, folder / name)
    shutil.copy(root / "content/library.toml", folder)
    return folder


@pytest.fixture
def new(root: Path, content: Path) -> New:
    def begin(**typed: str) -> int:
        return run(root, {**dict.fromkeys(NEW, ""), "now": NOW, "content": str(content), "debug": False, **typed})

    return begin


def test_one_of_each_builds_without_a_word(tmp_path, root, build, demo):
    folder = tmp_path / "content"
    shutil.copytree(root / "content", folder)

    def begin(kind: str, **typed: str) -> None:
        options = [word for name, value in typed.items() for word in (f"--{name.replace('_', '-')}", value)]
        command = [sys.executable, str(root / "tasks.py"), "new", kind, "--content", str(folder), "--now", NOW]
        done = subprocess.run(
            [*command, *options], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert "Next:" in done.stdout

    begin("post", title="Cocoa: a history", branches="Central, mill-street", topics="music", author="Youth Services")
    begin("post", title="Cacao", lang="es", text="Una taza.")
    begin(
        "program", title="Soup Club", summary="Soup, once a week.", audiences="adults", run_by="Friends", text="Soup."
    )
    begin("event", title="Soup", date="2027-01-13", start="12:00", end="13:00", repeat="weekly", program="soup-club")
    begin(
        "event",
        title="A talk",
        date="2026-12-02",
        start="7 pm",
        end="9 pm",
        branches="central",
        registration="required",
    )
    begin("page", title="Rooms", summary="Our rooms, and how to book one of them for your own meeting.", text="Ask.")
    begin("infographic", title="Loans", table="loans-2025-26.csv", source="Door sensor", dated="2025", text="So many.")
    built = build("--content", str(folder), "--now", NOW, "--drafts", "--strict")
    assert built.code == 0, built.said
    assert [one for one in built.report["problems"] if one not in demo.report["problems"]] == []
    for address in (
        "news/cocoa-a-history/",
        "es/news/cacao/",
        "programs/soup-club/",
        "events/soup/",
        "rooms/",
        "infographics/loans/",
    ):
        assert "<h1" in built.read(address), address
    assert "events/soup/" in built.read("programs/soup-club/")


def test_a_post_is_a_draft_until_somebody_has_written_its_text(new, content, capsys):
    new(kind="post", title="Cocoa", summary="One hour of singing.", topics="music")
    written = (content / "posts/2026-10-08-cocoa.md").read_text(encoding="utf-8")
    assert written == (
        "---\ntitle: Cocoa\ndate: 2026-10-08\nsummary: One hour of singing.\ntopics: [music]\nstatus: draft\n---\n\n"
        "Write here. Who, where and when belong into the first two sentences.\n"
    )
    said = capsys.readouterr().out
    assert "which will be /news/cocoa/." in said
    assert 'take out the line "status: draft"' in said
    new(kind="post", title="Tea", text="Tea is ready.\n\nCome in.")
    assert (
        (content / "posts/2026-10-08-tea.md").read_text(encoding="utf-8").endswith("---\n\nTea is ready.\n\nCome in.\n")
    )


@pytest.mark.parametrize(
    ("typed", "file"),
    [
        ({"kind": "post", "title": "Kettles"}, "posts/2026-10-08-kettles-2.md"),
        ({"kind": "post", "title": "Kettles", "lang": "es"}, "posts/2026-10-08-kettles.es.md"),
        ({"kind": "program", "title": "Seed Library", "summary": "Seeds."}, "programs/seed-library-2.md"),
        ({"kind": "page", "title": "News"}, "pages/news-2.md"),
        ({"kind": "page", "title": "About"}, "pages/about-2.md"),
        ({"kind": "page", "title": "Con"}, "pages/con-2.md"),
    ],
)
def test_a_name_that_is_taken_gets_a_number(new, content, typed, file):
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    new(**typed)
    assert (content / file).is_file()
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"kind": "poster", "title": "A"}, 'There is no new "poster". Did you mean "post"?'),
        ({"kind": "post"}, 'Something is missing: add --title "..."'),
        ({"kind": "event", "title": "A"}, 'Something is missing: add --date "..." --start "..."'),
        ({"kind": "post", "title": "A", "start": "14:00"}, "A new post takes no --start: leave it out."),
        ({"kind": "post", "title": "A", "branches": "centrl"}, 'Did you mean "central"?'),
        ({"kind": "post", "title": "A", "date": "12/2/26"}, '"12/2/26" is not a day that can be read for certain.'),
        (EVENT | {"repeat": "now and then"}, "--repeat: "),
        (EVENT | {"repeat": "every Friday"}, "Friday"),
        (EVENT | {"date": "2026-12-25", "branches": "central"}, "Central is closed on 2026-12-25 (Christmas Day)."),
        (EVENT | {"program": "soup-club"}, '"soup-club" is not among the programs of this library.'),
        (EVENT | {"until": "2027-02-01"}, "has no column until"),
        (EVENT | {"file": "none.csv"}, "--file none.csv is none of our spreadsheets: events/monthly.csv"),
        (EVENT | {"end": "1 pm"}, "which is not after its start, 2027-01-13 14:00"),
    ],
)
def test_what_cannot_be_is_said_with_its_cure_and_nothing_is_written(new, content, typed, said):
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    with pytest.raises(PlainError) as refusal:
        new(**typed)
    assert said in str(refusal.value)
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before


def test_all_that_is_wrong_with_the_options_comes_at_once(new):
    with pytest.raises(PlainError) as refusal:
        new(kind="event", title="A", date="soon", start="25:00", branches="x")
    assert [line.partition(":")[0] for line in str(refusal.value).splitlines()] == ["--date", "--start", "--branches"]


@pytest.mark.parametrize(
    ("repeat", "file"),
    [("", "one-off.csv"), ("weekly", "weekly.csv"), ("second Wednesday of the month", "monthly.csv")],
)
def test_an_event_goes_where_its_sort_is(new, content, repeat, file):
    before = (content / "events" / file).read_bytes()
    new(**EVENT, repeat=repeat, branches="central", audiences="adults; teens")
    after = (content / "events" / file).read_bytes()
    assert after.startswith(before)
    assert b"Soup and Stories,2027-01-13,14:00" in after.replace(b",,", b",") or file == "monthly.csv"
    assert after.count(b"\n") == before.count(b"\n") + 1


OLD = "id,title,date,start\na,A,2026-12-01,10:00\n"
ADDED = "soup-and-stories,Soup and Stories,2027-01-13,14:00\n"


@pytest.mark.parametrize(
    ("sheet", "row"),
    [
        (OLD.replace(",", ";").encode(), ADDED.replace(",", ";").encode()),
        (OLD.replace("\n", "\r\n").strip().encode(), f"\r\n{ADDED.strip()}\r\n".encode()),
        (quoted(OLD).encode(), quoted(ADDED).encode()),
        (
            b"Event Name,id,Start Date/Time\nA,a,2026-12-01 10:00\n",
            b"Soup and Stories,soup-and-stories,2027-01-13 14:00\n",
        ),
        (OLD.replace("A", "Café ’n’ tea").encode("cp1252"), ADDED.encode()),
        (codecs.BOM_UTF8 + OLD.encode(), ADDED.encode()),
        (OLD.replace(",", "\t").encode("utf-16"), ADDED.replace(",", "\t").encode("utf-16-le")),
    ],
    ids=["semicolons", "no last line end", "all quoted", "other names", "Windows-1252", "UTF-8 mark", "UTF-16"],
)
def test_a_row_is_written_in_the_manner_of_its_spreadsheet(new, content, sheet, row):
    shutil.rmtree(content / "events")
    (content / "events").mkdir()
    (content / "events/ours.csv").write_bytes(sheet)
    new(**EVENT)
    assert (content / "events/ours.csv").read_bytes() == sheet + row


def test_a_letter_that_a_spreadsheet_cannot_hold_is_named(new, content):
    shutil.rmtree(content / "events")
    (content / "events").mkdir()
    (content / "events/ours.csv").write_bytes("id,title,date,start\na,Café,2026-12-01,10:00\n".encode("cp1252"))
    with pytest.raises(PlainError, match='written as Windows-1252, which has no "Ł": save it as CSV UTF-8 first'):
        new(**EVENT | {"title": "Łódź"})


def test_the_first_event_makes_the_first_spreadsheet(new, content):
    shutil.rmtree(content / "events")
    new(**EVENT, cost="=1+1")
    written = (content / "events/events.csv").read_text(encoding="utf-8")
    assert written == "id,title,date,start,end,cost\nsoup-and-stories,Soup and Stories,2027-01-13,14:00,,'=1+1\n"


def test_the_same_event_again_has_another_id(new, content):
    for _ in range(3):
        new(**EVENT)
    rows = (content / "events/one-off.csv").read_text(encoding="utf-8").splitlines()[-3:]
    ids = [row.partition(",")[0] for row in rows]
    assert ids == ["soup-and-stories", "soup-and-stories-2027-01-13", "soup-and-stories-2027-01-13-2"]


TABLES = {
    "loans-2025-26.csv": "bars",
    "visits-2025-26.csv": "columns",
    "changes-2025-26.csv": "timeline",
}


@pytest.mark.parametrize("table", TABLES)
def test_an_infographic_draws_what_suits_its_table(new, content, table):
    new(kind="infographic", title="A try", table=table, source="Door sensor", dated="2025")
    written = (content / "infographics/a-try.md").read_text(encoding="utf-8")
    assert f"status: draft\n---\n\n```{TABLES[table]}\ntable: {table}\n```\n" in written


def test_an_infographic_that_cannot_be_drawn_is_not_written(new, content):
    asked = {"table": "loans-2025-26.csv", "drawing": "timeline", "source": "Door sensor", "dated": "2025"}
    with pytest.raises(PlainError, match=r"timeline|column|when"):
        new(kind="infographic", title="A try", **asked)
    assert not (content / "infographics/a-try.md").exists()
    with pytest.raises(PlainError, match=r'"loans\.csv" is not among the tables of this library'):
        new(kind="infographic", title="A try", **asked | {"table": "loans.csv"})


def test_in_a_terminal_it_asks_until_an_answer_can_be_used(root, content):
    ours, theirs = pty.openpty()
    command = [sys.executable, str(root / "tasks.py"), "new", "post", "--content", str(content), "--now", NOW]
    running = subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    # No title, then one; the day that is offered; no summary; a branch with a slip, then without.
    os.write(ours, b"\nCocoa\n\n\nYouth Services\ncentrl\ncentral, Northside\n\n\n\n")
    said, _ = running.communicate(timeout=120)
    os.close(ours)
    os.close(theirs)
    assert running.returncode == 0, said
    assert "This one is needed." in said
    assert 'Did you mean "central"?' in said
    assert "(central, northside, riverbend, mill-street; several with commas between them)" in said
    written = (content / "posts/2026-10-08-cocoa.md").read_text(encoding="utf-8")
    assert "author: Youth Services\nbranches: [central, northside]\n" in written


def test_every_question_is_an_option():
    assert {question.option for questions in QUESTIONS.values() for question in questions} <= set(NEW)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1)
    .map(str.strip)
    .filter(bool)
)
@example("null")
@example("NULL")
@example("Nullify")
def test_any_words_come_back_as_they_were_written(words: str):
    front = split(render_facts({"title": words, "topics": [words, words]}))
    assert front.fields == {"title": words, "topics": [words, words]}
