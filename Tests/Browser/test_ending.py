"""The end of a round: it is kept, it can be fetched, and whoever is late is told so."""

import json

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"


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
