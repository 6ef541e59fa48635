"""Pages that are read: what the operator says, and the record of a round, on paper, too."""

import shutil

import pytest
from playwright.sync_api import expect

import layout
from test_accessibility import OF_AXE, violations

MARKUP = "<img src=x onerror=alert(1)> **Wer** [zahlt](javascript:alert(2))? | # \\ ~"
PAGES = {
    "Hilfe": "Hilfe",
    "Datenschutz": "Datenschutz",
    "Barrierefreiheit": "Erklärung zur Barrierefreiheit",
    "Impressum": "Impressum",
}


@pytest.mark.every_engine
def test_what_the_operator_says_is_a_link_away_from_every_page(round):
    round.watch.expects(OF_AXE)
    ada = round.joins("ada", viewport={"width": 320, "height": 640})
    for name, heading in PAGES.items():
        with ada.page.context.expect_page() as opened:
            ada.page.locator("footer").get_by_role("link", name=name).click()
        page = opened.value
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        assert violations(page) == []
        assert layout.cut_off(page) == []
        page.get_by_role("button", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.get_by_role("heading", level=1)).not_to_have_text("")
        page.get_by_role("button", name="Deutsch").click()
        page.close()
    for page in (round.window("/"), round.opens_administration().page):
        expect(page.locator("footer a")).to_have_text(list(PAGES))


def test_an_operators_own_words_replace_the_programs_and_are_never_markup(round, program):
    folder = program.folder / "data" / "pages"
    folder.mkdir()
    words = f"# Stadt <b>Idstein</b>\n\n{MARKUP}\n\n- [Amt](https://example.org/a) und /pfad"
    (folder / "imprint.de.txt").write_text(words)
    try:
        page = round.window("/about/imprint")
        expect(page.get_by_role("heading", level=1)).to_have_text("Stadt <b>Idstein</b>")
        expect(page.locator("main")).to_contain_text("<img src=x onerror=alert(1)> Wer")
        expect(page.locator("main :is(img, script, b)")).to_have_count(0)
        expect(page.locator("main a")).to_have_attribute("href", "https://example.org/a")
    finally:
        shutil.rmtree(folder)


def test_the_record_is_a_page_that_can_be_printed(round, program, tmp_path):
    round.watch.expects(OF_AXE)
    chair, ada = round.join("chair", "ada")
    chair.begins()
    ada.asks(MARKUP)
    ada.sees_arrival()
    ada.calls_themselves("<b>Ada</b>", "Stadt|A")
    chair.sees_author(MARKUP, "<b>Ada</b>, Stadt|A")
    chair.puts_live(MARKUP)
    chair.marks_answered(MARKUP)
    ada.says("Guten Morgen!")
    chair.ends_the_round()
    chair.reads("Gespeichert.")

    with chair.page.context.expect_page() as opened:
        chair.follows("Protokoll ansehen, drucken, veröffentlichen")
    page = opened.value
    expect(page.get_by_role("heading", level=1)).to_have_text("Erste Runde")
    assert "#" not in page.url
    article = page.locator("article")
    expect(article.locator("blockquote")).to_have_text(MARKUP)
    expect(article).to_contain_text("<b>Ada</b>, Stadt|A")
    expect(article.locator("img, script, b, a")).to_have_count(0)
    assert violations(page) == []

    # What is printed has every word, and nothing that is only for screens.
    paper = tmp_path / "record.pdf"
    paper.write_bytes(page.pdf(tagged=True, outline=True))
    assert b"/StructTreeRoot" in paper.read_bytes()
    page.emulate_media(media="print")
    expect(page.locator("header, footer, button").filter(visible=True)).to_have_count(0)
    expect(article).to_be_visible()
    assert layout.cut_off(page) == []
    page.emulate_media(media="screen")

    page.get_by_role("button", name="English").click()
    expect(article).to_contain_text("Answered questions")
    with page.expect_download() as download:
        page.get_by_role("button", name="(Markdown)").click()
    assert "Erste Runde" in download.value.path().read_text()


def test_a_record_opens_for_nobody_without_a_key(round):
    round.watch.expects("404")
    page = round.window(f"/record/{round.entry['id']}")
    expect(page.locator("main > .refusal")).to_contain_text("oder es ist nicht veröffentlicht")
    expect(page.locator("article")).to_have_text("Protokoll")
    key = round.program.admin_link.split("#")[1]
    page = round.window(f"/record/nothing#{key}")
    expect(page.locator("main > .refusal")).to_contain_text("gibt es nicht")


def test_the_administration_lists_past_rounds_and_when_something_is_deleted(round):
    [chair] = round.join("chair")
    chair.begins()
    chair.ends_the_round()
    chair.reads("Gespeichert.")
    page = round.opens_administration().page
    row = page.locator(f"[data-record='{round.entry['id']}']")
    expect(row).to_contain_text("Erste Runde")
    expect(row).to_contain_text("Namen bis")
    expect(page.locator(".next-purge")).to_contain_text("Nächste Löschung")
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Erste Runde")
