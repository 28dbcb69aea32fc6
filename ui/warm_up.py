"""What is loaded while the person reads the first page, after it is on the screen."""

import gc
import importlib

from PySide6.QtWidgets import QApplication, QWidget

from ui import theme, translator
from ui.show_error import catch_bugs
from ui.start import forget_file_dialogs
from ui.widgets.icon_view import IconView
from ui.widgets.scroll import Scroll

_SOON = ("ui.shell.shell", "familytrace.vault.passphrase", "ui.pages.cases")


def warm_up(window: QWidget, app: QApplication) -> None:
    """Load fonts, Qt's words and the next modules; let the collector work again."""
    Scroll.watchful = IconView.ready = True
    window.update()
    theme.load_fonts(theme.LATER_FONTS)
    translator.install(app)
    forget_file_dialogs()
    catch_bugs(window)
    for name in _SOON:
        importlib.import_module(name)
    gc.enable()
