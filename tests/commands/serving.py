"""A running `tasks.py serve`, as tests talk to it."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path


class Serving:
    """A running `tasks.py serve` and what it has printed."""

    def __init__(self, project: Path, *options: str) -> None:
        command = [sys.executable, str(project / "tasks.py"), "serve", "--port", "0", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.said = ""
        threading.Thread(target=self._read, daemon=True).start()
        self.wait_for("Ctrl-C")
        self.port = int(re.findall(r"http://127\.0\.0\.1:(\d+)/", self.said)[0])

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.said += line

    def wait_for(self, words: str, times: int = 1) -> None:
        until(lambda: self.said.count(words) >= times, self)

    def get(self, address: str, method: str = "GET") -> tuple[HTTPResponse, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, address)
        response = connection.getresponse()
        return response, response.read().decode("utf-8")


def until(holds: Callable[[], bool], serving: Serving) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline, serving.said
        time.sleep(0.05)
