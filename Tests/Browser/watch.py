"""What must not happen in a browser, whatever a story is about."""

import re
import time

# Complaints that some stories bring about, in the words of each browser.
INLINE_STYLES = "inline style|style-src"
NO_CONNECTION = (
    "WebSocket connection to .* failed|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET"
    "|can’t establish a connection|connection to .* was interrupted"
    # Of the service worker, if the browser looks for a newer one just then.
    "|error occurred when fetching the script"
)
BREACHES = "Content Security Policy|requires 'Trusted|page’s settings blocked"

# The browser tells every violation of the page's own policy; a console line makes it heard.
TELL_VIOLATIONS = """
addEventListener('securitypolicyviolation', (event) => {
  console.error(`Policy: ${event.effectiveDirective} forbids ${event.blockedURI}`);
});
"""


# Writes down what is said to screen readers, from the first moment, wherever it is said.
LISTEN = """
globalThis.said = [];
addEventListener('DOMContentLoaded', () => {
  const listener = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const around = target instanceof Element ? target : target.parentElement;
      const region = around?.closest('[aria-live], [role=log], [role=status], [role=alert]');
      if (!region || region.getAttribute('aria-live') === 'off') continue;
      const words = [...addedNodes].map((node) => node.textContent).join(' ').trim();
      if (words) said.push(words);
    }
  });
  listener.observe(document, { subtree: true, childList: true });
});
"""


class Watch:
    """Collects errors of the pages, and requests to anybody but the server."""

    def __init__(self, url: str):
        self.servers = [url.split("://")[1]]
        self.troubles: list[str] = []
        self.expected: list[str] = []

    def over(self, context):
        context.add_init_script(TELL_VIOLATIONS)
        context.add_init_script(LISTEN)
        context.on("console", self.heard)
        context.on("weberror", lambda error: self.note(f"Uncaught: {error.error}"))
        context.on("request", lambda request: self.asked(request.url))
        context.on("response", self.answered)
        context.on("page", lambda page: page.on("websocket", lambda ws: self.asked(ws.url)))

    def heard(self, message):
        if message.type in ("error", "warning"):
            where = message.location.get("url", "") if message.location else ""
            self.note(f"Console: {message.text} ({where})")

    def asked(self, url: str):
        servers = "|".join(map(re.escape, self.servers))
        if not re.match(rf"(http|ws)://({servers})/|blob:|data:", url):
            self.note(f"Foreign: {url}")

    def answered(self, response):
        # In Chromium's words: not every browser says so on its console.
        if response.status >= 400:
            status = f"a status of {response.status} ({response.status_text})"
            answered = f"the server responded with {status} ({response.url})"
            self.note(f"Failed to load resource: {answered}")

    def allows(self, url: str):
        """Another address of the server."""
        self.servers.append(url.split("://")[1])

    def note(self, trouble: str):
        self.troubles.append(trouble)

    def expects(self, pattern: str):
        """A story that breaks something says what the browsers may complain about."""
        self.expected.append(pattern)

    def unexpected(self) -> list[str]:
        known = [re.compile(pattern) for pattern in self.expected]
        return [t for t in self.troubles if not any(k.search(t) for k in known)]

    def notices(self, complaint: str, page):
        """Waits until it has noted this one, which then is no failure."""
        self.expects(re.escape(complaint))
        self.expects(BREACHES)
        deadline = time.monotonic() + 10
        while not any(complaint in trouble for trouble in self.troubles):
            assert time.monotonic() < deadline, self.troubles
            page.wait_for_timeout(20)
