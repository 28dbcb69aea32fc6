"""The six words that will open the vault, shown once to be written on paper."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from familytrace.i18n import _, isolate_ltr
from ui.tokens import LOOK
from ui.widgets.banner import Banner
from ui.widgets.button import Button, primary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import column, row


class WordsPage(QWidget):
    """Shows the words in a numbered grid; they are not put anywhere else."""

    def __init__(
        self,
        words: str,
        on_written: Callable[[], object],
        on_other: Callable[[], object],
        on_back: Callable[[], object],
    ) -> None:
        super().__init__()
        inside = column(self, gap=12)
        inside.addWidget(Label(_("These six words open your records"), "xl", wrap=True))
        inside.addWidget(
            Label(
                _("Write them on paper, in this order. Keep the paper where only you find it."),
                tone="text2",
                wrap=True,
            )
        )
        card = Card()
        card.add(_grid(words.split()))
        inside.addWidget(card)
        inside.addWidget(
            Banner(
                "warn",
                _("Nobody can find these words for you"),
                _("We do not know them. Without them your records stay closed."),
            )
        )
        holder = QWidget()
        buttons = Flow(holder)
        self.button = primary(_("I have written them down"), on_written)
        self.other = Button(_("Show other words"), on_click=on_other, icon="refresh-cw")
        self.back = Button(_("Back"), "quiet", on_click=on_back)
        for button in (self.button, self.other, self.back):
            buttons.addWidget(button)
        inside.addWidget(holder)
        self.setProperty("first", self.button)


def _grid(words: list[str]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(LOOK.px(20))
    grid.setVerticalSpacing(LOOK.px(10))
    for n, word in enumerate(words):
        pair = row(gap=10)
        pair.addWidget(Label(str(n + 1), "sm", tone="text3"))
        shown = Label(isolate_ltr(word), "code")
        shown.setAccessibleName(_("Word {number}: {word}").format(number=n + 1, word=word))
        pair.addWidget(shown, 1)
        grid.addLayout(pair, n // 2, n % 2)
    return grid
