"""The recording that a post is about: where it is on the site, and where people can read what is said in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.kernel.problems import Problem
from plugins.posts import rules
from plugins.posts.model import Post
from plugins.tools.content_files import ContentFiles

AUDIO = frozenset({".m4a", ".mp3", ".oga", ".ogg", ".opus"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A recording, and its transcript ("" where there is none)."""

    address: str
    transcript: str = ""


def recording_of(post: Post, files: ContentFiles, file: str) -> tuple[Recording | None, tuple[Problem, ...]]:
    """Return a post's recording, and what is wrong with it; without one that can be offered, the post is none."""
    if not post.audio:
        return None, ()
    found = files.offered(post.audio)
    if found is None or PurePosixPath(post.audio).suffix.lower() not in AUDIO:
        what = f'There is no recording "{post.audio}" in content/audio/; the post is published without it.'
        cure = "Put it there as an MP3, and write its name as audio: audio/name.mp3."
        return None, (rules.AUDIO_MISSING.at(file, column="audio", value=post.audio, what=what, cure=cure),)
    said = files.offered(post.transcript) if post.transcript else None
    problems = () if said else (_without_words(post, file),)
    return Recording(address=found.address, transcript=said.address if said else ""), problems


def _without_words(post: Post, file: str) -> Problem:
    what = f'There is no transcript "{post.transcript}" in content/audio/.'
    return rules.NO_TRANSCRIPT.at(
        file,
        column="transcript",
        value=post.transcript,
        what=what if post.transcript else "People who cannot hear this recording have nothing to read.",
        cure="Put what is said in it into a file in content/audio/, and name it: transcript: audio/name.vtt (or .txt).",
    )
