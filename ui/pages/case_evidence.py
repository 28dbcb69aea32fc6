"""Papers and pictures: the original stays whole and at home."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from familytrace.i18n import N_, _, isolate
from familytrace.model.case import Case
from familytrace.model.document import new_id
from familytrace.model.evidence import Evidence
from ui.choose_file import choose_file
from ui.pages.case_page import CasePage
from ui.pages.words import dated, joined, said, shortened
from ui.picture import picture_from
from ui.tokens import LOOK
from ui.widgets.button import primary, secondary
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.record_card import RecordCard

if TYPE_CHECKING:
    from ui.shell.shell import Shell

_FIRST = ("kind", "caption", "taken", "shows_others", "from_inside", "received_from", "received")
_LEAVE_OUT = ("media_type", "size", "sha256", "pages", "file_name")
EMPTY = N_("Add photos, letters, court papers, screenshots. Each file is kept whole and encrypted.")


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return EvidencePage(shell)


def summary(evidence: Evidence) -> tuple[str, str]:
    """Return what a file is, and what it shows."""
    kind = said("evidence_kind", evidence.kind) or _("New file")
    size = f"{evidence.size / 1_048_576:.1f} MB" if evidence.size else ""
    name = isolate(evidence.file_name) if evidence.file_name else ""
    return kind, joined(name, size, dated(evidence.taken), shortened(evidence.caption))


class EvidencePage(CasePage):
    """Choose a file; a small picture of it is made in quarantine."""

    def __init__(self, shell: "Shell") -> None:
        self.add_button = primary(_("Add a file"), self.choose, "plus")
        super().__init__(
            shell,
            _("Papers and pictures"),
            _("Nothing here is shared unless the family agrees, and then only as a new picture."),
            self.add_button,
        )
        self.setProperty("first", self.add_button)

    def fill(self, case: Case) -> None:
        """Show a card for each file."""
        if not case.evidence:
            again = secondary(_("Add a file"), self.choose, "plus")
            self.add(EmptyState("files", _("Papers and pictures"), _(EMPTY), again))
        for evidence in reversed(case.evidence):
            self._card(evidence)

    def choose(self) -> None:
        """Ask for a file."""
        choose_file(self, _("Choose a file"), ("*",), self.take)

    def take(self, path: Path) -> None:
        """Keep a file in the vault; this can take a while for a big one."""
        from familytrace.actions.add_evidence import add_file

        self.save.settle()
        self.add_button.setEnabled(False)
        self.add_button.setText(_("Keeping the file…"))
        record = Evidence(id=new_id())
        self.shell.session.run(
            add_file, self.case_id, path, record, done=self._kept, failed=self._fell
        )

    def _kept(self, _saved: Evidence) -> None:
        self._ready()
        self.load()

    def _fell(self, error: Exception) -> None:
        self._ready()
        self.shell.show_trouble(error)

    def _ready(self) -> None:
        self.add_button.setEnabled(True)
        self.add_button.setText(_("Add a file"))

    def _card(self, evidence: Evidence) -> None:
        card = RecordCard(evidence, summary, first=_FIRST, leave_out=_LEAVE_OUT)
        card.edited.connect(self.save.typed)
        card.left.connect(self.save.left)
        card.removed.connect(self._remove)
        self.add(card)
        if evidence.media_type.startswith("image/"):
            self._show_small(card, evidence)

    def _show_small(self, card: RecordCard, evidence: Evidence) -> None:
        case_id = self.case_id

        def read(vault: Any) -> bytes:
            return b"".join(vault.read_evidence(case_id, evidence.id, "thumbnail"))

        def show(data: bytes) -> None:
            picture = picture_from(data, LOOK.px(96))
            if picture is not None:
                label = Label()
                label.setPixmap(picture)
                label.setAccessibleName(_("A small picture of the file"))
                card.lead_with(label)

        self.shell.session.run(read, done=show, failed=lambda _error: None)

    def _remove(self, evidence: Evidence) -> None:
        case_id = self.case_id
        self.save.change(lambda vault: vault.delete(case_id, "evidence", evidence.id))
        self.save.saved.connect(self.load)
