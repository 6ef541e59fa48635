"""A second round of the same poll: what has changed, in bars and in words (product row C39)."""

from playwright.sync_api import expect

TITLE = "Wie arbeiten Sie heute mit Akten?"
LINE = f"{TITLE} | Auf Papier | Elektronisch | Beides"
CHANGED = (
    "Gegenüber Runde 1: „Elektronisch“ 2 Stimmen mehr (1 → 3); "
    "„Auf Papier“ eine Stimme weniger (2 → 1)."
)


def test_a_second_round_says_what_has_changed_since_the_first(round):
    chair, ada, ben, cleo, dora = round.join("chair", "ada", "ben", "cleo", "dora")
    stage = round.opens_stage()
    chair.begins()
    chair.is_at_the_polls()
    chair.asks_at_once(LINE)
    for person, option in ((ada, "Auf Papier"), (ben, "Auf Papier"), (cleo, "Elektronisch")):
        person.goes_to_the_poll()
        person.taps(option)
        person.is_counted(option)
    chair.closes_and_shows()
    ada.sees_numbers(Auf_Papier=2, Elektronisch=1)
    assert not ada.page.locator(".compared").is_visible(), "There is nothing to compare with."

    chair.steers("again")
    chair.unfolds("Vorbereitet (1)")
    chair.steers("open", TITLE)
    for person, option in (
        (ada, "Auf Papier"),
        (ben, "Elektronisch"),
        (cleo, "Elektronisch"),
        (dora, "Elektronisch"),
    ):
        person.turns_to("Umfrage")
        person.taps(option)
        person.is_counted(option)
    chair.closes_and_shows()
    ada.reads(CHANGED)
    then = ada.page.locator("poll-card .charts .then-words")
    expect(then).to_have_text(["Runde 1: 2 (−1)", "Runde 1: 1 (+2)", "Runde 1: 0 (±0)"])
    # Both bars are measured on the same length.
    tracks = ada.page.locator("poll-card .charts tbody tr").first.locator(".bar")
    assert tracks.nth(0).bounding_box()["width"] == tracks.nth(1).bounding_box()["width"]
    ada.has_nothing_cut_off()
    stage.shows("result")
    stage.reads(CHANGED)
    expect(stage.page.locator("stage-scene .bar.then")).to_have_count(3)
    stage.has_nothing_cut_off()
