"""Questions: asked, supported, taken up, answered, declined."""

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"
HUB = "Wie groß wird der Kommunal.Hub?"


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
