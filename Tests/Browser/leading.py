"""Leading a round: its agenda, the shared screen, its rules and its people."""

from playwright.sync_api import expect


class Leading:
    """What moderators do with the round as a whole; mixed into the cast."""

    def can_use_keys(self):
        # A closed list stays for a moment; only when it is gone the page has been made anew.
        expect(self.page.locator("dialog.keys")).to_have_count(0)
        expect(self.page.locator(".panels[data-keys]")).to_be_attached()

    # The agenda.

    @property
    def agenda(self):
        return self.page.locator("agenda-editor")

    def plans(self, title: str, minutes: int | None = None, speaker: str = ""):
        self.unfolds("Punkt hinzufügen")
        form = self.agenda.locator(".agenda-form")
        form.get_by_label("Titel").fill(title)
        form.get_by_label("Wer spricht").fill(speaker)
        form.get_by_label("Dauer").fill(str(minutes or ""))
        form.get_by_role("button", name="Hinzufügen").click()
        expect(self.item(title)).to_be_visible()

    def schedules(self, in_minutes: int):
        """The round is meant to begin then, to the minute, in this browser's zone."""
        self.unfolds("Geplanter Beginn")
        at = self.page.evaluate(
            """(minutes) => {
              const date = new Date(Date.now() + minutes * 60_000);
              return new Date(date - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
            }""",
            in_minutes,
        )
        self.agenda.locator("input[type=datetime-local]").fill(at)
        self.agenda.get_by_role("button", name="Speichern").last.click()

    def item(self, title: str):
        rows = self.agenda.locator("li[data-row]")
        return rows.filter(has=self.page.locator(".title").get_by_text(title, exact=True))

    def does_with_item(self, act: str, title: str):
        self.item(title).locator(f"[data-act={act}]").click()

    def goes_on_with_the_agenda(self):
        self.agenda.locator("[data-act=nextItem]").click()

    def sees_agenda(self, *titles: str):
        """Exactly these, in this order."""
        expect(self.agenda.locator("li .title")).to_have_text(list(titles))

    def sees_current_item(self, title: str):
        expect(self.agenda.locator("li[data-now] .title")).to_have_text(title)

    # Rules and people.

    def labels_with(self, *tags: str):
        self.opens_tool("rules")
        self.page.get_by_label("Schlagwörter").fill(", ".join(tags))
        self.page.locator(".tagging button").first.click()

    def asks_for(self, name: str, text: str, via: str):
        self.unfolds("Für jemanden fragen")
        form = self.page.locator(".behalf form")
        form.get_by_label("Frage", exact=True).fill(text)
        form.get_by_label("Von wem").fill(name)
        form.locator("select").select_option(via)
        form.get_by_role("button").click()

    def opens_more(self, text: str):
        card = self.card(text)
        if card.locator("details.more").get_attribute("open") is None:
            card.locator("details.more > summary").click()

    def pins_to_the_screen(self, text: str):
        self.opens_more(text)
        self.press("stage", text)

    def begins_to_answer(self, text: str):
        self.opens_more(text)
        self.press("answer", text)

    def pins_link(self, url: str, title: str):
        self.unfolds("Chat einstellen")
        self.page.get_by_label("Link für alle anheften").fill(url)
        self.page.locator(".steering").get_by_label("Titel").fill(title)
        self.presses("Anheften")

    # The end.

    def promises(self, text: str, by: str, until: str = ""):
        """Somebody answers it later."""
        self.opens_more(text)
        self.press("followUp", text)
        self.page.get_by_role("dialog").get_by_label("Bis wann?").fill(until)
        self.confirms(by)
        expect(self.section("followUp").locator("li .text").get_by_text(text)).to_be_visible()

    def left(self, text: str):
        return self.page.get_by_role("dialog").get_by_label(text)

    def leaves_behind(self, text: str):
        self.left(text).uncheck()

    def hands_on(self, *texts: str):
        """Exactly these are chosen."""
        chosen = self.page.locator(".ending p.check:has(:checked) label")
        expect(chosen).to_have_text(list(texts))
