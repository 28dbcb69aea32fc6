"""Hand over: for whom, what leaves and who will see it, the real pages, then the file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familytrace.actions.export_case import (
    Order,
    Prepared,
    Written,
    export_package,
    export_readable,
)
from familytrace.consent.readers import readers
from familytrace.errors import ConsentError
from familytrace.i18n import _, language
from familytrace.model.recipient import Recipient
from ui.choose_file import choose_folder, choose_new_file
from ui.pages.export_choose import ChooseCard
from ui.pages.export_done import DoneCard
from ui.pages.export_frame import ExportFrame
from ui.pages.export_left import LeftCard
from ui.pages.export_readers import ReadersCard
from ui.pages.export_ready import ReadyCard
from ui.pages.export_ways import WaysCard
from ui.pages.export_work import Start, look, pages, start
from ui.show_error import sentences
from ui.tasks import CancelledError, Progress, Task
from ui.widgets.banner import Banner
from ui.widgets.button import Button, primary, secondary
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import clear
from ui.widgets.work_card import WorkCard

if TYPE_CHECKING:
    from ui.shell.shell import Shell

_NAMES = {"pdf": "form.pdf", "sheet": "form.txt"}


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return ExportPage(shell)


class ExportPage(ExportFrame):
    """Nothing is written before the one primary button, and it can be stopped until then."""

    def __init__(self, shell: "Shell") -> None:
        self.write = primary(_("Write the package"), self._write, "package-check")
        super().__init__(
            shell.session,
            _("Hand over"),
            _("You can stop here. Nothing has been sent."),
            _("These pages leave"),
            self.write,
        )
        self._shell = shell
        self._start: Start | None = None
        self._words = ""
        self._asked = 0
        self.prepared: Prepared | None = None
        self.choose: ChooseCard | None = None
        self.work: WorkCard | None = None
        self.done: DoneCard | None = None
        self._errand = shell.session.take_errand()
        self._may_write = False
        self.write.setEnabled(False)
        self.preview.drawn.connect(lambda _page: self.write.setEnabled(self._may_write))
        self.load()

    def load(self) -> None:
        """Read recipients, agreements and what has already left."""
        session = self._shell.session
        session.run(start, session.case_id, done=self._loaded)

    def _loaded(self, begun: Start) -> None:
        self._start = begun
        self._shell.name_case(begun.name or _("No name yet"), begun.code)
        clear(self.parts)
        if not begun.recipients:
            self.show_preview(False)
            self.write.hide()
            nobody = self._nobody()
            self.parts.addWidget(nobody)
            self.setProperty("first", nobody.findChild(Button))
            self._shell.focus_first()
            return
        self.choose = ChooseCard(self._shell.session.case_id, begun.recipients)
        self.choose.recipients.connect(self._to_recipients)
        self.choose.changed.connect(self._look)
        self.setProperty("first", self.choose.recipient)
        self._show_parts()
        self._shell.focus_first()
        both = bool(self._errand) and all(self._errand)
        wanted = self._errand if both else begun.only or self._errand
        self._errand = ()
        if wanted and any(wanted):
            self.choose.choose(*wanted)

    def _show_parts(self, *parts: QWidget) -> None:
        """Show what was found below what was chosen."""
        choose, begun = self.choose, self._start
        if choose is None or begun is None:
            return
        for at in reversed(range(self.parts.count())):
            item = self.parts.itemAt(at)
            widget = item.widget() if item else None
            if widget is not None and widget is not choose:
                self.parts.takeAt(at)
                widget.hide()
                widget.deleteLater()
        self.work = None
        if self.parts.indexOf(choose) < 0:
            self.parts.insertWidget(0, choose)
        for part in parts:
            self.parts.addWidget(part)
        if begun.exports:
            names = {one.id: one.name for one in begun.recipients}
            self.parts.addWidget(LeftCard(begun.exports, names))

    def _look(self) -> None:
        """Find out what would leave now; it can be written once its pages were shown."""
        self._asked += 1
        asked = self._asked
        self.prepared = None
        self._may_write = False
        self.write.setEnabled(False)
        self.subtitle.setText(_("You can stop here. Nothing has been sent."))
        order = self.choose.order() if self.choose else None
        self.preview.say(_("The pages appear here."))
        if order is None:
            self._show_parts()
            return
        self._shell.session.run(
            look,
            order,
            done=lambda prepared: self._looked(asked, prepared),
            failed=lambda error: self._refused(asked, order, error),
        )

    def _looked(self, asked: int, prepared: Prepared) -> None:
        if asked != self._asked:
            return
        self.prepared = prepared
        order = prepared.order
        china = order.profile.asks(added_by_user=order.added_by_user).china_may_read
        recipient = prepared.recipient
        circles = readers(
            recipient.name,
            order.purpose,
            china_may_read=china,
            has_key=bool(recipient.age_key),
        )
        before = self._before(recipient)
        self._show_parts(
            *before,
            *_keyless(recipient),
            ReadersCard(circles),
            ReadyCard(prepared, lambda: self._shell.go("consent")),
            WaysCard(self._write_open),
        )
        self._may_write = not before
        seeing = ", ".join(circle.title for circle in circles if circle.sees)
        nothing = _("You can stop here. Nothing has been sent.")
        self.subtitle.setText(
            nothing + " " + _("Who will see it: {readers}").format(readers=seeing)
        )
        self.preview.say(_("The pages are being made…"))
        self._shell.session.run(
            pages,
            prepared,
            done=lambda pdf: self.preview.show_pdf(pdf) if asked == self._asked else None,
            failed=lambda error: self.preview.say(" ".join(sentences(error))),
        )

    def _refused(self, asked: int, order: Order, error: Exception) -> None:
        if asked != self._asked:
            return
        said, advice = sentences(error)
        self.preview.say(_("Nothing leaves now, so there is nothing to show."))
        action = None
        if isinstance(error, ConsentError):
            action = secondary(_("To the agreement"), lambda: self._to_consent(order), "handshake")
        self._show_parts(Banner("info", said, advice, action))

    def _before(self, recipient: Recipient) -> list[Banner]:
        """Return what must be done before the first file can be written."""
        found = []
        if self._start is not None and not self._start.copied:
            action = secondary(_("Copy the recovery code"), self._to_recovery, "key-round")
            title = _("First copy your recovery code onto paper")
            text = _("If you forget your words after this, nobody could open your records.")
            found.append(Banner("warn", title, text, action))
        if recipient.age_key and not recipient.verified_on:
            action = secondary(_("Compare the digits"), self._to_recipients, "phone")
            title = _("First make sure that this key is really theirs")
            text = _("Let somebody you know there read the digits aloud.")
            found.append(Banner("warn", title, text, action))
        return found

    def _to_recipients(self) -> None:
        self._remember()
        self._shell.session.errand = ("export", *self._chosen())
        self._shell.go("recipients")

    def _to_recovery(self) -> None:
        self._shell.session.errand = ("export", *self._chosen())
        self._shell.go("recovery")

    def _chosen(self) -> tuple[str, str]:
        """Return recipient and purpose as far as they are chosen, to come back to them."""
        if self.choose is None:
            return "", ""
        return self.choose.recipient.chosen(), self.choose.purpose.chosen()

    def _to_consent(self, order: Order) -> None:
        self._shell.session.errand = (order.recipient_id, order.purpose.value)
        self._shell.go("consent")

    def _remember(self) -> None:
        """Give up what is being looked at; what comes of it is not shown any more."""
        self._asked += 1

    def _write(self) -> None:
        prepared = self.prepared
        if prepared is None:
            return
        if not prepared.recipient.age_key:
            self._offer_words(prepared)
            return
        self._words = ""
        choose_folder(self, _("Where shall the package go?"), self.write_package)

    def _offer_words(self, prepared: Prepared) -> None:
        from familytrace.vault.passphrase import offer

        spoken = language()
        self._shell.session.run_bare(lambda _step: offer(spoken), done=self._with_words)

    def _with_words(self, words: str) -> None:
        self._words = words
        choose_folder(self, _("Where shall the package go?"), self.write_package)

    def write_package(self, folder: Path) -> None:
        """Write the sealed package into a folder."""
        prepared, words = self.prepared, self._words or None
        if prepared is None:
            return
        vault = self._shell.session.vault
        self._run(lambda step: export_package(vault, prepared, folder, words=words, progress=step))

    def _write_open(self, form: str) -> None:
        self._words = ""
        title = _("Where shall the file go?")
        choose_new_file(self, title, _NAMES[form], lambda path: self.write_open(path, form))

    def write_open(self, path: Path, form: str) -> None:
        """Write a file that anybody can read: ``pdf`` or ``sheet``."""
        prepared = self.prepared
        if prepared is None:
            return
        vault = self._shell.session.vault
        self._run(lambda step: export_readable(vault, prepared, path, form, step))

    def _run(self, work: Callable[[Progress], Written]) -> None:
        self.write.setEnabled(False)
        self.work = WorkCard(_("Writing…"))
        self.parts.insertWidget(0, self.work)
        self.scrolling.verticalScrollBar().setValue(0)
        task: Task = self._shell.session.run_bare(
            work, done=self._written, failed=self._fell, changes="ledger"
        )
        self.work.watch(task)

    def _written(self, written: Written) -> None:
        prepared = self.prepared
        name = prepared.recipient.name if prepared else ""
        words, self._words = self._words, ""
        self._drop_work()
        self.choose = None
        clear(self.parts)
        self.done = DoneCard(written, name, words, self._again)
        self.parts.addWidget(self.done)
        self.subtitle.setText("")
        self.write.hide()
        self.scrolling.verticalScrollBar().setValue(0)
        self.done.back.setFocus()

    def _fell(self, error: Exception) -> None:
        self._drop_work()
        self.write.setEnabled(self.prepared is not None)
        if isinstance(error, CancelledError):
            text = _("Nothing was written. Nothing has been sent.")
            self._shell.notice.say("info", _("Stopped"), text)
            return
        said, advice = sentences(error)
        self._shell.notice.say("danger", said, advice)

    def _drop_work(self) -> None:
        if self.work is not None:
            self.work.hide()
            self.work.deleteLater()
            self.work = None

    def _again(self) -> None:
        self._shell.go("export")

    def _nobody(self) -> EmptyState:
        return EmptyState(
            "landmark",
            _("Who shall receive it?"),
            _("A group that you trust gives you its card. Add it here, and compare the digits."),
            secondary(_("Add a recipient"), self._to_recipients, "plus"),
        )


def _keyless(recipient: Recipient) -> list[Banner]:
    """Return how it is sealed for somebody without a key."""
    if recipient.age_key:
        return []
    text = _("The package opens with six words that you tell by voice. You can also print it.")
    return [Banner("info", _("They have no key"), text)]
