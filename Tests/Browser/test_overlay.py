"""The lower third for a stream: readable plates over any picture, and nothing around them."""

import pytest

from pixels import opaque_part, read
from scenes import RATES, fill, vote
from windows import Overlay

LUNCH = "Wann gibt es Mittagessen?"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_but_the_plate_is_seen_over_the_picture(round, scheme):
    chair, ada = round.join("chair", "ada")
    chair.begins()
    overlay = Overlay(round.stage_at(overlay_of(round), color_scheme=scheme).page)
    overlay.is_connected()
    assert opaque_part(overlay.picture()) is None, "Before there is something to say, nothing is."

    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)
    chair.puts_live(LUNCH)
    overlay.says(LUNCH)
    overlay.says("1 Unterstützung")
    picture = read(overlay.picture())
    left, top, right, bottom = opaque_part(picture)
    assert top > picture.height * 0.6, "Only the lower third."
    plate = overlay.plate.bounding_box()
    assert abs(plate["x"] - left) <= 1 and abs(plate["y"] - top) <= 1
    assert abs(plate["x"] + plate["width"] - 1 - right) <= 1
    assert abs(plate["y"] + plate["height"] - 1 - bottom) <= 1
    assert picture.alpha(picture.width // 2, 10) == 0
    # Within, no picture shines through.
    x, y = int(plate["x"] + plate["width"] / 2), int(plate["y"] + plate["height"] / 2)
    assert picture.alpha(x, y) == 255


def test_a_poll_its_result_and_who_speaks_are_told(round):
    chair, ada = fill(round)
    overlay = Overlay(round.stage_at(overlay_of(round)).page)
    overlay.says(RATES)
    ada.calls_themselves("Ada Lindner", "Stadt Ulm")
    chair.calls_next()
    overlay.says("Ada Lindner, Stadt Ulm")
    overlay.says("Es spricht")
    title = vote(round, chair, *"a" * 6, *"b" * 12, *"c" * 22)
    overlay.says(title)
    overlay.says("40 von 47")
    overlay.does_not_say("Elektronisch")
    chair.closes_and_shows()
    overlay.says("Elektronisch")
    overlay.says("30 %")
    overlay.has_nothing_cut_off()

    chair.stops_everything()
    overlay.does_not_say(title)
    overlay.does_not_say("Ada Lindner")


def test_a_long_question_is_shown_whole(round):
    chair = round.joins("chair")
    overlay = Overlay(round.stage_at(overlay_of(round)).page)
    text = " ".join(["Verwaltungsdigitalisierung", "im", "ländlichen", "Raum"] * 11)[:496] + "?"
    chair.asks(text)
    chair.puts_live(text)
    overlay.says(text)
    overlay.shows_all_of_itself()


def test_a_link_without_its_key_says_so(round):
    link = overlay_of(round).split("#")[0]
    overlay = Overlay(round.stage_at(link).page)
    overlay.says("Dieser Link ist nicht vollständig.")


def overlay_of(round) -> str:
    return round.entry["stage"].replace("#", "?scene=overlay#")
