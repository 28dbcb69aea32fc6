"""The first part of handing over: for whom, what for, which form, which language."""

from PySide6.QtCore import Signal

from familytrace.actions.export_case import Order
from familytrace.forms.library import bundled_names, bundled_profile
from familytrace.forms.profile import Profile
from familytrace.i18n import _, isolate, language
from familytrace.model.recipient import Recipient
from familytrace.model.topics import Purpose
from ui.pages.consent_looks import purpose_choices
from ui.pages.recipient_looks import recipient_pill
from ui.widgets.button import link
from ui.widgets.card import Card
from ui.widgets.chips import Chips
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.layouts import column, row

LANGUAGE_NAMES = {"en": "English", "ug": "\u0626\u06c7\u064a\u063a\u06c7\u0631\u0686\u06d5"} | {
    "zh": "\u4e2d\u6587"
}


class ChooseCard(Card):
    """``changed`` comes when something was chosen; ``recipients`` leads to their cards."""

    changed = Signal()
    recipients = Signal()

    def __init__(self, case_id: str, people: tuple[Recipient, ...]) -> None:
        super().__init__(gap=14)
        self._case_id = case_id
        self._people = {one.id: one for one in people}
        names = {one.id: isolate(one.name) for one in people}
        self.recipient = Choice(names)
        self.add(Field(_("Who receives it?"), self.recipient))
        under = row(gap=8)
        self._mark = column()
        under.addLayout(self._mark)
        self.cards = link(_("Recipients and their cards"), self.recipients.emit, "landmark")
        under.addWidget(self.cards)
        under.addStretch(1)
        self.add(under)
        self.purpose = Choice(purpose_choices())
        self.add(Field(_("What for?"), self.purpose))
        self.form = Choice({}, blank=False)
        self.form_field = Field(_("Form"), self.form)
        self.add(self.form_field)
        self.language = Chips([])
        self.second = Chips([])
        self._languages = column(gap=14)
        self.add(self._languages)
        self._profiles: dict[str, Profile] = {}
        self.recipient.changed.connect(lambda _code: self._chosen())
        self.purpose.changed.connect(lambda _code: self._purposed())
        self.form.changed.connect(lambda _code: self._formed())
        self._purposed(tell=False)

    def choose(self, recipient: str, purpose: str) -> None:
        """Choose for the person what is the only choice."""
        self.recipient.choose(recipient)
        self.purpose.choose(purpose)
        self._purposed()

    def chosen_recipient(self) -> Recipient | None:
        """Return the chosen recipient."""
        return self._people.get(self.recipient.chosen())

    def order(self) -> Order | None:
        """Return what was chosen, or None while something is open."""
        profile = self._profiles.get(self.form.chosen())
        if not self.recipient.chosen() or not self.purpose.chosen() or profile is None:
            return None
        first = (self.language.chosen() or ["en"])[0]
        second = (self.second.chosen() or [""])[0]
        return Order(
            case_id=self._case_id,
            recipient_id=self.recipient.chosen(),
            purpose=Purpose(self.purpose.chosen()),
            profile=profile,
            language=first,
            second_language=second if second not in ("", first) else None,
        )

    def _purposed(self, *, tell: bool = True) -> None:
        code = self.purpose.chosen()
        every = (bundled_profile(name) for name in bundled_names())
        fitting = [one for one in every if code and Purpose(code) in one.purposes]
        self._profiles = {one.id: one for one in fitting}
        self.form.set_choices({one.id: _form_title(one) for one in fitting})
        self.form_field.setVisible(bool(fitting))
        self._formed(tell=tell)

    def _formed(self, *, tell: bool = True) -> None:
        while (item := self._languages.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        profile = self._profiles.get(self.form.chosen())
        if profile is not None:
            self._add_languages(profile)
        if tell:
            self._chosen()

    def _add_languages(self, profile: Profile) -> None:
        names = [(code, LANGUAGE_NAMES.get(code, code)) for code in profile.languages]
        self.language = Chips(names, chosen=[profile.languages[0]], name=_("Language"))
        self.language.changed.connect(lambda _codes: self._chosen())
        self._languages.addWidget(Field(_("Language the recipient reads"), self.language))
        others = [one for one in names if one[0] != profile.languages[0]]
        usual = [language()] if language() != profile.languages[0] else []
        self.second = Chips(others, chosen=usual, name=_("Second language"))
        self.second.changed.connect(lambda _codes: self._chosen())
        if others:
            note = _("Stands smaller beside the first, so that the family can read it too.")
            self._languages.addWidget(Field(_("Second language"), self.second, help_text=note))

    def _chosen(self) -> None:
        while (item := self._mark.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        recipient = self.chosen_recipient()
        if recipient is not None:
            self._mark.addWidget(recipient_pill(recipient))
        self.changed.emit()


def _form_title(profile: Profile) -> str:
    return profile.title.get(language()) or profile.title["en"]
