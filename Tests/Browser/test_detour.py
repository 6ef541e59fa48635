"""A network that lets no WebSocket through: people take part all the same, and hardly notice."""

import signal
import time

import pytest

from proxy import Proxy

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"


@pytest.fixture
def town_hall(round, program):
    """A proxy that drops upgrades, before the program."""
    proxy = Proxy(program.url)
    round.watch.allows(proxy.url)
    round.watch.expects(r"WebSocket connection to .* failed")
    yield proxy
    # Whoever still has a stream would complain that it ended.
    round.leave()
    proxy.stop()


def from_the(town_hall, round) -> str:
    return round.entry["participant"].replace(round.program.url, town_hall.url)


def test_whoever_gets_no_websocket_through_takes_part_within_three_seconds(round, town_hall):
    ben = round.joins("ben")
    ben.reads("Verbunden")
    ada = round.opens("ada", link=from_the(town_hall, round))
    began = ada.page.evaluate("performance.now()")
    ada.is_connected()
    ada.reads("Verbunden über einen Umweg")
    assert ada.page.evaluate("performance.now()") - began < 3_000

    ada.asks(LUNCH)
    ben.sees_questions(LUNCH)
    ben.supports(LUNCH)
    ada.sees_support(LUNCH, 2)
    ben.asks(COST)
    ada.supports(COST)
    ben.sees_support(COST, 2)
    ada.reads("2 Personen da")
    ada.calls_themselves("Ada", "Eltville")
    ben.sees_author(LUNCH, "Ada, Eltville")


def test_the_way_round_survives_a_restart_of_the_server(round, town_hall, program):
    round.watch.expects(r"ERR_CONNECTION_REFUSED|502 \(Bad Gateway\)|ERR_INCOMPLETE_CHUNKED")
    chair, ben = round.join("chair", "ben")
    chair.begins()
    ben.asks(LUNCH)
    ada = round.opens("ada", link=from_the(town_hall, round))
    ada.reads("Verbunden über einen Umweg")
    ada.supports(LUNCH)

    program.process.send_signal(signal.SIGTERM)
    assert program.process.wait(timeout=20) == 0
    ada.is_cut_off()
    ada.asks(COST)
    ada.reads("Wird gesendet …")
    program.start()
    for window in (ada, ben, chair):
        window.is_connected()
        window.sees_questions(LUNCH, COST)
        window.sees_support(LUNCH, 2)
    ada.reads("Verbunden über einen Umweg")
    ada.reads("3 Personen da")
    chair.puts_live(COST)
    ada.sees_live(COST)


def test_whoever_closes_the_window_has_left(round, town_hall):
    ben = round.joins("ben")
    ada = round.opens("ada", link=from_the(town_hall, round))
    ada.is_connected()
    ben.reads("2 Personen da")
    ada.page.close()
    deadline = time.monotonic() + 40
    while not ben.shown("1 Person da").count():
        assert time.monotonic() < deadline
        ben.page.wait_for_timeout(200)
