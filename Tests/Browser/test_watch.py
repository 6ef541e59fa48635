"""The watch itself: a browser that complains, or asks a stranger, fails a story."""

import pytest

pytestmark = pytest.mark.every_engine

COMPLAINTS = {
    "an error on the console": ("console.error('Ouch.')", "Console: Ouch."),
    "an error that nobody caught": (
        "setTimeout(() => { throw new Error('Ouch.'); })",
        "Uncaught: Ouch.",
    ),
    "a breach of the page's policy": (
        "fetch('https://example.org/').catch(() => {})",
        "Policy: connect-src forbids https://example.org/",
    ),
    "markup made of text": (
        "try { document.body.innerHTML = '<b>'; } catch {}",
        "Policy: require-trusted-types-for forbids trusted-types-sink",
    ),
    "a file that is not there": ("fetch('/nothing')", "server responded with a status of 404"),
}


@pytest.mark.parametrize("kind", COMPLAINTS)
def test_complaints_of_a_browser_are_noticed(round, kind):
    act, complaint = COMPLAINTS[kind]
    page = round.window("/")

    page.evaluate(f"() => {{ {act} }}")
    round.watch.notices(complaint, page)


def test_a_request_to_somebody_else_is_noticed(round, program):
    page = round.window("/")
    page.locator("#code").wait_for()
    # Firefox complains of what a page was still waiting for when it was left.
    round.watch.expects("NetworkError when attempting to fetch")

    page.goto(program.url.replace("127.0.0.1", "localhost"))
    round.watch.notices("Foreign: http://localhost", page)
