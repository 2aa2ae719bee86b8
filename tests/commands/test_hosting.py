"""`hosting` writes what servers need to know of this library, from the table and the built site."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import Built


def hosting(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "tasks.py"), "hosting", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_file_for_each_server_is_written_and_left_alone_when_nothing_has_changed(root: Path, demo: Built, tmp_path):
    options = ("--site", str(demo.output), "--root", "/srv/juniper", "--to", str(tmp_path / "to"))
    done = hosting(root, *options)
    assert done.returncode == 0, done.stderr
    names = {"nginx.conf", "Caddyfile", "object-storage.json"}
    assert {path.name for path in (tmp_path / "to").iterdir()} == names
    assert all(f"Wrote {tmp_path / 'to' / name}" in done.stdout for name in names)
    for name in ("nginx.conf", "Caddyfile"):
        text = (tmp_path / "to" / name).read_text("utf-8")
        assert "/srv/juniper" in text
        assert "juniper.example" in text
        assert "/news/kettles/" in text
        assert "/get-a-card/" in text
    again = hosting(root, *options)
    assert again.stdout.count("As it was:") == 3


def test_storage_is_told_what_goes_with_each_object_and_what_only_a_host_can_send(root: Path, demo: Built, tmp_path):
    hosting(root, "--site", str(demo.output), "--to", str(tmp_path))
    said = json.loads((tmp_path / "object-storage.json").read_text("utf-8"))
    assert said["website"]["ErrorDocument"] == {"Key": "404.html"}
    assert "immutable" in said["objects"][0]["Cache-Control"]
    assert said["types"]["ics"] == "text/calendar; charset=utf-8"
    by_row = {row["row"]: row["headers"] for row in said["responses"]}
    assert "X-Frame-Options" not in by_row["embed"]
    assert by_row["page"]["X-Frame-Options"] == "DENY"
    assert all("Strict-Transport-Security" in headers for headers in by_row.values())


def test_without_a_site_it_says_what_to_do(root: Path, tmp_path):
    done = hosting(root, "--site", str(tmp_path / "none"), "--to", str(tmp_path / "to"))
    assert done.returncode != 0
    assert "python3 tasks.py build" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "to").exists()
