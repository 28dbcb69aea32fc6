import forge
import pytest
from busy import busy

from familytrace import errors
from familytrace.package import age_words, read

WORDS = "six quiet words"


def sealed(data: bytes = b"a short record") -> bytes:
    return age_words.seal_with_words(data, WORDS, cost=10)


def test_words_open_what_they_sealed_whatever_their_spaces() -> None:
    for size in (0, 1, 65_536, 65_537, 200_000):
        data = bytes(size)
        assert data == age_words.unseal_with_words(sealed(data), "  six quiet\twords\n")


def test_letters_of_the_same_look_count_as_the_same_words() -> None:
    made = age_words.seal_with_words(b"-", "caf\u00e9", cost=10)
    assert b"-" == age_words.unseal_with_words(made, "cafe\u0301")


def test_other_words_do_not_open_it() -> None:
    with pytest.raises(errors.WrongWordsError):
        age_words.unseal_with_words(sealed(), "six loud words")


def test_every_flipped_bit_is_noticed() -> None:
    whole = sealed()
    for place in range(len(whole) * 8):
        changed = bytearray(whole)
        changed[place // 8] ^= 1 << place % 8
        with pytest.raises(errors.PackageError):
            age_words.unseal_with_words(bytes(changed), WORDS)


def test_every_truncation_is_noticed() -> None:
    for whole in (sealed(), sealed(bytes(65_536)), sealed(bytes(65_537))):
        for length in {*range(0, 190, 7), *range(len(whole) - 40, len(whole))}:
            with pytest.raises(errors.PackageError):
                age_words.unseal_with_words(whole[:length], WORDS)


def test_a_file_for_a_key_is_not_opened_with_words() -> None:
    with pytest.raises(errors.PackageMalformedError):
        age_words.unseal_with_words(forge.honest(), WORDS)


def test_a_costly_file_is_refused_at_once() -> None:
    bomb = sealed().replace(b" 10\n", b" 23\n")
    before = busy()
    with pytest.raises(errors.PackageMalformedError):
        read.open_package_with_words(bomb, WORDS)
    assert busy() - before < 2
