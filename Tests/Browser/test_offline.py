"""Installed on a phone, and with a server that is away: the page opens, says so, and comes back."""

import json
import shutil
import time
import urllib.request

import pytest

from program import PROJECT, Program
from rounds import Round
from watch import Watch

KEPT = """async () => {
  const stores = await caches.keys();
  const names = await Promise.all(stores.map(async (name) =>
    (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)));
  return [stores, names.flat()];
}"""

WAKE_LOCKS = """
globalThis.locks = 0;
Object.defineProperty(navigator, 'wakeLock', {
  value: { request: async () => (locks++, { release: async () => void locks-- }) },
});
"""


@pytest.fixture
def own(browser, tmp_path):
    """A program of its own, whose page can be changed between two starts."""
    web = tmp_path / "web"
    shutil.copytree(PROJECT / "web", web)
    program = Program(tmp_path, str(web))
    watch = Watch(program.url)
    watch.expects("Failed to load resource|WebSocket connection|ERR_|EventSource")
    round = Round(browser, program, watch, program.create_meeting("Erste Runde", "Reihe"))
    round.web = web
    yield round
    round.leave()
    assert watch.unexpected() == []
    if program.is_running:
        assert program.stop() == 0


def waits_until_kept(person, *paths: str) -> list[str]:
    deadline = time.monotonic() + 20
    while True:
        stores, kept = person.page.evaluate(KEPT)
        if len(stores) == 1 and set(paths) <= set(kept):
            return kept
        assert time.monotonic() < deadline, (stores, kept)
        person.page.wait_for_timeout(50)


def test_the_page_opens_without_the_server_and_says_so(own):
    [ada] = own.join("ada")
    kept = waits_until_kept(ada, "/room.html", "/js/views/chat.js", "/i18n/de.talk.json")
    assert [name for name in kept if name.startswith(("/api", "/ws", "/record", "/texts"))] == []
    own.program.kill()
    ada.page.reload()
    ada.reads("Keine Verbindung")
    ada.page.locator("room-notices").get_by_text("Verbindung").wait_for()
    own.program.start()
    ada.is_connected()
    ada.asks("Geht es weiter?")
    ada.sees_questions("Geht es weiter?")


def test_a_new_version_is_there_with_the_next_visit(own):
    [ada] = own.join("ada")
    waits_until_kept(ada, "/room.html", "/i18n/de.json")
    [before] = ada.page.evaluate(KEPT)[0]
    own.program.kill()
    words = own.web / "i18n" / "de.json"
    words.write_text(words.read_text().replace('"Hand heben"', '"Melden"'))
    own.program.start()
    ada.reloads()
    ada.reads("Melden")
    deadline = time.monotonic() + 20
    # Looking into a store would make it again.
    while before in (stores := ada.page.evaluate("caches.keys()")) or len(stores) != 1:
        assert time.monotonic() < deadline, stores
        ada.page.wait_for_timeout(50)


def test_it_can_be_installed(own):
    page = own.window("/")
    manifest = page.locator("link[rel=manifest]").get_attribute("href")
    with urllib.request.urlopen(own.program.url + manifest) as answer:
        assert answer.headers["content-type"] == "application/manifest+json"
        facts = json.load(answer)
    assert (facts["start_url"], facts["display"]) == ("/", "standalone")
    for icon in facts["icons"]:
        with urllib.request.urlopen(own.program.url + icon["src"]) as answer:
            assert answer.headers["content-type"] == icon["type"]


def test_the_screen_stays_on_for_whoever_waits_to_speak(round):
    [ben] = round.join("ben")
    ben.raises_hand()
    ada = round.joins("ada", script=WAKE_LOCKS)
    assert ada.page.evaluate("locks") == 0
    ada.raises_hand()
    assert ada.page.evaluate("locks") == 1
    ada.lowers_hand()
    assert ada.page.evaluate("locks") == 0
    stage = round.opens_stage(script=WAKE_LOCKS)
    assert stage.page.evaluate("locks") == 1
