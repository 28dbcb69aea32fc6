"""Pictures on the page: JPEG bytes that were rebuilt from pixels, embedded as they are."""

import hashlib
import struct
from typing import Any, NamedTuple

from reportlab.platypus import Flowable

from familytrace.errors import PictureError
from familytrace.pdf.objects import Stream
from familytrace.pdf.para import Para, draw_lines
from familytrace.pdf.tags import Element, tagged

_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB"}
# Segments that a rebuilt picture has: JFIF, tables, frame, restart interval, scan.
_ALLOWED = frozenset((0xE0, 0xDB, 0xC4, 0xDD, 0xDA, *_FRAMES))


class Jpeg(NamedTuple):
    """A picture's bytes, its size in pixels and its number of colour parts."""

    data: bytes
    width: int
    height: int
    parts: int


def read_jpeg(data: bytes) -> Jpeg:
    """Return a picture's measures; raises PictureError for anything but a bare JPEG.

    EXIF, comments, colour profiles and CMYK are refused: whoever wrote them did not rebuild
    the picture from its pixels.
    """
    if data[:2] != b"\xff\xd8":
        raise PictureError
    place = 2
    found: Jpeg | None = None
    while place + 4 <= len(data):
        start, kind, length = struct.unpack_from(">BBH", data, place)
        if start != 0xFF or kind not in _ALLOWED:
            raise PictureError
        if kind in _FRAMES:
            found = _frame(data, place)
        if kind == 0xDA:
            break
        place += 2 + length
    if found is None or place + 4 > len(data):
        raise PictureError
    return found


def _frame(data: bytes, place: int) -> Jpeg:
    if place + 10 > len(data):
        raise PictureError
    bits, height, width, parts = struct.unpack_from(">BHHB", data, place + 4)
    if bits != 8 or parts not in _SPACES or not width or not height:
        raise PictureError
    return Jpeg(data, width, height, parts)


class Photo(Flowable):  # type: ignore[misc]
    """A picture that fills a box as far as it can, with a caption beneath."""

    def __init__(
        self, picture: Jpeg, box: tuple[float, float], caption: Para | None = None
    ) -> None:
        super().__init__()
        self.picture, self.caption = picture, caption
        scale = min(box[0] / picture.width, box[1] / picture.height)
        self.drawn = (picture.width * scale, picture.height * scale)
        self.spaceBefore = self.spaceAfter = 8

    def wrap(self, width: float, _height: float = 0) -> tuple[float, float]:
        """Return the size with the caption."""
        self.width = max(self.drawn[0], width) if self.caption else self.drawn[0]
        self.height = self.drawn[1]
        if self.caption:
            self.height += self.caption.wrap(self.width)[1] + 3
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture and its caption."""
        box = (0, self.height - self.drawn[1], *self.drawn)
        told = self.caption.text if self.caption else ""
        with tagged(self.canv, Element("Figure", alternative=told)):
            draw_jpeg(self.canv, self.picture, box)
        if self.caption:
            top = self.height - self.drawn[1] - 3
            lines = self.caption.lines or []
            draw_lines(self.canv, lines, self.caption.style, (0, top), self.width)


def draw_jpeg(canvas: Any, picture: Jpeg, box: tuple[float, float, float, float]) -> None:
    """Draw a picture into a box of left, bottom, width and height."""
    document = canvas._doc
    key = hashlib.sha256(picture.data).hexdigest()
    name = document.getXObjectName(key)
    if name not in document.idToObject:
        stream = Stream.of(
            picture.data,
            Type="/XObject",
            Subtype="/Image",
            Width=picture.width,
            Height=picture.height,
            ColorSpace=_SPACES[picture.parts],
            BitsPerComponent=8,
            Filter="/DCTDecode",
        )
        document.Reference(stream, name)
    left, bottom, width, height = box
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.scale(width, height)
    canvas._code.append(f"/{name} Do")
    canvas.restoreState()
    canvas._formsinuse.append(key)
