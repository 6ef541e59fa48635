"""Every page as it looks: `GALLERY=FOLDER pytest Tests/Browser/gallery.py` writes pictures to open.

No test: what is to be seen is judged by people.
"""

import os
from pathlib import Path

import pytest

from scenes import fill, vote, windows
from test_publishing import act, ended, opens_the_record

FOLDER = Path(os.environ.get("GALLERY", Path(__file__).parent / "artifacts/gallery"))
SIZES = [(320, 640), (768, 1024), (1280, 800)]
STAGES = [(1280, 720), (1920, 1080)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["de-DE", "en-GB"])
def test_everything_is_photographed(round, locale, scheme):
    pages = windows(round, locale="de-DE", color_scheme=scheme)
    for name, page in pages.items():
        if locale != "de-DE" and page.get_by_role("button", name="English").count():
            page.get_by_role("button", name="English").first.click()
        shoot(page, STAGES if name == "stage" else SIZES, f"{name}-{locale[:2]}-{scheme}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_poll_is_photographed(round, scheme):
    chair, ada = fill(round, color_scheme=scheme)
    stage = round.opens_stage(color_scheme=scheme)
    for when in ("open", "result"):
        if when == "open":
            vote(round, chair, *"a" * 6, *"b" * 12, *"c" * 20, *"d" * 4)
            ada.turns_to("Umfrage")
        else:
            chair.closes_and_shows()
        for name, window in (("chair", chair), ("ada", ada)):
            shoot(window.page, SIZES, f"poll-{when}-{name}-{scheme}")
        shoot(stage.page, STAGES, f"poll-{when}-stage-{scheme}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_record_is_photographed(round, scheme):
    chair, ada = ended(round, color_scheme=scheme)
    shoot(ada.page, SIZES, f"ended-ada-{scheme}")
    page = opens_the_record(chair)
    act(page, "publish").click()
    act(page, "unpublish").wait_for()
    shoot(page, SIZES, f"record-chair-{scheme}")
    ada.presses("Noch einmal nachsehen")
    ada.reads("Das Protokoll ist veröffentlicht")
    shoot(ada.page, SIZES, f"published-ada-{scheme}")
    read = round.window(f"/record/{round.entry['id']}", color_scheme=scheme)
    read.locator("article h2").first.wait_for()
    shoot(read, SIZES, f"record-everybody-{scheme}")


def shoot(page, sizes, name: str):
    FOLDER.mkdir(parents=True, exist_ok=True)
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)
        page.screenshot(path=FOLDER / f"{name}-{width}.png")
