"""Every page at every width: nothing cut off, nothing too small, nothing covered."""

import pytest
from playwright.sync_api import expect

import layout
from scenes import LAW, fill, windows

# In other engines, this much is enough.
GERMAN = pytest.param("de-DE", marks=pytest.mark.every_engine)
LAPTOP, PHONE, ZOOMED = (1280, 800), (390, 640), (320, 256)
BOTH_ENDS = [pytest.param(size, marks=pytest.mark.every_engine) for size in (LAPTOP, ZOOMED)]


@pytest.mark.parametrize("locale", [GERMAN, "en-GB"])
def test_nothing_is_cut_off_at_any_width(round, locale):
    for name, page in windows(round, locale=locale).items():
        for width, height in [(320, 640), (768, 1024), (1280, 800)]:
            page.set_viewport_size({"width": width, "height": height})
            assert (name, width, layout.cut_off(page)) == (name, width, [])


@pytest.mark.every_engine
def test_nothing_is_cut_off_or_too_small_at_four_times_the_size_with_wide_spacing(round):
    """A window of 1280 by 1024 at 400 %, as WCAG 1.4.10 and 1.4.12 have it."""
    sizes = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
    for name, page in windows(round, **sizes).items():
        assert (name, layout.too_small(page)) == (name, [])
        layout.space_out(page)
        if name != "stage":
            assert (name, layout.cut_off(page)) == (name, [])


def test_the_code_to_join_is_in_sight_on_every_shared_screen(round):
    chair, ada = fill(round)
    stage = round.opens_stage()
    for width, height in [(1280, 720), (1920, 1080), (1024, 768), (800, 600)]:
        stage.page.set_viewport_size({"width": width, "height": height})
        stage.shows("question")
        stage.shows_all_of_itself()
    chair.puts_live(LAW)
    chair.marks_answered(LAW)
    for width, height in [(1280, 720), (1920, 1080), (1024, 768), (800, 600)]:
        stage.page.set_viewport_size({"width": width, "height": height})
        stage.shows("list")
        stage.shows_all_of_itself()


@pytest.mark.every_engine
def test_the_hand_is_in_reach_wherever_one_is_on_a_phone(round):
    chair, ada = fill(round)
    ada.page.set_viewport_size({"width": 320, "height": 640})
    for view in ("Fragen", "Umfrage", "Redeliste", "Chat"):
        ada.turns_to(view)
        for place in ("0", "document.body.scrollHeight"):
            ada.page.evaluate(f"scrollTo(0, {place})")
            expect(ada.hand).to_be_in_viewport(ratio=1)
            # Nothing lies over it, either.
            ada.hand.click(trial=True)


@pytest.mark.parametrize("size", [*BOTH_ENDS, PHONE])
def test_whatever_the_keyboard_reaches_is_seen(round, size):
    chair, ada = fill(round)
    for person in (ada, chair):
        person.page.set_viewport_size({"width": size[0], "height": size[1]})
        stops = person.walks_with_the_keyboard()
        assert stops >= 12
