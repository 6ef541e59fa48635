"""The README's picture; `UPDATE_SCREENSHOTS=1` makes the kept one anew."""

import os
from pathlib import Path

from scenes import RATES, fill

KEPT = Path(__file__).parent / "screenshots/round.png"
MOST_BYTES = 300_000


def test_the_readmes_picture_shows_a_round_in_full_swing(round, program, tmp_path):
    title = "Eltville: Digitalisierung bei knapper Kasse"
    round.entry = program.create_meeting(title, series="Digitale Kaffeerunde 2021")
    chair, ada = fill(round, size=118, viewport={"width": 1280, "height": 880})
    ada.begins_at_the_top()
    ada.page.mouse.wheel(0, -2000)
    ada.sees_live(RATES)
    ada.reads("120 Personen da")

    picture = KEPT if os.environ.get("UPDATE_SCREENSHOTS") else tmp_path / KEPT.name
    ada.page.screenshot(path=picture)
    assert KEPT.exists()
    assert picture.stat().st_size < MOST_BYTES
