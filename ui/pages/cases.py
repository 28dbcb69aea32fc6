"""The list of cases, with search in any letters."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QFrame, QListView, QStackedWidget, QWidget

from familytrace.i18n import _
from ui.widgets.button import primary, secondary
from ui.widgets.case_row import CaseRow, spoken, title_of
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import column
from ui.widgets.page import Page
from ui.widgets.record_table import Column, RecordTable
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from ui.shell.shell import Shell

_PAUSE = 150


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return CasesPage(shell)


class CasesPage(Page):
    """Type to search; Enter or a click opens a case."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(
            _("Cases"),
            "",
            primary(_("New case"), lambda: shell.go("new_case"), "plus"),
            wide=True,
        )
        self._shell = shell
        self._asked = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.refresh)
        hint = _("Search a name, a place or a number, in any letters")
        self.search = SearchField(hint=hint, name=_("Search"))
        self.search.textEdited.connect(lambda _text: self._wait.start(_PAUSE))
        self.add(self.search)
        self.model: RecordTable[Any] = RecordTable([Column("", title_of, spoken)], self)
        self.list = self._list()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._framed())
        self.stack.addWidget(self._nobody_yet())
        self.stack.addWidget(self._nothing_found())
        self.body.addWidget(self.stack, 1)
        self.setProperty("first", self.search)
        shell.session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the vault for the cases that fit what is typed."""
        self._asked = self.search.text().strip()
        asked = self._asked
        find = (lambda vault: vault.search(asked)) if asked else (lambda vault: vault.cases())
        self._shell.session.run(find, done=lambda lines: self._show(asked, lines))

    def _show(self, asked: str, lines: tuple[Any, ...]) -> None:
        if asked != self._asked:
            return
        self.model.show(lines)
        self.stack.setCurrentIndex(0 if lines else 2 if asked else 1)
        self.search.setVisible(bool(lines or asked))

    def _open(self, index: QModelIndex) -> None:
        line = self.model.record(index.row())
        self._shell.open_case(line.id, title_of(line), "")

    def _list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(CaseRow(view))
        view.setAccessibleName(_("Cases"))
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setMinimumHeight(120)
        view.clicked.connect(self._open)
        view.activated.connect(self._open)
        return view

    def _framed(self) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        inside = column(card, margins=1)
        inside.addWidget(self.list)
        return card

    def _nobody_yet(self) -> QWidget:
        return EmptyState(
            "users",
            _("No case yet"),
            _("Here stand the people you are looking for. A first name is enough to begin."),
            secondary(_("Write the first name"), lambda: self._shell.go("new_case"), "plus"),
        )

    def _nothing_found(self) -> QWidget:
        return EmptyState(
            "search",
            _("Nothing found"),
            _("Try another spelling, only the beginning, or other letters."),
        )
