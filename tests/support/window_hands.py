"""Hands and eyes: real mouse and key events on what can be seen, found by its words.

Nothing here calls a setter, a slot or an action of the program. Every event goes to the
window itself, and Qt finds what lies under the mouse or has the keyboard.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from familytrace.i18n import _
from ui.window import Window

Kinds = type[QWidget] | tuple[type[QWidget], ...]
WRITTEN_IN = (QLineEdit, QTextEdit)
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))
_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier
_NOTCH = 120
_LONG = 20_000


class NotSeenError(AssertionError):
    """A person looking for these words would not have found them."""


def clean(text: str) -> str:
    """Return a text as it is read: without marks of direction and of shortcuts."""
    return text.translate(_MARKS).replace("&", "").strip()


def words_of(widget: QWidget) -> set[str]:
    """Return what a control or a line of text is called: its name, and what stands on it."""
    said = {clean(widget.accessibleName())}
    if isinstance(widget, QAbstractButton | QLabel):
        said.add(clean(widget.text()))
    return said - {""}


class Hands:
    """One person in front of one window."""

    def __init__(self, window: Window, bot: QtBot) -> None:
        self.window = window
        self._bot = bot

    def rest(self) -> None:
        """Wait until the program has nothing left to do."""
        self._bot.waitUntil(self._quiet, timeout=_LONG)

    def _quiet(self) -> bool:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        session = self.window._session
        return session is None or session.tasks.waiting == 0

    def wait_for(self, seen: Callable[[], object]) -> None:
        """Wait until something is true."""
        self._bot.waitUntil(lambda: bool(seen()), timeout=_LONG)

    def find(
        self, words: str, where: QWidget | None = None, kind: Kinds = QWidget
    ) -> list[QWidget]:
        """Return the visible things of these words: controls if there are any, else texts."""
        wanted = clean(words)
        shaped = (one for one in self._all(where) if isinstance(one, kind))
        found = [one for one in shaped if wanted in words_of(one)]
        return [one for one in found if not isinstance(one, QLabel)] or found

    def _all(self, where: QWidget | None) -> Iterator[QWidget]:
        top = where or QApplication.activeModalWidget() or self.window
        return (one for one in top.findChildren(QWidget) if one.isVisible())

    def sees(self, words: str, where: QWidget | None = None) -> bool:
        """Tell whether these words can be seen now."""
        return bool(self.find(words, where))

    def reads(self, where: QWidget | None = None) -> str:
        """Return every line of text that can be seen."""
        return "\n".join(clean(one.text()) for one in self._all(where) if isinstance(one, QLabel))

    def names(self) -> set[str]:
        """Return what everything visible is called, as a screen reader says it."""
        return {clean(one.accessibleName()) for one in self._all(None)} - {""}

    def look_for(self, words: str, where: QWidget | None = None, kind: Kinds = QWidget) -> QWidget:
        """Wait for something of these words; NotSeenError where a person would give up."""
        self.rest()
        if not self.find(words, where, kind):
            try:
                self._bot.waitUntil(lambda: bool(self.find(words, where, kind)), timeout=5_000)
            except TimeoutError as error:
                seen = sorted(set().union(*map(words_of, self._all(where))))
                raise NotSeenError(f"{words!r} is not among {seen}") from error
        return self.find(words, where, kind)[0]

    def click(self, words: str, where: QWidget | None = None) -> None:
        """Click what has these words, and wait until everything has come to rest."""
        self.click_on(self.look_for(words, where))
        self.rest()

    def click_on(self, widget: QWidget) -> None:
        """Scroll to a control and click it with the mouse."""
        self.bring_into_view(widget)
        assert widget.isEnabled(), f"{words_of(widget)} is grey"
        top = widget.window()
        at = widget.mapTo(top, _middle(widget))
        under = top.childAt(at)
        assert under is widget or (under and widget.isAncestorOf(under)), f"{under} covers {widget}"
        QTest.mouseClick(_handle(top), _LEFT, _PLAIN, at)

    def bring_into_view(self, widget: QWidget) -> None:
        """Turn the wheel until the control can be seen whole."""
        self._lay_out()
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                self._scroll(parent, partial(_place_in, parent, widget))
            parent = parent.parentWidget()

    def _scroll(self, area: QAbstractScrollArea, place: Callable[[], QRect]) -> None:
        bar = area.verticalScrollBar()
        for _turn in range(400):
            seen, here = area.viewport().rect(), place()
            if here.top() >= 0 and here.bottom() <= seen.bottom():
                return
            down = here.top() > 0 and here.height() <= seen.height()
            before = bar.value()
            _wheel(area, -_NOTCH if down else _NOTCH)
            if bar.value() == before:
                return

    def _lay_out(self) -> None:
        for _round in range(3):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press one key of the keyboard."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        QTest.keyClick(_handle(top), key, modifier)

    def type(self, text: str) -> None:
        """Type letter by letter where the keyboard is; characters come whole, as from an
        input method, and a line break is the Enter key."""
        for letter in text:
            focused = QApplication.focusWidget()
            assert focused is not None, "nothing has the keyboard"
            if letter == "\n":
                QTest.keyClick(focused, Qt.Key.Key_Return)
            elif letter > "\u2e80":
                coming = QInputMethodEvent()
                coming.setCommitString(letter)
                QApplication.sendEvent(focused, coming)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(focused, QKeyEvent(kind, 0, _PLAIN, letter))

    def write(self, label: str, text: str, where: QWidget | None = None) -> None:
        """Click a field, select what stands in it, and type over it."""
        field = self.look_for(label, where, WRITTEN_IN)
        self.click_on(field)
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)

    def pick(self, label: str, entry: str, where: QWidget | None = None) -> bool:
        """Open a list and click an entry; False, and the list closed, where it has none."""
        box = self.look_for(label, where, QComboBox)
        assert isinstance(box, QComboBox), label
        texts = [clean(box.itemText(n)) for n in range(box.count())]
        self.click_on(box)
        self.wait_for(lambda: box.view().isVisible())
        if clean(entry) not in texts:
            self.press(Qt.Key.Key_Escape)
            return False
        self._click_entry(box, texts.index(clean(entry)))
        self.wait_for(lambda: not box.view().isVisible())
        self.rest()
        return True

    def _click_entry(self, box: QComboBox, row: int) -> None:
        view = box.view()
        index = view.model().index(row, 0)
        self._scroll(view, lambda: view.visualRect(index))
        top = view.window()
        seen = view.visualRect(index).intersected(view.viewport().rect())
        at = view.viewport().mapTo(top, seen.center())
        for step in (QPoint(16, 0), QPoint()):
            QTest.mouseMove(_handle(top), at + step)
        QTest.mouseClick(_handle(top), _LEFT, _PLAIN, at)

    def open_row(self, words: str) -> None:
        """Click the line of a list that begins with these words."""
        self.rest()
        (view,) = (one for one in self._all(None) if isinstance(one, QListView))
        assert isinstance(view, QListView)
        rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        index = next(one for one in rows if clean(str(one.data())).startswith(clean(words)))
        self._scroll(view, lambda: view.visualRect(index))
        top = view.window()
        at = view.viewport().mapTo(top, view.visualRect(index).center())
        QTest.mouseClick(_handle(top), _LEFT, _PLAIN, at)
        self.rest()

    def pick_from_menu(self, button: str, entry: str, where: QWidget | None = None) -> None:
        """Click a button with a menu, and an entry of it."""
        self.click_on(self.look_for(button, where))
        self.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (action,) = (one for one in menu.actions() if clean(one.text()) == clean(entry))
        at = menu.actionGeometry(action).center()
        QTest.mouseMove(_handle(menu), at)
        QTest.mouseClick(_handle(menu), _LEFT, _PLAIN, at)
        self.rest()

    def choose_path(self, path: Path) -> None:
        """Type a path into the open file dialog and press Enter."""
        self.wait_for(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(edit, QLineEdit)
        self.click_on(edit)
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(str(path))
        self.press(Qt.Key.Key_Return)
        self.wait_for(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()  # as a desktop does when a dialog closes
        self.wait_for(self.window.isActiveWindow)
        self.rest()

    def card_in_use(self) -> QWidget:
        """Return the card on the page that has the keyboard."""
        one: QWidget | None = QApplication.focusWidget()
        while one is not None and one.property("role") not in ("card", "sunken"):
            one = one.parentWidget()
        assert one is not None, "the keyboard is on no card"
        return one

    def go_to(self, title: str) -> None:
        """Click a page in the sidebar."""
        self.click(_(title))


def _middle(widget: QWidget) -> QPoint:
    if isinstance(widget, QCheckBox):
        option = QStyleOptionButton()
        widget.initStyleOption(option)
        mark = QStyle.SubElement.SE_CheckBoxIndicator
        return widget.style().subElementRect(mark, option, widget).center()
    return widget.rect().center()


def _place_in(area: QScrollArea, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(area.viewport(), QPoint()), widget.size())


def _handle(top: QWidget) -> QWindow:
    handle = top.windowHandle()
    assert handle is not None
    return handle


def _wheel(area: QAbstractScrollArea, notch: int) -> None:
    port = area.viewport()
    at = QPointF(port.rect().center())
    turned = QWheelEvent(
        at,
        QPointF(port.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, notch),
        Qt.MouseButton.NoButton,
        _PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, turned)
