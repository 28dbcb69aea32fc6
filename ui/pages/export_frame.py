"""The frame of a page that has a document beside its parts, or below them where it is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.tokens import LOOK
from ui.widgets.layouts import column, row
from ui.widgets.page import Page
from ui.widgets.page_preview import PagePreview

_BESIDE_FROM = 900


class ExportFrame(Page):
    """``parts`` takes the cards; the preview finds its own place."""

    def __init__(
        self, session: Session, title: str, subtitle: str, preview: str, *actions: QWidget
    ) -> None:
        super().__init__(title, subtitle, *actions, wide=True)
        self.parts = column(gap=16)
        self.body.addLayout(self.parts)
        self.preview = PagePreview(session, preview)
        self._under = column(gap=0)
        self.body.addLayout(self._under)
        self.body.addStretch(1)
        self._outer.removeWidget(self.scrolling)
        self._beside = row(gap=16)
        self._beside.addWidget(self.scrolling, 11)
        self._outer.addLayout(self._beside, 1)
        self._wide: bool | None = None
        self.preview.zoomed.connect(self._zoom)
        self._arrange(wide=False)

    def show_preview(self, shown: bool) -> None:
        """Show or hide the document."""
        self.preview.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the document where there is room for it."""
        self._arrange(wide=self.width() >= LOOK.px(_BESIDE_FROM))
        super().resizeEvent(event)

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self._under.removeWidget(self.preview)
            self.preview.setMinimumHeight(0)
            self._beside.addWidget(self.preview, 9)
        else:
            self._beside.removeWidget(self.preview)
            self.preview.setMinimumHeight(LOOK.px(480))
            self._under.addWidget(self.preview)
        self._zoom(not self.preview.picture.whole)

    def _zoom(self, big: bool) -> None:
        """Give the document the whole width of the page, and back."""
        self.scrolling.setVisible(not (big and self._wide))
