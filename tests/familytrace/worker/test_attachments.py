import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from familytrace.consent.gate import Attachment
from familytrace.errors import DocumentError, PictureError
from familytrace.worker.attachments import rebuild_attachments


def photo() -> bytes:
    sheet = io.BytesIO()
    Image.effect_noise((900, 700), 80).convert("RGB").save(sheet, "JPEG", comment=b"Sinaq")
    return sheet.getvalue()


def paper() -> bytes:
    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=(200, 300))
    for fill in (0, 1):
        canvas.setFillGray(fill)
        canvas.rect(0, 0, 200, 300, fill=1, stroke=0)
        canvas.showPage()
    canvas.save()
    return sheet.getvalue()


FILES = {"photo": photo(), "paper": paper(), "song": b"ID3 a song"}


def built(*attachments: Attachment, target: int = 10_000_000) -> dict[str, bytes]:
    told: list[tuple[int, int]] = []
    found = rebuild_attachments(
        attachments,
        FILES.__getitem__,
        target=target,
        progress=lambda done, total: told.append((done, total)),
    )
    assert [(step, len(attachments)) for step in range(len(attachments) + 1)] == told
    return found


def _light(jpeg: bytes) -> int:
    return int(Image.open(io.BytesIO(jpeg)).convert("L").tobytes()[5_000])


def test_every_attachment_is_rebuilt_under_its_name() -> None:
    found = built(
        Attachment("attachments/0001.jpg", "photo", "photo"),
        Attachment("attachments/0002.jpg", "paper", "letter", 0),
        Attachment("attachments/0003.jpg", "paper", "letter", 1),
    )
    assert b"Sinaq" not in found["attachments/0001.jpg"]
    assert _light(found["attachments/0002.jpg"]) < 10
    assert _light(found["attachments/0003.jpg"]) > 245


def test_all_together_stay_small_enough_for_mail() -> None:
    two = [Attachment(f"attachments/000{n}.jpg", "photo", "photo") for n in (1, 2)]
    found = built(*two, target=300_000)
    assert sum(len(data) for data in found.values()) <= 300_000


def test_what_is_no_picture_does_not_travel() -> None:
    with pytest.raises(PictureError):
        built(Attachment("attachments/0001.jpg", "song", "photo"))
    with pytest.raises(DocumentError):
        built(Attachment("attachments/0001.jpg", "paper", "letter", 7))
