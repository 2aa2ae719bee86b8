"""The copies of a photograph: upright, in sRGB, no larger than it was, and with nothing that nobody should know."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from plugins.tools.look_at_picture import look_at
from plugins.tools.photograph import HIGHEST, WIDTHS, Photograph
from plugins.tools.shrink import shrink
from tests.tools import samples

NAMES = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}


def copies(tmp_path, name: str, data: bytes) -> dict[str, bytes]:
    path = samples.write(tmp_path, name, data)
    return dict(shrink(path, look_at(path)))


def near(picture: Image.Image, place: tuple[int, int], color: tuple[int, ...]) -> bool:
    found = picture.convert("RGB").getpixel(place)
    return all(abs(one - other) < 30 for one, other in zip(found, color, strict=True))


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((1, 1), (1,)),
        ((480, 300), (480,)),
        ((481, 300), (480, 481)),
        ((1000, 800), (480, 800, 1000)),
        ((1600, 900), WIDTHS),
        ((12_000, 9_000), WIDTHS),
        ((800, 32_000), (400,)),
        ((1, 12_000), (1,)),
    ],
)
def test_no_copy_is_larger_than_the_picture_nor_higher_than_webp_can_be(size, widths):
    photograph = Photograph(width=size[0], height=size[1], color="", ending="jpg")
    assert photograph.widths == widths
    assert photograph.height_at(widths[-1]) <= HIGHEST


def test_there_is_each_format_at_each_width(tmp_path):
    made = copies(tmp_path, "a.jpg", samples.data_of(samples.scene(1000, 750), "JPEG"))
    assert list(made) == [f"{width}.{ending}" for width in (480, 800, 1000) for ending in ("avif", "webp", "jpg")]
    for name, data in made.items():
        picture = Image.open(io.BytesIO(data))
        width, _, ending = name.partition(".")
        assert (picture.format, picture.size) == (NAMES[ending], (int(width), round(int(width) * 0.75)))
        assert near(picture, (picture.width // 2, picture.height // 2), samples.SKY)


def test_nothing_of_what_a_phone_adds_is_left(tmp_path):
    taken = samples.from_a_phone()
    hints = (b"Phonemaker", samples.GPS, b"river", b"Exif", b"ICC_PROFILE")
    assert [hint for hint in hints if hint in taken] == list(hints[:4])
    assert taken.count(b"\xff\xd8\xff") == 2
    for name, data in copies(tmp_path, "a.jpg", taken).items():
        assert [hint for hint in hints if hint.lower() in data.lower()] == [], name
        picture = Image.open(io.BytesIO(data))
        assert not dict(picture.getexif())
        assert not {"exif", "icc_profile", "comment", "xmp"} & set(picture.info)
        assert data.count(b"\xff\xd8\xff") == (1 if name.endswith("jpg") else 0)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_as_it_was_held(tmp_path, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    undo = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]
    lying = samples.scene() if undo is None else samples.scene().transpose(Image.Transpose(undo))
    made = copies(tmp_path, "a.jpg", samples.data_of(lying, "JPEG", exif=exif))
    picture = Image.open(io.BytesIO(made["640.jpg"]))
    assert near(picture, (5, 5), (255, 255, 255))
    assert near(picture, (320, 470), samples.BRICK)


def test_the_profile_of_a_picture_is_heeded(tmp_path):
    made = copies(tmp_path, "a.jpg", samples.wide_gamut())
    red, _, blue = Image.open(io.BytesIO(made["640.jpg"])).convert("RGB").getpixel((320, 240))
    assert red > blue + 60, "the profile says that what is stored as blue is red"
    broken = samples.data_of(samples.scene(), "JPEG", icc_profile=b"no profile at all")
    assert near(Image.open(io.BytesIO(copies(tmp_path, "b.jpg", broken)["640.jpg"])), (320, 240), samples.SKY)


@pytest.mark.parametrize(
    ("name", "data", "place", "color"),
    [
        ("print.jpg", samples.data_of(samples.scene().convert("CMYK"), "JPEG"), (320, 240), samples.SKY),
        ("palette.png", samples.data_of(samples.scene().quantize(8), "PNG"), (320, 240), samples.SKY),
        ("a.gif", samples.data_of(samples.scene(), "GIF"), (320, 240), samples.SKY),
        ("dark.png", samples.gray_of_16_bits(), (128, 4), (4, 4, 4)),
        ("light.png", samples.gray_of_16_bits(), (128, 250), (250, 250, 250)),
    ],
)
def test_every_way_to_store_colors_is_understood(tmp_path, name, data, place, color):
    for data_of_copy in copies(tmp_path, name, data).values():
        picture = Image.open(io.BytesIO(data_of_copy))
        if picture.width > 200:
            scaled = tuple(
                part * picture.width // (640 if "scan" not in name and picture.width > 256 else 256) for part in place
            )
            assert near(picture, scaled, color), name


def test_what_one_sees_through_stays_so_in_every_format(tmp_path):
    window = samples.scene().convert("RGBA")
    window.paste((0, 0, 0, 0), (200, 100, 400, 300))
    for name, data in copies(tmp_path, "window.png", samples.data_of(window, "PNG")).items():
        picture = Image.open(io.BytesIO(data)).convert("RGBA")
        middle = (picture.width * 300 // 640, picture.height * 200 // 480)
        assert picture.getpixel(middle)[3] == 0, name
        assert picture.getpixel((2, picture.height - 2))[3] == 255, name


@pytest.mark.parametrize(("loop", "times"), [(0, 12), (2, 2), (40, 12)])
def test_what_moves_ends_within_five_seconds(tmp_path, loop, times):
    made = Image.open(io.BytesIO(copies(tmp_path, "a.gif", samples.moving("GIF", 80, loop=loop))["moving.webp"]))
    assert (made.n_frames, made.info["loop"]) == (5, times)
    assert made.info["loop"] * 0.4 <= 5


def test_the_same_picture_gives_the_same_bytes(tmp_path):
    data = samples.data_of(samples.scene(700, 500), "JPEG")
    assert copies(tmp_path, "a.jpg", data) == copies(tmp_path, "b.jpg", data)


def test_a_picture_of_twelve_thousand_pixels_is_made_in_strips(tmp_path):
    wide = Image.new("P", (12_000, 1500), 1)
    wide.putpalette([0, 0, 0, *samples.SKY])
    made = copies(tmp_path, "a.png", samples.data_of(wide, "PNG"))
    picture = Image.open(io.BytesIO(made["1600.png"]))
    assert picture.size == (1600, 200)
    assert near(picture, (1599, 199), samples.SKY)
