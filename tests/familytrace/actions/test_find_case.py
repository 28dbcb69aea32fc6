"""One case is meant, or an error says why not."""

import pytest

from familytrace.actions.find_case import find_case
from familytrace.actions.start_case import start_case
from familytrace.errors import NotFoundError, UsageError
from familytrace.vault.vault import Vault


def test_no_case_fits(family: Vault) -> None:
    with pytest.raises(NotFoundError):
        find_case(family, "Sinaq")


def test_several_fit_and_none_is_chosen_for_the_person(family: Vault) -> None:
    start_case(family, "Gulnur Sinaq")
    start_case(family, "Rena Sinaq")
    with pytest.raises(UsageError):
        find_case(family, "Sinaq")


def test_a_case_without_a_name_is_found_by_its_code(family: Vault) -> None:
    case_id = start_case(family)
    assert case_id == find_case(family, family.load(case_id).file.code)
