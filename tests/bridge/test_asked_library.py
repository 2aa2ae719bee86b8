"""A text is read again when something has changed that it asked of library.toml, and for nothing else there."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from plugins.bridge.asked_library import AskedLibrary
from plugins.bridge.course import Course
from plugins.commands.asked import Asked
from plugins.commands.build import make
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Branch, Library

PLAIN = Library(name="Small", branches=(Branch(id="a", name=Phrase(default="A")),), topics=(), hue=20)


def test_it_says_what_the_library_says_and_notes_every_field():
    library = AskedLibrary.of(PLAIN)
    names = [field.name for field in fields(Library)]
    found, asked = library.attended(lambda: [getattr(library, name) for name in names])
    assert found == [getattr(PLAIN, name) for name in names]
    assert asked == tuple(sorted(names))


def test_a_question_by_a_method_is_one_about_the_field_behind_it():
    library = AskedLibrary.of(PLAIN)
    assert library.attended(lambda: library.branch("a")) == (PLAIN.branches[0], ("branches",))


def test_who_attends_hears_only_what_is_asked_meanwhile_and_whoever_attended_before_hears_all():
    library = AskedLibrary.of(PLAIN)

    def outer() -> tuple[str, ...]:
        _ = library.hue
        return library.attended(lambda: library.name)[1]

    assert library.attended(outer) == (("name",), ("hue", "name"))


def library_toml(**said: str) -> str:
    words = {"name": "Small", "zone": "UTC", "topic": "History", "opens": "9:00"} | said
    return (
        f'name = "{words["name"]}"\ntime_zone = "{words["zone"]}"\n'
        f'[[topics]]\nid = "history"\nname = "{words["topic"]}"\n'
        f'[[branches]]\nid = "main"\nname = "Main"\n[branches.hours]\nmonday = "{words["opens"]}-17:00"\n'
    )


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ({}, set()),
        ({"name": "Large"}, {"posts/hours.md"}),  # whose drawing names its source
        ({"topic": "Local history"}, {"posts/topic.md"}),
        ({"opens": "10:30"}, {"posts/hours.md"}),
        ({"zone": "Europe/Paris"}, {"posts/hours.md", "posts/plain.md", "posts/topic.md"}),
    ],
    ids=["nothing", "its name", "a topic", "the hours", "the time zone"],
)
def test_a_change_of_library_toml_reads_the_texts_again_that_asked_for_it(tmp_path, root, said, read):
    content, asked = tmp_path / "content", {"content": str(tmp_path / "content"), "output": str(tmp_path / "output")}
    (content / "posts").mkdir(parents=True)
    texts = {"plain": ("", "Text."), "topic": ("topics: [history]\n", "Text."), "hours": ("", "```hours\n```")}
    for name, (facts, text) in texts.items():
        (content / f"posts/{name}.md").write_text(f"---\ntitle: {name}\ndate: 2026-01-01\n{facts}---\n\n{text}\n")
    assert _read(root, content, asked, library_toml()) == {f"posts/{name}.md" for name in texts}
    assert _read(root, content, asked, library_toml(**said)) == read
    page = (tmp_path / "output/news/topic/index.html").read_text("utf-8")
    assert (said.get("name", "Small") in page, said.get("topic", "History") in page) == (True, True)


def _read(root: Path, content: Path, asked: dict[str, str], text: str) -> set[str]:
    (content / "library.toml").write_text(text, "utf-8")
    made = make(root, Asked(now="2026-02-02T10:00", **asked), Course())
    assert (made.report.is_published, [one.rule for one in made.report.problems]) == (True, [])
    return made.build.read_anew
