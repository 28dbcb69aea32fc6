"""Long work: what is being done, how far it is, and a way to stop it."""

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar, QWidget

from familytrace.i18n import _
from ui.tasks import Task
from ui.widgets.button import secondary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label


class WorkCard(Card):
    """Shows the progress of one task. Stopping leaves nothing half written."""

    def __init__(self, title: str, on_stop: Callable[[], object] | None = None) -> None:
        super().__init__(title, gap=12)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.add(self.bar)
        self.add(Label(_("You can stop here. Nothing has been sent."), "sm", tone="text2"))
        self._task: Task | None = None
        self._on_stop = on_stop
        holder = QWidget()
        flow = Flow(holder)
        self.stop = secondary(_("Stop"), self._stop, "x")
        flow.addWidget(self.stop)
        self.add(holder)

    def watch(self, task: Task) -> None:
        """Follow one task."""
        self._task = task
        task.progressed.connect(self._show)

    def _show(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        if self._task is not None:
            self._task.cancel()
        if self._on_stop is not None:
            self._on_stop()
