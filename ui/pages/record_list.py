"""A page for one kind of record of a case: a card each, opened to be edited."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from familytrace.i18n import _
from familytrace.model.case import Case
from familytrace.model.document import new_id
from familytrace.model.records import noun_of
from ui.pages.case_page import CasePage
from ui.widgets.button import primary, secondary
from ui.widgets.empty_state import EmptyState
from ui.widgets.record_card import RecordCard

if TYPE_CHECKING:
    from ui.shell.shell import Shell


@dataclass(frozen=True)
class Kind:
    """What a page needs to know of its records.

    ``of`` finds them in a case; ``summary`` returns a title and a second line;
    ``first`` names the questions asked at once; ``options`` the choices of references.
    """

    title: str
    subtitle: str
    icon: str
    add: str
    empty: str
    make: Callable[..., Any]
    of: Callable[[Case], Sequence[Any]]
    summary: Callable[[Any], tuple[str, str]]
    first: Sequence[str] = ()
    leave_out: Sequence[str] = ()
    advise: Callable[[Any], Mapping[str, str]] | None = None
    options: Callable[[Case], Mapping[str, Mapping[str, str]]] = field(
        default=lambda _case: {}, repr=False
    )

    def card(self, record: Any, case: Case) -> RecordCard:
        """Return a card that shows one record of a case and lets it be changed."""
        return RecordCard(
            record,
            self.summary,
            first=self.first,
            leave_out=self.leave_out,
            advise=self.advise,
            options=self.options(case),
        )


class RecordListPage(CasePage):
    """The newest record stands first; a new one is open at once."""

    def __init__(self, shell: "Shell", kind: Kind) -> None:
        self.kind = kind
        self.cards: list[RecordCard] = []
        self.add_button = primary(_(kind.add), self.add_record, "plus")
        super().__init__(shell, _(kind.title), _(kind.subtitle), self.add_button)
        self.setProperty("first", self.add_button)

    def fill(self, case: Case) -> None:
        """Show a card for each record, or what appears here."""
        self.cards = []
        records = list(self.kind.of(case))
        if not records:
            self.add(
                EmptyState(
                    self.kind.icon,
                    _(self.kind.title),
                    _(self.kind.empty),
                    secondary(_(self.kind.add), self.add_record, "plus"),
                )
            )
        for record in reversed(records):
            self._card(record)

    def add_record(self) -> None:
        """Put an empty, open card at the top."""
        if not self.cards:
            self.clear_body()
        card = self._card(self.kind.make(id=new_id()), at=0)
        card.open()

    def _card(self, record: Any, at: int | None = None) -> RecordCard:
        card = self.kind.card(record, self.case)
        card.edited.connect(self.save.typed)
        card.left.connect(self.save.left)
        card.removed.connect(self._remove)
        self.cards.insert(0 if at == 0 else len(self.cards), card)
        if at is None:
            self.add(card)
        else:
            self.body.insertWidget(at, card)
        return card

    def _remove(self, record: Any) -> None:
        case_id, table = self.case_id, noun_of(record).table
        known = any(one.id == record.id for one in self.kind.of(self.case))

        def delete(vault: Any) -> None:
            vault.flush(case_id)
            if known or any(one.id == record.id for one in vault.records(table, case_id)):
                vault.delete(case_id, table, record.id)

        self.save.change(delete)
        self.save.saved.connect(self.load)
