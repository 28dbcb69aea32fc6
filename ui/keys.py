"""The two keys that always work, also while a dialog or a menu is open."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


class SafetyKeys(QObject):
    """F12 hides, Ctrl+L locks. Seen before any shortcut, so that no dialog can swallow them."""

    def __init__(
        self, app: QApplication, hide: Callable[[], object], lock: Callable[[], object]
    ) -> None:
        super().__init__(app)
        self._hide, self._lock = hide, lock
        self._app = app
        app.installEventFilter(self)

    def stop(self) -> None:
        """Watch no longer."""
        self._app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Act on the two keys, let everything else pass."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        action = self._action(event)
        if action is None:
            return False
        event.accept()
        action()
        return True

    def _action(self, event: QKeyEvent) -> Callable[[], object] | None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_F12 and plain:
            return self._hide
        if event.key() == Qt.Key.Key_L and control:
            return self._lock
        return None
