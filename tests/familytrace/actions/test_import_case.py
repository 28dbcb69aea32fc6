"""A case document comes in whole, under new ids, and releases nothing by itself."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from familytrace.actions.find_case import find_case
from familytrace.actions.import_case import import_case
from familytrace.actions.show_case import case_document
from familytrace.errors import ImportDocumentError, NothingToUndoError
from familytrace.model.person import PersonName
from familytrace.vault.vault import Vault

CASES = Path(__file__).parents[2] / "data" / "cases"
NAMES = sorted(path.stem for path in CASES.glob("T*.json"))


def _plain(name: str) -> Any:
    return json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))


def _texts(plain: Any) -> Iterator[str]:
    """Every text of a document but ids, references and codes that are made anew."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key not in _ANEW:
                yield from _texts(value)
    elif isinstance(plain, list):
        for item in plain:
            yield from _texts(item)
    elif isinstance(plain, str) and plain:
        yield plain


_ANEW = {"id", "speaker", "recipient", "answers", "response", "code", "opened", "about", "extra"}
_ANEW |= {"verified_on", "verified_how"}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "T12"])
def test_nothing_that_was_written_is_lost_on_the_way_in(name: str, family: Vault) -> None:
    given = _plain(name)
    came = import_case(family, given)
    shown = case_document(family, came.case_id)
    assert Counter() == Counter(_texts(given)) - Counter(_texts(shown))
    assert 0 == came.aside


def test_unknown_codes_and_keys_are_kept_aside_and_never_handed_on(family: Vault) -> None:
    came = import_case(family, _plain("T12"))
    assert came.aside > 0
    assert "extra" not in json.dumps(case_document(family, came.case_id))


def test_agreements_from_a_file_do_not_count_until_confirmed(family: Vault) -> None:
    came = import_case(family, _plain("T02"))
    kept = family.records("consent", came.case_id)
    assert came.unconfirmed == len(kept) > 0
    assert not any(one.confirmed for one in kept)
    confirmed = import_case(family, _plain("T02"), confirm_consents=True)
    assert 0 == confirmed.unconfirmed


def test_the_same_file_twice_makes_two_cases(family: Vault) -> None:
    first, second = import_case(family, _plain("T01")), import_case(family, _plain("T01"))
    assert first.case_id != second.case_id
    assert 2 == len(family.cases())


def test_references_lead_to_the_new_ids(bring: Callable[[str], str], family: Vault) -> None:
    case = family.load(bring("T02"))
    speakers = {one.id for one in case.reporters}
    assert {testimony.speaker for testimony in case.testimonies} <= speakers
    assert {consent.speaker for consent in family.records("consent", case.id)} <= speakers


@pytest.mark.parametrize(
    "plain",
    [
        [],
        {},
        {"format": "familytrace-case", "version": 2, "case": {}},
        {"format": "familytrace-case", "version": 1},
        {"format": "familytrace-case", "version": 1, "case": {"person": "Sinaq"}},
        {"format": "familytrace-case", "version": 1, "case": {"event": {"date": {"edtf": "17"}}}},
        {"format": "familytrace-case", "version": 1, "case": {}, "consents": {}},
    ],
)
def test_a_wrong_document_saves_nothing_and_says_where(plain: Any, family: Vault) -> None:
    with pytest.raises(ImportDocumentError) as caught:
        import_case(family, plain)
    assert () == family.cases()
    assert "Sinaq" not in str(caught.value)


def test_a_case_is_found_by_code_by_name_and_by_id(
    bring: Callable[[str], str], family: Vault
) -> None:
    case_id = bring("T01")
    code = family.load(case_id).file.code
    assert {case_id} == {find_case(family, words) for words in (code, case_id, "sinaq")}


def test_undo_never_takes_an_imported_case_away(family: Vault) -> None:
    plain = {**_plain("T02"), "consents": []}
    case_id = import_case(family, plain).case_id
    came = family.load(case_id)
    with pytest.raises(NothingToUndoError):
        family.undo(case_id)
    family.save(case_id, PersonName(text="Sinaq"))
    family.undo(case_id)
    with pytest.raises(NothingToUndoError):
        family.undo(case_id)
    assert came == family.load(case_id)
