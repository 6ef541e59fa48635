"""A page in a tab that is really hidden: a second tab of the same window is in front of it.

Playwright's pages always say that they are visible, so this browser is driven by its own driver,
which brings a tab to the front as soon as it looks at it. What the hidden page shows is therefore
told by the page itself, and read in the other tab.
"""

import json
import shutil
import time
from urllib.parse import urljoin

from selenium import webdriver

PATIENCE = 30

# Runs before any script of the page: counts its sockets, and tells what it shows after each change.
TELL = """
if (location.pathname.startsWith('/r/')) {
  const told = { hidden: false, sockets: 0, beats: 0, texts: [] };
  const tell = () => {
    told.hidden = document.visibilityState === 'hidden';
    told.texts = [...document.querySelectorAll('[data-section=open] .text')]
      .map((text) => text.textContent);
    localStorage.setItem('told', JSON.stringify(told));
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(...means) {
      super(...means);
      told.sockets++;
      this.addEventListener('message', ({ data }) => {
        if (data.startsWith('{"beat"')) told.beats++;
        tell();
      });
    }
  };
  const watcher = new MutationObserver(tell);
  watcher.observe(document, { subtree: true, childList: true, attributes: true });
  document.addEventListener('visibilitychange', tell);
}
"""


class HiddenTab:
    def __init__(self, program, link: str):
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in ("--headless=new", "--no-sandbox", "--lang=de"):
            options.add_argument(argument)
        service = webdriver.ChromeService(shutil.which("chromedriver"))
        self.driver = webdriver.Chrome(options=options, service=service)
        command = "Page.addScriptToEvaluateOnNewDocument"
        self.driver.execute_cdp_cmd(command, {"source": TELL})
        self.driver.get(urljoin(program.url, link))
        self.tab = self.driver.current_window_handle
        self.until(lambda: self.marked("data-live") == "true")
        self.driver.switch_to.new_window("tab")
        # Of the same origin, so that it can read what the page tells.
        self.driver.get(program.url)
        self.until(lambda: self.told["hidden"])

    def marked(self, name: str):
        return self.driver.execute_script(
            "return document.documentElement.getAttribute(arguments[0])", name
        )

    @property
    def told(self) -> dict:
        """What the hidden page has told last, without a look at it."""
        return json.loads(self.driver.execute_script("return localStorage.getItem('told')"))

    def until(self, happens):
        deadline = time.monotonic() + PATIENCE
        while not happens():
            assert time.monotonic() < deadline, self.told
            time.sleep(0.05)

    def is_looked_at(self) -> dict:
        """Brings it to the front; what it shows then, at once."""
        self.driver.switch_to.window(self.tab)
        return self.told

    def closes(self):
        self.driver.quit()
