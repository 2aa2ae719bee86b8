"""Web sources on a site: read from copies without any network, a vendor's bad row stops nothing, an old copy does."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.commands import loopback
from tests.commands.loopback import up

SITE = 'name = "Mini"\naddress = "https://mini.example/"\n[[branches]]\nid = "central"\nname = "Central"\n'
HEAD = "Title,Start Date,Start Time,Location,Description\n"
GOOD = "".join(f"Tea {number},2026-10-{number},18:00,Central,Milk.\n" for number in range(10, 20))


@pytest.fixture
def host():
    with up(list=loopback.known) as running:
        yield running


@pytest.fixture
def content(tmp_path, host):
    folder = tmp_path / "content"
    (folder / "events").mkdir(parents=True)
    own = "id,title,date,start,branch\nours,Ours,2026-10-20,10:00,central\nold,Old,2026-05-01,10:00,central\n"
    (folder / "events/ours.csv").write_text(own, encoding="utf-8")
    sources = f'[[events]]\nfile = "events/*.csv"\n[[events]]\nname = "Vendor"\naddress = "{host.address("/list")}"\n'
    (folder / "library.toml").write_text(f"{SITE}{sources}allow_private = true\n", encoding="utf-8")
    return folder


def sends(host, text):
    host.ways["list"] = lambda visit: visit.answer(text.encode())


def fetch(root, content, *options):
    command = [sys.executable, str(root / "tasks.py"), "fetch-events", "--content", str(content), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def rules_of(built, severity):
    return sorted({one["rule"] for one in built.report["problems"] if one["severity"] == severity})


def strictly(build, content, now="2026-10-08T14:20"):
    return build("--content", str(content), "--now", now, "--strict")


def test_a_site_is_built_from_copies_and_asks_nobody(root, build, content, host):
    fetched = fetch(root, content, "--now", "2026-10-08T14:20")
    assert (fetched.returncode, fetched.stderr) == (0, "")
    assert fetched.stdout == (
        'Sources on the web\n  "Vendor" has 2 events: events/fetched/vendor.csv.\n\n'
        "Archive\n  events/ours.csv: 1 moved to events/archive/2026.csv: Old (2026-05-01).\n\n"
        "Next: python3 tasks.py build, and commit content/events with the rest.\n"
    )
    asked = len(host.visits)
    built = strictly(build, content)
    assert (built.code, len(host.visits)) == (0, asked)
    assert built.report["counts"]["events"]["published"] == 4
    assert "Chess" in built.read("events/")
    assert (built.output / "events/old/index.html").exists()
    assert rules_of(built, "error") == []
    (note,) = [one for one in built.report["problems"] if one["rule"] == "events.copy"]
    assert (note["severity"], note["file"], note["value"]) == ("note", "events/fetched/vendor.csv", "0")
    assert not [one for one in built.report["problems"] if one["rule"] == "files.unused"]


def test_a_source_that_was_never_fetched_stops_publishing_and_says_what_to_do(build, content):
    built = strictly(build, content)
    assert built.code == 1
    (problem,) = [one for one in built.report["problems"] if one["severity"] == "error"]
    assert (problem["rule"], problem["file"], problem["line"]) == ("events.not-fetched", "library.toml", 10)
    assert "python3 tasks.py fetch-events" in problem["cure"]


def test_a_copy_that_nobody_renews_stops_publishing(root, build, content):
    fetch(root, content, "--now", "2026-10-08T14:20")
    built = strictly(build, content, "2026-10-23T14:20")
    assert (built.code, rules_of(built, "error")) == (1, ["events.copy-too-old"])


def test_a_vendors_bad_row_does_not_hold_back_what_is_ours(root, build, content, host):
    head, good = f"ID,{HEAD}", "".join(f"v{number},{row}\n" for number, row in enumerate(GOOD.splitlines()))
    bad = ",Bad,2026-13-45,18:00,Central,\nc,Curly,2026-10-21,18:00,Central,{{ of another system }}\n"
    sends(host, f"{head}{good}{bad}ours,Theirs,2026-10-21,18:00,Central,\n")
    fetch(root, content, "--now", "2026-10-08T14:20")
    built = strictly(build, content)
    assert (built.code, rules_of(built, "error")) == (0, [])
    warned = {"events.unreadable-date", "events.duplicate-id", "text.template-tag"}
    assert warned <= set(rules_of(built, "warning"))
    assert "Bad" not in built.read("events/")
    assert "Theirs" not in built.read("events/")
    assert built.report["counts"]["events"]["left_out"] == 2


def test_what_a_source_sends_again_is_read_from_there_and_what_we_have_twice_is_an_error(root, build, content, host):
    sends(host, f"ID,{HEAD}a,Tea,2026-10-10,18:00,Central,\nb,Soup,2026-10-20,18:00,Central,\n")
    fetch(root, content, "--now", "2026-10-08T14:20")
    archived = "id,title,date,start\na,Tea before,2026-10-10,18:00\nours,Ours before,2026-05-01,18:00\n"
    (content / "events/archive/2026.csv").write_text(archived, encoding="utf-8")
    built = strictly(build, content)
    found = [(one["rule"], one["line"]) for one in built.report["problems"] if "archive" in one["file"]]
    assert sorted(found) == [("events.duplicate-id", 3), ("events.sent-again", 2)]
    assert rules_of(built, "error") == ["events.duplicate-id"]


def test_too_many_bad_rows_stop_publishing(root, build, content, host):
    sends(host, HEAD + GOOD + "".join(f"Bad {number},2026-13-45,18:00,Central,\n" for number in range(3)))
    fetch(root, content, "--now", "2026-10-08T14:20")
    built = strictly(build, content)
    assert (built.code, rules_of(built, "error")) == (1, ["events.too-many-bad-rows"])


def test_the_archive_changes_no_byte_of_the_site(root, tmp_path, build, content):
    fetch(root, content, "--now", "2026-10-08T14:20", "--keep-days", "3000")
    before = build("--content", str(content), "--now", "2026-10-08T14:20", "--no-cache")
    pages = {path: path.read_bytes() for path in before.output.rglob("*") if path.is_file()}
    fetch(root, content, "--now", "2026-10-08T14:20", "--keep-days", "0")
    assert (content / "events/archive/2026.csv").exists()
    after = build("--content", str(content), "--now", "2026-10-08T14:20", "--no-cache")
    assert {path: path.read_bytes() for path in after.output.rglob("*") if path.is_file()} == pages


def test_a_dry_run_says_what_it_would_do(root, content):
    before = sorted(path for path in content.rglob("*"))
    done = fetch(root, content, "--now", "2026-10-08T14:20", "--dry-run")
    assert "1 moved to events/archive/2026.csv" in done.stdout
    assert done.stdout.endswith("Nothing was written. Next: the same without --dry-run.\n")
    assert sorted(path for path in content.rglob("*")) == before


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--accept", "Vendr"], "--accept names Vendr, and no source on the web has that name: Vendor."),
        (["--keep-days", "few"], "--keep-days few is not a number of days"),
    ],
)
def test_an_option_that_cannot_be_meant_is_one_sentence(root, content, options, sentence):
    done = fetch(root, content, *options)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(sentence)


def test_a_source_that_cannot_be_read_in_library_toml_is_named(root, content):
    with (content / "library.toml").open("a", encoding="utf-8") as file:
        file.write('[[events]]\naddress = "ftp://me:sesame@vendor.example/"\n')
    done = fetch(root, content, "--now", "2026-10-08T14:20")
    assert done.returncode == 1
    assert "library.toml, line 13: This is not a whole address on the web" in done.stdout
    assert "sesame" not in done.stdout + done.stderr
    assert "Nothing is moved before library.toml is mended." in done.stdout
    assert not (content / "events/archive").exists()


def test_an_address_is_tried_without_touching_the_settings(build, content, host, tmp_path):
    built = build("--content", str(content), "--now", "2026-10-08T14:20", "--events", host.address("/list?key=sesame"))
    assert "/list?key=… (91 bytes) for this command alone." in built.said
    assert built.report["counts"]["events"]["published"] == 2
    assert "sesame" not in built.said + json.dumps(built.report)
    assert not (content / "events/fetched").exists()


def test_a_pattern_is_tried(build, content, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.csv").write_text(f"id,title,date\n{name},{name},2026-10-20\n", encoding="utf-8")
    built = build("--content", str(content), "--now", "2026-10-08T14:20", "--events", str(tmp_path / "*.csv"))
    assert built.report["counts"]["events"]["published"] == 2
