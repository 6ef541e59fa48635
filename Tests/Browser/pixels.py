"""The pixels of a screenshot, for what only they can tell: what is transparent."""

import struct
import zlib
from dataclasses import dataclass

SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: Eight bits each of red, green, blue and alpha.
WITH_ALPHA = (8, 6)


@dataclass
class Picture:
    width: int
    height: int
    rows: list[bytes]

    def alpha(self, x: int, y: int) -> int:
        return self.rows[y][4 * x + 3]


def read(png: bytes) -> Picture:
    """A PNG as the browsers write it; one without transparency is refused."""
    assert png.startswith(SIGNATURE)
    at, data = len(SIGNATURE), b""
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        chunk = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, *form = struct.unpack(">IIBB", chunk[:10])
            assert tuple(form) == WITH_ALPHA, "This picture is opaque."
        elif kind == b"IDAT":
            data += chunk
        at += length + 12
    return Picture(width, height, unfiltered(zlib.decompress(data), 4 * width))


def unfiltered(data: bytes, length: int) -> list[bytes]:
    """Undoes what PNG does to each row so that it packs well (RFC 2083, 6)."""
    rows, above = [], bytes(length)
    for start in range(0, len(data), length + 1):
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + length])
        for at in range(length if kind else 0):
            left = row[at - 4] if at >= 4 else 0
            corner = above[at - 4] if at >= 4 else 0
            guesses = (0, left, above[at], (left + above[at]) // 2, paeth(left, above[at], corner))
            row[at] = (row[at] + guesses[kind]) & 255
        above = bytes(row)
        rows.append(above)
    return rows


def paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda each: abs(guess - each))


def opaque_part(picture: Picture | bytes) -> tuple[int, int, int, int] | None:
    """The least rectangle that holds everything that is seen at all."""
    if isinstance(picture, bytes):
        picture = read(picture)
    ys = [y for y, row in enumerate(picture.rows) if any(row[3::4])]
    if not ys:
        return None
    seen = [x for y in ys for x, alpha in enumerate(picture.rows[y][3::4]) if alpha]
    return min(seen), ys[0], max(seen), ys[-1]
