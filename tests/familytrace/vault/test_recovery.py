import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.errors import RecoveryCodeTypoError, WrongRecoveryCodeError
from familytrace.vault import recovery

SECRETS = st.binary(min_size=16, max_size=16)


@given(SECRETS)
def test_a_code_gives_back_its_secret(secret: bytes) -> None:
    assert recovery.from_code(recovery.as_code(secret)) == secret


@given(SECRETS, st.integers(0, 47), st.integers(1, 9))
def test_one_wrong_digit_is_always_found_in_its_group(secret: bytes, at: int, by: int) -> None:
    digits = recovery.as_code(secret).replace(" ", "")
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    with pytest.raises(RecoveryCodeTypoError) as raised:
        recovery.from_code(wrong)
    assert raised.value.details["group"] == at // 6 + 1


@given(SECRETS, st.integers(0, 46))
def test_two_swapped_neighbours_are_always_found(secret: bytes, at: int) -> None:
    digits = recovery.as_code(secret).replace(" ", "")
    swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    if swapped != digits:
        with pytest.raises(RecoveryCodeTypoError):
            recovery.from_code(swapped)


def test_digits_of_other_scripts_and_any_spacing_are_read() -> None:
    secret = bytes(range(16))
    arabic = recovery.as_code(secret).translate(
        {ord("0") + digit: 0x6F0 + digit for digit in range(10)}
    )
    assert recovery.from_code(arabic.replace(" ", " - ")) == secret


def test_a_code_of_another_length_is_not_a_code() -> None:
    with pytest.raises(WrongRecoveryCodeError):
        recovery.from_code("123456 123456")


def test_each_group_can_be_checked_while_it_is_typed() -> None:
    good = recovery.as_code(recovery.new_secret()).split()[0]
    assert recovery.group_is_good(good)
    assert not recovery.group_is_good(good[:5])
    assert not recovery.group_is_good("999999")
