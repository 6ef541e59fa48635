"""How soon a page can be used, and how smooth a very long list is.

`pytest -s Tests/Browser/pace.py` prints it.

No test: numbers depend on the machine. 500 questions, 50 changes a second, a processor that is four
times slower than this one. Wanted: 45 frames a second, no task longer than 200 ms; and a page that
can be used within a second.
"""

from audience import Audience
from test_loading import NOTE_USABLE

PEOPLE, EACH, SECONDS, CHANGES = 125, 4, 10, 50
# So many go on to support questions, each within what one person may do in a second: whoever only
# listens would take the processor from the page that is timed.
BUSY = 15
ASK_ALL = """
async ({ each, busy }) => {
  globalThis.asked = [];
  await Promise.all(people.map(async (person, number) => {
    for (let nth = 0; nth < each; nth++) {
      const text = `Frage ${nth + 1} von Person ${number + 1}: Wie halten Sie es damit?`;
      for (;;) {
        try {
          asked.push(await person.wish({ askQuestion: { text } }));
          break;
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 2_000));
        }
      }
    }
  }));
  for (const person of people.splice(busy)) person.leave();
  return asked.length;
}
"""
CHANGE = """
async ({ seconds, changes }) => {
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  for (let tick = 0; performance.now() < end; tick++) {
    const person = people[tick % people.length];
    const question = asked[Math.floor(Math.random() * asked.length)];
    person.wish({ support: { question, support: true } }).then(() => done++, () => {});
    await new Promise((resolve) => setTimeout(resolve, 1_000 / changes));
  }
  return done;
}
"""
WATCH = """
(seconds) => new Promise((resolve) => {
  const tasks = [];
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)));
  });
  observer.observe({ type: 'longtask' });
  const start = performance.now();
  let frames = 0;
  const frame = (now) => {
    frames++;
    if (now - start < seconds * 1_000) return requestAnimationFrame(frame);
    observer.disconnect();
    resolve({ rate: frames / seconds, longest: Math.max(0, ...tasks), long: tasks.length });
  };
  requestAnimationFrame(frame);
})
"""


def opens_slowly(round):
    """A page of a phone, four times slower, and after how many seconds it could be used."""
    page = round.window("about:blank", script=NOTE_USABLE, viewport={"width": 400, "height": 800})
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(round.entry["participant"])
    page.locator("html[data-live=true]").wait_for()
    return page, page.evaluate("usable") / 1_000


def test_the_way_to_a_page_that_can_be_used_is_timed(round):
    round.joins("ada").asks("Ist das schnell genug?")
    times = []
    for _ in range(7):
        page, usable = opens_slowly(round)
        times = sorted([*times, usable])
        # A page that is slowed down takes the processor's time even when nothing happens in it.
        page.context.close()
    first, middle, last = times[0], times[3], times[-1]
    print(f"\n4 times slower: usable after {first:.2f} to {last:.2f} s, {middle:.2f} mostly")


def test_a_very_long_list_is_timed(round):
    audience = Audience(round, PEOPLE)
    questions = audience.page.evaluate(ASK_ALL, {"each": EACH, "busy": BUSY})
    page, usable = opens_slowly(round)
    page.wait_for_timeout(3_000)
    audience.page.evaluate(
        f"(means) => {{ globalThis.changing = ({CHANGE.strip()})(means); }}",
        {"seconds": SECONDS + 2, "changes": CHANGES},
    )
    seen = page.evaluate(WATCH, SECONDS)
    changed = audience.page.evaluate("changing")
    print(
        f"\n{questions} questions, {CHANGES} changes a second, 4 times slower: "
        f"{seen['rate']:.0f} frames a second, {seen['long']} long tasks, "
        f"the longest of {seen['longest']} ms; usable after {usable:.1f} s; "
        f"{changed} changes were counted"
    )
