"""The window around the pages of an open vault."""

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from familytrace.i18n import _
from ui.idle import LOCK_AFTER, IdleWatch
from ui.keys import SafetyKeys
from ui.session import SAVED, Session
from ui.shell.cover import Cover
from ui.shell.notice import DONE, Notice
from ui.shell.places import BY_KEY
from ui.shell.sidebar import Sidebar
from ui.show_error import sentences
from ui.tokens import LOOK
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from ui.window import Window

_RAIL_UNDER = 1060
_LOW_UNDER = 460
_HIDDEN_SECONDS = 60


class Shell(QStackedWidget):
    """Sidebar and pages; hides, locks, and shows what the session has to say.

    A page gets this object: ``shell.session`` for work, ``shell.go(key)`` to leave,
    ``shell.notice`` for a message, ``shell.open_case(id, name, second)``.
    """

    def __init__(self, window: "Window", session: Session, start: str = "cases") -> None:
        super().__init__()
        self.session = session
        self._window = window
        self.current = ""
        self._case = ("", "")
        self.side = Sidebar()
        self.notice = Notice()
        self.pages = QStackedWidget()
        self._main = self._build()
        self._cover = Cover(self.come_back)
        self.addWidget(self._main)
        self.addWidget(self._cover)
        self._hidden = QTimer(self)
        self._hidden.setSingleShot(True)
        self._hidden.timeout.connect(self.lock)
        self._watch()
        self.go(start)

    def go(self, key: str) -> None:
        """Open a page; it is built anew, so that it shows the present state.

        What is being typed on the page before is saved first: nothing of it is lost, and
        the new page reads the vault after it.
        """
        self.session.flush()
        place = BY_KEY[key]
        page: QWidget = importlib.import_module(place.module).build(self)
        before = self.pages.currentWidget()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if before is not None:
            self.pages.removeWidget(before)
            before.deleteLater()
        self.current = key
        self.notice.put_away(DONE)
        self.side.set_current(key)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard where the open page begins."""
        page = self.pages.currentWidget()
        first = page.property("first") if page is not None else None
        if isinstance(first, QWidget):
            first.setFocus()

    def reload(self) -> None:
        """Build the open page anew."""
        self.go(self.current)

    def open_case(self, case_id: str, name: str, second: str = "", page: str = "person") -> None:
        """Make a case the open one and go to one of its pages."""
        self.session.open_case(case_id)
        self.name_case(name, second)
        self.go(page)

    def name_case(self, name: str, second: str = "") -> None:
        """Show the name of the open case beside its pages."""
        self._case = (name, second)
        self.side.show_case(name, second)

    def close_case(self) -> None:
        """Go back to the list with no case open."""
        self.session.open_case("")
        self.name_case("")
        self.go("cases")

    def hide_all(self) -> None:
        """Cover everything, put the window away, and lock if nobody comes back."""
        self.setCurrentWidget(self._cover)
        _close_dialogs()
        self._window.showMinimized()
        self._hidden.start(_HIDDEN_SECONDS * 1000)

    def come_back(self) -> None:
        """Show the pages again."""
        self._hidden.stop()
        self.setCurrentWidget(self._main)

    def lock(self) -> None:
        """Cover everything and lock for good."""
        self.setCurrentWidget(self._cover)
        _close_dialogs()
        self._window.lock()

    def show_trouble(self, error: Exception) -> None:
        """Show an error that no page wanted above the page."""
        said, advice = sentences(error)
        self.notice.say("danger", said, advice)

    def dress(self) -> None:
        """Apply changed preferences: language, colours and size of the text."""
        self._window.dress_again()

    def rebuilt(self) -> "Shell":
        """Return the same window contents made anew, at the same page and case."""
        self._keys.stop()
        self.idle.stop()
        made = Shell(self._window, self.session, self.current)
        made.name_case(*self._case)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words or only icons beside the page."""
        super().resizeEvent(event)
        self.side.set_narrow(self.width() < LOOK.px(_RAIL_UNDER))
        self.side.set_low(self.height() < LOOK.px(_LOW_UNDER))

    def _build(self) -> QWidget:
        main = QWidget()
        line = row(main, gap=0)
        line.addWidget(self.side)
        beside = QWidget()
        beside.setProperty("role", "page")
        inside = column(beside, gap=0)
        inside.addWidget(self.notice)
        inside.addWidget(self.pages, 1)
        line.addWidget(beside, 1)
        return main

    def _watch(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        self._keys = SafetyKeys(app, self.hide_all, self.lock)
        self.idle = IdleWatch(app, seconds=LOCK_AFTER)
        self.idle.asked.connect(self._still_here)
        self.idle.returned.connect(lambda: self.notice.put_away("idle"))
        self.idle.gone.connect(self.lock)
        self.side.asked.connect(self._asked)
        self.session.failed.connect(self.show_trouble)
        self.session.state.connect(lambda words: self.side.show_state(words, words == _(SAVED)))
        self.destroyed.connect(self._keys.deleteLater)
        self.destroyed.connect(self.idle.deleteLater)

    def _asked(self, key: str) -> None:
        ways = {"hide": self.hide_all, "lock": self.lock}
        if key in ways:
            ways[key]()
        elif key == "cases":
            self.close_case()
        else:
            self.go(key)

    def _still_here(self, seconds: int) -> None:
        title = _("Are you still there?")
        text = _("FamilyTrace locks itself in {seconds} seconds. Everything is saved.")
        here = (_("I am here"), self.idle.here)
        self.notice.say("info", title, text.format(seconds=seconds), key="idle", action=here)


def _close_dialogs() -> None:
    """Close menus and dialogs, so that nothing stays open above the cover."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for _try in range(8):
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        dialog.close()
