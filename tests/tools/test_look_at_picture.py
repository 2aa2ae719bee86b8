"""What is seen when a photograph is looked at, and what is said of one that cannot be shown."""

from __future__ import annotations

import pytest
from PIL import Image

from plugins.tools.look_at_picture import look_at
from plugins.tools.open_picture import opened
from plugins.tools.photograph import PictureError
from tests.tools import samples

JPEG = samples.data_of(samples.scene(), "JPEG")
PNG = samples.data_of(samples.scene(), "PNG")


def hole() -> bytes:
    picture = samples.scene(1000, 800).convert("RGBA")
    picture.putpixel((3, 3), (0, 0, 0, 0))
    return samples.data_of(picture, "PNG")


def noisy() -> Image.Image:
    return Image.effect_noise((300, 200), 60).convert("RGB")


@pytest.mark.parametrize(
    ("name", "data", "size", "color", "ending"),
    [
        ("a.jpg", JPEG, (640, 480), "47b", "jpg"),
        ("a.JPEG", JPEG, (640, 480), "47b", "jpg"),
        ("upright.jpg", samples.from_a_phone(6), (480, 640), "47b", "jpg"),
        ("mirrored.jpg", samples.from_a_phone(2), (640, 480), "47b", "jpg"),
        ("few-colors.png", PNG, (640, 480), "47b", "png"),
        ("many-colors.png", samples.data_of(noisy(), "PNG"), (300, 200), None, "jpg"),
        ("palette.png", samples.data_of(samples.scene().quantize(8), "PNG"), (640, 480), "47b", "png"),
        ("opaque.png", samples.data_of(noisy().convert("RGBA"), "PNG"), (300, 200), None, "jpg"),
        ("hole.png", hole(), (1000, 800), "", "png"),
        ("print.jpg", samples.data_of(samples.scene().convert("CMYK"), "JPEG"), (640, 480), "47b", "jpg"),
        ("scan.png", samples.gray_of_16_bits(), (256, 256), None, "jpg"),
        ("fax.png", samples.data_of(Image.new("1", (64, 64), 1), "PNG"), (64, 64), "fff", "png"),
        ("a.webp", samples.data_of(samples.scene(), "WEBP"), (640, 480), "47b", "jpg"),
        ("a.avif", samples.data_of(samples.scene(), "AVIF"), (640, 480), "47b", "jpg"),
        ("dot.png", samples.data_of(Image.new("RGB", (1, 1), (255, 0, 0)), "PNG"), (1, 1), "f00", "png"),
        ("long.jpg", samples.data_of(Image.new("L", (12_000, 3), 0), "JPEG"), (12_000, 3), "000", "jpg"),
    ],
)
def test_size_color_and_kind_are_those_that_people_see(tmp_path, name, data, size, color, ending):
    seen = look_at(samples.write(tmp_path, name, data))
    assert ((seen.width, seen.height), seen.ending) == (size, ending)
    assert color in (None, seen.color)


@pytest.mark.parametrize(
    ("name", "data", "what", "cure"),
    [
        ("cut.jpg", JPEG[: len(JPEG) // 2], "damaged or cut off", "Copy it again"),
        ("head.jpg", JPEG[:40], "damaged or cut off", "Copy it again"),
        ("cut.png", PNG[: len(PNG) // 2], "damaged or cut off", "Copy it again"),
        ("cut.webp", samples.data_of(noisy(), "WEBP")[:2000], "damaged or cut off", "Copy it again"),
        ("cut.avif", samples.data_of(noisy(), "AVIF")[:2000], "damaged or cut off", "Copy it again"),
        ("cut.gif", samples.moving("GIF", 80)[:600], "damaged or cut off", "Copy it again"),
        ("empty.jpg", b"", "is empty", "Copy it again"),
        ("phone.jpg", samples.HEIC, "is a HEIC picture", "Most Compatible"),
        ("page.jpg", b"<!doctype html><title>Not found</title>", "holds no picture", "export it as a JPEG"),
        ("scan.jpg", samples.data_of(samples.scene(), "TIFF"), "holds no picture", "export it as a JPEG"),
        ("wrong.jpg", PNG, 'is a PNG, though its name ends with ".jpg"', "Rename it to wrong.png"),
        ("wrong.png", JPEG, 'is a JPEG, though its name ends with ".png"', "Rename it to wrong.jpg"),
        ("bomb.png", samples.bomb(), "more pixels than any page can use", "12,000 pixels"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named_with_its_cure(tmp_path, name, data, what, cure):
    path = samples.write(tmp_path, name, data)
    with pytest.raises(PictureError) as error:
        look_at(path)
    assert what in error.value.what
    assert cure in error.value.cure


def test_a_picture_of_more_pixels_than_our_own_limit_is_not_opened(tmp_path):
    path = samples.write(tmp_path, "a.png", samples.data_of(Image.new("1", (12_300, 12_300)), "PNG"))
    with pytest.raises(PictureError, match="12300 × 12300 pixels"), opened(path):
        pass


@pytest.mark.parametrize(
    ("name", "data", "seconds", "moves"),
    [
        ("a.gif", samples.moving("GIF", 80), 0.4, True),
        ("slow.gif", samples.moving("GIF", 1500), 7.5, False),
        ("hurried.gif", samples.moving("GIF", 0), 0.5, True),
        ("a.webp", samples.moving("WEBP", 80), 0.4, True),
        ("a.png", samples.moving("PNG", 80), 0.4, True),
        ("still.gif", samples.data_of(samples.scene(), "GIF"), 0, False),
    ],
)
def test_what_moves_is_timed(tmp_path, name, data, seconds, moves):
    seen = look_at(samples.write(tmp_path, name, data))
    assert (round(seen.seconds, 2), seen.moves) == (seconds, moves)
