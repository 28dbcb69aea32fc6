"""Who will see it, in order: those with the key, then governments, then everybody."""

from familytrace.consent.readers import Reader
from familytrace.i18n import _
from ui.widgets.card import Card
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.layouts import column, row
from ui.widgets.pill import Pill


class ReadersCard(Card):
    """Three rows; an open or a crossed eye and a word say whether they will see it."""

    def __init__(self, circles: tuple[Reader, ...]) -> None:
        super().__init__(_("Who will see it"), gap=12)
        for circle in circles:
            line = row(gap=10)
            side = column(gap=0)
            tone = "warn" if circle.sees else "text3"
            side.addWidget(IconView("eye" if circle.sees else "eye-off", 18, tone))
            side.addStretch(1)
            line.addLayout(side)
            words = column(gap=2)
            words.addWidget(Label(circle.title, weight="medium", wrap=True))
            words.addWidget(Label(circle.sentence, "sm", tone="text2", wrap=True))
            line.addLayout(words, 1)
            end = column(gap=0)
            end.addWidget(
                Pill(_("Will see it"), "warn") if circle.sees else Pill(_("Will not"), "plain")
            )
            end.addStretch(1)
            line.addLayout(end)
            self.add(line)
