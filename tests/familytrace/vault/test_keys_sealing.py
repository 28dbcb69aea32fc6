import pytest

from familytrace.vault import keys_sealing
from familytrace.vault.keys_sealing import Cost, UnsealError

KEY = bytes(range(32))


def test_what_is_sealed_comes_back() -> None:
    assert (
        keys_sealing.unseal(KEY, keys_sealing.seal(KEY, b"secret", b"here"), b"here") == b"secret"
    )


def test_every_flipped_bit_is_found() -> None:
    sealed = keys_sealing.seal(KEY, b"secret", b"here")
    for bit in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(UnsealError):
            keys_sealing.unseal(KEY, bytes(changed), b"here")


def test_another_context_or_key_or_a_cut_is_found() -> None:
    sealed = keys_sealing.seal(KEY, b"secret", b"here")
    for key, data, context in (
        (KEY, sealed, b"there"),
        (bytes(32), sealed, b"here"),
        (KEY, sealed[:10], b"here"),
        (KEY, b"", b"here"),
    ):
        with pytest.raises(UnsealError):
            keys_sealing.unseal(key, data, context)


def test_keys_of_two_purposes_have_nothing_in_common() -> None:
    assert keys_sealing.subkey(KEY, "one") != keys_sealing.subkey(KEY, "two")
    assert keys_sealing.subkey(KEY, "one") == keys_sealing.subkey(KEY, "one")


def test_derivation_is_the_same_as_that_of_other_argon2id_libraries() -> None:
    """The value was made with argon2-cffi 25.1.0, which binds the reference code."""
    made = keys_sealing.stretch(b"password", b"somesaltsomesalt", Cost(64 * 1024 * 1024, 3))
    assert made.hex() == "7664ad4ba1a3c999fcdd0991ffc2270f78302d2383233db5e7befc85d1bb1819"


def test_the_range_of_costs_that_a_key_file_may_ask_for() -> None:
    mib = 1024 * 1024
    assert keys_sealing.STANDARD == Cost(256 * mib, 4)
    assert Cost(64 * mib, 3).is_allowed()
    assert Cost(1024 * mib, 20).is_allowed()
    for memory, turns in ((63 * mib, 3), (64 * mib, 2), (1025 * mib, 3), (64 * mib, 21)):
        assert not Cost(memory, turns).is_allowed()
