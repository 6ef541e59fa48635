"""A tab behind another one: browsers let its timers wait and give it no frames to draw in."""

import pytest

from audience import Asked, Audience
from hidden import HiddenTab

QUESTIONS = [f"Frage {number} von 5?" for number in range(1, 6)]


@pytest.fixture
def hidden(round):
    tab = HiddenTab(round.program, round.entry["participant"])
    yield tab
    tab.closes()


def test_a_hidden_tab_shows_all_that_has_come_when_it_is_looked_at(round, hidden):
    audience = Audience(round, len(QUESTIONS))
    for number, text in enumerate(QUESTIONS, 1):
        audience.asks(Asked(text))
        hidden.until(lambda: len(hidden.told["texts"]) == number)
        assert hidden.told["hidden"], "It is drawn by a timer, not only once it is seen."
    assert sorted(hidden.told["texts"]) == QUESTIONS

    beats = hidden.told["beats"]
    hidden.until(lambda: hidden.told["beats"] > beats)
    seen = hidden.is_looked_at()
    assert not seen["hidden"]
    assert sorted(seen["texts"]) == QUESTIONS
    assert seen["sockets"] == 1, "Its connection has lasted."
