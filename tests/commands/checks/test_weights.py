"""Pages are light, by one table of budgets."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.commands.checks.budgets import BUDGETS, kind_of, limit_of
from plugins.commands.checks.model import Site
from plugins.commands.checks.weights import check_weights, heaviest, imports_of, weigh, weights_of
from tests import documents
from tests.commands.checks.pages import page, site

HEAD = (
    '<link rel="stylesheet" href="t/a.css"><link rel="preload" href="t/a.woff2"><link rel="icon" href="t/i.png">'
    '<script type="module" src="t/site.js"></script>'
)
SIZES = {"t/a.css": 50, "t/a.woff2": 700, "t/i.png": 9, "t/site.js": 11, "t/page.js": 22, "t/on.js": 44, "t/off.js": 88}
IMPORTS = {
    "t/site.js": (frozenset({"./page.js"}), frozenset({"./on.js", "./off.js"})),
    "t/on.js": (frozenset({"./page.js"}), frozenset[str]()),
}


def made(body: str = "", **packed: int) -> Site:
    one = site({"index.html": page(body, HEAD)}, imports=IMPORTS)
    pictures = {"p/480.avif": 480, "p/800.avif": 800, "p/1600.avif": 1600, "p/800.jpg": 8000}
    sizes = {**one.sizes, **SIZES, **pictures}
    told = {name.replace("__", "/").replace("_", "."): size for name, size in packed.items()}
    return Site(address=one.address, sizes=sizes, packed={"index.html": 1000} | told, pages=one.pages, imports=IMPORTS)


def weights(body: str = "", **packed: int) -> dict[str, int]:
    one = made(body, **packed)
    return {weight.part: weight.size_bytes for weight in weights_of(one, "index.html", one.pages["index.html"])}


def test_a_first_visit_is_the_page_and_all_that_it_loads_as_it_is_sent():
    assert weights() == {
        "home page": 1000,
        "styles": 50,
        "scripts": 33,
        "fonts": 700,
        "pictures": 0,
        "first visit": 1783,
    }
    assert weights(t__a_css=5)["styles"] == 5


def test_a_script_that_a_part_of_the_page_asks_for_counts_with_what_it_loads():
    assert weights('<p data-module="on other"></p>')["scripts"] == 77


@pytest.mark.parametrize(
    ("body", "size"),
    [
        ('<img src="p/800.jpg" alt="">', 8000),
        ('<img src="p/800.jpg" alt="" loading="lazy">', 0),
        ('<img src="p/800.jpg" srcset="p/480.avif 480w, p/1600.avif 1600w, p/800.avif 800w" alt="">', 800),
        ('<img src="p/800.jpg" srcset="p/480.avif 480w" alt="">', 480),
        ('<picture><source srcset="p/800.avif 800w"><img src="p/800.jpg" alt=""></picture>', 800),
    ],
)
def test_a_picture_of_the_first_view_counts_as_a_telephone_gets_it(body: str, size: int):
    assert weights(body)["pictures"] == size
    assert ("first visit with pictures" in weights(body)) is bool(size)


@pytest.mark.parametrize(
    ("size", "rules"),
    [(12_000, []), (12_001, ["publish.heavy"]), (24_000, ["publish.heavy"]), (24_001, ["publish.too-heavy"])],
)
def test_a_page_above_its_budget_is_said_and_one_far_above_it_stops(size: int, rules: list[str]):
    one = made(index_html=size)
    found = list(check_weights(one, weigh(one)))
    assert [problem.rule for problem in found] == rules
    assert all("12.0 KB are the budget" in problem.what for problem in found)


def test_what_all_pages_load_is_said_once_and_the_whole_only_where_no_part_is_at_fault():
    one = made(t__a_css=200_000)
    pages = one.pages | {"b/index.html": one.pages["index.html"]}
    both = Site(address=one.address, sizes=one.sizes, packed=one.packed, pages=pages, imports=IMPORTS)
    found = [problem.what.partition(":")[0] for problem in check_weights(both, weigh(both))]
    assert found == ["All stylesheets that a page loads"]


def test_the_heaviest_of_each_part_is_told_with_its_page():
    found = heaviest(weigh(made()))
    assert list(found) == [part for part in BUDGETS if part in found]
    assert found["fonts"][0].size_bytes == 700
    assert found["fonts"][1] == "/"


@pytest.mark.parametrize(
    ("file", "events", "kind", "limit"),
    [
        ("index.html", 14, "home page", 12_000),
        ("es/index.html", 14, "home page", 12_000),
        ("events/index.html", 30, "list of events", 10_000),
        ("es/events/branch/central/index.html", 102, "list of events", 20_000),
        ("events/tea/index.html", 0, "other page", 15_000),
        ("programs/index.html", 3, "other page", 15_000),
    ],
)
def test_each_kind_of_page_has_its_budget(file: str, events: int, kind: str, limit: int):
    assert kind_of(file, events) == kind
    assert limit_of(kind, events) == limit


def test_imports_are_told_from_those_that_come_later_if_at_all():
    text = (
        'import { a } from "./a.js";\nimport "../b.js";\nexport { c } from "./c.js";\nlet d = () => import("./d.js");\n'
    )
    assert imports_of(text) == ({"./a.js", "../b.js", "./c.js"}, {"./d.js"})


def test_the_table_in_the_documents_is_the_one_that_counts(root: Path):
    text = (root / "docs/publishing.md").read_text(encoding="utf-8")
    said = documents.rows(documents.section(text, "### Budgets"))
    assert said == [[part, str(one.limit_bytes // 1000), one.about] for part, one in BUDGETS.items()]
