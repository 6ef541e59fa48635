"""A round is led: by its agenda, on the shared screen, with labels, for people at the telephone."""

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"
PHONE = "Und wie ist das per Telefon?"
HELLO = "Guten Morgen aus Ulm!"


def test_the_agenda_is_planned_ordered_and_followed_and_all_see_where_the_round_is(round):
    chair, ada = round.join("chair", "ada")
    stage = round.opens_stage()
    chair.begins()
    chair.plans("Diskussion", 25)
    chair.plans("Begrüßung", 5)
    chair.plans("Impuls", 20, "Amt Süderbrarup")
    chair.does_with_item("up", "Begrüßung")
    chair.sees_agenda("Begrüßung", "Diskussion", "Impuls")
    chair.does_with_item("up", "Impuls")
    chair.sees_agenda("Begrüßung", "Impuls", "Diskussion")
    chair.hears("Impuls: jetzt auf Platz 2 von 3")

    chair.goes_on_with_the_agenda()
    chair.sees_current_item("Begrüßung")
    chair.hears("Noch 5 Minuten für diesen Punkt.")
    stage.shows("agenda")
    stage.reads("Begrüßung")
    chair.goes_on_with_the_agenda()
    chair.sees_current_item("Impuls")
    ada.reads("Impuls")
    chair.does_with_item("edit", "Diskussion")
    chair.agenda.get_by_label("Titel").fill("Fragen und Antworten")
    chair.agenda.get_by_role("button", name="Speichern").first.click()
    chair.sees_agenda("Begrüßung", "Impuls", "Fragen und Antworten")
    chair.does_with_item("remove", "Begrüßung")
    chair.sees_agenda("Impuls", "Fragen und Antworten")


def test_a_question_is_pinned_to_the_shared_screen_and_let_go_again(round):
    chair, ada = round.join("chair", "ada")
    stage = round.opens_stage()
    ada.asks(LUNCH)
    ada.sees_arrival()
    ada.calls_themselves("Ada")
    chair.sees_author(LUNCH, "Ada")

    chair.pins_to_the_screen(LUNCH)
    stage.shows_question(LUNCH)
    stage.reads("Ada")
    ada.raises_hand()
    chair.sees_waiting("Ada")
    chair.calls_next()
    chair.sees_speaking("Ada")
    stage.shows_question(LUNCH)
    chair.opens_tool("stage")
    chair.page.get_by_label("Namen", exact=True).last.uncheck()
    stage.does_not_read("Ada")
    chair.presses("Wieder der Runde folgen")
    stage.shows("speaker")


def test_a_question_that_is_taken_back_leaves_the_shared_screen(round):
    chair, ada = round.join("chair", "ada")
    stage = round.opens_stage()
    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)
    chair.pins_to_the_screen(LUNCH)
    stage.shows_question(LUNCH)

    ada.withdraws(LUNCH)
    stage.shows("waiting")
    stage.does_not_read(LUNCH)


def test_labels_are_chosen_while_asking_and_filter_the_list_for_one_person(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    chair.labels_with("Recht", "Kosten")
    ada.types(COST)
    ada.page.get_by_label("Schlagwort (freiwillig)").select_option("Kosten")
    ada.sends()
    ben.asks(LUNCH)
    chair.sees_questions(COST, LUNCH)
    chair.reads("Kosten")

    chair.page.get_by_label("Nur dieses Schlagwort").select_option("Kosten")
    chair.sees_questions(COST)
    ada.sees_questions(COST, LUNCH)
    chair.page.get_by_label("Nur dieses Schlagwort").select_option("Recht")
    chair.reads("Keine offene Frage mit diesem Schlagwort.")


def test_who_is_at_the_telephone_asks_through_the_moderators(round):
    chair, ada = round.join("chair", "ada")
    chair.sets("check", "on")
    chair.asks_for("Frau Kaya", PHONE, "phone")
    ada.sees_questions(PHONE)
    ada.sees_author(PHONE, "Frau Kaya")
    ada.reads("per Telefon")


def test_an_asker_changes_a_question_until_somebody_supports_it(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    ada.asks(LUNCH)
    ben.sees_questions(LUNCH)
    ada.press("change", LUNCH)
    ada.page.get_by_role("dialog").get_by_role("textbox").fill(COST)
    ada.page.get_by_role("dialog").locator("button[value=yes]").click()
    ben.sees_questions(COST)

    ben.supports(COST)
    ada.sees_support(COST, 2)
    assert not ada.button("change", COST).is_visible()


def test_two_moderators_see_who_is_writing_an_answer(round):
    first, second = round.join("chair", "chair")
    [ada] = round.join("ada")
    second.calls_themselves("Frau Berg")
    ada.asks(LUNCH)
    first.sees_questions(LUNCH)

    second.begins_to_answer(LUNCH)
    first.reads("Frau Berg schreibt gerade dazu.")
    first.opens_tool("people")
    first.reads("Frau Berg – hat Frage 1 offen")
    second.presses("Abbrechen")
    first.does_not_read("Frau Berg schreibt gerade dazu.")


def test_a_rehearsal_is_marked_and_leaves_nothing_behind(round):
    chair, ada = round.join("chair", "ada")
    chair.plans("Begrüßung")
    chair.opens_tool("rules")
    chair.presses("Probelauf beginnen")
    chair.confirms()
    ada.reads("Probelauf")
    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)

    chair.presses("Probelauf beenden")
    chair.confirms()
    ada.sees_questions()
    chair.sees_agenda("Begrüßung")
    ada.does_not_read("Probelauf")


def test_links_stay_in_sight_and_clearing_the_chat_has_to_be_typed(round):
    chair, ada = round.join("chair", "ada")
    ada.says(HELLO)
    chair.sees_messages(HELLO)
    chair.pins_link("https://example.org/folien", "Folien")
    ada.sees_link("Folien", "https://example.org/folien")

    chair.presses("Chat leeren")
    chair.confirms("nein")
    chair.sees_messages(HELLO)
    chair.presses("Chat leeren")
    chair.confirms("leeren")
    for person in (chair, ada):
        person.sees_messages()


def test_somebody_who_disturbs_is_sent_away_and_told_so(round):
    chair, ada = round.join("chair", "ada")
    ada.says(HELLO)
    chair.sees_messages(HELLO)
    chair.does_with_message("expel", HELLO)
    chair.reads("Über den Link kann sie als neue Person wiederkommen.")
    chair.confirms()
    ada.reads("Die Moderation hat Sie aus der Runde entfernt.")


def test_the_list_of_speakers_closes_at_a_time_that_all_know(round):
    chair, ada = round.join("chair", "ada")
    chair.unfolds("Redeliste einstellen")
    chair.page.get_by_label("Liste schließt").select_option("5")
    ada.reads("Die Redeliste schließt um")
    chair.page.get_by_label("Liste schließt").select_option("0")
    ada.does_not_read("Die Redeliste schließt um")


def test_keys_can_be_other_ones_or_off_and_the_emergency_needs_two(round):
    chair, ada = round.join("chair", "ada")
    ada.raises_hand()
    chair.reads("Jemand ohne Namen")
    chair.view("Redeliste").focus()
    chair.keys("?")
    chair.page.get_by_role("button", name="Ändern: Nächste Person aufrufen").click()
    chair.keys("b")
    chair.reads("Diese Taste ist schon vergeben: Zurückholen.")
    chair.keys("w")
    chair.presses("Schließen")

    # The page is made anew, and keys come a moment later.
    chair.can_use_keys()
    chair.view("Redeliste").focus()
    chair.keys("n")
    chair.keys("x")
    chair.reads("Niemand kann mehr etwas eingeben")
    chair.keys("Enter")
    ada.reads("Die Moderation hat alle Eingaben angehalten.")
    chair.sees_waiting("Jemand ohne Namen")
    chair.presses("Eingaben wieder öffnen")
    chair.view("Redeliste").focus()
    chair.keys("w")
    chair.sees_speaking("Jemand ohne Namen")

    chair.view("Redeliste").focus()
    chair.keys("?")
    chair.page.get_by_label("Tasten verwenden").uncheck()
    chair.presses("Schließen")
    chair.can_use_keys()
    chair.view("Redeliste").focus()
    chair.keys("x")
    chair.does_not_read("Niemand kann mehr etwas eingeben")
