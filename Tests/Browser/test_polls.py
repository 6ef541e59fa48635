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
