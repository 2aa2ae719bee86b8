"""Makes a player of a video of ours, and a card of one elsewhere, which loads nothing until it is pressed."""

from __future__ import annotations

import html as html_module
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from plugins.kernel.problems import Problem, Rule
from plugins.tools import alt_text, rules
from plugins.tools.captions import parted, render_caption
from plugins.tools.content_files import ContentFiles, Found
from plugins.tools.html import as_text
from plugins.tools.photograph import PictureError
from plugins.tools.shown_picture import ShownPicture
from plugins.tools.source import PLACEHOLDER, Source

TYPES = {"mp4": "video/mp4", "webm": "video/webm"}
_HEADS = {"mp4": re.compile(rb".{4}ftyp", re.DOTALL), "webm": re.compile(rb"\x1a\x45\xdf\xa3")}
_ID = r"[\w-]{6,}"
_HOSTS = {
    "YouTube": re.compile(
        rf"https?://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|embed/|shorts/|live/)|youtu\.be/){_ID}"
    ),
    "Vimeo": re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?\d+"),
    "PeerTube": re.compile(rf"https?://[\w.-]+/(?:w|videos/(?:watch|embed))/{_ID}"),
}
_NO_CAPTIONS = re.compile(r"\s*\bno captions:\s*", re.IGNORECASE)
_POSTERS = ("jpg", "jpeg", "png", "webp", "avif")
_LANGUAGES = "ar de en es fa fr he hi hmn it ja ko nl pl pt ru so sw tl uk ur vi zh".split()
_UNKNOWN_SIZE = (1280, 720)


def host_of(address: str) -> str:
    """Return whose video an address leads to, or nothing."""
    return next((name for name, pattern in _HOSTS.items() if pattern.match(address)), "")


def is_video(address: str) -> bool:
    """Tell whether what stands in the place of a picture is a video."""
    return PurePosixPath(re.split("[#?]", address)[0]).suffix.lower().lstrip(".") in TYPES or bool(host_of(address))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What staff said of a video: what it shows, its caption, who made it, why it has no captions; all but alt HTML."""

    alt: str
    caption: str
    credit: str
    no_captions: str


def said_of(alt: str, title: str) -> Said:
    """Return the parts of what stands between the brackets and the quotation marks."""
    rest, _, no_captions = _NO_CAPTIONS.sub("\0", title, count=1).partition("\0")
    caption, credit = parted(rest)
    return Said(alt=alt.strip(), caption=caption, credit=credit, no_captions=no_captions.strip())


class Videos:
    """Makes players and cards, or names what is missing."""

    def __init__(self, source: Source, files: ContentFiles, problems: list[Problem]) -> None:
        self._source, self._files, self._problems = source, files, problems

    def render(self, address: str, alt: str, title: str) -> str:
        """Return the HTML of a video: a block of its own; nothing, and a problem, where it cannot be shown."""
        plain, said = html_module.unescape(address), said_of(alt, title)
        host = host_of(plain)
        if not host:
            return self._player(plain, said)
        if alt_text.refusal(said.alt, plain):
            cure = f"Say what it shows: ![How to mend a kettle, in four minutes]({plain})"
            self._say(rules.VIDEO_NO_WORDS, plain, "This video has no words that say what it shows.", cure)
            return ""
        return _card(address, host, said)

    def _player(self, address: str, said: Said) -> str:
        found = self._find(address)
        if found is None:
            what = f'There is no video "{address}" in content/videos/, or it is none that browsers can play.'
            cure = "Put an MP4 (H.264) or a WebM into content/videos/ and write its name as videos/name.mp4."
            self._say(rules.VIDEO_MISSING, address, what, cure)
            return f"<p><em>{html_module.escape(said.alt)}</em></p>" if said.alt else ""
        tracks = self._tracks(address)
        if not tracks and not said.no_captions:
            name = PurePosixPath(address).with_suffix(".vtt")
            cure = (
                f"Save its captions as {name}, or say after the caption why there are none: No captions: nobody speaks"
            )
            self._say(
                rules.VIDEO_NO_CAPTIONS, address, "This video has no captions for people who cannot hear it.", cure
            )
            return ""
        return self._figure(found, address, said, tracks)

    def _figure(self, found: Found, address: str, said: Said, tracks: str) -> str:
        poster = self._poster(address)
        width, height = (poster.width, poster.height) if poster else _UNKNOWN_SIZE
        shown = f' poster="/{poster.address}"' if poster else ""
        kind = TYPES[found.path.suffix.lower().lstrip(".")]
        words = html_module.escape(said.alt) or as_text(said.caption) or found.path.stem
        inside = f'<source src="/{found.address}" type="{kind}">{tracks}<a href="/{found.address}">{words}</a>'
        label = f' aria-label="{html_module.escape(html_module.unescape(words))}"'
        player = f'<video controls preload="none" width="{width}" height="{height}"{shown}{label}>{inside}</video>'
        return f'<figure class="wide">{player}{self._below(address, said)}</figure>'

    def _below(self, address: str, said: Said) -> str:
        transcript, link = self._beside(address, "txt"), ""
        if transcript:
            name = html_module.escape(transcript.path.name)
            link = f'<a href="/{transcript.address}" data-word="transcript">{name}</a>'
        else:
            cure = f"Save what is said and what is seen as {PurePosixPath(address).with_suffix('.txt')}."
            what = "This video has no transcript, for people who would rather read it, or cannot play it."
            self._say(rules.VIDEO_NO_TRANSCRIPT, address, what, cure)
        return render_caption(said.caption, said.credit, said.no_captions, link)

    def _tracks(self, address: str) -> str:
        """Return the captions beside a video: tour.vtt in the text's own language, tour.es.vtt in another."""
        tracks = []
        # Each is asked for, so that captions which are added later are seen.
        for language in ("", *_LANGUAGES):
            found = self._beside(address, f"{language}.vtt".lstrip("."))
            if found and found.path.read_bytes().removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
                spoken = f' srclang="{language}" label="{language}"' if language else ""
                tracks.append(f'<track kind="captions" src="/{found.address}"{spoken}>')
        return "".join(tracks)

    def _poster(self, address: str) -> ShownPicture | None:
        for ending in _POSTERS:
            found = self._beside(address, ending)
            if found:
                try:
                    return self._files.shown(found)
                except PictureError as error:
                    name = found.path.name
                    self._say(rules.IMAGE_UNUSABLE, address, f'The picture "{name}" {error.what}.', error.cure)
        cure = f"Save one picture of it as {PurePosixPath(address).with_suffix('.jpg')}."
        self._say(rules.VIDEO_NO_POSTER, address, "There is no picture to show before this video is played.", cure)
        return None

    def _find(self, address: str) -> Found | None:
        found = self._files.offered(PLACEHOLDER.sub("", address), self._source.folder)
        if found is None:
            return None
        with found.path.open("rb") as file:
            head = file.read(16)
        return found if _HEADS[found.path.suffix.lower().lstrip(".")].match(head) else None

    def _beside(self, address: str, ending: str) -> Found | None:
        plain = PLACEHOLDER.sub("", address)
        return self._files.offered(quote(str(PurePosixPath(plain).with_suffix(f".{ending}"))), self._source.folder)

    def _say(self, rule: Rule, value: str, what: str, cure: str) -> None:
        line = self._source.line_of(value)
        self._problems.append(rule.at(self._source.file, line=line, value=value, what=what, cure=cure))


def _card(address: str, host: str, said: Said) -> str:
    """Return a link that looks like a video; the words of the interface are filled in by the page that shows it."""
    play = f'<span class="play" data-word="watch|{host}">{host}</span>'
    note = f'<small data-word="nothing_loaded|{host}"></small>'
    link = f'<a class="video" href="{address}" rel="noreferrer"><b>{html_module.escape(said.alt)}</b>{play}{note}</a>'
    return f'<figure class="wide">{link}{render_caption(said.caption, said.credit)}</figure>'
