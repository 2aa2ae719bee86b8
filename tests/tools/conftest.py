"""What the tests of tools share: a small library, and its content folder with a picture, a drawing and a form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Library, Topic
from plugins.tools import body
from plugins.tools.body import Body
from plugins.tools.content_files import ContentFiles
from plugins.tools.markdown import DEFAULTS, Converter
from plugins.tools.source import Source


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(
        name="Juniper County Library",
        time_zone=ZoneInfo("America/Denver"),
        languages=("en", "es"),
        branches=(
            Branch(id="central", name=Phrase(default="Central Library")),
            Branch(id="mill-street", name=Phrase(default="Mill Street")),
        ),
        audiences=(Audience(id="adults", name=Phrase(default="Adults")),),
        topics=(Topic(id="stories", name=Phrase(default="Stories")), Topic(id="music", name=Phrase(default="Music"))),
    )


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a content folder with one file of each kind that a text may name."""
    root = tmp_path_factory.mktemp("content")
    for folder in ("images", "files", "posts", "events"):
        (root / folder).mkdir()
    Image.new("RGB", (40, 30)).save(root / "images/beans.png")
    (root / "images/cut.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (root / "images/bad.svg").write_text("<svg><script>", encoding="utf-8")
    (root / "images/a.heic").write_bytes(b"")
    (root / "images/two words.svg").write_text('<svg viewBox="0 0 12 8"></svg>', encoding="utf-8")
    (root / "posts/beside.png").write_bytes((root / "images/beans.png").read_bytes())
    (root / "files/form.pdf").write_bytes(bytes(27_500))
    (root / "files/big.zip").write_bytes(bytes(3 * 1024 * 1024))
    (root / "files/tiny.csv").write_bytes(b"a,b")
    (root / "posts/other.md").write_text("Title: Other\n\nText", encoding="utf-8")
    (root / "events/private.csv").write_text("title,date", encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def render(content: Path) -> Callable[[str], Body]:
    """Return what renders a text that begins on line 5 of posts/a.md."""
    convert = Converter(DEFAULTS)

    def render_text(text: str) -> Body:
        source = Source(text=text, file="posts/a.md", line=5, folder="posts")
        return body.render(source, convert=convert, files=ContentFiles(root=content))

    return render_text
