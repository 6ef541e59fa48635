"""What a page looks like to its reader: nothing cut off, nothing too small, nothing covered."""

# Each element, because `content-visibility` and `overflow` hide what the document would tell.
CUT_OFF = """
() => [...document.querySelectorAll('body *')].filter((element) => {
  if (!element.checkVisibility() || element.closest('.unseen, [aria-hidden=true]')) return false;
  if (['INPUT', 'TEXTAREA', 'SUMMARY', 'IMG'].includes(element.tagName)) return false;
  const style = getComputedStyle(element);
  if (style.display === 'inline' || style.overflowX === 'auto') return false;
  const beyond = element.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
  return beyond || element.scrollWidth > element.clientWidth + 1;
}).map((element) => `${element.tagName}.${element.className}: ${element.scrollWidth} > ` +
  `${element.clientWidth}: ${element.textContent.slice(0, 40)}`)
"""

TOO_SMALL = """
(least) => [...document.querySelectorAll('a, button, input, textarea, summary')].filter((one) => {
  if (!one.checkVisibility() || one.closest('.skip:not(:focus)')) return false;
  const { width, height } = one.getBoundingClientRect();
  return Math.min(width, height) < least;
}).map((one) => one.outerHTML.slice(0, 90))
"""

# What has focus must be seen: not a ring too thin, not under a bar (WCAG 2.4.7, 2.4.11).
COVERED = """
() => {
  const element = document.activeElement;
  const { left, top, width, height } = element.getBoundingClientRect();
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  // A ring that is not drawn has a width all the same.
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const ring = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
  if (ring < 2) return `no ring: ${element.outerHTML.slice(0, 90)}`;
  return element.contains(found) || found?.contains(element) && found !== document.body
    ? null : `covered: ${element.outerHTML.slice(0, 90)}`;
}
"""

# Lines, paragraphs, letters and words as far apart as somebody may need them (WCAG 1.4.12).
SPACED = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets.push(sheet);
}
"""

# What changes bit by bit rather than at once.
MOVING = """
() => [...document.querySelectorAll('body, body *')].filter((element) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
  const isMoving = /[1-9]/.test(transitionDuration) || animationName !== 'none';
  return isMoving || scrollBehavior === 'smooth';
}).map((element) => element.outerHTML.slice(0, 90))
"""

# How a screen reader would call what has focus: its label, or its own words.
NAME_OF_FOCUS = """
() => {
  const element = document.activeElement;
  const label = element.labels?.[0] ?? element;
  return label.innerText.replace(/\\s+/g, ' ').trim();
}
"""


def cut_off(page) -> list[str]:
    return page.evaluate(CUT_OFF)


def too_small(page, least: int = 24) -> list[str]:
    return page.evaluate(TOO_SMALL, least)


def covered(page) -> str | None:
    return page.evaluate(COVERED)


def moving(page) -> list[str]:
    return page.evaluate(MOVING)


def space_out(page):
    page.evaluate(SPACED)


def name_of_focus(page) -> str:
    return page.evaluate(NAME_OF_FOCUS)


def colours(control) -> str:
    style = "(control) => { const style = getComputedStyle(control);"
    return control.evaluate(style + " return style.color + style.backgroundColor; }")
