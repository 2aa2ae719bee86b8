"""Which words tell people what a picture shows, and which only that there is one."""

from __future__ import annotations

import pytest

from plugins.tools.alt_text import is_decorative, refusal


@pytest.mark.parametrize(
    ("words", "file", "caption"),
    [
        ("Two children planting beans", "images/beans.jpg", ""),
        ("Two children planting beans", "images/two-children-planting-beans.jpg", ""),
        ("Map", "images/map.png", ""),
        ("A kettle", "images/kettle.svg", "Most of what we mended"),
        ("Photo of the mayor cutting a ribbon", "images/IMG_1.jpg", ""),
        ("Our image of the river, 1902", "images/river.jpg", ""),
        ("Page 3 of the minutes", "images/p3.jpg", ""),
        ("Estantes con libros", "images/a.jpg", ""),
        ("书架", "images/a.jpg", ""),
    ],
)
def test_words_that_tell_something_are_kept(words, file, caption):
    assert refusal(words, file, caption) == ""


@pytest.mark.parametrize(
    ("words", "file", "caption", "why"),
    [
        ("", "images/a.jpg", "", "no words"),
        ("  ", "images/a.jpg", "", "no words"),
        ("beans", "images/beans.jpg", "", "name of a file"),
        ("Beans.JPG", "images/beans.jpg", "", "name of a file"),
        ("IMG_2034", "images/beans.jpg", "", "name of a file"),
        ("DSC01234", "images/beans.jpg", "", "name of a file"),
        ("PXL_20260512_101112345", "images/beans.jpg", "", "name of a file"),
        ("Screenshot 2026-05-12 at 10.11.12", "images/beans.jpg", "", "name of a file"),
        ("old-name.png", "images/beans.jpg", "", "name of a file"),
        ("image", "images/beans.jpg", "", "that there is a picture"),
        ("Picture", "images/beans.jpg", "", "that there is a picture"),
        ("A photo.", "images/beans.jpg", "", "that there is a picture"),
        ("Foto", "images/beans.jpg", "", "that there is a picture"),
        ("logo", "images/beans.jpg", "", "that there is a picture"),
        ("Beans in May", "images/beans.jpg", "Beans in May.", "once more"),
        ("beans in may", "images/beans.jpg", "Beans, in May", "once more"),
    ],
)
def test_words_that_tell_nothing_are_refused(words, file, caption, why):
    assert why in refusal(words, file, caption)


@pytest.mark.parametrize(
    ("words", "expected"), [("decorative", True), (" Decorative ", True), ("", False), ("A decorative border", False)]
)
def test_a_picture_is_decorative_when_somebody_says_so(words, expected):
    assert is_decorative(words) is expected
