"""What is said of files among posts that are none."""

from __future__ import annotations

from plugins.kernel.problems import note

NOT_A_POST = note("posts.not-a-post", "A file in a folder of posts from elsewhere is not a Markdown file.")
