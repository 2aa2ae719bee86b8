"""Files that a text names: found in the content folder, never outside it, with the size of a picture."""

from __future__ import annotations

import pytest
from PIL import Image

from plugins.tools.content_files import ContentFiles, picture_size


@pytest.mark.parametrize(
    ("address", "folder", "expected"),
    [
        ("images/beans.png", "", "images/beans.png"),
        ("/images/beans.png", "posts", "images/beans.png"),
        ("beside.png", "posts", "posts/beside.png"),
        ("../images/beans.png", "posts", "images/beans.png"),
        ("images/two%20words.svg", "", "images/two%20words.svg"),
        ("images/two words.svg", "", "images/two%20words.svg"),
        ("images/beans.png?a=1#b", "", "images/beans.png"),
        ("images", "", None),
        ("", "", None),
        ("none.png", "posts", None),
        ("../../etc/hostname", "posts", None),
        ("%2e%2e/%2e%2e/etc/hostname", "", None),
    ],
)
def test_a_file_is_found_from_the_top_or_beside_the_text(content, address, folder, expected):
    found = ContentFiles(root=content).find(address, folder)
    assert (found.address if found else None) == expected


def test_a_link_out_of_the_folder_is_not_followed(content, tmp_path):
    (tmp_path / "secret.png").write_bytes(b"x")
    link = content / "images/link.png"
    link.symlink_to(tmp_path / "secret.png")
    assert ContentFiles(root=content).find("images/link.png") is None
    link.unlink()


@pytest.mark.parametrize(
    ("address", "folders", "is_offered"),
    [
        ("images/beans.png", ("files", "images"), True),
        ("posts/beside.png", ("files", "images"), False),
        ("posts/beside.png", ("files", "images", "posts"), True),
        ("events/private.csv", ("files", "images"), False),
    ],
)
def test_only_files_that_are_copied_are_offered(content, address, folders, is_offered):
    assert (ContentFiles(root=content, folders=folders).offered(address) is not None) is is_offered


@pytest.mark.parametrize(
    ("svg", "expected"),
    [
        ('<svg width="120" height="80">', (120, 80)),
        ("<svg width='12.6px' height='8pt'>", (13, 8)),
        ('<svg viewBox="0 0 300 150.5">', (300, 150)),
        ('<?xml version="1.0"?><!-- a -->\n<svg\n viewBox="0,0,30,15">', (30, 15)),
        ('<svg width="100%" height="100%" viewBox="0 0 30 15">', (30, 15)),
        ('<svg width="10em" height="5em" viewBox="0 0 30 15">', (30, 15)),
        ('<svg viewBox="0 0">', None),
        ('<svg viewBox="">', None),
        ('<svg width="." height=".">', None),
        ("<svg>", None),
        ("no drawing", None),
    ],
)
def test_the_size_of_a_drawing(tmp_path, svg, expected):
    path = tmp_path / "a.svg"
    path.write_text(svg, encoding="utf-8")
    assert picture_size(path) == expected


def test_the_size_of_a_photograph(tmp_path):
    for name in ("a.png", "a.jpg", "a.webp", "a.gif"):
        Image.new("RGB", (31, 17)).save(tmp_path / name)
        assert picture_size(tmp_path / name) == (31, 17)
    (tmp_path / "b.png").write_bytes(b"not a picture")
    assert picture_size(tmp_path / "b.png") is None
