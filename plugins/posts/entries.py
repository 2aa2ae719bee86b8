"""A post as other pages and files see it."""

from __future__ import annotations

from typing import TypedDict, Unpack

from plugins.kernel.entry import Alternate, Entry
from plugins.kernel.later import Later
from plugins.posts.model import Post
from plugins.posts.recording import Recording


class OfPage(TypedDict):
    """What the page of a post knows of it."""

    address: str
    summary: str
    body: str | Later[str]
    alternates: tuple[Alternate, ...]
    source: str
    listed: bool


def entry_of(post: Post, recording: Recording | None, **page: Unpack[OfPage]) -> Entry:
    """Return a post's entry."""
    return Entry(
        kind="post",
        title=post.title,
        language=post.language,
        id=post.id,
        published=post.date,
        updated=post.updated,
        authors=post.authors,
        tags=post.tags,
        topics=post.topics,
        branches=post.branches,
        audiences=post.audiences,
        program=post.program,
        image=post.image,
        image_alt=post.image_alt,
        shared_image=(post.image, post.image_alt) if post.card == "picture" else None,
        audio=post.audio if recording else "",
        old_addresses=post.old_addresses,
        transcript=post.transcript if recording and recording.transcript else "",
        status="draft" if post.status == "draft" else "waiting" if post.waiting else "",
        **page,
    )
