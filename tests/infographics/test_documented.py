"""What authors are told of infographics is what they can do: every kind, every option, every example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.infographics.icons import PATHS
from plugins.infographics.kinds import CHOICES, KINDS, SAID, options_of
from plugins.infographics.make_chart import MAKERS
from plugins.library.read_library import read_library
from tests import documents
from tests.infographics.blocks import SAID as SOURCE
from tests.infographics.blocks import draw_text

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = read_library(ROOT / "content/library.toml")[0]
BLOCK = re.compile(r"^```([\w-]+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
TABLED = (ROOT / "docs/infographics.md").read_text("utf-8")
TAUGHT = (
    (ROOT / "content/README.md").read_text("utf-8").partition("\n## Drawings from tables\n")[2].partition("\n## ")[0]
)
EXAMPLES = [found for found in BLOCK.findall(TAUGHT) if found[0] in KINDS]


def options_told() -> dict[str, set[str]]:
    """Return for each option of the table the kinds that it says know it."""
    told: dict[str, set[str]] = {}
    for names, _, kinds, _ in documents.rows(documents.section(TABLED, "## Options")):
        named = set(documents.quoted(kinds))
        known = set(KINDS) - named if kinds.startswith("all") else named
        told |= dict.fromkeys(documents.quoted(names), known)
    return told


def test_every_kind_is_told_of_and_drawn():
    kinds = documents.rows(documents.section(TABLED, "## Kinds"))
    assert [documents.quoted(row[0])[0] for row in kinds] == list(KINDS) == list(MAKERS)
    for kind, _, own in kinds:
        assert set(documents.quoted(own)) <= set(options_of(documents.quoted(kind)[0]))


def test_every_option_is_told_of_with_the_kinds_that_know_it():
    by_code = {
        name: {kind for kind in KINDS if name in options_of(kind)} for kind in KINDS for name in options_of(kind)
    }
    assert options_told() == by_code
    assert all(by_code[name] == set(KINDS) for name in SAID)


def test_every_word_that_an_option_may_hold_is_told_of():
    rows = documents.rows(documents.section(TABLED, "## Options"))
    said = {name: set(documents.quoted(f"{row[1]} {row[3]}")) for row in rows for name in documents.quoted(row[0])}
    for name, words in CHOICES.items():
        if name not in {"year_starts", "from_zero", "stacking", "further"}:
            assert set(words) <= said[name], name
    assert set(PATHS) == said["icon"] - {"icon: person"}


def test_examples_of_options_are_options():
    for names, _, _, example in documents.rows(documents.section(TABLED, "## Options")):
        assert documents.quoted(example)[0].partition(":")[0] in documents.quoted(names)


@pytest.mark.parametrize(("kind", "options"), EXAMPLES, ids=[kind for kind, _ in EXAMPLES])
def test_every_example_for_authors_is_drawn(kind: str, options: str):
    body = draw_text(f"```{kind}\n{options}{SOURCE}```\n", ROOT / "content", library=LIBRARY)
    assert body.problems == ()
    assert len(body.charts) == 1


def test_every_kind_is_taught_by_an_example():
    assert {kind for kind, _ in EXAMPLES} == set(KINDS)
