"""Draw every page of the window into docs/screens: languages, light and dark, 100 and 200 %.

Usage: python tests/ui/pictures.py [OUTPUT-FOLDER] [WORD-IN-NAME ...]
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_HOME = tempfile.TemporaryDirectory()
os.environ["HOME"] = _HOME.name

from PIL import Image  # noqa: E402
from PySide6.QtCore import QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from ui_wait import pause  # noqa: E402

from ui import theme  # noqa: E402
from ui.preferences import Preferences  # noqa: E402
from ui.vault_doors import VaultDoors  # noqa: E402
from ui.window import Window  # noqa: E402

LOOKS = (
    ("en-light", "en", False, 100),
    ("ug-light", "ug", False, 100),
    ("en-dark", "en", True, 100),
    ("en-200", "en", False, 200),
    ("ug-200", "ug", False, 200),
)
SIZE = (1366, 768)
WORDS = "anchor velvet harbor mango copper window"


def settle(app: QApplication, window: Window) -> None:
    """Let the worker finish and the page be laid out."""
    for _round in range(60):
        app.processEvents()
        pause(5)
        if window.session.tasks.waiting == 0 and _round > 3:
            break
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()


def main(out: Path, wanted: list[str]) -> None:
    """Draw the pages."""
    from ui_pages import PAGES, demo_vault

    app = QApplication(["familytrace", *theme.STYLE_WORDS])
    theme.load_fonts((*theme.FIRST_FONTS, *theme.LATER_FONTS))
    app.setCursorFlashTime(0)
    out.mkdir(parents=True, exist_ok=True)
    folder, case_id = demo_vault(Path(_HOME.name))
    for look, language, dark, percent in LOOKS:
        for name, show in PAGES.items():
            if wanted and not any(word in f"{name}-{look}" for word in wanted):
                continue
            draw(
                app, out / f"{name}-{look}.png", show, (folder, case_id), (language, dark, percent)
            )


def draw(
    app: QApplication,
    path: Path,
    show: Callable[[Window, str], QWidget | None],
    demo: tuple[Path, str],
    look: tuple[str, bool, int],
) -> None:
    """Draw one page in one look."""
    kept = Preferences()
    kept.language, kept.dark, kept.percent = look
    kept.vault = Path(_HOME.name) / "FamilyTrace" / demo[0].name
    shutil.rmtree(kept.vault, ignore_errors=True)
    shutil.copytree(demo[0], kept.vault)
    window = Window(app, kept, VaultDoors(Path(_HOME.name)), relaunch=lambda: None)
    window.resize(*SIZE)
    window.show()
    settle(app, window)
    sys.excepthook = sys.__excepthook__
    show(window, demo[1])
    settle(app, window)
    window.grab().save(str(path))
    with Image.open(path) as drawn:
        few = drawn.convert("RGB").quantize(128, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    window.close()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screens"
    main(target, sys.argv[2:])
