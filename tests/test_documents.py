"""What is written is true: every table of a document is compared with the code it is about."""

from __future__ import annotations

import ast
import re
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from invoke import Collection
from jinja2 import Environment

import pelicanconf
import tasks
from plugins.bridge.build import Build
from plugins.bridge.head import Head
from plugins.bridge.page import Page
from plugins.events.columns import OWN
from plugins.events.parse_repeat import parse_repeat
from plugins.events.parse_rule import UnreadableRepeatError
from plugins.hosting.model import FRESH, HOUR, MINUTES
from plugins.hosting.table import table
from plugins.infographics import read_infographic
from plugins.kernel.library import Library
from plugins.library.read_library import read_library
from plugins.pages import read_page
from plugins.posts import read_post
from plugins.programs import read_program
from plugins.tools.interface import read_interface
from plugins.tools.markdown import DEFAULTS, Converter
from tests import documents

ROOT = Path(__file__).resolve().parents[1]
TASKS = Collection.from_module(tasks).tasks
COMMAND = re.compile(r"python3 tasks\.py +(--list|[a-z-]+)([^\n`|]*)")
DOCUMENTS = documents.documents(ROOT)
# Pelican hands these over itself.
PELICANS = {"article", "page"}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def options_of(task: str) -> set[str]:
    return {f"--{name}" for argument in TASKS[task].get_arguments() for name in argument.names}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(path: Path):
    assert documents.broken_links(path) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_that_is_named_exists(path: Path):
    for task, rest in COMMAND.findall(path.read_text(encoding="utf-8")):
        assert task in {*TASKS, "--list"}, f"{task} is no task"
        known = options_of(task) | {"--help"} if task in TASKS else set()
        assert set(re.findall(r"--[a-z-]+", rest.partition(" -- ")[0])) <= known, f"{task}{rest}"


@pytest.mark.parametrize(
    "task",
    "build serve new status check publish preview import-events fetch-events hosting deploy".split(),
)
def test_the_readme_has_every_option_with_an_example(task: str):
    table = [row for row in documents.rows(read("README.md")) if f"python3 tasks.py {task} " in row[1]]
    assert sorted(row[0].strip("`") for row in table) == sorted(options_of(task))
    assert all(row[0].strip("`") in row[1] for row in table)


def test_the_line_that_turns_a_row_into_an_event_is_there():
    file, line = re.findall(r"of `(plugins/[a-z_/]+\.py)`: `([^`]+)`", read("README.md"))[0]
    assert line in [one.strip() for one in read(file).splitlines()]


@pytest.mark.parametrize("name", ["docs/architecture.md", "README.md", "CONTRIBUTING.md"])
def test_every_file_that_is_named_exists(name: str):
    # An example of a new type of content is named before it is there.
    named = {
        one for one in documents.quoted(read(name)) if re.fullmatch(r"[a-z_/]+\.(?:py|toml|in|txt|md|css|html)", one)
    }
    homes = [ROOT, ROOT / "plugins", ROOT / "theme/templates", *(ROOT / "plugins").glob("*/")]
    missing = {one for one in named if "exhibition" not in one and not any((home / one).exists() for home in homes)}
    assert missing <= {"detail.html", "404.html", "library.toml"}


def test_every_problem_is_documented():
    table = [row[:4] for row in documents.rows(documents.section(read("docs/problems.md"), "## Every rule"))]
    rules = documents.rules(ROOT)
    said = [[f"`{rule.name}`", str(rule.severity), "kept" if rule.kept else "left out", rule.about] for rule in rules]
    assert sorted(table) == sorted(said)


def test_every_problem_has_a_cure_and_a_name_of_its_own():
    table = documents.rows(documents.section(read("docs/problems.md"), "## Every rule"))
    assert all(row[4] for row in table)
    assert len({row[0] for row in table}) == len(table)


def test_no_rule_is_there_for_nothing():
    assert documents.rules_nobody_raises(ROOT) == []


def settings() -> dict[str, Any]:
    no_settings = {"ROOT", "DEFAULTS"}
    return {name: value for name, value in vars(pelicanconf).items() if name.isupper() and name not in no_settings}


def test_every_setting_of_ours_is_documented_with_its_default():
    table = documents.rows(documents.section(read("docs/settings.md"), "## What one build"))
    said = {row[0].strip("`"): row[1].strip("`") for row in table if row[0].startswith("`BROADSIDE_")}
    ours = {name: value for name, value in settings().items() if name.startswith("BROADSIDE_")}
    assert {name: ast.literal_eval(text) for name, text in said.items()} == ours


def test_every_setting_of_pelicans_that_we_change_is_documented():
    text = documents.section(read("docs/settings.md"), "# Settings")
    tables = documents.section(text, "## What one build") + documents.section(text, "## What we change")
    said = {name for row in documents.rows(tables) for name in documents.quoted(row[0])}
    assert said == set(settings())


def test_every_option_that_sets_a_setting_exists():
    table = documents.rows(documents.section(read("docs/settings.md"), "## What one build"))
    named = {name for row in table for name in documents.quoted(row[2]) if name.startswith("--")}
    assert named <= options_of("build")


def test_the_code_asks_for_no_setting_that_is_not_there():
    asked = {
        name
        for path in ROOT.glob("plugins/**/*.py")
        for name in re.findall(r'"(BROADSIDE_[A-Z_]+)"', path.read_text("utf-8"))
    }
    assert asked - set(settings()) <= {"BROADSIDE_SAMPLES"}


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("## Write a post", read_post.FIELDS),
        ("## Programs", read_program.FIELDS),
        ("## Infographics", read_infographic.FIELDS),
        ("## Pages", read_page.FIELDS),
    ],
)
def test_every_fact_is_explained_to_authors_and_every_fact_explained_is_read(heading: str, fields: frozenset[str]):
    text = documents.section(read("content/README.md"), heading)
    explained = {name for row in documents.rows(text) for name in documents.quoted(row[0])}
    assert fields <= set(documents.quoted(text))
    assert explained <= fields


def test_every_way_of_repeating_that_is_told_of_is_read_and_every_other_refused():
    text = documents.section(read("docs/events-csv.md"), "## Repeating")
    told = [words for row in documents.rows(text) for words in documents.quoted(row[0])]
    assert len(told) > 20
    assert all(parse_repeat(words) for words in told), told
    refused = documents.quoted(text[text.index("What could mean two things") : text.index("The report offers")])
    for words in refused:
        with pytest.raises(UnreadableRepeatError):
            parse_repeat(words)
    example = next(row[2] for row in documents.rows(read("content/README.md")) if row[0] == "`repeat`")
    assert all(parse_repeat(words) for words in documents.quoted(example))


def test_every_column_that_authors_are_told_of_is_read():
    text = documents.section(read("content/README.md"), "## Events")
    told = {name for row in documents.rows(text) for name in documents.quoted(row[0])}
    assert {"title", "date", "branch"} <= told
    assert told <= set(OWN) & set(documents.quoted(read("docs/events-csv.md")))


def test_every_word_of_the_interface_that_is_asked_for_is_there_and_every_word_is_asked_for():
    english = read_interface(ROOT / "theme/translations").words["en"]
    whole, begun = documents.keys_used(ROOT)
    by_group = {f"{group}.{key.partition('.')[2]}" for key in english for group in ("door", "door_line", "door_strip")}
    assert whole <= set(english)
    assert {start for start in begun if not any(key.startswith(start) for key in english)} == set()
    unasked = {key for key in english if key not in whole and not key.startswith(tuple(begun))}
    assert unasked <= by_group


@pytest.mark.parametrize("language", ["es", "ar"])
def test_every_language_has_the_same_words_with_the_same_placeholders(language: str):
    words = read_interface(ROOT / "theme/translations").words
    assert set(words[language]) == set(words["en"])
    for key, english in words["en"].items():
        here, there = _places(words[language][key]), _places(english)
        # A plural form may hold the number in its own way: as a word, in digits, or within another word.
        numbers = set() if isinstance(english, str) else {"n", "count", "all"}
        assert here - numbers == there - numbers, key
        assert here <= there | ({"n"} if numbers else set()), key


def _places(said: Any) -> set[str]:
    """Return the placeholders of a text, or of any of its plural forms."""
    texts = [said] if isinstance(said, str) else said.values()
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def theme_names(heading: str) -> list[list[str]]:
    return documents.rows(documents.section(documents.section(read("theme/README.md"), "## Names"), heading))


def everywhere() -> set[str]:
    quoted = [name for row in theme_names("### On every page") for name in documents.quoted(row[0])]
    return {re.match(r"\w+", name)[0] for name in quoted}


def page_by_page() -> dict[str, set[str]]:
    """Return the names that the theme's table gives for each template."""
    given: dict[str, set[str]] = {}
    for files, names in theme_names("### Page by page"):
        for file in files.split(", "):
            given[file] = {name for name in documents.quoted(names) if re.fullmatch("[a-z_]+", name)}
    return given


def test_every_name_that_templates_use_is_listed():
    listed = page_by_page()
    unknown = {
        name: documents.names_used(tree) - everywhere() - listed.get(name, set())
        for name, tree in documents.templates(ROOT)
    }
    assert {name: used for name, used in unknown.items() if used} == {}


def test_every_name_that_is_listed_for_all_pages_is_given():
    library, _, _ = read_library(ROOT / "nothing/library.toml")
    now = datetime(2026, 10, 8, tzinfo=UTC)
    build = Build(library=library, now=now, content=ROOT / "content", convert=Converter(DEFAULTS))
    page = Page(build=build, interface=_words(), file="index.html", language="en", reading="en")
    ours = documents.environment(ROOT).globals.keys() - Environment(autoescape=True).globals.keys()
    context = set(re.findall(r'self\.context\["([a-z_]+)"\] = ', "".join(map(_text, ROOT.glob("plugins/*/plugin.py")))))
    assert everywhere() <= {*page.names(Head(title="", address="", language="en")), *ours, *context}


def _words() -> Any:
    return read_interface(ROOT / "theme/translations")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("template", "names"), page_by_page().items())
def test_every_name_that_is_listed_for_a_template_is_given(template: str, names: set[str]):
    package = template.partition("/")[0] if "/" in template else "standing_pages"
    package = {"article.html": "posts", "page.html": "pages"}.get(template, package).replace("branches", "library")
    given = set().union(*(documents.strings_of(path) for path in (ROOT / "plugins" / package).glob("*.py")))
    assert (ROOT / "theme/templates" / template).exists()
    assert names - PELICANS <= given


def test_every_filter_is_listed():
    listed = {name for row in theme_names("### Filters") for name in documents.quoted(row[0])}
    ours = documents.environment(ROOT).filters.keys() - Environment(autoescape=True).filters.keys()
    assert {re.match(r"\w+", name)[0] for name in listed} == set(ours)


def test_every_package_that_a_site_needs_is_accounted_for():
    needed = {re.split(r"[=<>\s#]", line)[0] for line in read("requirements.in").splitlines() if line[:1].isalpha()}
    text = read("docs/decisions/0001-dependencies.md").lower()
    assert {name for name in needed if name not in text} == set()


def test_decisions_are_numbered_and_have_three_parts():
    files = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    for file in files:
        assert re.findall("^## (.+)$", _text(file), re.MULTILINE) == ["Context", "Decision", "Consequence"], file.name


def test_the_table_of_headers_is_documented_row_by_row():
    said = documents.rows(documents.section(read("docs/publishing.md"), "## Headers"))
    rows = table(Library(name="A"))
    assert [row[:2] for row in said] == [[f"`{row.name}`", row.about] for row in rows]
    assert [row[3] == "yes" for row in said] == [row.is_framed for row in rows]
    assert [row[4] != "no" for row in said] == [row.is_open or row.is_shown for row in rows]
    assert [row[2] for row in said] == [
        {FRESH: "no", MINUTES: "5 minutes", HOUR: "1 hour"}[row.caching] for row in rows
    ]
