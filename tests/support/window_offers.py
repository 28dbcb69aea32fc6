"""Find out which facts of the catalogue the window asks for, by looking at every page."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget
from window_hands import Hands

from familytrace.i18n import _
from familytrace.model.choices import CHOICES
from familytrace.model.facts import facts_of
from familytrace.model.records import CASE_NOUNS, NOUNS

# The page, the button that adds a record, and a fact to write so that it is kept.
LISTED = {
    "contact_attempt": ("Contact attempts", "Add an attempt", "office"),
    "official_response": ("Official answers", "Add an answer", "office"),
    "claim": ("What is known", "Add a statement", "note"),
    "reporter": ("Who tells this", "Add a person who tells", "name"),
    "testimony": ("In our own words", "Add a statement", "country"),
}
IN_PERSON = {"identity_document": "Add a paper or number", "relative": "Add a relative"}


def catalogue() -> set[str]:
    """Return ``table.fact`` for every fact that a person could tell."""
    return {
        f"{noun.table}.{name}"
        for noun in CASE_NOUNS
        for name, fact in facts_of(noun.record).items()
        if not fact.gate
    }


def offered(hands: Hands, paper: Path) -> set[str]:
    """Open every page of the case, add a record of each kind, and read what is asked."""
    hands.go_to("The person")
    row = hands.look_for(_("Name")).parentWidget()
    hands.click(_("More questions"), row)
    found = _asked(hands, row, "person_name")
    found |= _whole(hands, hands.look_for(_("About the person")).parentWidget(), "person")
    for table, add in IN_PERSON.items():
        hands.click(_(add))
        found |= _whole(hands, hands.card_in_use(), table)
    hands.go_to("What happened")
    hands.rest()
    found |= _whole(hands, hands.card_in_use(), "disappearance")
    found |= _whole(hands, hands.window, "case_file")
    for table, way in LISTED.items():
        found |= _listed(hands, table, *way)
    hands.go_to("Papers and pictures")
    hands.click(_("Add a file"))
    hands.choose_path(paper)
    hands.click(_("Edit: {what}").format(what=_("New file")))
    found |= _whole(hands, hands.card_in_use(), "evidence")
    hands.go_to("Never let these out")
    hands.rest()
    return found | _whole(hands, hands.card_in_use(), "safety")


def _listed(hands: Hands, table: str, page: str, add: str, written: str) -> set[str]:
    hands.go_to(page)
    hands.click(_(add))
    card = hands.card_in_use()
    found = _whole(hands, card, table)
    facts = facts_of(NOUNS[table].record)
    if table == "claim":
        for said in CHOICES["claim_kind"].values():
            hands.pick(_(facts["kind"].label), _(said), card)
            found |= _asked(hands, card, table)
    hands.write(_(facts[written].label), "Sinaq", card)
    hands.click(_("Done"), card)
    return found


def _whole(hands: Hands, card: QWidget | None, table: str) -> set[str]:
    """Open what is folded away, and read the questions."""
    while hands.sees(_("More questions"), card):
        hands.click(_("More questions"), card)
    return _asked(hands, card, table)


def _asked(hands: Hands, card: QWidget | None, table: str) -> set[str]:
    facts: dict[str, Any] = facts_of(NOUNS[table].record)
    hands.rest()
    return {f"{table}.{name}" for name, fact in facts.items() if hands.sees(_(fact.label), card)}
