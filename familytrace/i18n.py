"""The language of the program: one catalogue for core and screen alike."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from familytrace.paths import bundled

LANGUAGES = {"en": "English", "ug": "\u0626\u06c7\u064a\u063a\u06c7\u0631\u0686\u06d5"}
_FORM_LANGUAGES = (*LANGUAGES, "zh")
_SAME = {"zh_CN": "zh", "zh_Hans": "zh", "zh_Hans_CN": "zh"}
_RTL = {"ug", "ar", "kk_Arab", "fa", "ur"}
_FSI, _LRI, _PDI = "\u2068", "\u2066", "\u2069"

_ENGLISH = gettext.NullTranslations()
_catalogues: dict[str, gettext.NullTranslations] = {}
_language = "en"
_for_a_while: ContextVar[str] = ContextVar("language for a while", default="")


def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return _ENGLISH
    if language not in _catalogues:
        _catalogues[language] = gettext.translation(
            "familytrace", str(bundled("locales")), languages=[language], fallback=True
        )
    return _catalogues[language]


def set_language(language: str) -> None:
    """Choose the language of everything said from now on; English where unknown."""
    global _language
    _language = language if language in LANGUAGES else "en"


def language() -> str:
    """Return the code of the language in use."""
    return _for_a_while.get() or _language


@contextmanager
def in_language(chosen: str) -> Iterator[None]:
    """Speak another language for a while: a form's language is not the screen's.

    Forms also come in languages that the screen is not offered in; English where unknown.
    Only what runs inside speaks it; other threads go on as before.
    """
    code = _SAME.get(chosen.replace("-", "_"), chosen)
    token = _for_a_while.set(code if code in _FORM_LANGUAGES else "en")
    try:
        yield
    finally:
        _for_a_while.reset(token)


def _(message: str) -> str:
    """Translate a sentence now."""
    return _catalogue(language()).gettext(message) if message else ""


def n_(one: str, many: str, count: int) -> str:
    """Translate a sentence that counts something."""
    return _catalogue(language()).ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a sentence for translation without translating it now."""
    return message


def is_rtl(code: str | None = None) -> bool:
    """Tell whether a language (the one in use by default) is written right to left."""
    return (code or language()) in _RTL


def isolate(text: str) -> str:
    """Keep a name or value together inside a sentence of another direction."""
    return f"{_FSI}{text}{_PDI}"


def isolate_ltr(text: str) -> str:
    """Keep a number, date, phone or code left to right inside any sentence."""
    return f"{_LRI}{text}{_PDI}"


_COMMAS = {"ug": "\u060c ", "zh": "\u3001"}


def comma() -> str:
    """Return what stands between the parts of a list in the language in use."""
    return _COMMAS.get(language(), ", ")
