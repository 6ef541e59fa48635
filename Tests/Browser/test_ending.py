"""The end of a round: it is kept, it can be fetched, and whoever is late is told so."""

import json
from datetime import date

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"
ROOM = "Ist der Raum auch im Mai frei?"
SLIDES = "Wo stehen die Folien?"


def test_a_round_that_ended_is_saved_and_its_transcript_holds_the_questions(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    stage = round.opens_stage()
    chair.begins()
    ada.asks(LUNCH)
    ada.calls_themselves("Ada Lindner", "Stadt Idstein")
    ben.supports(LUNCH)
    chair.puts_live(LUNCH)
    chair.marks_answered(LUNCH)
    ada.sees_answered(LUNCH)

    chair.ends_the_round()
    chair.reads("Gespeichert. Die Runde ist beendet, das Protokoll liegt bereit.")
    ada.reads("Diese Runde ist beendet. Danke, dass Sie dabei waren.")
    ada.has_no_field()
    stage.shows("ended")
    stage.does_not_read("Fragen stellen und unterstützen:")

    text = chair.downloads("Markdown")
    assert "Wann gibt es Mittagessen?" in text
    assert "Ada Lindner" in text
    [question] = json.loads(chair.downloads("JSON"))["questions"]
    assert (question["text"], question["state"], question["support"]) == (LUNCH, "answered", 2)


def test_a_question_that_comes_too_late_is_refused_in_words_and_stays_in_sight(round):
    chair, ada = round.join("chair", "ada")
    chair.begins()

    ada.goes_offline()
    ada.asks(LUNCH)
    chair.ends_the_round()
    chair.reads("Gespeichert.")
    ada.comes_back()
    ada.reads("Diese Runde ist beendet. Danke, dass Sie dabei waren.")
    ada.reads("Die Runde ist beendet.")
    ada.has_typed(LUNCH)
    chair.sees_nothing_open()


def test_ending_is_asked_about_first(round):
    chair, ada = round.join("chair", "ada")
    chair.begins()

    chair.presses("Runde beenden")
    chair.presses("Abbrechen")
    ada.asks(COST)
    chair.sees_questions(COST)


def test_whoever_opens_the_link_after_the_end_is_told_so(round):
    [chair] = round.join("chair")
    chair.begins()
    chair.ends_the_round()
    chair.reads("Gespeichert.")

    late = round.opens("ada")
    late.reads("Diese Runde ist beendet. Danke, dass Sie dabei waren.")
    late.has_no_field()


def test_what_is_left_goes_on_to_the_next_round_as_the_moderator_chooses(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    chair.begins()
    for person, text in ((ada, LUNCH), (ben, COST)):
        person.asks(text)
        person.sees_arrival()
    chair.asks_for("Frau Kaya", ROOM, "phone")
    chair.asks_for("Herr Otte", SLIDES, "room")
    ben.supports(LUNCH)
    chair.marks_answered(COST)
    chair.promises(SLIDES, by="Kämmerei", until="Ende Mai")
    chair.reads("Kämmerei, Ende Mai")

    chair.presses("Runde beenden")
    chair.leaves_behind(ROOM)
    chair.reads("2 von 3 gehen an die nächste Runde.")
    chair.hands_on(LUNCH, SLIDES)
    chair.answers_dialog("yes")
    chair.reads("Gespeichert.")
    chair.reads("2 Fragen gehen an die nächste Runde.")

    office = round.opens_administration()
    office.goes_on_from(round.entry["id"], "Zweite Runde")
    office.meeting("Zweite Runde")
    cleo = round.joins("cleo")
    cleo.sees_questions(LUNCH)
    cleo.sees(cleo.section("followUp"), SLIDES)
    month = date.today().strftime("%m/%Y")
    cleo.reads(f"aus Runde {month}, damals 2 Unterstützungen")
    cleo.sees_support(LUNCH, 0)
    cleo.supports(LUNCH)
    cleo.sees_support(LUNCH, 1)
