"""A site goes out whole, light and checked, or not at all."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest

from plugins.commands.publishing.pack import is_packed, is_text
from plugins.hosting.digest_names import has_digest
from tests.conftest import ROOT, build_site

NOW = "2026-10-08T14:20"
POST = "---\ntitle: {title}\ndate: 2026-10-0{day}\nsummary: {summary}\n{more}---\n\n{text}\n"
SUMMARY = "What has changed at the library this week, and what has stayed as it was."


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A library's content, and the folder its site is published into."""

    content: Path
    output: Path

    def publish(self, *options: str, **environ: str) -> subprocess.CompletedProcess[str]:
        """Publish as people do."""
        places = ("--content", str(self.content), "--output", str(self.output), "--now", NOW)
        command = [sys.executable, str(ROOT / "tasks.py"), "publish", *places, *options]
        return subprocess.run(command, env=os.environ | environ, capture_output=True, text=True, check=False)

    def write(
        self, name: str, text: str = "Words.", title: str = "News of the week", day: int = 1, more: str = ""
    ) -> None:
        """Write a post."""
        made = POST.format(title=title, day=day, summary=SUMMARY, text=text, more=more)
        (self.content / f"posts/{name}.md").write_text(made, encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Return every file of the site with its bytes."""
        return contents(self.output)

    def signs(self) -> dict[str, tuple[int, int]]:
        """Return of every file of the site which file it is, and its time."""
        paths = (path for path in self.output.rglob("*") if path.is_file())
        found = ((path, path.stat()) for path in paths)
        return {path.relative_to(self.output).as_posix(): (stat.st_ino, stat.st_mtime_ns) for path, stat in found}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def new_project(folder: Path) -> Project:
    content = shutil.copytree(ROOT / "tests/sites/one-branch/content", folder / "content")
    (content / "files").mkdir()
    (content / "files/form.pdf").write_bytes(b"%PDF-1.4 a form")
    made = Project(content=content, output=folder / "output")
    made.write("first", "[The form](files/form.pdf).", title="The first of the news")
    return made


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, str]:
    """Return a project that was published once, and what was said; nobody changes it."""
    made = new_project(tmp_path_factory.mktemp("published"))
    done = made.publish()
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return made, done.stdout


@pytest.fixture
def project(published: tuple[Project, str], tmp_path: Path) -> Project:
    """Return a project like it, to change; its site is the same files."""
    old, _ = published
    content = shutil.copytree(old.content, tmp_path / "content")
    output = shutil.copytree(old.output, tmp_path / "output", copy_function=os.link)
    shutil.copytree(old.output.with_name(".output-plain"), tmp_path / ".output-plain", copy_function=os.link)
    return Project(content=content, output=output)


def test_names_carry_digests_and_every_page_uses_them(published: tuple[Project, str]):
    files = published[0].files()
    style = [file for file in files if re.fullmatch(r"theme/css/site\.[0-9a-f]{10}\.css", file)]
    assert len(style) == 1
    assert f'href="./{style[0]}"' in files["index.html"].decode()
    assert f'href="../../{style[0]}"' in files["news/first/index.html"].decode()
    plain = [file for file in files if file.startswith("theme/") and not has_digest(file) and not is_packed(file)]
    assert [file for file in plain if not file.endswith(".txt")] == []
    assert all(re.search(rb"url\(\.\./fonts/[\w-]+\.[0-9a-f]{10}\.woff2\)", files[file]) for file in style)
    assert b"theme/css/site.css" not in b"".join(data for file, data in files.items() if file.endswith(".html"))


def test_every_text_has_a_packed_copy_and_what_unpacks_is_the_text(published: tuple[Project, str]):
    files = published[0].files()
    texts = [file for file, data in files.items() if is_text(file) and len(data) > 300]
    assert len(texts) > 50
    assert {file for file in texts if f"{file}.br" not in files or f"{file}.gz" not in files} == set()
    packed = [file for file in files if is_packed(file)]
    unpack = {".br": brotli.decompress, ".gz": gzip.decompress}
    assert all(unpack[file[-3:]](files[file]) == files[file[:-3]] for file in packed)


def test_the_list_of_what_is_published_is_whole(published: tuple[Project, str]):
    files = published[0].files()
    listed = json.loads(files["published.json"])["files"]
    ours = {file for file in files if not is_packed(file)} - {"published.json"}
    assert listed == {file: hashlib.sha256(files[file]).hexdigest() for file in ours}


def test_the_report_says_what_the_heaviest_pages_weigh(published: tuple[Project, str]):
    assert re.search(r"^  styles +1\d\.\d KB of +14\.0  /", published[1], re.MULTILINE)
    assert "pages in " in published[1]
    assert "Next: python3 tasks.py preview" in published[1]


def test_the_same_content_is_the_same_bytes_and_the_same_files(project: Project, published: tuple[Project, str]):
    before = project.signs()
    done = project.publish()
    assert done.returncode == 0, done.stdout
    assert project.files() == published[0].files()
    assert project.signs() == before
    assert ", 0 of them new or changed." in done.stdout


def test_after_a_change_only_what_shows_it_is_a_new_file(project: Project, tmp_path: Path):
    before = project.signs()
    project.write("first", "[The form](files/form.pdf), again.", title="The first of the news")
    assert project.publish().returncode == 0
    after = project.signs()
    changed = {file for file in after if after[file] != before.get(file)}
    assert {
        "news/first/index.html",
        "news/first/index.html.br",
        "news/first/index.html.gz",
        "published.json",
    } <= changed
    assert not any(file.startswith(("theme/", "files/")) for file in changed)
    assert {"news/hello/index.html", "branches/index.html", "style-guide/index.html"} & changed == set()
    times = {file: after[file][1] for file in set(after) - changed}
    assert times == {file: before[file][1] for file in times}
    alone = Project(content=project.content, output=tmp_path / "alone/output")
    alone.output.parent.mkdir()
    assert alone.publish().returncode == 0
    assert alone.files() == project.files()


def test_all_that_is_wrong_is_said_at_once_and_the_old_site_stays_byte_for_byte(project: Project, tmp_path: Path):
    before, signs = project.files(), project.signs()
    project.write(
        "second", "[Nowhere](/news/nothing/) and [no place](/news/first/#nowhere).", title="The second of the news"
    )
    project.write("third", title="The third of the news", more="branches: moon\n")
    (project.content / "posts/hello.md").unlink()
    report = tmp_path / "report.json"
    done = project.publish("--report", str(report))
    assert done.returncode == 1
    found = {(one["rule"], one["file"]) for one in json.loads(report.read_text("utf-8"))["problems"]}
    assert ("publish.link", "posts/second.md") in found
    assert ("facts.unknown-word", "posts/third.md") in found
    assert ("publish.vanished", "/news/hello/") in found
    assert '"../../news/nothing/"' in done.stdout
    assert '"../../news/first/#nowhere"' in done.stdout
    assert "was left as it is" in done.stdout
    assert project.files() == before
    assert project.signs() == signs


def test_a_library_that_does_not_say_where_its_site_will_be_is_asked_to(project: Project):
    facts = project.content / "library.toml"
    kept = [line for line in facts.read_text("utf-8").splitlines() if not line.startswith("address")]
    facts.write_text("\n".join(kept), encoding="utf-8")
    done = project.publish()
    assert done.returncode == 1
    assert "[publish.no-address]" in done.stdout


def test_a_page_that_is_gone_may_lead_on_to_another(project: Project):
    (project.content / "posts/hello.md").unlink()
    project.write("first", title="The first of the news", more="old_addresses: /news/hello/\n")
    done = project.publish()
    assert done.returncode == 0, done.stdout
    assert "../../news/first/" in (project.output / "news/hello/index.html").read_text("utf-8")


def test_what_was_published_elsewhere_last_can_be_named(project: Project, tmp_path: Path):
    last = tmp_path / "last.json"
    last.write_text('{"version": 1, "files": {"news/older/index.html": "x"}}', encoding="utf-8")
    done = project.publish("--last", str(last))
    assert done.returncode == 1
    assert "/news/older/ was published, and now there is nothing" in done.stdout
    done = project.publish("--last", str(tmp_path / "none.json"))
    assert done.returncode == 1
    assert "[publish.last-unknown]" in done.stdout


def test_a_build_after_it_makes_the_plain_site_again(project: Project, tmp_path: Path):
    options = ("--content", str(project.content), "--now", NOW)
    after = build_site(project.output, *options)
    alone = build_site(tmp_path / "alone", *options)
    assert (after.code, alone.code) == (0, 0), after.said
    assert contents(project.output) == contents(alone.output)


def test_a_style_that_cannot_be_read_is_named_with_its_line(project: Project, tmp_path: Path):
    theme = shutil.copytree(ROOT / "theme", tmp_path / "theme")
    broken = theme / "static/css/base.css"
    broken.write_text(broken.read_text("utf-8") + "\n}\n", encoding="utf-8")
    before = project.files()
    done = project.publish("--theme", str(theme))
    assert done.returncode == 1
    assert "theme/static/css/base.css" in done.stdout
    assert "[publish.style]" in done.stdout
    assert project.files() == before


def test_a_secret_in_the_content_stops_and_is_not_repeated(project: Project):
    secret = "open-sesame-" + "0123456789"
    project.write("second", f"The password of the wifi is {secret}.", title="The second of the news")
    before = project.files()
    done = project.publish(WIFI_PASSWORD=secret)
    assert done.returncode == 1
    assert "[publish.secret]" in done.stdout
    assert "posts/second.md" in done.stdout
    assert secret not in done.stdout + done.stderr
    assert project.files() == before


def test_a_secret_of_the_environment_is_written_nowhere(project: Project, tmp_path: Path):
    secret = "open-sesame-" + "9876543210"
    facts = project.content / "library.toml"
    source = '\n[[events]]\nname = "LibCal"\naddress = "https://cal.example/a.csv?key=${LIBCAL_KEY}"\n'
    facts.write_text(facts.read_text("utf-8") + source, encoding="utf-8")
    done = project.publish(LIBCAL_KEY=secret)
    held = [path for folder in (tmp_path, ROOT / ".cache") for path in folder.rglob("*") if path.is_file()]
    assert secret not in done.stdout + done.stderr
    assert [path for path in held if secret.encode() in path.read_bytes()] == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own there")
def test_links_lead_nobody_out(project: Project, tmp_path: Path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "minutes.pdf").write_bytes(b"%PDF-1.4 for nobody")
    (project.content / "files/minutes.pdf").symlink_to(outside / "minutes.pdf")
    (project.content / "files/more").symlink_to(outside)
    (project.content / "posts/more").symlink_to(outside)
    # What somebody has put where the site is, or is made, is not followed either.
    (project.output / "linked").symlink_to(outside)
    staging = project.output.with_name(".output-new")
    staging.mkdir()
    (staging / "news").symlink_to(outside)
    (staging / "theme").symlink_to(outside)
    done = project.publish()
    assert "outside the content folder" in done.stdout
    (project.content / "files/minutes.pdf").unlink()
    done = project.publish()
    assert done.returncode == 0, done.stdout
    assert contents(outside) == {"minutes.pdf": b"%PDF-1.4 for nobody"}
    assert b"for nobody" not in b"".join(project.files().values())
    assert [path for path in project.output.rglob("*") if path.is_symlink()] == []


def test_a_path_of_the_content_stays_within_the_site(project: Project, tmp_path: Path):
    for number, slug in enumerate(("../../../escaped", "/escaped", "..\\escaped", "%2e%2e/escaped")):
        project.write(f"path-{number}", title=f"Number {number} of the news", more=f"slug: {slug}\n")
    project.publish()
    known = {"content", "output", ".output-new", ".output-plain", "..output-plain-new"}
    assert {path.name for path in tmp_path.iterdir()} <= known
    assert list(tmp_path.parent.glob("escaped*")) == []


def test_a_folder_that_is_no_site_is_left_alone(project: Project, tmp_path: Path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("years of work", encoding="utf-8")
    done = Project(content=project.content, output=other).publish()
    assert done.returncode == 1
    assert "holds something that is not a site of ours" in done.stderr
    assert contents(other) == {"thesis.txt": b"years of work"}


def test_drafts_never_go_out(project: Project, published: tuple[Project, str]):
    project.write("draft", title="The draft of the news", more="status: draft\n")
    assert project.publish().returncode == 0
    assert set(project.files()) == set(published[0].files())
