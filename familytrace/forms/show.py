"""How one fact reads on a form, in the language in use."""

from collections.abc import Iterable, Iterator
from unicodedata import bidirectional

from familytrace.forms.filled import Answer
from familytrace.i18n import N_, _, comma, isolate, language
from familytrace.model.choices import label
from familytrace.model.date_words import in_words
from familytrace.model.facts import Fact, Kind
from familytrace.model.gazetteer import by_code, prefecture_of
from familytrace.model.gazetteer import label as place_label
from familytrace.model.partial_date import PartialDate
from familytrace.model.place import Place
from familytrace.model.telling import Telling

_LANGUAGES = {
    "ug": N_("Uyghur"),
    "kk": N_("Kazakh"),
    "ky": N_("Kyrgyz"),
    "zh": N_("Chinese"),
    "tr": N_("Turkish"),
    "ru": N_("Russian"),
    "en": N_("English"),
    "de": N_("German"),
    "fr": N_("French"),
    "ar": N_("Arabic"),
}


def language_name(code: str) -> str:
    """Return the name of a language; what was typed where it is no code we know."""
    short_code = code.replace("_", "-").partition("-")[0].lower()
    return _(_LANGUAGES[short_code]) if short_code in _LANGUAGES else code


def is_unknown(value: object) -> bool:
    """Tell whether there is nothing to show; the number nought is something."""
    return value is None or value is False or value in ("", ())


def show(value: object, fact: Fact) -> tuple[Answer, ...]:
    """Return the pieces of an answer for one value; none for what is not known."""
    if is_unknown(value):
        return ()
    if isinstance(value, Telling):
        return tuple(show_telling(value))
    if isinstance(value, PartialDate):
        return tuple(show_date(value))
    return (Answer(short(value, fact)),)


def short(value: object, fact: Fact) -> str:
    """Return a value on one line, as a table cell needs it; empty for what is not known."""
    if is_unknown(value):
        return ""
    if isinstance(value, Telling):
        return telling_in_form_language(value)
    if isinstance(value, PartialDate):
        return date_text(value)
    if isinstance(value, Place):
        return place_text(value)
    if fact.kind is Kind.CHOICE and isinstance(value, str):
        return label(fact.choices or "", value)
    if isinstance(value, tuple):
        return comma().join(label(fact.choices or "", str(code)) for code in value)
    if value is True:
        return _("Yes")
    return str(value)


def date_text(date: PartialDate) -> str:
    """Return a date in words of the form's language; as told where only words exist."""
    return in_words(date, language())


def show_date(date: PartialDate) -> Iterator[Answer]:
    """Give the date in words, and the words as told where they add something."""
    said = date_text(date)
    yield Answer(said)
    if date.edtf and date.told and date.told not in (said, date.edtf):
        yield Answer(date.told, role="note", label=_("As told"))


def place_text(place: Place) -> str:
    """Return a place from the small to the large, up to the region or the country."""
    parts = (place.detail, place.told, *_on_the_map(place.code), place.country)
    return joined(comma(), dict.fromkeys(parts))


def _on_the_map(code: str) -> Iterator[str]:
    if not code:
        return
    yield place_label(code, language())
    prefecture = prefecture_of(code)
    if prefecture:
        yield place_label(prefecture.code, language())
    if by_code(code):
        yield _("Xinjiang Uyghur Autonomous Region, China")


def show_telling(telling: Telling) -> Iterator[Answer]:
    """Give the original first, then its translation, marked as a translation."""
    if telling.text:
        own = telling.language and telling.language != language()
        yield (
            Answer(telling.text, role="own_words", language=telling.language or None)
            if (own or telling.translation)
            else Answer(telling.text, language=telling.language or None)
        )
    if telling.translation:
        yield Answer(
            telling.translation,
            role="translation",
            language=telling.translation_language or None,
            label=_("Translation"),
        )


def telling_in_form_language(telling: Telling) -> str:
    """Return the words in the form's language where there are such, else the original."""
    if telling.translation and telling.translation_language == language():
        return telling.translation
    return telling.text or telling.translation


def joined(separator: str, parts: Iterable[str]) -> str:
    """Join what is there into one line that reads in order whatever its scripts are.

    Where one part runs right to left, each is isolated (UAX #9), or the parts of the
    line would change places on the page.
    """
    kept = [part for part in parts if part]
    turning = any(bidirectional(letter) in ("R", "AL") for part in kept for letter in part)
    return separator.join(map(isolate, kept) if turning and len(kept) > 1 else kept)
