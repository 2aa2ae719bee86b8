"""Infographics on a site: their pages, list, numbers, feed and data; drawings in posts; what a change makes anew."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

VISITS = "Branch,2023,2024\nCentral,10,20\nMill Street,5,\n"
LOANS = "Branch,Loans\nCentral,10\n=Mill,5\n"
FACTS = (
    "title: {}\ndate: 2026-01-0{}\nsource: Us\ndated: 2024\nsummary: What we counted, and what it came to in a year.\n"
)
# They show a picture of each infographic.
LISTS = {"infographics/", "es/infographics/"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a content folder with two infographics, one of them in Spanish as well, and a post with a drawing."""
    content = tmp_path / "content"
    for folder in ("posts", "infographics", "data"):
        (content / folder).mkdir(parents=True)
    write(content, "library.toml", 'name = "Small"\naddress = "https://small.example/"\nlanguages = ["en", "es"]\n')
    write(content, "data/visits.csv", VISITS)
    write(content, "data/loans.csv", LOANS)
    line = "```line\ntable: visits.csv\ntitle: By year\nnoun: visits\n```\n"
    bars = "```bars\ntable: loans.csv\ntitle: By branch\n```\n"
    write(content, "infographics/visits.md", f"---\n{FACTS.format('Visits', 1)}---\n\n{line}\nCounted by a sensor.\n")
    write(content, "infographics/visits.es.md", f"---\n{FACTS.format('Visitas', 1)}---\n\n{line}")
    write(content, "infographics/loans.md", f"---\n{FACTS.format('Loans', 2)}---\n\n{bars}")
    write(content, "posts/plain.md", "---\ntitle: Plain\ndate: 2026-01-01\n---\n\nNothing drawn.\n")
    drawn = "```bars\ntable: loans.csv\ntitle: By branch\nsource: Us\ndated: 2024\n```\n"
    write(content, "posts/drawn.md", f"---\ntitle: Drawn\ndate: 2026-01-01\n---\n\n{drawn}")
    return content


def write(content: Path, name: str, text: str) -> None:
    (content / name).write_text(text, "utf-8")


def made(build, content: Path, *options: str) -> tuple[set[str], Path]:
    """Build, and return the files that were written and not taken over from the last site."""
    output = content.parent / "output"
    before = {path.relative_to(output): path.stat().st_ino for path in output.rglob("*") if path.is_file()}
    done = build("--content", str(content), "--now", "2026-02-02T10:00", *options)
    assert done.code == 0, done.said
    after = {path.relative_to(output): path.stat().st_ino for path in output.rglob("*") if path.is_file()}
    return {name.as_posix() for name, place in after.items() if before.get(name) != place}, output


def test_a_site_with_infographics(build, site: Path):
    _, output = made(build, site, "--report", str(site.parent / "report.json"), "--notes")
    page = (output / "infographics/visits/index.html").read_text("utf-8")
    assert "Visits rose from 15 in 2023 to 20 in 2024." in page
    assert "1 of these 2 sums lack something that was not counted." in page
    assert "Counted by a sensor." in page
    assert "Source: Us, 2024" in page
    spanish = (output / "es/infographics/visits/index.html").read_text("utf-8")
    assert "Visits: subida de 15 en 2023 a 20 en 2024." in spanish
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert (data["@type"], data["name"]) == ("Dataset", "Visits")
    (download,) = data["distribution"]
    assert download["contentUrl"] == "https://small.example/infographics/visits/by-year.csv"
    numbers = (output / "infographics/visits/by-year.csv").read_bytes().decode()
    assert list(csv.reader(numbers.splitlines())) == [["Year", "Visits"], ["2023", "15"], ["2024", "20"]]
    listed = (output / "infographics/index.html").read_text("utf-8")
    assert listed.index(">Loans</a>") < listed.index(">Visits</a>")
    assert "infographics/visits/" in (output / "es/infographics/index.html").read_text("utf-8")
    assert 'href="../../infographics/"' in (output / "news/plain/index.html").read_text("utf-8")
    feed = (output / "feeds/infographics.atom.xml").read_text("utf-8")
    assert feed.count("<entry>") == 2
    assert "Visits rose from 15 in 2023" in feed
    assert "svg" not in feed
    assert "infographics/visits/" in (output / "feeds/all.atom.xml").read_text("utf-8")
    report = json.loads((site.parent / "report.json").read_text("utf-8"))
    assert report["counts"]["infographics"]["published"] == 3


def test_a_drawing_in_a_post_has_its_numbers_beside_it_and_no_formula_in_them(build, site: Path):
    _, output = made(build, site)
    page = (output / "news/drawn/index.html").read_text("utf-8")
    assert "<svg" in page
    assert "Central has the most loans: 10 of 15, or 66.7%." in page
    numbers = (output / "news/drawn/by-branch.csv").read_text("utf-8")
    assert not [cell for row in csv.reader(numbers.splitlines()) for cell in row if cell.startswith(tuple("=+-@"))]


def test_a_cell_makes_exactly_the_pages_anew_that_show_it(build, site: Path):
    made(build, site)
    write(site, "data/visits.csv", VISITS.replace("20", "21"))
    assert changed(build, site) == {"infographics/visits/", "es/infographics/visits/"} | LISTS
    write(site, "data/loans.csv", LOANS.replace("10", "12"))
    assert changed(build, site) == {"infographics/loans/", "news/drawn/"} | LISTS
    assert made(build, site)[0] == set()


def changed(build, content: Path) -> set[str]:
    """Return the addresses of pages that were made anew, but for those of feeds and those to frame."""
    pages = {name.removesuffix("index.html") for name in made(build, content)[0] if name.endswith("index.html")}
    return {name for name in pages if not re.match(r"(?:es/)?(?:feeds|embed)/", name)}


def test_a_cell_that_nothing_shows_makes_nothing_anew(build, site: Path):
    write(site, "data/loans.csv", LOANS.replace("Loans\n", "Loans,Note\n"))
    made(build, site)
    write(site, "data/loans.csv", LOANS.replace("Loans\n", "Loans,Remark\n"))
    assert made(build, site)[0] == set()


def test_a_table_that_comes_later_is_drawn_when_it_is_there(build, site: Path):
    (site / "data/loans.csv").unlink()
    output = made(build, site)[1]
    assert "A drawing is missing here: “By branch”" in (output / "news/drawn/index.html").read_text("utf-8")
    write(site, "data/loans.csv", LOANS)
    made(build, site)
    assert "Central has the most loans" in (output / "news/drawn/index.html").read_text("utf-8")


def test_a_drawing_that_is_missing_stops_publishing_and_the_site_stays(build, site: Path):
    output = made(build, site)[1]
    before = (output / "news/drawn/index.html").read_bytes()
    write(site, "data/loans.csv", LOANS.replace(",10", ",many"))
    done = build("--content", str(site), "--strict", "--now", "2026-02-02T10:00")
    assert done.code != 0
    assert "data/loans.csv" in done.said
    assert "[infographics.missing-option]" in done.said or "[infographics.no-number]" in done.said
    assert (output / "news/drawn/index.html").read_bytes() == before


def test_a_table_that_nothing_draws_is_noted(build, site: Path):
    write(site, "data/old.csv", LOANS)
    write(site, "data/old.xlsx", "")
    done = build("--content", str(site), "--notes", "--now", "2026-02-02T10:00")
    assert "No page draws from this table." in done.said
    assert "This file is no CSV" in done.said
    assert done.said.count("[infographics.unused-table]") == 2
    assert "visits.csv" not in done.said


def test_drafts_and_what_waits_are_not_public(build, site: Path):
    write(site, "infographics/loans.md", f"---\n{FACTS.format('Loans', 2)}status: draft\n---\n\nx\n")
    later = FACTS.format("Visits", 1).replace("2026-01-01", "2026-09-01")
    write(site, "infographics/visits.md", f"---\n{later}---\n\nx\n")
    _, output = made(build, site)
    assert not (output / "infographics/loans").exists()
    assert not (output / "infographics/visits").exists()
    made(build, site, "--drafts")
    assert (output / "infographics/loans/index.html").exists()
    assert (output / "infographics/visits/index.html").exists()


def test_a_site_without_infographics_has_no_list_of_them(build, site: Path):
    for path in (site / "infographics").iterdir():
        path.unlink()
    _, output = made(build, site)
    assert not (output / "infographics").exists()
    assert "infographics/" not in (output / "news/plain/index.html").read_text("utf-8")
