"""What goes wrong between a browser and the server; whatever it is, everything happens once."""

import re

import pytest

from line import Line

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"

# The clock of this machine is wrong by so many milliseconds.
SHIFT = """
const [right, Right] = [Date.now, Date];
globalThis.wrongBy = SHIFT;
Date.now = () => right() + wrongBy;
globalThis.Date = new Proxy(Right, {
  construct: (_, args) => args.length ? new Right(...args) : new Right(Date.now()),
});
"""


@pytest.mark.every_engine
@pytest.mark.parametrize("lost", ["ack", "things"])
def test_a_question_whose_answer_is_lost_is_asked_once(round, lost):
    [ben] = round.join("ben")
    line = Line()
    ada = round.joins("ada", line=line)
    line.loses_the_next(lost)
    ada.asks(LUNCH)

    ada.sees_questions(LUNCH)
    ben.sees_questions(LUNCH)
    ada.does_not_read("Wird gesendet …")
    assert line.count == 2
    assert len(set(line.wishes)) == 1, "It is said again under the same name."
    assert lost == "things" or len(line.wishes) == 2


def test_a_wish_under_way_survives_a_reload(round):
    [ben] = round.join("ben")
    line = Line()
    ada = round.joins("ada", line=line)
    ben.asks(COST)
    ada.sees_questions(COST)
    line.swallows_wishes()
    ada.asks(LUNCH)
    ada.press("support", COST)
    ada.reads("Wird gesendet …")
    ben.sees_questions(COST)
    ben.sees_support(COST, 1)

    line.is_mended()
    ada.reloads()
    for person in (ada, ben):
        person.sees_questions(COST, LUNCH)
        person.sees_support(COST, 2)
    ada.does_not_read("Wird gesendet …")
    ada.reads("Ihre Frage")
    said, again = line.wishes[:2], line.wishes[2:]
    assert again == said, "In the same order, under the same names, once."
    ada.reloads()
    ada.sees_questions(COST, LUNCH)
    assert len(line.wishes) == 4, "What is answered is not said again."


def test_what_hangs_in_one_tab_is_not_said_by_the_other(round):
    [ben] = round.join("ben")
    line = Line()
    ada = round.joins("ada", line=line)
    ben.asks(COST)
    ada.sees_questions(COST)
    line.swallows_wishes()
    ada.asks(LUNCH)
    ada.reads("Wird gesendet …")
    line.is_mended()

    second = ada.opens_another_tab()
    second.supports(COST)
    ada.sees_support(COST, 2)
    second.sees_questions(COST)
    ada.reloads()
    for tab in (ada, second, ben):
        tab.sees_questions(COST, LUNCH)
        tab.sees_support(COST, 2)
    second.page.close()
    ben.reads("2 Personen da")


@pytest.mark.parametrize("hours", [1, -1])
def test_a_clock_that_is_an_hour_off_disturbs_nothing(round, hours):
    [ben] = round.join("ben")
    ada = round.joins("ada", script=SHIFT.replace("SHIFT", str(hours * 3_600_000)))
    ada.asks(LUNCH)
    for person in (ada, ben):
        person.sees_questions(LUNCH)
    times = [person.card(LUNCH).locator("time").inner_text() for person in (ada, ben)]
    assert times[0] == times[1]
    # Not so soon: and how soon is not counted on the wrong clock.
    ada.asks(COST)
    ada.reads(re.compile(r"\b1?\d Sekunden?\b"))
    ada.reloads()
    ada.sees_questions(LUNCH)


@pytest.mark.parametrize("hours", [1, -1])
def test_a_clock_that_is_set_while_the_round_goes_on_disturbs_nothing(round, hours):
    [ben] = round.join("ben")
    line = Line()
    ada = round.joins("ada", line=line, script=SHIFT.replace("SHIFT", "0"))
    ada.page.evaluate(f"wrongBy = {hours * 3_600_000}")
    # Its page notices within seconds, and asks whether the line is still there.
    line.hears("ping")
    ben.asks(LUNCH)
    ada.supports(LUNCH)
    ben.sees_support(LUNCH, 2)
    assert line.count == 1
