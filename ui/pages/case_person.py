"""The person: names in several letters, facts, papers, family."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from familytrace.i18n import N_, _, isolate
from familytrace.model.case import Case
from familytrace.model.person import IdentityDocument, Relative
from ui.pages.advice import about_paper
from ui.pages.case_page import CasePage
from ui.pages.letters_card import letters_link
from ui.pages.record_list import Kind
from ui.pages.records_in_card import RecordsInCard
from ui.pages.words import dated, joined, said
from ui.widgets.card import Card
from ui.widgets.names_field import NamesField
from ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from ui.shell.shell import Shell

FIRST = ("sex", "birth_date", "birth_place", "home", "ethnicity", "occupation", "father_name")
PAPERS = Kind(
    title=N_("Papers and numbers"),
    subtitle="",
    icon="file-text",
    add=N_("Add a paper or number"),
    empty="",
    make=IdentityDocument,
    of=lambda case: case.documents,
    summary=lambda paper: (
        said("document_kind", paper.kind) or _("New paper"),
        joined(isolate(paper.number) if paper.number else "", dated(paper.issued)),
    ),
    first=("kind", "number", "issuer"),
    advise=about_paper,
)
FAMILY = Kind(
    title=N_("Family"),
    subtitle="",
    icon="users",
    add=N_("Add a relative"),
    empty="",
    make=Relative,
    of=lambda case: case.relatives,
    summary=lambda one: (
        isolate(one.name) if one.name else _("No name yet"),
        joined(said("relation", one.relation), one.kinship_words),
    ),
    first=("name", "relation", "in_region", "safe_to_name", "taken_too"),
)


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return PersonPage(shell)


class PersonPage(CasePage):
    """Names first; everything else may stay empty."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell, _("The person"))

    def fill(self, case: Case) -> None:
        """Show the cards."""
        names = Card(_("Names"))
        self.names = NamesField(case.names)
        self.setProperty("first", self.names.rows[0].text)
        self.names.changed.connect(self.save.typed)
        self.names.left.connect(self.save.left)
        self.names.removed.connect(self._name_gone)
        self.save.saved.connect(self._name_side)
        names.add(self.names)
        names.add(letters_link())
        self.add(names)
        facts = Card(_("About the person"))
        self.form = RecordForm(case.person, first=FIRST)
        self.form.edited.connect(self.save.typed)
        self.form.left.connect(self.save.left)
        facts.add(self.form)
        self.add(facts)
        for kind in (PAPERS, FAMILY):
            self.add(RecordsInCard(self, kind, case))

    def _name_gone(self, record_id: str) -> None:
        case_id = self.case_id

        def delete(vault: Any) -> None:
            vault.flush(case_id)
            if any(one.id == record_id for one in vault.records("person_name", case_id)):
                vault.delete(case_id, "person_name", record_id)

        self.save.change(delete)

    def _name_side(self) -> None:
        """Show the present name beside the pages."""
        records = [row.record() for row in self.names.rows]
        main = next((one.text for one in records if one.main and one.text), "")
        first = next((one.text for one in records if one.text), "")
        self.shell.name_case(main or first or _("No name yet"), self.case.file.code)
