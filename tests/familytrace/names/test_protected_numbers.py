"""Protected numbers and accounts are found however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.names.pieces import MARK
from familytrace.names.protected import Protected, cut_protected

PHONE = [Protected("number", "+86 998 284 1234")]
IDENTITY = [Protected("number", "659999198001010013")]
SIGNS = [
    "",
    " ",
    "-",
    ".",
    "\u200b",
    "\u2060",
    " - ",
    "\u00a0",
    "/",
    ") ",
    "\u200b\u200c\u200d\u200b\u200b",
]
DIGITS = [
    "0123456789",
    "".join(map(chr, range(0x660, 0x66A))),
    "".join(map(chr, range(0xFF10, 0xFF1A))),
]
DIGITS += ["\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"]


@pytest.mark.parametrize(
    "written",
    [
        "+869982841234",
        "0998-2841234",
        "284 12 34",
        "00869982841234",
        "2841234",
        "(0998) 284-12-34",
        "998.284.1234",
        "\u0662\u0668\u0664\u0661\u0662\u0663\u0664",
    ],
)
def test_a_number_is_found_in_every_form(written: str) -> None:
    found = cut_protected(f"Ring {written} please", PHONE)
    assert "1234" not in found
    assert "\u0663" not in found
    assert MARK in found


@pytest.mark.parametrize("text", ["2841235", "1234", "On 1980-01-01 and 2017-03-09", "28-41-23"])
def test_another_number_stays(text: str) -> None:
    assert text == cut_protected(text, PHONE + IDENTITY)


def test_an_identity_number_is_cut_with_its_check_sign() -> None:
    protected = [Protected("number", "11010519491231002X")]
    assert f"id {MARK}." == cut_protected("id 110105 19491231 002x.", protected).replace(" x", "")


@given(st.lists(st.sampled_from(SIGNS), min_size=7, max_size=7), st.sampled_from(DIGITS))
def test_no_separator_and_no_script_hides_a_number(signs: list[str], digits: str) -> None:
    written = "".join(sign + digits[int(d)] for sign, d in zip(signs, "2841234", strict=True))
    found = cut_protected(f"a {written} b", PHONE)
    assert digits[4] not in found


def test_a_short_number_must_stand_alone() -> None:
    protected = [Protected("number", "4711")]
    assert f"room {MARK}, 14711" == cut_protected("room 4711, 14711", protected)


@pytest.mark.parametrize(
    "written",
    [
        "sinaq_88",
        "Sinaq88",
        "@SINAQ-88",
        "https://example.org/sinaq.88",
        "s\u200binaq_88",
        "\uff53inaq88",
    ],
)
def test_an_account_is_found_in_every_form(written: str) -> None:
    assert "88" not in cut_protected(f"see {written} there", [Protected("account", "@sinaq_88")])


def test_what_stands_before_the_at_sign_is_an_account_too() -> None:
    protected = [Protected("account", "sinaq.g@example.org")]
    assert f"user {MARK}" in cut_protected("user sinaq.g", protected)


def test_a_short_account_must_stand_alone() -> None:
    protected = [Protected("account", "gul")]
    assert f"{MARK} or @{MARK}, gulnur" == cut_protected("gul or @GUL, gulnur", protected)
