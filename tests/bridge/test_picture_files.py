"""Photographs on a site: their copies are made once, again when they change, and gone when no page shows them."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.tools import samples

POST = "---\ntitle: {title}\ndate: 2026-01-01\n{facts}---\n\nText.\n\n{text}\n"
RIVER = '![A river](images/river.jpg "In May. Credit: Ann")'


def photograph(color: tuple[int, int, int] = (90, 120, 160)) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Phonemaker"
    return samples.data_of(Image.new("RGB", (500, 300), color), "JPEG", exif=exif)


@pytest.fixture
def content(tmp_path):
    content = tmp_path / "content"
    for folder in ("posts", "images"):
        (content / folder).mkdir(parents=True)
    (content / "library.toml").write_text('name = "Small"\naddress = "https://small.example/"\n', "utf-8")
    (content / "images/river.jpg").write_bytes(photograph())
    write(content, "one", RIVER)
    return content


def write(content: Path, name: str, text: str, facts: str = "") -> None:
    (content / f"posts/{name}.md").write_text(POST.format(title=name, text=text, facts=facts), "utf-8")


@pytest.fixture
def make(build, content):
    """Return what builds, and returns the report and which files were written and not taken over."""

    def made(*options: str):
        output = content.parent / "output"
        before = {path: path.stat().st_ino for path in output.rglob("*") if path.is_file()}
        done = build("--content", str(content), "--now", "2026-02-02T10:00", *options)
        assert done.code == 0, done.said
        after = {path: path.stat().st_ino for path in output.rglob("*") if path.is_file()}
        done.report["made"] = {
            re.sub("-[0-9a-f]{10}-", "-", path.relative_to(output).as_posix())
            for path, place in after.items()
            if before.get(path) != place
        }
        return done

    return made


def images(made) -> set[str]:
    return {path.name for path in (made.output / "images").glob("*")}


# What is loaded to look at pictures and to make copies (docutils, which Pelican loads, brings a part of Pillow along).
MAKERS = ("tools.open_picture", "look_at_picture", "tools.shrink")
COPIES = {f"images/river-{width}.{ending}" for width in (480, 500) for ending in ("avif", "webp", "jpg")}


def test_an_unchanged_picture_costs_nothing_and_a_changed_one_makes_what_shows_it_anew(make, content):
    assert make().report["made"] >= COPIES
    write(content, "two", "No picture.")
    assert not {name for name in make().report["made"] if name.startswith("images/")}
    before = images(make())
    (content / "images/river.jpg").write_bytes(photograph((160, 60, 40)))
    again = make()
    assert {*COPIES, "news/one/index.html"} <= again.report["made"]
    assert "news/two/index.html" not in again.report["made"]
    assert not images(again) & before
    assert all(f"/{name}" in again.read("news/one/") for name in images(again))


def test_a_picture_that_no_page_shows_is_not_on_the_site_and_said_on_request(make, content):
    write(content, "one", "No picture.")
    made = make("--notes")
    assert images(made) == set()
    assert [one["rule"] for one in made.report["problems"] if one["file"] == "images/river.jpg"] == ["images.unused"]
    counts = made.report["counts"]["images"]
    assert (counts["read"], counts["published"], counts["left_out"]) == (1, 0, 1)
    write(content, "one", RIVER)
    assert len(images(make())) == 6
    write(content, "one", RIVER, facts="status: draft\n")
    assert images(make()) == set()


def test_a_whole_build_makes_the_same_bytes_and_makes_no_picture_again(make, content, root):
    first = make()
    kept = {path: path.stat().st_mtime_ns for path in (root / ".cache/pictures").rglob("*.avif")}
    before = {path.name: path.read_bytes() for path in (first.output / "images").iterdir()}
    again = make("--no-cache")
    assert {path.name: path.read_bytes() for path in (again.output / "images").iterdir()} == before
    assert {path: path.stat().st_mtime_ns for path in kept} == kept


def test_a_fact_names_the_picture_at_the_head_of_a_post(make, content):
    facts = 'image: images/river.jpg\nimage_alt: "A <wide> river"\nimage_credit: Ann\n'
    write(content, "one", "No picture in the text.", facts)
    page = make().read("news/one/")
    assert 'class="u-photo tint r-5 g-7 b-9"' in page
    assert 'alt="A &lt;wide&gt; river"' in page
    assert '<figcaption><span class="credit">Ann</span></figcaption>' in page
    write(content, "one", RIVER, facts)
    assert make().read("news/one/").count("<img ") == 1


# The facts of a post, and what is said of them.
FACTS = {
    "none": ("image: images/river.jpg\n", ("images.no-alt", "image_alt", 4)),
    "name": ("image: images/river.jpg\nimage_alt: river.jpg\n", ("images.no-alt", "image_alt", 4)),
    "gone": ("image: images/none.jpg\nimage_alt: A river\n", ("images.missing", "image", 4)),
    "cut": ("image: images/cut.jpg\nimage_alt: A river\n", ("images.unusable", "image", 4)),
    "far": ("image: https://a.example/x.jpg\nimage_alt: A river\n", ("images.remote", "image", 4)),
    "good": ("image: images/river.jpg\nimage_alt: decorative\n", None),
}


def test_a_fact_that_cannot_be_shown_is_named_and_the_page_is_made_without_it(make, content):
    (content / "images/cut.jpg").write_bytes(photograph()[:400])
    for name, (facts, _) in FACTS.items():
        write(content, name, "No picture in the text.", facts)
    made = make()
    problems = [one for one in made.report["problems"] if one["severity"] != "note"]
    found = {one["file"]: (one["rule"], one["column"], one["line"]) for one in problems}
    assert found == {f"posts/{name}.md": said for name, (_, said) in FACTS.items() if said}
    assert [name for name in FACTS if "<img " in made.read(f"news/{name}/")] == ["good"]


def test_bad_pictures_are_named_by_file_and_line_and_every_page_is_made(make, content):
    bad = {
        "cut.jpg": photograph()[:400],
        "phone.jpg": samples.HEIC,
        "wrong.png": photograph(),
        "bomb.png": samples.bomb(),
    }
    bad["script.svg"] = b"<svg><script>alert(1)</script></svg>"
    for name, data in bad.items():
        (content / "images" / name).write_bytes(data)
    write(content, "bad", "\n\n".join(f"![Seen in {name[:3]}](images/{name})" for name in bad))
    made = make()
    found = {
        one["value"]: (one["line"], one["cure"]) for one in made.report["problems"] if one["rule"] == "images.unusable"
    }
    assert {name: line for name, (line, _) in found.items()} == {
        f"images/{name}": 8 + 2 * at for at, name in enumerate(bad)
    }
    assert all(cure for _, cure in found.values())
    page = made.read("news/bad/")
    assert "<img " not in page
    assert "<em>Seen in cut</em>" in page
    assert "<img " in made.read("news/one/")


def test_posts_from_elsewhere_keep_pictures_without_words(build, content, tmp_path):
    posts = tmp_path / "elsewhere"
    (content / "posts").rename(posts)
    (posts / "one.md").write_text(POST.format(title="one", facts="", text="![](images/river.jpg)"), "utf-8")
    made = build("--content", str(content), "--posts", str(posts), "--now", "2026-02-02T10:00", "--strict")
    assert made.code == 0, made.said
    assert [one["severity"] for one in made.report["problems"] if one["rule"] == "images.no-alt"] == ["warning"]
    assert 'alt=""' in made.read("news/one/")


def test_a_picture_without_words_stops_publishing(build, content):
    write(content, "one", "![](images/river.jpg)")
    assert build("--content", str(content), "--now", "2026-02-02T10:00", "--strict").code != 0


def test_readers_of_feeds_get_one_picture_with_its_whole_address(make):
    made = make()
    for form in ("rss", "atom"):
        text = made.read(f"feeds/news.{form}.xml").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
        assert re.search(r'<img [^>]*src="https://small\.example/images/river-[0-9a-f]{10}-500\.jpg"', text)
        assert "srcset" not in text
        assert "<source" not in text


def test_a_site_without_photographs_does_not_load_what_makes_them(build, content, monkeypatch):
    write(content, "one", "No picture.")
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    said = build("--content", str(content), "--no-cache").said
    assert "pelican.generators" in said
    assert not any(name in said for name in MAKERS)


def test_a_site_with_photographs_that_are_known_does_not_either(build, content, monkeypatch):
    build("--content", str(content), "--no-cache")
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    said = build("--content", str(content), "--no-cache").said
    assert not any(name in said for name in MAKERS)


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor has no workers")
def test_many_pictures_come_out_the_same_on_any_number_of_processors(make, content, monkeypatch):
    for number in range(5):
        data = samples.data_of(Image.effect_noise((40 + number, 30), 50), "PNG")
        (content / f"images/n{number}.png").write_bytes(data)
    write(content, "one", "\n\n".join(f"![Noise of kind {number}](images/n{number}.png)" for number in range(5)))
    made = make()
    for path in (made.output / "images").glob("*.avif"):
        assert Image.open(io.BytesIO(path.read_bytes())).height == 30
    assert len(images(made)) == 15
