"""What was typed and came to nothing stands in its field again, with the reason beside it."""

from playwright.sync_api import expect

from line import Line

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"
ANSWER = "Um zwölf, in der Kantine."
FULL = "Auf dem Server ist kein Platz mehr."
KEPT = "Ihr Text ist aufgehoben"


def comes_back(form, **fields: str):
    """The reason stands within the same form, and each field holds what was typed."""
    expect(form.locator(".refusal")).to_contain_text(FULL)
    for label, text in fields.items():
        expect(form.get_by_label(label.replace("_", " "), exact=True)).to_have_value(text)


def test_a_refused_announcement_or_point_of_the_agenda_comes_back_into_its_form(round):
    line = Line()
    chair = round.joins("chair", line=line)
    ada = round.joins("ada")
    line.refuses_wishes("storageFull")

    chair.opens_tool("announce")
    announcing = chair.page.locator("form.announce")
    announcing.get_by_label("Ankündigung an alle").fill("Wir beginnen um zehn.")
    announcing.get_by_label("Bleibt stehen").select_option("60")
    announcing.get_by_role("checkbox").check()
    announcing.get_by_role("button").click()
    comes_back(announcing, Ankündigung_an_alle="Wir beginnen um zehn.")
    expect(announcing.get_by_role("checkbox")).to_be_checked()
    expect(announcing.get_by_label("Bleibt stehen")).to_have_value("60")

    chair.unfolds("Punkt hinzufügen")
    form = chair.agenda.locator(".agenda-form")
    form.get_by_label("Titel").fill("Impuls")
    form.get_by_label("Wer spricht").fill("Amt Süderbrarup")
    form.get_by_label("Dauer").fill("20")
    form.get_by_role("button", name="Hinzufügen").click()
    expect(form.locator(".refusal")).to_contain_text(FULL)
    expect(form.get_by_label("Wer spricht")).to_have_value("Amt Süderbrarup")
    # What is half typed survives a reload, too.
    chair.reloads()
    expect(form.get_by_label("Titel")).to_have_value("Impuls")

    line.is_mended()
    form.get_by_role("button", name="Hinzufügen").click()
    chair.sees_agenda("Impuls")
    expect(form.locator(".refusal")).to_be_hidden()
    chair.opens_tool("announce")
    announcing.get_by_role("button").click()
    ada.reads("Wir beginnen um zehn.")
    expect(announcing.get_by_label("Ankündigung an alle")).to_have_value("")


def test_what_comes_back_waits_until_the_form_is_free(round):
    line = Line()
    chair = round.joins("chair", line=line)
    line.swallows_wishes()
    chair.unfolds("Punkt hinzufügen")
    form = chair.agenda.locator(".agenda-form")
    title = form.get_by_label("Titel")
    title.fill("Impuls")
    title.press("Enter")
    title.fill("Diskussion")
    line.is_mended()
    line.refuses_wishes("storageFull")
    # The first point is said again, and refused.
    chair.reloads()
    expect(form.locator(".refusal")).to_contain_text(FULL)
    expect(title).to_have_value("Diskussion")

    line.is_mended()
    title.press("Enter")
    chair.sees_agenda("Diskussion")
    expect(title).to_have_value("Impuls")
    expect(form.locator(".refusal")).to_contain_text(FULL)


def test_whatever_a_moderator_types_comes_back_where_it_is_refused(round):
    line = Line()
    chair = round.joins("chair", line=line)
    line.refuses_wishes("storageFull")

    chair.asks_for("Frau Kaya", COST, "phone")
    comes_back(chair.page.locator(".behalf form"), Frage=COST)
    chair.unfolds("Jemanden eintragen")
    adding = chair.page.locator("speaking-queue details.tool form").first
    adding.get_by_label("Name").fill("Herr Otte")
    adding.get_by_role("button").first.click()
    expect(adding.locator(".refusal")).to_contain_text(FULL)
    expect(adding.get_by_label("Name")).to_have_value("Herr Otte")
    chair.pins_link("https://example.org/folien", "Folien")
    steering = chair.page.locator(".steering")
    expect(steering.locator(".refusal")).to_contain_text(FULL)
    expect(steering.locator("input[type=url]")).to_have_value("https://example.org/folien")
    expect(steering.get_by_label("Titel")).to_have_value("Folien")
    launcher = chair.page.locator(".launcher")
    poll = launcher.locator("input").first
    poll.fill("Wann? | Montags | Freitags")
    launcher.get_by_role("button", name="Vorbereiten").click()
    expect(launcher.locator(".refusal").first).to_contain_text(FULL)
    expect(poll).to_have_value("Wann? | Montags | Freitags")


def test_an_answer_that_is_refused_stands_in_the_dialog_again_with_the_reason(round):
    line = Line()
    chair = round.joins("chair", line=line)
    ada = round.joins("ada")
    ada.asks(LUNCH)
    chair.sees_questions(LUNCH)
    line.refuses_wishes("storageFull")

    dialog = chair.page.get_by_role("dialog")
    for act, text in (
        ("answer", ANSWER),
        ("edit", "Wann gibt es etwas zu essen?"),
        ("followUp", "Kämmerei"),
        ("declined", "Schon besprochen"),
    ):
        chair.opens_more(LUNCH)
        chair.press(act, LUNCH)
        chair.confirms(text)
        refusal = chair.card(LUNCH).locator(".refusal")
        expect(refusal).to_contain_text(FULL)
        expect(refusal).to_contain_text(KEPT)
        chair.press(act, LUNCH)
        expect(dialog.get_by_role("textbox").first).to_have_value(text)
        expect(dialog.locator(".refusal")).to_contain_text(FULL)
        # Escape is not meant to throw it away; the button is.
        chair.keys("Escape")
        chair.press(act, LUNCH)
        expect(dialog.get_by_role("textbox").first).to_have_value(text)
        chair.presses("Abbrechen")

    chair.press("answer", LUNCH)
    expect(dialog.get_by_role("textbox")).to_have_value("")
    line.is_mended()
    chair.confirms(ANSWER)
    ada.reads(ANSWER)
    chair.does_not_read(KEPT)


def test_whatever_a_participant_types_comes_back_where_it_is_refused(round):
    line = Line()
    ada = round.joins("ada", line=line)
    chair = round.joins("chair")
    chair.begins()
    ada.says("Guten Tag")
    ada.asks(LUNCH)
    chair.asks_at_once("Was fehlt?", "Wortwolke")
    ada.sees_messages("Guten Tag")
    line.refuses_wishes("storageFull")

    ada.asks(COST)
    comes_back(ada.page.locator("form.composer"), Ihre_Frage=COST)
    ada.says("Hallo zusammen!")
    expect(ada.message_field).to_have_value("Hallo zusammen!")
    expect(ada.page.locator("form.post .refusal")).to_contain_text(FULL)
    ada.calls_themselves("Ada Lindner", "Stadt Idstein")
    name = ada.page.locator("name-line form")
    expect(name.locator(".refusal")).to_contain_text(FULL)
    expect(name.locator("input").first).to_have_value("Ada Lindner")
    expect(name.locator("input").last).to_have_value("Stadt Idstein")

    dialog = ada.page.get_by_role("dialog")
    ada.press("change", LUNCH)
    ada.confirms("Wann gibt es etwas?")
    expect(ada.card(LUNCH).locator(".refusal")).to_contain_text(KEPT)
    ada.press("change", LUNCH)
    expect(dialog.get_by_role("textbox")).to_have_value("Wann gibt es etwas?")
    dialog.get_by_role("button", name="Abbrechen").click()
    ada.does_with_message("edit", "Guten Tag")
    ada.confirms("Guten Tag aus Ulm")
    expect(ada.message("Guten Tag").locator(".refusal")).to_contain_text(KEPT)
    ada.does_with_message("edit", "Guten Tag")
    expect(dialog.get_by_role("textbox")).to_have_value("Guten Tag aus Ulm")
    expect(dialog.locator(".refusal")).to_contain_text(FULL)
    ada.keys("Escape")

    ada.turns_to("Umfrage")
    ada.running.get_by_label("Wort 1").fill("Zeit")
    ada.running.locator("[data-act=cast]").click()
    expect(ada.running.locator(".refusal")).to_contain_text(FULL)
    expect(ada.running.get_by_label("Wort 1")).to_have_value("Zeit")
    ada.reloads()
    expect(ada.running.get_by_label("Wort 1")).to_have_value("Zeit")
