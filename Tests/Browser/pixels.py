"""The pixels of a screenshot, for what only they can tell: what is transparent."""

import struct
import zlib
from dataclasses import dataclass

SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: Bytes of a pixel by PNG's kinds of colour: without and with transparency, eight bits each.
CHANNELS = {2: 3, 6: 4}


@dataclass
class Picture:
    width: int
    height: int
    channels: int
    rows: list[bytes]

    def alpha(self, x: int, y: int) -> int:
        return self.alphas(y)[x]

    def alphas(self, y: int) -> bytes:
        """How opaque each pixel of a row is; all of them where nothing is transparent."""
        return self.rows[y][3::4] if self.channels == 4 else bytes([255]) * self.width


def read(png: bytes) -> Picture:
    """A PNG as the browsers write it."""
    assert png.startswith(SIGNATURE)
    at, data = len(SIGNATURE), b""
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        chunk = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, kind_of_colour = struct.unpack(">IIBB", chunk[:10])
            assert depth == 8
            channels = CHANNELS[kind_of_colour]
        elif kind == b"IDAT":
            data += chunk
        at += length + 12
    return Picture(width, height, channels, unfiltered(zlib.decompress(data), width, channels))


def unfiltered(data: bytes, width: int, step: int) -> list[bytes]:
    """Undoes what PNG does to each row so that it packs well (RFC 2083, 6)."""
    length = step * width
    rows, above = [], bytes(length)
    for start in range(0, len(data), length + 1):
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + length])
        for at in range(length if kind else 0):
            left = row[at - step] if at >= step else 0
            corner = above[at - step] if at >= step else 0
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
    ys = [y for y in range(picture.height) if any(picture.alphas(y))]
    if not ys:
        return None
    seen = [x for y in ys for x, alpha in enumerate(picture.alphas(y)) if alpha]
    return min(seen), ys[0], max(seen), ys[-1]
