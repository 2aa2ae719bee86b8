"""A site goes to a folder, by rsync and to git: what has changed, in order, and on from where an attempt broke."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.commands import deploy
from plugins.commands.apt import install
from plugins.commands.deploying.to_folder import ToFolder
from plugins.commands.plainly import PlainError
from plugins.commands.publishing.manifest import FILE
from tests.commands.deploying.places import FILES, ROOT, Deploying, content_of, edited, write_site


def deploying(tmp_path: Path, to: str, **variables: str) -> Deploying:
    return Deploying(site=write_site(tmp_path / "site", FILES), to=to, variables=variables)


@pytest.fixture(params=["folder", pytest.param("rsync", marks=pytest.mark.slow)])
def there(request, tmp_path: Path) -> tuple[Deploying, Path]:
    """Return a site on its way to a folder, by our own copying and by rsync."""
    folder = tmp_path / "there"
    folder.mkdir()
    if request.param == "rsync" and not shutil.which("rsync"):
        assert install("rsync"), "rsync cannot be installed"
    return deploying(tmp_path, f"{request.param}:{folder}"), folder


def test_all_of_it_goes_up_then_nothing_then_what_has_changed(there):
    site, folder = there
    (folder / "somebody-elses.txt").write_text("stays", "utf-8")
    dry = site.run("--dry-run")
    assert dry.returncode == 0, dry.stderr
    assert "6 new files" in dry.stdout
    assert content_of(folder) == {"somebody-elses.txt": "stays"}
    first = site.run()
    assert first.returncode == 0, first.stderr
    assert content_of(folder) == {**FILES, "somebody-elses.txt": "stays"}
    assert (folder / FILE).read_bytes() == (site.site / FILE).read_bytes()
    assert "Nothing to do" in site.run().stdout
    before = {name: (folder / name).stat().st_mtime_ns for name in content_of(folder)}
    write_site(site.site, edited(FILES))
    dry = site.run("--dry-run").stdout
    assert "1 new file, 1 changed one; 2 files to delete" in dry
    assert dry.index("site.2222222222.css") < dry.index("index.html") < dry.index("events/calendar.ics")
    assert site.run().returncode == 0
    expected = {**edited(FILES), "somebody-elses.txt": "stays"}
    assert content_of(folder) == expected
    assert (folder / "news/index.html").stat().st_mtime_ns == before["news/index.html"]
    assert not (folder / "events/calendar.ics").exists()


def test_everything_can_be_brought_again(there):
    site, folder = there
    site.run()
    (folder / "news/index.html").write_text("by hand", "utf-8")
    assert "Nothing to do" in site.run().stdout
    assert site.run("--everything").returncode == 0
    assert content_of(folder) == FILES


class Breaking(ToFolder):
    """A folder whose connection breaks after some files."""

    def __init__(self, folder: Path, left: int) -> None:
        super().__init__(folder)
        self.left, self.sent = left, []

    def send(self, site, files):
        for file in files:
            if self.left == 0:
                raise PlainError("The connection broke.")
            self.left -= 1
            super().send(site, [file])
            self.sent.append(file)


@pytest.mark.parametrize("left", range(11))
def test_a_break_leaves_a_whole_site_or_more_and_the_next_attempt_goes_on_from_there(tmp_path, monkeypatch, left):
    site, folder, root = write_site(tmp_path / "site", FILES), tmp_path / "there", tmp_path / "root"
    ToFolder(folder).send(site, [*FILES, FILE])
    write_site(site, edited(FILES))
    monkeypatch.setattr(deploy, "_BATCH", 1)
    destination = Breaking(folder, left)

    def attempt() -> None:
        moving = deploy._Deployment(destination, site, deploy._here(site), "there")
        moving.run(lambda base: deploy.Journal(root, "there", base), deploy.Wanted())

    try:
        attempt()
        was_broken = False
    except PlainError:
        was_broken = True
        # Every page that is there finds what it needs.
        page = (folder / "index.html").read_text("utf-8")
        needs = "site.2222222222.css" if page == "Edited" else "site.1111111111.css"
        assert (folder / "theme/css" / needs).exists()
    before, destination.left = list(destination.sent), -1
    if was_broken:
        attempt()
    again = set(destination.sent[len(before) :]) & set(before)
    assert again <= {FILE, *(f"{name}{end}" for name in before for end in ("", ".br", ".gz"))} - {
        "theme/css/site.2222222222.css"
    }
    assert content_of(folder) == edited(FILES)
    assert not list((root / ".cache/deploy").glob("*.json"))


def test_nothing_that_is_not_published_goes_up(tmp_path):
    site = deploying(tmp_path, f"folder:{tmp_path / 'there'}")
    (site.site / FILE).unlink()
    done = site.run()
    assert done.returncode != 0
    assert "python3 tasks.py publish" in done.stdout + done.stderr
    write_site(site.site, FILES)
    (site.site / "news/index.html").unlink()
    assert "is missing from the published site" in site.run().stderr + site.run().stdout
    assert not (tmp_path / "there").exists()


def test_a_link_within_the_destination_is_not_followed_out_of_it(tmp_path):
    folder, outside = tmp_path / "there", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (folder / "news").symlink_to(outside)
    done = deploying(tmp_path, f"folder:{folder}").run()
    assert done.returncode != 0
    assert not list(outside.iterdir())


def test_a_list_at_the_destination_that_is_not_ours_deletes_nothing_outside(tmp_path):
    folder, secret = tmp_path / "there", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text("stays", "utf-8")
    (folder / FILE).write_text('{"version": 1, "files": {"../secret.txt": "1", "gone.html": "1"}}', "utf-8")
    assert deploying(tmp_path, f"folder:{folder}").run().returncode == 0
    assert secret.exists()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a bare repository, as a host of git has it."""
    bare = tmp_path / "host.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(bare)], check=True)
    return bare


def git(bare: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(bare), *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the project's code in a repository of its own, so that this one gets no branch."""
    copy = tmp_path / "project"
    copy.mkdir()
    for name in ("plugins", "theme", "content", ".venv"):
        (copy / name).symlink_to(ROOT / name)
    for name in (
        "tasks.py",
        "pelicanconf.py",
        "publishconf.py",
        "requirements.txt",
        "requirements-build.txt",
        ".venv.lock",
    ):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, copy / name)
    subprocess.run(["git", "init", "--quiet", str(copy)], check=True)
    return copy


def test_a_branch_of_git_gets_the_whole_site_as_one_commit_after_another(tmp_path, repository, project):
    site = write_site(tmp_path / "site", FILES)
    wanted = deploy.Wanted(to=f"git:{repository}", site=str(site))
    assert deploy.run(project, deploy.Wanted(to=wanted.to, site=wanted.site, dry_run=True)) == 0
    assert git(repository, "branch", "--list") == ""
    assert deploy.run(project, wanted) == 0
    plain = {name for name in FILES if not name.endswith((".br", ".gz"))}
    named = set(git(repository, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "gh-pages").split("\n"))
    assert named == plain | {FILE, ".nojekyll", "CNAME"}
    assert git(repository, "show", "gh-pages:CNAME") == "juniper.example"
    assert git(repository, "show", "gh-pages:images/a b é.svg") == FILES["images/a b é.svg"]
    assert deploy.run(project, wanted) == 0
    assert git(repository, "rev-list", "--count", "gh-pages") == "1"
    write_site(site, edited(FILES))
    # Another clone publishes, one that has never seen the branch.
    subprocess.run(["git", "-C", str(project), "branch", "-D", "gh-pages"], check=True, capture_output=True)
    assert deploy.run(project, wanted) == 0
    assert git(repository, "rev-list", "--count", "gh-pages") == "2"
    changed = git(repository, "diff", "--name-status", "gh-pages~1", "gh-pages").split("\n")
    assert {line.split("\t")[-1] for line in changed} >= {"index.html", "events/calendar.ics", FILE}
    assert not any("news/index.html" in line for line in changed)


def test_a_host_that_does_not_answer_is_said_in_a_sentence(tmp_path, project):
    wanted = deploy.Wanted(to=f"git:{tmp_path / 'none.git'}", site=str(write_site(tmp_path / "site", FILES)))
    with pytest.raises(PlainError, match="git stopped"):
        deploy.run(project, wanted)


def test_no_secret_of_the_environment_is_written_anywhere(tmp_path):
    folder = tmp_path / "there"
    folder.mkdir()
    variables = {"RCLONE_CONFIG_S3_SECRET_ACCESS_KEY": "hunter2"}
    site = deploying(tmp_path, f"folder:{folder}", **variables)
    done = site.run("--debug")
    written = [path for place in (folder, ROOT / ".cache/deploy") for path in place.rglob("*") if path.is_file()]
    assert done.returncode == 0
    assert "hunter2" not in done.stdout + done.stderr
    assert not any(b"hunter2" in path.read_bytes() for path in written)
    assert os.environ.get("RCLONE_CONFIG_S3_SECRET_ACCESS_KEY") is None


@pytest.mark.parametrize(
    ("moment", "code"), [("2000-01-01T00:00:00+00:00", 0), ("2200-01-01T00:00:00+00:00", 3), ("?", 0)]
)
def test_a_site_is_asked_whether_it_has_changed_by_itself(tmp_path, moment, code):
    folder = tmp_path / "there"
    folder.mkdir()
    site = deploying(tmp_path, f"folder:{folder}")
    (folder / "next-change.json").write_text(json.dumps({"next": moment, "why": "an event ends"}), "utf-8")
    done = site.run("--due")
    assert done.returncode == code, done.stderr
    assert ("A change is due" in done.stdout) is (code == 0)
    assert [path.name for path in folder.iterdir()] == ["next-change.json"]


def test_where_nothing_was_ever_shown_a_change_is_due(tmp_path):
    assert deploying(tmp_path, f"folder:{tmp_path / 'there'}").run("--due").returncode == 0
