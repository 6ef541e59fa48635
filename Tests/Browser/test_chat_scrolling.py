"""The chat follows its end, and leaves whoever reads further up where they are."""

from playwright.sync_api import expect

PHONE = {"viewport": {"width": 390, "height": 844}}
LONG = "\n".join(f"Zeile {number}" for number in range(1, 30))

# How far the page goes on below its last word, in px.
EMPTY_BELOW = """
() => document.documentElement.scrollHeight - scrollY -
  document.querySelector('footer').getBoundingClientRect().bottom
"""


def fills(person):
    for nth in ("Erstens", "Zweitens"):
        person.says(f"{nth}\n{LONG}")
    person.says("Drittens")


def message(person, text: str):
    return person.page.locator("chat-log li .text").get_by_text(text, exact=True)


def test_the_end_is_followed_until_somebody_reads_further_up(round):
    ada, ben = round.join("ada", "ben")
    fills(ada)
    expect(message(ben, "Drittens")).to_be_in_viewport()

    scroller = ben.page.locator("chat-log .scroller")
    scroller.evaluate("(scroller) => { scroller.scrollTop = 40; }")
    ada.says("Viertens")
    newest = ben.page.get_by_role("button", name="Zu den neuesten")
    newest.wait_for()
    assert scroller.evaluate("(scroller) => scroller.scrollTop") == 40
    newest.click()
    expect(message(ben, "Viertens")).to_be_in_viewport()
    expect(newest).to_be_hidden()
    ada.says("Fünftens")
    expect(message(ben, "Fünftens")).to_be_in_viewport()


def test_the_end_is_there_when_the_chat_is_turned_to(round):
    ada = round.joins("ada")
    ben = round.joins("ben", **PHONE)
    fills(ada)
    ben.reads("3 neu")
    ben.turns_to("Chat")
    expect(message(ben, "Drittens")).to_be_in_viewport()
    assert ben.page.evaluate(EMPTY_BELOW) <= 1
