"""A town's network between people and the program: nginx, which lets no WebSocket through."""

import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

STARTS_WITHIN = 20

# What nginx does unless it is told otherwise: it speaks HTTP/1.0 to the program, and keeps the
# headers of an upgrade to itself.
CONFIGURATION = """
pid {folder}/pid;
error_log {folder}/errors;
worker_processes 1;
daemon off;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {folder}/bodies;
  proxy_temp_path {folder}/proxied;
  fastcgi_temp_path {folder}/unused;
  uwsgi_temp_path {folder}/unused;
  scgi_temp_path {folder}/unused;
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass {upstream};
      proxy_set_header Host $http_host;
    }}
  }}
}}
"""


class Proxy:
    def __init__(self, upstream: str):
        self.folder = Path(tempfile.mkdtemp(prefix="kaffeerunde-proxy-"))
        # The workers of an nginx that root starts are somebody else.
        self.folder.chmod(0o755)
        self.port = free_port()
        configuration = self.folder / "nginx.conf"
        configuration.write_text(
            CONFIGURATION.format(folder=self.folder, port=self.port, upstream=upstream)
        )
        self.process = subprocess.Popen(
            ["/usr/sbin/nginx", "-p", self.folder, "-c", configuration],
            stderr=subprocess.PIPE,
        )
        deadline = time.monotonic() + STARTS_WITHIN
        while not self.answers():
            assert self.process.poll() is None, self.process.stderr.read().decode()
            assert time.monotonic() < deadline, "The proxy does not answer."
            time.sleep(0.02)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
