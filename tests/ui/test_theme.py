"""One style sheet, made of tokens, and no other."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from familytrace.paths import bundled
from ui import theme
from ui.tokens import LOOK

UI = Path(theme.__file__).parent


def test_only_the_theme_sets_a_style_sheet() -> None:
    others = [
        path.name
        for path in UI.rglob("*.py")
        if "setStyleSheet" in path.read_text("utf-8") and path.name != "theme.py"
    ]
    assert [] == others


def test_every_mark_of_the_style_sheet_is_filled() -> None:
    sheet = theme.style_sheet()
    assert "@" not in sheet
    assert LOOK.colour("accent") in sheet


def test_the_pictures_of_the_style_sheet_are_there() -> None:
    for dark in (False, True):
        LOOK.choose(dark=dark)
        for piece in theme.style_sheet().split('url("')[1:]:
            assert Path(piece.split('"')[0]).is_file()
    LOOK.choose()


def test_an_unknown_colour_in_the_style_sheet_is_noticed() -> None:
    with pytest.raises(KeyError):
        theme._token("purple_rain")


def test_lengths_grow_with_the_text_size(qapp: QApplication) -> None:
    theme.apply(qapp, percent=200)
    assert "min-height: 68px" in theme.style_sheet()
    assert 28 == qapp.font().pixelSize()


def test_right_to_left_turns_the_whole_application(qapp: QApplication) -> None:
    theme.apply(qapp, rtl=True)
    assert qapp.isRightToLeft()
    theme.apply(qapp)
    assert qapp.isLeftToRight()


def test_the_bundled_fonts_are_used() -> None:
    theme.load_fonts((*theme.FIRST_FONTS, *theme.LATER_FONTS))
    assert "Inter" == QFontInfo(theme.font()).family()
    assert (bundled("assets") / "fonts").is_dir()


def test_a_missing_font_is_no_trouble() -> None:
    theme.load_fonts(("No-Such-Font",))
    assert theme.font().pixelSize() > 0
