"""One page of paper, painted from pixels that were drawn in quarantine."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from familytrace.worker.pictures import Pixels
from ui.tokens import LOOK

_A4 = 1.414


def image_of(pixels: Pixels) -> QImage:
    """Return a picture of its own memory from rows of RGB."""
    stride = pixels.width * 3
    shape = QImage.Format.Format_RGB888
    return QImage(pixels.rgb, pixels.width, pixels.height, stride, shape).copy()


class PagePicture(QWidget):
    """Keeps the shape of the paper; ``whole`` fits all of it, else it fills the width."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.whole = True

    def show_image(self, image: QImage) -> None:
        """Show another page."""
        self._image = image
        self.updateGeometry()
        self.update()

    def aspect(self) -> float:
        """Return height by width of the page."""
        return self._image.height() / self._image.width() if self._image.width() else _A4

    def sizeHint(self) -> QSize:
        """Return a readable size."""
        wide = LOOK.px(380)
        return QSize(wide, round(wide * self.aspect()))

    def minimumSizeHint(self) -> QSize:
        """Allow small windows."""
        return QSize(LOOK.px(160), LOOK.px(200))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page in the middle, with the smooth edge of paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        wide = min(room.width(), room.height() / self.aspect()) if self.whole else room.width()
        high = wide * self.aspect()
        left = room.left() + (room.width() - wide) / 2
        place = QRectF(left, room.top(), wide, high)
        painter.fillRect(place, QColor(LOOK.colour("paper")))
        if not self._image.isNull():
            ratio = self.devicePixelRatioF()
            size = QSize(round(wide * ratio), round(high * ratio))
            painter.drawImage(place, _smooth(self._image, size))
        painter.setPen(QPen(QColor(LOOK.colour("border"))))
        painter.drawRect(place)


def _smooth(image: QImage, size: QSize) -> QImage:
    from PySide6.QtCore import Qt

    keep = Qt.AspectRatioMode.IgnoreAspectRatio
    return image.scaled(size, keep, Qt.TransformationMode.SmoothTransformation)
