"""Names: asked for after the first question, and never needed."""

import pytest

LUNCH = "Wann gibt es Mittagessen?"


@pytest.mark.every_engine
def test_a_name_is_offered_after_the_first_question_and_can_be_changed(round):
    ada, ben = round.join("ada", "ben")
    ada.does_not_read("Möchten Sie Ihren Namen zeigen?")
    ada.types(LUNCH)
    ada.sends()
    ada.reads("Möchten Sie Ihren Namen zeigen? Das ist freiwillig.")
    ada.is_at_the_field()
    ben.sees_author(LUNCH, "ohne Namen")

    ada.calls_themselves("Ada Lindner", "Stadt Idstein")
    ada.reads("Sie fragen als Ada Lindner, Stadt Idstein.")
    ben.sees_author(LUNCH, "Ada Lindner, Stadt Idstein")

    ada.calls_themselves("", "Stadt Idstein")
    ada.reads("Sie fragen als Stadt Idstein.")
    ben.sees_author(LUNCH, "Stadt Idstein")


def test_whoever_stays_without_a_name_is_not_asked_again(round):
    [ada] = round.join("ada")
    ada.asks(LUNCH)
    ada.presses("Ohne Namen bleiben")
    ada.reads("Sie fragen ohne Namen.")

    ada.reloads()
    ada.asks(LUNCH)
    ada.reads("Bitte warten Sie noch")
    ada.reads("Sie fragen ohne Namen.")
    ada.does_not_read("Möchten Sie Ihren Namen zeigen?")


def test_a_name_that_is_too_long_is_refused_in_words(round):
    [ada] = round.join("ada")
    ada.calls_themselves("A" * 61)
    ada.reads("Der Name darf höchstens 60 Zeichen haben.")
    ada.hears("Der Name darf höchstens 60 Zeichen haben.")
