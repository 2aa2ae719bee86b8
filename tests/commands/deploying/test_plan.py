"""What goes up, what goes away and in which order follows from three lists; none leads out of the site."""

from __future__ import annotations

import pytest

from plugins.commands.deploying.destination import parse_destination, shown
from plugins.commands.deploying.journal import Journal
from plugins.commands.deploying.plan import Plan, is_below, plan, with_packed
from plugins.commands.plainly import PlainError

LIST = "published.json"


def test_pages_go_up_after_what_they_need_and_the_list_last():
    here = {"index.html": "1", "a.css": "2", "feed.xml": "3", "images/a.avif": "4"}
    made = plan(here, {}, {}, LIST)
    assert made.uploads == ("a.css", "images/a.avif", "feed.xml", "index.html", LIST)
    assert (made.new, made.same, made.deleted) == (4, 0, ())


def test_only_what_has_changed_goes_up_and_only_what_was_ours_goes_away():
    there = {"index.html": "1", "a.css": "2", "old/index.html": "9", LIST: "x"}
    made = plan({"index.html": "1", "a.css": "3"}, there, {}, LIST)
    assert made == Plan(first=("a.css",), deleted=("old/index.html",), last=(LIST,), new=0, same=1)


def test_when_all_is_there_nothing_is_done():
    assert plan({"a": "1"}, {"a": "1"}, {}, LIST).is_nothing


def test_what_an_attempt_brought_before_it_broke_is_not_brought_again_and_goes_away_when_it_is_old():
    made = plan({"a.css": "2", "index.html": "1"}, {"index.html": "0"}, {"a.css": "2", "b.css": "5"}, LIST)
    assert (made.first, made.pages, made.deleted) == ((), ("index.html",), ("b.css",))
    assert plan({"a": "1"}, {"a": "1"}, {"a": "1"}, LIST).last == (LIST,)


def test_what_is_uncertain_is_brought_again_where_no_list_knows_it():
    made = plan({"a": "1", "b": "2"}, {"a": "1"}, {"a": "", "b": "", "c": ""}, LIST)
    assert (made.first, made.deleted) == (("b",), ("c",))


def test_packed_copies_go_with_their_file():
    assert with_packed(("a.html", "b.png"), {"a.html.br", "c.br"}) == ("a.html", "a.html.br", "b.png")


@pytest.mark.parametrize("file", ["../a", "/etc/passwd", "a/../../b", "a//b", "", ".", "a\nb", "a\\b", "a/."])
def test_a_list_from_elsewhere_leads_nowhere_but_below_the_site(file):
    assert not is_below(file)
    assert is_below(".well-known/security.txt")


def test_a_journal_is_believed_only_beside_the_list_it_was_begun_with(tmp_path):
    journal = Journal(tmp_path, "folder:/x", b"list")
    journal.note(["a"], {"a": "1", "b": "2"})
    journal.note(["b"], {"a": "1", "b": "2"})
    assert journal.read() == {"a": "1", "b": "2"}
    assert Journal(tmp_path, "folder:/x", b"another").read() == {"a": "", "b": ""}
    assert Journal(tmp_path, "folder:/y", b"list").read() == {}
    for spoilt in ("", "[]", "{", '{"files": 3}'):
        next((tmp_path / ".cache/deploy").glob("*.json")).write_text(spoilt, "utf-8")
        assert Journal(tmp_path, "folder:/x", b"list").read() == {}
    journal.close()
    assert not list((tmp_path / ".cache/deploy").glob("*.json"))


@pytest.mark.parametrize(
    ("typed", "kind", "rest"),
    [
        ("folder:/srv/www", "folder", "/srv/www"),
        ("rsync:www@host.example:/srv/www", "rsync", "www@host.example:/srv/www"),
        ("rclone:s3:bucket/site", "rclone", "s3:bucket/site"),
        ("git:origin#pages", "git", "origin#pages"),
        ("git:https://me@git.example/a.git", "git", "https://me@git.example/a.git"),
    ],
)
def test_a_destination_says_how_and_where(typed, kind, rest):
    assert parse_destination(typed) == (kind, rest)


@pytest.mark.parametrize("typed", ["", "ftp:host", "folder:", "/srv/www"])
def test_what_is_no_destination_is_said_with_those_there_are(typed):
    with pytest.raises(PlainError, match="folder:/srv/www/juniper"):
        parse_destination(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "git:https://me:hunter2@git.example/a.git",
        "rclone::webdav,url=https://dav.example,user=a,pass=hunter2:site",
        "rclone:s3,secret_access_key=hunter2:bucket",
        "rsync:rsync://me:hunter2@host/module",
        "ftp://me:hunter2@host/",
    ],
)
def test_a_password_is_refused_and_not_shown(typed):
    with pytest.raises(PlainError) as told:
        parse_destination(typed)
    assert "hunter2" not in str(told.value)
    assert "hunter2" not in shown(typed)
