"""Other ways than the sealed package: each says first what it means."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from ui.widgets.banner import Banner
from ui.widgets.button import Button, link, secondary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layouts import clear, column


class WaysCard(Card):
    """``on_plain`` takes ``pdf`` or ``sheet`` after somebody said yes to the open file."""

    def __init__(self, on_plain: Callable[[str], object]) -> None:
        super().__init__(_("Other ways"), gap=8)
        self._on_plain = on_plain
        self.pdf = link(_("A PDF without a lock, to print"), lambda: self._warn("pdf"), "printer")
        self.sheet = link(
            _("Questions and answers as open text"), lambda: self._warn("sheet"), "file-text"
        )
        self.add(self.pdf)
        self.add(self.sheet)
        self._place = column(gap=8)
        self.add(self._place)
        self.sure: Button | None = None

    def _warn(self, form: str) -> None:
        clear(self._place)
        holder = QWidget()
        flow = Flow(holder)
        self.sure = secondary(_("Write it without a lock"), lambda: self._agreed(form), "unlink")
        flow.addWidget(self.sure)
        flow.addWidget(Button(_("Better not"), "quiet", on_click=self._close))
        self._place.addWidget(
            Banner(
                "warn",
                _("Anybody who finds this file can read it."),
                _(
                    "A stick, a mail, a phone or a printer keeps copies, also after you delete it. "
                    "A copy shop must never have it."
                ),
                holder,
            )
        )

    def _agreed(self, form: str) -> None:
        self._close()
        self._on_plain(form)

    def _close(self) -> None:
        clear(self._place)
        self.sure = None
