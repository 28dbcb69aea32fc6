"""Eight groups of digits, large, to be read aloud."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from familytrace.i18n import _, isolate_ltr
from ui.tokens import LOOK
from ui.widgets.label import Label
from ui.widgets.layouts import row


class DigitGrid(QWidget):
    """Two lines of four numbered groups, in the order of reading of the page.

    The numbers are those of the fields that the other side types into, so that nobody
    reads them from the wrong end.
    """

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        self.groups = tuple(groups)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(LOOK.px(20))
        grid.setVerticalSpacing(LOOK.px(8))
        for n, group in enumerate(groups):
            shown = Label(isolate_ltr(group), "code", selectable=True)
            shown.setAccessibleName(
                _("Group {number} of the digits").format(number=n + 1) + f": {group}"
            )
            pair = row(gap=6)
            pair.addWidget(Label(str(n + 1), "sm", tone="text3"))
            pair.addWidget(shown)
            grid.addLayout(pair, n // 4, n % 4)
        grid.setColumnStretch(4, 1)
