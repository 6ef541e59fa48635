"""German and English, for each person as they like."""

import pytest


def test_a_browser_that_speaks_english_gets_english(round):
    ada = round.joins("ada", locale="en-GB")
    stage = round.opens_stage(locale="en-GB")
    ada.reads("Open questions (0)")
    ada.reads("Starting soon")
    stage.reads("What are your questions?")
    assert ada.language() == "en"

    ada.asks("When is lunch?")
    ada.reads("Your question has arrived.")
    stage.reads("Most supported questions")


@pytest.mark.every_engine
def test_the_language_is_changed_with_one_press_and_what_was_typed_stays(round):
    ada, ben = round.join("ada", "ben")
    ben.asks("Wann gibt es Mittagessen?")
    ada.supports("Wann gibt es Mittagessen?")
    ada.types("Wer trägt die Ko")

    ada.presses("English")
    ada.reads("Open questions (1)")
    ada.has_typed("Wer trägt die Ko")
    ada.is_at("Deutsch")
    assert ada.language() == "en"

    ada.reloads()
    ada.reads("Open questions (1)")
    ben.reads("Offene Fragen (1)")
    ada.presses("Deutsch")
    ada.reads("Offene Fragen (1)")


def test_the_page_to_join_speaks_both(round):
    page = round.opens("ada", "/", locale="en-US")
    page.reads("Code of the round")
    page.presses("Deutsch")
    page.reads("Code der Runde")
    assert page.language() == "de"
