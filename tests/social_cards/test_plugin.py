"""Every published page names a card, every card is there, and is drawn again exactly when it would look different."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import Built, build_site

SITE = "https://small.example/a/"
LIBRARY = (
    'name = "Small Library"\naddress = "https://small.example/a/"\nlanguages = ["en", "es"]\n'
    'tag_line = {{ en = "One card.", es = "Una tarjeta." }}\n[contact]\nphone = "{phone}"\n[brand]\nhue = {hue}\n'
)
EVENTS = (
    "id,title,date,start,end,repeat,status\nswap,Seed Swap,2026-10-17,11:00,13:00,,\n"
    "chess,Chess,2026-09-07,18:00,20:00,weekly,\n"
    "over,Ink Fair,2026-09-05,10:00,11:00,,\noff,River Walk,2026-10-20,10:00,11:00,,cancelled\n"
)
POSTS = {
    "one": "title: Riverbend stays open until nine\ndate: 2026-10-01",
    "shared": "title: A photograph\ndate: 2026-10-02\nimage: images/boats.jpg\nimage_alt: Two boats\ncard: picture",
    "drawing": "title: A drawing\ndate: 2026-10-02\nimage: images/a.svg\nimage_alt: A square\ncard: picture",
    "broken": "title: A broken one\ndate: 2026-10-02\nimage: images/broken.jpg\nimage_alt: Nothing\ncard: picture",
    "arabic": "title: ساعة القصة\ndate: 2026-10-03\nlang: en",
    "draft": "title: Not yet\ndate: 2026-10-03\nstatus: draft",
}


def write(content: Path, *, phone: str = "555 0100", hue: int = 250) -> Path:
    for folder in ("posts", "events", "images", "pages", "programs"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    (content / "library.toml").write_text(LIBRARY.format(phone=phone, hue=hue), "utf-8")
    (content / "events" / "all.csv").write_text(EVENTS, "utf-8")
    for name, facts in POSTS.items():
        (content / "posts" / f"{name}.md").write_text(f"---\n{facts}\n---\n\nText.\n", "utf-8")
    (content / "pages" / "about.md").write_text("---\ntitle: About us\n---\n\nText.\n", "utf-8")
    (content / "programs" / "seeds.md").write_text("---\ntitle: Seeds\nsummary: Borrow some.\n---\n\nText.\n", "utf-8")
    (content / "images" / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    (content / "images" / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 no more of it")
    Image.new("RGB", (1600, 900), "#336699").save(content / "images" / "boats.jpg")
    return content


def built(folder: Path, *options: str) -> Built:
    content = str(folder / "content")
    done = build_site(folder / "output", "--content", content, "--now", "2026-10-08T14:20", *options)
    assert done.report, done.said
    return done


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Built:
    folder = tmp_path_factory.mktemp("cards")
    write(folder / "content")
    return built(folder)


def said(site: Built, address: str) -> dict[str, str]:
    """Return what the head of a page says of its card."""
    head = (site.output / address / "index.html").read_text("utf-8").partition("</head>")[0]
    found = re.findall(r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)"', head)
    assert len(found) == len(dict(found))
    return dict(found)


PAGES = {
    "news/one/": ("news/one/card.png", "Riverbend stays open until nine. Small Library"),
    "news/shared/": ("news/shared/card.jpg", "Two boats"),
    "news/drawing/": ("news/drawing/card.png", "A drawing. Small Library"),
    "news/broken/": ("news/broken/card.jpg", "Nothing"),
    "about/": ("about/card.png", "About us. Small Library"),
    "programs/seeds/": ("programs/seeds/card.png", "Seeds. Small Library"),
    "events/swap/": (
        "events/swap/card.png",
        "Seed Swap. Saturday 17 October, 11:00 am to 1:00 pm. Small Library",
    ),
    "events/chess/": ("events/chess/card.png", "Chess. Every Monday, 6:00 to 8:00 pm. Small Library"),
    "events/off/": (
        "events/off/card.png",
        "Cancelled. River Walk. Tuesday 20 October, 10:00 to 11:00 am. Small Library",
    ),
    # What is over, and what is no entry, has the library's own, in its language.
    "events/over/": ("card.png", "Small Library. One card"),
    "": ("card.png", "Small Library. One card"),
    "es/events/": ("es/card.png", "Small Library. Una tarjeta"),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_where_its_card_is_and_what_it_shows(small, page):
    file, alt = PAGES[page]
    found = said(small, page)
    address, _, mark = found["og:image"].partition("?")
    assert (address, found["og:image:alt"]) == (SITE + file, alt)
    assert re.fullmatch("[0-9a-f]{8}", mark)
    with Image.open(small.output / file) as card:
        assert (str(card.width), str(card.height)) == (found["og:image:width"], found["og:image:height"])
        assert found["og:image:type"] == Image.MIME[card.format or ""]
        assert card.size == (1200, 630)
    assert found["twitter:card"] == "summary_large_image"


def test_there_is_no_card_that_no_page_names(small):
    cards = {path.relative_to(small.output).as_posix() for path in small.output.rglob("card.*")}
    assert cards == {file for file, _ in PAGES.values()} | {"news/arabic/card.png"}


def test_what_cannot_be_shown_is_said_with_its_file(small):
    found = {(one["rule"], one["file"]): one["value"] for one in small.report["problems"] if "social" in one["rule"]}
    assert found == {
        ("social_cards.no-letters", "posts/arabic.md"): "ساعة القصة",
        ("social_cards.picture", "posts/drawing.md"): "images/a.svg",
        ("social_cards.picture", "posts/broken.md"): "images/broken.jpg",
    }


def test_card_picture_without_a_picture_is_said(tmp_path):
    content = write(tmp_path / "content")
    (content / "posts" / "one.md").write_text("---\ntitle: One\ndate: 2026-10-01\ncard: picture\n---\n\nText.\n")
    site = built(tmp_path)
    assert "image" in next(one["cure"] for one in site.report["problems"] if one["column"] == "card")
    assert said(site, "news/one/")["og:image"].startswith(f"{SITE}news/one/card.png?")


def cards_of(site: Built) -> dict[str, int]:
    return {path.relative_to(site.output).as_posix(): path.stat().st_ino for path in site.output.rglob("card.*")}


def changed(site: Built, before: dict[str, int]) -> set[str]:
    return {name for name, place in cards_of(site).items() if before.get(name) != place}


def test_a_card_is_drawn_again_exactly_when_it_would_look_different(tmp_path):
    content = write(tmp_path / "content")
    site = built(tmp_path)
    marks, cards = said(site, "news/one/")["og:image"], cards_of(site)
    # Every page shows the telephone number, and no card does; nor does a card know what day it is.
    write(content, phone="555 0199")
    site = built(tmp_path, "--now", "2026-10-12T09:00")
    assert changed(site, cards) == set()
    assert "555 0199" in (site.output / "news/one/index.html").read_text("utf-8")
    cards = cards_of(site)
    (content / "posts" / "one.md").write_text("---\ntitle: Later\ndate: 2026-10-01\n---\n\nText.\n")
    Image.new("RGB", (1600, 900), "#996633").save(content / "images" / "boats.jpg")
    site = built(tmp_path)
    assert changed(site, cards) == {"news/one/card.png", "news/shared/card.jpg"}
    assert said(site, "news/one/")["og:image"] != marks
    (content / "posts" / "one.md").unlink()
    site = built(tmp_path, "--now", "2026-10-18T09:00")
    assert not (site.output / "news/one").exists()
    assert not (site.output / "events/swap/card.png").exists()
    assert said(site, "events/swap/")["og:image"].startswith(f"{SITE}card.png?")
    cards = cards_of(site)
    write(content, hue=20)
    assert changed(built(tmp_path, "--now", "2026-10-18T09:00"), cards) >= {"card.png", "about/card.png"}


def test_a_preview_has_no_cards(tmp_path):
    write(tmp_path / "content")
    site = built(tmp_path, "--drafts")
    assert cards_of(site) == {}
    assert said(site, "news/draft/") == {"twitter:card": "summary"}


def test_a_library_whose_name_has_no_letters_here_is_told(site):
    arabic = site("arabic")
    rules = [one["rule"] for one in arabic.report["problems"] if "social" in one["rule"]]
    assert rules == ["social_cards.none"]
    assert "og:image" not in said(arabic, "")
