"""A short list of records inside a page that has other parts too."""

from typing import Any

from familytrace.i18n import _
from familytrace.model.case import Case
from familytrace.model.document import new_id
from familytrace.model.records import noun_of
from ui.pages.case_page import CasePage
from ui.pages.record_list import Kind
from ui.widgets.button import link
from ui.widgets.card import Card
from ui.widgets.record_card import RecordCard


class RecordsInCard(Card):
    """Each record is a card in the card; a new one is open at once."""

    def __init__(self, page: CasePage, kind: Kind, case: Case) -> None:
        self.add_button = link(_(kind.add), self.add_record, "plus")
        super().__init__(_(kind.title), action=self.add_button)
        self._page, self._kind, self._case = page, kind, case
        self.cards: list[RecordCard] = []
        for record in kind.of(case):
            self._card(record)

    def add_record(self) -> None:
        """Add an empty, open record at the end."""
        self._card(self._kind.make(id=new_id())).open()

    def _card(self, record: Any) -> RecordCard:
        card = self._kind.card(record, self._case)
        card.setProperty("role", "sunken")
        card.edited.connect(self._page.save.typed)
        card.left.connect(self._page.save.left)
        card.removed.connect(lambda gone: self._remove(card, gone))
        self.cards.append(card)
        self.add(card)
        return card

    def _remove(self, card: RecordCard, record: Any) -> None:
        case_id, table = self._page.case_id, noun_of(record).table

        def delete(vault: Any) -> None:
            vault.flush(case_id)
            if any(one.id == record.id for one in vault.records(table, case_id)):
                vault.delete(case_id, table, record.id)

        self.cards.remove(card)
        card.hide()
        card.deleteLater()
        self.add_button.setFocus()
        self._page.save.change(delete)
