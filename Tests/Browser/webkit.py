"""Somebody whose browser is WebKit, as on every iPhone: driven by its own driver, on a screen that
nobody sees.
"""

import os
import shutil
import subprocess
import time
from pathlib import Path
from urllib.parse import urljoin

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.service import Service

PATIENCE = 30
PHONE = (390, 844)
BROWSERS = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
CHECK = """
const [rules, done] = arguments;
axe.run(rules).then(({ violations }) => done(violations.map(({ id, nodes }) =>
  `${id}: ${nodes.map(({ html }) => html)}`)), (reason) => done([String(reason)]));
"""
QUESTIONS = """
return [...document.querySelectorAll('[data-section=open] li .text')]
  .map((text) => text.textContent);
"""
# The driver itself does not know what lies beneath the bars.
SCROLL = "arguments[0].scrollIntoView({ block: 'center' })"
# A question's button with this act.
BUTTON = """
return [...document.querySelectorAll('li[data-row]')]
  .find((card) => card.querySelector('.text')?.textContent === arguments[1])
  ?.querySelector(`[data-act=${arguments[0]}]`);
"""
FOCUSED = f"return document.activeElement === (() => {{ {BUTTON} }})();"


class Screen:
    """A display of its own, as WebKit draws nothing without one."""

    def __init__(self):
        reader, writer = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x900x24"],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as told:
            self.name = f":{told.readline().strip()}"

    def goes_dark(self):
        self.process.terminate()
        self.process.wait(timeout=20)


class WebKitPerson:
    def __init__(self, program, link: str):
        self.screen = Screen()
        options = webdriver.WebKitGTKOptions()
        [options.binary_location] = map(str, Path("/").glob(BROWSERS[1:]))
        options.add_argument("--automation")
        surroundings = os.environ | {"DISPLAY": self.screen.name}
        service = Service(shutil.which("WebKitWebDriver"), env=surroundings)
        self.driver = webdriver.WebKitGTK(options=options, service=service)
        self.driver.set_window_size(*PHONE)
        self.driver.get(urljoin(program.url, link))

    def leaves(self):
        self.driver.quit()
        self.screen.goes_dark()

    # What they do.

    def asks(self, text: str):
        self.driver.find_element(By.ID, "ask").send_keys(text + Keys.ENTER)

    def supports(self, text: str):
        self.driver.execute_script(SCROLL, self.button("support", text))
        self.button("support", text).click()
        self.sees_support(text, 2)

    def focuses(self, act: str, text: str):
        self.driver.execute_script("arguments[0].focus()", self.button(act, text))

    def presses(self, words: str):
        self.driver.find_element(By.XPATH, f"//button[normalize-space()='{words}']").click()

    def press_focused(self):
        self.driver.switch_to.active_element.send_keys(Keys.SPACE)

    # What they see.

    def until(self, happens, what: str):
        deadline = time.monotonic() + PATIENCE
        while not happens():
            assert time.monotonic() < deadline, f"{what}: {self.words}"
            time.sleep(0.05)

    @property
    def words(self) -> str:
        return self.driver.find_element(By.TAG_NAME, "body").text

    def is_connected(self, live: bool = True):
        look = "return document.documentElement.dataset.live"
        wanted = str(live).lower()
        self.until(lambda: self.driver.execute_script(look) == wanted, f"data-live is {wanted}")

    def is_cut_off(self):
        self.is_connected(live=False)

    def reads(self, words: str):
        self.until(lambda: words in self.words, f"reads {words!r}")

    def sees_questions(self, *texts: str):
        """Exactly these are open, in this order."""
        seen = lambda: self.driver.execute_script(QUESTIONS)
        self.until(lambda: seen() == list(texts), f"sees {texts}")

    def button(self, act: str, text: str):
        return self.driver.execute_script(BUTTON, act, text)

    def sees_support(self, text: str, count: int):
        look = lambda: self.button("support", text).text
        self.until(lambda: str(count) in look(), f"sees {count} for {text}")

    def is_focused(self, act: str, text: str):
        look = lambda: self.driver.execute_script(FOCUSED, act, text)
        self.until(look, f"{act} of {text} has focus")

    def violations(self, rules: dict) -> list[str]:
        self.driver.execute_script(AXE.read_text())
        return self.driver.execute_async_script(CHECK, rules)
