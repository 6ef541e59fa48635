"""The chat: everybody reads it, its authors change it, moderators keep it in order."""

import pytest

PHONE = {"viewport": {"width": 390, "height": 844}}
HELLO = "Guten Morgen aus Ulm!"
LATE = "Wann gibt es Kaffee?"
MARKUP = "<img src=x onerror=alert(1)> javascript:alert(1) https://example.org/a."


@pytest.mark.every_engine
def test_what_is_written_is_read_by_all_and_counted_where_it_is_not_in_sight(round):
    ada = round.joins("ada")
    ben = round.joins("ben", **PHONE)
    ada.calls_themselves("Ada", "Stadt Ulm")
    ada.says(HELLO)
    ada.sees_messages(HELLO)
    ben.reads("1 neu")
    ben.hears("Eine neue Nachricht im Chat.")

    ben.types("Halb getippt")
    ben.turns_to("Chat")
    ben.sees_messages(HELLO)
    ben.does_not_read("1 neu")
    ben.turns_to("Fragen")
    ben.has_typed("Halb getippt")


def test_an_author_changes_and_deletes_and_a_tombstone_stays(round):
    ada, ben = round.join("ada", "ben")
    ada.says(HELLO)
    ben.sees_messages(HELLO)

    ada.does_with_message("edit", HELLO)
    dialog = ada.page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill(LATE)
    dialog.locator("button[value=yes]").click()
    ben.sees_messages(LATE)
    ben.reads("bearbeitet")
    ada.does_with_message("delete", LATE)
    ben.sees_messages("Nachricht gelöscht")


def test_a_message_becomes_a_question_and_another_one_is_removed(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    ada.says(LATE)
    ben.says(HELLO)
    chair.sees_messages(LATE, HELLO)

    chair.does_with_message("question", LATE)
    ben.sees_questions(LATE)
    ada.reads("wurde zur Frage")
    chair.does_with_message("remove", HELLO)
    ada.sees_messages(LATE, "Von der Moderation entfernt")


def test_a_paused_chat_keeps_what_was_typed(round):
    chair, ada = round.join("chair", "ada")
    ada.message_field.fill(HELLO)
    chair.sets("chat", "paused")
    ada.reads("Der Chat ist gerade angehalten.")

    ada.message_field.press("Enter")
    ada.sees_messages()
    chair.sets("chat", "open")
    ada.does_not_read("Der Chat ist gerade angehalten. Lesen geht weiter.")
    ada.message_field.press("Enter")
    ada.sees_messages(HELLO)


def test_a_muted_author_is_told_and_keeps_the_text(round):
    chair, ada = round.join("chair", "ada")
    ada.says(HELLO)
    chair.sees_messages(HELLO)
    chair.does_with_message("mute", HELLO)
    chair.reads("Stummschaltung aufheben")

    ada.says(LATE)
    ada.reads("Die Moderation hat Sie stummgeschaltet.")
    assert ada.message_field.input_value() == LATE


def test_what_is_for_the_moderators_is_read_by_nobody_else(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    ada.presses("An die Moderation")
    ada.says("Der Ton ist weg.")
    ada.reads("zugestellt")
    ben.says(HELLO)
    ben.sees_messages(HELLO)
    ben.does_not_read("Der Ton ist weg.")

    chair.reads("Der Ton ist weg.")
    chair.does_with_message("acknowledge", "Der Ton ist weg.")
    ada.reads("von der Moderation gelesen")


def test_hostile_messages_are_text_and_only_addresses_are_links(round):
    ada, ben = round.join("ada", "ben")
    ada.says(MARKUP)
    ben.sees_messages(MARKUP)
    links = ben.message(MARKUP).locator(".text a")
    assert [link.get_attribute("href") for link in links.all()] == ["https://example.org/a"]
    assert links.first.get_attribute("rel") == "noopener noreferrer nofollow"
    assert ben.message(MARKUP).locator("img").count() == 0


@pytest.mark.every_engine
def test_an_announcement_is_seen_by_all_and_can_be_put_away(round):
    chair, ada = round.join("chair", "ada")
    stage = round.opens_stage()
    chair.opens_tool("announce")
    chair.page.get_by_label("Ankündigung an alle").fill("Bitte neu einwählen!")
    chair.keys("Enter")
    ada.reads("Bitte neu einwählen!")
    ada.hears("Bitte neu einwählen!")
    stage.reads("Bitte neu einwählen!")

    ada.presses("Schließen")
    ada.does_not_read("Bitte neu einwählen!")
