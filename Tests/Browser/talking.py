"""Speaking and writing: what people do with their hands and in the chat, and what they see."""

from playwright.sync_api import expect

VIEWS = {"Fragen": "questions", "Umfrage": "poll", "Redeliste": "queue", "Chat": "chat"}


class Talking:
    """What everybody can do; mixed into the cast."""

    def turns_to(self, name: str):
        """Another view, on a phone; where it is wide, all but two are in sight anyway."""
        link = self.page.locator(f"[data-goes={VIEWS[name]}] a")
        if link.is_visible():
            link.click()

    def view(self, name: str):
        return self.page.locator(f"[data-view={VIEWS[name]}]")

    # The hand.

    @property
    def hand(self):
        return self.page.locator("button.hand")

    def raises_hand(self):
        self.hand.click()
        expect(self.hand).to_have_attribute("data-up", "")

    def lowers_hand(self):
        self.hand.click()
        expect(self.hand).not_to_have_attribute("data-up", "")

    def has_place(self, place: int):
        expect(self.hand.locator(".news")).to_have_text(f"Platz {place}")

    def sees_waiting(self, *names: str):
        """Exactly these wait, in this order."""
        waiting = self.page.locator("speaking-queue .waiting .who")
        expect(waiting).to_have_text(list(names))

    def sees_speaking(self, name: str):
        expect(self.page.locator("the-floor .who")).to_have_text(name)

    def entry(self, name: str):
        rows = self.page.locator("speaking-queue li[data-row]")
        return rows.filter(has=self.page.locator(".who").get_by_text(name, exact=True))

    def sees_mark(self, name: str, mark: str, within: float = 15):
        marks = self.entry(name).locator(".marks")
        expect(marks).to_contain_text(mark, timeout=within * 1_000)

    # The chat.

    @property
    def message_field(self):
        return self.page.locator("chat-log form textarea")

    def says(self, text: str):
        self.message_field.fill(text)
        self.message_field.press("Enter")

    def message(self, text: str):
        rows = self.page.locator(":is(chat-log, .backstage) li[data-row]")
        return rows.filter(has=self.page.get_by_text(text, exact=True))

    def sees_messages(self, *texts: str):
        """Exactly these stand in the chat."""
        expect(self.page.locator("chat-log li .text")).to_have_text(list(texts))

    def sees_link(self, words: str, address: str):
        link = self.page.locator("chat-log .links a").get_by_text(words)
        expect(link).to_have_attribute("href", address)

    def does_with_message(self, act: str, text: str):
        button = self.message(text).locator(f"[data-act={act}]")
        if act in ("mute", "time", "expel") and not button.is_visible():
            self.message(text).locator(".person summary").click()
        button.click()


class Chairing:
    """What moderators can do besides."""

    def on_floor(self, act: str):
        return self.page.locator(f"the-floor [data-act={act}]")

    def calls_next(self):
        self.on_floor("next").click()

    def does_with_entry(self, act: str, name: str):
        self.entry(name).locator(f"[data-act={act}]").click()

    def merges(self, text: str, into: str):
        card = self.card(text)
        card.locator(".more > summary").click()
        card.locator("[data-act=merge]").click()
        dialog = self.page.get_by_role("dialog")
        dialog.locator("select").select_option(label=into)
        dialog.locator("button[value=yes]").click()

    def sets(self, rule: str, value: str):
        """One of the settings of the round."""
        if rule == "chat":
            self.unfolds("Chat einstellen")
        else:
            self.opens_tool("stage" if rule == "scene" else "rules")
        self.page.locator(f"[data-rule={rule}]").select_option(value)

    def opens_tool(self, name: str):
        """One of the panels below the bar."""
        tool = self.page.locator(f"[data-tool={name}]")
        if tool.get_attribute("aria-expanded") != "true":
            tool.click()

    def unfolds(self, words: str):
        summary = self.page.locator("summary", has_text=words)
        if summary.locator("..").get_attribute("open") is None:
            summary.click()

    def moderates(self):
        expect(self.page.locator("chair-bar")).to_be_visible()

    def stops_everything(self):
        self.presses("Notfall: alles anhalten")

    def answers_dialog(self, value: str):
        self.page.get_by_role("dialog").locator(f"button[value={value}]").click()
