"""For everybody: what axe knows of, and what only a story can tell."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import layout
from audience import Asked, Audience
from engines import FORCED_COLOURS, LESS_MOTION, SCHEMES
from scenes import windows
from watch import INLINE_STYLES

pytestmark = pytest.mark.every_engine

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"
RULES = {
    "runOnly": [
        *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
        *("best-practice", "EN-301-549"),
    ],
    "rules": {"label-content-name-mismatch": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}
# How often something lost focus, even if it came back at once.
LOSSES = "globalThis.losses = 0; addEventListener('focusout', () => losses++, true); null"
# It tries inline styles on the page, and the page's policy forbids them.
OF_AXE = INLINE_STYLES


def violations(page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {[node['html'] for node in rule['nodes']]}" for rule in found]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_any_page(round, scheme):
    round.watch.expects(OF_AXE)
    pages = windows(round, color_scheme=scheme)
    for name, page in pages.items():
        assert (name, violations(page)) == (name, [])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_dialogs_and_after_the_end(round, scheme):
    round.watch.expects(OF_AXE)
    chair, ada = (round.joins(name, color_scheme=scheme) for name in ("chair", "ada"))
    chair.begins()
    ada.asks(LUNCH)
    ada.reads("Möchten Sie Ihren Namen zeigen?")
    chair.press("declined", LUNCH)
    assert violations(chair.page) == []
    assert violations(ada.page) == []

    chair.presses("Abbrechen")
    chair.ends_the_round()
    chair.reads("Gespeichert.")
    ada.reads("Diese Runde ist beendet.")
    for person in (chair, ada):
        assert violations(person.page) == []


def test_joining_asking_and_supporting_need_no_mouse(round):
    [ben] = round.join("ben")
    ben.asks(LUNCH)
    ada = round.opens("ada", "/")

    ada.tabs_to("Code der Runde")
    ada.writes(round.code)
    ada.keys("Enter")
    ada.is_connected()
    ada.sees_questions(LUNCH)
    ada.keys("Tab", "Enter")
    ada.is_at_the_field()
    ada.writes(COST)
    ada.keys("Enter")
    ada.sees_questions(LUNCH, COST)
    ada.is_at_the_field()

    ada.begins_at_the_top()
    ada.tabs_to("Unterstützen 1")
    ada.keys("Space")
    ben.sees_support(LUNCH, 2)
    ada.keys("Space")
    ben.sees_support(LUNCH, 1)


def test_moderating_needs_no_mouse_and_focus_goes_where_the_work_is(round):
    chair, ada = round.join("chair", "ada")
    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)

    chair.tabs_to("Jetzt behandeln")
    chair.keys("Enter")
    chair.sees_live(LUNCH)
    chair.is_at("Beantwortet")
    chair.keys("Shift+Tab", "Tab", "Tab", "Tab")
    chair.is_at("Ablehnen")
    chair.keys("Enter", "Escape")
    chair.is_at("Ablehnen")
    chair.keys("Enter")
    chair.writes("Später.")
    chair.keys("Enter")
    ada.reads("Begründung: Später.")


def test_focus_goes_with_a_question_and_to_the_next_one_when_it_is_done(round):
    chair, ada, ben = round.join("chair", "ada", "ben")
    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)
    chair.asks(COST)
    ben.sees_questions(LUNCH, COST)

    ben.focuses("support", LUNCH)
    chair.puts_live(LUNCH)
    ben.sees_live(LUNCH)
    ben.is_focused("support", LUNCH)
    chair.marks_answered(LUNCH)
    ben.sees_live()
    ben.is_focused("support", COST)


def test_focus_does_not_leave_a_row_that_somebody_else_moves(round):
    chair, other = round.join("chair", "chair")
    for name in ("Ada", "Ben", "Cleo"):
        person = round.joins(name.lower())
        person.calls_themselves(name)
        person.raises_hand()
        chair.reads(name)
    chair.sees_waiting("Ada", "Ben", "Cleo")
    button = chair.entry("Cleo").locator("[data-act=noShow]")
    button.focus()
    chair.page.evaluate(LOSSES)

    other.does_with_entry("up", "Cleo")
    chair.sees_waiting("Ada", "Cleo", "Ben")
    other.does_with_entry("up", "Cleo")
    chair.sees_waiting("Cleo", "Ada", "Ben")
    chair.is_in_front()
    expect(button).to_be_focused()
    assert chair.page.evaluate("losses") == 0


@FORCED_COLOURS
def test_what_is_pressed_looks_pressed_where_colours_are_forced(round):
    ada, ben = round.join("ada", "ben")
    ada.asks(LUNCH)
    ben.page.emulate_media(forced_colors="active")
    before = ben.look("support", LUNCH)

    ben.supports(LUNCH)
    assert ben.look("support", LUNCH) != before


@LESS_MOTION
def test_nothing_moves_for_whoever_wants_it_still(round):
    for name, page in windows(round, reduced_motion="reduce").items():
        assert (name, layout.moving(page)) == (name, [])


def test_news_are_said_together_and_seldom(round):
    [ada] = round.join("ada")
    audience = Audience(round, 12)

    for number in range(12):
        audience.asks(Asked(f"Frage {number}?"))
        ada.sees_open(number + 1)
    said = ada.has_heard(lambda words: counted(words) == 12)
    assert len(said) <= 4, said


def counted(words: list[str]) -> int:
    numbers = [word.split(" ")[0] for word in words if "neue Frage" in word]
    return sum(1 if number == "Eine" else int(number) for number in numbers)


def test_how_much_is_read_out_is_up_to_the_person(round):
    ada, ben = round.join("ada", "ben")
    ada.page.get_by_role("button", name="Ansagen").click()
    ada.page.get_by_label("Vorlesen").select_option("less")
    ada.page.get_by_role("dialog").locator("button[value=yes]").click()
    ada.page.reload()
    ada.is_connected()
    ben.asks("Wann geht es weiter?")
    ben.raises_hand()
    ada.sees_questions("Wann geht es weiter?")
    ben.withdraws("Wann geht es weiter?")
    ada.page.get_by_role("button", name="Ansagen").click()
    expect(ada.page.get_by_label("Vorlesen")).to_have_value("less")
    # Long enough for what would have been said.
    ada.page.wait_for_timeout(4_000)
    assert not [words for words in ada.page.evaluate("said") if "Frage" in words]
