"""Posts that another generator was written for: each is on the site, or named in the report with a cure."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

POSTS = "tests/sites/foreign/posts"


@pytest.fixture(scope="module")
def foreign(site, root):
    return site("newsroom", "--posts", str(root / POSTS))


def said(built, file):
    found = [one for one in built.report["problems"] if one["file"].endswith(f"{POSTS}/{file}")]
    return {(one["rule"], one["value"]): one for one in found}


def test_the_counts_add_up(foreign):
    assert foreign.code == 0
    counts = foreign.report["counts"]["posts"]
    assert counts == {"read": 17, "published": 8, "waiting": 1, "drafts": 2, "left_out": 6}


def test_every_file_is_published_kept_back_or_named(foreign, root):
    named = {Path(one["file"]).name for one in foreign.report["problems"]}
    files = {path.name for path in (root / POSTS).rglob("*.m*d*") if path.is_file()}
    kept_back = {"draft.md", "2021-03-01-not-published.md", "later.md"}
    pages = {path.parent.name for path in foreign.output.rglob("news/*/index.html")}
    for file in files - named - kept_back:
        assert Path(file).stem.removesuffix(".fr") in pages, file


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("news/kept/", "ann-lee"),
        ("news/hugo-post/", "English text."),
        ("fr/news/billet/", "Texte français."),
        ("news/same-name/", "English."),
        ("fr/news/same-name/", "Français."),
        ("fr/news/by-name/", "Français."),
        ("fr/news/by-fact/", "Français."),
        ("news/deep/", "Text."),
    ],
)
def test_the_language_is_in_the_facts_the_name_or_the_folder(foreign, address, words):
    page = foreign.read(address)
    assert words in page
    assert f'lang="{"fr" if address.startswith("fr/") else "en"}"' in page


@pytest.mark.parametrize(
    ("address", "other"), [("news/hugo-post/", "fr/news/billet/"), ("news/same-name/", "fr/news/same-name/")]
)
def test_translations_pair_by_key_or_by_name(foreign, address, other):
    assert f'href="https://mini.example/a/b/{other}"' in foreign.read(address)
    assert f'href="https://mini.example/a/b/{address}"' in foreign.read(other)


@pytest.mark.parametrize(
    ("file", "rule", "value", "severity"),
    [
        ("2014-05-02-kept.md", "facts.foreign-word", "Deep Space", "note"),
        ("2014-05-02-kept.md", "facts.foreign-word", "Washington", "note"),
        ("2014-05-02-kept.md", "facts.foreign-word", "Civil servants", "note"),
        ("2014-05-02-kept.md", "images.remote", "https://a.example/x.png", "warning"),
        ("2014-05-02-kept.md", "images.missing", "/assets/x.png", "warning"),
        ("2014-05-02-kept.md", "text.html-removed", "<iframe>", "warning"),
        ("2014-05-02-kept.md", "text.heading-level", "Big", "note"),
        ("2014-05-02-kept.md", "facts.unknown-field", "", "note"),
        ("2013-04-01-jekyll.md", "text.template-tag", "{{ site.baseurl }}", "error"),
        ("undated.md", "facts.missing", "", "error"),
        ("no-title.md", "facts.missing", "", "error"),
        ("toml.md", "text.front-matter", "", "error"),
        ("2013/deep/twice.md", "text.front-matter", "", "error"),
        ("2013/deep/broken.md", "text.front-matter", "", "error"),
        ("2013/deep/deep.markdown", "facts.unused-value", "live", "warning"),
        ("_data.yml", "posts.not-a-post", "", "note"),
        ("assets/x.png", "posts.not-a-post", "", "note"),
        ("notes (old).docx", "posts.not-a-post", "", "note"),
    ],
)
def test_what_is_said_of_it(foreign, file, rule, value, severity):
    problem = said(foreign, file)[rule, value]
    assert problem["severity"] == severity
    assert problem["cure"]


def test_an_undated_file_is_asked_for_a_date(foreign):
    assert said(foreign, "undated.md")["facts.missing", ""]["column"] == "date"


def test_words_of_their_own_stand_on_the_page_and_in_lists(foreign):
    page = foreign.read("news/kept/")
    for word in ("Deep Space", "Washington", "Plain Language", "ann-lee"):
        assert word in page
    for address in ("topics/deep-space/", "tags/plain-language/", "authors/ann-lee/"):
        assert "news/kept/" in foreign.read(address)


def test_no_link_leads_to_a_branch_that_is_not_the_library_s(foreign):
    assert "branches/washington/" not in foreign.read("news/kept/")


def test_the_posts_of_the_content_folder_stay_out_of_it(foreign):
    assert not (foreign.output / "news/opening").exists()
    assert not [one for one in foreign.report["problems"] if one["file"] == "posts/odd.md"]


def test_hidden_files_are_nobody_s_business(foreign):
    assert not said(foreign, ".hidden")


@pytest.mark.parametrize(("name", "least"), [("18f", 504), ("cds-snc", 324)])
def test_real_posts(samples, site, name, least):
    folder = samples / "posts" / name
    built = site("one-branch", "--posts", str(folder))
    assert built.code == 0, built.said
    counts = built.report["counts"]["posts"]
    files = [path for path in folder.rglob("*.md") if path.name not in {"README.md", "LICENSE.md"}]
    assert counts["read"] == len(files) >= least
    assert counts["read"] == sum(counts[part] for part in ("published", "waiting", "drafts", "left_out"))
    errors = {one["file"] for one in built.report["problems"] if one["severity"] == "error"}
    assert len([file for file in errors if file.endswith(".md")]) == counts["left_out"]
    assert all(one["cure"] for one in built.report["problems"])
    pages = [path for path in built.output.rglob("news/*/index.html") if not path.parent.name.isdigit()]
    assert len(pages) == counts["published"]


def test_a_real_calendar(samples, site):
    sheet = samples / "events/cmu-libraries-workshops-2024-libcal.csv"
    built = site("one-branch", "--events", str(sheet), "--timezone", "America/New_York")
    assert built.code == 0, built.said
    assert built.report["counts"]["events"]["published"] == 32
    assert len(os.listdir(built.output / "events")) > 32  # noqa: PTH208
