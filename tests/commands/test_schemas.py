"""The schemas for editors are what the code makes, take all that the demo holds, and refuse what our readers refuse."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from plugins.commands.asked import Asked
from plugins.commands.check import Check, look
from plugins.commands.check_texts import render_github
from plugins.commands.schemas import FOLDER, schemas
from plugins.infographics import read_infographic
from plugins.library.keys import KEYS
from plugins.library.parse_toml import parse_toml
from plugins.pages import read_page
from plugins.posts import read_post
from plugins.programs import read_program

ROOT = Path(__file__).resolve().parents[2]
FIELDS = {
    "post": read_post.FIELDS,
    "infographic": read_infographic.FIELDS,
    "program": read_program.FIELDS,
    "page": read_page.FIELDS,
}
OTHERS = [ROOT / "tests/sites" / name / "content" for name in ("arabic", "one-branch")]
WRITTEN = sorted(
    path for kind in FIELDS for content in (ROOT / "content", *OTHERS)
    for path in (content / f"{kind}s").rglob("*.md")
    if path.read_text("utf-8").startswith("---\n")
)  # fmt: skip
LIBRARIES = sorted(path for path in (ROOT / "content", *OTHERS) if (path / "library.toml").exists())


TABLES = ("brand", "icon", "contact", "catalog", "notice", "feeds")
OLD_WORDS = ("url", "save_as", "template", "category", "translationkey", "topic", "modified", "excerpt")


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(read(ROOT / FOLDER / f"{kind}.schema.json"))


def plain(value: Any) -> Any:
    """Return a value as an editor sees it, for whom a date is a text."""
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def facts(text: str) -> Any:
    return plain(YAML(typ="safe", pure=True).load(text.split("---\n")[1]))


def wrong(kind: str, value: Any) -> list[str]:
    return [f"{'/'.join(map(str, one.path))}: {one.message}" for one in validator(kind).iter_errors(value)]


def test_the_schemas_are_what_the_code_makes_now():
    made = schemas(ROOT)
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == set(made)
    stale = [name for name, text in made.items() if (ROOT / FOLDER / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run: python3 tasks.py schemas"


@pytest.mark.parametrize("name", sorted(schemas(ROOT)))
def test_each_is_a_schema_and_explains_what_it_holds(name):
    schema = read(ROOT / FOLDER / name)
    Draft202012Validator.check_schema(schema)
    silent = [
        key for key, value in schema["properties"].items() if "description" not in value and "$ref" not in str(value)
    ]
    assert set(silent) <= {*TABLES, *OLD_WORDS}


@pytest.mark.parametrize("kind", FIELDS)
def test_an_editor_knows_every_fact_and_no_other(kind):
    assert set(read(ROOT / FOLDER / f"{kind}.schema.json")["properties"]) == set(FIELDS[kind])


def test_an_editor_knows_every_key_of_library_toml():
    schema = read(ROOT / FOLDER / "library.schema.json")
    tables = {"": schema["properties"]} | {
        re.fullmatch(r"\[(.+)\] of library.toml\.", one["description"])[1]: one["properties"]
        for one in schema["$defs"].values()
    }
    assert {heading: set(keys) for heading, keys in tables.items()} == {
        heading: set(keys) for heading, keys in KEYS.items()
    }


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_all_that_is_written_here_is_fine_with_an_editor(path):
    kind = next(part for part in reversed(path.parts) if part.removesuffix("s") in FIELDS).removesuffix("s")
    assert wrong(kind, facts(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("content", LIBRARIES, ids=lambda path: path.parent.name)
def test_every_library_is_fine_with_an_editor(content):
    assert wrong("library", plain(parse_toml((content / "library.toml").read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "block", re.findall(r"```toml\n(.*?)```", (ROOT / "docs/library-toml.md").read_text("utf-8"), re.DOTALL)
)
def test_every_example_of_library_toml_is_fine_with_an_editor(block):
    assert [one for one in wrong("library", plain(parse_toml(block))) if "'name' is a required" not in one] == []


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("post", "summary: A", "'title' is a required property"),
        ("post", "title: A\ndate: 10/2/2026", "date: "),
        ("post", "title: A\nstatus: drafty", "status: "),
        ("post", "title: A\ncard: photo", "card: "),
        ("post", "title: A\ncolour: red", "'colour' was unexpected"),
        ("post", "title: [a, b]", "title: "),
        ("post", "title: A\ntopics: {a: b}", "topics: "),
        ("post", "title: A\nlang: Spanish language", "lang: "),
        ("post", "title: ''", "title: "),
        ("program", "title: A", "'summary' is a required property"),
        ("program", "title: A\nsummary: B\norder: first", "order: "),
        ("program", "title: A\nsummary: B\nstatus: hidden", "status: "),
        ("program", "title: A\nsummary: B\nquestions: [{question: C}]", "questions/0: "),
        ("program", "title: A\nsummary: B\ndeadlines: [{date: 2026-10-01, text: C}]", "deadlines: "),
        ("page", "title: A\nimage: a.jpg", "'image' was unexpected"),
    ],
)  # fmt: skip
def test_what_our_readers_refuse_an_editor_refuses(kind, text, said):
    found = wrong(kind, facts(f"---\n{text}\n---\n"))
    assert any(one.startswith(said) or said in one for one in found), found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('short_name = "A"', "'name' is a required property"),
        ('name = "A"\ntimezone = "UTC"', "'timezone' was unexpected"),
        ('name = "A"\n[brand]\nhue = 400', "brand/hue: "),
        ('name = "A"\n[[audiences]]\nid = "a"\nname = "A"\nband = "wavy"', "audiences/0/band: "),
        ('name = "A"\n[[branches]]\nid = "A b"\nname = "A"', "branches/0/id: "),
        ('name = "A"\n[branches]\nid = "a"\nname = "A"', "branches: "),
        ('name = "A"\n[[closures]]\nhours = "closed"', "closures/0: 'date' is a required property"),
        ('name = "A"\n[[closures]]\ndate = "Christmas"', "closures/0/date: "),
        ('name = "A"\n[[branches]]\nid = "a"\nname = "A"\n[branches.hours]\nmonday = 9', "branches/0/hours/monday: "),
        ('name = "A"\n[notice]\ntext = "Snow."\nfrom = 2026-10-01', "notice: 'until' is a required property"),
    ],
)
def test_what_library_toml_may_not_hold_an_editor_refuses(text, said):
    assert any(one.startswith(said) or said in one for one in wrong("library", plain(parse_toml(text))))


def snippets() -> dict[str, Any]:
    return read(ROOT / ".vscode/content.code-snippets")


@pytest.mark.parametrize("kind", ["post", "program", "page"])
def test_a_snippet_begins_a_file_with_facts_that_are_known(kind):
    body = next(one["body"] for one in snippets().values() if one["prefix"] == kind)
    assert {line.partition(":")[0] for line in body[1 : body.index("---", 1)]} <= FIELDS[kind]
    written = re.sub(
        r"\$\{\d\|(\w+)[^}]*\}|\$\{\d+(?::([^$}]*))?\}|\$0", lambda found: found[1] or found[2] or "", "\n".join(body)
    )
    written = re.sub(r"\$\{\d:.*\}", "2026-10-08", written)
    assert wrong(kind, facts(written)) == []


def test_the_editor_puts_what_check_says_on_the_lines(tmp_path):
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/a.md").write_text("---\ntitle: A\ndate: soon\n---\n\nText.\n", encoding="utf-8")
    tasks = {task["label"]: task for task in read(ROOT / ".vscode/tasks.json")["tasks"]}
    said = render_github(look(ROOT, Check(asked=Asked(content=str(tmp_path)))).findings, {}, notes=True)
    pattern = tasks["check"]["problemMatcher"]["pattern"]
    found = [match for line in said.splitlines() if (match := re.match(pattern["regexp"], line))]
    assert (found[0][pattern["severity"]], found[0][pattern["line"]], found[0][pattern["code"]]) == (
        "error",
        "3",
        "facts.wrong-value",
    )
    assert found[0][pattern["message"]] == 'date: "soon" is not a date.'


def test_every_task_of_the_editor_is_one_of_ours():
    listed = (ROOT / "tasks.py").read_text(encoding="utf-8")
    for task in read(ROOT / ".vscode/tasks.json")["tasks"]:
        assert task["args"][0] == "tasks.py"
        assert f"def {task['args'][1]}(" in listed


def test_the_associations_lead_to_schemas_that_are_there():
    named = [*read(ROOT / ".vscode/settings.json")["yaml.schemas"]]
    named += [one["schema"]["path"] for one in tomllib.loads((ROOT / ".taplo.toml").read_text("utf-8"))["rule"]]
    assert all((ROOT / name).is_file() for name in named)
