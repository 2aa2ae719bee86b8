"""The files of an infographic lie beside its page, and are made again exactly when they would look different."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Built, build_site

NAMES = ("poster.pdf", "poster.png", "poster-2x.png", "square.png")
PAGE = "infographics/year/"
LIBRARY = (
    'name = "Small Library"\naddress = "https://small.example/a/"\n[contact]\nphone = "{phone}"\n[brand]\nhue = {hue}\n'
)
FACTS = "title: A year at the library\ndate: 2026-10-01\nsource: Our door\ndated: 2025"
BLOCK = "```bars\ntitle: Visits, by branch\ntable: visits.csv\nhighlight: most\n```"


def write(content: Path, *, phone: str = "555 0100", hue: int = 250, visits: int = 412, facts: str = FACTS) -> None:
    for folder in ("posts", "infographics", "data"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    (content / "library.toml").write_text(LIBRARY.format(phone=phone, hue=hue), "utf-8")
    (content / "data/visits.csv").write_text(f"Branch,Visits\nCentral,{visits}\nMill Street,90\n", "utf-8")
    (content / "infographics/year.md").write_text(f"---\n{facts}\n---\n\n{BLOCK}\n", "utf-8")
    (content / "posts/one.md").write_text(f"---\ntitle: One\ndate: 2026-10-01\n---\n\nText.\n\n{BLOCK}\n", "utf-8")


def built(folder: Path, *options: str) -> Built:
    done = build_site(folder / "output", "--content", str(folder / "content"), "--now", "2026-10-08T14:20", *options)
    assert done.report, done.said
    return done


def page(site: Built, address: str = PAGE) -> str:
    return (site.output / address / "index.html").read_text("utf-8")


def marks(site: Built) -> dict[str, str]:
    """Return the mark of each file as the page names it."""
    return dict(re.findall(r'href="[./]*infographics/year/([\w.-]+)\?([0-9a-f]{8})"', page(site)))


def files(site: Built) -> dict[str, int]:
    """Return the number of each file on the disk: one that was not made again keeps it."""
    return {name: (site.output / PAGE / name).stat().st_ino for name in NAMES}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "content")
    return tmp_path


def test_every_file_is_there_and_named_with_a_mark(folder):
    site = built(folder)
    assert set(marks(site)) == set(NAMES)
    assert len(set(marks(site).values())) == len(NAMES)
    assert (site.output / PAGE / "poster.pdf").read_bytes().startswith(b"%PDF")
    assert all((site.output / PAGE / name).read_bytes().startswith(b"\x89PNG") for name in NAMES[1:])
    assert "poster" in page(site, "embed/infographics/year/")
    assert "infographics/year/square.png" in page(site, "infographics/")
    assert not (site.output / "news/one/poster.png").exists()


# One after the other, each besides those before: what is changed, and whether a poster shows it.
CHANGES = (
    ({"phone": "555 0199"}, False),
    ({"facts": f"{FACTS}\nsummary: Another summary, which no poster shows"}, False),
    ({"visits": 413}, True),
    ({"hue": 20}, True),
    ({"facts": FACTS.replace("A year", "Two years")}, True),
)


def test_they_are_made_again_exactly_when_they_would_look_different(folder):
    written: dict[str, object] = {}
    site = built(folder)
    for change, is_new in CHANGES:
        before, marked, shown = files(site), marks(site), page(site)
        written |= change
        write(folder / "content", **written)
        site = built(folder)
        assert page(site) != shown
        assert (files(site) == before, marks(site) == marked) == (not is_new, not is_new), change


def test_a_preview_has_none(folder):
    site = built(folder, "--drafts")
    assert marks(site) == {}
    assert [name for name in NAMES if (site.output / PAGE / name).exists()] == []
    assert "chart-visits-by-branch" in page(site)


def test_letters_that_no_face_has_leave_the_page_as_it_is_and_are_said(folder):
    write(folder / "content", facts=FACTS.replace("A year at the library", "図書館の一年"))
    site = built(folder)
    assert "infographics.no-letters" in {one["rule"] for one in site.report["problems"]}
    assert marks(site) == {}
    assert "図書館の一年" in page(site)
