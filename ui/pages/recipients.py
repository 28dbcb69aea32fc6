"""Recipients: taken from a card, trusted only after the digits were compared by voice."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from familytrace.actions.recipients import (
    add_plain_recipient,
    add_recipient,
    digits_of,
    list_recipients,
    verify_recipient,
)
from familytrace.actions.sealed_files import read_card_file
from familytrace.i18n import _
from familytrace.model.recipient import Recipient
from ui.choose_file import choose_file
from ui.pages.recipient_card import RecipientCard
from ui.shell.notice import DONE
from ui.show_error import sentences
from ui.widgets.button import Button, link, primary, secondary
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.page import Page

if TYPE_CHECKING:
    from ui.shell.shell import Shell

Known = tuple[Recipient, tuple[str, ...]]


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return RecipientsPage(shell)


class RecipientsPage(Page):
    """Each recipient is a card; a changed key is a new stranger."""

    def __init__(self, shell: "Shell") -> None:
        self.add_card = primary(_("Add a card"), self._choose, "file-down")
        back = Button(_("Back"), "quiet", on_click=self._back, icon="arrow-left")
        super().__init__(
            _("Recipients"),
            _("Who can receive a case. Their card comes from them; the digits prove it."),
            back,
            self.add_card,
        )
        self._shell = shell
        self._errand = shell.session.take_errand()
        self.cards: list[RecipientCard] = []
        self.setProperty("first", self.add_card)
        self.load()

    def load(self) -> None:
        """Read and show all recipients."""
        self._shell.session.run(_read, done=self._show)

    def read_card(self, path: Path) -> None:
        """Take a card from a file."""

        def take(vault: Any) -> Recipient:
            text = read_card_file(path)
            same = (one for one in list_recipients(vault) if one.card == text)
            return next(same, None) or add_recipient(vault, text)

        self._shell.session.run(
            take, done=self._added, failed=self._shell.show_trouble, changes="recipient"
        )

    def _choose(self) -> None:
        choose_file(self, _("Which card?"), ["*.ftcard"], self.read_card)

    def _added(self, recipient: Recipient) -> None:
        where, _before, *rest = (*self._errand, "", "")
        self._errand = (where, recipient.id, *rest)
        title = _("The card is added")
        if recipient.verified_on:
            text = _("Its digits were compared before.")
        else:
            text = _("Now compare the digits, before anything is sent.")
        self._shell.notice.say("ok", title, text, key=DONE)
        self.load()

    def _show(self, known: tuple[Known, ...]) -> None:
        self.clear_body()
        self.cards = []
        if not known:
            self.add(
                EmptyState(
                    "landmark",
                    _("No recipient yet"),
                    _("A group that you trust gives you its card: a small file. Add it here."),
                    secondary(_("Add a card"), self._choose, "file-down"),
                )
            )
        wanted = self._errand[1] if len(self._errand) > 1 else ""
        for recipient, digits in sorted(known, key=lambda one: one[0].id != wanted):
            card = RecipientCard(recipient, digits, self._compared)
            self.cards.append(card)
            self.add(card)
            if recipient.id == wanted and card.compare is not None:
                card.open_digits()
        self._add_nameless()
        self.finish()

    def _add_nameless(self) -> None:
        """Offer to write down somebody who has no card: print only."""
        self.other = link(_("Somebody without a card"), self._open_name, "plus")
        self.add(self.other)

    def _open_name(self) -> None:
        self.other.hide()
        card = Card(gap=12)
        self.name = LineEdit()
        note = _("They get a paper, or a package sealed with words that you tell by voice.")
        self.name_field = Field(_("Name of the recipient"), self.name, help_text=note)
        card.add(self.name_field)
        self.keep = secondary(_("Keep this name"), self._keep_name, "check")
        card.add(self.keep)
        self.body.insertWidget(self.body.count() - 1, card)
        self.name.returnPressed.connect(self._keep_name)
        self.name.setFocus()

    def _keep_name(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name_field.set_error(_("Type a name."))
            return
        self._shell.session.run(
            add_plain_recipient, name, done=lambda _made: self.load(), changes="recipient"
        )

    def _compared(self, recipient: Recipient, digits: str, how: str) -> None:
        self._shell.session.run(
            verify_recipient,
            recipient.id,
            digits,
            how,
            done=lambda _made: self._verified(),
            failed=lambda error: self._shell.notice.say("danger", *sentences(error)),
            changes="recipient",
        )

    def _verified(self) -> None:
        if self._errand and self._errand[0]:
            self._back()
        else:
            self.load()
        text = _("What you seal for them can be opened only by them.")
        self._shell.notice.say("ok", _("The digits are the same"), text, key=DONE)

    def _back(self) -> None:
        where = self._errand[0] if self._errand else ""
        if where == "export":
            self._shell.session.errand = tuple((*self._errand[1:], "")[:2])
        self._shell.go(where or ("consent" if self._shell.session.case_id else "cases"))


def _read(vault: Any) -> tuple[Known, ...]:
    return tuple((one, digits_of(one)) for one in list_recipients(vault))
