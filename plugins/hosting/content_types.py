"""The type of each kind of file, by the end of its name: what browsers, calendars and feed readers expect."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_TEXT = "; charset=utf-8"
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "avif": "image/avif",
        "css": f"text/css{_TEXT}",
        "csv": f"text/csv{_TEXT}",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "epub": "application/epub+zip",
        "gif": "image/gif",
        "html": f"text/html{_TEXT}",
        "ico": "image/x-icon",
        "ics": f"text/calendar{_TEXT}",
        "jpeg": "image/jpeg",
        "jpg": "image/jpeg",
        "js": f"text/javascript{_TEXT}",
        "json": "application/json",
        "m4a": "audio/mp4",
        "mjs": f"text/javascript{_TEXT}",
        "mp3": "audio/mpeg",
        "mp4": "video/mp4",
        "odp": "application/vnd.oasis.opendocument.presentation",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odt": "application/vnd.oasis.opendocument.text",
        "oga": "audio/ogg",
        "ogg": "audio/ogg",
        "opml": "text/x-opml",
        "opus": "audio/ogg",
        "pdf": "application/pdf",
        "png": "image/png",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "srt": f"text/plain{_TEXT}",
        "svg": "image/svg+xml",
        "txt": f"text/plain{_TEXT}",
        "vtt": f"text/vtt{_TEXT}",
        "wasm": "application/wasm",
        "webm": "video/webm",
        "webmanifest": "application/manifest+json",
        "webp": "image/webp",
        "woff2": "font/woff2",
        # Feeds too: as application/rss+xml, browsers would save the file and not show it.
        "xml": "application/xml",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip": "application/zip",
    }
)
UNKNOWN = "application/octet-stream"
# Of a few files the end of the name says too little.
SPECULATION_RULES = "speculation-rules.json"
_BY_NAME: Mapping[str, str] = MappingProxyType({SPECULATION_RULES: "application/speculationrules+json"})


def content_type(path: str) -> str:
    """Return the type of a file, or of the page at an address that ends with a slash."""
    name = path.rpartition("/")[2] or "index.html"
    return _BY_NAME.get(name) or TYPES.get(name.rpartition(".")[2].lower(), UNKNOWN)
