"""A dressed application, a quick vault with fictional cases, and windows that clean up."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import ui_pages
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familytrace.i18n import set_language
from familytrace.vault.keys_sealing import Cost
from ui import theme
from ui.preferences import Preferences
from ui.tokens import LOOK
from ui.vault_doors import VaultDoors
from ui.widgets.first_moment import FirstMoment
from ui.widgets.icon_view import IconView
from ui.widgets.scroll import Scroll
from ui.window import Window

QUICK = Cost(64 * 1024 * 1024, 3)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty home folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Dress the application in English, light, at 100 %, for hands that wait for nothing."""
    monkeypatch.setattr(FirstMoment, "length", 0)
    Scroll.watchful = IconView.ready = True
    qapp.setStyle("fusion")
    theme.apply(qapp)
    yield
    if LOOK.rtl or LOOK.dark or LOOK.percent != 100:
        theme.apply(qapp)


@pytest.fixture(scope="session")
def demo_source(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Make the demo vault once."""
    set_language("en")
    return ui_pages.demo_vault(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def demo(demo_source: tuple[Path, str], tmp_path: Path) -> tuple[Path, str]:
    """Return a copy of the demo vault and the id of its fullest case."""
    import shutil

    folder = tmp_path / "home" / "FamilyTrace" / demo_source[0].name
    shutil.copytree(demo_source[0], folder)
    return folder, demo_source[1]


MakeWindow = Callable[..., Window]


@pytest.fixture
def make_window(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[MakeWindow]:
    """Return a maker of shown windows; each is closed after the test."""
    made: list[Window] = []

    def make(language: str = "en", vault: Path | None = None, **look: Any) -> Window:
        kept = Preferences()
        kept.language, kept.vault = language, vault
        kept.dark, kept.percent = look.get("dark", False), look.get("percent", 100)
        doors = VaultDoors(home / "FamilyTrace", QUICK)
        relaunch = look.get("relaunch", lambda: None)
        window = Window(qapp, kept, doors, relaunch=relaunch)
        qtbot.addWidget(window)
        made.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.isActiveWindow() and window._painted)
        return window

    yield make
    for window in made:
        quiet(window, qtbot)
        window.close()
        set_language("en")


def quiet(window: Window, qtbot: QtBot) -> None:
    """Wait until the worker has nothing left to do."""
    if window._session is not None:
        qtbot.waitUntil(lambda: window.session.tasks.waiting == 0, timeout=15_000)


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[Window], None]:
    """Return a function that waits until a window has nothing left to do."""

    def wait(window: Window) -> None:
        quiet(window, qtbot)
        qtbot.wait(20)
        quiet(window, qtbot)

    return wait


@pytest.fixture
def make_shell(make_window: MakeWindow, demo: tuple[Path, str]) -> Callable[..., Any]:
    """Return a maker of windows with the demo vault open; it returns the shell."""

    def make(language: str = "en", **look: Any) -> Any:
        window = make_window(language, demo[0], **look)
        return ui_pages.open_shell(window)

    return make
