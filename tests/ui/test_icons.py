"""Every icon we name is there, with its licence, and arrows know their side."""

import re
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from familytrace.paths import bundled
from ui import icons
from ui.icon_engine import icon
from ui.shell.places import PLACES
from ui.tokens import LOOK

ICONS = bundled("assets") / "icons"
UI = Path(icons.__file__).parent


def _drawn(name: str, *, rtl: bool) -> QImage:
    LOOK.choose(rtl=rtl)
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    icons.paint_icon(painter, name, QRectF(0, 0, 24, 24), "text")
    painter.end()
    LOOK.choose()
    return image


def _difference(one: QImage, other: QImage) -> int:
    """Return how far two pictures are apart, summed over their grey values."""
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
        for x in range(24)
        for y in range(24)
    )


def test_every_icon_that_a_page_or_widget_names_exists() -> None:
    known = {path.stem for path in ICONS.glob("*.svg")}
    wanted = set()
    for path in UI.rglob("*.py"):
        text = path.read_text("utf-8")
        for call in re.findall(r'(?:icon=|IconView\(|icon_button\(|icon\()"([^"]+)"', text):
            wanted.add(call)
    wanted |= {place.icon for place in PLACES}
    assert "trash-2" in wanted
    assert wanted <= known


def test_the_licence_stands_beside_the_icons() -> None:
    assert "ISC License" in (ICONS / "LICENSE").read_text("utf-8")


def test_an_arrow_is_mirrored_on_a_right_to_left_page() -> None:
    left = _drawn("arrow-right", rtl=False)
    assert left != _drawn("arrow-right", rtl=True)
    assert _difference(left, _drawn("arrow-right", rtl=True)) > 2000
    mirrored = left.flipped(Qt.Orientation.Horizontal)
    assert _difference(mirrored, _drawn("arrow-right", rtl=True)) < 200


def test_a_clock_and_a_check_are_never_mirrored() -> None:
    for name in ("clock", "check", "search", "phone-call"):
        assert _drawn(name, rtl=False) == _drawn(name, rtl=True)


def test_every_mirrored_icon_exists() -> None:
    assert {name for name in icons.MIRRORED if not (ICONS / f"{name}.svg").exists()} == set()


def test_an_icon_is_drawn_in_a_colour_of_the_look_and_greyed_when_disabled() -> None:
    made = icon("circle-check", "ok")
    normal = made.pixmap(QSize(32, 32)).toImage()
    disabled = made.pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    assert normal != disabled
    assert any(
        normal.pixelColor(x, 16).alpha() > 200
        and normal.pixelColor(x, 16).name() == LOOK.colour("ok").lower()
        for x in range(32)
    )
