"""My data: everybody can take along what is theirs, and take it back."""

import json

LUNCH = "Wann gibt es Mittagessen?"
HELLO = "Guten Morgen!"


def opens_own_data(person):
    person.page.locator("footer").get_by_role("button", name="Meine Daten").click()


def test_whoever_wants_loads_what_is_theirs_and_nothing_else(round):
    ada, ben = round.join("ada", "ben")
    ada.asks(LUNCH)
    ada.calls_themselves("Ada Lindner")
    ada.says(HELLO)
    ben.asks("Bens Frage")
    ada.sees_questions(LUNCH, "Bens Frage")
    addresses = []
    ada.page.on("request", lambda request: addresses.append(request.url))
    opens_own_data(ada)
    with ada.page.expect_download() as download:
        ada.presses("Als Datei laden")
    mine = json.loads(download.value.path().read_text())
    assert mine["meeting"] == "Erste Runde"
    assert mine["me"]["name"] == "Ada Lindner"
    assert [question["text"] for question in mine["me"]["questions"]] == [LUNCH]
    assert [message["text"] for message in mine["messages"]] == [HELLO]
    token = ada.page.evaluate("Object.entries(localStorage).find(([k]) => k.includes('token'))[1]")
    assert not [address for address in addresses if token in address]


def test_whoever_takes_everything_back_leaves_no_words(round):
    ada, ben = round.join("ada", "ben")
    ada.asks(LUNCH)
    ada.calls_themselves("Ada Lindner")
    ada.says(HELLO)
    ada.raises_hand()
    ben.sees_questions(LUNCH)
    ben.sees_messages(HELLO)
    ben.sees_waiting("Ada Lindner")
    opens_own_data(ada)
    ada.presses("Alles zurücknehmen")
    ada.presses("Abbrechen")
    ben.sees_questions(LUNCH)
    opens_own_data(ada)
    ada.presses("Alles zurücknehmen")
    ada.presses("Alles zurücknehmen")
    ben.sees_questions()
    ben.sees_messages("Nachricht gelöscht")
    ben.sees_waiting()
    ben.does_not_read("Ada Lindner")
    ada.hears("sind zurückgenommen")
