"""Somebody's line to the server, with whatever can go wrong on it."""

import json
import time

from playwright.sync_api import BrowserContext, WebSocketRoute

PATIENCE = 20


class Line:
    """Stands between a browser and the program; at first it lets everything through."""

    def __init__(self):
        self.loses_next = None
        self.takes_wishes = True
        # Why every wish is refused in the server's stead.
        self.refuses = None
        # The names of the wishes that the page has said, and how often it has connected.
        self.wishes = []
        self.count = 0
        # The kinds of frames that the page has said.
        self.said = []
        # Every frame that the page was sent, as it was.
        self.heard = []

    def under(self, context: BrowserContext):
        self.context = context
        context.route_web_socket("**/ws", self.opened)

    def opened(self, page: WebSocketRoute):
        self.count += 1
        server = page.connect_to_server()

        def said(text: str):
            frame = json.loads(text)
            self.said.extend(frame)
            if "command" in frame:
                self.wishes.append(frame["command"]["ref"])
                if not self.takes_wishes:
                    return
                if self.refuses and "attend" not in frame["command"]["command"]:
                    refusal = {"ref": frame["command"]["ref"], "reason": self.refuses}
                    return page.send(json.dumps({"rejected": refusal}))
            server.send(text)

        def heard(text: str):
            self.heard.append(text)
            if self.loses_next and self.loses_next in json.loads(text):
                self.loses_next = None
                # It breaks in this very moment.
                server.close()
                page.close(code=3000)
            else:
                page.send(text)

        page.on_message(said)
        server.on_message(heard)

    def hears(self, kind: str):
        """The page says this, in its time."""
        deadline = time.monotonic() + PATIENCE
        while kind not in self.said:
            assert time.monotonic() < deadline, self.said
            self.context.pages[0].wait_for_timeout(50)

    def loses_the_next(self, kind: str):
        self.loses_next = kind

    def swallows_wishes(self):
        self.takes_wishes = False

    def refuses_wishes(self, reason: str):
        self.refuses = reason

    def is_mended(self):
        self.takes_wishes = True
        self.refuses = None
