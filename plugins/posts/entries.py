"""A post as other pages and files see it."""

from __future__ import annotations

from typing import Any

from plugins.kernel.entry import Entry
from plugins.posts.model import Post
from plugins.posts.recording import Recording


def entry_of(post: Post, recording: Recording | None, **more: Any) -> Entry:  # noqa: ANN401 - Entry checks them
    """Return a post's entry; `more` is what its page knows: address, text, summary, translations, file."""
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
        transcript=post.transcript if recording and recording.transcript else "",
        status="draft" if post.status == "draft" else "waiting" if post.waiting else "",
        **more,
    )
