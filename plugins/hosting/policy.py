"""What a page may load and do: the Content-Security-Policy, without any `unsafe-` word, and what else is refused."""

from __future__ import annotations

from urllib.parse import urlsplit

from plugins.kernel.library import Library

# Of what browsers could offer a page, ours use none of these.
PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in (
        *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope"),
        *("magnetometer", "microphone", "midi", "payment", "usb", "browsing-topics"),
    )
)
NOBODY, ANYBODY = "frame-ancestors 'none'", "frame-ancestors *"
# Search compiles its index's reader (WebAssembly); nothing else may be made of text.
WASM = "'wasm-unsafe-eval'"
# A drawing may have styles of its own, but neither run nor load anything: so nothing is said of styles.
DRAWING = "; ".join(
    (
        *("script-src 'none'", "img-src data:", "font-src data:", "media-src 'none'", "object-src 'none'"),
        *("connect-src 'none'", "frame-src 'none'", "base-uri 'none'", "form-action 'none'", NOBODY, "sandbox"),
    )
)
# A picture or a form shown by itself is no page of ours: browsers lay a page of their own around it.
FILE = NOBODY


def page_policy(library: Library, scripts: str = "'self'", frames: str = NOBODY) -> str:
    """Return the policy of a page: everything from the site itself, and forms to the catalog of library.toml."""
    forms = " ".join(["'self'", *form_hosts(library)])
    return "; ".join(
        (
            *("default-src 'none'", f"script-src {scripts}", "style-src 'self'", "img-src 'self'", "font-src 'self'"),
            *("media-src 'self'", "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'"),
            *(f"form-action {forms}", frames),
        )
    )


def meta_policy(policy: str) -> str:
    """Return what of a policy a page can say for itself, where no server does: nothing of who may frame it."""
    return "; ".join(part for part in policy.split("; ") if not part.startswith("frame-ancestors"))


def form_hosts(library: Library) -> tuple[str, ...]:
    """Return where forms may lead besides the site: to the catalog's host."""
    found = urlsplit(library.catalog)
    return (f"{found.scheme}://{found.netloc}",) if found.netloc else ()
