"""A calm message inside the page: icon, one bold sentence, one plain sentence."""

from PySide6.QtWidgets import QFrame, QWidget

from familytrace.i18n import N_, _
from ui.tokens import LOOK
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.layouts import column, row

ICONS = {
    "info": "info",
    "ok": "circle-check",
    "warn": "triangle-alert",
    "danger": "circle-alert",
    "accent": "shield-check",
}
WORDS = {
    "info": N_("Note"),
    "ok": N_("Done"),
    "warn": N_("Take care"),
    "danger": N_("Problem"),
    "accent": N_("Safety"),
}


class Banner(QFrame):
    """``tone`` is info, ok, warn, danger or accent; never colour alone: icon and word."""

    def __init__(
        self,
        tone: str,
        title: str,
        text: str = "",
        action: QWidget | None = None,
        *,
        icon: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        line = row(self, margins=(14, 12, 14, 12), gap=12)
        side = column(gap=0)
        side.addWidget(IconView(icon or ICONS[tone], 18, tone))
        side.addStretch(1)
        line.addLayout(side)
        words = column(gap=2)
        self.title = Label(title, weight="bold", wrap=True)
        self.text = Label(text, "sm", tone="text2", wrap=True)
        if not text:
            self.text.hide()
        words.addWidget(self.title)
        words.addWidget(self.text)
        if action is not None:
            words.addSpacing(LOOK.px(6))
            under = row()
            under.addWidget(action)
            under.addStretch(1)
            words.addLayout(under)
        line.addLayout(words, 1)
        self.setAccessibleName(f"{_(WORDS[tone])}: {title}")
        self.setAccessibleDescription(text)
