"""A picture of the library's own fills the card, or stands on it whole; nothing else of it goes out."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from plugins.social_cards.crop_picture import Size, crop_picture, is_cropped
from plugins.tools.photograph import PictureError

GROUND = "#c0e0c8"


@pytest.mark.parametrize(
    ("width", "height", "fills"),
    [
        (1200, 630, True),
        (4000, 3000, False),
        (4000, 2600, True),
        (1199, 630, False),
        (3000, 1000, False),
        (1000, 1600, False),
    ],
)
def test_a_picture_as_wide_as_a_card_fills_it_and_none_is_enlarged(width, height, fills):
    assert is_cropped(Size(width=width, height=height)) is fills


def made(tmp_path, image: Image.Image, name: str = "a.png", **options: object) -> Image.Image:
    image.save(tmp_path / name, **options)
    card = Image.open(io.BytesIO(crop_picture(tmp_path / name, GROUND)))
    assert card.size == (1200, 630)
    assert card.format == "JPEG"
    return card


def is_near(color: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(one - two) for one, two in zip(color, other, strict=True)) < 6


def test_a_photograph_fills_the_card(tmp_path):
    card = made(tmp_path, Image.new("RGB", (2400, 1300), "#204060"))
    assert all(is_near(card.getpixel(at), (32, 64, 96)) for at in ((0, 0), (1199, 629), (600, 300)))


def test_an_upright_or_small_one_stands_whole_on_the_color_of_the_library(tmp_path):
    card = made(tmp_path, Image.new("RGB", (300, 200), "#204060"))
    assert is_near(card.getpixel((440, 300)), (192, 224, 200))
    assert is_near(card.getpixel((460, 300)), (32, 64, 96))
    assert is_near(card.getpixel((600, 200)), (192, 224, 200))


def test_what_is_transparent_shows_the_color_of_the_library(tmp_path):
    card = made(tmp_path, Image.new("RGBA", (1400, 800), (0, 0, 0, 0)))
    assert is_near(card.getpixel((600, 300)), (192, 224, 200))


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "I;16", "1"])
def test_pictures_of_every_kind_become_cards(tmp_path, mode):
    name = "a.jpg" if mode == "CMYK" else "a.png"
    made(tmp_path, Image.new(mode, (1300, 700)), name)


def test_a_picture_is_turned_as_it_was_taken_and_says_nothing_of_where(tmp_path):
    image = Image.new("RGB", (700, 1300), "#204060")
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "A telephone"
    card = made(tmp_path, image, "a.jpg", exif=exif)
    assert is_near(card.getpixel((5, 5)), (32, 64, 96))
    assert not card.getexif()


@pytest.mark.parametrize("data", [b"", b"no picture", b"\xff\xd8\xff\xe0" + b"\x00" * 30, b"<svg/>"])
def test_what_cannot_be_opened_is_said(tmp_path, data):
    (tmp_path / "a.jpg").write_bytes(data)
    with pytest.raises(PictureError):
        crop_picture(tmp_path / "a.jpg", GROUND)


def test_a_picture_that_breaks_off_is_said(tmp_path):
    image = io.BytesIO()
    Image.effect_noise((1300, 700), 90).convert("RGB").save(image, "JPEG")
    (tmp_path / "a.jpg").write_bytes(image.getvalue()[:9000])
    with pytest.raises(PictureError):
        crop_picture(tmp_path / "a.jpg", GROUND)
