"""Old addresses lead to pages that are there, each straight to its end; whatever cannot is said, and leads nowhere."""

from __future__ import annotations

import pytest

from plugins.hosting.plan_redirects import Plan, pages_of
from plugins.hosting.read_redirects import read_redirects
from plugins.hosting.redirect import Redirect, Wish
from plugins.hosting.render_redirects_file import (
    RULES_LIMIT,
    is_cut,
    read_redirects_file,
    render_redirects_file,
)
from plugins.tools.old_address import OldAddress, UnusableAddressError, parse_old_address

SITE = "https://juniper.example/lib/"
THERE = {"news/", "news/kettles/", "about/", "files/form.pdf", "events.json"}


def planned(*rows: tuple[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return where each old address leads, and the rules that others break."""
    plan = Plan(SITE, lambda address: address.casefold() in THERE)
    plan.take(Wish(written=old, target=new, file="redirects.csv", line=line) for line, (old, new) in enumerate(rows, 2))
    found = {f"{one.path}{'?' if one.query else ''}{one.query}": one.target for one in plan.redirects()}
    return found, [f"{one.rule.partition('.')[2]} {one.line}" for one in plan.problems]


@pytest.mark.parametrize(
    ("written", "path", "query"),
    [
        ("/node/12", "node/12", ""),
        ("node/12/", "node/12", ""),
        ("https://old.example/hours.php?branch=2", "hours.php", "branch=2"),
        ("https://juniper.example/lib/old/", "old", ""),
        ("/caf%C3%A9/", "café", ""),
        ("/café/", "café", ""),
        (" /a b/ ", "a b", ""),
    ],
)
def test_an_old_address_is_read_as_people_copy_it(written, path, query):
    assert parse_old_address(written, SITE) == OldAddress(path=path, query=query)


@pytest.mark.parametrize(
    "written",
    [
        *("", "/", "https://old.example/", "/../etc/passwd", "/a/%2e%2e/b", "/a//b", "/a#part", "/a\\b", "/a\nb"),
        *("mailto:a@b.example", "https://juniper.example/elsewhere/", "/%00", "http://[", "/./a"),
    ],
)
def test_what_no_server_could_be_asked_for_below_the_site_is_refused(written):
    with pytest.raises(UnusableAddressError):
        parse_old_address(written, SITE)


def test_an_old_address_leads_to_a_page_a_file_or_another_site():
    found, problems = planned(
        ("/node/12", "/news/kettles"),
        ("/node/13", "https://juniper.example/lib/about/#hours"),
        ("/form", "files/form.pdf"),
        ("/old/", "/"),
        ("/catalogue", "https://catalog.example/"),
        ("/index.php?id=4", "news/"),
    )
    assert problems == []
    assert found == {
        "node/12": "news/kettles/",
        "node/13": "about/#hours",
        "form": "files/form.pdf",
        "old": "",
        "catalogue": "https://catalog.example/",
        "index.php?id=4": "news/",
    }


def test_a_chain_leads_straight_to_its_end_and_a_circle_nowhere():
    found, problems = planned(("/a", "/b"), ("/b", "/c/"), ("/c", "/about/"), ("/x", "/y"), ("/y", "/x"), ("/z", "/z"))
    assert found == {"a": "about/", "b": "about/", "c": "about/"}
    assert problems == ["circle 5", "circle 6", "circle 7"]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([("/about/", "/news/")], "address-in-use 2"),
        ([("/About", "/news/")], "address-in-use 2"),
        ([("/events.json/old", "/news/")], "address-in-use 2"),
        ([("/theme/old.css", "/news/")], "address-in-use 2"),
        ([("/_headers", "/news/")], "address-in-use 2"),
        ([("/a", "/news/"), ("/a/", "/about/")], "two-targets 3"),
        ([("/a", "/nothing/")], "leads-nowhere 2"),
        ([("/a", "https://")], "leads-nowhere 2"),
        ([("/a", "javascript:alert(1)")], "leads-nowhere 2"),
        ([("/../a", "/news/")], "bad-from 2"),
    ],
)
def test_what_cannot_be_is_said_with_its_row(rows, problem):
    assert planned(*rows)[1] == [problem]


def test_a_row_that_changes_nothing_and_one_said_twice_are_no_problem():
    assert planned(("/about", "/about/"), ("/a", "/news/"), ("/a/", "news")) == ({"a": "news/"}, [])


@pytest.mark.parametrize(
    "text",
    [
        "from,to\n/a,/b\n",
        "From;To\n/a;/b\n",
        "id\tto\tfrom\n1\t/b\t/a\n",
        "from,to,why\n,,\n/a,/b\n",
        'from,to\n"/a","/b"',
        "sep=;\nfrom;to\n/a;/b\n",
    ],
)
def test_a_table_is_read_as_spreadsheets_write_it(text):
    wishes, problems = read_redirects(text)
    assert [(one.written, one.target) for one in wishes] == [("/a", "/b")]
    assert problems == ()


@pytest.mark.parametrize("count", [1, 30_000])
def test_a_quotation_mark_that_is_never_closed_takes_no_other_row_with_it(count: int):
    wishes, problems = read_redirects('from,to\n/a,"/b\n' + "/c,/d\n" * count)
    assert [(one.written, one.target, one.line) for one in wishes[:2]] == [("/a", "/b", 2), ("/c", "/d", 3)]
    assert (len(wishes), problems) == (count + 1, ())


def test_a_table_without_its_columns_and_a_row_with_half_of_it_are_said():
    assert [one.rule for one in read_redirects("old,new\n/a,/b\n")[1]] == ["hosting.not-a-table"]
    assert [one.rule for one in read_redirects("")[1]] == ["hosting.not-a-table"]
    assert [(one.rule, one.line) for one in read_redirects("from,to\n/a,\n")[1]] == [("hosting.bad-from", 2)]


REDIRECTS = (
    Redirect(path="node/12", query="", target="news/kettles/"),
    Redirect(path="old.html", query="", target="café/#a"),
    Redirect(path="a b/c:d*", query="", target="https://catalog.example/?a=b"),
    Redirect(path="index.php", query="id=4&b=1", target=""),
)


def test_the_file_for_netlify_holds_every_way_to_ask_and_is_read_back():
    text = render_redirects_file(REDIRECTS)
    assert text.splitlines()[1:] == [
        "/node/12 /news/kettles/ 301!",
        "/node/12/ /news/kettles/ 301!",
        "/old.html /caf%C3%A9/#a 301!",
        "/a%20b/c%3Ad%2A https://catalog.example/?a=b 301!",
        "/a%20b/c%3Ad%2A/ https://catalog.example/?a=b 301!",
        "/index.php id=4 b=1 / 301!",
    ]
    assert read_redirects_file(text) == REDIRECTS


def test_cloudflare_gets_what_it_knows_and_no_more_than_it_reads():
    text = render_redirects_file(REDIRECTS, "cloudflare")
    assert "!" not in text
    assert "index.php" not in text
    many = tuple(Redirect(path=f"a/{number}", query="", target="news/") for number in range(RULES_LIMIT))
    assert is_cut(many, "cloudflare")
    assert not is_cut(many, "")
    assert len(render_redirects_file(many, "cloudflare").splitlines()) == RULES_LIMIT + 1


def test_a_page_that_leads_on_stands_where_a_server_sends_pages_and_no_two_at_one_place():
    files = ["a", "A/", "b.html", "b.html/c", "c.php", "d/e.pdf", "v1.2", "f.htm"]
    redirects = [Redirect(path=path.strip("/"), query="", target="news/") for path in files]
    redirects.append(Redirect(path="g", query="h=1", target="news/"))
    assert [one.file for one in pages_of(redirects)] == ["a/index.html", "b.html", "v1.2/index.html", "f.htm"]
