"""Tell a JPEG of pixels only from one that carries words, without decoding it."""

from familytrace.errors import PictureError

_START, _END, _SCAN, _JFIF = 0xD8, 0xD9, 0xDA, 0xE0
_PLAIN_SEGMENTS = {_JFIF, 0xDB, 0xC0, 0xC1, 0xC2, 0xC4, 0xDD}


def check_plain_jpeg(data: bytes) -> bytes:
    """Return a JPEG that carries pixels only: no camera data, comment, profile or trailer.

    Raises PictureError. It walks the segments and decodes nothing.
    """
    at = 2
    if data[:2] != bytes((0xFF, _START)):
        raise PictureError
    while True:
        if data[at : at + 1] != b"\xff" or len(data) < at + 4:
            raise PictureError
        kind = data[at + 1]
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if kind == _SCAN:
            at = _after_scan(data, at + 2 + length)
            if data[at : at + 2] == bytes((0xFF, _END)):
                break
            continue
        if kind not in _PLAIN_SEGMENTS or length < 2 or (kind == _JFIF and length != 16):
            raise PictureError
        at += 2 + length
    if len(data) != at + 2:
        raise PictureError
    return data


def _after_scan(data: bytes, at: int) -> int:
    """Return where the next real marker stands after compressed data."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise PictureError
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2
