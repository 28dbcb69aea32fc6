import base64

import forge
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.errors import SignatureError
from familytrace.package import minisign

KEY = minisign.public_key(forge.SEED)


@given(st.binary(max_size=500))
def test_a_signature_holds_for_its_text_only(text: bytes) -> None:
    signature = minisign.sign(text, forge.SEED)
    assert minisign.TRUSTED == minisign.verify(text, signature, KEY)
    with pytest.raises(SignatureError):
        minisign.verify(text + b"x", signature, KEY)
    with pytest.raises(SignatureError):
        minisign.verify(text, signature, minisign.public_key(forge.OTHER_SEED))


def test_the_same_text_gives_the_same_signature() -> None:
    assert minisign.sign(b"-", forge.SEED) == minisign.sign(b"-", forge.SEED)


def test_every_changed_letter_of_a_signature_is_noticed() -> None:
    signature = minisign.sign(b"text", forge.SEED)
    comment = signature.index(b"\n") + 1
    for place in range(comment, len(signature) - 1):
        changed = bytearray(signature)
        changed[place] ^= 1
        with pytest.raises(SignatureError):
            minisign.verify(b"text", bytes(changed), KEY)


def test_the_form_without_a_hash_is_not_taken() -> None:
    signature = minisign.sign(b"text", forge.SEED).decode().splitlines()
    raw = bytearray(base64.b64decode(signature[1]))
    raw[:2] = b"Ed"
    signature[1] = base64.b64encode(bytes(raw)).decode()
    with pytest.raises(SignatureError):
        minisign.verify(b"text", "\n".join(signature).encode(), KEY)


@pytest.mark.parametrize("wrong", [b"", b"\n\n\n\n", b"x" * 2_000, b"\xff" * 300])
def test_anything_else_is_no_signature(wrong: bytes) -> None:
    with pytest.raises(SignatureError):
        minisign.verify(b"text", wrong, KEY)


def test_a_key_line_holds_the_key_and_its_number() -> None:
    assert KEY == minisign.key_of_line(forge.LINE)
    assert 8 == len(minisign.key_number(forge.LINE))
    for wrong in ("", "A" * 56, forge.LINE[:-1], forge.LINE + "=", "\u0661" * 56):
        with pytest.raises(SignatureError):
            minisign.key_of_line(wrong)


def test_a_bare_signature_holds_for_its_text_only() -> None:
    signature = minisign.sign_raw(b"a purpose and a text", forge.SEED)
    assert minisign.holds_raw(b"a purpose and a text", signature, KEY)
    assert not minisign.holds_raw(b"a purpose and a text.", signature, KEY)
    assert not minisign.holds_raw(b"a purpose and a text", signature[:-1], KEY)
