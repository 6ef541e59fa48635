"""Leading a round: what waits, what belongs together, what was a slip, what has to stop."""

LUNCH = "Wann gibt es Mittagessen?"
FOOD = "Wann wird gegessen?"
COST = "Wer trägt die Kosten der Schulungen?"


def test_questions_wait_for_a_release_and_nothing_is_released_silently(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    chair.sets("check", "on")
    ada.reads("Ihre Frage sieht zuerst die Moderation")
    ada.asks(LUNCH)
    ada.sees_own(LUNCH)
    ben.asks(COST)
    chair.sees(chair.section("pending"), COST, LUNCH)
    ben.does_not_read(LUNCH)

    chair.press("open", COST)
    ada.sees_questions(COST)
    chair.sets("check", "off")
    chair.reads("1 wartende Frage freigeben?")
    chair.answers_dialog("yes")
    ben.sees_questions(LUNCH, COST)


def test_questions_are_merged_while_others_vote_and_nobody_counts_twice(round):
    chair, ada, ben, cleo = round.join("chair", "ada", "ben", "cleo")
    ada.asks(LUNCH)
    ben.sees_questions(LUNCH)
    ben.asks(FOOD)
    cleo.sees_questions(LUNCH, FOOD)
    cleo.supports(LUNCH)

    cleo.goes_offline()
    cleo.press("support", FOOD)
    chair.merges(FOOD, into=LUNCH)
    ada.sees_questions(LUNCH)
    cleo.comes_back()
    ada.sees_support(LUNCH, 3)
    ben.reads("mit einer anderen Frage zusammengeführt")


def test_a_slip_is_taken_back(round):
    chair, ada = round.join("chair", "ada")
    ada.asks(LUNCH)
    chair.declines(LUNCH)
    ada.sees_own(LUNCH)

    chair.page.locator("chair-bar > .actions button").first.click()
    ada.sees_questions(LUNCH)


def test_an_answer_in_writing_and_new_words_are_seen_by_all(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)
    for act, typed in (("answer", "Um zwölf."), ("edit", FOOD)):
        card = chair.section("open").locator("li[data-row]")
        if card.locator(".more").get_attribute("open") is None:
            card.locator(".more > summary").click()
        card.locator(f"[data-act={act}]").click()
        chair.page.get_by_role("dialog").get_by_role("textbox").fill(typed)
        chair.answers_dialog("yes")
        ben.reads(typed)
    ben.reads("redaktionell bearbeitet")
    ben.does_not_read(LUNCH)
    ada.reads(f"Ursprünglich: {LUNCH}")


def test_an_emergency_stop_stops_all_and_loses_nothing(round):
    chair, ada = round.join("chair", "ada")
    stage = round.opens_stage()
    ada.asks(LUNCH)
    stage.shows_list(LUNCH)
    ada.types(COST)
    chair.stops_everything()
    stage.shows("neutral")
    stage.does_not_read(LUNCH)
    ada.reads("Die Moderation hat alle Eingaben angehalten.")
    ada.has_typed(COST)

    chair.presses("Eingaben wieder öffnen")
    stage.shows_list(LUNCH)
    ada.does_not_read("Die Moderation hat alle Eingaben angehalten.")
    ada.has_typed(COST)


def test_what_was_being_typed_when_the_round_ended_stays_in_sight(round):
    chair, ada = round.join("chair", "ada")
    chair.begins()
    ada.types(LUNCH)
    ada.message_field.fill(COST)
    chair.ends_the_round()
    ada.reads("Diese Runde ist beendet.")
    ada.has_typed(LUNCH)
    assert ada.message_field.input_value() == COST


def test_moderators_see_each_other_and_do_their_work_by_single_keys(round):
    first, second = round.join("chair", "chair")
    [ada] = round.join("ada")
    second.calls_themselves("Frau Berg")
    first.reads("Es moderieren auch: Frau Berg")
    ada.asks(LUNCH)
    first.sees_questions(LUNCH)

    first.section("open").locator("li[data-row]").focus()
    first.keys("Enter")
    ada.sees_live(LUNCH)
    first.section("live").locator("li[data-row]").focus()
    first.keys("r")
    ada.sees_answered(LUNCH)
