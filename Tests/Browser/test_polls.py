"""Polls: asked in one act, counted once, and shown when it is time."""

import re

import pytest
from playwright.sync_api import expect

from audience import Audience
from line import Line

LUNCH = "Wann gibt es Mittagessen?"
TOOL = "Welches Werkzeug nutzen Sie?"
TOOLS = f"{TOOL} | Webex | Zoom | Jitsi"


def choices(*ids: str) -> list[dict]:
    return [{"choices": list(id)} for id in ids]


# The counts of acts are those that were promised: one key, one tap, one key.


@pytest.mark.every_engine
def test_an_instant_poll_is_one_key_a_vote_one_tap_and_the_result_one_key(round):
    chair, ada = round.join("chair", "ada")
    stage = round.opens_stage()
    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)
    chair.section("open").locator("li[data-row]").focus()

    chair.keys("1")
    ada.reads("Umfrage läuft")
    stage.shows("poll")
    ada.goes_to_the_poll()
    ada.taps("Ja")
    ada.is_counted("Ja")
    chair.sees_turnout("^1 von 2 Anwesenden")
    chair.keys("Space")

    ada.sees_result("Vorn liegt „Ja“ mit 1 Stimme (100\u00a0%).")
    ada.sees_numbers(Ja=1, Nein=0, Enthaltung=0)
    stage.shows("result")
    stage.reads("Vorn liegt „Ja“ mit 1 Stimme")
    ada.turns_to("Fragen")
    ada.reads("Ergebnis der Umfrage")


def test_an_own_poll_is_a_key_a_line_and_a_key(round):
    chair, ada = round.join("chair", "ada")
    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)
    chair.section("open").locator("li[data-row]").focus()

    chair.keys("p")
    chair.writes(TOOLS)
    chair.keys("Control+Enter")
    ada.goes_to_the_poll()
    ada.taps("Zoom")
    ada.is_counted("Zoom")
    ada.taps("Jitsi")
    ada.is_counted("Jitsi")

    chair.keys("Shift+Space")
    ada.reads("Geschlossen. Die Moderation zeigt das Ergebnis gleich.")
    ada.sees_no_numbers()
    chair.steers("publish")
    ada.sees_numbers(Webex=0, Zoom=0, Jitsi=1)


def test_keys_do_nothing_while_somebody_types_and_nothing_to_those_who_do_not_moderate(round):
    chair, ada = round.join("chair", "ada")
    chair.keys("1")
    chair.is_at_the_polls()
    chair.line.fill("1 oder 2 p")
    ada.turns_to("Umfrage")
    ada.view("Umfrage").focus()
    ada.keys("1", "p", "Space")
    chair.line.press("2")
    expect(chair.line).to_have_value("1 oder 2 p2")
    ada.reads("Gerade läuft keine Umfrage.")


def test_polls_are_prepared_opened_changed_and_thrown_away(round):
    chair, ada = round.join("chair", "ada")
    chair.is_at_the_polls()
    chair.prepares("Wer macht mit?")
    chair.prepares(TOOLS, **{"Wann_alle_das_Ergebnis_sehen": "laufend"})
    chair.reads("Vorbereitet (2)")
    ada.turns_to("Umfrage")
    ada.reads("Gerade läuft keine Umfrage.")
    chair.page.get_by_text("Vorbereitet (2)").click()
    chair.steers("remove", "Wer macht mit?")
    chair.answers_dialog("yes")
    chair.steers("edit", TOOL)
    chair.page.locator(".editing .start input").fill("Welches Werkzeug? | Webex | Zoom")
    chair.page.locator(".editing .start button.primary").click()
    chair.steers("open", "Welches Werkzeug?")

    ada.taps("Webex")
    ada.is_counted("Webex")
    chair.reads("Zahlen gibt es erst ab fünf Stimmen")
    chair.closes_and_shows()
    chair.steers("again")
    chair.reads("Vorbereitet (1)")
    chair.steers("open", "Welches Werkzeug?")
    ada.is_not_counted()
    ada.taps("Zoom")
    ada.is_counted("Zoom")
    chair.closes_and_shows()
    ada.sees_numbers(Zoom=1)
    ada.page.get_by_text("Runde 1", exact=True).click()
    ada.reads("Vorn liegt „Webex“ mit 1 Stimme")


def test_what_is_not_secret_is_opened_again_with_its_votes_and_names_are_as_announced(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    ada.calls_themselves("Ada Lindner")
    chair.is_at_the_polls()
    chair.asks_at_once(TOOLS, **{"Wer_erfährt,_wer_wie_stimmt": "namentlich"})
    ada.goes_to_the_poll()
    ada.reads("Mit dem Ergebnis sehen alle, wer wie abgestimmt hat.")
    ada.taps("Webex")
    ada.is_counted("Webex")
    chair.closes_and_shows()
    ben.goes_to_the_poll()
    ben.page.locator("summary").get_by_text("Wer wie abgestimmt hat").click()
    ben.reads("Ada Lindner")

    chair.steers("reopen")
    ada.has_chosen("Webex")
    ben.taps("Webex")
    ben.is_counted("Webex")
    chair.closes_and_shows()
    ada.sees_numbers(Webex=2)


def test_a_secret_poll_tells_no_number_before_its_time_and_never_a_name(round):
    lines = [Line(), Line(), Line()]
    chair = round.joins("chair", line=lines[0])
    ada = round.joins("ada", line=lines[1])
    stage = round.opens_stage(line=lines[2])
    audience = Audience(round, 5)
    chair.is_at_the_polls()
    chair.asks_at_once(TOOLS)
    ada.calls_themselves("Ada Lindner")
    ada.goes_to_the_poll()
    ada.taps("Zoom")
    ada.is_counted("Zoom")
    chair.sees_turnout("^1 von")
    chair.sees_no_numbers()
    audience.votes(*choices("a", "a", "b", "c", "a"))
    chair.sees_numbers(Webex=3, Zoom=2, Jitsi=1)
    ada.sees_turnout("^6 von")
    ada.sees_no_numbers()
    chair.keys("Shift+Space")
    ada.reads("Geschlossen.")
    for line in lines[1:]:
        assert [frame for frame in line.heard if '"counts"' in frame] == []

    chair.steers("publish")
    ada.sees_numbers(Webex=3, Zoom=2, Jitsi=1)
    stage.shows("result")
    stage.reads("50")
    for line in lines:
        assert any('"counts"' in frame for frame in line.heard)
        assert [frame for frame in line.heard if '"voters"' in frame] == []
    expect(chair.page.get_by_text("Wer wie abgestimmt hat")).to_have_count(0)


@pytest.mark.every_engine
def test_a_poll_takes_nobody_away_from_what_they_do(round):
    chair, ada = round.join("chair", "ada")
    chair.is_at_the_polls()
    ada.types("Wie lange dau")
    ada.field.focus()
    chair.asks_at_once(TOOLS)
    ada.hears(f"Eine Umfrage läuft: {TOOL}")
    expect(ada.page.locator("[data-goes=poll]")).to_have_text(re.compile("läuft"))
    chair.closes_and_shows()
    ada.hears(f"Das Ergebnis ist da: {TOOL}")
    ada.is_at_the_field()
    ada.has_typed("Wie lange dau")


def test_whoever_has_voted_is_not_asked_again_by_the_strip(round):
    chair, ada = round.join("chair", "ada")
    chair.is_at_the_polls()
    chair.asks_at_once(TOOLS)
    ada.raises_hand()
    chair.calls_next()
    ada.reads("Umfrage läuft")
    ada.goes_to_the_poll()
    ada.taps("Zoom")
    ada.is_counted("Zoom")
    ada.turns_to("Fragen")
    expect(ada.page.locator("now-strip")).to_have_attribute("data-scene", "speaker")


# What moderators do with answers, and what is left of it all.


def test_moderators_release_hide_and_merge_answers(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    chair.is_at_the_polls()
    chair.asks_at_once("Was nehmen Sie mit?", "Antworten in eigenen Worten")
    for person, text in ((ada, "Mut"), (ben, "Viel Mut")):
        person.goes_to_the_poll()
        person.running.get_by_label("Ihre Antwort").fill(text)
        person.running.get_by_role("button", name="Abstimmen").click()
        person.is_counted(f"„{text}“")
    chair.steers("close")
    chair.page.get_by_text("Antworten ordnen (2)").click()
    answers = chair.page.locator(".curating li")
    mine = answers.filter(has=chair.page.get_by_text("Mut", exact=True))
    other = answers.filter(has=chair.page.get_by_text("Viel Mut", exact=True))
    other.get_by_role("button", name="Zusammenführen mit …").click()
    mine.get_by_role("button", name="Hierhin").click()
    chair.reads("enthält: Viel Mut")
    mine.get_by_role("button", name="Zeigen").click()
    chair.steers("publish")
    expect(ada.page.locator("poll-card .answers li")).to_have_text(["Mut (2)"])
    mine.get_by_role("button", name="Ausblenden").click()
    ada.sees_result("Es gibt noch nichts zu zeigen.")


def test_a_result_is_copied_as_text(round):
    chair = round.joins("chair", permissions=["clipboard-read", "clipboard-write"])
    ada = round.joins("ada")
    chair.is_at_the_polls()
    chair.asks_at_once(TOOLS)
    ada.goes_to_the_poll()
    ada.taps("Zoom")
    ada.is_counted("Zoom")
    chair.closes_and_shows()
    chair.page.locator("poll-card .result .copy").click()
    chair.hears("Kopiert")
    assert chair.clipboard().splitlines() == [
        TOOL,
        "1 von 2 Anwesenden (50\u00a0%)",
        "Vorn liegt „Zoom“ mit 1 Stimme (100\u00a0%).",
        "– Webex: 0 · 0\u00a0%",
        "– Zoom: 1 · 100\u00a0%",
        "– Jitsi: 0 · 0\u00a0%",
        "Meinungsbild, keine rechtsverbindliche Abstimmung.",
    ]


def test_a_poll_with_a_timer_closes_by_itself_unless_it_is_given_more_time(round):
    chair, ada = round.join("chair", "ada")
    stage = round.opens_stage()
    chair.is_at_the_polls()
    chair.asks_at_once(TOOLS)
    chair.steers("more")
    ada.reads("Umfrage läuft")
    ada.goes_to_the_poll()
    ada.reads("noch 0:")
    stage.reads("noch 0:")
    chair.steers("more")
    ada.reads("noch 0:5")
    chair.steers("endless")
    ada.does_not_read("noch 0:")


def test_a_poll_that_is_refused_comes_back_as_it_was_written(round):
    [chair] = round.join("chair")
    chair.is_at_the_polls()
    chair.prepares("Was kostet es?", "Schätzung", open=True, Mindestens="9", Höchstens="5")
    chair.reads("Diese Einstellungen der Umfrage passen nicht zusammen.")
    expect(chair.line).to_have_value("Was kostet es?")
    editor = chair.page.locator(".launcher form")
    expect(editor.get_by_label("Mindestens")).to_have_value("9")
    editor.get_by_label("Höchstens").fill("50")
    chair.presses("Sofort öffnen")
    expect(chair.poll("Was kostet es?")).to_be_visible()
    expect(chair.line).to_have_value("")
    expect(editor.get_by_label("Art", exact=True)).to_have_value("")
