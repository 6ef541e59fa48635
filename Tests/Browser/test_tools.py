"""The panels behind the tools: seen by axe, cut off nowhere, read in both languages."""

import pytest

import layout
from engines import SCHEMES
from test_accessibility import OF_AXE, violations

LUNCH = "Wann gibt es Mittagessen?"
TOOLS = ["rules", "stage", "announce", "people", "acts"]


def desk(round, **options):
    """A moderator's page with something in each of its parts."""
    chair, ada = (round.joins(name, **options) for name in ("chair", "ada"))
    chair.begins()
    chair.plans("Begrüßung", 5)
    chair.plans("Smart City im ländlichen Raum", 25, "Koordination Smart City, Amt Süderbrarup")
    chair.goes_on_with_the_agenda()
    chair.labels_with("Recht", "Kosten")
    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)
    ada.turns_to("Chat")
    ada.says("Guten Morgen aus dem schönen Oestrich-Winkel!")
    chair.opens_more(LUNCH)
    for part in ("Chat einstellen", "Redeliste einstellen", "Für jemanden fragen"):
        chair.unfolds(part)
    return chair


@pytest.mark.every_engine
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_moderators_tools(round, scheme):
    round.watch.expects(OF_AXE)
    chair = desk(round, color_scheme=scheme)
    for tool in TOOLS:
        chair.opens_tool(tool)
        assert (tool, violations(chair.page)) == (tool, [])
    chair.presses("Tasten")
    chair.reads("Tasten verwenden")
    assert violations(chair.page) == []


def test_nothing_is_cut_off_or_too_small_in_the_moderators_tools(round):
    chair = desk(round)
    for tool in TOOLS:
        chair.opens_tool(tool)
        for width, height in [(320, 640), (768, 1024), (1024, 768), (1280, 800), (1920, 1080)]:
            chair.page.set_viewport_size({"width": width, "height": height})
            assert (tool, width, layout.cut_off(chair.page)) == (tool, width, [])
            assert (tool, width, layout.too_small(chair.page)) == (tool, width, [])
