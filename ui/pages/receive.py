"""Received: open packages in quarantine, see who sent them, keep or leave them whole."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familytrace.actions.receive_package import ReceivedCase, keep
from familytrace.i18n import _, isolate_ltr
from familytrace.vault.senders import Received
from ui.choose_file import choose_files
from ui.pages.export_frame import ExportFrame
from ui.pages.receive_row import ReceiveRow
from ui.pages.receive_work import Inbox, inbox, open_file
from ui.pages.received_view import ReceivedView
from ui.shell.notice import DONE
from ui.show_error import sentences
from ui.widgets.banner import Banner
from ui.widgets.button import Button, primary, secondary
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import clear
from ui.widgets.work_card import WorkCard

if TYPE_CHECKING:
    from ui.shell.shell import Shell


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return ReceivePage(shell)


class ReceivePage(ExportFrame):
    """One package at a time, decided before the next is opened."""

    def __init__(self, shell: "Shell") -> None:
        self.open = primary(_("Open packages"), self._choose, "package-open")
        self.ours = secondary(_("Our key and card"), lambda: shell.go("group"), "key-round")
        title = _("The form as they see it")
        super().__init__(shell.session, _("Received"), "", title, self.ours, self.open)
        self._shell = shell
        self._waiting: list[Path] = []
        self._number = self._total = 0
        self.inbox: Inbox | None = None
        self.view: ReceivedView | None = None
        self.errors: list[Banner] = []
        self.rows: list[ReceiveRow] = []
        self.setProperty("first", self.open)
        self.load()

    def load(self) -> None:
        """Show what has come in."""
        self._shell.session.run(inbox, done=self._loaded)

    def open_files(self, paths: list[Path]) -> None:
        """Open packages, one after the other."""
        self._waiting = list(paths)
        self._number, self._total = 0, len(paths)
        self.errors = []
        clear(self.parts)
        self._next()

    def _choose(self) -> None:
        choose_files(self, _("Which packages?"), ["*.ftcase"], self.open_files)

    def _loaded(self, found: Inbox) -> None:
        self.inbox = found
        self.view = None
        self.rows = []
        clear(self.parts)
        self.show_preview(False)
        self._say("")
        self.open.setVisible(found.has_key)
        self.ours.setVisible(found.has_key)
        for banner in self.errors:
            self.parts.addWidget(banner)
        self.errors = []
        if not found.has_key:
            no_key = self._no_key()
            self.parts.addWidget(no_key)
            self.setProperty("first", no_key.findChild(Button))
            self._shell.focus_first()
        elif not found.received:
            self.parts.addWidget(self._nothing())
        for one in found.received:
            self._add_row(found, one)

    def _add_row(self, found: Inbox, one: Received) -> None:
        title = found.titles.get(one.case_id)
        name = title or _("No name yet")
        made = ReceiveRow(
            one,
            title,
            lambda: self._shell.open_case(one.case_id, name),
            ended=one.package_id in found.ended,
        )
        self.rows.append(made)
        self.parts.addWidget(made)

    def _next(self) -> None:
        """Open the next file, or go back to the list when there is none."""
        self.view = None
        self.show_preview(False)
        if not self._waiting:
            self.load()
            return
        path = self._waiting.pop(0)
        self._number += 1
        clear(self.parts)
        self.open.hide()
        self.ours.hide()
        work = WorkCard(_("Opening in quarantine…"), self._stop)
        self.parts.addWidget(work)
        number, total = isolate_ltr(str(self._number)), isolate_ltr(str(self._total))
        words = _("Package {number} of {total}").format(number=number, total=total)
        self._say(words if self._total > 1 else "")
        task = self._shell.session.run(open_file, path, done=self._opened, failed=self._refused)
        work.watch(task)

    def _say(self, words: str) -> None:
        self.subtitle.setText(words)
        self.subtitle.setVisible(bool(words))

    def _stop(self) -> None:
        self._waiting = []

    def _opened(self, received: ReceivedCase) -> None:
        clear(self.parts)
        for banner in self.errors:
            self.parts.addWidget(banner)
        self.errors = []
        self.view = ReceivedView(
            self._shell.session, received, lambda: self._keep(received), self._next
        )
        self.parts.addWidget(self.view)
        self.scrolling.verticalScrollBar().setValue(0)
        if received.opened.form_pdf:
            self.show_preview(True)
            self.preview.show_pdf(received.opened.form_pdf)
        self.view.leave.setFocus()

    def _refused(self, error: Exception) -> None:
        said, advice = sentences(error)
        if self._total > 1:
            number = isolate_ltr(str(self._number))
            said = _("Package {number}: {words}").format(number=number, words=said)
        self.errors.append(Banner("danger", said, advice))
        self._next()

    def _keep(self, received: ReceivedCase) -> None:
        if self.view is not None:
            self.view.keep.setEnabled(False)
            self.view.leave.setEnabled(False)
        self._shell.session.run(
            keep, received, done=lambda _case: self._kept(), failed=self._refused, changes="cases"
        )

    def _kept(self) -> None:
        text = _("It stands beside your other cases; nothing was merged.")
        self._shell.notice.say("ok", _("Kept"), text, key=DONE)
        self._next()

    def _no_key(self) -> EmptyState:
        return EmptyState(
            "inbox",
            _("For groups that receive cases"),
            _(
                "Make a key and a card first. Families seal cases to your key, and only you "
                "can open them. If you only look for your own relative, you do not need this."
            ),
            secondary(_("Make a key and a card"), lambda: self._shell.go("group"), "key-round"),
        )

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "inbox",
            _("Nothing has come in yet"),
            _("Open a package that a family gave you. It is looked at in quarantine first."),
            secondary(_("Open packages"), self._choose, "package-open"),
        )
