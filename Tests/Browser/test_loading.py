"""What a participant's browser has to load before there is something to use."""

import json
from pathlib import Path

from program import PROJECT

MOST = 150_000

# When the page can be used: it is in step with the server, and drawn.
NOTE_USABLE = """
addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
  if (document.documentElement.dataset.live === 'true') globalThis.usable ??= performance.now();
}).observe(document.documentElement, { attributes: true }));
"""


def loaded(person) -> dict[str, int]:
    """What was asked for until the page could be used, and its size without compression."""
    sizes = person.page.evaluate(
        """() => performance.getEntries()
          .filter(({ entryType, startTime }) =>
            ['navigation', 'resource'].includes(entryType) && startTime <= usable)
          .map(({ name, decodedBodySize }) => [new URL(name).pathname, decodedBodySize])"""
    )
    return {path: size for path, size in sizes}


def test_a_participant_can_read_and_ask_after_less_than_150_kilobytes(round):
    ada = round.joins("ada", script=NOTE_USABLE, viewport={"width": 390, "height": 844})
    ada.asks("Ist das schnell genug?")
    ada.sees_questions("Ist das schnell genug?")
    first = loaded(ada)
    assert len(first) > 40
    assert sum(first.values()) < MOST, json.dumps(first, indent=2)


def test_a_participant_never_loads_what_only_moderators_work_with(round):
    ada, chair = round.join("ada", "chair")
    ada.turns_to("Umfrage")
    chair.asks("Wann geht es los?")
    ada.sees_questions("Wann geht es los?")
    ada.page.locator("chat-log").wait_for(state="attached")
    moderators = (PROJECT / "web/js/views/chairing.js").read_text()
    modules = [Path(line.split("'")[1]).name for line in moderators.splitlines() if "'" in line]
    theirs = {f"/js/views/{name}" for name in [*modules, "chairing.js", "acts.js", "rules.js"]}
    theirs |= {"/css/chair.css", "/i18n/de.chair.json"}
    everything = "performance.getEntriesByType('resource').map((e) => new URL(e.name).pathname)"
    assert theirs & set(ada.page.evaluate(everything)) == set()
    assert theirs - set(chair.page.evaluate(everything)) == set()


def test_a_part_that_did_not_come_is_asked_for_again(round):
    round.watch.expects("chat.js")
    failures = []

    def once(route):
        failures.append(route.request.url)
        route.abort() if len(failures) == 1 else route.continue_()

    ada = round.opens("ada", "/")
    ada.page.route("**/js/views/chat.js", once)
    ada.page.goto(round.entry["participant"])
    ada.reads("Dieser Teil der Seite wurde nicht geladen.")
    ada.is_connected()
    ada.says("Guten Morgen!")
    ada.sees_messages("Guten Morgen!")
