"""Which feeds there are, and what each holds: the newest posts, the nearest events, nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from plugins.feeds import choose_feeds
from plugins.feeds.choose_feeds import CHANNELS, Channel, Stock, shelves_of
from plugins.feeds.model import CHANGES, EVERYTHING, Shelf
from tests.feeds.conftest import EPISODE, EVENT, NOW, POST

NEWS, EVENTS = Shelf(id="news"), Shelf(id="events")


def event(uid: str, *news, **more):
    """Return an event with news, as sources make it."""
    return replace(EVENT, id=uid, address=f"events/{uid}/", published=None, news=news, **more)


def news(uid: str, days: int, told: int = 0, **more):
    """Return news of what is on in so many days, told so many days ago."""
    starts = NOW + timedelta(days=days)
    return replace(EVENT, id=uid, starts=starts, published=NOW - timedelta(days=told), **more)


def held(entries, shelf, language="en", **more):
    return [one.id or one.address for one in Stock(entries, NOW).shelves(language, dated=True, **more).get(shelf, ())]


def test_a_feed_of_news_holds_the_newest_listed_posts_of_its_language():
    posts = [
        replace(POST, address=f"news/{day}/", published=NOW.replace(month=9, day=day), updated=None)
        for day in range(1, 29)
    ]
    others = [
        replace(POST, kind="page"),
        replace(POST, listed=False),
        replace(POST, language="es"),
        replace(POST, published=None),
    ]
    assert held([*others, *posts], NEWS) == [f"news/{day}/" for day in range(28, 8, -1)]


def test_what_an_entry_is_filed_under():
    assert [shelf.name for shelf in shelves_of(replace(EPISODE, tags=("A b", "a B")))] == [
        "all", "news", "topic/stories", "tag/a-b", "program/late", "show/late",
    ]  # fmt: skip
    assert [shelf.name for shelf in shelves_of(EVENT)] == [
        "all",
        "events",
        "changes",
        "branch/central",
        "audience/adults",
    ]
    assert Shelf(kind="show", id="library") in set(shelves_of(replace(EPISODE, program="")))


def test_events_come_as_they_take_place():
    entries = [event("a", news("late", 20)), event("b", news("soon", 1, 20)), event("c", news("next", 5, 9))]
    assert held(entries, EVENTS) == ["soon", "next", "late"]


def test_a_feed_of_both_has_the_newest_first():
    entries = [
        replace(POST, published=NOW - timedelta(days=3), updated=None),
        event("a", news("b", 1, 5), news("c", 9)),
    ]
    assert held(entries, EVERYTHING) == ["c", "news/opening/", "b"]


def test_only_what_has_changed_is_in_the_feed_of_changes():
    entries = [event(one, news(one, 3, status=one)) for one in ("confirmed", "cancelled", "moved", "tentative", "full")]
    assert sorted(held(entries, CHANGES)) == ["cancelled", "full", "moved"]


def test_the_nearest_the_changes_and_the_last_told_have_room():
    near = [event(f"n{one}", news(f"near-{one}", 1 + one % 3, 40)) for one in range(60)]
    far = [event(f"f{one}", news(f"far-{one}", 20, 0)) for one in range(60)]
    changed = [event(f"c{one}", news(f"off-{one}", 10, 20, status="cancelled")) for one in range(60)]
    found = held([*near, *far, *changed], EVENTS)
    assert [sum(one.startswith(word) for one in found) for word in ("near", "off", "far")] == [30, 30, 30]


def test_a_feed_stays_when_it_holds_nothing_now():
    over = event("a", branches=EVENT.branches)
    found = Stock([over], NOW).shelves("en", dated=True)
    assert found[Shelf(kind="branch", id="central")] == ()
    assert Shelf(kind="branch", id="north") not in found


def test_what_takes_place_is_in_every_language_and_posts_in_their_own():
    entries = [replace(POST, language="es", address="es/news/a/"), event("a", news("b", 2))]
    stock = Stock(entries, NOW)
    assert stock.languages == ("es",)
    assert stock.shelves("en", dated=True)[EVERYTHING] == entries[1].news
    assert len(stock.shelves("es", dated=True)[EVERYTHING]) == 2
    assert len(stock.shelves("es", dated=False)[EVERYTHING]) == 1


def test_a_change_that_lies_in_the_future_is_not_used():
    (kept,) = Stock([replace(POST, updated=NOW + timedelta(days=1))], NOW).shelves("en", dated=True)[NEWS]
    assert kept.updated is None


def test_a_new_kind_of_page_has_its_feed_by_one_line(monkeypatch):
    line = {"branch": Channel(name="branches", page="branches/", words="menu.news")}
    monkeypatch.setattr(choose_feeds, "CHANNELS", {**CHANNELS, **line})
    drawn = replace(POST, kind="branch", address="branches/central/")
    assert held([drawn], Shelf(id="branches")) == held([drawn], EVERYTHING) == ["branches/central/"]


def test_infographics_have_a_feed_of_their_own_and_are_in_all_others():
    drawn = replace(POST, kind="infographic", address="infographics/loans/")
    assert held([drawn], Shelf(id="infographics")) == held([drawn], EVERYTHING) == ["infographics/loans/"]


def test_ten_thousand_posts_and_events_are_bounded():
    count = 10_000
    entries = [replace(POST, id=f"p{one}", published=NOW - timedelta(hours=one)) for one in range(count)]
    entries += [event(f"e{one}", news(f"e{one}", one % 28, one % 20)) for one in range(count)]
    found = Stock(entries, NOW).shelves("en", dated=True)
    assert max(map(len, found.values())) <= 80
