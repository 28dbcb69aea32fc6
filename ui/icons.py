"""Line icons from assets/icons, drawn in a colour of the look in use."""

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
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


def paint_icon(painter: QPainter, name: str, place: QRectF, colour: str) -> None:
    """Draw an icon; arrows and the like are turned round in right-to-left pages."""
    painter.save()
    if LOOK.rtl and name in MIRRORED:
        middle = place.center()
        painter.translate(middle.x(), 0)
        painter.scale(-1, 1)
        painter.translate(-middle.x(), 0)
    QSvgRenderer(_drawing(name, LOOK.colour(colour))).render(painter, place)
    painter.restore()


def _drawing(name: str, colour: str) -> QByteArray:
    if name not in _sources:
        _sources[name] = (bundled("assets") / "icons" / f"{name}.svg").read_text("utf-8")
    return QByteArray(_sources[name].replace("currentColor", colour).encode())
