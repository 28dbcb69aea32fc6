"""What every page of a case shares: it loads the case, saves while typing, and can undo."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from familytrace.actions.received_limits import ReceivedLimits, received_limits
from familytrace.i18n import _
from familytrace.model.case import Case, main_name
from ui.autosave import Autosave
from ui.pages.case_limits import limits_banner
from ui.widgets.button import icon_button
from ui.widgets.layouts import clear, column
from ui.widgets.page import Page

if TYPE_CHECKING:
    from ui.shell.shell import Shell


def _read(vault: Any, case_id: str) -> tuple[Case, ReceivedLimits | None]:
    return vault.load(case_id), received_limits(vault, case_id)


class CasePage(Page):
    """A page of the open case; a subclass puts its parts on the page in ``fill``."""

    def __init__(self, shell: "Shell", title: str, subtitle: str = "", *actions: QWidget) -> None:
        self.undo = icon_button("undo-2", _("Undo the last change"), lambda: self._again("undo"))
        self.redo = icon_button("redo-2", _("Do it again"), lambda: self._again("redo"))
        super().__init__(title, subtitle, self.undo, self.redo, *actions)
        self.shell = shell
        self.case_id = shell.session.case_id
        self.save = Autosave(shell.session, self.case_id, self)
        self.case = Case()
        whole, self.limits, self.body = self.body, column(gap=0), column(gap=16)
        whole.addLayout(self.limits)
        whole.addLayout(self.body, 1)
        self.undo.setShortcut("Ctrl+Shift+Z")
        self.load()

    def load(self) -> None:
        """Read the case from the vault and show it."""
        case_id = self.case_id
        self.shell.session.run(_read, case_id, done=self._loaded)

    def fill(self, case: Case) -> None:
        """Put the parts on the page."""
        raise NotImplementedError

    def _loaded(self, found: tuple[Case, ReceivedLimits | None]) -> None:
        if self.case_id != self.shell.session.case_id:
            return
        self.case, limits = found
        case = self.case
        self.shell.name_case(main_name(case) or _("No name yet"), case.file.code)
        clear(self.limits)
        if limits is not None:
            self.limits.addWidget(limits_banner(limits))
        clear(self.body)
        self.fill(case)
        self.finish()
        self._focus_first()

    def _focus_first(self) -> None:
        """Put the keyboard where the page begins, unless it is in use elsewhere."""
        first = self.property("first")
        now = QApplication.focusWidget()
        here = now is None or now in (self.undo, self.redo) or not self.isAncestorOf(now)
        if isinstance(first, QWidget) and here:
            first.setFocus()

    def _again(self, what: str) -> None:
        """Undo or redo one step of the whole case, then show it."""
        self.save.settle()
        case_id = self.case_id

        def act(vault: Any) -> None:
            getattr(vault, what)(case_id)

        self.shell.session.run(act, done=lambda _none: self.load(), changes="cases")
