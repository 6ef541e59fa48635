"""The record for everybody: who publishes it, who reads it, and what is not in it."""

import json
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

import layout
from test_accessibility import OF_AXE, violations

LUNCH = "Wann gibt es Mittagessen?"
CONTACT = "Wer hilft? Schreiben Sie an ada@stadt.example.org"
DECLINED = "Das gehört nicht hierher"
LINK = "Protokoll ansehen, drucken, veröffentlichen"


def ended(round, **options):
    """A round that is over, with its moderator and a participant in it."""
    chair, ada = (round.joins(name, **options) for name in ("chair", "ada"))
    chair.begins()
    ada.asks(LUNCH)
    ada.sees_arrival()
    ada.calls_themselves("Ada Lovelace", "Stadt Idstein")
    chair.sees_author(LUNCH, "Ada Lovelace, Stadt Idstein")
    ben = round.joins("ben")
    ben.asks(CONTACT)
    cleo = round.joins("cleo")
    cleo.asks(DECLINED)
    cleo.sees_arrival()
    chair.declines(DECLINED)
    chair.ends_the_round()
    chair.reads("Gespeichert.")
    return chair, ada


def opens_the_record(chair):
    with chair.page.context.expect_page() as opened:
        chair.follows(LINK)
    page = opened.value
    page.bring_to_front()
    expect(page.locator("article")).to_contain_text(LUNCH)
    return page


def act(page, name: str):
    return page.locator(f"record-publication [data-act={name}]")


def past(person):
    return person.page.locator("past-rounds")


def test_a_moderator_publishes_and_takes_back_and_participants_read_what_is_there(round):
    round.watch.expects("404")
    chair, ada = ended(round)
    ada.reads("Das Protokoll ist noch nicht veröffentlicht.")
    ada.does_not_read("Protokoll ansehen")

    page = opens_the_record(chair)
    panel = page.locator("record-publication")
    expect(panel).to_contain_text("Nicht veröffentlicht")
    expect(panel.locator("li")).to_have_text(
        ["Frage 2: ada@stadt.example.org (E-Mail-Adresse)"]
    )
    # First a look at what everybody would read, with and without the address.
    act(page, "look").click()
    expect(page.locator("article")).to_contain_text("Öffentliche Fassung")
    expect(page.locator("article")).to_contain_text("[…]")
    expect(page.locator("article")).not_to_contain_text("Lovelace")
    page.get_by_label("E-Mail-Adressen und Telefonnummern weglassen").uncheck()
    expect(page.locator("article")).to_contain_text("ada@stadt.example.org")
    page.get_by_label("E-Mail-Adressen und Telefonnummern weglassen").check()
    act(page, "look").click()
    expect(page.locator("article")).to_contain_text("Lovelace")
    act(page, "publish").click()
    expect(panel).to_contain_text("Veröffentlicht seit")
    expect(act(page, "unpublish")).to_be_focused()

    ada.presses("Noch einmal nachsehen")
    ada.reads("Das Protokoll ist veröffentlicht, ohne Namen.")
    with ada.page.context.expect_page() as opened:
        ada.follows("Protokoll ansehen")
    record = opened.value
    article = record.locator("article")
    expect(article).to_contain_text(LUNCH)
    expect(article).to_contain_text("Wer hilft? Schreiben Sie an […]")
    for hidden in ("Lovelace", "Idstein", DECLINED, "example"):
        expect(article).not_to_contain_text(hidden)
    expect(record.locator("record-publication")).to_have_count(0)
    assert "#" not in record.url and "?" not in record.url
    with record.expect_download() as download:
        record.get_by_role("button", name="(JSON)").click()
    questions = json.loads(download.value.path().read_text())["questions"]
    assert [question["text"] for question in questions][0] == LUNCH

    act(page, "unpublish").click()
    expect(panel).to_contain_text("Nicht veröffentlicht")
    record.reload()
    expect(record.locator("main > .refusal")).to_contain_text("nicht veröffentlicht")
    expect(article).not_to_contain_text(LUNCH)
    expect(record.locator(".acts")).to_be_hidden()


def test_whoever_comes_by_the_code_later_finds_all_past_rounds(round, program, request):
    chair, _ = ended(round)
    page = opens_the_record(chair)
    act(page, "publish").click()
    expect(act(page, "unpublish")).to_be_visible()
    # The round's own room is there no longer after a restart, but its code is.
    round.watch.expects("WebSocket|ERR_CONNECTION")
    program.kill()
    program.start()
    late = round.opens("ada")
    late.reads("Das Protokoll ist veröffentlicht, ohne Namen.")
    late.reads("Diese Runde ist beendet.")

    second = program.create_meeting("Zweite Runde", series=request.node.nodeid[-120:])
    waiting = round.opens("ben", second["participant"])
    waiting.is_connected()
    past(waiting).locator("summary").click()
    expect(past(waiting).get_by_role("link")).to_have_text(["Erste Runde"])
    expect(past(waiting).locator("h2")).to_be_hidden()


def test_nothing_is_published_that_only_moderators_may_know(round, program):
    chair, _ = ended(round)
    page = opens_the_record(chair)
    act(page, "publish").click()
    expect(act(page, "unpublish")).to_be_visible()
    base = f"{program.url}/api/meetings/{round.entry['id']}"
    paths = [f"{base}/transcript.{name}" for name in ("md", "md?language=en", "json")]
    paths.append(f"{program.url}/api/series/{round.code}/records")
    everything = "\n".join(read(path) for path in paths)
    assert LUNCH in everything
    for hidden in ("Lovelace", "Idstein", DECLINED, "example", "preparation", '"acts"'):
        assert hidden not in everything
    with pytest.raises(urllib.error.HTTPError, match="401"):
        read(f"{base}/publication")


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_publishing_and_past_rounds_are_for_everybody_to_use(round, scheme):
    round.watch.expects(OF_AXE)
    chair, ada = ended(round, color_scheme=scheme)
    page = opens_the_record(chair)
    act(page, "publish").click()
    expect(act(page, "unpublish")).to_be_visible()
    ada.presses("Noch einmal nachsehen")
    ada.reads("Das Protokoll ist veröffentlicht")
    # What is printed is the record alone.
    page.emulate_media(media="print")
    rest = page.locator("button, record-publication")
    expect(rest.filter(visible=True)).to_have_count(0)
    page.emulate_media(media="screen")
    for shown in (page, ada.page):
        assert violations(shown) == []
        for width in (320, 768, 1280):
            shown.set_viewport_size({"width": width, "height": 800})
            assert layout.cut_off(shown) == []
