"""What stops or thins out a stock Pelican build without a word: here the rest is published, and each is named."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

LIBRARY = 'name = "Mini"\naddress = "https://mini.example/"\ntime_zone = "America/Denver"\n'
POST = "---\ntitle: {}\ndate: 2026-10-01\n{}---\n{}\n"
FILES: dict[str, str | bytes] = {
    "library.toml": LIBRARY,
    "posts/good.md": POST.format("Good", "", "Good text."),
    "posts/list-first.md": "---\ntags:\n- a\n- b\ntitle: List first\ndate: 2026-10-01\n---\nList text.\n",
    "posts/control.md": POST.format("Control", "", "Con\x0btrol text."),
    "posts/latin.md": POST.format("Latin café", "", "Latin text.").encode("cp1252"),
    "posts/wide.md": POST.format("Wide café", "", "Wide text.").encode("utf-16"),
    "posts/picture.md": POST.format("Picture", "", "![Gone](images/gone.png)\n\nPicture text."),
    "posts/same-a.md": POST.format("Same A", "slug: same\n", "First of two."),
    "posts/same-b.md": POST.format("Same B", "slug: Same\n", "Second of two."),
    "posts/broken.md": "---\ntitle: Broken: twice\ndate: 2026-10-01\n---\nText.\n",
    "posts/undated.md": "---\ntitle: Undated\n---\nText.\n",
    "posts/tag.md": POST.format("Tag", "", "{% image 'x' %}"),
    "posts/untitled.html": "<html><head></head><body>Text.</body></html>\n",
    "posts/old.md": POST.replace("2026-10-01", "0001-01-01").format("Old", "", "Old text."),
    "posts/far.md": POST.replace("2026-10-01", "9999-12-31").format("Far", "", "Far text."),
    "posts/odd.md": POST.format(
        "Odd",
        "settings: x\nmetadata: x\nsource_path: x\ntimezone: Mars\noverride_save_as: ../../out.html\n_content: x\n"
        "translation: [a]\nsave_as: ../out.html\nurl: x\nreader: x\ncontent: x\nget_content: x\nstatus: published\n",
        "Odd {text} of {{braces}} %s 100%.".replace("{{braces}}", "{ braces }"),
    ),
    "posts/twins-a.md": POST.format("Twins A", "translation_key: twins\n", "Twin text A."),
    "posts/twins-b.md": POST.format("Twins B", "translation_key: twins\n", "Twin text B."),
    "posts/template.md": POST.format("Template", "template: nowhere\n", "Template text."),
    "posts/unknown.md": POST.format("Unknown", "branches: [central, east]\n", "Text."),
    "posts/empty.md": "",
    "posts/zero.md": b"\x00\x00\x00",
    "pages/good.md": "---\ntitle: Good page\n---\nGood page text.\n",
    "pages/untitled.md": "---\nsummary: No title\n---\nText.\n",
    "pages/events.md": "---\ntitle: Reserved\n---\nText.\n",
    "pages/zz-good.md": "---\ntitle: Again\nslug: GOOD\n---\nText.\n",
    "programs/good.md": "---\ntitle: Good program\nsummary: Good\n---\nGood program text.\n",
    "programs/untitled.md": "---\nsummary: No title\n---\nText.\n",
    "programs/zz-good.md": "---\ntitle: Again\nsummary: Again\nslug: good\n---\nText.\n",
    "events/all.csv": "id,title,date,start\na,Good event,2026-10-20,10:00\nb,,2026-10-20,10:00\n",
    "images/bad.svg": "<svg><script>alert(1)</script></svg>",
    "images/Twice.png": "one",
    "images/twice.png": "two",
    "images/odd.svg": '<svg width="." height="."></svg>',
}
LINKS = ("posts/nowhere.md", "pages/nowhere.md", "programs/nowhere.md")


def write(content: Path, files: dict[str, str | bytes]) -> None:
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """Return a content folder in which nearly everything is wrong."""
    folder = tmp_path_factory.mktemp("traps") / "content"
    write(folder, FILES)
    for name in LINKS:
        (folder / name).symlink_to(folder / "none.md")
    return folder


@pytest.fixture(scope="module")
def traps(content, build_into, tmp_path_factory):
    return build_into(tmp_path_factory.mktemp("traps-out") / "output", "--content", str(content))


def said(built, file):
    return {one["rule"]: one for one in built.report["problems"] if one["file"] == file}


def test_the_build_goes_on(traps):
    assert traps.code == 0
    assert "Traceback" not in traps.said


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("news/good/", "Good text."),
        ("news/list-first/", "List text."),
        ("news/control/", "Control text."),
        ("news/latin/", "Latin café"),
        ("news/wide/", "Wide café"),
        ("news/picture/", "Picture text."),
        ("news/same/", "First of two."),
        ("news/old/", "Old text."),
        ("news/odd/", "Odd {text} of { braces } %s 100%."),
        ("news/twins-a/", "Twin text A."),
        ("news/twins-b/", "Twin text B."),
        ("news/template/", "Template text."),
        ("good/", "Good page text."),
        ("programs/good/", "Good program text."),
        ("events/a/", "Good event"),
    ],
)
def test_everything_else_is_published(traps, address, words):
    assert words in traps.read(address)


@pytest.mark.parametrize(
    ("file", "rule", "severity", "line"),
    [
        ("posts/control.md", "text.unseen-character", "warning", 5),
        ("posts/latin.md", "text.encoding", "warning", 2),
        ("posts/wide.md", "text.encoding", "warning", 1),
        ("posts/picture.md", "images.missing", "warning", 5),
        ("posts/same-b.md", "site.address-taken", "error", None),
        ("posts/broken.md", "text.front-matter", "error", 2),
        ("posts/undated.md", "facts.missing", "error", 1),
        ("posts/tag.md", "text.template-tag", "error", 5),
        ("posts/unknown.md", "facts.unknown-word", "error", 4),
        ("posts/template.md", "facts.unused-value", "warning", 4),
        ("posts/untitled.html", "facts.missing", "error", 1),
        ("posts/empty.md", "facts.missing", "error", 1),
        ("posts/zero.md", "facts.missing", "error", 1),
        ("posts/nowhere.md", "pelican.file", "error", None),
        ("pages/untitled.md", "facts.missing", "error", 1),
        ("pages/events.md", "site.address-reserved", "error", None),
        ("pages/zz-good.md", "site.address-taken", "error", None),
        ("pages/nowhere.md", "pelican.file", "error", None),
        ("programs/untitled.md", "facts.missing", "error", 1),
        ("programs/zz-good.md", "site.address-taken", "error", None),
        ("programs/nowhere.md", "pelican.file", "error", None),
        ("events/all.csv", "events.no-title", "error", 3),
        ("images/twice.png", "site.address-taken", "error", None),
        ("images/bad.svg", "files.unsafe-svg", "error", None),
    ],
)
def test_each_is_in_the_report_with_its_cure(traps, file, rule, severity, line):
    problem = said(traps, file)[rule]
    assert (problem["severity"], problem["line"]) == (severity, line)
    assert problem["what"]
    assert problem["cure"]


def test_both_files_of_one_address_are_named(traps):
    problem = said(traps, "posts/same-b.md")["site.address-taken"]
    assert "posts/same-a.md" in problem["what"]
    assert "slug:" in problem["cure"]


def test_two_posts_that_claim_to_translate_each_other_in_one_language_are_named(traps):
    (problem,) = [one for one in traps.report["problems"] if "twins-a" in one["what"]]
    assert (problem["rule"], problem["severity"]) == ("site.same-translation", "warning")
    assert "posts/twins-b.md" in problem["what"]
    assert "translation_key" in problem["cure"]


def test_nothing_that_pelican_said_is_unknown(traps):
    assert [one for one in traps.report["problems"] if one["rule"] in {"pelican.said", "build.stopped"}] == []


def test_the_counts_add_up(traps):
    for kind, counts in traps.report["counts"].items():
        parts = [counts[part] for part in ("published", "waiting", "drafts", "left_out")]
        assert counts["read"] == sum(parts), kind
    assert traps.report["counts"]["posts"]["read"] == sum(name.startswith("posts/") for name in (*FILES, *LINKS))
    assert traps.report["counts"]["posts"]["waiting"] == 1


def test_no_file_is_written_outside_the_site(traps):
    assert not list(traps.output.parent.rglob("out.html"))


def test_strict_stops_and_leaves_the_old_site_byte_for_byte(traps, content, build_into, tmp_path, tree):
    shutil.copytree(traps.output, tmp_path / "output")
    before = tree(tmp_path / "output")
    (tmp_path / "content").mkdir()
    shutil.copytree(content, tmp_path / "content", dirs_exist_ok=True, symlinks=True)
    (tmp_path / "content/posts/good.md").write_text(POST.format("Changed", "", "Changed."), encoding="utf-8")
    built = build_into(tmp_path / "output", "--content", str(tmp_path / "content"), "--strict")
    assert (built.code, built.report["published"]) == (1, False)
    assert "was left as it is" in built.said
    assert tree(tmp_path / "output") == before


# Plugins that fail, in a project of their own.

PLUGIN = """
from pelican import signals

{top}

def greet(generators):
    pass

def register():
    {inside}
    signals.all_generators_finalized.connect(greet)
"""


@pytest.fixture
def project(root, tmp_path):
    """Return a project that is ours but for its settings."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    for name in ("plugins", "theme"):
        (folder / name).symlink_to(root / name, target_is_directory=True)
    for path in (*root.glob("*.py"), *root.glob("requirements*.txt")):
        shutil.copy(path, folder / path.name)
    write(folder / "content", {name: FILES[name] for name in ("library.toml", "posts/good.md")})
    return folder


@pytest.mark.parametrize(
    ("name", "top", "inside", "reason"),
    [
        ("nowhere.plugin", "", "pass", "nowhere"),
        ("failing", "import not_installed", "pass", "not_installed"),
        ("failing", "", "raise ValueError('no key')", "failing"),
    ],
)
def test_a_plugin_that_does_not_start_is_an_error_and_all_else_is_built(project, run_build, name, top, inside, reason):
    (project / "failing.py").write_text(PLUGIN.format(top=top, inside=inside), encoding="utf-8")
    settings = (project / "pelicanconf.py").read_text(encoding="utf-8")
    (project / "pelicanconf.py").write_text(f"{settings}\nPLUGINS.append({name!r})\n", encoding="utf-8")
    built = run_build(project, project / "output")
    assert built.code == 0
    assert "Good text." in built.read("news/good/")
    (problem,) = built.report["problems"]
    assert (problem["rule"], problem["severity"], problem["file"]) == ("pelican.plugin", "error", "pelicanconf.py")
    assert reason in problem["what"]
    assert "PLUGINS" in problem["cure"]
    assert run_build(project, project / "output", "--strict").code == 1


@pytest.mark.parametrize("top", ["1 / 0", "def ("])
def test_a_plugin_that_breaks_while_it_is_read_leaves_the_old_site(project, run_build, tree, top):
    run_build(project, project / "output")
    (project / "failing.py").write_text(PLUGIN.format(top=top, inside="pass"), encoding="utf-8")
    settings = (project / "pelicanconf.py").read_text(encoding="utf-8")
    (project / "pelicanconf.py").write_text(f"{settings}\nPLUGINS.append('failing')\n", encoding="utf-8")
    before = tree(project / "output")
    built = run_build(project, project / "output")
    assert built.code == 1
    assert "Traceback" not in built.said
    assert [one["rule"] for one in built.report["problems"]] == ["build.stopped"]
    assert tree(project / "output") == before
