"""Fills pages with flowables and returns the finished file."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from familytrace.pdf.canvas import FormCanvas, Furniture
from familytrace.pdf.document import Document

MM = 72 / 25.4
SIZES = {"A4": (210 * MM, 297 * MM), "letter": (612.0, 792.0)}
SIDE = 17 * MM
TOP = 15 * MM
BOTTOM = 22 * MM


def text_width(paper: str) -> float:
    """Return the width between the margins of a paper, in points."""
    return SIZES[paper][0] - 2 * SIDE


def make_pages(
    story: Sequence[Flowable], *, title: str, language: str, paper: str, furniture: Furniture
) -> bytes:
    """Return a PDF/A-2u file of the story; the same story gives the same bytes.

    ``paper`` is "A4" or "letter"; ``furniture`` draws what stands on every page.
    """
    width, height = SIZES[paper]
    frame = Frame(SIDE, BOTTOM, width - 2 * SIDE, height - TOP - BOTTOM, 0, 0, 0, 0)
    target = BytesIO()

    def canvas(*_told: Any, **_more: Any) -> FormCanvas:
        made = FormCanvas(target, (width, height), Document(title, language))
        made.furniture = furniture
        return made

    template = BaseDocTemplate(target, pagesize=(width, height))
    template.addPageTemplates([PageTemplate(frames=[frame])])
    template.build(list(story), canvasmaker=canvas)
    return target.getvalue()
