import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.canonical import CanonicalError, decode, encode

_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
_KEYS = st.text(st.characters(min_codepoint=1, max_codepoint=127))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        (b'{"a":1,"b":[true,null,"x"]}', {"b": [True, None, "x"], "a": 1}),
        ('"\u0633\u0649"'.encode(), "\u0633\u0649"),
        (b'"\\n\\"\\\\"', '\n"\\'),
        (b"9007199254740991", 2**53 - 1),
    ],
)
def test_there_is_one_form(expected: bytes, value: object) -> None:
    assert expected == encode(value)


@given(_VALUES)
def test_what_is_written_is_read_back(value: object) -> None:
    data = encode(value)
    assert value == decode(data, depth=64)
    assert data == encode(decode(data, depth=64))


@given(st.dictionaries(_KEYS, st.integers(0, 9), min_size=2, max_size=6))
def test_the_order_in_which_keys_were_set_does_not_matter(value: dict[str, int]) -> None:
    assert encode(value) == encode(dict(reversed(value.items())))


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), 2**53, -(2**53), {"\u00fc": 1}, {1: 2}, b"x", {1, 2}, "a\0b", "\ud800"],
    ids=repr,
)
def test_what_has_no_canonical_form_is_not_written(value: object) -> None:
    with pytest.raises(CanonicalError):
        encode(value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"a":1,"a":1}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b'{"a":1}\n',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":9007199254740992}',
        b'{"a":"\\u0041"}',
        b'"\\ud800"',
        b'"\\u0000"',
        b'"\xff"',
        b"\xef\xbb\xbf{}",
        '{"\u00fc":1}'.encode(),
    ],
    ids=repr,
)
def test_what_is_not_canonical_is_not_read(data: bytes) -> None:
    with pytest.raises(CanonicalError):
        decode(data)


def test_a_person_may_write_spaces_where_that_is_allowed() -> None:
    assert {"a": 1} == decode(b'{ "a" : 1 }', canonical=False)
    with pytest.raises(CanonicalError):
        decode(b'{"a":1, "a":2}', canonical=False)


def _nested(depth: int) -> Any:
    return [_nested(depth - 1)] if depth else 1


def test_what_is_nested_too_deep_is_refused() -> None:
    assert _nested(16) == decode(encode(_nested(16)), depth=16)
    for depth in (17, 60, 100_000):
        with pytest.raises(CanonicalError):
            decode(b"[" * depth + b"1" + b"]" * depth, depth=16)


def test_a_refusal_does_not_repeat_what_was_read() -> None:
    for data in (b'{"secret":1,"secret":2}', b'{"secret', b'["secret",1.5]'):
        with pytest.raises(CanonicalError) as caught:
            decode(data)
        assert "secret" not in str(caught.value)
        assert caught.value.__context__ is None or "secret" not in str(caught.value.__cause__)


def test_it_reads_as_the_library_does() -> None:
    text = json.dumps({"a": [1, "\u65af"]}, separators=(",", ":"), ensure_ascii=False)
    assert json.loads(text) == decode(text.encode())
