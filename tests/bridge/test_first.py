"""While the site is served, the page somebody looks at is shown before the rest of a build is made."""

from __future__ import annotations

import shutil

from plugins.bridge.course import Course
from plugins.bridge.first import FEW, First
from plugins.bridge.staging import files_of
from plugins.commands.asked import Asked
from plugins.commands.build import make
from plugins.commands.exchange import staging_of
from plugins.styles.plugin import STYLE


def test_the_pages_that_are_open_go_first_and_a_few_others(tmp_path):
    first = First(tmp_path, lambda: ["a.html"], lambda: None)
    first.wait()
    assert [first.wants(f"{number}.html") for number in range(FEW + 2)] == [True] * FEW + [False] * 2
    assert first.wants("a.html")


def test_a_shown_file_takes_the_place_of_the_old_one_and_the_browser_is_told_of_an_open_one(tmp_path):
    live, staged, told = tmp_path / "live", tmp_path / "staged", []
    for folder, word in ((live, "old"), (staged, "new")):
        (folder / "news").mkdir(parents=True)
        (folder / "news/a.html").write_text(word)
    (staged / "more").mkdir()
    (staged / "more/b.html").write_text("new")
    first = First(live, lambda: ["news/a.html"], lambda: told.append((live / "news/a.html").read_text()))
    first.wait()
    first.show("more/b.html", staged)
    assert ((live / "more/b.html").read_text(), told) == ("new", [])
    first.show("news/a.html", staged)
    assert told == ["new"]
    assert sorted(path.name for path in live.rglob("*.*")) == ["a.html", "b.html"]


def test_a_page_whose_pictures_are_not_there_yet_comes_with_the_rest(tmp_path):
    live, staged, told = tmp_path / "live", tmp_path / "staged", []
    for folder in (live / "images", staged):
        folder.mkdir(parents=True)
    copies = ("images/river-0123456789-480.avif", "images/river-0123456789-moving.webp")
    (staged / "a.html").write_text(f'<source srcset="{copies[0]} 480w"><img src="../{copies[1]}">')
    first = First(live, lambda: ["a.html"], lambda: told.append("shown"))
    first.wait()
    first.show("a.html", staged)
    (live / copies[0]).write_bytes(b"")
    first.show("a.html", staged)
    assert (told, (live / "a.html").exists()) == ([], False)
    (live / copies[1]).write_bytes(b"")
    first.show("a.html", staged)
    assert told == ["shown"]


def test_a_build_shows_the_open_page_while_the_others_are_still_the_old_ones(tmp_path, root):
    content, theme, live = tmp_path / "content", tmp_path / "theme", tmp_path / "live"
    (content / "posts").mkdir(parents=True)
    (content / "library.toml").write_text('name = "Small"\n', "utf-8")
    names = [f"post-{number:02}" for number in range(FEW + 30)]
    for name in names:
        (content / f"posts/{name}.md").write_text(f"---\ntitle: {name}\ndate: 2026-01-01\n---\n\nText.\n", "utf-8")
    shutil.copytree(root / "theme", theme)
    asked = Asked(content=str(content), theme=str(theme), output=str(live), now="2026-02-02T10:00")
    make(root, asked, Course())
    template = theme / "templates/partials/footer.html"
    template.write_text(f"{template.read_text('utf-8')}<!-- changed -->", "utf-8")
    seen = []

    def look():
        pages = [live / f"news/{name}/index.html" for name in names]
        seen.append([path.parent.name for path in pages if "<!-- changed -->" in path.read_text("utf-8")])

    first = First(live, lambda: [f"news/{names[7]}/index.html"], look)
    assert make(root, asked, Course(), first).report.is_published
    assert len(seen) == 1
    assert names[7] in seen[0]
    assert len(seen[0]) <= FEW + 1
    look()
    assert seen[1] == names
    # The next save finds the folder of its site as it needs it.
    assert dict(files_of(staging_of(live))) == dict(files_of(live))


def test_a_style_is_shown_before_any_content_is_read_and_once(tmp_path, root):
    content, theme, live = tmp_path / "content", tmp_path / "theme", tmp_path / "live"
    (content / "posts").mkdir(parents=True)
    (content / "library.toml").write_text('name = "Small"\n', "utf-8")
    shutil.copytree(root / "theme", theme)
    asked = Asked(content=str(content), theme=str(theme), output=str(live), now="2026-02-02T10:00")
    make(root, asked, Course())
    (theme / "static/css/print.css").write_text("@layer print { p { --new: 1 } }", "utf-8")
    (content / "posts/a.md").write_text("---\ntitle: A\ndate: 2026-01-01\n---\n\nText.\n", "utf-8")
    seen = []

    def look():
        seen.append(((live / "news/a").exists(), "--new:" in (live / STYLE).read_text("utf-8")))

    assert make(root, asked, Course(), First(live, lambda: [STYLE], look)).report.is_published
    assert seen == [(False, True)]
    look()
    assert seen[1] == (True, True)
    make(root, asked, Course(), First(live, lambda: [STYLE], look))
    assert len(seen) == 2
