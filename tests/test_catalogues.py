"""The translations fit their sentences: whole, same placeholders, nothing stray, all readable."""

import gettext
import re
import string
import unicodedata
from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path

import house_rules
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po

from ui.gate.language import CHECKED

ROOT = house_rules.ROOT
CATALOGUES = [ROOT / path for path in house_rules.tracked(".po")]
KEYWORDS = {"_": None, "N_": None, "n_": (1, 2)}
EVERYTHING = ("familytrace/", "ui/")
FORM_PART = tuple(
    f"familytrace/{part}/" for part in ("consent", "forms", "model", "package", "pdf")
)
WHOLE = {"ug": EVERYTHING, "zh": FORM_PART}
_ISOLATES = {"\u2066": 1, "\u2067": 1, "\u2068": 1, "\u2069": -1}
_UYGHUR = frozenset(
    "\u0626\u0627\u06d5\u0628\u067e\u062a\u062c\u0686\u062e\u062f\u0631\u0632\u0698\u0633\u0634\u063a"
    "\u0641\u0642\u0643\u06af\u06ad\u0644\u0645\u0646\u06be\u0648\u06c7\u06c6\u06c8\u06cb\u06d0\u0649"
    "\u064a"
)


def _read(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale=path.parent.parent.name, abort_invalid=True)


def _named(path: Path) -> str:
    return path.parent.parent.name


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _sentences(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


@cache
def _extracted() -> dict[str, set[str]]:
    """Return every English sentence of the program with the files it stands in."""
    found: dict[str, set[str]] = {}
    for part in EVERYTHING:
        for file, _line, sentence, *_rest in extract_from_dir(
            str(ROOT / part), method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            key = sentence if isinstance(sentence, str) else sentence[0]
            found.setdefault(key, set()).add(part + file)
    return found


def _wanted(parts: tuple[str, ...]) -> set[str]:
    return {key for key, files in _extracted().items() if any(f.startswith(parts) for f in files)}


def _gaps(catalogue: Catalog, wanted: set[str]) -> list[str]:
    """Return what somebody would read in English: missing, empty, part empty or unreviewed."""
    told = {
        _key(message)
        for message in catalogue
        if message.id and not message.fuzzy and all(_sentences(message.string) or [""])
    }
    return sorted(wanted - told)


def _placeholders(text: str) -> Counter[tuple[str, str, str]]:
    parts = string.Formatter().parse(text)
    return Counter(
        (name, spec or "", conversion or "")
        for _, name, spec, conversion in parts
        if name is not None
    )


def _placeholder_faults(message: Message) -> list[str]:
    allowed = [_placeholders(text) for text in _sentences(message.id)]
    faults = []
    for text in filter(None, _sentences(message.string)):
        try:
            if _placeholders(text) not in allowed:
                faults.append(f"placeholders: {text}")
        except ValueError:
            faults.append(f"braces: {text}")
    return faults


def _begins_left(text: str) -> bool:
    """Follow rule P2 of the bidirectional algorithm: what is isolated does not decide."""
    decides = re.sub(r"[\u2066-\u2068][^\u2069]*\u2069|\{[^}]*\}", "", text)
    strong = (unicodedata.bidirectional(char) for char in decides)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "") == "L"


def _direction_faults(text: str) -> list[str]:
    """Return what a right-to-left line would turn around or tear apart."""
    depths = [0]
    for char in text:
        depths.append(depths[-1] + _ISOLATES.get(char, 0))
    faults = []
    if depths[-1] or min(depths) < 0:
        faults.append(f"isolates left open: {text}")
    if re.search(r"[\u202a-\u202e\u200e\u200f\u061c]|<[a-zA-Z/]", text):
        faults.append(f"direction override or markup: {text}")
    if re.search(r"[\u0600-\u06ff]", text):
        bare = re.sub(r"\u2066[^\u2069]*\u2069", "", text)
        if re.search(r"\d[-/.:]\d|\+\d|--\w|(?<!\w)\.[a-z]", bare):
            faults.append(f"a date, number or option that is not isolated: {text}")
        if _begins_left(text):
            faults.append(f"begins from the left, so the whole line would: {text}")
        if re.search(r"[\u0600-\u06ff][,;?]", bare):
            faults.append(f"a comma or question mark of another script: {text}")
    return faults


def _letter_faults(text: str) -> list[str]:
    strange = {char for char in text if "\u0620" <= char <= "\u06ff"} - _UYGHUR
    strange -= set("\u060c\u061b\u061f")
    return [f"letters that Uyghur does not have ({sorted(map(ascii, strange))}): {text}"] * bool(
        strange
    )


def _plural_faults(message: Message, count: int) -> list[str]:
    if isinstance(message.id, str) or not any(_sentences(message.string)):
        return []
    forms = len(_sentences(message.string))
    return [] if forms == count else [f"{forms} plural forms, not {count}: {message.id[0]}"]


def _faults(message: Message, language: str) -> list[str]:
    """Return what would break or mislead if this translation were shown."""
    if not message.id:
        return []
    faults = _placeholder_faults(message)
    faults += _plural_faults(message, get_plural(language).num_plurals)
    if message.fuzzy:
        faults.append(f"marked fuzzy: {_key(message)}")
    for text in _sentences(message.string):
        faults += _direction_faults(text)
        faults += _letter_faults(text) if language == "ug" else []
    return faults


def _compiled(catalogue: Catalog) -> gettext.GNUTranslations:
    written = BytesIO()
    write_mo(written, catalogue)
    written.seek(0)
    return gettext.GNUTranslations(written)


def _planted(text: str, language: str = "ug") -> Catalog:
    return read_po(BytesIO(f"{text}\n".encode()), locale=language, abort_invalid=True)


def test_uyghur_and_chinese_are_there() -> None:
    assert set(WHOLE) <= set(map(_named, CATALOGUES))


@pytest.mark.parametrize("path", CATALOGUES, ids=_named)
def test_every_translation_fits_its_sentence(path: Path) -> None:
    language = _named(path)
    assert [] == [fault for message in _read(path) for fault in _faults(message, language)]


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ('msgid "Wait {hours} h."\nmsgstr "Wait {stunden}."', "placeholders"),
        ('msgid "Wait {hours} h."\nmsgstr "Wait."', "placeholders"),
        ('msgid "Wait {hours} h."\nmsgstr "{hours} {hours}"', "placeholders"),
        ('msgid "Wait {hours} h."\nmsgstr "{hours:>9}"', "placeholders"),
        ('msgid "{n} h"\nmsgid_plural "{n} hs"\nmsgstr[0] "{n}"\nmsgstr[1] "{m}"', "placeholders"),
        ('msgid "Wait {hours} h."\nmsgstr "Wait {hours."', "braces"),
        ('msgid "Wait."\nmsgstr "<b>Wait.</b>"', "markup"),
        ('msgid "Wait."\nmsgstr "Wait\u202e."', "override"),
        ('msgid "Wait."\nmsgstr "\u2068Wait."', "left open"),
        ('msgid "Wait."\nmsgstr "\u2069Wait\u2068."', "left open"),
        ('msgid "Wait."\nmsgstr "\u0643\u06c8\u062a 2017-03-09"', "not isolated"),
        ('msgid "Wait."\nmsgstr "\u0643\u06c8\u062a +49"', "not isolated"),
        ('msgid "Wait."\nmsgstr "\u0643\u06c8\u062a --digits"', "not isolated"),
        ('msgid "Wait."\nmsgstr "\u0643\u06c8\u062a .zip"', "not isolated"),
        ('msgid "Wait."\nmsgstr "PDF \u0643\u06c8\u062a"', "from the left"),
        ('msgid "Wait?"\nmsgstr "\u0643\u06c8\u062a?"', "another script"),
        ('msgid "Wait."\nmsgstr "\u06a9\u06c8\u062a"', "letters"),
        ('#, fuzzy\nmsgid "Wait."\nmsgstr "\u0643\u06c8\u062a"', "fuzzy"),
    ],
)
def test_a_translation_that_does_not_fit_is_noticed(planted: str, fault: str) -> None:
    (found,) = [text for message in _planted(planted) for text in _faults(message, "ug")]
    assert fault in found


def test_a_number_that_is_isolated_may_stand_in_a_right_to_left_line() -> None:
    fitting = 'msgid "Wait."\nmsgstr "\u0643\u06c8\u062a \u20662017-03-09\u2069"'
    assert [] == [text for message in _planted(fitting) for text in _faults(message, "ug")]


@pytest.mark.parametrize("language", WHOLE)
def test_nobody_reads_english_where_the_language_is_whole(language: str) -> None:
    path = ROOT / "locales" / language / "LC_MESSAGES" / "familytrace.po"
    gaps = _gaps(_read(path), _wanted(WHOLE[language]))
    assert not gaps, "\n".join(["Run packaging/strings.sh and translate:", *gaps])


@pytest.mark.parametrize(
    "planted",
    [
        'msgid "Stay."\nmsgstr "a"',
        'msgid "Wait."\nmsgstr ""',
        '#, fuzzy\nmsgid "Wait."\nmsgstr "a"',
        '#~ msgid "Wait."\n#~ msgstr "a"',
        'msgid "Wait."\nmsgid_plural "Waits."\nmsgstr[0] "a"\nmsgstr[1] ""',
    ],
)
def test_a_sentence_left_in_english_is_named(planted: str) -> None:
    assert ["Wait."] == _gaps(_planted(planted), {"Wait."})


def test_the_sentences_are_collected_as_the_script_collects_them() -> None:
    script = (ROOT / "packaging" / "strings.sh").read_text(encoding="utf-8")
    assert "-k _ -k N_ -k n_:1,2 " in script
    found = _extracted()
    assert {"familytrace/forms/compose_case.py"} <= found["{count} year"]
    assert {"ui/gate/language.py"} <= found["Choose your language"]
    assert len(_wanted(FORM_PART)) < len(_wanted(EVERYTHING)) == len(found)


@pytest.mark.parametrize("path", CATALOGUES, ids=_named)
def test_every_catalogue_compiles_and_counts_as_its_language_does(path: Path) -> None:
    language, catalogue = _named(path), _read(path)
    expected = get_plural(language)
    assert (expected.num_plurals, expected.plural_expr) == (
        catalogue.num_plurals,
        catalogue.plural_expr,
    )
    compiled = _compiled(catalogue)
    for message in catalogue:
        if message.id and isinstance(message.string, str) and message.string:
            assert message.string == compiled.gettext(_key(message))


def test_a_wrong_number_of_plural_forms_is_noticed() -> None:
    counted = 'msgid "{n} h"\nmsgid_plural "{n} hs"\nmsgstr[0] "{n}"\nmsgstr[1] "{n}"'
    (message,) = [message for message in _planted(counted) if message.id]
    assert [] == _plural_faults(message, 2)
    assert _plural_faults(message, 1)


def test_a_broken_catalogue_does_not_compile() -> None:
    with pytest.raises(PoFileError):
        _planted('msgid "Wait."\nmsgstr "a\nmsgid')


def _confesses(catalogue: Catalog) -> bool:
    unchecked = "not checked by a native speaker"
    return unchecked in catalogue.last_translator and unchecked in catalogue.header_comment.lower()


@pytest.mark.parametrize("path", CATALOGUES, ids=_named)
def test_a_catalogue_that_no_speaker_has_checked_says_so(path: Path) -> None:
    assert _named(path) in CHECKED or _confesses(_read(path))


def test_a_catalogue_that_does_not_say_so_is_noticed() -> None:
    assert not _confesses(_planted('msgid ""\nmsgstr "Last-Translator: Sinaq\\n"'))
