"""Which stories are told in which browser: all in Chromium, the most telling ones in Firefox, too.

`every_engine` marks those that are; `chromium` those of them that Firefox cannot be made to tell,
and why: it takes some wishes from outside and does nothing about them.
"""

import pytest


def chromium(reason: str):
    return pytest.mark.chromium(reason=reason)


#: The colour schemes that a page has.
SCHEMES = [
    "light",
    pytest.param("dark", marks=chromium("Firefox takes no colour scheme from outside.")),
]
LESS_MOTION = chromium("Firefox takes no wish for less motion from outside.")
FORCED_COLOURS = chromium("Firefox takes no forced colours from outside.")
