"""The forty texts that no page and no file may take for anything else, in every field there is."""

import json
import re
import unicodedata
from dataclasses import dataclass

from member import Member
from program import PROJECT


@dataclass
class Text:
    name: str
    typed: str
    #: What the server makes of it: without what nobody can see.
    shown: str

    @property
    def length(self) -> int:
        """As people count, or a little more."""
        return sum(not unicodedata.combining(letter) for letter in self.typed)


FILE = PROJECT / "Tests/Fixtures/hostile.json"
TEXTS = [
    Text(entry["name"], entry["typed"], entry.get("shown", entry["typed"]))
    for entry in json.loads(FILE.read_text())
]

#: Every field that takes words, and how many characters.
FIELDS = {
    **{"question": 500, "answer": 2_000, "reason": 200, "tag": 30, "owner": 60, "due": 60},
    **{"name": 60, "organisation": 80, "note": 100, "phoned": 60, "asker": 60},
    **{"message": 1_000, "backstage": 1_000, "link": 120, "announcement": 300},
    **{"item": 120, "speaker": 120, "title": 120, "description": 500, "option": 140},
    **{"statement": 140, "end": 40, "unit": 12, "word": 40, "words": 300},
    **{"meeting": 120, "series": 120, "hold": 200},
}


def fitting(texts: list[Text], field: str) -> list[Text]:
    return [text for text in texts if text.length <= FIELDS[field]]


def paths(value, path: str = "") -> set[str]:
    """Where in a command there are words: names of things have a form of their own."""
    if isinstance(value, str):
        return set() if re.fullmatch(r"[\w-]{22}", value) else {path}
    if isinstance(value, list):
        return {each for item in value for each in paths(item, path)}
    if isinstance(value, dict):
        return {each for name in value for each in paths(value[name], f"{path}.{name}".strip("."))}
    return set()


class Round:
    """A round in which everything that can be written is one of these texts."""

    def __init__(self, entry: dict, texts: list[Text]):
        self.entry = entry
        self.texts = texts
        self.questions = {}
        self.hands = {}
        #: Of all commands, where words were written.
        self.fields = set()
        self.chair, self.other = Member(entry["moderator"]), Member(entry["moderator"])
        self.chair.wishes("setPhase", phase="live")
        self.chair.wishes("setChat", mode="open", kept=True)
        words = self.poll({"words": {"max": 1, "moderated": False}}, title="In einem Wort?")
        own = self.poll({"openText": {"max": 1, "moderated": False}}, title="Und ausführlich?")
        for number, text in enumerate(texts):
            eve = Writer(entry, text)
            self.questions[text.name] = eve.asks(number)
            self.hands[text.name] = eve.raises_hand()
            eve.chats(number)
            eve.plans()
            # One person may not wish so much at once.
            mallory = Writer(entry, text)
            mallory.polls()
            mallory.votes("word", words)
            mallory.votes("words", own)
            for writer in (eve, mallory):
                self.fields |= writer.fields
                writer.leaves()
        for poll in (words, own):
            self.chair.wishes("closePoll", poll=poll, publish=True, seen=self.chair.looks())

    def poll(self, kind: dict, **form) -> str:
        return self.chair.wishes("createPoll", form=poll_form(kind, **form), open=True)

    def labels(self, texts: list[Text]):
        """A round has so few labels that only some of the texts can be one at once."""
        self.chair.wishes("setTags", tags=[text.typed for text in texts])
        for text in texts:
            label = text.shown.replace("\n", " ")
            self.chair.wishes("tagQuestion", question=self.questions[text.name], tag=label)

        self.fields |= {"setTags.tags", "tagQuestion.tag"}

    def puts_live(self, text: Text):
        question = self.questions[text.name]
        seen = self.chair.looks()
        self.chair.wishes("moveQuestion", question=question, to={"live": {}}, seen=seen)

    def gives_floor(self, text: Text):
        self.other.looks()
        turn = self.other.things["queue", "queue"].get("turn")
        current = turn and turn["who"]["entry"]
        self.other.wishes("giveFloor", entry=self.hands[text.name], current=current)

    def ends(self):
        self.chair.wishes("endMeeting")
        for member in (self.chair, self.other):
            member.leaves()


def poll_form(kind: dict, **form) -> dict:
    usual = {"base": "cast", "changeable": True, "eligibility": "everyone", "options": []}
    return usual | {"kind": kind, "results": "live", "secrecy": "named"} | form


class Writer(Member):
    """Writes one text wherever it fits; as somebody who moderates, and so may write everywhere."""

    def __init__(self, entry: dict, text: Text):
        super().__init__(entry["moderator"])
        self.text = text
        self.fields = set()
        self.wishes("setName", name=self.fits("name"), organisation=self.fits("organisation"))

    def wishes(self, command: str, **what) -> str:
        self.fields |= paths({command: what})
        return super().wishes(command, **what)

    def fits(self, field: str, otherwise: str | None = None) -> str | None:
        return self.text.typed if self.text.length <= FIELDS[field] else otherwise

    def asks(self, number: int) -> str:
        typed = self.text.typed
        question = self.wishes("askQuestion", text=typed)
        self.wishes("answerQuestion", question=question, text=typed, seen=self.revision)
        asker = self.fits("asker", "Jemand")
        declined = self.wishes("askOnBehalf", name=asker, text=typed, via="phone")
        to = {"declined": {"reason": self.fits("reason")}}
        self.wishes("moveQuestion", question=declined, to=to, seen=self.revision)
        later = self.wishes("askOnBehalf", name=asker, text=typed, via="chat")
        to = {"followUp": {"owner": self.fits("owner", "Bauamt"), "due": self.fits("due")}}
        self.wishes("moveQuestion", question=later, to=to, seen=self.revision)
        return question

    def raises_hand(self) -> str:
        note = self.fits("note")
        phoned, organisation = self.fits("phoned", "Jemand"), self.fits("organisation")
        entry = {"name": phoned, "organisation": organisation, "via": "phone", "again": True}
        self.wishes("addToQueue", kind="topic", note=note, **entry)
        return self.wishes("raiseHand", kind="topic", note=note)

    def chats(self, number: int):
        typed = self.text.typed
        self.wishes("postMessage", text=typed, to="toModerators")
        message = self.wishes("postMessage", text=typed)
        question = self.wishes("questionFromMessage", message=message)
        revised = f"Frage {number}, neu gefasst"
        self.wishes("reviseQuestion", question=question, text=revised, seen=self.revision)
        self.wishes("pinLink", url=f"https://example.org/{number}", title=self.fits("link"))
        if announcement := self.fits("announcement"):
            self.wishes("announce", text=announcement)

    def plans(self):
        if title := self.fits("item"):
            self.wishes("setAgendaItem", kind="talk", title=title, speaker=self.fits("speaker"))

    def polls(self):
        typed = self.text.typed
        words = {"title": self.fits("title", "Was meinen Sie?"), "description": typed}
        option = self.fits("option", "Ja")
        options = [{"id": "", "text": option}, {"id": "", "text": "Andere"}]
        single = poll_form({"single": {}}, **words, options=options)
        self.decides(single, {"choices": ["a"]})
        end = self.fits("end")
        scale = {"steps": 5, "low": end, "high": end, "noAnswer": False}
        statement = [{"id": "", "text": self.fits("statement", "Alles")}]
        rating = poll_form({"scale": scale}, title="Wie gut?", options=statement)
        self.decides(rating, {"scale": [2]})
        if unit := self.fits("unit"):
            number = {"min": 0, "max": 9, "step": 1, "decimals": 0, "unit": unit}
            self.decides(poll_form({"number": number}, title="Wie viel?"), {"number": 3})

    def decides(self, form: dict, ballot: dict):
        poll = self.wishes("createPoll", form=form, open=True)
        self.wishes("castBallot", poll=poll, round=1, ballot=ballot, seen=self.revision)
        self.wishes("closePoll", poll=poll, publish=True, seen=self.revision)

    def votes(self, field: str, poll: str):
        if typed := self.fits(field):
            what = {"round": 1, "ballot": {"texts": [typed]}, "seen": self.revision}
            self.wishes("castBallot", poll=poll, **what)
