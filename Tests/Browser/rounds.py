"""One meeting of the real program, and everybody's windows on it."""

from urllib.parse import urljoin

from playwright.sync_api import Page

from people import Moderator, Person
from windows import Administration, Stage


class Round:
    def __init__(self, browser, program, watch, entry: dict):
        self.browser = browser
        self.program = program
        self.watch = watch
        self.entry = entry
        self.contexts = []
        #: Many people at once, where a story has brought them.
        self.audience = None

    @property
    def code(self) -> str:
        return self.entry["code"]

    def join(self, *names: str) -> list[Person]:
        """Everybody by the link that they were given; *chair* moderates."""
        return [self.joins(name) for name in names]

    def joins(self, name: str, **options) -> Person:
        person = self.opens(name, **options)
        person.is_connected()
        return person

    def opens(self, name: str, link: str | None = None, **options) -> Person:
        """Somebody follows a link, wherever that leads."""
        moderates = name == "chair"
        own = self.entry["moderator" if moderates else "participant"]
        page = self.window(link or own, **options)
        return Moderator(name, page) if moderates else Person(name, page)

    def joins_by_code(self, name: str, typed: str, **options) -> Person:
        page = self.window("/", **options)
        page.locator("#code").fill(typed)
        page.keyboard.press("Enter")
        return Person(name, page)

    def opens_stage(self, **options) -> Stage:
        stage = self.stage_at(self.entry["stage"], **options)
        stage.is_connected()
        return stage

    def stage_at(self, link: str, **options) -> Stage:
        return Stage(self.window(link, **{"viewport": {"width": 1280, "height": 720}, **options}))

    def opens_administration(self, link: str | None = None, **options) -> Administration:
        return Administration(self.window(link or self.program.admin_link, **options))

    def window(self, path: str, line=None, script: str | None = None, **options) -> Page:
        """A browser of its own, which has followed a link.

        `line` stands between it and the program; `script` runs before any of the page.
        """
        settings = {"locale": "de-DE", "timezone_id": "Europe/Berlin"} | options
        context = self.browser.new_context(**settings)
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        self.watch.over(context)
        if line:
            line.under(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.goto(urljoin(self.program.url, path))
        return page

    def leave(self):
        for context in self.contexts:
            context.close()
