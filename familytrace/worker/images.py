"""Inside a worker: build a picture anew from its pixels, so that only pixels survive.

Only JPEG and PNG are read. Size is checked before anything is decoded, the camera's
orientation is applied, transparency becomes white, and the answer is a plain JPEG
without camera data, place, comment, profile or anything after its end.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from familytrace import canonical
from familytrace.errors import PictureError
from familytrace.worker.main import Emit, Frames

if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("JPEG", "PNG")
MAX_PIXELS = 40_000_000
MAX_SIDE_IN = 12_000
MAX_SIDE_OUT = 4_096
QUALITY = 85
_LOWER_QUALITIES = (75, 65, 55)
_SHRINK = 0.8
_SMALLEST_SIDE = 320
_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a picture is to come out: ``kind`` is ``jpeg`` or ``rgb`` (raw rows of pixels)."""

    kind: str = "jpeg"
    max_side: int = MAX_SIDE_OUT
    quality: int = QUALITY
    target_bytes: int = 0


def warm_up() -> None:
    """Load every decoder by a tiny picture in each form, before files are out of reach."""
    from PIL import Image, ImageOps

    for form in FORMATS:
        sheet = io.BytesIO()
        tiny = Image.new("RGBA", (3, 2), (0, 0, 0, 128)) if form == "PNG" else None
        exif = Image.Exif()
        exif[_ORIENTATION] = 6
        (tiny or Image.new("RGB", (3, 2))).save(sheet, form, exif=exif)
        _jpeg(_pixels(sheet.getvalue(), 2), Wanted())
    ImageOps.exif_transpose(Image.new("L", (2, 2)))
    try:
        _pixels(b"no picture", 2)
    except PictureError:
        return


def work(frames: Frames, emit: Emit) -> None:
    """Answer ``{kind, max_side, quality, target_bytes}`` and a picture with a rebuilt one.

    The answer is one frame of JSON (width, height) and then the JPEG or RGB bytes.
    """
    wanted = Wanted(**canonical.decode(next(frames, b"")))
    picture = _pixels(b"".join(frames), wanted.max_side)
    if wanted.kind == "rgb":
        body = picture.tobytes()
    else:
        picture, body = _fitting(picture, wanted)
    emit(canonical.encode({"height": picture.height, "width": picture.width}))
    emit(body)


def rebuild(data: bytes, wanted: Wanted | None = None) -> tuple[int, int, bytes]:
    """Return width, height and bytes of a JPEG made from the pixels of a JPEG or PNG.

    Raises PictureError for whatever is not a whole, small enough picture.
    """
    wish = wanted or Wanted()
    picture, body = _fitting(_pixels(data, wish.max_side), wish)
    return picture.width, picture.height, body


def measure(data: bytes) -> tuple[int, int]:
    """Return width and height as the head of a picture claims, without decoding it."""
    from PIL import Image

    try:
        with _quiet(), Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            return picture.size
    except Exception:
        raise PictureError from None


def _pixels(data: bytes, max_side: int) -> "Image.Image":
    from PIL import Image

    try:
        with _quiet(), Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            _check_size(*picture.size)
            turn = _orientation(picture)
            side = min(max_side, MAX_SIDE_OUT)
            picture.draft("RGB", (side, side))
            picture.load()
            flat = _flat(picture)
            flat.thumbnail((side, side), Image.Resampling.LANCZOS)
            return flat.transpose(turn) if turn is not None else flat
    except MemoryError:
        raise
    except Exception:
        raise PictureError from None


@contextmanager
def _quiet() -> Iterator[None]:
    """Make a warning about size an error; other warnings are about notes we drop anyway."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        Image.MAX_IMAGE_PIXELS = MAX_PIXELS
        yield


def _check_size(width: int, height: int) -> None:
    if max(width, height) > MAX_SIDE_IN or width * height > MAX_PIXELS:
        raise PictureError


def _orientation(picture: "Image.Image") -> "Image.Transpose | None":
    """Return how to turn a picture upright; a broken note of the camera means not at all."""
    from PIL import Image

    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    try:
        return turns.get(picture.getexif().get(_ORIENTATION, 1))
    except Exception:
        return None


def _flat(picture: "Image.Image") -> "Image.Image":
    """Return the picture as a new RGB image on white, carrying nothing but pixels."""
    from PIL import Image

    if picture.mode.startswith("I"):
        levels = picture.convert("I").point(lambda level: level * (1 / 256))
        return levels.convert("L").convert("RGB")
    if picture.has_transparency_data:
        seen = picture if picture.mode == "RGBA" else picture.convert("RGBA")
        paper = Image.new("RGB", seen.size, "white")
        paper.paste(seen, mask=seen.getchannel("A"))
        return paper
    plain = picture if picture.mode == "RGB" else picture.convert("RGB")
    clean = Image.new("RGB", plain.size)
    clean.paste(plain)
    return clean


def _fitting(picture: "Image.Image", wanted: Wanted) -> tuple["Image.Image", bytes]:
    """Return the picture and its JPEG, made coarser and then smaller until it fits."""
    from PIL import Image

    body = _jpeg(picture, wanted)
    if not wanted.target_bytes:
        return picture, body
    for quality in _LOWER_QUALITIES:
        if len(body) <= wanted.target_bytes:
            return picture, body
        if quality < wanted.quality:
            body = _jpeg(picture, Wanted(quality=quality))
    while len(body) > wanted.target_bytes and max(picture.size) > _SMALLEST_SIDE:
        smaller = (max(1, int(picture.width * _SHRINK)), max(1, int(picture.height * _SHRINK)))
        picture = picture.resize(smaller, Image.Resampling.LANCZOS)
        body = _jpeg(picture, Wanted(quality=_LOWER_QUALITIES[-1]))
    return picture, body


def _jpeg(picture: "Image.Image", wanted: Wanted) -> bytes:
    sheet = io.BytesIO()
    quality = min(95, max(30, wanted.quality))
    picture.save(sheet, "JPEG", quality=quality, subsampling=2, optimize=True)
    return sheet.getvalue()
