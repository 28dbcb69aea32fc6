"""Agreement: what the family has said, for each recipient and purpose, and the questions."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from familytrace import clock
from familytrace.actions.agree import Standing, agree, confirm, standing, withdraw
from familytrace.actions.recipients import list_recipients
from familytrace.i18n import _, isolate
from familytrace.model.case import Case, main_name
from familytrace.model.consent import Consent, ConsentState
from familytrace.model.recipient import LedgerEntry, Recipient
from familytrace.model.topics import PURPOSE_LABELS, Purpose, Topic
from ui.pages.consent_card import ConsentCard, Ways
from ui.pages.consent_interview import Interview
from ui.pages.consent_looks import speaker_name
from ui.pages.consent_talk import ConsentTalk
from ui.pages.words import joined
from ui.shell.notice import DONE
from ui.widgets.button import primary, secondary
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Page

if TYPE_CHECKING:
    from ui.shell.shell import Shell


@dataclass(frozen=True)
class Said:
    """What the page shows: the case, who may receive it, and where everything stands."""

    case: Case
    recipients: tuple[Recipient, ...]
    standings: tuple[Standing, ...]
    exports: tuple[LedgerEntry, ...]


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return ConsentPage(shell)


class ConsentPage(Page):
    """Everything is No until somebody said yes; a No is asked only once."""

    def __init__(self, shell: "Shell") -> None:
        self.ask = primary(_("Ask the questions"), self.begin, "volume-2")
        super().__init__(
            _("Agreement"),
            _subtitle(),
            self.ask,
        )
        self._shell = shell
        self._errand = shell.session.take_errand()
        self.said: Said | None = None
        self.talk: ConsentTalk | None = None
        self.cards: list[ConsentCard] = []
        self.setProperty("first", self.ask)
        self.load()

    def load(self) -> None:
        """Read what was said and show it."""
        self._shell.session.run(_read, self._shell.session.case_id, done=self._loaded)

    def begin(self, talk: Interview | None = None) -> None:
        """Start a talk in the place of the list."""
        if self.said is None:
            return
        made = talk or Interview(self.said.case, self.said.recipients)
        self._show_talk(made)

    def _loaded(self, said: Said) -> None:
        self.said = said
        self._shell.name_case(main_name(said.case) or _("No name yet"), said.case.file.code)
        errand, self._errand = self._errand, ()
        if errand and said.case.reporters:
            talk = Interview(said.case, said.recipients)
            talk.recipient, talk.purpose = errand[0], Purpose(errand[1])
            self.begin(talk)
        else:
            self.show_list()

    def show_list(self) -> None:
        """Show where every recipient and purpose stands."""
        said = self.said
        if said is None:
            return
        self.talk = None
        self.clear_body()
        self.cards = []
        self.ask.setVisible(bool(said.case.reporters))
        self.subtitle.setText(_subtitle())
        if not said.case.reporters:
            self.add(self._nobody_tells())
        elif not said.standings:
            self.add(self._nothing_asked())
        for one in said.standings:
            self._add_card(said, one)
        self.finish()

    def _add_card(self, said: Said, one: Standing) -> None:
        names = {each.id: isolate(each.name) for each in said.recipients}
        left = sum(entry.recipient == one.recipient for entry in said.exports)
        ways = Ways(self._ask_again, self._ask_more, self._confirm, self._take_back)
        name = names.get(one.recipient) or _("A recipient that is no longer listed")
        card = ConsentCard(one, name, said.case, ways, left=left)
        self.cards.append(card)
        self.add(card)

    def _show_talk(self, interview: Interview) -> None:
        self.clear_body()
        self.cards = []
        self.ask.hide()
        self.subtitle.setText("")
        talk = ConsentTalk(interview, self._may_ask)
        talk.kept.connect(self._keep)
        talk.stopped.connect(self.show_list)
        talk.moved.connect(lambda: self._moved(interview))
        talk.recipients.connect(lambda: self._shell.go("recipients"))
        self.talk = talk
        self.add(talk)
        self.finish()

    def _moved(self, talk: Interview) -> None:
        """Show the top of a new step, and above it who answers for whom."""
        self.scrolling.verticalScrollBar().setValue(0)
        recipient = talk.recipient_record()
        who = speaker_name(talk.case, talk.speaker) if talk.speaker else ""
        purpose = _(PURPOSE_LABELS[talk.purpose]) if talk.purpose else ""
        self.subtitle.setText(joined(who, isolate(recipient.name) if recipient else "", purpose))

    def _may_ask(self, talk: Interview) -> bool:
        """Let a No and a taken-back yes rest; say so and show the way for the family."""
        found = self._last_word(talk.recipient, talk.purpose, talk.speaker)
        if found is None or found[1] not in (ConsentState.NO, ConsentState.WITHDRAWN):
            return True
        self._shell.notice.say(
            "info",
            _("They have said no. A no is asked once."),
            _("Help does not depend on it. Only the family can open this question again."),
            key=DONE,
            action=(_("The family wants to answer this again"), lambda: self._reopen(talk)),
        )
        return False

    def _reopen(self, talk: Interview) -> None:
        self._shell.notice.put_away()
        if self.talk is not None and self.talk.talk is talk:
            self.talk.read()

    def _last_word(
        self, recipient: str, purpose: Purpose | None, speaker: str
    ) -> tuple[Consent, ConsentState] | None:
        from familytrace.consent.authority import state_of

        for one in self.said.standings if self.said else ():
            if (one.recipient, one.purpose) == (recipient, purpose):
                for consent in one.consents:
                    if consent.speaker == speaker:
                        return consent, state_of(consent, clock.today())
        return None

    def _ask_again(self, consent: Consent) -> None:
        if self.said is None:
            return
        talk = Interview(self.said.case, self.said.recipients)
        talk.recipient, talk.purpose = consent.recipient, consent.purpose
        talk.speaker, talk.basis = consent.speaker, consent.basis
        self._show_talk(talk)
        if self.talk is not None:
            self.talk.read()

    def _ask_more(self, consent: Consent) -> None:
        if self.said is None:
            return
        talk = Interview(self.said.case, self.said.recipients)
        talk.widen(consent)
        self._show_talk(talk)

    def _keep(self, consent: Consent) -> None:
        self._change(agree, consent, said=_("The answers are kept."))

    def _confirm(self, consent: Consent) -> None:
        self._change(confirm, consent.id, said=_("Confirmed. It counts from now on."))

    def _take_back(self, consent: Consent, topics: frozenset[Topic] | None) -> None:
        def take(vault: Any, case_id: str) -> None:
            withdraw(vault, case_id, consent.id, topics=topics)

        self._change(take, said=_("Taken back. From now on nothing of it leaves."))

    def _change(self, action: Any, *words: Any, said: str) -> None:
        """Do one thing with the open case, then show the list as it is now."""

        def done(_result: object) -> None:
            self._shell.notice.say("ok", said, key=DONE)
            self.load()

        session = self._shell.session
        session.run(action, session.case_id, *words, done=done, changes="consent")

    def _nobody_tells(self) -> QWidget:
        return EmptyState(
            "megaphone",
            _("Who tells this?"),
            _("An agreement is somebody's word. Write first who tells this case."),
            secondary(_("Write who tells this"), lambda: self._shell.go("tellers"), "plus"),
        )

    def _nothing_asked(self) -> QWidget:
        return EmptyState(
            "handshake",
            _("Nobody has been asked yet"),
            _("Here stands each answer: for whom, what for, and until when. Now nothing leaves."),
            secondary(_("Ask the questions"), self.begin, "volume-2"),
        )


def _subtitle() -> str:
    return _("What the family said, for each recipient. Without a yes nothing leaves.")


def _read(vault: Any, case_id: str) -> Said:
    today = clock.today()
    consents = vault.records("consent", case_id)
    newest = sorted(consents, key=lambda one: -one.number)
    pairs = list(dict.fromkeys((one.recipient, one.purpose) for one in newest))
    return Said(
        case=vault.load(case_id),
        recipients=list_recipients(vault),
        standings=tuple(
            standing(vault, case_id, recipient, purpose, today) for recipient, purpose in pairs
        ),
        exports=tuple(one for one in vault.exports() if one.case_id == case_id),
    )
