"""Small pictures that our own quarantine made, ready for the screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap


def picture_from(jpeg: bytes, side: int) -> QPixmap | None:
    """Return a JPEG that we rebuilt ourselves, at most ``side`` pixels wide and high."""
    image = QImage.fromData(jpeg, "JPG")  # type: ignore[arg-type] # its types are wrong
    if image.isNull():
        return None
    size = QSize(side, side)
    how = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, how))
