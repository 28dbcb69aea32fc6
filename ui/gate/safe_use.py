"""What to know before the first word is written."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from familytrace.i18n import N_, _
from ui.tokens import LOOK
from ui.widgets.button import link, primary
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.layouts import column, line, row

RULES = (
    ("house", N_("Use a computer that belongs to you or to somebody you trust.")),
    ("eye-off", N_("F12 hides the window at once. Ctrl and L lock it.")),
    (
        "users",
        N_("Do not write down who told you something if they can be punished. Write “a relative”."),
    ),
    ("send", N_("Nothing leaves this computer until you send it yourself.")),
    (
        "shield-alert",
        N_("It cannot help if somebody makes you open it, or if the computer is infected."),
    ),
)


class SafeUsePage(QWidget):
    """Five short rules, one button to go on, and the ways for those who were here before."""

    def __init__(
        self, on_read: Callable[[], object], others: dict[str, Callable[[], object]]
    ) -> None:
        super().__init__()
        inside = column(self, gap=12)
        inside.addWidget(Label(_("Before you start"), "xxl", wrap=True))
        for icon, text in RULES:
            one = row(gap=12)
            side = column(gap=0)
            side.addWidget(IconView(icon, 20, "accent"))
            side.addStretch(1)
            one.addLayout(side)
            one.addWidget(Label(_(text), wrap=True), 1)
            inside.addLayout(one)
        inside.addSpacing(LOOK.px(4))
        self.button = primary(_("I have read this"), on_read)
        inside.addWidget(self.button)
        inside.addWidget(line())
        inside.addWidget(
            Label(_("Have you used FamilyTrace before?"), "sm", tone="text2", wrap=True)
        )
        for text, on_click in others.items():
            inside.addWidget(link(text, on_click))
        self.setProperty("first", self.button)
