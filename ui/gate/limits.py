"""What this program cannot do, one click from the lock screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from familytrace.i18n import N_, _
from ui.widgets.button import Button
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.layouts import column, row

CANNOT = (
    N_("It cannot protect you if somebody makes you open it."),
    N_("It cannot protect you if this computer is infected or watched from outside."),
    N_("It cannot stop a photo of the screen. Other programs may read or record the screen."),
    N_("It cannot make anybody forget what you have already sent."),
    N_("It cannot know whether the one you send to is really who they say."),
    N_("It cannot erase every copy: backups, sent files and old disks may keep one."),
    N_("It cannot keep what the computer itself writes down when it sleeps or runs out of memory."),
    N_("It cannot open your records without your six words or the recovery code."),
)
CAN = (
    N_("It can keep your records closed when the computer is lost or stolen."),
    N_("It can keep a curious person at home out."),
    N_("It can survive a power cut: what was saved stays saved."),
    N_("It can notice a damaged or changed package."),
)


class LimitsPage(QWidget):
    """Two honest lists."""

    def __init__(self, on_back: Callable[[], object]) -> None:
        super().__init__()
        inside = column(self, gap=9)
        inside.addWidget(Label(_("What this cannot do"), "xl", wrap=True))
        for text in CANNOT:
            inside.addLayout(_line("circle-x", "danger", _(text)))
        inside.addSpacing(6)
        inside.addWidget(Label(_("What it can do"), "lg", wrap=True))
        for text in CAN:
            inside.addLayout(_line("circle-check", "ok", _(text)))
        back = row()
        self.back = Button(_("Back"), on_click=on_back)
        back.addWidget(self.back)
        back.addStretch(1)
        inside.addLayout(back)
        self.setProperty("first", self.back)


def _line(icon: str, colour: str, text: str) -> QHBoxLayout:
    one = row(gap=10)
    side = column(gap=0)
    side.addWidget(IconView(icon, 17, colour))
    side.addStretch(1)
    one.addLayout(side)
    one.addWidget(Label(text, wrap=True), 1)
    return one
