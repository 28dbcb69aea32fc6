import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace import canonical, errors
from familytrace.package import content, manifest
from familytrace.package.limits import JSON_MEMBER, JSON_NODES

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=30,
)


def _count(value: object) -> int:
    if isinstance(value, dict):
        return 1 + sum(1 + _count(item) for item in value.values())
    if isinstance(value, list):
        return 1 + sum(_count(item) for item in value)
    return 1


@given(_JSON, st.booleans())
def test_values_are_never_undercounted(value: object, ascii_only: bool) -> None:
    data = json.dumps(value, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    assert _count(value) <= content.most_values(data)
    assert content.most_values(data) <= 3 * _count(value) + 1


def test_commas_in_a_long_telling_are_no_values() -> None:
    telling = {"told": 'He said, "we wait", {and} [hope]: ' * 1_500}
    assert content.check_json(canonical.encode(telling))


@pytest.mark.parametrize(
    "bomb",
    [
        b'{"a":[' + b"[]," * 1_300_000 + b"1]}",
        b'{"a":[' + b"1," * 2_000_000 + b"1]}",
        b'{"a":' + b"[" * 2_000_000,
        b'{"' + b'\\"' * 2_000_000,
        b'"' * 4_000_000,
        b"\\" * 4_000_000,
        b'{"a":"' + b"\\u0061" * 600_000 + b'"}',
        b'{"a":' + b"9" * 4_000_000 + b"}",
        b" " * 4_000_000,
        bytes(4_000_000),
    ],
    ids=range(10),
)
def test_a_bomb_of_json_is_refused_quickly(bomb: bytes) -> None:
    assert len(bomb) <= JSON_MEMBER
    started = time.process_time()
    with pytest.raises(errors.PackageMalformedError):
        content.check_json(bomb)
    with pytest.raises(errors.PackageError):
        manifest.decode_manifest(bomb[: 1 << 20])
    assert time.process_time() - started < 2


def test_the_richest_case_allowed_is_taken() -> None:
    rich = canonical.encode({"a": [1] * (JSON_NODES - 10)})
    assert rich == content.check_json(rich)
    with pytest.raises(errors.PackageMalformedError):
        content.check_json(canonical.encode({"a": [1] * JSON_NODES}))


@given(st.text(max_size=50))
def test_a_text_is_shown_whole_or_not_at_all(text: str) -> None:
    try:
        found = content.check_text(text.encode("utf-8", "surrogatepass"))
    except errors.PackageMalformedError:
        return
    assert text == found
    assert all(ch >= " " or ch in "\n\t" for ch in found)
