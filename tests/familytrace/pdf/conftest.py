"""A fictional form in English, Uyghur and Chinese, and texts to draw."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from familytrace.forms.filled import (
    Answer,
    FilledForm,
    FilledQuestion,
    FilledSection,
    Picture,
    SignatureLine,
)
from familytrace.pdf.layout import Style
from familytrace.pdf.pages import make_pages
from familytrace.pdf.para import Para

DATA = Path(__file__).resolve().parents[2] / "data" / "pdf"
# Directions, which are no words; and the no-break space that keeps a number together.
_INVISIBLE: dict[int, str | None] = dict.fromkeys(
    (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
) | {0xA0: " "}


def _question(told: dict[str, Any]) -> FilledQuestion:
    answers = tuple(Answer(**answer) for answer in told.pop("answers", ()))
    columns = tuple(told.pop("columns", ()))
    rows = tuple(tuple(row) for row in told.pop("rows", ()))
    return FilledQuestion(answers=answers, columns=columns, rows=rows, **told)


def _section(told: dict[str, Any]) -> FilledSection:
    questions = tuple(_question(question) for question in told.pop("questions"))
    return FilledSection(questions=questions, **told)


def read_form() -> FilledForm:
    told = json.loads((DATA / "form.json").read_text(encoding="utf-8"))
    told["sections"] = tuple(_section(section) for section in told["sections"])
    told["pictures"] = tuple(Picture(**picture) for picture in told["pictures"])
    told["statement"] = tuple(Answer(**answer) for answer in told["statement"])
    told["signatures"] = tuple(SignatureLine(**line) for line in told["signatures"])
    told["notices"], told["closing"] = tuple(told["notices"]), tuple(told["closing"])
    return FilledForm(**told)


def jpeg(size: tuple[int, int] = (60, 80), mode: str = "RGB", **extra: Any) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size, 128 if mode == "L" else None).save(target, "JPEG", **extra)
    return target.getvalue()


def page_texts(data: bytes) -> list[str]:
    """Return what pdfium, and so Chrome and Edge, reads on each page."""
    document = pypdfium2.PdfDocument(data)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
        return [text.translate(_INVISIBLE).replace("\u2010", "-") for text in texts]
    finally:
        document.close()


@pytest.fixture(scope="session")
def read_pages() -> Callable[[bytes], list[str]]:
    return page_texts


@pytest.fixture(scope="session")
def make_jpeg() -> Callable[..., bytes]:
    return jpeg


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    found: dict[str, str] = json.loads((DATA / "texts.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def form() -> FilledForm:
    return read_form()


@pytest.fixture(scope="session")
def portrait() -> dict[str, bytes]:
    return {"attachments/0001.jpg": jpeg()}


@pytest.fixture(scope="session")
def printed() -> Callable[..., bytes]:
    def draw(*paragraphs: str, **style: Any) -> bytes:
        look = Style(**{"size": 12.5, **style})
        story = [Para(text, look) for text in paragraphs]
        return make_pages(
            story, title="Trial", language="en", paper="A4", furniture=lambda *_told: None
        )

    return draw
