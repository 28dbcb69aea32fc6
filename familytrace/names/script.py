"""Which letters a text is written in, by its letters alone."""

import unicodedata
from functools import lru_cache

UYGHUR_ARABIC = "uyghur_arabic"
ARABIC = "arabic"
CYRILLIC = "cyrillic"
LATIN = "latin"
HAN = "han"
OTHER = "other"

_UYGHUR_LETTERS = frozenset("\u06d0\u06c8\u06c6\u06c7\u06d5\u0626\u06ad\u06cb\u06be")
_KAZAKH_ARABIC = frozenset("\u0674\u0639\u062d")
_UYGHUR_CYRILLIC = frozenset("\u0497\u0496")
_KAZAKH_CYRILLIC = frozenset("\u04b1\u04b0\u0456\u0406")
_STEPPE_CYRILLIC = frozenset("\u04af\u04ae\u04e9\u04e8\u04a3\u04a2")
_TURKISH = frozenset("\u00e7\u00c7\u015f\u015e\u011f\u011e\u0131\u0130")
_UYGHUR_LATIN = frozenset("\u00eb\u00cb\u00e9\u00c9")
_OF_LANGUAGE = {"ug": "arabic", "ar": "arabic", "fa": "arabic", "ur": "arabic", "kk_Arab": "arabic"}
_OF_LANGUAGE |= {"ru": CYRILLIC, "kk": CYRILLIC, "ky": CYRILLIC, "uk": CYRILLIC, "zh": HAN}


def script_of(text: str) -> str:
    """Return the script most letters of a text are in; ``other`` where there are none.

    Arabic letters are ``uyghur_arabic`` as soon as one is found that Uyghur needs and
    Arabic does not have.
    """
    counts = _counts(text)
    if not counts:
        return OTHER
    best = max(counts, key=lambda script: counts[script])
    if best == ARABIC and not _UYGHUR_LETTERS.isdisjoint(unicodedata.normalize("NFKC", text)):
        return UYGHUR_ARABIC
    return best


def guess_name_script(text: str) -> str:
    """Return the likeliest code of the choice ``name_script`` for a typed name."""
    letters = frozenset(unicodedata.normalize("NFKC", text))
    match script_of(text):
        case "uyghur_arabic" | "arabic":
            return "kazakh_arabic" if letters & _KAZAKH_ARABIC else "uyghur_arabic"
        case "han":
            return "chinese_hanzi"
        case "cyrillic":
            return _guess_cyrillic(letters)
        case "latin":
            return _guess_latin(letters)
    return "other"


def is_script_of_language(text: str, language: str) -> bool:
    """Tell whether at least half the letters of a text are in the script of a language.

    A text without letters fits every language. Two languages of one script cannot be
    told apart here.
    """
    wanted = _OF_LANGUAGE.get(language) or _OF_LANGUAGE.get(
        language.split("_", maxsplit=1)[0], LATIN
    )
    counts = _counts(text)
    return not counts or 2 * counts.get(wanted, 0) >= sum(counts.values())


def _guess_cyrillic(letters: frozenset[str]) -> str:
    if letters & _UYGHUR_CYRILLIC:
        return "uyghur_cyrillic"
    if letters & _KAZAKH_CYRILLIC:
        return "kazakh_cyrillic"
    if letters & frozenset("\u04d9\u04d8\u0493\u0492\u049b\u049a\u04bb\u04ba"):
        return "uyghur_cyrillic"
    return "kyrgyz_cyrillic" if letters & _STEPPE_CYRILLIC else "russian_cyrillic"


def _guess_latin(letters: frozenset[str]) -> str:
    if letters & _TURKISH:
        return "turkish_latin"
    return "uyghur_latin" if letters & _UYGHUR_LATIN else "english"


def _counts(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for sign in text:
        if sign.isalpha():
            script = _script(sign)
            counts[script] = counts.get(script, 0) + 1
    return counts


@lru_cache(maxsize=8192)
def _script(sign: str) -> str:
    name = unicodedata.name(sign, "")
    if name.startswith(("CJK", "IDEOGRAPHIC")):
        return HAN
    for script, word in ((LATIN, "LATIN"), (CYRILLIC, "CYRILLIC"), (ARABIC, "ARABIC")):
        if name.startswith((word, f"FULLWIDTH {word}", f"MODIFIER LETTER {word}")):
            return script
    return OTHER
