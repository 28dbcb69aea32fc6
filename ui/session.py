"""What a page may use: the open vault, the work beside the screen, and what has changed."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from familytrace.i18n import N_, _
from ui.preferences import Preferences
from ui.tasks import CancelledError, Progress, Task, Tasks

Result = TypeVar("Result")
SAVED = N_("All changes saved")
SAVING = N_("Saving…")
NOT_SAVED = N_("Not saved yet. Trying again.")


def is_gone(call: Any, depth: int = 3) -> bool:
    """Tell whether a callback belongs to a page that was closed in the meantime."""
    cells = getattr(call, "__closure__", None) or ()
    held = [getattr(call, "__self__", None), *(cell.cell_contents for cell in cells)]
    if any(isinstance(one, QObject) and not isValid(one) for one in held):
        return True
    return depth > 0 and any(is_gone(one, depth - 1) for one in held if callable(one))


class Session(QObject):
    """One open vault on one worker thread.

    ``changed`` names what has changed: ``cases``, or the table of a noun. ``state`` is
    the saved-state in words. ``failed`` carries errors that no page wanted. ``errand`` is
    what one page hands to the page it leads to; that page takes it away.
    """

    changed = Signal(str)
    state = Signal(str)
    failed = Signal(object)
    case_opened = Signal(str)

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.tasks = Tasks(self)
        self.vault: Any = None
        self.case_id = ""
        self.errand: tuple[str, ...] = ()
        self._flushers: list[Callable[[], object]] = []

    def run(
        self,
        action: Callable[..., Result],
        *words: Any,
        done: Callable[[Result], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        changes: str = "",
    ) -> Task:
        """Do ``action(vault, *words)`` beside the screen; the callbacks come on the main thread.

        Without ``failed`` an error goes to whoever listens to the session. ``changes`` is
        announced by ``changed`` after success.
        """
        vault = self.vault  # the one of now: closing must not take it from work in the line

        def work(_progress: Progress) -> Result:
            return action(vault, *words)

        return self.run_bare(work, done=done, failed=failed, changes=changes)

    def run_bare(
        self,
        work: Callable[[Progress], Result],
        *,
        done: Callable[[Result], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        changes: str = "",
    ) -> Task:
        """Do work that takes a progress function ``(done, total)`` instead of the vault."""

        def succeeded(result: Result) -> None:
            if done is not None and not is_gone(done):
                done(result)
            if changes:
                self.changed.emit(changes)

        def fell(error: Exception) -> None:
            if isinstance(error, CancelledError) and failed is None:
                return
            told = failed if failed is not None and not is_gone(failed) else self.failed.emit
            told(error)

        return self.tasks.run(work, succeeded, fell)

    def say(self, words: str) -> None:
        """Tell the saved-state in words (one of the three above)."""
        self.state.emit(_(words))

    def open_case(self, case_id: str) -> None:
        """Make a case the open one; an empty id closes it."""
        self.case_id = case_id
        self.case_opened.emit(case_id)

    def take_errand(self) -> tuple[str, ...]:
        """Return what the page before wants done here, once; empty for nothing."""
        errand, self.errand = self.errand, ()
        return errand

    def flush_with(self, flush: Callable[[], object]) -> None:
        """Register what puts unsaved typing in the line for the worker, called before a lock."""
        self._flushers.append(flush)

    def no_flush(self, flush: Callable[[], object]) -> None:
        """Take back what ``flush_with`` registered."""
        if flush in self._flushers:
            self._flushers.remove(flush)

    def flush(self) -> None:
        """Put everything that is being typed in the line for the worker."""
        for flush in list(self._flushers):
            flush()

    def close(self, seconds: float | None = None) -> bool:
        """Save what is being typed, close the vault, end the worker; False if out of time."""
        self.flush()
        if self.vault is not None:
            vault, self.vault = self.vault, None
            self.run_bare(lambda _progress: vault.close())
        return self.tasks.close(seconds)
