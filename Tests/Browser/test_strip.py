"""The line that says what is on now: on a wide window, only what is not in sight anyway."""

from playwright.sync_api import expect

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"


def says(person, scene: str, words: str):
    strip = person.page.locator("now-strip")
    expect(strip).to_have_attribute("data-scene", scene)
    expect(strip).to_be_visible()
    expect(strip).to_contain_text(words)


def is_silent(person):
    expect(person.page.locator("now-strip")).to_be_hidden()


def test_where_it_is_wide_the_strip_does_not_repeat_what_stands_below(round):
    chair = round.joins("chair")
    wide = round.joins("ada", viewport={"width": 1280, "height": 800})
    phone = round.joins("ben", viewport={"width": 390, "height": 844})
    chair.plans("Diskussion")
    chair.begins()
    chair.goes_on_with_the_agenda()
    says(phone, "agenda", "Diskussion")
    is_silent(wide)

    for text in (LUNCH, COST):
        (wide if text == LUNCH else phone).asks(text)
        chair.sees_questions(*([LUNCH, COST][: 1 + (text == COST)]))
    chair.puts_live(LUNCH)
    wide.sees_live(LUNCH)
    says(phone, "question", LUNCH)
    is_silent(wide)
    wide.turns_to("Umfrage")
    says(wide, "question", LUNCH)
    wide.turns_to("Fragen")
    is_silent(wide)

    # Another one on the shared screen is told: it does not stand there as the live one.
    chair.pins_to_the_screen(COST)
    says(wide, "question", COST)
    chair.presses("Ja / Nein / Enthaltung")
    says(wide, "poll", "Abstimmen")
