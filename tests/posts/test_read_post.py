"""A post's facts, its file's name and its folder, and what is wrong with them."""

from __future__ import annotations

import pytest

TITLE = "title: A post"


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("2026-10-01-a-post.md", TITLE, ("en", "a-post", "2026-10-01")),
        ("2026-1-7-a-post.md", TITLE, ("en", "a-post", "2026-01-07")),
        ("2026-10-01 a post.md", TITLE, ("en", "a-post", "2026-10-01")),
        ("2026-10-01_a_post.md", TITLE, ("en", "a-post", "2026-10-01")),
        ("2026-10-01-a-post.es.md", TITLE, ("es", "a-post", "2026-10-01")),
        ("2026-10-01-a-post.fr.md", TITLE, ("fr", "a-post", "2026-10-01")),
        ("fr/2026-10-01-a-post.md", TITLE, ("fr", "a-post", "2026-10-01")),
        ("blog/FR/deep/2026-10-01-a-post.md", TITLE, ("fr", "a-post", "2026-10-01")),
        ("fr/2026-10-01-a-post.es.md", TITLE, ("es", "a-post", "2026-10-01")),
        ("fr/2026-10-01-what-is-web.gov.md", TITLE, ("fr", "what-is-web-gov", "2026-10-01")),
        ("de/2026-10-01-a-post.md", TITLE, ("en", "a-post", "2026-10-01")),
        ("fr/2026-10-01-a-post.md", "lang: es", ("es", "a-post", "2026-10-01")),
        ("2026-10-01-a-post.md", "lang: PT_BR", ("pt-br", "a-post", "2026-10-01")),
        ("2026-10-01-a-post.md", "date: 2026-09-30", ("en", "a-post", "2026-09-30")),
        ("2026-10-01-a-post.md", "slug: Another Name", ("en", "another-name", "2026-10-01")),
        ("2026-10-01-2026.md", TITLE, ("en", "2026-post", "2026-10-01")),
        ("2026-10-01-page.md", TITLE, ("en", "page-post", "2026-10-01")),
        ("2026-10-01-ça-va.md", TITLE, ("en", "ca-va", "2026-10-01")),
        ("2026-10-01-図書館.md", TITLE, ("en", "図書館", "2026-10-01")),
    ],
)
def test_language_address_and_date_come_from_facts_name_or_folder(read, name, line, expected):
    reading = read(*dict.fromkeys([TITLE, line]), name=name)
    post = reading.post
    assert reading.problems == ()
    assert (post.language, post.slug, post.date.date().isoformat()) == expected


def test_an_address_has_at_most_80_bytes(read):
    slug = read(TITLE, f"slug: {'long ' * 40}").post.slug
    assert len(slug.encode()) <= 80
    assert not slug.endswith("-")


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ([], "a-post"),
        (["slug: other"], "other"),
        (["translation_key: pair"], "pair"),
        (["translation-key: pair"], "pair"),
        (["translationKey: pair"], "pair"),
    ],
)
def test_what_pairs_translations(read, lines, key):
    assert read(TITLE, *lines).post.key == key


@pytest.mark.parametrize(
    ("lines", "status", "waiting"),
    [
        ([], "published", False),
        (["status: draft"], "draft", False),
        (["status: hidden"], "hidden", False),
        (["draft: yes"], "draft", False),
        (["draft: false"], "published", False),
        (["published: false"], "draft", False),
        (["published: true"], "published", False),
        (["date: 2026-10-08 14:20"], "published", False),
        (["date: 2026-10-08 14:21"], "published", True),
        (["date: 2026-10-08T20:21Z"], "published", True),
        (["date: 2026-10-08T20:20Z"], "published", False),
        (["date: 2030-01-01", "status: draft"], "draft", True),
    ],
)
def test_whether_it_is_out_yet(read, lines, status, waiting):
    post = read(TITLE, *lines).post
    assert (post.status, post.waiting) == (status, waiting)


def test_a_folder_of_drafts_keeps_them_back(read):
    assert read(TITLE, name="_drafts/2026-10-01-a.md").post.status == "draft"


def test_every_fact_reaches_the_post(read):
    reading = read(
        TITLE,
        "id: p-1",
        "updated: 2026-10-02 09:00",
        "authors: [Ann Lee, Bo Roe]",
        "tags: [a, b]",
        "topics: stories",
        "branches: Central Library",
        "audiences: adults",
        "program: seed-library",
        "event: lantern-walk",
        "summary: In <em>short</em>.",
        "image: images/x.svg",
        "image_alt: Beans",
        "image_credit: Ann",
    )
    post = reading.post
    assert reading.problems == ()
    assert (post.id, post.updated.isoformat()) == ("p-1", "2026-10-02T09:00:00-06:00")
    assert (post.authors, post.tags) == (("Ann Lee", "Bo Roe"), ("a", "b"))
    assert [one.id for one in (*post.topics, *post.branches, *post.audiences)] == ["stories", "central", "adults"]
    assert (post.program, post.event, post.summary) == ("seed-library", "lantern-walk", "In short.")
    assert (post.image, post.image_alt, post.image_credit) == ("images/x.svg", "Beans", "Ann")


@pytest.mark.parametrize(
    ("line", "expected"),
    [("excerpt: Short", "Short"), ("description: Short", "Short"), ("modified: 2026-10-02", "")],
)
def test_words_of_other_generators_are_understood(read, line, expected):
    reading = read(TITLE, line)
    assert (reading.post.summary, reading.problems) == (expected, ())


@pytest.mark.parametrize(
    ("name", "lines", "said"),
    [
        ("2026-10-01-a.md", ["date: 2026-10-01"], [("facts.missing", 1, "title", "")]),
        ("a.md", [TITLE], [("facts.missing", 1, "date", "")]),
        ("2026-13-45-a.md", [TITLE], [("facts.missing", 1, "date", "")]),
        ("a.md", [TITLE, "date: soon"], [("facts.wrong-value", 3, "date", "soon")]),
        (
            "a.md",
            ["title: [a]", "date: 2026-10-01"],
            [("facts.unused-value", 2, "title", "['a']"), ("facts.missing", 1, "title", "")],
        ),
        ("2026-10-01-a.md", [TITLE, "lang: English"], [("facts.wrong-value", 3, "lang", "English")]),
        ("2026-10-01-a.md", [TITLE, "status: drat"], [("facts.wrong-value", 3, "status", "drat")]),
        ("2026-10-01-a.md", [TITLE, "branch: centrall"], [("facts.unknown-word", 3, "branches", "centrall")]),
        (
            "a.md",
            ["date: soon", "branch: centrall", "topics: [sories, x]"],
            [
                ("facts.missing", 1, "title", ""),
                ("facts.wrong-value", 2, "date", "soon"),
                ("facts.unknown-word", 4, "topics", "sories"),
                ("facts.unknown-word", 4, "topics", "x"),
                ("facts.unknown-word", 3, "branches", "centrall"),
            ],
        ),
    ],
)
def test_all_that_keeps_a_post_out_is_said_at_once(read, name, lines, said):
    reading = read(*lines, name=name)
    assert reading.post is None
    assert [(one.rule, one.line, one.column, one.value) for one in reading.problems] == said
    assert all(one.cure for one in reading.problems)


@pytest.mark.parametrize(
    ("line", "rule", "severity"),
    [
        ("sumary: x", "facts.unknown-field", "note"),
        ("updated: soon", "facts.unused-value", "warning"),
        ("tags: {a: b}", "facts.unused-value", "warning"),
    ],
)
def test_what_does_not_keep_it_out(read, line, rule, severity):
    reading = read(TITLE, line)
    assert reading.post
    (problem,) = reading.problems
    assert (problem.rule, problem.severity, problem.line) == (rule, severity, 3)


def test_words_of_a_post_from_elsewhere_stay_as_text(read):
    reading = read(TITLE, "branch: Denver", "topics: Deep Space", "status: live", "image: x.jpg", own=False)
    assert [str(one.name) for one in (*reading.post.branches, *reading.post.topics)] == ["Denver", "Deep Space"]
    assert (reading.post.status, reading.post.image) == ("published", "")
    assert {one.severity for one in reading.problems} == {"note", "warning"}
