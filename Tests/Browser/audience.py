"""Many people at once, as sockets of one page: for what a round looks like when it is full."""

from dataclasses import dataclass

# Each person says hello and waits for the welcome; each wish waits for its acknowledgement.
ENTER = """
async ({ code, size }) => {
  const ref = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  };
  const enter = () => new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${location.host}/ws`, 'kaffeerunde.v1');
    const waiting = new Map();
    let poll = null;
    const wish = (command) => new Promise((resolve, reject) => {
      const name = ref();
      waiting.set(name, { resolve: () => resolve(name), reject });
      socket.send(JSON.stringify({ command: { ref: name, command } }));
    });
    socket.onopen = () => socket.send(JSON.stringify({ hello: { v: 1, code } }));
    socket.onerror = () => reject(new Error('A socket of the audience broke.'));
    socket.onmessage = ({ data }) => {
      const { welcome, things, ack, rejected } = JSON.parse(data);
      for (const thing of (welcome ?? things)?.things ?? []) {
        if (thing.kind === 'poll') poll = thing;
      }
      if (welcome) resolve({ wish, poll: () => poll, leave: () => socket.close() });
      if (ack) waiting.get(ack.ref)?.resolve();
      if (rejected) waiting.get(rejected.ref)?.reject(new Error(rejected.reason));
    };
  });
  // One by one: browsers make many sockets that open at once wait for seconds.
  globalThis.people = [];
  while (people.length < size) people.push(await enter());
}
"""

# One after the other, so that the order of asking is the order given.
ASK = """
async ({ questions, first }) => {
  for (const [number, { text, name, organisation, support }] of questions.entries()) {
    const asker = people[first + number];
    if (name || organisation) await asker.wish({ setName: { name, organisation } });
    const question = await asker.wish({ askQuestion: { text } });
    const others = people.filter((person) => person !== asker).slice(0, support - 1);
    const supporting = { support: { question, support: true } };
    await Promise.all(others.map((person) => person.wish(supporting)));
  }
}
"""

# Each in the poll that was changed last, as soon as it is open for them.
VOTE = """
async (ballots) => {
  const isOpen = (person) => person.poll()?.state === 'open';
  while (!people.every(isOpen)) await new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.all(ballots.map((ballot, number) => {
    const { id, round, revision } = people[number].poll();
    return people[number].wish({ castBallot: { poll: id, round, ballot, seen: revision } });
  }));
}
"""


@dataclass
class Asked:
    """A question of the audience; its asker is one of its supporters."""

    text: str
    support: int = 1
    name: str | None = None
    organisation: str | None = None

    @property
    def frame(self) -> dict:
        return {key: value for key, value in vars(self).items() if value is not None}


class Audience:
    def __init__(self, round, size: int):
        self.asked = 0
        self.page = round.window("/")
        self.page.evaluate(ENTER, {"code": round.code, "size": size})

    def asks(self, *questions: Asked):
        """Each is asked by another person."""
        frames = [question.frame for question in questions]
        self.page.evaluate(ASK, {"questions": frames, "first": self.asked})
        self.asked += len(questions)

    def votes(self, *ballots: dict):
        """Each is another person's, in the poll that is open."""
        self.page.evaluate(VOTE, list(ballots))
