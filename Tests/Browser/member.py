"""Somebody without a page: a socket that wishes one thing after the other, and hears the answer."""

import json
import secrets
import time
from urllib.parse import urlsplit

from websockets.sync.client import connect

PATIENCE = 20


class Refused(Exception):
    """The server did not do what was wished; its reason."""


class Member:
    def __init__(self, link: str):
        """Follows a link of a round; with a moderator's key, they moderate."""
        where = urlsplit(link)
        self.socket = connect(
            f"ws://{where.netloc}/ws",
            origin=f"http://{where.netloc}",
            subprotocols=["kaffeerunde.v1"],
            max_size=None,
            max_queue=None,
        )
        hello = {"v": 1, "code": where.path.split("/")[2]}
        if where.fragment:
            hello["key"] = where.fragment.removeprefix("key=")
        self.things = {}
        self.revision = 0
        self.say(hello=hello)
        self.hear("welcome")

    def say(self, **frame):
        self.socket.send(json.dumps(frame))

    def hear(self, kind: str, ref: str | None = None) -> dict:
        """Takes all news until this one."""
        while True:
            frame = json.loads(self.socket.recv(timeout=PATIENCE))
            [(heard, body)] = frame.items()
            for thing in body.get("things", []):
                self.things[thing["kind"], thing["id"]] = thing
            if heard == "error":
                raise Refused(body["reason"])
            if ref and body.get("ref") == ref or heard == kind:
                return frame

    def wishes(self, command: str, **what) -> str:
        """Does it, and returns the id of what came of it."""
        ref = secrets.token_urlsafe(16)
        fields = {name: value for name, value in what.items() if value is not None}
        self.say(command={"ref": ref, "command": {command: fields}})
        answer = self.hear("ack", ref)
        if "ack" in answer:
            self.revision = answer["ack"]["revision"]
            return ref
        rejected = answer["rejected"]
        if rejected["reason"] not in ("tooFast", "writingTooFast"):
            raise Refused(f"{command}: {rejected['reason']}")
        time.sleep(rejected["wait"] / 1_000)
        return self.wishes(command, **what)

    def looks(self) -> int:
        """Knows all that there is by now; the revision that it is of."""
        self.say(ping={})
        self.revision = self.hear("beat")["beat"]["revision"]
        return self.revision

    def leaves(self):
        self.socket.close()
