"""Files that a text names: found in the content folder, never outside it."""

from __future__ import annotations

import pytest

from plugins.tools.content_files import ContentFiles


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
