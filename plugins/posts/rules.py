"""What is said of files among posts that are none."""

from __future__ import annotations

from plugins.kernel.problems import note, warning

NOT_A_POST = note("posts.not-a-post", "A file in a folder of posts from elsewhere is not a Markdown file.")
AUDIO_MISSING = warning(
    "posts.audio-missing", "A recording is not in the content folder; the post is published without it."
)
NO_TRANSCRIPT = warning("posts.no-transcript", "A recording has no transcript for people who cannot hear it.")
