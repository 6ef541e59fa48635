"""Polls: how people vote, how moderators lead, and what everybody sees of it."""

import re

from playwright.sync_api import expect


class Voting:
    """What everybody can do; mixed into the cast."""

    def poll(self, title: str):
        rows = self.page.locator("poll-board li[data-row]")
        return rows.filter(has=self.page.get_by_role("heading", name=title, exact=True))

    @property
    def running(self):
        return self.page.locator("poll-card[data-state=open]")

    def goes_to_the_poll(self):
        """By what the strip offers: one act."""
        self.page.locator("now-strip a").click()
        expect(self.page.locator("poll-card").first).to_be_visible()

    def option(self, text: str):
        """What is voted with by one tap."""
        return self.running.get_by_role("button", name=text, exact=True)

    def taps(self, option: str):
        self.option(option).click()

    def has_chosen(self, option: str):
        expect(self.option(option)).to_have_attribute("aria-pressed", "true")

    def is_counted(self, what: str):
        """The server has said so, and when; not a moment before."""
        receipt = self.page.locator("poll-card .receipt[data-counted]").first
        expect(receipt).to_have_text(re.compile(rf"^Gezählt \d\d:\d\d:\d\d – {re.escape(what)}$"))

    def is_not_counted(self):
        expect(self.page.locator("poll-card .receipt[data-counted]")).to_have_count(0)

    def sees_turnout(self, words: str):
        expect(self.page.locator("poll-card .turnout").first).to_have_text(re.compile(words))

    def sees_numbers(self, **numbers: int):
        """Of the first chart that there is: a table."""
        rows = self.page.locator("poll-card .charts table tbody tr")
        for name, count in numbers.items():
            name = name.replace("_", " ")
            row = rows.filter(has=self.page.get_by_text(name, exact=True)).first
            expect(row.locator("td").first).to_have_text(str(count))

    def sees_no_numbers(self):
        expect(self.page.locator("poll-card .charts :is(table, ul, .cloud)")).to_have_count(0)

    def sees_result(self, sentence: str):
        expect(self.page.locator("poll-card .sentence").first).to_have_text(sentence)


class Polling:
    """What moderators can do besides."""

    def is_at_the_polls(self):
        self.turns_to("Umfrage")
        expect(self.page.locator("poll-board .launcher")).to_be_visible()

    @property
    def line(self):
        return self.page.locator(".launcher .start input")

    def asks_at_once(self, line: str, kind: str | None = None, **settings: str):
        self.prepares(line, kind, open=True, **settings)
        card = self.poll(line.split(" | ")[0]).locator("[data-state=open]")
        expect(card).to_be_visible()

    def prepares(self, line: str, kind: str | None = None, open: bool = False, **settings: str):
        self.line.fill(line)
        editor = self.page.locator(".launcher form")
        details = editor.locator("details")
        if (kind or settings) and details.get_attribute("open") is None:
            details.locator("summary").click()
        if kind:
            editor.get_by_label("Art", exact=True).select_option(label=kind)
        for label, value in settings.items():
            field = editor.get_by_label(label.replace("_", " "), exact=True)
            if field.evaluate("(field) => field.localName") == "select":
                field.select_option(label=value)
            else:
                field.fill(value)
        self.presses("Sofort öffnen" if open else "Vorbereiten")

    def steers(self, act: str, title: str | None = None):
        card = self.poll(title) if title else self.page.locator("poll-board .now > li").first
        card.locator(f".steering [data-act={act}]").click()

    def closes_and_shows(self):
        self.steers("show")
        expect(self.page.locator("poll-card[data-state=published]").first).to_be_visible()
