"""What was seen of a photograph and its copies are kept by content; what is not exactly ours is made again."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

import pytest
from PIL import Image

from plugins.bridge.picture_store import PictureStore
from plugins.tools.photograph import PictureError


def print_of(path: Path) -> str:
    return blake2b(path.read_bytes(), digest_size=16).hexdigest()


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "a.jpg"
    Image.new("RGB", (60, 40), (90, 120, 60)).save(path)
    return path


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "kept"


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_another_build_finds_what_one_has_made(picture, kept):
    first = PictureStore(kept, print_of)
    made = first.make(picture)
    assert list(made) == ["60.avif", "60.webp", "60.jpg"]
    second = PictureStore(kept, print_of)
    assert second.look(picture) == first.look(picture)
    assert {name: second.kept(picture, name) for name in made} == made
    assert len(files(kept)) == 4


def test_the_same_content_is_made_once_whatever_its_name(picture, kept, tmp_path):
    PictureStore(kept, print_of).make(picture)
    again = tmp_path / "b.jpg"
    again.write_bytes(picture.read_bytes())
    assert PictureStore(kept, print_of).kept(again, "60.avif") is not None


@pytest.mark.parametrize(
    "harm",
    [
        lambda _: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data[:30] + bytes([data[30] ^ 1]) + data[31:],
        lambda data: data + b"x",
    ],
    ids=["empty", "cut short", "the last byte gone", "tampered with", "longer"],
)
def test_what_is_not_as_it_was_made_counts_as_lost_and_never_crashes(picture, kept, harm):
    made = PictureStore(kept, print_of).make(picture)
    seen = PictureStore(kept, print_of).look(picture)
    for path, data in files(kept).items():
        path.write_bytes(harm(data))
    store = PictureStore(kept, print_of)
    assert [store.kept(picture, name) for name in made] == [None, None, None]
    assert store.look(picture) == seen
    assert store.make(picture) == made
    assert store.kept(picture, "60.jpg") == made["60.jpg"]


def test_a_copy_in_the_place_of_another_counts_as_lost(picture, kept):
    PictureStore(kept, print_of).make(picture)
    one = next(kept.rglob("60.avif"))
    one.write_bytes(one.with_name("60.webp").read_bytes())
    assert PictureStore(kept, print_of).kept(picture, "60.avif") is None


def test_what_another_version_kept_is_thrown_away(picture, kept):
    other = kept / "0123"
    other.mkdir(parents=True)
    (other / "a").write_bytes(b"x")
    store = PictureStore(kept, print_of)
    store.make(picture)
    store.tidy()
    assert not other.exists()
    assert store.kept(picture, "60.jpg") is not None


def test_that_a_picture_cannot_be_shown_is_kept_too_but_not_for_another_name(picture, kept, tmp_path):
    wrong = tmp_path / "wrong.png"
    wrong.write_bytes(picture.read_bytes())
    for _ in range(2):
        with pytest.raises(PictureError, match=r"is a JPEG, though its name ends with \".png\""):
            PictureStore(kept, print_of).look(wrong)
    assert PictureStore(kept, print_of).look(picture)[0].width == 60


@pytest.mark.parametrize("folder", [None, Path("/proc/nowhere")], ids=["none", "one that cannot be written"])
def test_where_nothing_can_be_kept_all_is_made_the_same(picture, folder):
    store = PictureStore(folder, print_of)
    assert list(store.make(picture)) == ["60.avif", "60.webp", "60.jpg"]
    assert store.kept(picture, "60.jpg") is None
