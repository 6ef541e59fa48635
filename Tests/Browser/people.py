"""The cast and what they do and see: the words in which the stories are told."""

import re
from urllib.parse import urljoin

from playwright.sync_api import Page, expect


class Round:
    """One meeting of the real program, and everybody's windows on it."""

    def __init__(self, browser, program, watch, entry: dict):
        self.browser = browser
        self.program = program
        self.watch = watch
        self.entry = entry
        self.contexts = []

    @property
    def code(self) -> str:
        return self.entry["code"]

    def join(self, *names: str) -> list["Person"]:
        """Everybody by the link that they were given; *chair* moderates."""
        return [self.joins(name) for name in names]

    def joins(self, name: str, **options) -> "Person":
        person = self.opens(name, **options)
        person.is_connected()
        return person

    def opens(self, name: str, link: str | None = None, **options) -> "Person":
        """Somebody follows a link, wherever that leads."""
        moderates = name == "chair"
        own = self.entry["moderator" if moderates else "participant"]
        page = self.window(link or own, **options)
        return Moderator(name, page) if moderates else Person(name, page)

    def joins_by_code(self, name: str, typed: str) -> "Person":
        page = self.window("/")
        page.get_by_label("Code der Runde").fill(typed)
        page.keyboard.press("Enter")
        return Person(name, page)

    def opens_stage(self, **options) -> "Stage":
        page = self.window(**{"viewport": {"width": 1280, "height": 720}, **options})
        page.goto(self.entry["stage"])
        stage = Stage(page)
        stage.is_connected()
        return stage

    def window(self, path: str | None = None, **options) -> Page:
        """A browser of its own, with nothing in it yet."""
        settings = {"locale": "de-DE", "timezone_id": "Europe/Berlin"} | options
        context = self.browser.new_context(**settings)
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        self.watch.over(context)
        page = context.new_page()
        if path is not None:
            page.goto(urljoin(self.program.url, path))
        return page

    def leave(self):
        for context in self.contexts:
            context.close()


class Window:
    """A page that is kept in step by the server."""

    def __init__(self, page: Page):
        self.page = page

    def is_connected(self):
        expect(self.page.locator("html")).to_have_attribute("data-live", "true", timeout=30_000)

    def is_cut_off(self):
        expect(self.page.locator("html")).to_have_attribute("data-live", "false")

    def reads(self, words: str):
        """Somewhere on the page, in sight."""
        expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible()

    def does_not_read(self, words: str):
        expect(self.page.get_by_text(words).filter(visible=True)).to_have_count(0)

    def goes_offline(self):
        """As on a phone without a signal: the socket stays open, and silent."""
        self.page.context.set_offline(True)

    def comes_back(self):
        self.page.context.set_offline(False)


class Person(Window):
    def __init__(self, name: str, page: Page):
        super().__init__(page)
        self.name = name

    # What they do.

    @property
    def field(self):
        return self.page.locator("textarea#ask")

    def types(self, text: str):
        self.field.fill(text)

    def sends(self):
        self.field.press("Enter")

    def asks(self, text: str):
        self.types(text)
        self.sends()

    def supports(self, text: str):
        self.press("support", text)
        expect(self.button("support", text)).to_have_attribute("aria-pressed", "true")

    def withdraws_support(self, text: str):
        self.press("support", text)
        expect(self.button("support", text)).to_have_attribute("aria-pressed", "false")

    def withdraws(self, text: str):
        self.press("withdraw", text)

    def card(self, text: str):
        return self.page.locator("li[data-row]").filter(
            has=self.page.get_by_text(text, exact=True)
        )

    def button(self, act: str, text: str):
        return self.card(text).locator(f"[data-act={act}]")

    def press(self, act: str, text: str):
        self.button(act, text).click()

    def focuses(self, act: str, text: str):
        self.button(act, text).focus()

    def presses(self, words: str):
        """A button with these words."""
        self.page.get_by_role("button", name=words).click()

    def follows(self, words: str):
        """A link with these words."""
        self.page.get_by_role("link", name=words).click()

    def reloads(self):
        self.page.reload()
        self.is_connected()

    def opens_another_tab(self) -> "Person":
        page = self.page.context.new_page()
        page.goto(self.page.url)
        tab = Person(self.name, page)
        tab.is_connected()
        return tab

    def calls_themselves(self, name: str, organisation: str = ""):
        form = self.page.locator("name-line form")
        if not form.is_visible():
            self.page.locator("name-line .now button").click()
        fields = form.locator("input")
        fields.nth(0).fill(name)
        fields.nth(1).fill(organisation)
        form.locator("button.primary").click()

    # What they see.

    def section(self, name: str):
        return self.page.locator(f"[data-section={name}]")

    def sees_questions(self, *texts: str):
        """Exactly these are open, in this order."""
        self.sees(self.section("open"), *texts)

    def sees_live(self, *texts: str):
        self.sees(self.section("live"), *texts)

    def sees_answered(self, *texts: str):
        section = self.section("answered")
        section.locator("summary").click()
        self.sees(section, *texts)

    def sees_own(self, *texts: str):
        """What nobody else sees."""
        self.sees(self.section("own"), *texts)

    def sees(self, section, *texts: str):
        expect(section.locator("li .text")).to_have_text(list(texts))

    def sees_support(self, text: str, count: int):
        shown = self.card(text).locator(".count:visible, .supporters:visible")
        expect(shown).to_have_text(re.compile(rf"^{count}\b"))

    def sees_author(self, text: str, author: str):
        expect(self.card(text).locator(".author")).to_have_text(author)

    def has_typed(self, text: str):
        expect(self.field).to_have_value(text)

    def has_no_field(self):
        expect(self.field.filter(visible=True)).to_have_count(0)

    def hears(self, words: str):
        """A screen reader would say this, in its time."""
        expect(self.page.locator("#polite, #assertive").filter(has_text=words)).to_have_count(1)

    def sees_arrival(self):
        """The server has said that the question is kept."""
        expect(self.page.locator(".composer .done")).to_be_visible()


class Moderator(Person):
    def begins(self):
        self.presses("Runde beginnen")
        self.reads("Läuft")

    def puts_live(self, text: str):
        self.press("live", text)

    def marks_answered(self, text: str):
        self.press("answered", text)

    def puts_back(self, text: str):
        self.press("open", text)

    def declines(self, text: str, because: str = ""):
        self.press("declined", text)
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("textbox").fill(because)
        dialog.locator("button[value=yes]").click()

    def ends_the_round(self):
        self.presses("Runde beenden")
        self.page.get_by_role("dialog").locator("button[value=yes]").click()

    def sees_nothing_open(self):
        expect(self.section("open")).to_be_hidden()

    def clipboard(self) -> str:
        return self.page.evaluate("navigator.clipboard.readText()")

    def creates_round(self, title: str):
        self.page.get_by_label("Titel der Runde").fill(title)
        self.presses("Runde anlegen")

    def meeting(self, title: str):
        """A round's card on the administration's page."""
        heading = self.page.get_by_role("heading", name=title)
        card = self.page.locator("admin-meeting").filter(has=heading)
        expect(card).to_be_visible()
        return card

    def downloads(self, form: str) -> str:
        """The transcript's text."""
        button = self.page.get_by_role("button", name=f"Protokoll laden ({form})")
        with self.page.expect_download() as download:
            button.click()
        return download.value.path().read_text()


class Stage(Window):
    def shows(self, scene: str):
        expect(self.page.locator("stage-scene")).to_have_attribute("data-scene", scene)

    def shows_question(self, text: str):
        self.shows("question")
        expect(self.page.locator("stage-scene .question")).to_have_text(text)

    def shows_list(self, *texts: str):
        self.shows("list")
        expect(self.page.locator("stage-scene li .text")).to_have_text(list(texts))
