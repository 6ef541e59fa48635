"""Every page in its richest state, for what must hold of all of them."""

from audience import Asked, Audience

QUESTIONS = [
    Asked(
        "Wie haben Sie die Mitglieder des Rates davon überzeugt, trotz angespannter "
        "Haushaltslage in die Digitalisierung zu investieren?",
        41,
        "Kerstin Möller",
        "Stadt Idstein",
    ),
    Asked(
        "Würden Sie die Digitalisierungsstrategie von Eltville zur Verfügung stellen? "
        "Wir stehen noch ganz am Anfang.",
        36,
        organisation="Amt Süderbrarup",
    ),
    Asked(
        "Wie organisieren Sie die gemeinsame Anschaffung des Dokumentenmanagementsystems "
        "mit den drei anderen Städten?",
        29,
        "Tobias Wendt",
        "Stadt Geisenheim",
    ),
    Asked("Gibt es eine Dienstvereinbarung zur Heimarbeit, die Sie mit uns teilen würden?", 23),
    Asked(
        "Wie erreichen Sie die Menschen, die sich digital nicht beteiligen können oder wollen?",
        19,
        "Ayşe Kaya",
        "Landkreis Gießen",
    ),
    Asked(
        "Wie kam die Zusammenarbeit mit der Technischen Universität Dresden zustande?",
        12,
        "Jonas Berg",
        "Stadt Rüdesheim am Rhein",
    ),
    Asked("Welche Themen sollen die Studierenden im Lernlabor zuerst bearbeiten?", 8),
    Asked("Könnten Sie die Folien im Anschluss verteilen?", 5),
]
RATES, STRATEGY, _, WORK, REACH, _, _, SLIDES = (question.text for question in QUESTIONS)
LAW = "Wie weit sind Sie bei der Umsetzung des Onlinezugangsgesetzes?"


def fill(round, size: int = 45, **options):
    """A round in full swing: one question is live, one answered, one declined, others wait."""
    chair = round.joins("chair", **options)
    ada = round.joins("ada", **options)
    round.audience = audience = Audience(round, size)
    chair.begins()
    audience.asks(*QUESTIONS)
    ada.asks(LAW)
    ada.sees_arrival()
    ada.calls_themselves("Ada Lindner", "Stadt Oestrich-Winkel")
    ada.supports(STRATEGY)
    chair.puts_live(RATES)
    chair.marks_answered(REACH)
    chair.declines(SLIDES, because="Die Folien verschicken wir ohnehin an alle.")
    ada.turns_to("Chat")
    ada.says("Die Folien stehen unter https://example.org/kaffeerunde/2021-01/folien.pdf bereit.")
    ada.turns_to("Fragen")
    ada.raises_hand()
    chair.raises_hand()
    ada.sees_live(RATES)
    return chair, ada


POLL = "Wie arbeiten Sie heute mit Akten?"


def vote(round, chair, *ballots: str) -> str:
    """A poll in which the audience has voted, each by a letter; it is open still."""
    chair.turns_to("Umfrage")
    chair.asks_at_once(f"{POLL} | Auf Papier | Elektronisch | Beides | Wir führen es gerade ein")
    round.audience.votes(*({"choices": [choice]} for choice in ballots))
    return POLL


def windows(round, **options) -> dict:
    """A window on every page that there is, by name."""
    chair, ada = fill(round, **options)
    return {
        "participant": ada.page,
        "speakers": at(round, "#redeliste", **options),
        "chat": at(round, "#chat", **options),
        "moderator": chair.page,
        "stage": round.opens_stage(**options).page,
        "join": round.joins_by_code("ben", "abc", **options).page,
        "unknown": round.joins_by_code("ben", "000000", **options).page,
        "admin": round.opens_administration(**options).page,
    }


def at(round, view: str, **options):
    """Somebody who has opened one view, and waits to speak."""
    person = round.opens("cleo", round.entry["participant"] + view, **options)
    person.is_connected()
    person.raises_hand()
    return person.page
