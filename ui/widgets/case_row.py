"""How one case looks in the list: name, code, status, and when it was last changed."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from familytrace.i18n import _, isolate_ltr, language
from familytrace.model.choices import CHOICES
from familytrace.model.date_words import in_words
from familytrace.model.partial_date import PartialDate
from ui.theme import font
from ui.tokens import LOOK
from ui.widgets.pill import draw_pill, pill_size
from ui.widgets.record_table import ROW_ROLE

TONES = {
    "unknown": "warn",
    "missing_no_news": "warn",
    "contact_lost_free_unknown": "warn",
    "sentence_ended_no_news": "warn",
    "released_monitored": "info",
    "released_free": "ok",
    "reappeared_contact": "ok",
    "left_country": "ok",
    "deceased_in_custody": "plain",
    "deceased_after_release": "plain",
    "deceased_other": "plain",
}
_ROW = 64
_DATE_FROM = 620


class CaseRow(QStyledItemDelegate):
    """Paints a CaseLine; mirrored on right-to-left pages."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        return QSize(LOOK.px(240), LOOK.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        _ground(painter, place, state)
        line = index.data(ROW_ROLE)
        inner = place.adjusted(LOOK.px(16), LOOK.px(9), -LOOK.px(16), -LOOK.px(9))
        free = _tail(painter, inner, line)
        _words(painter, free, line)
        painter.restore()


def title_of(line: Any) -> str:
    """Return the name that heads a case in the list."""
    return str(line.title) or _("No name yet")


def status_of(line: Any) -> str:
    """Return the status of a case in words."""
    return _(CHOICES["status"].get(line.status, CHOICES["status"]["unknown"]))


def changed_on(line: Any) -> str:
    """Return the day on which a case was last changed, in words."""
    return in_words(PartialDate(line.updated.date().isoformat()), language())


def spoken(line: Any) -> str:
    """Return what a screen reader says for a row."""
    changed = _("changed {date}").format(date=changed_on(line))
    return f"{title_of(line)}, {status_of(line)}, {changed}"


def _ground(painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(place, QColor(LOOK.colour("accent_soft")))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(place, QColor(LOOK.colour("hover")))
    painter.setPen(QPen(QColor(LOOK.colour("border"))))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(LOOK.colour("accent")), 2))
        painter.drawRect(place.adjusted(1, 1, -2, -2))


def _at(inner: QRect, part: QRect) -> QRect:
    way = Qt.LayoutDirection.RightToLeft if LOOK.rtl else Qt.LayoutDirection.LeftToRight
    return QStyle.visualRect(way, inner, part)


def _tail(painter: QPainter, inner: QRect, line: Any) -> QRect:
    """Draw status and date at the end of the line; return the room before them."""
    status = status_of(line)
    size = pill_size(status)
    used = 0
    if inner.width() >= LOOK.px(_DATE_FROM):
        painter.setFont(font("sm"))
        wide = painter.fontMetrics().horizontalAdvance(changed_on(line)) + LOOK.px(4)
        room = _at(inner, QRect(inner.right() - wide, inner.top(), wide, inner.height()))
        painter.setPen(QColor(LOOK.colour("text3")))
        painter.drawText(room, _side(end=True), changed_on(line))
        used = wide + LOOK.px(16)
    if inner.width() >= LOOK.px(360):
        top = inner.top() + (inner.height() - size.height()) // 2
        start = inner.right() - used - size.width()
        pill = _at(inner, QRect(start, top, size.width(), size.height()))
        draw_pill(painter, QRectF(pill), status, TONES.get(line.status, "violet"))
        used += size.width() + LOOK.px(16)
    return _at(inner, QRect(inner.left(), inner.top(), inner.width() - used, inner.height()))


def _words(painter: QPainter, room: QRect, line: Any) -> None:
    half = room.height() // 2
    above = QRect(room.left(), room.top(), room.width(), half)
    below = QRect(room.left(), room.top() + half, room.width(), room.height() - half)
    for place, text, step, weight, colour in (
        (above, title_of(line), "lg", 600, "text"),
        (below, _("Case {code}").format(code=isolate_ltr(line.code)), "sm", 400, "text2"),
    ):
        painter.setFont(font(step, weight))
        painter.setPen(QColor(LOOK.colour(colour)))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _side(end=False), shown)


def _side(*, end: bool) -> Qt.AlignmentFlag:
    right = LOOK.rtl != end
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
