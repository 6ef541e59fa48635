"""The speaking queue: one tap to get on it, the same list for all, nobody skipped."""

import pytest

COUNT = """
() => {
  globalThis.acts = 0;
  if (globalThis.counts) return;
  globalThis.counts = true;
  addEventListener('click', () => acts++, { capture: true });
  // A typed text is one act, however long it is; Enter is another one.
  addEventListener('input', ({ target }) => acts += target.dataset.counted ? 0 : 1);
  addEventListener('input', ({ target }) => target.dataset.counted = 'yes');
  addEventListener('keydown', ({ key }) => acts += key === 'Enter' ? 1 : 0, { capture: true });
}
"""
PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.mark.every_engine
def test_one_tap_raises_the_hand_and_everybody_sees_the_same_list(round):
    chair, ada = round.join("chair", "ada")
    ben = round.joins("ben", **PHONE)
    ada.calls_themselves("Ada", "Stadt Ulm")
    ben.calls_themselves("Ben")

    ada.raises_hand()
    ben.raises_hand()
    ben.has_place(2)
    ben.turns_to("Redeliste")
    for person in (chair, ada, ben):
        person.sees_waiting("Ada, Stadt Ulm", "Ben")
    ada.reads("Sie sind als Nächstes dran.")
    ada.hears("Sie sind als Nächstes dran.")
    ben.reads("Sie sind an 2. Stelle.")
    ben.reads("Wer noch nicht gesprochen hat, kommt zuerst")

    chair.calls_next()
    for person in (chair, ada, ben):
        person.sees_speaking("Ada, Stadt Ulm")
    ada.reads("Sie haben das Wort.")
    ada.hears("Sie haben das Wort.")
    assert "Sie sind dran" in ada.page.title()
    ada.hand.click()
    ben.has_place(1)


def test_the_kind_and_a_note_are_said_after_the_hand_is_up(round):
    chair, ada = round.join("chair", "ada")
    ada.calls_themselves("Ada")
    ada.raises_hand()

    ada.presses("Direkt dazu")
    chair.sees_mark("Ada", "Direkt dazu")
    ada.page.get_by_label("Stichwort").fill("Zur Förderung")
    ada.keys("Enter")
    chair.reads("Zur Förderung")


def test_a_hand_that_was_lowered_by_mistake_comes_back_to_its_place(round):
    ada, ben = round.join("ada", "ben")
    ada.calls_themselves("Ada")
    ben.calls_themselves("Ben")
    ada.raises_hand()
    ben.raises_hand()
    ben.has_place(2)

    ben.lowers_hand()
    ada.sees_waiting("Ada")
    ben.presses("Wieder heben")
    ben.has_place(2)
    ada.sees_waiting("Ada", "Ben")


def test_whoever_is_next_is_asked_before_the_place_is_given_up(round):
    [ada] = round.join("ada")
    ada.raises_hand()
    ada.reads("Sie sind als Nächstes dran.")

    ada.hand.click()
    ada.presses("Abbrechen")
    ada.has_place(1)


def test_a_place_survives_a_lost_connection_and_a_no_show_goes_one_back(round):
    chair, ada, ben, cleo = round.join("chair", "ada", "ben", "cleo")
    for person, name in ((ada, "Ada"), (ben, "Ben"), (cleo, "Cleo")):
        person.calls_themselves(name)
        person.raises_hand()
        chair.reads(name)
    chair.sees_waiting("Ada", "Ben", "Cleo")

    ada.page.close()
    # The server waits a while before it takes somebody for gone.
    chair.sees_mark("Ada", "getrennt", within=45)
    chair.sees_waiting("Ada", "Ben", "Cleo")
    chair.does_with_entry("noShow", "Ada")
    chair.reads("Gerade nicht da")
    chair.calls_next()
    cleo.sees_speaking("Ben")


def test_two_moderators_who_press_next_together_skip_nobody(round):
    first, second = round.join("chair", "chair")
    ada, ben = round.join("ada", "ben")
    for person, name in ((ada, "Ada"), (ben, "Ben")):
        person.calls_themselves(name)
        person.raises_hand()
        first.reads(name)
    second.sees_waiting("Ada", "Ben")

    second.goes_offline()
    second.calls_next()
    first.calls_next()
    first.sees_speaking("Ada")
    second.comes_back()
    second.reads("Das hat sich inzwischen geändert.")
    for person in (first, second, ada, ben):
        person.sees_speaking("Ada")
        person.sees_waiting("Ben")


def test_moderators_arrange_the_list_in_sight_of_all(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    ada.calls_themselves("Ada")
    ben.calls_themselves("Ben")
    ada.raises_hand()
    chair.reads("Ada")
    ben.raises_hand()
    chair.sees_waiting("Ada", "Ben")

    chair.does_with_entry("up", "Ben")
    ada.sees_waiting("Ben", "Ada")
    ada.sees_mark("Ben", "von der Moderation vorgezogen")
    chair.hears("jetzt auf Platz 1 von 2")
    chair.page.locator("speaking-queue summary", has_text="Jemanden eintragen").click()
    chair.page.get_by_label("Name", exact=True).last.fill("Frau Kaya")
    chair.presses("Eintragen")
    ada.sees_waiting("Ben", "Ada", "Frau Kaya")
    ada.sees_mark("Frau Kaya", "am Telefon")


def test_the_shared_screen_shows_who_speaks_and_who_comes_next(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    stage = round.opens_stage()
    ada.calls_themselves("Ada", "Stadt Ulm")
    ben.calls_themselves("Ben")
    ada.raises_hand()
    chair.reads("Ada")
    ben.raises_hand()
    chair.sees_waiting("Ada, Stadt Ulm", "Ben")

    chair.calls_next()
    stage.shows("speaker")
    stage.reads("Ada, Stadt Ulm")
    stage.reads("Ben")
    chair.sets("scene", "pause")
    stage.shows("pause")
    chair.sets("scene", "auto")
    stage.shows("speaker")


@pytest.mark.every_engine
def test_the_key_works_in_the_lists_and_never_while_somebody_types(round):
    ada, ben = round.join("ada", "ben")
    ada.types("Wie h")
    ada.has_typed("Wie h")
    ada.field.press("h")
    ada.has_typed("Wie hh")
    # This field stands inside a list.
    ada.message_field.press("h")
    assert ada.message_field.input_value() == "h"
    for elsewhere in ("room-head .language", "[data-goes=questions] a", "ask-dock button"):
        ada.page.locator(elsewhere).filter(visible=True).first.focus()
        ada.keys("h")
    assert ada.hand.get_attribute("data-up") is None

    ada.view("Redeliste").focus()
    ada.keys("h")
    ada.has_place(1)
    ada.keys("?")
    ada.reads("Sie gelten nur, während eine Liste den Fokus hat, nie beim Tippen.")


def test_what_is_done_most_often_takes_one_act(round):
    """The counts of the flows that people do all the time."""
    chair, ada, ben = round.join("chair", "ada", "ben")
    ada.asks("Wann gibt es Mittagessen?")
    ben.sees_questions("Wann gibt es Mittagessen?")

    chair.sets("check", "on")
    ben.page.evaluate(COUNT)
    ben.writes_and_sends("Wer trägt die Kosten der Schulungen?")
    assert ben.page.evaluate("acts") == 2
    chair.sees(chair.section("pending"), "Wer trägt die Kosten der Schulungen?")

    for person, act in (
        (chair, lambda: chair.press("open", "Wer trägt die Kosten der Schulungen?")),
        (ben, lambda: ben.raises_hand()),
        (ben, lambda: ben.supports("Wann gibt es Mittagessen?")),
        (chair, lambda: chair.calls_next()),
        (chair, lambda: chair.puts_live("Wann gibt es Mittagessen?")),
        (chair, lambda: chair.marks_answered("Wann gibt es Mittagessen?")),
    ):
        person.page.evaluate(COUNT)
        act()
        assert person.page.evaluate("acts") == 1
    ada.sees_speaking("Jemand ohne Namen")
    ada.sees_answered("Wann gibt es Mittagessen?")
