"""What any page shows, and what anybody can do with it."""

import time

from playwright.sync_api import Page, expect

import layout

# Whatever people wrote, in every window.
TEXTS = ".text, .question, .author, .meta, h1, .series"

PATIENCE = 20


class Window:
    """A page that is kept in step by the server."""

    def __init__(self, page: Page):
        self.page = page

    def is_connected(self):
        expect(self.page.locator("html")).to_have_attribute("data-live", "true", timeout=30_000)
        # Nothing of it is still to come.
        expect(self.page.locator(".view > .loading")).to_have_count(0)

    def is_cut_off(self):
        expect(self.page.locator("html")).to_have_attribute("data-live", "false")

    def reads(self, words: str):
        """Somewhere on the page, in sight."""
        expect(self.shown(words).first).to_be_visible()

    def does_not_read(self, words: str):
        expect(self.shown(words)).to_have_count(0)

    def shown(self, words: str):
        # What is said to screen readers alone does not count.
        seen = self.page.locator("body > :not([aria-live])")
        return seen.get_by_text(words).filter(visible=True)

    def has_nothing_cut_off(self):
        assert layout.cut_off(self.page) == []

    def holds_no_markup_of_people(self):
        texts = self.page.locator(TEXTS)
        expect(texts.locator("img, script, b, a")).to_have_count(0)

    def language(self) -> str:
        return self.page.evaluate("document.documentElement.lang")

    def is_in_front(self):
        """What people type goes to the window that they look at, and it alone has focus.

        In Chromium all of them have, and to ask for it again and again can take it away.
        """
        if self.page.context.browser.browser_type.name == "chromium":
            return
        deadline = time.monotonic() + PATIENCE
        self.page.bring_to_front()
        while not self.page.evaluate("document.hasFocus()"):
            assert time.monotonic() < deadline, "Another window is in front."
            self.page.wait_for_timeout(50)
            self.page.bring_to_front()

    def keys(self, *names: str):
        self.is_in_front()
        for name in names:
            self.page.keyboard.press(name)

    def writes(self, text: str):
        """Into whatever has focus."""
        self.is_in_front()
        self.page.keyboard.type(text)

    def begins_at_the_top(self):
        """The next Tab leads to the page's first stop, wherever the person was before."""
        self.page.mouse.click(0, 0)

    def tabs_to(self, name: str):
        """Presses Tab until this control has focus."""
        for _ in range(40):
            self.keys("Tab")
            if layout.name_of_focus(self.page) == name:
                return
        raise AssertionError(f"Tab does not lead to {name!r}.")

    def walks_with_the_keyboard(self) -> int:
        """Tabs through the whole page, sees each stop, and counts them."""
        self.begins_at_the_top()
        stops = 0
        while True:
            self.keys("Tab")
            if self.page.evaluate("document.activeElement === document.body"):
                return stops
            assert layout.covered(self.page) is None
            stops += 1
            assert stops < 200, "The keyboard is trapped."

    def goes_offline(self):
        """As on a phone without a signal: the socket stays open, and silent."""
        # What comes later has come: its absence would be a complaint of the browser.
        self.page.locator("chat-log, main.stage").first.wait_for(state="attached")
        self.page.context.set_offline(True)

    def comes_back(self):
        self.page.context.set_offline(False)

    def presses(self, words: str):
        """A button with these words."""
        self.page.get_by_role("button", name=words).click()

    def follows(self, words: str):
        """A link with these words."""
        self.page.get_by_role("link", name=words).click()

    def reloads(self):
        self.page.reload()
        self.is_connected()

    def confirms(self, typed: str | None = None):
        """The dialog that is open."""
        dialog = self.page.get_by_role("dialog")
        if typed is not None:
            dialog.get_by_role("textbox").first.fill(typed)
        dialog.locator("button[value=yes]").click()

    def is_at(self, words: str):
        self.is_in_front()
        expect(self.page.get_by_role("button", name=words)).to_be_focused()

    def hears(self, words: str):
        """A screen reader says this, in its time."""
        self.has_heard(lambda said: any(words in each for each in said))

    def has_heard(self, enough) -> list[str]:
        """Everything that a screen reader has said, once it is enough."""
        deadline = time.monotonic() + PATIENCE
        while not enough(said := self.page.evaluate("said")):
            assert time.monotonic() < deadline, said
            self.page.wait_for_timeout(50)
        return said

    def clipboard(self) -> str:
        return self.page.evaluate("navigator.clipboard.readText()")


class Stage(Window):
    def shows(self, scene: str):
        expect(self.page.locator("stage-scene")).to_have_attribute("data-scene", scene)

    def shows_question(self, text: str):
        self.shows("question")
        expect(self.page.locator("stage-scene .question")).to_have_text(text)

    def shows_list(self, *texts: str):
        self.shows("list")
        expect(self.page.locator("stage-scene li .text")).to_have_text(list(texts))

    def shows_all_of_itself(self):
        expect(self.page.locator("footer .code b")).to_be_in_viewport(ratio=1)
        expect(self.page.locator("stage-scene li, .question:visible").last).to_be_in_viewport(
            ratio=1
        )


class Overlay(Window):
    """The lower third that lies over a stream's picture."""

    @property
    def plate(self):
        return self.page.locator(".plate:visible")

    def says(self, words: str):
        expect(self.plate.filter(has_text=words)).to_be_visible()

    def does_not_say(self, words: str):
        expect(self.plate.filter(has_text=words)).to_have_count(0)

    def shows_all_of_itself(self):
        for part in (self.plate, self.plate.locator(".text")):
            assert part.evaluate("(one) => one.scrollHeight <= one.clientHeight + 1")
        expect(self.plate).to_be_in_viewport(ratio=1)

    def picture(self) -> bytes:
        return self.page.screenshot(omit_background=True)


class Administration(Window):
    def creates_round(self, title: str):
        self.page.get_by_label("Titel der Runde").fill(title)
        self.presses("Runde anlegen")

    def goes_on_from(self, record: str, title: str):
        self.page.locator(f"[data-record='{record}'] button").click()
        self.creates_round(title)

    def meeting(self, title: str):
        """A round's card on the administration's page."""
        heading = self.page.get_by_role("heading", name=title)
        card = self.page.locator("admin-meeting").filter(has=heading)
        expect(card).to_be_visible()
        return card
