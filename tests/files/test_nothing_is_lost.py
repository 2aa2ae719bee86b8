"""In a folder that people use, every file is on the site or named in the report."""

from __future__ import annotations

import pytest

PAGES = {
    "posts/plain.md": "news/plain/",
    "posts/2026/10/nested.md": "news/nested/",
    "posts/with spaces & more.md": "news/with-spaces-more/",
    "posts/text.mkd": "news/text/",
    "pages/sub/folder/page.md": "page/",
    "programs/sub/program.md": "programs/program/",
}
# Photographs that a page shows, and what their copies' names begin with.
SHOWN = {"images/IMG_1.JPG": "img-1-", "images/deep/er/a.png": "a-"}
FOR_PEOPLE = {"README.md", "posts/README.md", "library.toml"}


@pytest.fixture(scope="module")
def messy(site):
    return site("messy")


@pytest.fixture(scope="module")
def named(messy):
    return {one["file"]: one for one in messy.report["problems"]}


def test_every_file_is_on_the_site_or_named(messy, named, root):
    content = root / "tests/sites/messy/content"
    for path in sorted(content.rglob("*")):
        file = path.relative_to(content).as_posix()
        if path.is_dir() or file in FOR_PEOPLE or any(part.startswith(".") for part in file.split("/")):
            continue
        copied = (messy.output / file).is_file() or file in SHOWN
        assert copied or file in PAGES or file in named, file


@pytest.mark.parametrize(("file", "address"), PAGES.items())
def test_texts_are_found_at_any_depth(messy, file, address):
    assert "Text." in messy.read(address)


@pytest.mark.parametrize(
    "file",
    [
        "files/letter.docx",
        "files/a form.pdf",
        "files/deep/minutes.pdf",
        "images/plan.svg",
    ],
)
def test_files_are_copied_as_they_are(messy, root, file):
    assert (messy.output / file).read_bytes() == (root / "tests/sites/messy/content" / file).read_bytes()


@pytest.mark.parametrize(("file", "name"), SHOWN.items())
def test_of_photographs_there_are_copies_and_not_the_file_itself(messy, file, name):
    copies = [path.name for path in (messy.output / "images").iterdir() if path.name.startswith(name)]
    assert len(copies) == 3
    assert not (messy.output / file).exists()


@pytest.mark.parametrize(
    ("file", "rule", "severity"),
    [
        ("posts/stray.txt", "files.unused", "note"),
        ("posts/photo.jpg", "files.unused", "note"),
        ("posts/UPPER.MD", "files.unused", "note"),
        ("files/setup.exe", "files.type", "warning"),
        ("files/noending", "files.type", "warning"),
        ("files/page.html", "files.type", "warning"),
        ("images/scan.tiff", "files.type", "warning"),
        ("images/from a phone.heic", "files.type", "warning"),
        ("images/later.jpg", "images.unused", "note"),
        ("images/bad.svg", "files.unsafe-svg", "error"),
        ("pages/page.docx", "files.unused", "note"),
        ("programs/list.xlsx", "files.unused", "note"),
        ("events/old.xlsx", "files.unused", "note"),
        ("events/sub/more.csv", "files.unused", "note"),
        ("data/table.csv", "infographics.unused-table", "note"),
        ("notes.odt", "files.unused", "note"),
        ("library.toml.bak", "files.unused", "note"),
    ],
)
def test_what_is_not_published_is_named_with_its_cure(messy, named, file, rule, severity):
    problem = named[file]
    assert (problem["rule"], problem["severity"]) == (rule, severity)
    assert problem["cure"]
    assert not (messy.output / file).exists()


def test_the_counts_add_up(messy):
    counts = messy.report["counts"]
    assert (counts["files"]["read"], counts["files"]["published"], counts["files"]["left_out"]) == (6, 3, 3)
    assert (counts["images"]["read"], counts["images"]["published"], counts["images"]["left_out"]) == (7, 3, 4)
    for kind in counts.values():
        assert kind["read"] == sum(kind[part] for part in ("published", "waiting", "drafts", "left_out"))


def test_nothing_of_the_content_folder_itself_is_public(messy):
    names = {path.name for path in messy.output.rglob("*")}
    assert not names & {"README.md", "library.toml", "all.csv", ".DS_Store", "plain.md"}
