"""Rows wrap, bodies keep their height, margins are mirrored."""

from itertools import pairwise

from PySide6.QtCore import QMargins, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.tokens import LOOK
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import clear, column, line, row
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll


def _row(qtbot: QtBot, width: int) -> tuple[QWidget, Flow, list[QPushButton]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, gap=8)
    buttons = [QPushButton(f"Button {n}") for n in range(6)]
    for button in buttons:
        flow.addWidget(button)
    holder.resize(width, flow.heightForWidth(width))
    holder.show()
    return holder, flow, buttons


def _overlap(parts: list[QPushButton]) -> bool:
    shapes = [part.geometry() for part in parts]
    return any(a.intersects(b) for n, a in enumerate(shapes) for b in shapes[n + 1 :])


def test_a_row_wraps_when_it_is_too_long(qtbot: QtBot) -> None:
    _holder, flow, buttons = _row(qtbot, 260)
    assert buttons[0].y() < buttons[-1].y()
    assert not _overlap(buttons)
    assert flow.heightForWidth(260) > flow.heightForWidth(2000)
    assert all(button.geometry().right() < 260 for button in buttons)


def test_a_row_is_mirrored_on_a_right_to_left_page(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, rtl=True)
    _holder, _flow, buttons = _row(qtbot, 600)
    assert buttons[0].x() > buttons[1].x()
    assert not _overlap(buttons)


def test_a_row_is_no_wider_than_its_widest_part(qtbot: QtBot) -> None:
    _holder, flow, buttons = _row(qtbot, 600)
    assert flow.minimumSize().width() <= max(b.sizeHint().width() for b in buttons)
    buttons[0].hide()
    assert 6 == flow.count()
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
    assert flow.itemAt(0) is not None


def test_margins_are_mirrored_with_the_page() -> None:
    LOOK.choose(rtl=True)
    layout = row(margins=(1, 2, 3, 4))
    LOOK.choose()
    assert QMargins(3, 2, 1, 4) == layout.contentsMargins()


def test_what_is_cleared_is_gone(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = column(holder)
    inner = row()
    inner.addWidget(Label("a"))
    layout.addLayout(inner)
    layout.addWidget(line())
    clear(layout)
    assert (0, []) == (layout.count(), [w for w in holder.findChildren(QWidget) if w.isVisible()])


def test_wrapped_lines_never_overlap_in_a_scrolling_body(qtbot: QtBot) -> None:
    body = QWidget()
    inside = column(body)
    labels = [Label("some words that wrap " * 20, wrap=True) for _n in range(4)]
    for label in labels:
        inside.addWidget(label)
    scroll = Scroll(body)
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    scroll.show()
    shapes = [QRect(label.pos(), label.size()) for label in labels]
    assert not any(a.intersects(b) for a, b in pairwise(shapes))
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    before = body.minimumHeight()
    labels[0].setText("short")
    qtbot.waitUntil(lambda: body.minimumHeight() < before)


def test_a_page_gives_little_windows_little_margins(qtbot: QtBot) -> None:
    page = Page("Title", "Below", QPushButton("Do"))
    qtbot.addWidget(page)
    page.add(Label("x"))
    page.finish()
    page.resize(1000, 700)
    page.show()
    wide = page.layout()
    assert wide is not None
    assert 24 == wide.contentsMargins().left()
    page.resize(640, 360)
    assert 14 == wide.contentsMargins().left()
    page.clear_body()
    assert 0 == page.body.count()
