"""Line icons from assets/icons, drawn in a colour of the look in use."""

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from familytrace.paths import bundled
from ui.tokens import LOOK

MIRRORED = {
    "arrow-left",
    "arrow-right",
    "chevron-left",
    "chevron-right",
    "delete",
    "list",
    "list-checks",
    "message-circle",
    "phone-missed",
    "quote",
    "redo-2",
    "send",
    "undo-2",
}
_sources: dict[str, str] = {}


def icon(name: str, colour: str = "text2", on: str = "") -> QIcon:
    """Return an icon in one of the token colours; ``on`` colours its checked state.

    In a place that is wider than high the rest is the gap before the text.
    """
    return QIcon(_Engine(name, colour, on))


def paint_icon(painter: QPainter, name: str, place: QRectF, colour: str) -> None:
    """Draw an icon; arrows and the like are turned round in right-to-left pages."""
    painter.save()
    if LOOK.rtl and name in MIRRORED:
        middle: QPointF = place.center()
        painter.translate(middle.x(), 0)
        painter.scale(-1, 1)
        painter.translate(-middle.x(), 0)
    QSvgRenderer(_drawing(name, LOOK.colour(colour))).render(painter, place)
    painter.restore()


def _drawing(name: str, colour: str) -> QByteArray:
    if name not in _sources:
        _sources[name] = (bundled("assets") / "icons" / f"{name}.svg").read_text("utf-8")
    return QByteArray(_sources[name].replace("currentColor", colour).encode())


class _Engine(QIconEngine):
    def __init__(self, name: str, colour: str, on: str) -> None:
        super().__init__()
        self._name, self._colour, self._on = name, colour, on

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._on)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._on if self._on and state == QIcon.State.On else self._colour
        if mode == QIcon.Mode.Disabled:
            colour = "text3"
        side = min(rect.width(), rect.height())
        start = rect.right() + 1 - side if LOOK.rtl else rect.left()
        paint_icon(painter, self._name, QRectF(start, rect.top(), side, side), colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture
