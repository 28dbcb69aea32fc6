"""Nothing is needed to begin, not even a name."""

import pytest

from familytrace.actions.start_case import new_code, start_case
from familytrace.errors import NothingToUndoError
from familytrace.model.case import main_name
from familytrace.vault.vault import Vault

UYGHUR = "\u0633\u0649\u0646\u0627\u0642"


def test_a_case_without_a_name_is_listed(family: Vault) -> None:
    case_id = start_case(family)
    assert [case_id] == [line.id for line in family.cases()]


def test_the_first_name_is_the_main_name_in_its_own_letters(family: Vault) -> None:
    case = family.load(start_case(family, f" {UYGHUR} "))
    assert (UYGHUR, "uyghur_arabic", True) == (
        main_name(case),
        case.names[0].script,
        case.names[0].main,
    )


def test_codes_are_random_and_easy_to_write_down() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) > 190
    assert all(code.startswith("FT-") and not set("01IO") & set(code[3:]) for code in codes)


def test_undo_never_takes_a_case_away(family: Vault) -> None:
    case_id = start_case(family, "Sinaq")
    with pytest.raises(NothingToUndoError):
        family.undo(case_id)
    assert "Sinaq" == main_name(family.load(case_id))
