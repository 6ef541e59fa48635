"""Pages with polls: for everybody, at every width, whatever people write into them."""

import pytest
from playwright.sync_api import expect

import layout
from audience import Audience
from engines import FORCED_COLOURS, SCHEMES
from test_accessibility import OF_AXE, violations
from test_texts import FAMILY, LONG, MARKED, MARKUP, RIGHT_TO_LEFT
from test_texts import STRAIGHT, TAMED, TEMPLATE, TURNED

PHONE = pytest.param((390, 640), marks=pytest.mark.every_engine)
SIZES = [(320, 640), (768, 1024), (1280, 800)]
TOPICS = "E-Akte | Onlinezugangsgesetz: Leistungen | WLAN in Schulen"


def polls(round, **options):
    """Three that run, one that was published and one that is prepared; on all three pages."""
    chair, ada = (round.joins(name, **options) for name in ("chair", "ada"))
    audience = Audience(round, 6)
    chair.is_at_the_polls()
    chair.asks_at_once("Digitalisierung in einem Wort?", "Wortwolke")
    audience.votes(*({"texts": words.split()} for words in ("Mut Geld", "Mut", "Zeit Mut", "Zeit")))
    chair.closes_and_shows()
    chair.prepares(f"Wo fangen wir an? | {TOPICS}")
    chair.asks_at_once(f"Was ist wichtig? | {TOPICS}", "Rangfolge")
    chair.asks_at_once(f"Wie weit sind Sie? | {TOPICS}", "Skala", Oberes_Ende="fertig")
    chair.asks_at_once(f"Welches eine? | {TOPICS}")
    ada.goes_to_the_poll()
    ada.poll("Was ist wichtig?").locator("button", has_text="+").first.click()
    ada.option("WLAN in Schulen").click()
    ada.is_counted("WLAN in Schulen")
    return chair, ada


def windows(round, **options) -> dict:
    chair, ada = polls(round, **options)
    stage = round.opens_stage(**options)
    stage.shows("poll")
    for page in (chair.page, ada.page):
        for summary in page.locator("poll-board summary:visible").all():
            summary.click()
    return {"moderator": chair.page, "participant": ada.page, "stage": stage.page}


@pytest.mark.every_engine
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_pages_with_polls(round, scheme):
    round.watch.expects(OF_AXE)
    for name, page in windows(round, color_scheme=scheme).items():
        # What a bar half covers while one scrolls is not too small.
        page.evaluate("scrollTo(0, 0)")
        assert (name, violations(page)) == (name, [])


@pytest.mark.every_engine
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_results(round, scheme):
    round.watch.expects(OF_AXE)
    chair, ada = (round.joins(name, color_scheme=scheme) for name in ("chair", "ada"))
    stage = round.opens_stage(color_scheme=scheme)
    audience = Audience(round, 3)
    chair.is_at_the_polls()
    chair.asks_at_once("Wie war es?", "Skala", Unteres_Ende="schlecht")
    audience.votes({"scale": [2]}, {"scale": [5]})
    chair.closes_and_shows()
    chair.asks_at_once(f"Welches eine? | {TOPICS}", **{"Wer_erfährt,_wer_wie_stimmt": "namentlich"})
    ada.goes_to_the_poll()
    ada.taps("E-Akte")
    ada.is_counted("E-Akte")
    chair.closes_and_shows()
    stage.shows("result")
    for person in (chair, ada):
        for summary in person.page.locator("poll-board summary:visible").all():
            summary.click()
    for window in (chair, ada, stage):
        assert violations(window.page) == []


@pytest.mark.parametrize("locale", ["de-DE", "en-GB"])
def test_no_poll_is_cut_off_at_any_width(round, locale):
    # The words by which polls are made here are German; what is then shown is not.
    pages = windows(round)
    for name, page in pages.items():
        if locale == "en-GB" and name != "stage":
            page.get_by_role("button", name="English").click()
            expect(page.locator("html")).to_have_attribute("lang", "en")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert (name, width, layout.cut_off(page)) == (name, width, [])
            assert (name, width, layout.too_small(page)) == (name, width, [])


@pytest.mark.every_engine
def test_polls_are_whole_at_four_times_the_size_with_wide_spacing(round):
    pages = windows(round)
    for name in ("moderator", "participant"):
        page = pages[name]
        page.set_viewport_size({"width": 320, "height": 256})
        layout.space_out(page)
        assert (name, layout.cut_off(page)) == (name, [])


@pytest.mark.parametrize("size", [(1280, 800), PHONE])
def test_whatever_the_keyboard_reaches_in_polls_is_seen(round, size):
    chair, ada = polls(round, viewport={"width": size[0], "height": size[1]})
    for person in (chair, ada):
        assert person.walks_with_the_keyboard() >= 20


@pytest.mark.every_engine
@FORCED_COLOURS
def test_what_is_chosen_looks_chosen_where_colours_are_forced(round):
    chair, ada = round.join("chair", "ada")
    chair.is_at_the_polls()
    chair.asks_at_once(f"Welches eine? | {TOPICS}")
    ada.goes_to_the_poll()
    ada.page.emulate_media(forced_colors="active")
    before = layout.colours(ada.option("E-Akte"))
    ada.taps("E-Akte")
    ada.is_counted("E-Akte")
    assert layout.colours(ada.option("E-Akte")) != before


HOSTILE = [MARKUP, TEMPLATE, TURNED, LONG[:80], MARKED, FAMILY[:80], RIGHT_TO_LEFT]
HARMLESS = [MARKUP, TEMPLATE, STRAIGHT, LONG[:80], TAMED, FAMILY[:80], RIGHT_TO_LEFT]


def test_hostile_texts_in_polls_are_shown_as_text_everywhere(round):
    chair = round.joins("chair")
    ada = round.joins("ada", viewport={"width": 320, "height": 640})
    stage = round.opens_stage()
    people = (chair, ada, stage)
    for window in people:
        window.page.on("dialog", lambda dialog: round.watch.note(f"Dialog: {dialog.message}"))
    chair.is_at_the_polls()
    for title in (MARKUP, LONG[:119]):
        chair.asks_at_once(" | ".join([title, *HOSTILE]))
        stage.shows("poll")
        ada.goes_to_the_poll()
        expect(ada.running.locator("h3")).to_have_text(title)
        expect(ada.running.locator(".tap > span")).to_have_text(HARMLESS)
        for window in people:
            window.has_nothing_cut_off()
            holds_no_markup(window)
        ada.taps(MARKUP)
        ada.is_counted(MARKUP)
        chair.closes_and_shows()
        stage.shows("result")
        ada.sees_result(f"Vorn liegt „{MARKUP}“ mit 1 Stimme (100\u00a0%).")
        for window in people:
            window.has_nothing_cut_off()
            holds_no_markup(window)
        ada.turns_to("Fragen")


@pytest.mark.parametrize("kind", ["Wortwolke", "Antworten in eigenen Worten"])
def test_hostile_answers_are_shown_as_text_everywhere(round, kind):
    chair, ada = round.join("chair", "ada")
    stage = round.opens_stage()
    audience = Audience(round, len(HOSTILE))
    chair.is_at_the_polls()
    chair.asks_at_once("Was nehmen Sie mit?", kind)
    most = 40 if kind == "Wortwolke" else 300
    audience.votes(*({"texts": [text[:most]]} for text in HOSTILE))
    chair.steers("close")
    chair.page.locator(".curating summary").click()
    while chair.page.locator(".curating li[data-hidden]").count():
        chair.page.locator(".curating li[data-hidden] button").first.click()
        chair.page.wait_for_timeout(100)
    chair.steers("publish")
    stage.shows("result")
    ada.goes_to_the_poll()
    ada.reads("<img src=x")
    for window in (chair, ada, stage):
        for width in (320, 1280):
            window.page.set_viewport_size({"width": width, "height": 720})
            window.has_nothing_cut_off()
        holds_no_markup(window)


def holds_no_markup(window):
    shown = window.page.locator("poll-card, stage-scene, now-strip")
    expect(shown.locator("img:not(.qr), script, b")).to_have_count(0)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (800, 600)])
def test_the_shared_screen_shows_polls_large_and_whole(round, size):
    chair, ada = round.join("chair", "ada")
    stage = round.opens_stage(viewport={"width": size[0], "height": size[1]})
    audience = Audience(round, 6)
    chair.is_at_the_polls()
    many = " | ".join(f"Möglichkeit {number} von vielen" for number in range(1, 21))
    chair.asks_at_once(f"Welche der vielen Möglichkeiten gefällt Ihnen am besten? | {many}")
    stage.reads("weitere")
    is_whole(stage, size)
    audience.votes(*({"choices": [id]} for id in "ttttst"))
    chair.closes_and_shows()
    stage.shows("result")
    # The least is left out first, wherever it stands.
    stage.reads("Möglichkeit 20 von vielen")
    stage.reads("weitere")
    is_whole(stage, size)


def is_whole(stage, size):
    scene = stage.page.locator("stage-scene")
    assert scene.evaluate("(scene) => scene.scrollHeight <= scene.clientHeight + 1")
    expect(stage.page.locator("footer .code b")).to_be_in_viewport(ratio=1)
    least = scene.evaluate("""(scene) => Math.min(...[...scene.querySelectorAll('*')]
      .filter((one) => one.checkVisibility() && !one.closest('.unseen') && one.textContent)
      .map((one) => parseFloat(getComputedStyle(one).fontSize)))""")
    # 28 px on a screen of 1280 by 720 (product row G4).
    assert least >= 28 * min(size[0] / 1280, size[1] / 720)
