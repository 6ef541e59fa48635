"""Breaks the page on purpose, one way after the other, and tells which stories notice.

`python Tests/Browser/breakages.py` does so with all of them, `breakages.py NAME…` with some. Each
changes one place of a copy of `web/`, which the program then serves. No part of the checks: it
takes minutes, and is there for whoever changes stories. Its status is how many nobody noticed.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from program import PROJECT

HERE = Path(__file__).parent
UNITS = "units"


@dataclass
class Breakage:
    #: What is wrong then.
    name: str
    #: Of the page; and there, what stands for what.
    file: str
    old: str
    new: str
    #: Who should notice: stories, as pytest is told them, or `UNITS`, the tests without a browser.
    told: list[str]


BREAKAGES = [
    Breakage(
        "quiet text hardly differs from its background",
        "css/tokens.css",
        "--lch-soft: 46% 0.03 230;",
        "--lch-soft: 66% 0.03 230;",
        ["test_accessibility.py", "-k", "axe and light"],
    ),
    Breakage(
        "quiet text hardly differs from its background in the dark",
        "css/tokens.css",
        "    --lch-soft: 75% 0.02 220;",
        "    --lch-soft: 45% 0.02 220;",
        ["test_accessibility.py", "-k", "axe and dark"],
    ),
    Breakage(
        "what has focus is moved like all else",
        "js/ui/keyed.js",
        "active ? nodes.findIndex((node) => node.contains(active)) : -1",
        "-1",
        ["test_accessibility.py", "-k", "focus"],
    ),
    Breakage(
        "focus does not go with a question",
        "js/ui/focus.js",
        "if (target) return target.focus({ preventScroll: next === row });",
        "if (target) return;",
        ["test_accessibility.py", "-k", "focus_goes_with"],
    ),
    Breakage(
        "a list moves under somebody's finger",
        "js/ui/freeze.js",
        "return down || focused || scrolled;",
        "return false;",
        ["test_asking.py", "-k", "rests"],
    ),
    Breakage(
        "a sentence is missing in English",
        "i18n/en.json",
        '  "ask.done": "Your question has arrived.",\n',
        "",
        [UNITS],
    ),
    Breakage(
        "a sentence is German in English",
        "i18n/en.json",
        "Your question has arrived.",
        "Ihre Frage ist angekommen.",
        [UNITS],
    ),
    Breakage(
        "a question is markup (as the source tells)",
        "js/views/card.js",
        "write(text, tidy(question.text));",
        "text.innerHTML = tidy(question.text);",
        [UNITS],
    ),
    Breakage(
        "a question is markup (as browsers tell)",
        "js/views/card.js",
        "write(text, tidy(question.text));",
        "text['inner' + 'HTML'] = tidy(question.text);",
        ["test_hostile.py", "-k", "every_field"],
    ),
    Breakage(
        "an address in a message may run",
        "js/core/links.js",
        "host && (protocol === 'https:' || protocol === 'http:') ? href : null",
        "href",
        ["test_chatting.py", "test_hostile.py", "-k", "hostile", UNITS],
    ),
    Breakage(
        "placeholders in what people wrote are filled in",
        "js/ui/i18n.js",
        "return typeof value === 'number' ? number.format(value) : value;",
        "return String(value).replace(/\\{(\\w+)\\}/g, (_, inner) => String(params[inner] ?? ''));",
        ["test_hostile.py", "-k", "every_field"],
    ),
    Breakage(
        "nobody sees where focus is",
        "css/base.css",
        "  outline: var(--ring) solid var(--color-lead);",
        "  outline: none;",
        ["test_layout.py", "-k", "keyboard"],
    ),
    Breakage(
        "every single news is said",
        "js/ui/announce.js",
        "const EVERY = 3_000;",
        "const EVERY = 0;",
        ["test_accessibility.py", "-k", "news"],
    ),
    Breakage(
        "a list is read out whenever it changes",
        "js/views/section.js",
        "h('ol', { 'aria-labelledby': heading.id })",
        "h('ol', { 'aria-labelledby': heading.id, 'aria-live': 'polite' })",
        ["test_accessibility.py", "-k", "news"],
    ),
    Breakage(
        "bars cover what the keyboard reaches",
        "css/question-list.css",
        "scroll-margin-block: 8rem 18rem;",
        "scroll-margin-block: 0;",
        ["test_layout.py", "-k", "keyboard"],
    ),
    Breakage(
        "what is sent again has a new name",
        "js/core/session.js",
        "for (const { ref, wish } of outbox.due()) net.send(protocol.command(ref, wish));\n"
        "        return changed(true);",
        "for (const { wish } of outbox.due()) {"
        " net.send(protocol.command(protocol.newRef(), wish)); }\n"
        "        return changed(true);",
        ["test_faults.py", "-k", "lost or reload", UNITS],
    ),
    Breakage(
        "what differs from the server's state stays so",
        "js/core/reduce.js",
        "const agrees = digest(state.things.values()) === frame.digest;",
        "const agrees = true;",
        [UNITS],
    ),
    Breakage(
        "the hand is beside the window at 320 px",
        "css/room-bar.css",
        "    flex: 0 0 5.25rem;",
        "    flex: 0 0 5.25rem;\n    transform: translateX(50%);",
        ["test_layout.py", "-k", "any_width and de"],
    ),
    Breakage(
        "the hand scrolls out of sight",
        "css/room-bar.css",
        "  display: flex;\n  position: sticky;\n  inset-block-end: 0;",
        "  display: flex;\n  position: static;\n  inset-block-end: 0;",
        ["test_speaking.py", "test_layout.py", "-k", "hand"],
    ),
    Breakage(
        "a button is too small for a finger",
        "css/controls.css",
        "    min-block-size: 2rem;",
        "    min-block-size: 1.25rem;\n    font-size: 0.75rem;\n    padding: 0;",
        ["test_layout.py", "-k", "four_times"],
    ),
    Breakage(
        "a long word is cut off",
        "css/question-card.css",
        "overflow-wrap: anywhere;",
        "overflow-wrap: normal;",
        ["test_texts.py"],
    ),
    Breakage(
        "the page asks somebody else",
        "js/views/head.js",
        "src: '/icons/icon.svg'",
        "src: 'https://' + 'example.org/icon.svg'",
        ["test_joining.py", "-k", "understood"],
    ),
    Breakage(
        "an element has a style of its own",
        "js/views/head.js",
        "h('p', { class: 'series', dir: 'auto' })",
        "h('p', { class: 'series', dir: 'auto', style: 'color: red' })",
        ["test_joining.py", "-k", "understood"],
    ),
    Breakage(
        "a key acts while somebody types",
        "js/ui/keys.js",
        "if (target.matches('input, textarea, select')) return;",
        "",
        ["test_speaking.py", "test_polls.py", "-k", "key"],
    ),
    Breakage(
        "a key acts wherever focus is",
        "js/ui/keys.js",
        "if (!target.closest(lists) && !target.matches('.view')) return;",
        "",
        ["test_speaking.py", "-k", "key"],
    ),
    Breakage(
        "things move for whoever wants them still",
        "css/controls.css",
        "  touch-action: manipulation;",
        "  touch-action: manipulation;\n  transition: background 200ms;",
        ["test_accessibility.py", "-k", "still"],
    ),
    Breakage(
        "what is pressed looks like all else where colours are forced",
        "css/controls.css",
        "    @media (forced-colors: active) {",
        "    @media (forced-colors: none) {",
        ["test_accessibility.py", "-k", "forced"],
    ),
    Breakage(
        "the page says that it is in another language",
        "js/pages/common.js",
        "document.documentElement.lang = ",
        "document.documentElement.title = ",
        ["test_language.py"],
    ),
    Breakage(
        "a vote counts before the server says so",
        "js/views/poll-ballot.js",
        "sending ? null : own ? 'true' : null",
        "sending || own ? 'true' : null",
        ["test_ballots.py"],
    ),
    Breakage(
        "a picture has no words",
        "js/views/stage.js",
        "alt: t('stage.qr')",
        "",
        ["test_accessibility.py", "-k", "any_page and light"],
    ),
]


def broken(breakage: Breakage, folder: Path) -> Path:
    """A copy of what the tests read, broken in this one way."""
    for part in ("web", "Tests/Browser/unit", "Tests/Fixtures"):
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy(HERE / "deno.json", folder / "Tests/Browser")
    file = folder / "web" / breakage.file
    text = file.read_text()
    assert breakage.old in text, f"{breakage.file} does not hold {breakage.old!r} any more."
    file.write_text(text.replace(breakage.old, breakage.new, 1))
    return folder


def noticed(breakage: Breakage, folder: Path) -> list[str]:
    """The names of the stories that fail."""
    found = []
    if UNITS in breakage.told:
        command = ["deno", "test", "-q", "--no-check", "--allow-read", "Tests/Browser/unit"]
        plain = os.environ | {"NO_COLOR": "1", "DENO_NO_UPDATE_CHECK": "1"}
        run = subprocess.run(command, cwd=folder, env=plain, capture_output=True, text=True)
        assert run.returncode in (0, 1), run.stdout + run.stderr
        found += re.findall(r"^(\S.*?) => \./Tests", run.stdout, re.MULTILINE)
    stories = [each for each in breakage.told if each != UNITS]
    if stories:
        stories = [str(HERE / each) if each.endswith(".py") else each for each in stories]
        command = ["pytest", "-q", "-rfE", "-n", "2", "--web", folder / "web", *stories]
        run = subprocess.run(command, capture_output=True, text=True)
        assert run.returncode in (0, 1), run.stdout + run.stderr
        found += re.findall(r"^(?:FAILED|ERROR) \S+::(\S+)", run.stdout, re.MULTILINE)
    return sorted(set(found))


def main(names: list[str]) -> int:
    chosen = [each for each in BREAKAGES if not names or each.name in names]
    missed = 0
    for breakage in chosen:
        with tempfile.TemporaryDirectory(prefix="kaffeerunde-broken-") as folder:
            found = noticed(breakage, broken(breakage, Path(folder)))
        missed += not found
        told = "caught" if found else "MISSED"
        print(told, "|", breakage.name, "|", ", ".join(found), flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} were caught.")
    return missed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
