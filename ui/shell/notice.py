"""One message at a time above the page."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from ui.tokens import LOOK
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.layouts import clear, column

DONE = "done"


class Notice(QWidget):
    """Shows a banner with a way to put it away; a new one takes the place of the old.

    What is said under the key ``done`` goes away by itself with the page it was about.
    """

    def __init__(self) -> None:
        super().__init__()
        self._inside = column(self, margins=(16, 12, 16, 0))
        self.key = ""
        self.hide()

    def say(
        self,
        tone: str,
        title: str,
        text: str = "",
        *,
        key: str = "",
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a message; ``key`` lets the same sender take it away again."""
        clear(self._inside)
        self.key = key
        holder = QWidget()
        holder.setContentsMargins(0, LOOK.px(4), 0, 0)
        buttons = Flow(holder)
        if action is not None:
            buttons.addWidget(Button(action[0], on_click=action[1]))
        else:
            buttons.addWidget(Button(_("Close this message"), "link", on_click=self.put_away))
        self._inside.addWidget(Banner(tone, title, text, holder))
        self.show()

    def put_away(self, key: str = "") -> None:
        """Take the message away; with a key only if it is that one."""
        if key and key != self.key:
            return
        clear(self._inside)
        self.key = ""
        self.hide()
