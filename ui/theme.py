"""Dress the application: Fusion, a palette and one style sheet made of the tokens.

Nothing here names a class of the ``Qt`` namespace: its first touch costs 23 ms,
and the first window must be on the screen before.
"""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from familytrace.paths import bundled
from ui.tokens import LOOK

FIRST_FONTS = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "NotoSansArabicUI-Regular")
LATER_FONTS = ("NotoSansArabicUI-Bold", "NotoSansSC-Regular")
STYLE_WORDS = ["-style", "fusion"]
FAMILIES = ["Inter", "Noto Sans Arabic UI", "Noto Sans SC"]

_loaded: set[str] = set()
_PALETTE = (
    ("Window", "bg"),
    ("WindowText", "text"),
    ("Base", "surface"),
    ("AlternateBase", "sunken"),
    ("Text", "text"),
    ("Button", "surface"),
    ("ButtonText", "text"),
    ("BrightText", "danger"),
    ("Highlight", "accent"),
    ("HighlightedText", "on_accent"),
    ("Link", "accent"),
    ("LinkVisited", "accent"),
    ("ToolTipBase", "text"),
    ("ToolTipText", "surface"),
    ("PlaceholderText", "text3"),
    ("Mid", "border"),
    ("Midlight", "hover"),
    ("Dark", "border_strong"),
    ("Light", "surface"),
    ("Shadow", "border_strong"),
)


def load_fonts(names: tuple[str, ...]) -> None:
    """Add bundled fonts once; a missing file leaves the system's own letters in use."""
    for name in names:
        if name not in _loaded:
            _loaded.add(name)
            QFontDatabase.addApplicationFont(str(bundled("assets") / "fonts" / f"{name}.ttf"))


def font(step: str = "md", weight: int = 400) -> QFont:
    """Return one font that covers every script we show; weight 400, 500 or 600."""
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(LOOK.type_px(step))
    if weight != 400:
        made.setWeight(QFont.Weight.Medium if weight == 500 else QFont.Weight.DemiBold)
    return made


def apply(app: QApplication, *, dark: bool = False, percent: int = 100, rtl: bool = False) -> None:
    """Give the whole application one look; call it again to change the look.

    The style itself, Fusion, is chosen with STYLE_WORDS when the application is made.
    """
    LOOK.choose(dark=dark, percent=percent, rtl=rtl)
    load_fonts(FIRST_FONTS)
    app.setFont(font())
    app.setPalette(_palette())
    app.setProperty("layoutDirection", "RightToLeft" if rtl else "LeftToRight")
    app.setStyleSheet(style_sheet())


def restyle(widget: QWidget) -> None:
    """Let a widget notice that one of its style properties has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def style_sheet() -> str:
    """Return the style sheet with every @mark@ replaced by its token."""
    pieces = (bundled("assets") / "style" / "familytrace.qss").read_text("utf-8").split("@")
    return "".join(_token(piece) if n % 2 else piece for n, piece in enumerate(pieces))


def _token(mark: str) -> str:
    if mark.isdigit():
        return str(LOOK.px(int(mark)))
    kind, _, name = mark.partition(":")
    if kind == "t":
        return str(LOOK.type_px(name))
    if kind == "icon":
        look = "dark" if LOOK.dark else "light"
        return (bundled("assets") / "style" / f"{name}-{look}.svg").as_posix()
    return LOOK.colours[mark]


def _palette() -> QPalette:
    palette = QPalette()
    for role, key in _PALETTE:
        palette.setColor(QPalette.ColorRole[role], QColor(LOOK.colours[key]))
    for role in ("Text", "ButtonText", "WindowText"):
        palette.setColor(
            QPalette.ColorGroup.Disabled,
            QPalette.ColorRole[role],
            QColor(LOOK.colours["text3"]),
        )
    return palette
