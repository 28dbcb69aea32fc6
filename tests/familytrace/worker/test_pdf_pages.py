import io

import pytest
from busy import busy
from reportlab.pdfgen.canvas import Canvas

from familytrace.errors import DocumentError, WorkerError
from familytrace.worker import pictures


def paper(pages: int = 1, size: tuple[float, float] = (595, 842)) -> bytes:
    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=size, invariant=1)
    for number in range(pages):
        canvas.rect(size[0] / 4, size[1] / 4, size[0] / 2, size[1] / 2, fill=1)
        canvas.drawString(10, 10, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return sheet.getvalue()


def _dark(picture: pictures.Pixels) -> float:
    return picture.rgb.count(0) / len(picture.rgb)


def test_pages_become_pictures() -> None:
    found = pictures.document_pages(paper(3), first=1, count=5, width=200)
    assert 3 == found.pages
    assert [(200, 283), (200, 283)] == [(one.width, one.height) for one in found.pictures]
    assert all(0.2 < _dark(one) < 0.3 for one in found.pictures)


def test_a_page_of_any_shape_stays_within_bounds() -> None:
    for size in ((20.0, 14_000.0), (14_000.0, 20.0), (14_000.0, 14_000.0)):
        (picture,) = pictures.document_pages(paper(size=size), width=4_000).pictures
        assert max(picture.width, picture.height) <= 4_096
        assert picture.width * picture.height <= 12_100_000


def test_asking_past_the_end_gives_no_picture() -> None:
    assert () == pictures.document_pages(paper(2), first=7).pictures


def test_what_was_typed_into_a_form_is_seen() -> None:
    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=(300, 200))
    field = {"x": 20, "y": 80, "width": 250, "height": 60, "fontSize": 30, "borderWidth": 0}
    canvas.acroForm.textfield(value="SENTENCED", fillColor=None, **field)
    canvas.showPage()
    canvas.save()
    (picture,) = pictures.document_pages(sheet.getvalue(), width=300).pictures
    assert 500 < sum(level < 80 for level in picture.rgb)


def _nested(depth: int) -> bytes:
    kids = b"".join(
        b"%d 0 obj<</Type/Pages/Kids[%d 0 R]/Count 1>>endobj\n" % (number, number + 1)
        for number in range(2, depth)
    )
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        + kids
        + b"%d 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n" % depth
        + b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )


HOSTILE = {
    "empty": b"",
    "words": b"not a document at all",
    "head only": b"%PDF-1.7\n",
    "cut short": paper(2)[:300],
    "too many pages": paper(201),
    "pages within pages": _nested(5_000),
}


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: name.replace(" ", "-"))
def test_a_hostile_document_is_one_quick_error(name: str) -> None:
    before = busy()
    with pytest.raises((DocumentError, WorkerError)):
        pictures.document_pages(HOSTILE[name])
    assert busy() - before < 2


def test_no_script_of_a_document_is_run_and_no_file_is_read() -> None:
    data = paper().replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction 99 0 R")
    data += b"99 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n"
    assert 1 == pictures.document_pages(data).pages
