"""Inside a worker: turn a PDF from outside into pictures of its pages."""

from typing import Any

from familytrace import canonical
from familytrace.errors import DocumentError
from familytrace.worker.main import Emit, Frames

MAX_PAGES = 200
MAX_PIXELS = 12_000_000
MAX_SIDE = 4_096

_TINY = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


def warm_up() -> None:
    """Load the PDF library by a page without anything on it."""
    _answer(_TINY, 0, 1, 9)


def work(frames: Frames, emit: Emit) -> None:
    """Answer ``{first, count, width}`` and a PDF with pictures of these pages.

    The answer is one frame of JSON (``pages`` in the whole document and the
    ``sizes`` of the pictures), then the RGB rows of every picture.
    """
    wish = canonical.decode(next(frames, b""))
    head, bodies = _answer(b"".join(frames), wish["first"], wish["count"], wish["width"])
    emit(canonical.encode(head))
    for body in bodies:
        emit(body)


def _answer(data: bytes, first: int, count: int, width: int) -> tuple[dict[str, Any], list[bytes]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
        pages = len(document)
        drawn = [_draw(document[number], width) for number in _wanted(first, count, pages)]
    except MemoryError:
        raise
    except Exception:
        raise DocumentError from None
    sizes = [[wide, high] for wide, high, _ in drawn]
    return {"pages": pages, "sizes": sizes}, [body for _, _, body in drawn]


def _wanted(first: int, count: int, pages: int) -> range:
    if pages > MAX_PAGES:
        raise DocumentError
    return range(first, min(first + count, pages))


def _draw(page: Any, width: int) -> tuple[int, int, bytes]:
    wide, high = page.get_size()
    scale = (min(width, MAX_SIDE) - 0.5) / wide
    if high * scale > MAX_SIDE or wide * scale * high * scale > MAX_PIXELS:
        scale = min((MAX_SIDE - 0.5) / high, (MAX_PIXELS / (wide * high)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True)
    picture = bitmap.to_pil().convert("RGB")
    return picture.width, picture.height, picture.tobytes()
