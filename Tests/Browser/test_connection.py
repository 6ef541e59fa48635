"""Lost connections and a killed server: nobody has to do anything, and nothing is lost."""

import pytest

from engines import chromium
from watch import NO_CONNECTION

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"


@pytest.mark.every_engine
@chromium("Firefox lets open sockets go on when it is cut off from outside.")
def test_whoever_was_cut_off_for_a_while_asked_once_and_missed_nothing(round):
    ada, ben = round.join("ada", "ben")

    ada.goes_offline()
    ben.asks(LUNCH)
    ada.asks(COST)
    ada.reads("Wird gesendet …")
    ben.sees_questions(LUNCH)

    ada.comes_back()
    ada.sees_questions(LUNCH, COST)
    ben.sees_questions(LUNCH, COST)


@pytest.mark.every_engine
def test_a_killed_server_comes_back_and_the_round_goes_on_by_itself(round, program):
    round.watch.expects(NO_CONNECTION)
    chair, ada, ben = round.join("chair", "ada", "ben")
    stage = round.opens_stage()
    chair.begins()
    ada.asks(LUNCH)
    ben.supports(LUNCH)

    program.kill()
    for window in (chair, ada, ben, stage):
        window.is_cut_off()
    ben.asks(COST)
    ben.reads("Wird gesendet …")
    ben.reads("Keine Verbindung. Was Sie eingeben, wird gesendet, sobald sie wieder da ist.")
    ben.hears("Keine Verbindung.")
    stage.shows_list(LUNCH)
    stage.reads("verbinde neu …")

    program.start()
    for window in (chair, ada, ben, stage):
        window.is_connected()
    for person in (chair, ada, ben):
        person.sees_questions(LUNCH, COST)
        person.sees_support(LUNCH, 2)
    stage.shows_list(LUNCH, COST)
    ben.hears("Die Verbindung ist wieder da.")
    chair.reads("3 Personen da")
    chair.puts_live(COST)
    stage.shows_question(COST)


@pytest.mark.every_engine
def test_a_half_typed_question_survives_a_reload(round):
    [ada] = round.join("ada")
    ada.types("Wie lange dau")

    ada.reloads()
    ada.has_typed("Wie lange dau")


def test_a_question_of_ones_own_is_still_ones_own_after_a_reload(round):
    [ada] = round.join("ada")
    ada.asks(LUNCH)
    ada.sees_arrival()

    ada.reloads()
    ada.reads("Ihre Frage")
    ada.reads("1 Person da")
    ada.withdraws(LUNCH)
    ada.sees_questions()


def test_two_tabs_are_one_person(round):
    ada, ben = round.join("ada", "ben")
    second = ada.opens_another_tab()
    ben.asks(LUNCH)

    second.supports(LUNCH)
    ada.sees_support(LUNCH, 2)
    ada.withdraws_support(LUNCH)
    second.sees_support(LUNCH, 1)
    ben.reads("2 Personen da")
