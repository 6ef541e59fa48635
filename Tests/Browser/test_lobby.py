"""Before a round begins: what comes, how long it still takes, and that questions may be asked."""

import re

LUNCH = "Wann gibt es Mittagessen?"

# What is in sight below, to the pixel.
PLACE = "document.querySelector('[data-section=open]').getBoundingClientRect().top"


def test_who_waits_sees_the_agenda_and_the_minutes_and_nothing_moves_when_it_begins(round):
    chair = round.joins("chair")
    chair.plans("Begrüßung", 5)
    chair.plans("Impuls", 20, "Amt Süderbrarup")
    stage = round.opens_stage()
    ada = round.joins("ada", viewport={"width": 390, "height": 844})
    ada.reads("Die Runde hat noch nicht begonnen.")
    chair.schedules(in_minutes=12)
    # The field knows whole minutes.
    ada.reads(re.compile(r"Beginn um \d\d:\d\d Uhr, in 1[12] Minuten\."))
    stage.reads(re.compile(r"in 1[12] Minuten"))
    ada.reads("Amt Süderbrarup")
    ada.reads("Fragen können Sie schon jetzt stellen.")
    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)

    place = ada.page.evaluate(PLACE)
    chair.begins()
    ada.reads("Die Runde hat begonnen.")
    ada.does_not_read(re.compile("Minuten\\."))
    assert ada.page.evaluate(PLACE) == place
    chair.goes_on_with_the_agenda()
    ada.reads("jetzt")
    said = ada.page.evaluate("said")
    assert not [words for words in said if "Minuten" in words], "It is seen, and never announced."


def test_what_is_due_says_so_by_the_servers_clock(round):
    chair = round.joins("chair")
    # This machine's clock is an hour late: by it, there would be an hour to wait.
    ada = round.joins("ada", script="const now = Date.now; Date.now = () => now() - 3_600_000;")
    chair.schedules(in_minutes=-1)
    ada.reads("Gleich geht es los.")


def test_before_the_doors_open_nobody_asks_and_typed_words_stay(round):
    chair, ada = round.join("chair", "ada")
    chair.sets("phase", "planned")
    ada.reads("Fragen können Sie stellen, sobald die Moderation die Runde öffnet.")
    ada.asks(LUNCH)
    ada.reads("Die Runde ist noch nicht geöffnet.")
    ada.has_typed(LUNCH)

    chair.sets("phase", "lobby")
    ada.reads("Fragen können Sie schon jetzt stellen.")
    ada.sends()
    chair.sees_questions(LUNCH)
