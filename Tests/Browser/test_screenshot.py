"""The README's pictures; `UPDATE_SCREENSHOTS=1` makes the kept ones anew."""

import os
from pathlib import Path

from scenes import RATES, fill, vote

KEPT = Path(__file__).parent / "screenshots"
MOST_BYTES = 300_000
# What moves comes to rest, and is painted.
COME_TO_REST = """
(start) => {
  document.querySelector(start).scrollIntoView({ behavior: 'instant', block: 'start' });
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
"""


def test_the_readmes_pictures_show_a_round_in_full_swing(round, program, tmp_path):
    title = "Eltville: Digitalisierung bei knapper Kasse"
    round.entry = program.create_meeting(title, series="Digitale Kaffeerunde 2021")
    chair, ada = fill(round, size=118, viewport={"width": 1280, "height": 880})
    ada.sees_live(RATES)
    ada.reads("120 Personen da")

    folder = KEPT if os.environ.get("UPDATE_SCREENSHOTS") else tmp_path
    photograph(ada, folder / "round.png")
    photograph(chair, folder / "moderator.png")

    poll = vote(round, chair, *"a" * 12, *"b" * 23, *"c" * 47, *"d" * 15)
    phone = round.opens("ben", viewport={"width": 390, "height": 844})
    phone.goes_to_the_poll()
    phone.taps("Beides")
    phone.is_counted("Beides")
    photograph(phone, folder / "phone.png", "poll-board")
    chair.closes_and_shows()
    stage = round.opens_stage()
    stage.shows("result")
    stage.reads(poll)
    photograph(stage, folder / "stage.png")

    for name in ("round", "moderator", "phone", "stage"):
        assert (KEPT / f"{name}.png").exists()
        assert (folder / f"{name}.png").stat().st_size < MOST_BYTES


def photograph(window, path: Path, start: str = "body"):
    window.page.mouse.move(0, 0)
    window.page.evaluate(COME_TO_REST, start)
    window.page.screenshot(path=path)
