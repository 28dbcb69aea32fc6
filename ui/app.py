"""Start the window: as few imports as possible until it is painted."""

import gc
import sys
from pathlib import Path

from ui import start


def run(vault: Path | None = None) -> int:
    """Show the window until it is closed; return the exit code.

    ``vault`` opens with another folder than the remembered one. Without a screen a
    sentence is written and 1 returned, where Qt itself would abort.
    """
    gc.disable()
    trouble = start.prepare()
    if trouble:
        sys.stderr.write(trouble + "\n")
        return 1
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError:
        sys.stderr.write(missing_libraries() + "\n")
        return 1
    from ui import preferences, theme
    from ui.vault_doors import VaultDoors
    from ui.window import Window

    app = QApplication([*sys.argv[:1], *theme.STYLE_WORDS])
    app.setApplicationName("FamilyTrace")
    kept = preferences.load()
    if vault is not None:
        kept.vault = vault
    window = Window(app, kept, VaultDoors())
    window.show()
    return app.exec()


def missing_libraries() -> str:
    """Return what to install when the system lacks what Qt needs."""
    from familytrace.i18n import _

    return _("Parts of the system are missing. On Debian and Ubuntu run:") + (
        "\n  sudo apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1"
        " libglib2.0-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1"
        " libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
    )
