"""Videos in a text: a player with all that belongs to it, a card for one elsewhere, and what is said else."""

from __future__ import annotations

import re

import pytest

from plugins.tools import body
from plugins.tools.content_files import ContentFiles
from plugins.tools.markdown import DEFAULTS, Converter
from plugins.tools.source import Source
from plugins.tools.videos import host_of
from tests.tools import samples

MP4 = b"\x00\x00\x00\x18ftypisom" + bytes(40)
WEBM = b"\x1a\x45\xdf\xa3" + bytes(40)
VTT = b"WEBVTT\n\n00:00.000 --> 00:02.000\nWelcome.\n"


@pytest.fixture(scope="module")
def render(tmp_path_factory):
    root = tmp_path_factory.mktemp("content")
    (root / "videos").mkdir()
    files = {
        "tour.mp4": MP4, "tour.vtt": VTT, "tour.es.vtt": VTT, "tour.txt": b"Welcome.",
        "tour.jpg": samples.data_of(samples.scene(), "JPEG"),
        "silent.webm": WEBM, "bare.mp4": MP4, "wrong.mp4": b"<html>", "odd.mp4": MP4, "odd.vtt": b"no captions",
    }  # fmt: skip
    for name, data in files.items():
        samples.write(root / "videos", name, data)
    convert = Converter(DEFAULTS)

    def rendered(text: str):
        made = body.render(Source(text=text, file="a.md", line=1), convert=convert, files=ContentFiles(root=root))
        return re.sub("-[0-9a-f]{10}-", "-DIGEST-", made.html), [(one.rule, one.line) for one in made.problems]

    return rendered


def test_a_player_has_poster_captions_and_a_link_to_the_transcript(render):
    html, said = render('![A tour](videos/tour.mp4 "Four minutes. Credit: Ann")')
    assert said == []
    assert html == (
        '<figure class="wide"><video controls preload="none" width="640" height="480" '
        'poster="/images/tour-DIGEST-640.jpg" aria-label="A tour"><source src="/videos/tour.mp4" type="video/mp4">'
        '<track kind="captions" src="/videos/tour.vtt">'
        '<track kind="captions" src="/videos/tour.es.vtt" srclang="es" label="es">'
        '<a href="/videos/tour.mp4">A tour</a></video><figcaption>Four minutes. <small class="credit">Ann</small> '
        '<a href="/videos/tour.txt" data-word="transcript">tour.txt <small class="file-kind">(TXT, 1 KB)</small></a>'
        "</figcaption></figure>"
    )


@pytest.mark.parametrize(
    ("text", "shown", "said"),
    [
        ("![](videos/tour.mp4)", 'aria-label="tour"', []),
        (
            '![Swans](videos/silent.webm "No captions: nobody speaks")',
            "<figcaption>nobody speaks</figcaption>",
            ["videos.no-poster", "videos.no-transcript"],
        ),
        ("![A talk](videos/bare.mp4)", "", ["videos.no-captions"]),
        ("![A talk](videos/odd.mp4)", "", ["videos.no-captions"]),
        ("![A page](videos/wrong.mp4)", "<p><em>A page</em></p>", ["videos.missing"]),
        ("![Gone](videos/gone.mp4)", "<p><em>Gone</em></p>", ["videos.missing"]),
        ("![](https://youtu.be/aqz-KE-bpKQ)", "", ["videos.no-words"]),
    ],
)
def test_what_is_missing_is_named(render, text, shown, said):
    html, found = render(text)
    assert sorted(found) == [(rule, 1) for rule in said]
    assert (shown in html) if shown else html == ""


def test_a_video_elsewhere_becomes_a_card_that_only_links_there(render):
    html, said = render('![Mend a kettle](https://www.youtube.com/watch?v=aqz-KE-bpKQ "In spring. Credit: Ann")')
    assert said == []
    assert html == (
        '<figure class="wide"><a class="video" href="https://www.youtube.com/watch?v=aqz-KE-bpKQ" rel="noreferrer">'
        '<b>Mend a kettle</b><span class="play" data-word="watch|YouTube">YouTube</span>'
        '<small data-word="nothing_loaded|YouTube"></small></a>'
        '<figcaption>In spring. <small class="credit">Ann</small></figcaption></figure>'
    )


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.youtube.com/watch?v=aqz-KE-bpKQ", "YouTube"),
        ("https://m.youtube.com/watch?t=3&v=aqz-KE-bpKQ", "YouTube"),
        ("https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ", "YouTube"),
        ("https://youtu.be/aqz-KE-bpKQ?t=10", "YouTube"),
        ("https://www.youtube.com/shorts/aqz-KE-bpKQ", "YouTube"),
        ("https://vimeo.com/1084537", "Vimeo"),
        ("https://player.vimeo.com/video/1084537", "Vimeo"),
        ("https://framatube.org/w/9db9f3f1-9b54-44ed-9e91-461d262d2205", "PeerTube"),
        ("https://framatube.org/videos/watch/9db9f3f1-9b54-44ed-9e91-461d262d2205", "PeerTube"),
        ("https://www.youtube.com/@library", ""),
        ("https://a.example/picture.jpg", ""),
        ("https://evil.example/?https://youtu.be/aqz-KE-bpKQ", ""),
        ("videos/tour.mp4", ""),
    ],
)
def test_a_video_is_known_by_its_address(address, host):
    assert host_of(address) == host
