"""The canvas of a form: pages known before their feet are drawn, no outside fonts."""

from collections.abc import Callable
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from familytrace.pdf.document import Document

Furniture = Callable[[Any, int, int], None]


class FormCanvas(Canvas):  # type: ignore[misc]
    """A canvas that draws heads and feet last, when the number of pages is known."""

    def __init__(self, target: Any, size: tuple[float, float], document: Document) -> None:
        super().__init__(target, pagesize=size, pageCompression=1, invariant=1)
        self._doc = document
        self._waiting: list[dict[str, Any]] = []
        self.furniture: Furniture | None = None
        self.furnishing = False

    def _make_preamble(self) -> None:
        """Start a page without ReportLab's Helvetica, which would not be embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    def setFont(self, *_told: Any, **_more: Any) -> None:  # noqa: N802 - ReportLab's name
        """Ignore fonts: all text is drawn by our own embedder."""

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Put a finished page aside until all are known."""
        self._waiting.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write all pages, each with its furniture, then the file."""
        waiting = list(self._waiting)
        for page, state in enumerate(waiting, 1):
            self.__dict__.update(state)
            self.furnishing = True
            if self.furniture:
                self.furniture(self, page, len(waiting))
            super().showPage()
        self._doc.SaveToFile(self._filename, self)
