"""One recipient: what its card says, and whether the digits were compared."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from familytrace.i18n import _, isolate, isolate_ltr
from familytrace.model.recipient import Recipient
from ui.pages.consent_looks import day_words
from ui.pages.recipient_looks import recipient_pill
from ui.widgets.banner import Banner
from ui.widgets.button import Button, secondary
from ui.widgets.card import Card
from ui.widgets.chips import Chips
from ui.widgets.digits import Digits
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import row

Compared = Callable[[Recipient, str, str], object]
HOW = ("by telephone", "by video", "face to face")


class RecipientCard(Card):
    """``on_compared`` takes the recipient, the digits as typed, and how they were heard."""

    def __init__(self, recipient: Recipient, digits: Sequence[str], on_compared: Compared) -> None:
        super().__init__(gap=10)
        self.recipient = recipient
        self._digits, self._on_compared = tuple(digits), on_compared
        self.digits: Digits | None = None
        self.same: Button | None = None
        head = row(gap=8)
        head.addWidget(Label(isolate(recipient.name), "lg", wrap=True), 1)
        head.addWidget(recipient_pill(recipient))
        self.add(head)
        for text in _facts(recipient):
            self.add(Label(text, "sm", tone="text2", wrap=True))
        self.compare: Button | None = None
        if recipient.age_key and not recipient.verified_on:
            self.compare = secondary(_("Compare the digits"), self.open_digits, "phone")
            self.compare.setAccessibleName(
                _("Compare the digits of {name}").format(name=recipient.name)
            )
            holder = QWidget()
            Flow(holder).addWidget(self.compare)
            self.add(holder)

    def open_digits(self) -> None:
        """Ask for the digits as somebody there reads them aloud."""
        if self.digits is not None:
            return
        inner = Card(_("Type what you hear"), role="sunken", gap=12)
        inner.add(
            Label(
                _(
                    "Call somebody you know there, with a number that you already had. Ask them "
                    "to read the eight groups from their own screen."
                ),
                wrap=True,
            )
        )
        self.digits = Digits()
        inner.add(self.digits)
        ways = zip(HOW, (_("By telephone"), _("By video"), _("Face to face")), strict=True)
        self.how = Chips(list(ways), chosen=[HOW[0]], name=_("How you heard them"))
        inner.add(Field(_("How you heard them"), self.how))
        holder = QWidget()
        flow = Flow(holder)
        self.same = secondary(_("Compare"), self.go, "check")
        flow.addWidget(self.same)
        inner.add(holder)
        self._inner = inner
        self.add(inner)
        QTimer.singleShot(0, self.digits, self.digits.groups[0].setFocus)

    def go(self) -> None:
        """Compare; only all forty digits are enough."""
        if self.digits is None:
            return
        if not self.digits.is_complete():
            self.digits.mark((), _("All eight groups are needed, five digits each."))
            return
        wrong = self.digits.differing(self._digits)
        if wrong:
            self.digits.mark(wrong, _("Group {number} differs.").format(number=wrong[0]))
            self._warn()
            return
        how = (self.how.chosen() or [HOW[0]])[0]
        self._on_compared(self.recipient, self.digits.text(), how)

    def _warn(self) -> None:
        if getattr(self, "warning", None) is None:
            text = _("Ask them to read it again. If it stays different, send nothing to this card.")
            self.warning = Banner("danger", _("These are not the digits of this card"), text)
            self._inner.add(self.warning)


def _facts(recipient: Recipient) -> list[str]:
    found = []
    if recipient.contact:
        found.append(isolate(recipient.contact))
    if recipient.keeps:
        found.append(_("How long they keep it: {words}").format(words=isolate(recipient.keeps)))
    for refusal in recipient.refuses.splitlines():
        found.append(_("What they do not take: {words}").format(words=isolate(refusal)))
    if recipient.verified_on:
        day = day_words(recipient.verified_on)
        found.append(_("Digits compared on {day}").format(day=day))
    elif not recipient.age_key:
        found.append(_("Without a key: on paper, or sealed with words that you tell by voice."))
    if recipient.made_on:
        made = isolate_ltr(day_words(recipient.made_on))
        found.append(_("Card of {day}").format(day=made))
    return found
