"""Typing goes into the vault by itself: a draft each second, an entry when it rests."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.session import NOT_SAVED, SAVED, SAVING, Session

DRAFT_MS = 800
REST_MS = 2000
AGAIN_MS = 5000


class Autosave(QObject):
    """Keeps the records of one case that are being typed.

    What could not be saved stays here and is tried again every five seconds; the state
    in the sidebar says so. ``saved`` comes after every entry of history.
    """

    saved = Signal()

    def __init__(self, session: Session, case_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id = case_id
        self._typed: dict[tuple[type, str], Any] = {}
        self._drafted = False
        self._draft = self._timer(DRAFT_MS, self.write_draft)
        self._rest = self._timer(REST_MS, self.settle)
        self._again = self._timer(AGAIN_MS, self.settle)
        flush = self._last_words
        session.flush_with(flush)
        self.destroyed.connect(lambda: session.no_flush(flush))

    def typed(self, record: Any) -> None:
        """Take a record as it stands after a key."""
        self._typed[type(record), record.id] = record
        self._session.say(SAVING)
        if not self._draft.isActive():
            self._draft.start()
        self._rest.start()

    def left(self, record: Any) -> None:
        """Take a record whose field was left; it becomes an entry of the history now."""
        self._typed[type(record), record.id] = record
        self.settle()

    def write_draft(self) -> None:
        """Put what was typed into the vault as a draft."""
        records, self._typed = list(self._typed.values()), {}
        if not records:
            return
        case_id = self._case_id
        self._drafted = True

        def put(vault: Any) -> None:
            for record in records:
                vault.put_draft(case_id, record)

        self._session.run(put, failed=lambda error: self._keep(records, error))

    def settle(self) -> None:
        """Make one entry of what was typed."""
        self.write_draft()
        self._rest.stop()
        self._draft.stop()
        if not self._drafted:
            return
        self._drafted = False
        self._session.run(_flush, self._case_id, done=self._done, failed=self._fell)

    def change(self, action: Callable[..., Any], *words: Any) -> None:
        """Save what was typed, then do one other thing with the vault and say it is saved."""
        self.settle()
        self._session.say(SAVING)
        self._session.run(action, *words, done=lambda _result: self._done(0))

    def _timer(self, pause: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(call)
        return timer

    def _last_words(self) -> None:
        self.settle()

    def _done(self, _count: int) -> None:
        if not self._typed:
            self._session.say(SAVED)
        self.saved.emit()

    def _keep(self, records: list[Any], error: Exception) -> None:
        """Take back what could not be written, unless it was typed over since."""
        for record in records:
            self._typed.setdefault((type(record), record.id), record)
        self._fell(error)

    def _fell(self, error: Exception) -> None:
        self._drafted = True
        self._session.say(NOT_SAVED)
        self._session.failed.emit(error)
        self._again.start()


def _flush(vault: Any, case_id: str) -> int:
    return int(vault.flush(case_id))
