"""The one window: first the gate, then the pages around an open vault."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from familytrace.i18n import is_rtl, set_language
from ui import lock, preferences, theme
from ui.doors import Doors
from ui.gate.gate import Gate

if TYPE_CHECKING:
    from ui.session import Session

TITLE = "FamilyTrace"
LEAST = (480, 320)


class Window(QMainWindow):
    """Its title never changes and names nobody. ``relaunch`` replaces the process at a lock."""

    def __init__(
        self,
        app: QApplication,
        kept: preferences.Preferences,
        doors: Doors,
        *,
        relaunch: Callable[[], None] = lock.relaunch,
    ) -> None:
        super().__init__()
        self._app = app
        self._doors = doors
        self._relaunch = relaunch
        self._painted = False
        self.kept = kept
        self._session: Session | None = None
        self.gate: Gate | None = None
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*LEAST)
        self.resize(1200, 740)
        self.dress()
        self.show_gate()

    @property
    def session(self) -> "Session":
        """The work beside the screen; made when it is first asked for, after the first paint."""
        if self._session is None:
            from ui.session import Session

            self._session = Session(self.kept, self)
        return self._session

    def dress(self) -> None:
        """Apply language, colours and text size of the preferences."""
        kept = self.kept
        set_language(kept.language or "en")
        theme.apply(self._app, dark=kept.dark, percent=kept.percent, rtl=is_rtl())

    def show_gate(self) -> None:
        """Show the first page for this computer."""
        self.gate = Gate(self.kept, self._doors, lambda: self.session)
        self.gate.opened.connect(self._opened)
        self.gate.language_chosen.connect(self._language_chosen)
        self.gate.start()
        self.setCentralWidget(self.gate)
        if self._painted:
            self.gate.later()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin to warm up once something is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._warm_up)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed and close the vault before the window goes."""
        self.session.close(5)
        super().closeEvent(event)

    def lock(self) -> None:
        """Lock: the draft goes to the vault, and this process is replaced."""
        self.hide()
        lock.lock(self.session.close, self._relaunch)

    def dress_again(self) -> None:
        """Apply changed preferences and build the pages anew."""
        from ui.shell.shell import Shell

        before = self.centralWidget()
        if not isinstance(before, Shell):
            return
        preferences.save(self.kept)
        self.dress()
        shell = before.rebuilt()
        self.setCentralWidget(shell)
        shell.show()
        shell.focus_first()

    def _warm_up(self) -> None:
        from ui.warm_up import warm_up

        warm_up(self, self._app)
        if self.gate is not None:
            self.gate.later()

    def _language_chosen(self, code: str) -> None:
        self.kept.language = code
        preferences.save(self.kept)
        self.dress()
        self.show_gate()

    def _opened(self, new: bool) -> None:
        from ui.shell.shell import Shell

        preferences.save(self.kept)
        self.gate = None
        shell = Shell(self, self.session, start="new_case" if new else "cases")
        self.setCentralWidget(shell)
        shell.show()
        shell.focus_first()
