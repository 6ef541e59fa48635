"""Questions: asked, supported, taken up, answered, declined."""

import pytest

from audience import Asked, Audience

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"
HUB = "Wie groß wird der Kommunal.Hub?"


@pytest.mark.every_engine
def test_a_question_that_many_support_rises_goes_live_and_is_answered_for_all(round):
    chair, ada, ben, cleo = round.join("chair", "ada", "ben", "cleo")
    stage = round.opens_stage()
    stage.shows("waiting")
    chair.begins()

    ada.asks(LUNCH)
    ada.sees_arrival()
    ben.asks(COST)
    stage.shows_list(LUNCH, COST)
    chair.supports(COST)
    cleo.sees_questions(COST, LUNCH)
    cleo.supports(COST)
    ada.sees_support(COST, 3)
    stage.shows_list(COST, LUNCH)

    chair.puts_live(COST)
    for person in (ada, ben, cleo):
        person.sees_live(COST)
        person.sees_questions(LUNCH)
    stage.shows_question(COST)

    chair.marks_answered(COST)
    for person in (chair, ada, ben, cleo):
        person.sees_live()
        person.sees_answered(COST)
    stage.shows_list(LUNCH)


def test_support_is_withdrawn_by_pressing_again(round):
    ada, ben = round.join("ada", "ben")
    ada.asks(LUNCH)

    ben.supports(LUNCH)
    ada.sees_support(LUNCH, 2)
    ben.withdraws_support(LUNCH)
    ada.sees_support(LUNCH, 1)


def test_the_asker_alone_learns_why_a_question_was_declined(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    ada.asks(LUNCH)

    chair.declines(LUNCH, because="Das steht in der Einladung.")
    ada.sees_own(LUNCH)
    ada.reads("Begründung: Das steht in der Einladung.")
    ada.hears("Ihre Frage wurde abgelehnt.")
    ben.sees_questions()
    ben.does_not_read(LUNCH)
    ben.does_not_read("Das steht in der Einladung.")


def test_the_asker_takes_a_question_back(round):
    ada, ben = round.join("ada", "ben")
    ada.asks(LUNCH)
    ben.sees_questions(LUNCH)

    ada.withdraws(LUNCH)
    ada.sees_questions()
    ben.sees_questions()


def test_what_was_just_asked_is_found_in_the_list(round):
    [ada] = round.join("ada")
    Audience(round, 9).asks(*(Asked(f"Frage {number}?", support=2) for number in range(8)))
    ada.sees_open(8)

    ada.asks(LUNCH)
    ada.presses("Ansehen")
    ada.is_looking_at(LUNCH)


def test_another_question_taken_up_sends_the_first_one_back(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    ada.asks(LUNCH)
    ben.asks(COST)

    chair.puts_live(LUNCH)
    ada.hears("Ihre Frage wird jetzt behandelt.")
    chair.puts_live(COST)
    ada.sees_live(COST)
    ada.sees_questions(LUNCH)
    chair.puts_back(COST)
    ada.sees_live()


def test_nothing_and_too_much_and_too_soon_are_refused_in_words_and_no_text_is_lost(round):
    [ada] = round.join("ada")

    ada.asks("  ")
    ada.reads("Bitte geben Sie eine Frage ein.")
    long = "a" * 503
    ada.types(long)
    ada.reads("3 Zeichen zu viel")
    ada.sends()
    ada.reads("Eine Frage darf höchstens 500 Zeichen haben.")
    ada.has_typed(long)

    ada.asks(LUNCH)
    ada.sees_questions(LUNCH)
    ada.asks(COST)
    ada.reads("Bitte warten Sie noch")
    ada.has_typed(COST)


@pytest.mark.every_engine
def test_a_list_rests_while_somebody_is_at_it(round):
    ada, ben, cleo = round.join("ada", "ben", "cleo")
    ada.asks(LUNCH)
    ben.sees_questions(LUNCH)
    cleo.asks(COST)
    ben.sees_questions(LUNCH, COST)

    ada.focuses("support", COST)
    ben.supports(COST)
    cleo.sees_questions(COST, LUNCH)
    ada.sees_support(COST, 2)
    ada.sees_questions(LUNCH, COST)
    ada.presses("1 Änderung – neu sortieren")
    ada.sees_questions(COST, LUNCH)


def test_a_moderators_second_step_waits_for_the_first_one(round):
    chair, ada = round.join("chair", "ada")
    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)

    chair.goes_offline()
    chair.puts_live(LUNCH)
    chair.cannot_press("answered", LUNCH)
    chair.comes_back()
    chair.marks_answered(LUNCH)
    ada.sees_answered(LUNCH)
    chair.does_not_read("Das hat sich inzwischen geändert.")
