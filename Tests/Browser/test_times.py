"""Questions that open and close by themselves, at times that somebody has set (product row B17)."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

import layout
from test_accessibility import OF_AXE, violations

BERLIN = ZoneInfo("Europe/Berlin")
LUNCH = "Wann gibt es Mittagessen?"


def after(**length) -> str:
    """A moment from now on, as a field has it on German clocks."""
    moment = datetime.now(BERLIN) + timedelta(**length)
    # Browsers leave seconds out where there are none.
    return moment.strftime("%Y-%m-%dT%H:%M:%S").removesuffix(":00")


def plans(chair, opens: str = "", closes: str = ""):
    chair.opens_tool("rules")
    form = chair.page.locator("form.times")
    form.get_by_label("Fragen ab").fill(opens)
    form.get_by_label("Fragen bis").fill(closes)
    form.get_by_role("button", name="Zeiten speichern").click()
    return form


@pytest.mark.every_engine
def test_people_read_when_questions_open_and_what_they_typed_is_kept(round):
    chair, ada = round.join("chair", "ada")
    ada.types(LUNCH)
    form = plans(chair, after(days=2), after(days=3))
    ada.reads("Fragen ab ")
    ada.sends()
    ada.has_typed(LUNCH)
    expect(form.get_by_role("button", name="Ohne Zeiten")).to_be_visible()

    # By hand counts for more: both times are gone, for everybody.
    chair.page.locator("[data-rule=mode]").select_option("open")
    ada.does_not_read("Fragen ab ")
    expect(form.get_by_label("Fragen ab")).to_have_value("")
    expect(form.get_by_label("Fragen bis")).to_have_value("")
    ada.sends()
    ada.sees_questions(LUNCH)


def test_questions_open_and_close_by_themselves_while_somebody_types(round):
    chair, ada = round.join("chair", "ada")
    ada.types(LUNCH)
    form = plans(chair, after(seconds=4), after(seconds=16))
    ada.reads("Fragen ab ")
    ada.reads("Fragen bis ")
    ada.has_typed(LUNCH)
    ada.sends()
    ada.sees_questions(LUNCH)
    ada.types("Und danach?")
    ada.reads("Neue Fragen sind nicht mehr möglich.")
    ada.sends()
    ada.has_typed("Und danach?")
    expect(form.get_by_label("Fragen bis")).to_have_value("")


def test_times_that_make_no_sense_are_refused_in_words(round):
    [chair] = round.join("chair")
    words = "Beide Zeiten müssen in der Zukunft liegen"
    form = plans(chair, after(days=3), after(days=2))
    expect(form).to_contain_text(words)
    form.get_by_label("Fragen bis").fill("")
    expect(form).not_to_contain_text(words)
    plans_again = form.get_by_role("button", name="Zeiten speichern")
    form.get_by_label("Fragen ab").fill(after(days=-1))
    plans_again.click()
    expect(form).to_contain_text(words)
    form.get_by_label("Fragen ab").fill(after(days=800))
    plans_again.click()
    expect(form).to_contain_text(words)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_the_administration_founds_a_round_with_times_on_german_clocks(round, zone):
    admin = round.opens_administration(timezone_id=zone)
    opens, closes = after(days=2)[:16], after(days=3)[:16]
    page = admin.page
    page.get_by_text("Zeiten für Fragen").click()
    page.get_by_label("Fragen ab").fill(closes)
    page.get_by_label("Fragen bis").fill(opens)
    title = f"Mit Plan {zone}"
    admin.creates_round(title)
    times = page.locator("details.times")
    expect(times).to_contain_text("Beide Zeiten müssen in der Zukunft liegen")
    page.get_by_label("Fragen ab").fill(opens)
    page.get_by_label("Fragen bis").fill(closes)
    admin.creates_round(title)
    link = admin.meeting(title).locator("input").nth(1).input_value()
    chair = round.opens("chair", link)
    chair.is_connected()
    chair.opens_tool("rules")
    form = chair.page.locator("form.times")
    expect(form.get_by_label("Fragen ab")).to_have_value(re.compile(opens))
    expect(form.get_by_label("Fragen bis")).to_have_value(re.compile(closes))
    expect(chair.page.locator("[data-rule=mode]")).to_have_value("closed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_times_are_for_everybody_to_set_and_read(round, scheme):
    round.watch.expects(OF_AXE)
    chair, ada = (round.joins(name, color_scheme=scheme) for name in ("chair", "ada"))
    plans(chair, after(days=2), after(days=3))
    ada.reads("Fragen ab ")
    admin = round.opens_administration(color_scheme=scheme)
    admin.page.get_by_text("Zeiten für Fragen").click()
    for page in (chair.page, ada.page, admin.page):
        assert violations(page) == []
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert layout.cut_off(page) == []
