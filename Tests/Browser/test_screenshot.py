"""The README's pictures; `UPDATE_SCREENSHOTS=1` makes the kept ones anew."""

import os
from pathlib import Path

from scenes import RATES, fill, vote

KEPT = Path(__file__).parent / "screenshots"
MOST_BYTES = 300_000


def test_the_readmes_pictures_show_a_round_in_full_swing(round, program, tmp_path):
    title = "Eltville: Digitalisierung bei knapper Kasse"
    round.entry = program.create_meeting(title, series="Digitale Kaffeerunde 2021")
    chair, ada = fill(round, size=118, viewport={"width": 1280, "height": 880})
    ada.begins_at_the_top()
    ada.page.mouse.wheel(0, -2000)
    ada.sees_live(RATES)
    ada.reads("120 Personen da")

    folder = KEPT if os.environ.get("UPDATE_SCREENSHOTS") else tmp_path
    ada.page.screenshot(path=folder / "round.png")
    chair.begins_at_the_top()
    chair.page.screenshot(path=folder / "moderator.png")

    poll = vote(round, chair, *"a" * 12, *"b" * 23, *"c" * 47, *"d" * 15)
    phone = round.opens("ben", viewport={"width": 390, "height": 844})
    phone.goes_to_the_poll()
    phone.taps("Beides")
    phone.is_counted("Beides")
    phone.page.screenshot(path=folder / "phone.png")
    chair.closes_and_shows()
    stage = round.opens_stage()
    stage.shows("result")
    stage.reads(poll)
    stage.page.screenshot(path=folder / "stage.png")

    for name in ("round", "moderator", "phone", "stage"):
        assert (KEPT / f"{name}.png").exists()
        assert (folder / f"{name}.png").stat().st_size < MOST_BYTES
