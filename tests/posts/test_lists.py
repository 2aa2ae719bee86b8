"""The lists of news: twenty on a page, by year, tag, topic and author."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from plugins.kernel.entry import Entry
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Topic
from plugins.posts.lists import PageOf, Shelf, lists_of


def post(number, **more):
    day = datetime(2026, 1, 1, number // 60, number % 60, tzinfo=UTC)
    return Entry(
        kind="post", address=f"news/{number:03}/", title=str(number), **{"language": "en", "published": day, **more}
    )


def addresses(posts):
    return [one.address for one in lists_of(posts)]


@pytest.mark.parametrize(
    ("count", "pages"),
    [(0, 1), (1, 1), (20, 1), (21, 2), (40, 2), (41, 3)],
)
def test_twenty_posts_on_a_page_and_an_empty_list_is_a_page_too(count, pages):
    news = [one for one in lists_of([post(number) for number in range(count)]) if one.kind is Shelf.ALL]
    assert len(news) == pages
    assert [len(one.posts) for one in news[:-1]] == [20] * (pages - 1)
    assert sum(len(one.posts) for one in news) == count


def test_pages_lead_to_each_other():
    first, second, third = (one for one in lists_of([post(number) for number in range(41)]) if one.kind is Shelf.ALL)
    assert first.page == PageOf(number=1, pages=3, previous=None, next="news/page/2/")
    assert second.page == PageOf(number=2, pages=3, previous="news/", next="news/page/3/")
    assert third.page == PageOf(number=3, pages=3, previous="news/page/2/", next=None)
    assert second.page.below("es/") == PageOf(number=2, pages=3, previous="es/news/", next="es/news/page/3/")
    assert first.page.below("es/").previous is None


def test_the_newest_comes_first_and_the_address_decides_between_equals():
    same = datetime(2026, 1, 1, tzinfo=UTC)
    news = lists_of([post(3, published=same), post(1, published=same), post(2)])[0]
    assert [one.title for one in news.posts] == ["2", "1", "3"]


def test_each_year_tag_topic_and_author_with_posts_has_a_list():
    topic = Topic(id="stories", name=Phrase(default="Stories", by_language={"es": "Cuentos"}))
    found = lists_of(
        [
            post(1, tags=("Local history", "a"), authors=("Ann Lee",), topics=(topic,)),
            post(2, tags=("local  History",), published=datetime(2025, 12, 31, tzinfo=UTC)),
            post(3, topics=(topic,), language="es"),
        ]
    )
    assert [(one.kind, one.name, one.address, len(one.posts)) for one in found] == [
        ("all", "", "news/", 3),
        ("author", "Ann Lee", "authors/ann-lee/", 1),
        ("tag", "a", "tags/a/", 1),
        ("tag", "Local history", "tags/local-history/", 2),
        ("topic", "Cuentos", "topics/stories/", 2),
        ("year", "2025", "news/2025/", 1),
        ("year", "2026", "news/2026/", 2),
    ]


def test_a_post_stands_once_in_a_list_whose_name_it_says_twice():
    found = [one for one in lists_of([post(1, tags=("C++", "C"))]) if one.kind is Shelf.TAG]
    assert [(one.address, len(one.posts)) for one in found] == [("tags/c/", 1)]


def test_the_year_is_the_library_s_own():
    assert addresses([post(1, published=datetime.fromisoformat("2026-12-31T23:30:00-07:00"))])[-1] == "news/2026/"
