"""A build that makes only what has changed makes the same bytes as a build from nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.bridge.asked_now import FOREVER, AskedNow
from plugins.bridge.ledger import Ledger, MadeFile, Validity
from plugins.bridge.ledger_file import read_ledger, read_templates, write_ledger, write_templates
from plugins.bridge.settings_digest import spelled

ROOT = Path(__file__).resolve().parents[2]


def edits(folder: Path, seeds: range, count: int) -> list[str]:
    """Run the edits of each seed in a process of its own, two at a time, and return what went wrong."""
    said: list[str] = []
    waiting = list(seeds)
    while waiting:
        running = []
        for seed in waiting[:2]:
            (folder / str(seed)).mkdir()
            module = [sys.executable, "-m", "tests.bridge.incremental_runner"]
            command = [*module, str(folder / str(seed)), str(seed), str(count)]
            pipe = subprocess.PIPE
            running.append(subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=subprocess.STDOUT, text=True))
        waiting = waiting[2:]
        for process in running:
            output = process.communicate()[0]
            said += [output] if process.returncode else []
    return said


def test_forty_random_edits_make_the_same_bytes_as_builds_from_nothing(tmp_path):
    assert edits(tmp_path, range(2), 20) == []


@pytest.mark.slow
def test_so_do_260_more_which_are_300_in_all(tmp_path):
    assert edits(tmp_path, range(100, 104), 65) == []


@pytest.fixture
def small(tmp_path):
    """Return a tiny content folder and a function that builds it and returns which files are new on the disk."""
    content = tmp_path / "content"
    (content / "posts").mkdir(parents=True)
    (content / "library.toml").write_text('name = "Small"\n', "utf-8")
    for name in ("one", "two"):
        (content / "posts" / f"{name}.md").write_text(f"---\ntitle: {name}\ndate: 2026-01-01\n---\n\nText of {name}.\n")
    return content


def made(build, content: Path, *options: str) -> tuple[set[str], Path]:
    """Build, and return the files that were written and not taken over from the last site."""
    output = content.parent / "output"
    before = {path.relative_to(output): path.stat().st_ino for path in output.rglob("*") if path.is_file()}
    done = build("--content", str(content), "--now", "2026-02-02T10:00", *options)
    assert done.code == 0, done.said
    after = {path.relative_to(output): path.stat().st_ino for path in output.rglob("*") if path.is_file()}
    return {name.as_posix() for name, place in after.items() if before.get(name) != place}, output


def test_when_nothing_has_changed_nothing_is_made(build, small):
    made(build, small)
    assert made(build, small)[0] == set()


def test_a_word_in_a_post_makes_its_page_and_the_feeds_anew_and_no_list(build, small):
    made(build, small)
    post = small / "posts" / "one.md"
    post.write_text(post.read_text("utf-8").replace("Text of one.", "Text of one.\n\nAnd more."), "utf-8")
    feeds = {f"feeds/{name}.{form}" for name in ("all", "news") for form in ("atom.xml", "rss.xml", "json")}
    assert made(build, small)[0] == {"news/one/index.html", *feeds}


def test_what_no_source_claims_any_more_is_gone(build, small):
    _, output = made(build, small)
    (small / "posts" / "two.md").unlink()
    made(build, small)
    assert not (output / "news" / "two").exists()


def test_a_page_that_somebody_changed_by_hand_is_mended(build, small):
    _, output = made(build, small)
    page = output / "news" / "one" / "index.html"
    good = page.read_bytes()
    page.unlink()
    page.write_bytes(b"not ours")
    made(build, small)
    assert page.read_bytes() == good


@pytest.mark.parametrize(
    "harm",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"broadside ledger ", b"broadside ledger 0"),
        lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
        lambda _: os.urandom(4000),
    ],
    ids=["empty", "cut short", "of another version", "tampered with", "noise"],
)
def test_a_ledger_that_is_not_ours_is_thrown_away_and_never_a_crash(tmp_path, harm):
    stands = Validity(since=0, until=FOREVER)
    made = MadeFile(key=b"k", content=b"c", sign=(1, 2, 3), problems=(), validity=stands)
    path, version = tmp_path / "a.ledger", b"v" * 16
    write_ledger(path, version, Ledger(files={f"{number}": made for number in range(50)}))
    assert len(read_ledger(path, version).files) == 50
    assert read_ledger(path, b"w" * 16).files == {}
    path.write_bytes(harm(path.read_bytes()))
    assert read_ledger(path, version).files == {}


def test_what_one_site_learned_of_templates_serves_all_beside_it(tmp_path):
    write_templates(tmp_path / "a.ledger", b"v" * 16, {b"digest": "names"})
    assert read_templates(tmp_path / "b.ledger", b"v" * 16) == {b"digest": "names"}
    assert read_templates(tmp_path / "b.ledger", b"w" * 16) == {}
    assert read_templates(tmp_path / "elsewhere" / "b.ledger", b"v" * 16) == {}


MOMENT = datetime(2026, 10, 8, 14, 20, tzinfo=ZoneInfo("America/Denver"))
NEW_YEAR = datetime(2027, 1, 1, tzinfo=MOMENT.tzinfo)
LATER = datetime(2026, 10, 8, 19, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("look", "answer", "until"),
    [
        (lambda _: 1, 1, None),
        (lambda now: now.year, 2026, NEW_YEAR),
        (lambda now: now.month, 10, datetime(2026, 11, 1, tzinfo=MOMENT.tzinfo)),
        (lambda now: now.date(), date(2026, 10, 8), datetime(2026, 10, 9, tzinfo=MOMENT.tzinfo)),
        (lambda now: now.weekday(), 3, datetime(2026, 10, 9, tzinfo=MOMENT.tzinfo)),
        (lambda now: now.hour, 14, MOMENT.replace(hour=15, minute=0)),
        (lambda now: now.minute, 20, MOMENT.replace(minute=21)),
        (lambda now: now < LATER + timedelta(hours=3), True, LATER + timedelta(hours=3)),
        (lambda now: now > LATER, True, None),
        (lambda now: LATER + timedelta(days=2) >= now, True, LATER + timedelta(days=2)),
        (lambda now: now + timedelta(days=90) < NEW_YEAR, False, None),
        (lambda now: now + timedelta(days=30) < NEW_YEAR, True, datetime(2026, 12, 2, tzinfo=MOMENT.tzinfo)),
        (lambda now: now.astimezone(UTC).date(), date(2026, 10, 8), datetime(2026, 10, 9, tzinfo=UTC)),
        (lambda now: (now - timedelta(days=8)).date(), date(2026, 9, 30), datetime(2026, 10, 9, tzinfo=MOMENT.tzinfo)),
        (lambda now: max(now, NEW_YEAR), NEW_YEAR, NEW_YEAR),
        (lambda now: f"{now:%H}", "14", MOMENT + timedelta(microseconds=1)),
        (lambda now: now == MOMENT, True, MOMENT + timedelta(microseconds=1)),
        (lambda now: now - MOMENT, timedelta(0), MOMENT + timedelta(microseconds=1)),
        (lambda now: now.replace(minute=0), MOMENT.replace(minute=0), MOMENT + timedelta(microseconds=1)),
        (hash, hash(MOMENT), None),
        (lambda now: {now: 1}[now], 1, None),
        ({NEW_YEAR: 1}.get, None, None),
    ],
)
def test_now_remembers_until_when_its_answers_stay_the_same(look, answer, until):
    now = AskedNow.of(MOMENT)
    assert look(now) == answer
    assert now.watch.until == (until.timestamp() if until else FOREVER)


def test_now_remembers_the_first_of_several_changes():
    now = AskedNow.of(MOMENT)
    _ = (now.year, now < NEW_YEAR, now.date(), now.month)
    assert now.watch.until == datetime(2026, 10, 9, tzinfo=MOMENT.tzinfo).timestamp()


def test_each_now_notes_the_day_for_itself():
    now = AskedNow.of(MOMENT)
    midnight = datetime(2026, 10, 9, tzinfo=MOMENT.tzinfo).timestamp()
    for _ in range(2):
        assert (now.date(), now.watch.until) == (MOMENT.date(), midnight)
    for other in (AskedNow.of(now.plain), now.astimezone(MOMENT.tzinfo), now + timedelta(days=2)):
        other.watch.until = FOREVER
        other.date()
        assert other.watch.until == midnight


def test_the_order_of_a_set_is_no_change_of_a_setting():
    assert repr({0, 8}) != repr({8, 0})
    assert spelled({0, 8}) == spelled({8, 0}) != spelled({0, 7})
    assert spelled(["a", {"b": 1}]) == "['a', {'b': 1}]"
