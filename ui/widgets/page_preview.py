"""The pages of a document, one at a time, drawn beside the screen from memory."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from familytrace.i18n import _, isolate_ltr
from familytrace.worker.pictures import DocumentPages, document_pages
from ui.session import Session
from ui.tokens import LOOK
from ui.widgets.button import icon_button
from ui.widgets.label import Label
from ui.widgets.layouts import column, row
from ui.widgets.page_picture import PagePicture, image_of
from ui.widgets.scroll import Scroll

_PIXELS = 1400


class PagePreview(QWidget):
    """``zoomed`` tells whether the page shall be as wide as it can be.

    Nothing is written anywhere: a document comes as bytes, its pages as pixels.
    """

    zoomed = Signal(bool)
    drawn = Signal(int)

    def __init__(self, session: Session, title: str) -> None:
        super().__init__()
        self._session = session
        self._pdf = b""
        self._asked = 0
        self.page = 0
        self.pages = 0
        inside = column(self, gap=8)
        inside.addWidget(self._bar(title))
        self.picture = PagePicture()
        self._stack = QStackedWidget()
        self._words = Label("", tone="text2", wrap=True).centre()
        self._stack.addWidget(self._words)
        self._stack.addWidget(self._desk())
        inside.addWidget(self._stack, 1)
        self.say(_("The pages appear here."))

    def say(self, words: str) -> None:
        """Show a sentence instead of a page."""
        self._pdf, self.pages, self.page = b"", 0, 0
        self._asked += 1
        self._words.setText(words)
        self._stack.setCurrentIndex(0)
        self._update_bar()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document from its first page."""
        self._pdf = pdf
        self.turn_to(0)

    def turn_to(self, page: int) -> None:
        """Draw one page, counted from 0."""
        self._asked += 1
        asked, pdf = self._asked, self._pdf
        draw: Callable[..., DocumentPages] = lambda _step: document_pages(  # noqa: E731
            pdf, first=page, count=1, width=_PIXELS
        )
        self._session.run_bare(
            draw,
            done=lambda made: self._show(asked, page, made),
            failed=lambda _error: self.say(_("These pages could not be shown.")),
        )

    def set_whole(self, whole: bool) -> None:
        """Fit the whole page into the room, or fill the width and scroll."""
        self.picture.whole = whole
        self._fit()
        self.zoom.set_icon("zoom-in" if whole else "zoom-out")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape of the page."""
        super().resizeEvent(event)
        self._fit()

    def _bar(self, title: str) -> QWidget:
        holder = QWidget()
        bar = row(holder, gap=4)
        bar.addWidget(Label(title, weight="bold", wrap=True), 1)
        back, on = _("The page before"), _("The next page")
        self.back = icon_button("chevron-left", back, lambda: self.turn_to(self.page - 1))
        self.on = icon_button("chevron-right", on, lambda: self.turn_to(self.page + 1))
        self.number = Label("", "sm", tone="text2")
        self.zoom = icon_button("zoom-in", _("Bigger or smaller"), self._zoom)
        for part in (self.back, self.number, self.on, self.zoom):
            bar.addWidget(part)
        return holder

    def _desk(self) -> QWidget:
        desk = QFrame()
        desk.setProperty("role", "desk")
        inside = column(desk, margins=10, gap=0)
        holder = QWidget()
        column(holder).addWidget(self.picture)
        self._scroll = Scroll(holder)
        inside.addWidget(self._scroll)
        return desk

    def _show(self, asked: int, page: int, made: DocumentPages) -> None:
        if asked != self._asked or not made.pictures:
            return
        self.page, self.pages = page, made.pages
        self.picture.show_image(image_of(made.pictures[0]))
        self.picture.setAccessibleName(
            _("Page {number} of {total}").format(number=page + 1, total=made.pages)
        )
        self._stack.setCurrentIndex(1)
        self._scroll.verticalScrollBar().setValue(0)
        self._update_bar()
        self._fit()
        self.drawn.emit(page)

    def _update_bar(self) -> None:
        self.number.setText(isolate_ltr(f"{self.page + 1} / {self.pages}") if self.pages else "")
        self.back.setEnabled(self.page > 0)
        self.on.setEnabled(self.page + 1 < self.pages)
        for part in (self.back, self.number, self.on, self.zoom):
            part.setVisible(self.pages > 0)

    def _zoom(self) -> None:
        self.set_whole(not self.picture.whole)
        self.zoomed.emit(not self.picture.whole)

    def _fit(self) -> None:
        wide = self._scroll.viewport().width()
        high = 0 if self.picture.whole else round((wide - 2) * self.picture.aspect()) + 2
        self.picture.setMinimumHeight(max(high, LOOK.px(200)))
