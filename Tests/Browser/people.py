"""The cast and what they do and see: the words in which the stories are told."""

import re

from playwright.sync_api import Page, expect

import layout
from leading import Leading
from talking import Chairing, Talking
from voting import Polling, Voting
from windows import Window


class Person(Talking, Voting, Window):
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

    def writes_and_sends(self, text: str):
        """By the keyboard alone, as after following the link past the navigation."""
        self.field.focus()
        self.writes(text)
        self.keys("Enter")

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

    def cannot_press(self, act: str, text: str):
        expect(self.button(act, text)).to_be_disabled()

    def focuses(self, act: str, text: str):
        self.button(act, text).focus()

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
        section.locator("> summary").click()
        self.sees(section, *texts)

    def sees_own(self, *texts: str):
        """What nobody else sees."""
        self.sees(self.section("own"), *texts)

    def sees(self, section, *texts: str):
        expect(section.locator("li .text")).to_have_text(list(texts))

    def sees_support(self, text: str, count: int):
        shown = self.card(text).locator(".count:visible, .supporters:visible")
        expect(shown).to_have_text(re.compile(rf"^{count}\b"))

    def sees_open(self, count: int):
        expect(self.section("open").locator("li")).to_have_count(count)

    def look(self, act: str, text: str) -> str:
        return layout.colours(self.button(act, text))

    def is_looking_at(self, text: str):
        self.is_in_front()
        expect(self.card(text)).to_be_focused()
        expect(self.card(text)).to_be_in_viewport(ratio=1)

    def sees_author(self, text: str, author: str):
        expect(self.card(text).locator(".author")).to_have_text(author)

    def has_typed(self, text: str):
        expect(self.field).to_have_value(text)

    def is_at_the_field(self):
        self.is_in_front()
        expect(self.field).to_be_focused()

    def is_focused(self, act: str, text: str):
        self.is_in_front()
        expect(self.button(act, text)).to_be_focused()

    def has_no_field(self):
        expect(self.field.filter(visible=True)).to_have_count(0)

    def sees_arrival(self):
        """The server has said that the question is kept."""
        expect(self.page.locator(".composer .done")).to_be_visible()


class Moderator(Leading, Chairing, Polling, Person):
    def begins(self):
        begin = self.page.locator("chair-bar .primary")
        begin.click()
        expect(begin).to_be_hidden()

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

    def downloads(self, form: str) -> str:
        """The transcript's text."""
        button = self.page.get_by_role("button", name=f"Protokoll laden ({form})")
        with self.page.expect_download() as download:
            button.click()
        return download.value.path().read_text()
