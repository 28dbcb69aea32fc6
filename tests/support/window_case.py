"""Enter the records of a case document through the window, fact by fact, by mouse and keys.

What a page does not ask for is left out; the comparison afterwards finds it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from window_hands import WRITTEN_IN, Hands, clean

from familytrace.i18n import _, language
from familytrace.model import gazetteer
from familytrace.model.case import Case
from familytrace.model.choices import CHOICES
from familytrace.model.facts import Fact, Kind, facts_of
from familytrace.model.partial_date import PartialDate
from familytrace.model.person import PersonName
from familytrace.model.place import Place
from familytrace.model.safety import ProtectedWord
from familytrace.model.telling import Telling
from ui.pages import case_attempts
from ui.pages.case_claims import responses
from ui.pages.consent_looks import speaker_name
from ui.widgets.date_parts import KINDS, Parts, show
from ui.widgets.date_point import MONTHS, SEASONS
from ui.widgets.field import Field
from ui.widgets.telling_field import SPOKEN
from ui.widgets.unsaid_button import REASONS

Options = Mapping[str, Mapping[str, str]]


def is_said(value: object) -> bool:
    """Tell whether a fact holds an answer."""
    return value is not None and value not in ("", ()) and value is not False


class CaseHands:
    """Types one case. ``files`` gives the file to choose for a piece of evidence."""

    def __init__(self, hands: Hands, files: Mapping[str, Path] | None = None) -> None:
        self.hands = hands
        self.files = files or {}

    def begin(self, case: Case) -> None:
        """Enter who it is and what happened; the title on the cover is typed last."""
        self.person(case)
        self.hands.go_to("What happened")
        page = self._page_card()
        self.fill(page, case.event)
        self.cover(page, case)
        self.hands.write(_("Title without a name"), case.file.title)

    def go_on(self, case: Case) -> None:
        """Enter everything else, page by page, in the order of the sidebar."""
        self.records("Contact attempts", "Add an attempt", case.attempts)
        answers = {"answers": {one.id: case_attempts.summary(one)[0] for one in case.attempts}}
        self.records("Official answers", "Add an answer", case.responses, answers)
        claimed = {"response": responses(case)}
        self.records("What is known", "Add a statement", case.claims, claimed)
        self.records("Who tells this", "Add a person who tells", case.reporters)
        told = {"speaker": {one.id: speaker_name(case, one.id) for one in case.reporters}}
        self.records("In our own words", "Add a statement", case.testimonies, told)
        for evidence in case.evidence:
            self.evidence(evidence)
        if is_said(case.safety.protected):
            self.hands.go_to("Never let these out")
            self.fill(self._page_card(), case.safety)

    def cover(self, page: QWidget, case: Case) -> None:
        """Answer what stands below what happened: the kind of case, whether it is urgent."""
        card = self.hands.look_for(_("What kind of case")).parentWidget()
        while card is not None and card.property("role") != "card":
            card = card.parentWidget()
        assert card is not None
        assert card is not page
        self.fill(card, case.file)

    def person(self, case: Case) -> None:
        """Enter the names, the facts, the papers and the family."""
        self.hands.go_to("The person")
        for number, name in enumerate(case.names):
            self.name(name, first=number == 0)
        self.fill(self._page_card(_("About the person")), case.person)
        self._in_card("Add a paper or number", case.documents)
        self._in_card("Add a relative", case.relatives)

    def name(self, name: PersonName, *, first: bool) -> None:
        """Write a name; the first is there already, it began the case."""
        hands = self.hands
        if not first:
            hands.click(_("Add a name in other letters"))
            hands.type(name.text)
            focused = self.hands.window.focusWidget()
            assert focused is not None
            row = focused.parentWidget()
        else:
            row = hands.look_for(_("Name")).parentWidget()
        assert row is not None
        for label, vocabulary, code in (
            ("Letters", "name_script", name.script),
            ("Which name is it", "name_kind", name.kind),
        ):
            if code:
                hands.pick(_(label), _(CHOICES[vocabulary][code]), row)
        self.parts(row, name)
        if name.pinyin:
            hands.write(_("Chinese name in Latin letters"), name.pinyin, row)

    def parts(self, row: QWidget, name: PersonName) -> None:
        """Say which part of the name is which."""
        self.hands.click(_("More questions"), row)
        self.hands.write(_("First name"), name.given, row)
        self.hands.write(_("Second name"), name.second, row)
        if name.second_role:
            role = _(CHOICES["name_second_role"][name.second_role])
            self.hands.pick(_("What the second name is"), role, row)

    def _in_card(self, add: str, records: tuple[Any, ...]) -> None:
        for record in records:
            self.hands.click(_(add))
            self._fill_open(record)

    def records(
        self, page: str, add: str, records: tuple[Any, ...], options: Options | None = None
    ) -> None:
        """Open a page and add records there; one that is not in the sidebar is left out."""
        if not records or not self.hands.sees(_(page)):
            return
        self.hands.go_to(page)
        for record in records:
            self.hands.click(_(add))
            self._fill_open(record, options)

    def evidence(self, evidence: Any) -> None:
        """Choose a file and say what it is."""
        hands = self.hands
        hands.go_to("Papers and pictures")
        hands.click(_("Add a file"))
        hands.choose_path(self.files[evidence.id])
        hands.click(_("Edit: {what}").format(what=_("New file")))
        self._fill_open(evidence)

    def _fill_open(self, record: Any, options: Options | None = None) -> None:
        card = self.hands.card_in_use()
        self.fill(card, record, options)
        self.hands.click(_("Done"), card)

    def _page_card(self, title: str = "") -> QWidget:
        if title:
            card = self.hands.look_for(title).parentWidget()
            assert card is not None
            return card
        self.hands.rest()
        return self.hands.card_in_use()

    def fill(self, card: QWidget, record: Any, options: Options | None = None) -> None:
        """Answer every question of the card to which the record holds an answer."""
        if self.hands.sees(_("More questions"), card):
            self.hands.click(_("More questions"), card)
        for name, fact in facts_of(record).items():
            value = getattr(record, name)
            field = self._field(card, fact)
            if field is None:
                continue
            if is_said(value):
                chosen = (options or {}).get(name, {})
                self._say(field, fact, chosen.get(value, "") if chosen else value)
            elif name in record.unsaid:
                self._leave_open(field, fact, record.unsaid[name])

    def _field(self, card: QWidget, fact: Fact) -> QWidget | None:
        """Return where a fact is asked for; None where it is not."""
        self.hands.rest()
        label = clean(_(fact.label))
        if fact.kind is Kind.TICK:
            return card if self.hands.sees(label, card) else None
        for one in card.findChildren(QLabel):
            if one.isVisible() and clean(one.text()) == label:
                holder = one.parentWidget()
                if isinstance(holder, Field):
                    return holder
        return None

    def _say(self, field: QWidget, fact: Fact, value: Any) -> None:
        label = _(fact.label)
        ways: dict[Kind, Callable[[QWidget, str, Any], None]] = {
            Kind.DATE: self.date,
            Kind.PLACE: self.place,
            Kind.TELLING: self.telling,
            Kind.PARTS: self.protected,
            Kind.NUMBER: lambda where, name, number: self.write(where, name, str(number)),
            Kind.TICK: lambda where, name, _on: self.hands.click(name, where),
            Kind.REFERENCE: self.pick,
        }
        if fact.kind is Kind.CHOICE:
            self.choose(field, label, CHOICES[fact.choices or ""].get(value, ""))
        elif fact.kind is Kind.CHOICES:
            add = _("Add to: {name}").format(name=label)
            for code in value:
                self.pick(field, add, _(CHOICES[fact.choices or ""].get(code, "")))
        else:
            ways.get(fact.kind, self.write)(field, label, value)

    def write(self, field: QWidget, label: str, text: str) -> None:
        """Write a text; a field of one line takes its lines one after the other."""
        one_line = isinstance(self.hands.look_for(label, field, WRITTEN_IN), QLineEdit)
        self.hands.write(label, text.replace("\n", " ") if one_line else text, field)

    def pick(self, field: QWidget, label: str, entry: str) -> None:
        """Choose from a list, if it has the entry."""
        if entry:
            self.hands.pick(label, entry, field)

    def choose(self, field: QWidget, label: str, said: str) -> None:
        """Choose one of a few buttons, or from a list."""
        text = _(said) if said else ""
        (button, *_more) = (*self.hands.find(f"{label}: {text}", field, QAbstractButton), None)
        if isinstance(button, QAbstractButton):
            self.press_in(button)
        else:
            self.pick(field, label, text)

    def press_in(self, button: QAbstractButton) -> None:
        """Click a choice unless it is chosen already: a second click would take it back."""
        if not button.isChecked():
            self.hands.click_on(button)
            self.hands.rest()

    def date(self, field: QWidget, label: str, value: PartialDate) -> None:
        """Say as much of a date as is known, and the words as told."""
        shown = show(value.edtf)
        kind = shown.kind or "month"
        chip = self.hands.look_for(f"{label}: {_(KINDS[kind])}", field, QAbstractButton)
        assert isinstance(chip, QAbstractButton)
        self.press_in(chip)
        self._point(field, label, shown.start)
        if kind == "between":
            self._point(field, _("{name}, end").format(name=label), shown.end)
        if shown.about:
            self.hands.click(_("About that time, not exact"), field)
        if value.told:
            words = _("{name}, in your own words").format(name=label)
            self.hands.write(words, value.told, field)

    def _point(self, field: QWidget, label: str, parts: Parts) -> None:
        if parts.day:
            self.hands.write(f"{label}: {_('Day')}", str(parts.day), field)
        if parts.month and parts.month <= 12:
            text = f"{parts.month} \u00b7 {_(MONTHS[parts.month - 1])}"
            self.hands.pick(f"{label}: {_('Month')}", text, field)
        elif parts.month:
            self.hands.pick(f"{label}: {_('Season')}", _(SEASONS[parts.month]), field)
        if parts.year:
            self.hands.write(f"{label}: {_('Year')}", str(parts.year), field)

    def place(self, field: QWidget, label: str, value: Place) -> None:
        """Write the place as told; take the county that is offered, or look it up."""
        self.hands.write(label, value.told, field)
        self.hands.rest()
        if value.code:
            county = gazetteer.label(value.code, language())
            if self.hands.sees(county, field):
                self.hands.click(county, field)
            else:
                self.hands.pick(_("{name}: county").format(name=label), county, field)
        if value.detail:
            street = _("{name}: village or street").format(name=label)
            self.hands.write(street, value.detail, field)

    def telling(self, field: QWidget, label: str, value: Telling) -> None:
        """Write the own words, and the translation beside them."""
        hands = self.hands
        hands.write(label, value.text, field)
        self.pick(field, _("Language of these words"), _(SPOKEN.get(value.language, "")))
        if not value.translation:
            return
        hands.click(_("Add a translation"), field)
        hands.write(_("Translation"), value.translation, field)
        into = _(SPOKEN.get(value.translation_language, ""))
        self.pick(field, _("Language of the translation"), into)
        hands.write(_("Who translated"), value.translator, field)

    def protected(self, field: QWidget, label: str, words: tuple[ProtectedWord, ...]) -> None:
        """Add each name, number and account to the list."""
        for word in words:
            self.hands.click(_("Add a name, number or account"), field)
            self.hands.type(word.text)
            row = self.hands.find(label, field)[-1].parentWidget()
            kind = _(CHOICES["protected_kind"][word.kind])
            self.hands.pick(_("What is it"), kind, row)

    def _leave_open(self, field: QWidget, fact: Fact, reason: str) -> None:
        """Say why there is no answer."""
        label = _(fact.label)
        if fact.kind is Kind.DATE:
            chip = self.hands.look_for(f"{label}: {_('Not known')}", field)
            assert isinstance(chip, QAbstractButton)
            self.press_in(chip)
        else:
            button = f"{label}: {_('No answer?')}"
            self.hands.pick_from_menu(button, _(REASONS[reason]), field)
