"""Which files are copied: by folder, by type, and, for drawings, by what is in them."""

from __future__ import annotations

import pytest

from plugins.files.allowed import refusal


@pytest.mark.parametrize(
    ("file", "data", "rule"),
    [
        ("files/form.pdf", b"", None),
        ("files/FORM.PDF", b"", None),
        ("files/a/b/c.docx", b"", None),
        ("images/a.svg", b"<svg><rect/></svg>", None),
        ("audio/a.mp3", b"", None),
        ("audio/a.vtt", b"", None),
        ("audio/a.wav", b"", "files.type"),
        ("images/a.webp", b"", None),
        ("files/a.svg", b"<svg/>", "files.type"),
        ("files/run.sh", b"", "files.type"),
        ("files/page.html", b"", "files.type"),
        ("files/noending", b"", "files.type"),
        ("files/.pdf", b"", "files.type"),
        ("images/a.pdf", b"", "files.type"),
        ("images/a.svg", b"<svg><SCRIPT>", "files.unsafe-svg"),
        ("images/a.svg", b"<svg onload = 'a()'>", "files.unsafe-svg"),
        ("images/a.svg", b"<svg><foreignObject>", "files.unsafe-svg"),
        ("images/a.svg", "<svg><script>".encode("utf-16-le"), "files.unsafe-svg"),
        ("images/a.svg", b"<svg><a href='java\n\tscript:a()'>", "files.unsafe-svg"),
        ("images/a.svg", b"<svg><a href='javascript:a()'>", "files.unsafe-svg"),
        ("images/a.svg", b"<svg><image href='https://a.example/x.png'>", "files.unsafe-svg"),
        ("images/a.svg", b'<svg><image xlink:href="//a.example/x.png">', "files.unsafe-svg"),
        ("images/a.svg", b"<svg><style>@import 'x'", "files.unsafe-svg"),
        ("images/a.svg", b"<svg style='fill:url(https://a.example/x)'>", "files.unsafe-svg"),
        ("images/a.svg", b"<!DOCTYPE svg [<!ENTITY x 'y'>]><svg>", "files.unsafe-svg"),
        ("images/a.svg", b"<svg style='fill:url(#a)'><use href='#b'/></svg>", None),
        ("images/a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><a href='#x'/></svg>", None),
        ("images/a.svg", "<svg><script>".encode("utf-16"), "files.unsafe-svg"),
        ("images/a.svg", b"<svg><a href='java&#115;cript:a()'>", "files.unsafe-svg"),
    ],
)
def test_what_is_copied(tmp_path, file, data, rule):
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    problem = refusal(path, file, tmp_path.resolve())
    assert (problem.rule if problem else None) == rule
    if problem:
        assert problem.file == file
        assert problem.cure


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "content/files").mkdir(parents=True)
    (tmp_path / "secret.pdf").write_bytes(b"x")
    link = tmp_path / "content/files/a.pdf"
    link.symlink_to(tmp_path / "secret.pdf")
    problem = refusal(link, "files/a.pdf", (tmp_path / "content").resolve())
    assert problem
    assert problem.rule == "files.outside"
