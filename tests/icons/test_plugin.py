"""The icons of a site are there, are what their names say, and come from library.toml."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from plugins.tools.palette import palette
from tests.conftest import Built, build_site

PICTURES = {
    "theme/icons/apple-touch-icon.png": 180,
    "theme/icons/icon-192.png": 192,
    "theme/icons/icon-512.png": 512,
    "theme/icons/maskable-192.png": 192,
    "theme/icons/maskable-512.png": 512,
}
MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#cc0044"/></svg>'


def built(folder: Path, icon: str, mark: str = MARK) -> Built:
    (folder / "content" / "images").mkdir(parents=True, exist_ok=True)
    (folder / "content" / "posts").mkdir(exist_ok=True)
    (folder / "content" / "images" / "mark.svg").write_text(mark, "utf-8")
    (folder / "content" / "library.toml").write_text(f'name = "Small"\nlanguages = ["en"]\n{icon}', "utf-8")
    return build_site(folder / "output", "--content", str(folder / "content"), "--now", "2026-10-08T14:20")


@pytest.fixture(scope="module")
def lettered(tmp_path_factory) -> Built:
    return built(tmp_path_factory.mktemp("letter"), "")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> Built:
    return built(tmp_path_factory.mktemp("drawn"), '[icon]\nfile = "images/mark.svg"\n')


def picture(site: Built, address: str) -> Image.Image:
    return Image.open(io.BytesIO((site.output / address).read_bytes())).convert("RGBA")


def icon_problems(site: Built) -> list[tuple[str, str, str]]:
    return [(one["rule"], one["column"], one["value"]) for one in site.report["problems"] if "icon" in one["rule"]]


@pytest.mark.parametrize("address", PICTURES)
def test_each_picture_has_its_size(lettered, drawn, address):
    for site in (lettered, drawn):
        assert picture(site, address).size == (PICTURES[address], PICTURES[address])


def test_a_letter_stands_on_the_brand_to_the_edges(lettered):
    brand = palette(152, 0.065).light["brand"]
    for address in PICTURES:
        seen = picture(lettered, address)
        assert "#{:02x}{:02x}{:02x}{:02x}".format(*seen.getpixel((1, 1))) == f"{brand}ff"
        assert len(seen.getcolors(100_000)) > 2


def test_a_drawing_fills_the_tab_and_keeps_away_from_the_edges_of_a_mask(drawn):
    assert picture(drawn, "theme/icons/icon-192.png").getpixel((2, 2))[:3] == (204, 0, 68)
    for side in (192, 512):
        masked = picture(drawn, f"theme/icons/maskable-{side}.png")
        reds = [masked.getpixel((at, side // 2))[:3] == (204, 0, 68) for at in range(side)]
        # All of it is within the circle that no system cuts: its diagonal, too, is less than 80 % of the side.
        assert 0.4 < sum(reds) / side < 0.8 / 2**0.5
        assert masked.getpixel((0, 0))[3] == 255


def test_the_ico_holds_three_sizes(lettered):
    with Image.open(lettered.output / "favicon.ico") as icon:
        assert icon.format == "ICO"
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_every_page_leads_to_them(lettered):
    head = lettered.read("about/" if (lettered.output / "about").exists() else "").partition("</head>")[0]
    links = re.findall(r'<link rel="((?:apple-touch-)?icon)"[^>]* href="([^"]*)"', head)
    assert links == [
        ("icon", "./favicon.ico"),
        ("icon", "./theme/icons/favicon.svg"),
        ("apple-touch-icon", "./theme/icons/apple-touch-icon.png"),
    ]
    assert all((lettered.output / address).is_file() for _, address in links)


@pytest.mark.parametrize(
    ("icon", "mark", "problems"),
    [
        ('letter = "SL"', MARK, []),
        ('letter = "Small"', MARK, [("icons.letter", "icon.letter", "Small")]),
        ('letter = "日"', MARK, [("icons.letter", "icon.letter", "日")]),
        ('file = "images/none.svg"', MARK, [("icons.file", "icon.file", "images/none.svg")]),
        (
            'file = "images/mark.svg"',
            MARK.replace("<rect", "<script/><rect"),
            [("icons.file", "icon.file", "images/mark.svg")],
        ),
    ],
)
def test_what_cannot_be_an_icon_is_said_and_a_letter_takes_its_place(tmp_path, icon, mark, problems):
    site = built(tmp_path, f"[icon]\n{icon}\n", mark)
    assert site.code == 0
    assert icon_problems(site) == problems
    assert "<path" in (site.output / "theme/icons/favicon.svg").read_text("utf-8")


def test_they_are_made_again_when_the_mark_has_changed_and_not_before(tmp_path):
    icon = '[icon]\nfile = "images/mark.svg"\n'

    def places(site: Built) -> dict[str, int]:
        return {name: (site.output / name).stat().st_ino for name in (*PICTURES, "favicon.ico")}

    first = places(built(tmp_path, icon))
    assert places(built(tmp_path, f'{icon}[contact]\nphone = "555 0100"\n')) == first
    second = places(built(tmp_path, icon, MARK.replace("cc0044", "0044cc")))
    assert not set(first.values()) & set(second.values())
