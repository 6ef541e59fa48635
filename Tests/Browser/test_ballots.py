"""Ballots: every kind can be filled in by everybody, and is counted once or not at all."""

import pytest
from playwright.sync_api import expect

from line import Line
from watch import NO_CONNECTION

TOOL = "Welches Werkzeug nutzen Sie?"
TOOLS = f"{TOOL} | Webex | Zoom | Jitsi"


# What each kind asks for, and what comes out of it; all of it without a mouse.


def ranks(ada):
    ada.tabs_to("+")
    ada.keys("Enter")
    ada.keys("Tab", "Tab", "Tab", "Enter")
    ada.hears("Zoom: Platz 2 von 2")
    ada.keys("Enter")
    ada.hears("Zoom: Platz 1 von 2")


def spends(ada):
    ada.tabs_to("+")
    ada.keys("Enter", "Enter", "Enter")


def rates(ada):
    ada.tabs_to("1 (gar nicht)")
    ada.keys("Space", "ArrowRight", "ArrowRight")


def ticks(ada):
    ada.tabs_to("Webex")
    ada.keys("Space", "Tab", "Tab", "Space")


def guesses(ada):
    ada.tabs_to("Ihre Schätzung in Euro")
    ada.writes("1.234,5")
    ada.reads("Verstanden als 1.234,50\u00a0Euro")


def writes_words(ada):
    ada.tabs_to("Wort 1")
    ada.writes("Geduld")
    ada.keys("Tab")
    ada.writes("Mut")


def writes_text(ada):
    ada.tabs_to("Ihre Antwort")
    ada.writes("Einfach anfangen")


KINDS = {
    "Mehrere Antworten": (
        TOOLS,
        {},
        ticks,
        "Webex, Jitsi",
        "Gleichauf: „Webex“, „Jitsi“ mit je 1 Stimme (100\u00a0%).",
    ),
    "Themen für die nächste Runde": (
        TOOLS,
        {},
        ticks,
        "Webex, Jitsi",
        "Gleichauf: „Webex“, „Jitsi“ mit je 1 Stimme (100\u00a0%).",
    ),
    "Rangfolge": (
        TOOLS,
        {},
        ranks,
        "1. Zoom, 2. Webex",
        "Vorn liegt „Zoom“ mit 3 Punkten.",
    ),
    "Punkte verteilen": (
        TOOLS,
        {},
        spends,
        "Webex: 3",
        "Die meisten Punkte hat „Webex“: 3.",
    ),
    "Skala": (
        "Wie war es?",
        {"Unteres_Ende": "gar nicht", "Oberes_Ende": "sehr"},
        rates,
        "3",
        "Median 3, Mittelwert 3 auf einer Skala von 1 bis 5.",
    ),
    "Schätzung": (
        "Was kostet es?",
        {"Höchstens": "5000", "Nachkommastellen (0–3)": "2", "Einheit": "Euro"},
        guesses,
        "1.234,50\u00a0Euro",
        "Der Median ist 1.234,50\u00a0Euro; die mittlere Hälfte liegt zwischen "
        "1.234,50\u00a0Euro und 1.234,50\u00a0Euro.",
    ),
    "Wortwolke": (
        "Ein Wort?",
        {},
        writes_words,
        "„Geduld“, „Mut“",
        "2 Antworten.",
    ),
    "Antworten in eigenen Worten": (
        "Was nehmen Sie mit?",
        {},
        writes_text,
        "„Einfach anfangen“",
        "Es gibt noch nichts zu zeigen.",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_voted_in_without_a_mouse_and_counted_once(round, kind):
    line, settings, fills_in, chosen, result = KINDS[kind]
    chair, ada = round.join("chair", "ada")
    chair.is_at_the_polls()
    chair.asks_at_once(line, kind, **settings)
    ada.tabs_to("Abstimmen")
    ada.keys("Enter")
    fills_in(ada)
    ada.is_not_counted()
    ada.tabs_to("Abstimmen")
    ada.keys("Enter")

    ada.is_counted(chosen)
    chair.sees_turnout("^1 von 2 Anwesenden")
    chair.closes_and_shows()
    ada.sees_result(result)


def test_a_quiz_tells_the_solution_when_it_is_over(round):
    line = Line()
    chair, ada = round.joins("chair"), round.joins("ada", line=line)
    chair.is_at_the_polls()
    chair.asks_at_once("Seit wann gibt es das OZG? | 2013 | *2017 | 2021")
    ada.goes_to_the_poll()
    ada.taps("2013")
    ada.is_counted("2013")
    assert [frame for frame in line.heard if '"correct"' in frame] == []

    chair.closes_and_shows()
    ada.reads("✓ richtig")
    ada.reads("0 Personen lagen richtig")


def test_what_cannot_be_counted_says_what_is_missing(round):
    chair, ada = round.join("chair", "ada")
    chair.is_at_the_polls()
    chair.asks_at_once("Was kostet es?", "Schätzung", Höchstens="100", Schrittweite="10")
    ada.goes_to_the_poll()
    field = ada.running.get_by_label("Ihre Schätzung")
    for typed, words in {
        "": "Bitte geben Sie eine Zahl ein",
        "viel": "Bitte geben Sie eine Zahl ein",
        "1000": "Diese Zahl liegt außerhalb des Möglichen.",
        "55": "Diese Zahl passt nicht zu den Schritten.",
    }.items():
        field.fill(typed)
        field.press("Enter")
        ada.reads(words)
    ada.is_not_counted()
    field.fill("50")
    field.press("Enter")
    ada.is_counted("50")


def test_a_final_vote_takes_a_second_step_and_is_final(round):
    chair, ada = round.join("chair", "ada")
    chair.is_at_the_polls()
    chair.page.get_by_text("Art, Geheimhaltung, Ergebnis").click()
    chair.page.get_by_label("Abgegebene Stimmen sind endgültig").check()
    chair.asks_at_once(TOOLS)
    ada.goes_to_the_poll()
    ada.reads("Ihre Stimme ist endgültig.")
    ada.running.get_by_label("Zoom").check()
    ada.is_not_counted()
    ada.running.get_by_role("button", name="Abstimmen").click()
    ada.is_counted("Zoom")
    expect(ada.running.locator("form.ballot")).to_be_hidden()


# What may go wrong on the way.


def test_a_vote_without_a_connection_is_not_counted_before_it_has_arrived(round):
    chair, ada = round.join("chair", "ada")
    chair.is_at_the_polls()
    chair.asks_at_once(TOOLS)
    ada.goes_to_the_poll()
    ada.goes_offline()
    ada.taps("Zoom")
    ada.reads("noch nicht gezählt – Zoom")
    ada.is_not_counted()
    chair.sees_turnout("^0 von")

    ada.comes_back()
    ada.is_counted("Zoom")
    chair.sees_turnout("^1 von")


def test_a_vote_that_comes_after_the_close_is_too_late_and_says_so(round):
    round.watch.expects(NO_CONNECTION)
    chair, ada = round.join("chair", "ada")
    chair.is_at_the_polls()
    chair.asks_at_once(TOOLS)
    ada.goes_to_the_poll()
    ada.goes_offline()
    ada.taps("Zoom")
    chair.closes_and_shows()

    ada.comes_back()
    ada.reads("Zu spät – nicht gezählt: Die Umfrage ist geschlossen.")
    ada.hears("Zu spät – nicht gezählt")
    ada.is_not_counted()
    chair.sees_turnout("^0 von")


def test_an_answer_that_is_lost_on_the_way_is_asked_for_again_and_counted_once(round):
    line = Line()
    chair, ada = round.joins("chair"), round.joins("ada", line=line)
    chair.is_at_the_polls()
    chair.asks_at_once(TOOLS)
    ada.goes_to_the_poll()
    line.loses_the_next("ack")
    ada.option("Zoom").dblclick()
    ada.is_counted("Zoom")
    ada.reloads()
    ada.is_counted("Zoom")
    chair.sees_turnout("^1 von")
    assert len(set(line.wishes)) == 1


def test_two_tabs_are_one_vote_and_show_the_same(round):
    chair, ada = round.join("chair", "ada")
    chair.is_at_the_polls()
    chair.asks_at_once(TOOLS)
    ada.goes_to_the_poll()
    tab = ada.opens_another_tab()
    ada.taps("Webex")
    tab.is_counted("Webex")
    tab.has_chosen("Webex")
    tab.taps("Zoom")
    ada.is_counted("Zoom")
    ada.has_chosen("Zoom")
    chair.sees_turnout("^1 von 2 Anwesenden")


def test_a_half_filled_ballot_survives_a_reload_and_another_language(round):
    chair, ada = round.join("chair", "ada")
    chair.is_at_the_polls()
    chair.asks_at_once("Was nehmen Sie mit?", "Wortwolke")
    ada.goes_to_the_poll()
    ada.running.get_by_label("Wort 1").fill("Geduld")
    ada.reloads()
    expect(ada.running.get_by_label("Wort 1")).to_have_value("Geduld")
    ada.presses("English")
    expect(ada.running.get_by_label("Word 1")).to_have_value("Geduld")
    ada.presses("Deutsch")
    ada.running.get_by_label("Wort 1").press("Enter")
    ada.is_counted("„Geduld“")
    ada.reloads()
    ada.is_counted("„Geduld“")
