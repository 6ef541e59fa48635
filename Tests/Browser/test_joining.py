"""The ways into a round."""

import urllib.request

import pytest
from playwright.sync_api import expect

LOW = pytest.param("{low}", marks=pytest.mark.every_engine)


@pytest.mark.parametrize("spelling", [LOW, " {0} {1} ", "{0}-{1}", "{0}–{1}"])
def test_a_code_is_understood_however_it_is_typed(round, spelling):
    code = round.code
    typed = spelling.format(code[:3], code[3:], low=code.lower())

    ada = round.joins_by_code("ada", typed)
    ada.is_connected()
    ada.reads("Erste Runde")


def test_what_cannot_be_a_code_is_told_at_once(round):
    page = round.joins_by_code("ada", "abc")
    page.reads("Ein Code hat 6 Zeichen: Buchstaben und Ziffern. Bitte prüfen Sie Ihre Eingabe.")
    page.hears("Ein Code hat 6 Zeichen")


@pytest.mark.every_engine
def test_a_code_of_no_round_is_told_and_leads_back(round):
    ada = round.joins_by_code("ada", "000000")
    ada.reads("Diese Runde gibt es nicht. Bitte prüfen Sie den Code in Ihrer Einladung.")
    ada.has_no_field()

    ada.follows("Code neu eingeben")
    ada.reads("Code der Runde")


def test_a_moderators_link_that_does_not_hold_lets_one_take_part_all_the_same(round):
    link = round.entry["participant"] + "#key=AAAAAAAAAAAAAAAAAAAAAA"
    ada = round.opens("ada", link)
    ada.reads("Dieser Moderationslink gilt nicht oder nicht mehr.")

    ada.presses("Ohne Moderation teilnehmen")
    ada.is_connected()
    ada.asks("Wann gibt es Mittagessen?")
    ada.sees_questions("Wann gibt es Mittagessen?")


def test_the_key_of_a_link_is_seen_by_nobody_and_the_invitation_goes_without_it(round):
    chair = round.joins("chair", permissions=["clipboard-read", "clipboard-write"])
    assert "key" not in chair.page.url

    chair.presses("Einladungslink kopieren")
    chair.hears("Kopiert")
    assert chair.clipboard() == round.entry["participant"]


@pytest.mark.every_engine
def test_the_invitation_is_copied_on_a_page_without_tls_too(round):
    chair = round.joins("chair")
    chair.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")

    chair.presses("Einladungslink kopieren")
    chair.is_at("Kopiert")
    chair.field.focus()
    chair.keys("Control+V")
    chair.has_typed(round.entry["participant"])


def test_a_new_round_of_the_administration_is_ready_at_once(round):
    admin = round.opens_administration()
    assert "key" not in admin.page.url

    admin.creates_round("Süderbrarup: Ideen für alle")
    card = admin.meeting("Süderbrarup: Ideen für alle")
    [participant, picture, moderator, _, stage] = card.get_by_role("link").all()
    with admin.page.expect_download() as download:
        picture.click()
    assert "</svg>" in download.value.path().read_text()
    assert stage.get_attribute("href").startswith(f"{round.program.url}/r/")
    chair = round.opens("chair", moderator.get_attribute("href"))
    chair.moderates()
    chair.reads("Süderbrarup: Ideen für alle")

    # Whoever has the series' link is in its newest round, as long as none has begun.
    admin.reads("Diesen Link teilen sich alle Runden der Reihe")
    ada = round.opens("ada", participant.get_attribute("href"))
    ada.reads("Süderbrarup: Ideen für alle")


def test_a_link_in_the_wrong_hands_is_made_anew(round):
    [chair] = round.join("chair")
    admin = round.opens_administration()
    links = admin.page.locator(f"[data-meeting='{round.entry['id']}']")
    old = links.get_by_label("Moderation (nicht weitergeben)", exact=True).input_value()
    links.locator("[data-renews=moderator]").click()
    admin.reads("wer mit ihm gekommen ist, wird getrennt")
    admin.page.get_by_role("dialog").locator("button[value=yes]").click()
    chair.reads("Dieser Moderationslink gilt nicht")
    new = links.get_by_label("Moderation (nicht weitergeben)", exact=True)
    expect(new).not_to_have_value(old)
    expect(links.locator("[data-renews=moderator]")).to_be_focused()

    round.opens("chair", new.input_value()).moderates()
    round.opens("late", old).reads("Dieser Moderationslink gilt nicht")


def test_without_its_key_the_shared_screen_is_not_one_more_person(round):
    [ada] = round.join("ada")
    stage = round.stage_at(round.entry["stage"].split("#")[0])
    stage.reads("Dieser Link ist nicht vollständig.")
    revoked = round.stage_at(round.entry["stage"].split("#")[0] + "#key=wrong")
    revoked.reads("Dieser Link gilt nicht mehr.")

    ada.asks("Wann gibt es Mittagessen?")
    ada.sees_arrival()
    ada.reads("1 Person da")


def test_the_administration_says_that_its_link_does_not_hold(round):
    round.watch.expects("401")
    admin = round.opens_administration("/admin#key=wrong")
    admin.reads("Dieser Verwaltungslink gilt nicht.")


def test_the_shared_screen_carries_a_picture_that_leads_in(round, program):
    stage = round.opens_stage()
    picture = stage.page.locator("footer img.qr")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("(picture) => picture.naturalWidth") > 0
    with urllib.request.urlopen(f"{program.url}/r/{round.code.lower()}/qr.svg") as answer:
        assert answer.headers["content-type"] == "image/svg+xml"
        assert round.code in answer.read().decode()
