"""A site is dressed for the web: what is the same stays the same file, and hosts hear of the names it goes out with."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from plugins.bridge.staging import Staging
from plugins.commands.publishing.dress import Dressed, Dressing, dress
from plugins.commands.publishing.pack_store import PackStore
from plugins.commands.publishing.references import Place

PAGE = '<link href="theme/a.css"><p>theme/a.css is a style.</p>' + "<p>Words.</p>" * 40
FILES = {
    "index.html": PAGE.encode(),
    "theme/a.css": b"p {\n  background: url(i.png);\n}\n" * 9,
    "theme/i.png": b"\x89PNG",
    "files/form.pdf": b"%PDF",
    "_headers": b"as it was built",
    "latin.txt": b"caf\xe9 " * 99,
}


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    for file, data in FILES.items():
        path = tmp_path / "plain" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "plain"


def dressed(plain: Path) -> Dressed:
    """Dress the site, and put it in the last one's place."""
    last, staging = plain.with_name("site"), Staging(plain.with_name("new"), plain.with_name("site"))
    told = Dressing(
        plain=plain,
        last=last,
        staging=staging,
        place=Place(address="https://library.example/"),
        store=PackStore(plain.with_name("packed")),
        theme=plain,
        for_hosts=lambda files: {"_headers": "\n".join(sorted(files)).encode()},
    )
    made = dress(told)
    staging.finish()
    if last.exists():
        last.rename(plain.with_name(f"site-before-{len(list(plain.parent.iterdir()))}"))
    plain.with_name("new").rename(last)
    return made


def times(plain: Path) -> dict[str, int]:
    site = plain.with_name("site")
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def test_names_and_what_names_them_change_and_prose_does_not(plain: Path):
    made = dressed(plain)
    style = next(file for file in made.manifest.files if re.fullmatch(r"theme/a\.[0-9a-f]{10}\.css", file))
    picture = next(file for file in made.manifest.files if re.fullmatch(r"theme/i\.[0-9a-f]{10}\.png", file))
    page = (plain.with_name("site") / "index.html").read_text("utf-8")
    assert f'<link href="{style}"><p>theme/a.css is a style.</p>' in page
    assert (plain.with_name("site") / style).read_text("utf-8") == f"p{{background:url({picture.partition('/')[2]})}}"
    told = (plain.with_name("site") / "_headers").read_text("utf-8").splitlines()
    assert {style, picture, "files/form.pdf", "index.html"} <= set(told)


def test_what_is_no_utf_8_goes_out_as_it_came(plain: Path):
    dressed(plain)
    assert (plain.with_name("site") / "latin.txt").read_bytes() == FILES["latin.txt"]


def test_what_is_the_same_keeps_its_time_and_is_the_same_file(plain: Path):
    dressed(plain)
    before = times(plain)
    for file in FILES:
        # Built anew, with the same bytes.
        data = (plain / file).read_bytes()
        (plain / file).unlink()
        (plain / file).write_bytes(data)
    dressed(plain)
    assert times(plain) == before


def test_where_a_disk_gives_files_one_name_only_they_keep_their_time_all_the_same(
    plain: Path, monkeypatch: pytest.MonkeyPatch
):
    def refused(*_: object, **__: object) -> None:
        raise OSError("no second names here")

    monkeypatch.setattr(os, "link", refused)
    first = dressed(plain)
    before = times(plain)
    second = dressed(plain)
    assert times(plain) == before
    assert first.manifest == second.manifest


def test_what_is_gone_goes_with_its_packed_copies(plain: Path):
    dressed(plain)
    assert "index.html.br" in times(plain)
    (plain / "index.html").unlink()
    dressed(plain)
    assert not any(file.startswith("index.html") for file in times(plain))


def test_a_style_that_cannot_be_read_is_told_by_its_theme(plain: Path):
    (plain / "theme/a.css").write_bytes(b"}")
    (plain / "static").mkdir()
    (plain / "static/a.css").write_text("p { color: red }\n}", encoding="utf-8")
    assert [(one.file, one.line) for one in dressed(plain).problems] == [("plain/static/a.css", 2)]
