"""Installs a program of the system for the tests, where that takes no questions."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def install(package: str) -> bool:
    """Install a package and tell whether it worked; only root can, and only Debian and its kind have this way."""
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing {package} by apt-get ...", file=sys.stderr)
    variables = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=variables, stdout=subprocess.DEVNULL, check=False)
    command = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", package]
    return subprocess.run(command, env=variables, stdout=subprocess.DEVNULL, check=False).returncode == 0
