"""The client in the README is enough to take part: it is run here as it stands there."""

import re
import subprocess
import sys
import threading
import time

from program import PROJECT
from watch import NO_CONNECTION

LUNCH = "Wann gibt es Mittagessen?"
COST = "Wer trägt die Kosten der Schulungen?"
PATIENCE = 40


class Client:
    """The README's program in a process of its own, typed to and read."""

    def __init__(self, folder, link: str):
        text = (PROJECT / "README.md").read_text()
        [source] = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        assert source.count("\n") <= 60
        file = folder / "client.py"
        file.write_text(source)
        self.lines = []
        self.process = subprocess.Popen(
            [sys.executable, "-u", file, link],
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        self.lines.extend(line.rstrip() for line in self.process.stdout)

    def types(self, text: str):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()

    def prints(self, line: str, times: int = 1):
        deadline = time.monotonic() + PATIENCE
        while sum(line in each for each in self.lines) < times:
            assert time.monotonic() < deadline, self.lines
            time.sleep(0.02)

    def leaves(self) -> int:
        self.process.stdin.close()
        return self.process.wait(timeout=20)


def test_the_readmes_client_joins_asks_and_goes_on_after_a_cut(round, program, tmp_path):
    round.watch.expects(NO_CONNECTION)
    ada = round.joins("ada")
    client = Client(tmp_path, round.entry["participant"])
    client.prints("here, and told everything")
    client.types(LUNCH)
    client.prints("ack")
    ada.sees_questions(LUNCH)
    ada.supports(LUNCH)
    ada.asks(COST)
    client.prints(f"question {COST}")

    program.kill()
    ada.is_cut_off()
    ada.withdraws(COST)
    ada.reads("Wird gesendet …")
    program.start()
    client.prints("here, and told what changed")
    ada.is_connected()
    client.prints("question is gone")
    ada.sees_questions(LUNCH)
    # The same person as before is told so: nothing may be asked again so soon.
    client.types("Und wann Kaffee?")
    client.prints("tooSoon")
    ada.reads("2 Personen da")
    assert client.leaves() == 0, client.lines


def test_a_question_typed_without_a_connection_is_asked_once(round, program, tmp_path):
    round.watch.expects(NO_CONNECTION)
    ada = round.joins("ada")
    client = Client(tmp_path, round.entry["participant"])
    client.prints("here")
    program.kill()
    ada.is_cut_off()
    client.types(LUNCH)
    program.start()
    client.prints("ack")
    ada.is_connected()
    ada.sees_questions(LUNCH)
    assert client.leaves() == 0, client.lines
