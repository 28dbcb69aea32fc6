"""Passphrases: offered in random words, read the same however they are typed."""

import json
import secrets
import unicodedata
from functools import cache
from importlib.resources import files

NORMALISER = 1
WORD_LISTS = ("en",)
OFFERED_WORDS = 6
_KNOWN_BY = 4

# Letters that keyboards and fonts exchange for one another without the eye noticing.
_FOLDED = str.maketrans(
    {
        "\u0649": "\u064a",  # alef maksura -> yeh
        "\u06cc": "\u064a",  # Farsi yeh
        "\u06a9": "\u0643",  # keheh -> kaf
        "\u06be": "\u0647",  # heh doachashmee -> heh
        "\u06d5": "\u0647",  # ae
        "\u06c1": "\u0647",  # heh goal
        "\u0131": "i",  # Turkish dotless i
    }
)


def offer(language: str = "en", count: int = OFFERED_WORDS) -> str:
    """Return random words of a list, English where the language has none yet.

    Six words of 2,048 are 66 bits: years of guessing at the cost of one slot.
    """
    words = _words(language if language in WORD_LISTS else "en")
    return " ".join(secrets.choice(words) for _ in range(count))


def normalise(text: str) -> str:
    """Return one form for all ways to type the same passphrase (version 1).

    NFKC, casefold, no marks that cannot be seen, Arabic letter variants folded,
    digits of any script as 0 to 9, one space between words.
    """
    return _plain(text).translate(_FOLDED)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(_seen(char) for char in folded).split())


def _seen(char: str) -> str:
    value = unicodedata.decimal(char, None)
    if value is not None:
        return str(value)
    if char in "\t\n\r":
        return " "
    hidden = char == "\u0640" or unicodedata.category(char) in {"Cf", "Cc"}
    return "" if hidden else char


def word_list_of(text: str) -> str | None:
    """Return the list that every word of a passphrase comes from, or None."""
    typed = normalise(text).split()
    for language in WORD_LISTS:
        if len(typed) >= OFFERED_WORDS and set(typed) <= set(_words(language)):
            return language
    return None


def canonical(text: str, words: str | None) -> bytes:
    """Return the bytes that the key is derived from.

    ``words`` names the list that the slot was made with; each word is then known by
    its first four letters, also when typed on a keyboard set to another script.
    """
    if words not in WORD_LISTS:
        return normalise(text).encode()
    return " ".join(_entry(word, words) for word in _plain(text).split()).encode()


def _entry(typed: str, language: str) -> str:
    known = _by_first_letters(language)
    retyped = (_retyped(typed, layout) for layout in _layouts().values())
    for word in (normalise(typed), *retyped):
        if word[:_KNOWN_BY] in known:
            return known[word[:_KNOWN_BY]]
    return normalise(typed)


def _retyped(word: str, layout: dict[str, str]) -> str:
    return "".join(layout.get(char, char) for char in word)


@cache
def _words(language: str) -> tuple[str, ...]:
    text = files("familytrace.vault").joinpath("words", f"{language}.txt").read_text("utf-8")
    return tuple(text.split())


@cache
def _by_first_letters(language: str) -> dict[str, str]:
    return {word[:_KNOWN_BY]: word for word in _words(language)}


@cache
def _layouts() -> dict[str, dict[str, str]]:
    raw = files("familytrace.vault").joinpath("words", "layouts.json").read_text("utf-8")
    layouts: dict[str, dict[str, str]] = json.loads(raw)
    return layouts
