"""The icon for telephones that take no SVG: `UPDATE_SCREENSHOTS=1` draws it anew from ours."""

import base64
import os
from urllib.parse import urljoin

from pixels import read
from program import PROJECT

ICONS = PROJECT / "web/icons"
SIDE = 180
#: How far colours may be apart where edges are drawn by another version of the browser.
NEAR = 2


def test_the_icon_for_the_home_screen_is_drawn_from_our_own(browser):
    kept = ICONS / "touch.png"
    drawn = draw(browser, (ICONS / "maskable.svg").read_bytes())
    if os.environ.get("UPDATE_SCREENSHOTS"):
        kept.write_bytes(drawn)
    now, then = read(drawn), read(kept.read_bytes())
    assert (then.width, then.height) == (SIDE, SIDE)
    pairs = list(zip(b"".join(now.rows), b"".join(then.rows), strict=True))
    assert sum(abs(one - other) for one, other in pairs) / len(pairs) < NEAR
    corners = [then.alpha(x, y) for x in (0, SIDE - 1) for y in (0, SIDE - 1)]
    assert corners == [255] * 4, "What is transparent would be black there."


def test_every_page_names_it(round):
    person = round.joins("ada")
    for path in ("/", "/admin", "/about/help", round.entry["participant"]):
        answer = person.page.request.get(urljoin(round.program.url, path))
        assert 'rel="apple-touch-icon" href="/icons/touch.png"' in answer.text(), path
    icon = person.page.request.get(round.program.url + "/icons/touch.png")
    assert icon.headers["content-type"] == "image/png"


def draw(browser, picture: bytes) -> bytes:
    context = browser.new_context(viewport={"width": SIDE, "height": SIDE})
    page = context.new_page()
    source = f"data:image/svg+xml;base64,{base64.b64encode(picture).decode()}"
    page.set_content(
        "<style>body { margin: 0 } img { display: block }</style>"
        f"<img width={SIDE} height={SIDE} src='{source}'>"
    )
    page.locator("img").evaluate("(img) => img.decode()")
    drawn = page.screenshot(omit_background=True)
    context.close()
    return drawn
