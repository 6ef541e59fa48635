"""The first time in a role: one line says what to do, until it is put away."""

from playwright.sync_api import expect

from test_accessibility import OF_AXE, violations

NO_STORAGE = """
Object.defineProperty(globalThis, 'localStorage', { get() { throw new Error('No.'); } });
"""


def hint(person):
    return person.page.locator("first-hint")


def test_each_role_gets_its_own_line_once(round):
    round.watch.expects(OF_AXE)
    chair, ada = round.join("chair", "ada")
    expect(hint(ada)).to_contain_text("Schreiben Sie unten Ihre Frage")
    expect(hint(chair)).to_contain_text("Runde beginnen")
    assert violations(ada.page) == []
    for person in (chair, ada):
        person.presses("Hinweis ausblenden")
        expect(hint(person)).to_be_hidden()
        person.reloads()
        expect(hint(person)).to_be_hidden()
    tab = ada.opens_another_tab()
    expect(hint(tab)).to_be_hidden()


def test_without_storage_the_line_is_away_until_the_page_is_loaded_anew(round):
    ada = round.joins("ada", script=NO_STORAGE)
    ada.presses("Hinweis ausblenden")
    ada.asks("Wer ist heute da?")
    ada.sees_questions("Wer ist heute da?")
    expect(hint(ada)).to_be_hidden()


def test_whoever_puts_the_line_away_by_keyboard_does_not_lose_the_place(round):
    [ada] = round.join("ada")
    hint(ada).get_by_role("button").focus()
    ada.keys("Enter")
    expect(hint(ada)).to_be_hidden()
    assert ada.page.evaluate("document.activeElement !== document.body")
