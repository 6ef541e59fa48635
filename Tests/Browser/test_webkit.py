"""The round in WebKit, as people with an iPhone see it: the least that must work there, too.

Only what is told here is known of WebKit; all else is told in Chromium, and most of it in Firefox.
"""

import pytest

from test_accessibility import RULES
from watch import NO_CONNECTION
from webkit import WebKitPerson

# Selenium's own words for its own driver are out of date.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"
HUB = "Wie groß wird der Kommunal.Hub?"


@pytest.fixture
def ada(round):
    ada = WebKitPerson(round.program, round.entry["participant"])
    yield ada
    ada.leaves()


def test_people_ask_and_read_each_other_and_axe_finds_nothing(round, ada):
    [ben] = round.join("ben")
    ada.is_connected()
    ada.asks(LUNCH)
    ada.reads("Ihre Frage ist angekommen.")
    ben.sees_questions(LUNCH)

    ben.asks(COST)
    ada.sees_questions(LUNCH, COST)
    ada.supports(COST)
    ben.sees_support(COST, 2)
    assert ada.violations(RULES) == []


def test_a_list_rests_while_somebody_is_at_it_and_focus_goes_with_the_question(round, ada):
    chair, ben = round.join("chair", "ben")
    ada.is_connected()
    ben.asks(LUNCH)
    ada.sees_questions(LUNCH)
    chair.asks(COST)
    ada.sees_questions(LUNCH, COST)

    ada.focuses("support", LUNCH)
    ben.supports(COST)
    ada.sees_support(COST, 2)
    ada.sees_questions(LUNCH, COST)
    ada.is_focused("support", LUNCH)
    ada.presses("1 Änderung – neu sortieren")
    ada.sees_questions(COST, LUNCH)

    ada.focuses("support", LUNCH)
    chair.puts_live(LUNCH)
    ada.sees_questions(COST)
    ada.is_focused("support", LUNCH)
    ada.press_focused()
    ben.sees_support(LUNCH, 2)


def test_a_cut_connection_comes_back_by_itself_and_nothing_is_lost(round, ada, program):
    round.watch.expects(NO_CONNECTION)
    [ben] = round.join("ben")
    ada.is_connected()
    ben.asks(LUNCH)
    ada.sees_questions(LUNCH)

    program.kill()
    ada.is_cut_off()
    ada.asks(COST)
    ada.reads("Wird gesendet …")
    program.start()
    ada.is_connected()
    ben.is_connected()
    for person in (ada, ben):
        person.sees_questions(LUNCH, COST)
    ben.asks(HUB)
    ben.reads("Bitte warten Sie noch")
    assert "Wird gesendet …" not in ada.words
