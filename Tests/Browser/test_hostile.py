"""Forty texts that want to be anything but text, in every field, on every page, in every file."""

import json
import re
import time
import urllib.request
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import expect

import hostile
from hostile import TEXTS, fitting, paths
from member import Member
from program import PROJECT, Program
from rounds import Round
from watch import Watch

PATIENCE = 10

#: Where each field is read: by window, and there by selector.
PLACES = {
    "participant": {
        "[data-section=open] .text": ["question"],
        "[data-section=open] .author": ["name", "organisation"],
        "[data-section=open] .answer": ["answer"],
        "[data-section=followUp] .text": ["question"],
        "[data-section=followUp] .hint": ["owner", "due"],
        "[data-section=followUp] .author": ["asker"],
        "speaking-queue .waiting .who": ["name", "organisation", "phoned"],
        "speaking-queue .waiting .note": ["note"],
        "chat-log li .text": ["message"],
        "chat-log li .author": ["name", "organisation"],
        "chat-log .links a": ["link"],
        "agenda-plan .title": ["item"],
        "agenda-plan .meta": ["speaker"],
        "poll-card h3": ["title"],
        "poll-card .description": ["description"],
        "poll-card .charts .name": ["option"],
        "poll-card .sentence": ["option"],
        "poll-card .statement": ["statement"],
        "poll-card .rating .name": ["end"],
        "poll-card .charts": ["unit"],
        "poll-card .cloud": ["word"],
        "poll-card .answers li": ["words"],
        "poll-card .names th": ["name"],
    },
    "moderator": {
        "[data-section=declined] .text": ["question"],
        "[data-section=declined] .reason": ["reason"],
        "[data-section=declined] .author": ["asker"],
        "[data-section=open] .hint": ["question"],
        "agenda-editor .title": ["item"],
        "agenda-editor .meta": ["speaker"],
        ".backstage .text": ["backstage"],
        ".steering ul": ["link"],
        ".curating .text": ["word", "words"],
    },
}

# What no text may become, and no text may lead to.
STRANGERS = """
() => [
  ...document.querySelectorAll('[hostile], body script, body style, iframe, object, embed'),
  ...[...document.querySelectorAll('body *')].filter((one) =>
    [...one.attributes].some(({ name }) => name.startsWith('on'))),
  ...[...document.querySelectorAll('a[href]')].filter((one) => !/^https?:$/.test(one.protocol)),
  ...document.querySelectorAll('img:not([src^="/"])'),
].map((one) => one.outerHTML.slice(0, 90))
"""


def squeezed(text: str) -> str:
    return " ".join(text.split())


def missing(words: list[str], fields: list[str], texts) -> list[str]:
    """The texts that fit into one of the fields, and do not stand here as they are."""
    read = [squeezed(each) for each in words]
    wanted = {text.name: text for field in fields for text in fitting(texts, field)}
    return [
        name for name, text in wanted.items() if not any(squeezed(text.shown) in r for r in read)
    ]


def watched(round, window):
    window.page.on("dialog", lambda dialog: round.watch.note(f"Dialog: {dialog.message}"))
    return window


def reads_everything(window, places: dict, texts):
    for selector, fields in places.items():
        found = window.page.locator(selector)
        deadline = time.monotonic() + PATIENCE
        while gaps := missing(found.all_text_contents(), fields, texts):
            assert time.monotonic() < deadline, (selector, gaps)
            window.page.wait_for_timeout(50)
    # Whatever else there is may not have become anything, either.
    assert window.page.evaluate(STRANGERS) == []


@pytest.mark.parametrize("half", [0, 1])
def test_hostile_texts_are_text_in_every_field_of_every_page(round, program, half):
    texts = TEXTS[half::2]
    round.entry = program.create_meeting(texts[0].typed, series=texts[1].typed)
    written = hostile.Round(round.entry, texts)
    chair, ada = (watched(round, window) for window in round.join("chair", "ada"))
    stage = watched(round, round.opens_stage())
    for window in (chair, ada):
        expect(window.page.locator("room-head h1")).to_have_text(texts[0].shown)
        expect(window.page.locator("room-head .series")).to_have_text(texts[1].shown)
    for tool in ("rules", "stage", "announce", "people", "acts"):
        chair.opens_tool(tool)
        assert chair.page.evaluate(STRANGERS) == []
    reads_everything(ada, PLACES["participant"], texts)
    reads_everything(chair, PLACES["moderator"], texts)
    last = fitting(texts, "announcement")[-1]
    expect(ada.page.locator("announcement-bar .words")).to_have_text(last.shown)

    labels = fitting(texts, "tag")
    for some in (labels[:8], labels[8:]):
        written.labels(some)
        reads_everything(ada, {"[data-section=open] .hint": ["tag"]}, some)
        reads_everything(chair, {"[data-section=open] .more select": ["tag"]}, some)

    for text in texts:
        written.gives_floor(text)
        if text in fitting(texts, "name"):
            expect(stage.page.locator(".speaker")).to_contain_text(text.shown)
            expect(ada.page.locator("the-floor .who")).to_contain_text(text.shown)
        if text in fitting(texts, "note"):
            expect(ada.page.locator("the-floor .note")).to_contain_text(text.shown)
    for text in texts:
        written.puts_live(text)
        expect(ada.page.locator("[data-section=live] .text")).to_have_text(text.shown)
        expect(stage.page.locator("stage-scene .question")).to_have_text(text.shown)
    for window in (chair, ada, stage):
        assert window.page.evaluate(STRANGERS) == []

    chair.presses("Runde beenden")
    reads_everything(chair, {"dialog bdi": ["question"]}, texts)
    chair.confirms()
    chair.reads("Gespeichert.")
    written.ends()
    key = round.entry["moderator"].split("#")[1]
    page = round.window(f"/record/{round.entry['id']}#{key}")
    expect(page.get_by_role("heading", level=1)).to_have_text(squeezed(texts[0].shown))
    quotes = page.locator("article blockquote").all_inner_texts()
    assert missing(quotes, ["question", "answer", "message"], texts) == []
    assert missing(page.locator("article").all_inner_texts(), RECORDED, texts) == []
    assert page.evaluate(STRANGERS) == []
    for ending, check in FILES.items():
        check(fetched(round, ending), texts)

    following = {"title": texts[2].typed, "from": round.entry["id"]}
    entry = program.asks("/api/meetings", following)
    ben = watched(round, round.opens("ben", entry["participant"]))
    expect(ben.page.locator("room-head h1")).to_have_text(texts[2].shown)
    reads_everything(ben, {"[data-section=open] .text": ["question"]}, texts)


# What stands in a command and is no text of anybody's, or looks just as a text does elsewhere.
CHOICES = {"kind", "kinds", "via", "base", "results", "secrecy", "eligibility", "to", "mode"}
CHOICES |= {"policy", "phase", "scene", "strategy", "hides", "id", "choices", "ranking", "url"}
SHOWN_AS = {
    **{"editMessage.text": "postMessage.text", "editQuestion.text": "askQuestion.text"},
    **{"askQuestion.tag": "tagQuestion.tag", "changeHand.note": "raiseHand.note"},
    "hideAnswer.answer": "castBallot.ballot.texts",
    "mergeAnswers.into": "castBallot.ballot.texts",
    "mergeAnswers.answers": "castBallot.ballot.texts",
    "questionFromMessage.owner": "moveQuestion.to.followUp.owner",
    "questionFromMessage.due": "moveQuestion.to.followUp.due",
}


def test_no_field_that_takes_words_is_forgotten(round):
    """Whoever adds a command with a text in it adds it to those that are written here."""
    short = fitting(TEXTS, "unit")[:1]
    written = hostile.Round(round.entry, short)
    written.labels(short)
    taken = written.fields
    written.ends()
    commands = json.loads((PROJECT / "Tests/Fixtures/wire/commands.json").read_text())
    known = {path for command in commands.values() for path in paths(command)}
    words = {
        re.sub(r"^editPoll", "createPoll", path)
        for path in known if path.split(".")[-1] not in CHOICES
    }
    assert {SHOWN_AS.get(path, path) for path in words} - taken == set()


# What is left of a round in words.
RECORDED = [
    *("question", "answer", "reason", "owner", "due", "name", "organisation", "asker"),
    *("message", "link", "announcement", "item", "speaker"),
    *("title", "description", "option", "statement", "word", "words"),
]


def fetched(round, ending: str) -> str:
    address = f"{round.program.url}/api/meetings/{round.entry['id']}/transcript.{ending}"
    key = round.entry["moderator"].split("#key=")[1]
    request = urllib.request.Request(address, headers={"Authorization": f"Bearer {key}"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.read().decode()


class Reading(HTMLParser):
    """What somebody reads of a page, and of which elements it is made."""

    def __init__(self, page: str):
        super().__init__()
        self.tags = set()
        self.addresses = []
        self.quotes = []
        self.words = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag == "blockquote":
            self.quotes.append("")
        self.handle_data("\n")
        for name, value in attributes:
            assert (tag, name) in {("a", "href"), ("ol", "start"), ("th", "style"), ("td", "style")}
            if name == "href":
                self.addresses.append(value)

    def handle_data(self, data):
        self.words.append(data)
        if self.quotes:
            self.quotes[-1] += data


def is_text_in_markdown(file: str, texts):
    reading = Reading(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(file))
    headings = {"h1", "h2", "h3", "h4"}
    lists = {"ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}
    assert reading.tags <= headings | lists | {"p", "blockquote", "br", "strong", "em", "a"}
    assert [a for a in reading.addresses if not a.startswith("https://example.org/")] == []
    assert missing(reading.quotes, ["question", "answer", "message"], texts) == []
    assert missing(["".join(reading.words)], RECORDED, texts) == []


def is_text_in_json(file: str, texts):
    assert missing(strings(json.loads(file)), RECORDED, texts) == []


def strings(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for each in inner for text in strings(each)]


FILES = {"md": is_text_in_markdown, "json": is_text_in_json}


@pytest.fixture
def own(browser, tmp_path):
    """A program of its own, so that nobody else's lists are full of these."""
    program = Program(tmp_path)
    watch = Watch(program.url)
    round = Round(browser, program, watch, program.create_meeting("Erste Runde", "Reihe"))
    yield round
    round.leave()
    assert watch.unexpected() == []
    assert program.stop() == 0


def test_hostile_titles_and_reasons_are_text_for_the_administration(own):
    texts = fitting(TEXTS, "meeting")
    entries = [own.program.create_meeting(text.typed, series=text.typed) for text in texts]
    admin = watched(own, own.opens_administration())
    reads_everything(admin, {"admin-meeting h3": ["meeting"]}, texts)

    for entry, text in zip(entries, texts):
        chair = Member(entry["moderator"])
        # What has not begun leaves no record.
        chair.wishes("setPhase", phase="live")
        chair.wishes("endMeeting")
        chair.leaves()
        own.program.holds(entry["id"], because=text.typed)
    admin.page.reload()
    places = {"[data-record] bdi": ["meeting"], "[data-record] .meta": ["hold"]}
    reads_everything(admin, places, texts)
