"""Describes posts and programs by what every other part of the site sees of them, their entries."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.events.model import Occurrence
from plugins.kernel.entry import Entry
from plugins.kernel.text import slug
from plugins.structured_data.describe_event import event_node
from plugins.structured_data.describe_library import organization
from plugins.structured_data.model import Node, Speaker, filled


def post_node(entry: Entry, speaker: Speaker) -> Node:
    """Return a post."""
    site = organization(speaker)
    department = filled(at_type="Organization", url=site["url"], logo=site["logo"])
    authors = [{**department, "@id": f"{site['@id']}-{slug(name)}", "name": name} for name in entry.authors]
    address = speaker.absolute(entry.address)
    return filled(
        at_type="BlogPosting",
        at_id=f"{address}#post",
        headline=entry.title,
        description=entry.summary,
        url=address,
        mainEntityOfPage=address,
        inLanguage=entry.language,
        **_dates(entry),
        image=speaker.picture_of(entry.image),
        author=authors or [site],
        publisher=site,
        keywords=_keywords(entry),
    )


def dataset_node(entry: Entry, tables: Sequence[tuple[str, str]], speaker: Speaker) -> Node:
    """Return an infographic as the data that it shows; `tables` are the title and the address of each CSV."""
    site = organization(speaker)
    address = speaker.absolute(entry.address)
    files = [
        filled(at_type="DataDownload", name=title, encodingFormat="text/csv", contentUrl=speaker.absolute(file))
        for title, file in tables
    ]
    return filled(
        at_type="Dataset",
        at_id=f"{address}#dataset",
        name=entry.title,
        description=entry.summary,
        url=address,
        inLanguage=entry.language,
        **_dates(entry),
        creator=site,
        publisher=site,
        isAccessibleForFree=True,
        keywords=_keywords(entry),
        distribution=files,
    )


def _dates(entry: Entry) -> Node:
    """Return when it was published, and when it last changed."""
    published, changed = entry.published, entry.updated or entry.published
    return {
        "datePublished": published.isoformat(timespec="minutes") if published else "",
        "dateModified": changed.isoformat(timespec="minutes") if published and changed else "",
    }


def _keywords(entry: Entry) -> list[str]:
    return [*entry.tags, *(topic.name.in_(entry.language) for topic in entry.topics)]


def program_node(entry: Entry, times: Sequence[Occurrence], speaker: Speaker) -> Node:
    """Return a program, and the next times at which it meets."""
    address = speaker.absolute(entry.address)
    meetings = [event_node(one, speaker) for one in times]
    return filled(
        at_type="EventSeries",
        at_id=f"{address}#program",
        name=entry.title,
        description=entry.summary,
        url=address,
        inLanguage=entry.language,
        startDate=meetings[0]["startDate"] if meetings else "",
        location=meetings[0]["location"] if meetings else "",
        organizer=organization(speaker),
        subEvent=meetings,
    )
