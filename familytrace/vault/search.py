"""Search: what was typed is found in any letter form, without a word list or a server.

Every record has one row of folded words, and one of name parts for what is in the
middle of a word. Each word of a question must be found somewhere in the case. A save
only notes what is due to be read anew, which happens before the next question.
"""

import dataclasses
import re
import unicodedata
from functools import lru_cache
from typing import Final

from familytrace.model.facts import Kind, facts_of
from familytrace.vault.store import Store

_WORDS = frozenset({Kind.TEXT, Kind.LONG, Kind.TELLING, Kind.PLACE, Kind.PARTS, Kind.DATE})
_NAMED: Final = frozenset(
    {"person_name", "identity_document", "relative", "reporter", "official", "safety"}
)
_HIDDEN: Final = frozenset({"Mn", "Me", "Cf", "Cc"})
_CJK: Final = re.compile("([\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
_BREAKS: Final = re.compile(r"[\W_]+")
_MOST_TERMS: Final = 12
_ROWS_A_CASE: Final = 24  # bits: room for 16 million records in each of 2**39 cases
_LETTERS: Final = str.maketrans(
    {
        "\u0626": None,  # the seat of a vowel that opens a word
        "\u0640": None,  # tatweel
        "\u0649": "\u064a",
        "\u06cc": "\u064a",
        "\u06d0": "\u064a",
        "\u06a9": "\u0643",
        "\u06be": "\u0647",
        "\u06d5": "\u0647",
        "\u06c1": "\u0647",
        "\u0629": "\u0647",
        "\u0622": "\u0627",
        "\u0623": "\u0627",
        "\u0625": "\u0627",
        "\u0493": "\u0433",  # Cyrillic letters with a tail or bar -> their plain one
        "\u049b": "\u043a",
        "\u04a3": "\u043d",
        "\u04e9": "\u043e",
        "\u04af": "\u0443",
        "\u04b1": "\u0443",
        "\u0497": "\u0436",
        "\u04bb": "\u0445",
        "\u04d9": "\u044d",
        "\u0131": "i",
        "\u00b7": " ",
        "\u2022": " ",
        "\u30fb": " ",
    }
)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the form in which a text is looked for: letter variants made one.

    Marks and accents go, Chinese characters stand alone, everything else that is no
    letter or digit is a space.
    """
    if text.isascii():
        return _BREAKS.sub(" ", text.casefold()).strip()
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    bare = "".join(
        char
        for char in unicodedata.normalize("NFKD", plain)
        if unicodedata.category(char) not in _HIDDEN
    )
    return _BREAKS.sub(" ", _CJK.sub(r" \1 ", bare.translate(_LETTERS))).strip()


def note(store: Store, case_id: str, noun: str, record_id: str) -> None:
    """Note that a record was changed, for the next question to find it as it is then."""
    store.do("INSERT OR IGNORE INTO search_due VALUES (?, ?, ?)", case_id, noun, record_id)


def due(store: Store) -> list[tuple[str, str, str]]:
    """Return case, noun and id of the records that were changed since the last question."""
    return store.ask("SELECT case_id, noun, record_id FROM search_due")


def done(store: Store) -> None:
    """Forget what was due, inside the transaction that indexed it."""
    store.do("DELETE FROM search_due")


def index(store: Store, case_id: str, noun: str, record_id: str, record: object | None) -> None:
    """Make one record findable as it is now, or not at all if it is gone."""
    words = fold(" ".join(_texts(record))) if record is not None else ""
    number = _forget(store, case_id, noun, record_id, keep=bool(words))
    if not words:
        return
    if number is None:
        number = _number(store, case_id)
        store.do("INSERT INTO search_row VALUES (?, ?, ?, ?)", number, case_id, noun, record_id)
    store.do("INSERT INTO search_words (rowid, words) VALUES (?, ?)", number, words)
    if noun in _NAMED:
        store.do("INSERT INTO search_parts (rowid, parts) VALUES (?, ?)", number, words)


def _forget(store: Store, case_id: str, noun: str, record_id: str, *, keep: bool) -> int | None:
    """Forget a record's words, and unless its number is to be kept, that it was there."""
    found = store.ask(
        "SELECT number FROM search_row WHERE case_id = ? AND noun = ? AND record_id = ?",
        *(case_id, noun, record_id),
    )
    if not found:
        return None
    number = int(found[0][0])
    store.do("DELETE FROM search_words WHERE rowid = ?", number)
    if noun in _NAMED:
        store.do("DELETE FROM search_parts WHERE rowid = ?", number)
    if not keep:
        store.do("DELETE FROM search_row WHERE number = ?", number)
    return number


def _number(store: Store, case_id: str) -> int:
    """Return a free row number; its upper bits are the case's number in the list."""
    found = store.ask(
        "SELECT number << ?1, (SELECT max(number) FROM search_row WHERE number "
        "BETWEEN line.number << ?1 AND (line.number + 1 << ?1) - 1) "
        "FROM case_line AS line WHERE case_id = ?2",
        *(_ROWS_A_CASE, case_id),
    )
    first, last = found[0]
    return int(first if last is None else last + 1)


def scrub(store: Store) -> None:
    """Rewrite the search tables so that nothing of forgotten records stays in them."""
    store.do("INSERT INTO search_words (search_words) VALUES ('optimize')")
    store.do("INSERT INTO search_parts (search_parts) VALUES ('optimize')")


def is_sound(store: Store) -> bool:
    """Tell whether every row of the search tables belongs to a record that is there."""
    lost = store.ask(
        "SELECT count(*) FROM search_row LEFT JOIN case_line AS line "
        "ON line.number = search_row.number >> ? WHERE line.case_id IS NOT search_row.case_id",
        _ROWS_A_CASE,
    )
    return bool(lost[0][0] == 0)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in _texts(part)]
    if not dataclasses.is_dataclass(value):
        return []
    facts = facts_of(value)
    if not facts:
        return [
            text
            for field in dataclasses.fields(value)
            for text in _texts(getattr(value, field.name))
        ]
    return [
        text
        for name, fact in facts.items()
        if fact.kind in _WORDS
        for text in _texts(getattr(value, name))
    ]


def find(store: Store, text: str, *, limit: int = 200) -> list[str]:
    """Return the ids of cases that hold every word of a question, the newest first.

    Any text is a valid question; one without a letter or digit finds nothing.
    """
    terms = _terms(text)
    if not terms:
        return []
    questions, values = [], []
    for term in terms:
        question, asked = _question(term)
        questions.append(question)
        values += asked
    found = " INTERSECT ".join(questions)
    rows = store.ask(
        f"SELECT case_id FROM case_line WHERE number IN ({found}) "  # noqa: S608 - fixed words
        "ORDER BY updated DESC, number DESC LIMIT ?",
        *values,
        limit,
    )
    return [row[0] for row in rows]


def _terms(text: str) -> list[str]:
    """Split a question; neighbouring Chinese characters stay together as one phrase."""
    terms: list[str] = []
    phrase = False
    for word in fold(text[:1000]).split():
        chinese = bool(_CJK.fullmatch(word))
        if chinese and phrase:
            terms[-1] += f" {word}"
        else:
            terms.append(word)
        phrase = chinese
    return list(dict.fromkeys(terms))[:_MOST_TERMS]


_IN_WORDS = "SELECT rowid >> 24 FROM search_words WHERE search_words MATCH ?"
_IN_PARTS = "SELECT rowid >> 24 FROM search_parts WHERE search_parts MATCH ?"


def _question(term: str) -> tuple[str, list[str]]:
    if _CJK.search(term):
        return _IN_WORDS, [f'"{term}"']
    if len(term) < 3:
        return _IN_WORDS, [f'"{term}"*']
    both = f"SELECT * FROM ({_IN_WORDS} UNION {_IN_PARTS})"  # noqa: S608 - fixed words
    return both, [f'"{term}"*', f'"{term}"']
