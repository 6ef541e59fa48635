"""One program and one browser for all stories; a fresh round for each."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

pytest.register_assert_rewrite(
    "people", "leading", "talking", "voting", "program", "windows"
)

from program import Program
from rounds import Round
from watch import INLINE_STYLES, Watch

ARTIFACTS = Path(__file__).parent / "artifacts"
FAILED = pytest.StashKey[bool]()

# Builds may run beside the stories: a slow machine is no failure.
expect.set_options(timeout=15_000)


def pytest_addoption(parser):
    parser.addoption("--web", help="serve the page from this folder, not from the program")
    parser.addoption("--engine", default="chromium", choices=["chromium", "firefox"])


def pytest_collection_modifyitems(config, items):
    if config.getoption("--engine") == "chromium":
        return
    for item in items:
        for mark in item.iter_markers("chromium"):
            item.add_marker(pytest.mark.skip(reason=mark.kwargs["reason"]))


@pytest.fixture(scope="session")
def program(request, tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("program"), request.config.getoption("--web"))
    yield program
    assert program.stop() == 0


@pytest.fixture(scope="session")
def browser(request):
    with sync_playwright() as playwright:
        # Debian's browsers; the sandbox of Chromium does not work for root.
        if request.config.getoption("--engine") == "firefox":
            browser = playwright.firefox.launch(
                channel="moz-firefox", executable_path=shutil.which("firefox-esr")
            )
        else:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), chromium_sandbox=False
            )
        yield browser
        browser.close()


@pytest.fixture
def round(request, browser, program):
    """A round of its own; its browsers may not complain, nor ask anybody but the program."""
    # A story that went wrong may have left it dead.
    if not program.is_running:
        program.start()
    watch = Watch(program.url)
    entry = program.create_meeting("Erste Runde", series=request.node.nodeid[-120:])
    round = Round(browser, program, watch, entry)
    yield round
    if request.node.stash.get(FAILED, True):
        keep(round, request.node.name)
    round.leave()
    assert watch.unexpected() == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


def keep(round: Round, name: str):
    """Keeps what everybody saw when a story went wrong."""
    folder = ARTIFACTS / re.sub(r"[^\w-]+", "-", name)
    folder.mkdir(parents=True, exist_ok=True)
    for number, context in enumerate(round.contexts):
        for page in context.pages:
            # The one who takes the picture hides the caret by an inline style.
            round.watch.expects(INLINE_STYLES)
            page.screenshot(path=folder / f"{number}.png", full_page=True)
            (folder / f"{number}.html").write_text(page.content())
    (folder / "browsers.txt").write_text("\n".join(round.watch.troubles))
    (folder / "program.txt").write_text(round.program.output)
