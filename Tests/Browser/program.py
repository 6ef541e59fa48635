"""The real program, in a process and with a data folder of its own."""

import json
import shutil
import signal
import subprocess
import time
import urllib.request
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
BINARY = PROJECT / ".build/debug/kaffeerunde"
STARTS_WITHIN = 20


class Program:
    def __init__(self, folder: Path, web: str | None = None):
        """`web` serves the page from a folder instead of from the program itself."""
        self.folder = folder
        self.web = web
        self.port = 0
        self.ready = {}
        self.process = None
        self.start()

    def start(self):
        """Starts it; again, at the address and with the data that it had."""
        ready_file = self.folder / "ready.json"
        ready_file.unlink(missing_ok=True)
        arguments = ["--data", self.folder / "data", "--port", str(self.port)]
        arguments += ["--ready-file", ready_file]
        if self.web:
            arguments += ["--web", self.web]
        with open(self.folder / "output", "ab") as output:
            self.process = subprocess.Popen(
                [BINARY, "serve", *arguments], stdout=output, stderr=output
            )
        deadline = time.monotonic() + STARTS_WITHIN
        while not ready_file.exists():
            assert self.process.poll() is None, f"The program ended:\n{self.output}"
            assert time.monotonic() < deadline, f"The program is not ready:\n{self.output}"
            time.sleep(0.02)
        self.ready = json.loads(ready_file.read_text())
        self.port = int(self.url.rsplit(":", 1)[1])

    def kill(self):
        """Ends it as a power cut would."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """Ends it as an operator would, and returns what it ended with."""
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)
        return status

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    @property
    def url(self) -> str:
        return self.ready["url"]

    @property
    def admin_link(self) -> str:
        return self.ready["admin"]

    @property
    def output(self) -> str:
        return (self.folder / "output").read_text()

    def create_meeting(self, title: str, series: str) -> dict:
        """Makes a round, and returns its entry: id, code and links."""
        return self.asks("/api/meetings", {"title": title, "series": series})

    def holds(self, meeting: str, because: str):
        """Keeps the record of a round for longer than it would be."""
        self.asks(f"/api/meetings/{meeting}/hold", {"reason": because})

    def asks(self, path: str, body: dict) -> dict:
        """What the administration's page asks for."""
        request = urllib.request.Request(
            f"{self.url}{path}",
            data=json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {self.admin_link.split('#key=')[1]}",
                "Content-Type": "application/json",
            },
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)
