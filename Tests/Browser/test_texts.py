"""What people type is text, whatever it pretends to be."""

import re

import layout
from audience import Asked, Audience
from scenes import windows

MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>"
TEMPLATE = "{{constructor}} ${7*7} %s &lt;b&gt; \\u003cb\\u003e"
TURNED = "Wer ist \u202egaT\u202c da?"
STRAIGHT = "Wer ist gaT da?"
LONG = "Donaudampfschifffahrt" * 23 + "sgesellschaft"
MARKED = "Z" + "\u0338\u0321\u0353\u0311\u0302" * 60 + "algo?"
# The server keeps as many marks on a letter as languages need.
TAMED = "Z" + "\u0338\u0321" + "algo?"
FAMILY = "👩‍👩‍👧‍👦" * 100
RIGHT_TO_LEFT = "متى موعد الغداء؟"


def test_hostile_texts_are_shown_as_text_everywhere(round):
    chair = round.joins("chair")
    ada = round.joins("ada", viewport={"width": 320, "height": 640})
    stage = round.opens_stage()
    for window in (chair, ada, stage):
        window.page.on("dialog", lambda dialog: round.watch.note(f"Dialog: {dialog.message}"))

    typed = [MARKUP, TEMPLATE, TURNED, LONG, MARKED, FAMILY, RIGHT_TO_LEFT]
    asked = [Asked(text, len(typed) - number) for number, text in enumerate(typed)]
    asked[0].name = "<b>Eve</b>"
    asked[0].organisation = "\u202eDoS"
    Audience(round, 8).asks(*asked)

    shown = [MARKUP, TEMPLATE, STRAIGHT, LONG, TAMED, FAMILY, RIGHT_TO_LEFT]
    chair.sees_questions(*shown)
    ada.sees_questions(*shown)
    chair.sees_author(MARKUP, "<b>Eve</b>, DoS")
    for text in (MARKUP, LONG, TAMED, FAMILY):
        chair.puts_live(text)
        stage.shows_question(text)
        stage.shows_all_of_itself()
        stage.has_nothing_cut_off()
        ada.has_nothing_cut_off()
    for window in (chair, ada, stage):
        window.holds_no_markup_of_people()


def test_a_round_may_have_a_long_title(round, program):
    round.entry = program.create_meeting(LONG[:120], series=f"Reihe {LONG[:110]}")
    for name, page in windows(round, viewport={"width": 320, "height": 640}).items():
        assert (name, layout.cut_off(page)) == (name, [])


def test_hostile_texts_are_text_in_the_transcript(round):
    chair, ada = round.join("chair", "ada")
    chair.begins()
    ada.asks(f"# {MARKUP} [x](javascript:alert(1))")
    ada.sees_arrival()
    chair.ends_the_round()
    chair.reads("Gespeichert.")

    text = chair.downloads("Markdown")
    assert re.search(r"(?<!\\)[<\[]", text) is None
    assert "\\<img src=x onerror=alert\\(1\\)\\>" in text
