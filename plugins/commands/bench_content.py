"""Makes up posts and events for the benchmark: the same ones for the same number, on every machine."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

SEED = 20
# The moment the sites are built for: events are of this year, posts are older.
NOW = "2026-01-05T08:00"
TOPICS = ("News", "Reviews", "Events", "Children", "Local History", "Digital", "Reading Groups", "Services")
BRANCHES = ("Central", "Northside", "Harbor", "Mill Lane", "Riverside", "Old Town")
AUDIENCES = ("Adults", "Teens", "Children", "Families", "Seniors")
COLUMNS = ("id", "title", "date", "start", "end", "branch", "audience", "topics", "description")
TAGS = tuple(
    f"{who}-{what}"
    for who in ("adult", "teen", "kids", "local", "digital", "audio")
    for what in ("fiction", "history", "science", "poetry", "travel", "cooking", "art", "music", "health", "gardening")
)
WORDS = tuple(
    """shelf reader catalog story county archive morning loan branch volunteer map river window lamp quiet fiction
    history harbor letter village teacher garden journal bridge workshop picture island notebook market season winter
    summer paper binding author poem chapter reference newspaper evening children family robot telescope kitchen
    language grammar music record player festival council budget report entrance parking bicycle station museum gallery
    painter print borrow return renew reserve request collect discover explore listen gather welcome support extend
    improve announce publish translate digitize repair recommend celebrate organize arrange local public digital
    regional bilingual accessible popular recent early annual weekly free curious careful bright ancient modern rural
    urban gentle useful practical illustrated rare new often quickly together nearby online outside afterwards
    regularly almost never always again and the of to in for with from about under over between through during before
    after near""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededPost:
    """One post of about 500 words."""

    slug: str
    title: str
    date: datetime
    topic: str
    tags: tuple[str, ...]
    summary: str
    body: str


def slug_of(number: int) -> str:
    """Return the slug of a post by its number."""
    return f"post-{number:05d}"


def id_of(number: int) -> str:
    """Return the id of an event by its number."""
    return f"event-{number:05d}"


def make_posts(count: int) -> Iterator[SeededPost]:
    """Yield posts one by one; each depends on its own number only, so a larger site holds the smaller one."""
    for number in range(count):
        luck = random.Random(f"{SEED}-{number}")
        yield SeededPost(
            slug=slug_of(number),
            title=f"{_heading(luck)} {number}",
            date=datetime(2010, 1, 1, 9, tzinfo=UTC) + timedelta(hours=7 * number, minutes=luck.randrange(60)),
            topic=luck.choice(TOPICS),
            tags=tuple(luck.sample(TAGS, 3)),
            summary=_plain(luck),
            body=_body(luck),
        )


def events_csv(count: int) -> str:
    """Return a spreadsheet of events of one year, in our columns."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(_event, range(count)))
    return text.getvalue()


def series_csv(count: int) -> str:
    """Return a spreadsheet of weekly series of one year, at places of their own."""
    text = io.StringIO()
    writer = csv.DictWriter(text, (*COLUMNS[:5], "repeat", "until", "place", "description"), lineterminator="\n")
    writer.writeheader()
    for number in range(count):
        row = _event(number)
        kept = {name: row[name] for name in (*COLUMNS[:5], "description")}
        writer.writerow(
            kept | {"id": f"series-{number}", "repeat": "weekly", "until": "2026-12-31", "place": row["branch"]}
        )
    return text.getvalue()


def _event(number: int) -> dict[str, str]:
    luck = random.Random(f"{SEED}-event-{number}")
    day = datetime(2026, 1, 5, tzinfo=UTC) + timedelta(days=luck.randrange(360))
    hour, minute = luck.randrange(10, 19), luck.choice(("00", "30"))
    return {
        "id": id_of(number),
        "title": _heading(luck),
        "date": f"{day:%Y-%m-%d}",
        "start": f"{hour}:{minute}",
        "end": f"{hour + 2}:{minute}",
        "branch": key_of(luck.choice(BRANCHES)),
        "audience": key_of(luck.choice(AUDIENCES)),
        "topics": key_of(luck.choice(TOPICS)),
        "description": " ".join(_plain(luck) for _ in range(4)),
    }


def key_of(name: str) -> str:
    """Return the id of a branch, audience or topic."""
    return name.lower().replace(" ", "-")


def library_toml(*, has_events: bool) -> str:
    """Return the library.toml of the library that all this is about; branches and audiences are for events."""
    lines = ['name = "Bench Library"', 'address = "https://library.example/"', 'time_zone = "UTC"']
    of_events = (("branches", BRANCHES), ("audiences", AUDIENCES)) if has_events else ()
    for table, names in (("topics", TOPICS), *of_events):
        lines += [f'[[{table}]]\nid = "{key_of(name)}"\nname = "{name}"' for name in names]
    return "\n".join([*lines, '[[events]]\nfile = "events/*.csv"' if has_events else "", ""])


def front_matter(post: SeededPost, **more: object) -> str:
    """Return a post with YAML at its head, as ours, Hugo and Eleventy read it; JSON is YAML."""
    fields: dict[str, object] = {"title": post.title, "slug": post.slug, "summary": post.summary, "tags": post.tags}
    lines = [f"{name}: {json.dumps(value)}" for name, value in (fields | more).items()]
    return "\n".join(["---", *lines, "---", "", post.body])


def for_ours(post: SeededPost) -> str:
    return front_matter(post, topics=[key_of(post.topic)], date=f"{post.date:%Y-%m-%d %H:%M}")


def for_hugo(post: SeededPost) -> str:
    return front_matter(post, topics=[post.topic], years=[str(post.date.year)], date=f"{post.date:%Y-%m-%dT%H:%M:%SZ}")


def for_eleventy(post: SeededPost) -> str:
    # Unquoted, since Eleventy takes a date in quotes for text.
    return front_matter(post, topic=post.topic).replace("---\n", f"---\ndate: {post.date:%Y-%m-%dT%H:%M:%SZ}\n", 1)


def for_pelican(post: SeededPost) -> str:
    return (
        f"Title: {post.title}\nDate: {post.date:%Y-%m-%d %H:%M}\nCategory: {post.topic}\nTags: {', '.join(post.tags)}\n"
        f"Slug: {post.slug}\nSummary: {post.summary}\n\n{post.body}"
    )


def _body(luck: random.Random) -> str:
    table = ["| Title | Branch | Copies |", "| --- | --- | ---: |"]
    table += [f"| {_heading(luck)} | {luck.choice(BRANCHES)} | {luck.randrange(1, 30)} |" for _ in range(5)]
    parts = [
        _paragraph(luck, 6),
        f"## {_heading(luck)}",
        _paragraph(luck, 4),
        "\n".join(f"- {_sentence(luck, 5, 10)}" for _ in range(5)),
        f"## {_heading(luck)}",
        _paragraph(luck, 4),
        f"### {_heading(luck)}",
        _paragraph(luck, 3),
        "\n".join(table),
        *(_code(luck) for _ in range(luck.random() < _SHARE_WITH_CODE)),
        f"## {_heading(luck)}",
        _paragraph(luck, 4),
        "\n".join(f"{number}. {_sentence(luck, 5, 10)}" for number in range(1, 5)),
        f"> {_plain(luck)}",
        _paragraph(luck, 4),
    ]
    return "\n\n".join(parts) + "\n"


_SHARE_WITH_CODE = 0.05
# What one word, or two, of a sentence become, and how often.
_MARKS: tuple[tuple[float, Callable[[str, str, int], str]], ...] = (
    (0.08, lambda one, two, _: f"*{one}* {two}"),
    (0.16, lambda one, two, _: f"**{one} {two}**"),
    (0.20, lambda one, two, _: f"`{one}` {two}"),
    (0.28, lambda one, two, number: f"[{one} {two}](https://example.org/{one}/{number})"),
)


def _sentence(luck: random.Random, least: int = 8, most: int = 18) -> str:
    words = luck.choices(WORDS, k=luck.randint(least, most))
    words[0] = words[0].capitalize()
    roll, place = luck.random(), luck.randrange(len(words) - 1)
    marked = next((mark for share, mark in _MARKS if roll < share), None)
    if marked:
        words[place : place + 2] = [marked(words[place], words[place + 1], luck.randrange(999))]
    return " ".join(words) + luck.choice("...!?")


def _plain(luck: random.Random) -> str:
    return " ".join(luck.choices(WORDS, k=luck.randint(18, 26))).capitalize() + "."


def _paragraph(luck: random.Random, sentences: int) -> str:
    return " ".join(_sentence(luck) for _ in range(sentences))


def _heading(luck: random.Random) -> str:
    return " ".join(luck.choices(WORDS[:120], k=luck.randint(2, 5))).capitalize()


def _code(luck: random.Random) -> str:
    one, two = luck.choices(WORDS[:60], k=2)
    return f'```python\ndef {one}({two}):\n    return sorted(x for x in {two} if x != "{one}")\n```'
