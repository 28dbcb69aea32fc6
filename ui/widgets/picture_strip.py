"""Pictures from outside, each decoded in quarantine; here only rows of pixels arrive."""

from collections.abc import Sequence

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from familytrace.worker.pictures import Pixels, picture_pixels
from ui.session import Session
from ui.tasks import Progress
from ui.tokens import LOOK
from ui.widgets.flow import Flow
from ui.widgets.page_picture import PagePicture, image_of

_SIDE = 900
_MOST = 24


class PictureStrip(QWidget):
    """Shows the pictures one after the other as they are ready."""

    def __init__(self, session: Session, pictures: Sequence[bytes]) -> None:
        super().__init__()
        self._flow = Flow(self, gap=12)
        self.shown: list[PagePicture] = []
        for number, data in enumerate(pictures[:_MOST], 1):
            self._ask(session, number, data)

    def _ask(self, session: Session, number: int, data: bytes) -> None:
        def draw(_step: Progress) -> Pixels:
            return picture_pixels(data, max_side=_SIDE)

        session.run_bare(
            draw,
            done=lambda made: self._show(number, image_of(made)),
            failed=lambda _error: None,
        )

    def _show(self, number: int, image: QImage) -> None:
        picture = PagePicture()
        picture.show_image(image)
        picture.setAccessibleName(_("Picture {number}").format(number=number))
        wide = LOOK.px(220)
        picture.setFixedSize(wide, round(wide * picture.aspect()))
        self.shown.append(picture)
        self._flow.addWidget(picture)
        picture.show()
        self.updateGeometry()
